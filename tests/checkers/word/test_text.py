"""The text of a paragraph: what is shown on paper, no more and no less."""

import pytest


def text(w, *inline):
    return w.read(w.p("".join(inline))).blocks[0].text


def test_runs_join_without_a_gap(w):
    assert text(w, w.r("指导"), w.r("思想")) == "指导思想"


def test_blank_paragraphs_stay_and_count(w):
    blocks = w.read(w.p("一"), w.p(), w.p("三")).blocks
    assert [(block.text, block.paragraph) for block in blocks] == [("一", 1), ("", 2), ("三", 3)]


def test_blanks_at_the_ends_are_kept(w):
    assert text(w, w.r("  姓名：  ")) == "  姓名：  "


@pytest.mark.parametrize(("mark", "shown"), [
    ("<w:tab/>", "\t"),
    ('<w:ptab w:alignment="right"/>', "\t"),
    ("<w:br/>", "\n"),
    ('<w:br w:type="textWrapping"/>', "\n"),
    ("<w:cr/>", "\n"),
    ("<w:noBreakHyphen/>", "-"),
    ("<w:softHyphen/>", ""),
    ("<w:lastRenderedPageBreak/>", ""),
    ('<w:footnoteReference w:id="2"/>', ""),
    ("<w:delText>删</w:delText>", ""),
])
def test_marks_between_words(w, mark, shown):
    assert text(w, w.r(w.t("前") + mark + w.t("后"))) == f"前{shown}后"


@pytest.mark.parametrize("char", ["\u200b", "\u200c", "\u200d", "\ufeff", "\u2060", "\u00ad"])
def test_characters_without_width_are_left_out(w, char):
    assert text(w, w.r(f"指导{char}思想")) == "指导思想"


def test_a_line_break_of_the_file_is_a_blank(w):
    assert text(w, w.r(w.t("a\nb"))) == "a b"


def test_hidden_text_is_left_out(w):
    assert text(w, w.r("看得见"), w.r("看不见", "<w:vanish/>")) == "看得见"


def test_text_hidden_by_its_style_is_left_out(w):
    hidden = w.style("h", "hidden", "<w:rPr><w:vanish/></w:rPr>", kind="character")
    body = w.p(w.r("看得见") + w.r("看不见", '<w:rStyle w:val="h"/>'))
    assert w.read(body, styles=hidden).blocks[0].text == "看得见"


def test_text_whose_hiding_is_switched_off_is_shown(w):
    assert text(w, w.r("看得见", '<w:vanish w:val="0"/>')) == "看得见"


@pytest.mark.parametrize(("font", "char", "shown"), [
    ("Wingdings 2", "F052", "☑"),
    ("Wingdings 2", "F0A3", "☐"),
    ("Wingdings 2", "00A3", "☐"),
    ("Wingdings 2", "F050", "✓"),
    ("Wingdings", "F0FE", "☑"),
    ("Wingdings", "F0A8", "□"),
    ("Wingdings", "F001", ""),
    ("宋体", "2611", "☑"),
    ("Unknown", "F0A3", ""),
    ("Unknown", "D800", ""),
    ("Unknown", "zz", ""),
])
def test_a_sign_of_a_symbol_font(w, font, char, shown):
    assert text(w, w.r(f'<w:sym w:font="{font}" w:char="{char}"/>')) == shown


def test_a_letter_drawn_by_a_symbol_font_is_the_sign_that_is_seen(w):
    fonts = '<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/>'
    assert text(w, w.r("R是 £否", fonts)) == "☑是 ☐否"


def test_letters_in_an_ordinary_font_stay_letters(w):
    assert text(w, w.r("R £", '<w:rFonts w:ascii="Arial"/>')) == "R £"


def test_of_ruby_only_the_base_is_read(w):
    ruby = ("<w:ruby><w:rubyPr/><w:rt><w:r><w:t>bān</w:t></w:r></w:rt>"
            "<w:rubyBase><w:r><w:t>班</w:t></w:r></w:rubyBase></w:ruby>")
    assert text(w, w.r(ruby), w.r("主任")) == "班主任"


def test_an_equation_is_read_as_its_letters(w):
    assert text(w, w.r("得分"), "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>") == "得分x=1"


@pytest.mark.parametrize("wrap", [
    "<w:hyperlink r:id='x'>{}</w:hyperlink>", "<w:smartTag>{}</w:smartTag>",
    "<w:customXml>{}</w:customXml>", "<w:ins w:id='1'>{}</w:ins>",
    "<w:moveTo w:id='1'>{}</w:moveTo>", "<w:fldSimple w:instr='DATE'>{}</w:fldSimple>",
    "<w:bdo w:val='ltr'>{}</w:bdo>", "<w:dir w:val='ltr'>{}</w:dir>",
    "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "<mc:AlternateContent><mc:Choice Requires='w14'>{}</mc:Choice>"
    "<mc:Fallback><w:r><w:t>旧</w:t></w:r></mc:Fallback></mc:AlternateContent>",
    "<mc:AlternateContent><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>",
])
def test_wrappers_are_read_through_once(w, wrap):
    assert text(w, w.r("前"), wrap.format(w.r("中")), w.r("后")) == "前中后"


def test_alternatives_within_a_run_and_around_paragraphs_are_read_once(w):
    run = w.r(f"<mc:AlternateContent><mc:Choice>{w.t('新')}</mc:Choice>"
              f"<mc:Fallback>{w.t('旧')}</mc:Fallback></mc:AlternateContent>")
    around = (f"<mc:AlternateContent><mc:Choice>{w.p(run)}</mc:Choice>"
              f"<mc:Fallback>{w.p('旧')}</mc:Fallback></mc:AlternateContent>")
    assert w.texts(around) == ["新"]


def test_the_prompt_of_an_empty_control_is_not_text(w):
    assert text(w, w.r("姓名："), w.sdt(w.r("单击此处输入"), "<w:showingPlcHdr/>"), w.r("。")) \
        == "姓名：。"


def test_a_filled_control_whose_prompt_is_switched_off_is_text(w):
    assert text(w, w.sdt(w.r("王珂"), '<w:showingPlcHdr w:val="0"/>')) == "王珂"


def test_the_prompt_of_a_control_around_paragraphs_is_not_text(w):
    blocks = w.read(w.sdt(w.p("请在此处填写"), "<w:showingPlcHdr/>"), w.p("后面")).blocks
    assert [(block.text, block.paragraph) for block in blocks] == [("", 1), ("后面", 2)]


def test_a_field_shows_its_result(w):
    assert text(w, w.r("共"), w.field("NUMPAGES", "12"), w.r("页")) == "共12页"


def test_a_field_without_result_shows_nothing(w):
    body = w.mark("begin") + "<w:r><w:instrText>PAGE</w:instrText></w:r>" + w.mark("end")
    assert text(w, w.r("前"), body, w.r("后")) == "前后"


def test_the_result_of_a_field_within_an_instruction_is_hidden(w):
    inner = w.field("MERGEFIELD 性别", "男")
    outer = (w.mark("begin") + "<w:r><w:instrText>IF </w:instrText></w:r>" + inner
             + "<w:r><w:instrText> = 男 先生 女士</w:instrText></w:r>"
             + w.mark("separate") + w.r("先生") + w.mark("end"))
    assert text(w, outer) == "先生"


@pytest.mark.parametrize("marks", [["begin"], ["separate"], ["end"], ["begin", "begin"],
                                   ["end", "separate", "begin"], ["nonsense"]])
def test_fields_that_do_not_add_up_hide_nothing_after_them(w, marks):
    body = w.p("".join(w.mark(kind) for kind in marks)) + w.p("二、工作目标")
    assert w.texts(body)[1] == "二、工作目标"


def test_an_unclosed_field_hides_nothing_in_its_own_paragraph(w):
    assert text(w, w.mark("begin"), w.r("还在")) == "还在"


@pytest.mark.parametrize(("state", "shown"), [
    ("<w:checked/>", "☑"), ('<w:checked w:val="1"/>', "☑"), ('<w:checked w:val="0"/>', "☐"),
    ('<w:default w:val="1"/>', "☑"), ("", "☐"),
    ('<w:default w:val="1"/><w:checked w:val="0"/>', "☐"),
])
def test_a_legacy_tick_box_shows_its_state(w, state, shown):
    box = ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:sizeAuto/>'
           f"{state}</w:checkBox></w:ffData></w:fldChar></w:r>"
           "<w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r>" + w.mark("end"))
    assert text(w, box, w.r("是")) == f"{shown}是"


@pytest.mark.parametrize(("result", "shown"), [("", "初级"), ('<w:result w:val="1"/>', "中级"),
                                               ('<w:result w:val="9"/>', "")])
def test_a_legacy_list_shows_the_entry_that_was_chosen(w, result, shown):
    box = ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList>'
           f'{result}<w:listEntry w:val="初级"/><w:listEntry w:val="中级"/>'
           "</w:ddList></w:ffData></w:fldChar></w:r>"
           "<w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r>" + w.mark("end"))
    assert text(w, box) == shown


def test_words_around_a_page_break_are_two_lines(w):
    assert text(w, w.r("上一页。"), w.r('<w:br w:type="page"/>'), w.r("附件1")) == "上一页。\n附件1"


def test_a_page_break_at_an_end_leaves_nothing_in_the_text(w):
    page = w.r('<w:br w:type="page"/>')
    assert text(w, page, w.r("正文"), page) == "正文"
