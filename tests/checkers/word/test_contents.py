"""Tables of contents: their lines are marked, and nothing else is."""

import pytest


def marked(w, *blocks, **others):
    return [block.text for block in w.read(*blocks, **others).blocks if block.toc]


def test_headings_and_prose_are_not_marked(w):
    assert marked(w, w.p("目录"), w.p("一、指导思想"), w.p("每学期读书3本……共12"),
                  w.p("二、工作目标")) == []


def test_a_list_of_marks_is_not_a_table_of_contents(w):
    assert marked(w, w.p("纪律\t20"), w.p("卫生\t10"), w.p("出勤\t15"), w.p("合计\t45")) == []


def test_two_dotted_lines_are_not_enough(w):
    assert marked(w, w.p("一、指导思想……1"), w.p("二、工作目标……2")) == []


@pytest.mark.parametrize("line", ["{}……{}", "{}..........{}", "{}·······{}", "{}\t{}", "{}…{}",
                                  "{} . . . . . {}", "{}……（{}）", "{}\t\t{} "])
def test_three_lines_with_growing_page_numbers_are(w, line):
    titles = ["一、指导思想", "二、工作目标", "三、保障措施"]
    lines = [line.format(title, page) for title, page in zip(titles, (1, 1, 12), strict=True)]
    body = [*map(w.p, lines), w.p("一、指导思想")]
    assert marked(w, *body) == lines


def test_the_word_contents_before_them_is_marked_with_them(w):
    body = [w.p("目  录"), w.p(), w.p("甲……1"), w.p("乙……2"), w.p(), w.p("丙……3"), w.p("正文")]
    assert marked(w, *body) == ["目  录", "甲……1", "乙……2", "", "丙……3"]


def test_an_annex_may_begin_at_page_one_again(w):
    lines = [f"第{number}部分……{page}" for number, page in enumerate((1, 2, 4, 6, 9, 1, 3), 1)]
    assert marked(w, *map(w.p, lines)) == lines


def test_prose_that_ends_in_a_number_is_no_line_of_contents(w):
    assert marked(w, *[w.p("每位学员每学期读书不少于3")] * 5) == []


def test_lines_of_dots_to_be_filled_in_are_no_contents(w):
    assert marked(w, *[w.p("________2")] * 5) == []


@pytest.mark.parametrize("name", ["toc 1", "TOC 2", "目录 1", "TOC Heading", "WPSOffice手动目录 1"])
def test_lines_in_a_style_for_contents_are_marked(w, name):
    assert marked(w, w.p("指导思想", '<w:pStyle w:val="t"/>'), w.p("正文"),
                  styles=w.style("t", name)) == ["指导思想"]


def test_what_the_contents_gallery_made_is_marked(w):
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    body = [w.sdt(w.p("目录") + w.p("指导思想 1"), gallery), w.p("指导思想")]
    assert marked(w, *body) == ["目录", "指导思想 1"]


def test_controls_of_other_galleries_are_not_marked(w):
    gallery = '<w:docPartObj><w:docPartGallery w:val="Cover Pages"/></w:docPartObj>'
    assert marked(w, w.sdt(w.p("封面"), gallery)) == []


def toc(w, *lines, end=True):
    """A TOC field over several paragraphs, each line with a field for its page."""
    start = w.mark("begin") + "<w:r><w:instrText>TO</w:instrText></w:r>" \
        '<w:r><w:instrText>C \\o "1-3"</w:instrText></w:r>' + w.mark("separate")
    inner = [w.r(line) + w.r("<w:tab/>") + w.field("PAGEREF _x", "1") for line in lines]
    inner[0] = start + inner[0]
    return [*map(w.p, inner), *([w.p(w.mark("end"))] if end else [])]


def test_the_lines_of_a_contents_field_are_marked(w):
    body = [w.p("前"), *toc(w, "指导思想", "工作目标"), w.p("指导思想")]
    assert [text.strip("\t1") for text in marked(w, *body) if text] == ["指导思想", "工作目标"]


def test_a_contents_field_that_never_ends_marks_nothing(w):
    body = [*toc(w, "指导思想", end=False), w.p("二、工作目标")]
    assert marked(w, *body) == []


def test_words_after_the_end_of_the_field_are_not_contents(w):
    body = [*toc(w, "指导思想", end=False), w.p(w.mark("end") + w.r("二、工作目标"))]
    assert "二、工作目标" not in marked(w, *body)


def test_another_field_is_no_contents(w):
    assert marked(w, w.p(w.field("DATE", "三月"))) == []


def test_a_simple_contents_field_is_marked(w):
    simple = f'<w:fldSimple w:instr=" TOC \\o">{w.r("指导思想")}</w:fldSimple>'
    assert marked(w, w.p(simple), w.p("正文")) == ["指导思想"]
