"""How a paragraph looks: bold, size, font, where it stands on the line and on the page."""

import pytest


def look(w, *runs, ppr="", styles=""):
    return w.read(w.p("".join(runs), ppr), styles=styles).blocks[0].look


def test_a_paragraph_is_bold_when_all_its_words_are(w):
    assert look(w, w.r("一、", "<w:b/>"), w.r("指导", '<w:b w:val="1"/>')).bold


@pytest.mark.parametrize("rpr", ["", '<w:b w:val="0"/>', '<w:b w:val="false"/>', "<w:bCs/>"])
def test_one_run_that_is_not_bold_makes_it_plain(w, rpr):
    assert not look(w, w.r("一、", "<w:b/>"), w.r("指导", rpr)).bold


@pytest.mark.parametrize("run", ["   ", "<w:tab/>", "<w:t></w:t>"])
def test_blanks_that_are_not_bold_do_not_count(w, run):
    assert look(w, w.r("题", "<w:b/>"), w.r(run)).bold


def test_hidden_text_has_no_look(w):
    assert look(w, w.r("题", "<w:b/>"), w.r("藏", "<w:vanish/>")).bold


def test_a_blank_paragraph_is_not_bold(w):
    assert not look(w, w.r(" ", "<w:b/>")).bold


def test_bold_by_a_character_style(w):
    strong = w.style("s", "Strong", "<w:rPr><w:b/></w:rPr>", kind="character")
    assert look(w, w.r("题", '<w:rStyle w:val="s"/>'), styles=strong).bold


def test_bold_on_bold_is_plain_as_word_has_it(w):
    styles = w.style("h", "题", "<w:rPr><w:b/></w:rPr>") \
        + w.style("s", "Strong", "<w:rPr><w:b/></w:rPr>", kind="character")
    run = w.r("题", '<w:rStyle w:val="s"/>')
    assert not look(w, run, ppr='<w:pStyle w:val="h"/>', styles=styles).bold


def test_size_and_font_are_those_of_most_characters(w):
    found = look(w, w.r("一、", '<w:rFonts w:eastAsia="宋体"/><w:sz w:val="21"/>'),
                 w.r("指导思想", '<w:rFonts w:eastAsia="黑体"/><w:sz w:val="32"/>'))
    assert (found.size, found.font) == (16.0, "黑体")


@pytest.mark.parametrize("size", ["", "x", "-4", "0", "nan", "inf", "99999999"])
def test_an_impossible_size_is_as_if_not_said(w, size):
    assert look(w, w.r("字", f'<w:sz w:val="{size}"/>')).size == 0.0


def test_a_font_of_the_theme_is_not_guessed(w):
    fonts = '<w:rFonts w:eastAsia="黑体" w:eastAsiaTheme="minorEastAsia"/>'
    assert look(w, w.r("字", fonts)).font == ""


@pytest.mark.parametrize(("align", "centred", "right"), [
    ("center", True, False), ("right", False, True), ("end", False, True),
    ("left", False, False), ("both", False, False), ("nonsense", False, False)])
def test_where_it_stands_on_the_line(w, align, centred, right):
    found = look(w, w.r("字"), ppr=f'<w:jc w:val="{align}"/>')
    assert (found.centred, found.right) == (centred, right)


PAGE = '<w:r><w:br w:type="page"/></w:r>'


def on_new_page(w, *blocks, **others):
    """The texts that start a new page."""
    return [block.text for block in w.read(*blocks, **others).blocks
            if hasattr(block, "text") and block.text and block.look.page_break]


def test_an_ordinary_paragraph_starts_no_page(w):
    assert on_new_page(w, w.p("一"), w.p("二")) == []


def test_a_paragraph_that_asks_for_a_new_page_starts_it(w):
    asks = "<w:pageBreakBefore/>"
    assert on_new_page(w, w.p("一"), w.p("二", asks), w.p("三")) == ["二"]


def test_a_style_that_asks_for_a_new_page_starts_it(w):
    styles = w.style("h", "heading 1", "<w:pPr><w:pageBreakBefore/></w:pPr>")
    body = [w.p("一", '<w:pStyle w:val="h"/>'),
            w.p("二", '<w:pStyle w:val="h"/><w:pageBreakBefore w:val="0"/>')]
    assert on_new_page(w, *body, styles=styles) == ["一"]


def test_a_break_before_the_first_word_starts_a_page(w):
    assert on_new_page(w, w.p("一"), w.p(PAGE + w.r("附件1"))) == ["附件1"]


def test_a_break_after_the_last_word_starts_a_page_with_the_next(w):
    assert on_new_page(w, w.p(w.r("一") + PAGE), w.p("附件1"), w.p("三")) == ["附件1"]


def test_a_break_of_its_own_starts_a_page_with_the_next_words(w):
    assert on_new_page(w, w.p("一"), w.p(PAGE), w.p(), w.p("附件1"), w.p("三")) == ["附件1"]


def test_a_break_between_words_starts_no_paragraph(w):
    assert on_new_page(w, w.p(w.r("一") + PAGE + w.r("二")), w.p("三")) == []


@pytest.mark.parametrize(("kind", "found"), [
    ('<w:type w:val="nextPage"/>', ["二"]), ("", ["二"]), ('<w:type w:val="oddPage"/>', ["二"]),
    ('<w:type w:val="continuous"/>', []), ('<w:type w:val="nextColumn"/>', [])])
def test_a_section_starts_as_it_says_itself(w, kind, found):
    body = [w.p("一", '<w:sectPr><w:type w:val="continuous"/></w:sectPr>'), w.p("二"), w.p("三"),
            f"<w:sectPr>{kind}</w:sectPr>"]
    assert on_new_page(w, *body) == found


def test_a_page_begun_by_a_table_is_begun(w):
    assert on_new_page(w, w.p(PAGE), w.table(w.row(w.cell("格"))), w.p("表后")) == []
