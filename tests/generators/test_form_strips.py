"""The strips of a form: what stands side by side, beside a photo, across, on the next page."""

from __future__ import annotations

import pytest

from plans.kinds import Field
from plans.strips import FIELDS, PAGE, PHOTO, TEXT, TITLE, Strip

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BLANK = "\u3000"

NAME, SEX, BORN = (Field("name", "姓名", "text"), Field("sex", "性别", "text"),
                   Field("born", "出生年月", "month"))
PHOTO_OF = Field("photo", "照片", "picture", help="近期免冠照片")
STORY = Field("story", "带班特色", "longtext", lines=10)
OPINION = Field("opinion", "学校意见", "longtext", by="office", lines=6,
                signed=("负责人签字：", "（盖章）", "年    月    日"))
SIGNED = list(OPINION.signed)


def strip(*fields):
    return Strip(FIELDS, tuple(one.name for one in fields))


def spans(row):
    """How many lines of the grid each cell of a row reaches over."""
    return [1 if (span := cell.find(f"{W}tcPr/{W}gridSpan")) is None else int(span.get(f"{W}val"))
            for cell in row.iter(f"{W}tc")]


def lines(cell):
    return ["".join(text.text or "" for text in one.iter(f"{W}t")) for one in cell.iter(f"{W}p")]


def height(row):
    return int(row.find(f"{W}trPr/{W}trHeight").get(f"{W}val"))


def test_fields_stand_side_by_side_each_with_its_label(form):
    made = form(NAME, SEX, BORN, layout=(strip(NAME, SEX, BORN),))
    assert made.rows() == [["姓名", BLANK, "性别", BLANK, "出生年月", BLANK]]


def test_without_a_layout_short_fields_go_in_pairs(form):
    made = form(NAME, SEX, STORY, BORN)
    assert made.rows() == [["姓名", BLANK, "性别", BLANK], ["带班特色", BLANK], ["出生年月", BLANK]]


def test_every_row_reaches_over_the_whole_grid(form):
    made = form(NAME, SEX, BORN, PHOTO_OF, STORY, OPINION, layout=(
        Strip(PHOTO, ("photo",), rows=2), strip(NAME, SEX), strip(BORN), strip(STORY),
        Strip(TITLE, text="意见"), strip(OPINION)))
    table = next(made.xml().iter(f"{W}tbl"))
    columns = len(list(table.iter(f"{W}gridCol")))
    assert [sum(spans(row)) for row in table.iter(f"{W}tr")] == [columns] * 5


def test_rows_of_as_many_fields_have_the_same_lines(form):
    others = [Field(f"f{number}", label, "text") for number, label in enumerate(
        ("任教学科", "政治面貌", "系部", "民族"))]
    made = form(NAME, SEX, *others, layout=(
        strip(NAME, SEX), strip(*others[:2]), strip(*others[2:])))
    assert len({tuple(spans(row)) for row in made.xml().iter(f"{W}tr")}) == 1


def test_a_table_that_was_put_beside_other_fields_has_a_strip_to_itself(form):
    posts = Field("posts", "经历", "table", columns=(Field("at", "学校", "text"),))
    made = form(NAME, posts, SEX, layout=(strip(NAME, posts, SEX),))
    assert [row[0] for row in made.rows()] == ["姓名", "经历", "", "性别"]


def test_a_photo_stands_at_the_right_of_the_strips_that_it_is_given(form):
    made = form(NAME, SEX, BORN, PHOTO_OF, layout=(
        Strip(PHOTO, ("photo",), rows=2), strip(NAME, SEX), strip(BORN), strip()))
    rows = list(made.xml().iter(f"{W}tr"))
    cells = [list(row.iter(f"{W}tc"))[-1] for row in rows]
    assert [cell.find(f"{W}tcPr/{W}vMerge").get(f"{W}val") for cell in cells] == [
        "restart", "continue"]
    wide = int(cells[0].find(f"{W}tcPr/{W}tcW").get(f"{W}w"))
    assert 30 <= wide / 56.7 <= 35
    assert sum(height(row) for row in rows) / 56.7 >= 44, "a photo of 32 mm is 45 mm high"


def test_the_place_of_a_photo_says_so_until_there_is_one(form):
    layout = (Strip(PHOTO, ("photo",), rows=1), strip(NAME))
    assert form(NAME, PHOTO_OF, layout=layout).rows()[0][-1] == "照片"
    blank = form(NAME, PHOTO_OF, layout=layout, to_fill_in=True)
    assert blank.rows()[0][-1] == "照片（近期免冠照片）"


def test_a_photo_with_nothing_beside_it_is_a_field_like_any_other(form):
    made = form(PHOTO_OF, NAME, layout=(Strip(PHOTO, ("photo",), rows=2), Strip(PAGE), strip(NAME)))
    assert [made.rows(table) for table in (0, 1)] == [[["照片", ""]], [["姓名", BLANK]]]


def test_a_tall_box_has_a_narrow_label_and_the_lines_that_the_kind_gives_it(form):
    row, = form(STORY).xml().iter(f"{W}tr")
    label, box = row.iter(f"{W}tc")
    widths = [int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) for cell in (label, box)]
    assert widths[0] * 8 < widths[1]
    assert height(row) > 10 * 320
    assert row.find(f"{W}trPr/{W}cantSplit") is None


def test_an_opinion_is_kept_whole_and_signed_at_its_foot(form):
    made = form(OPINION, values={"opinion": "同意推荐。"})
    row, = made.xml().iter(f"{W}tr")
    _label, box = row.iter(f"{W}tc")
    assert lines(box) == ["同意推荐。", *SIGNED]
    assert made.control_texts() == {"opinion": "同意推荐。"}
    assert row.find(f"{W}trPr/{W}cantSplit") is not None
    assert box.find(f"{W}tcPr/{W}vAlign").get(f"{W}val") == "bottom"
    assert height(row) > 6 * 320


def test_a_title_and_a_text_go_from_edge_to_edge(form):
    made = form(NAME, layout=(Strip(TITLE, text="一、基本情况"), strip(NAME),
                              Strip(TEXT, text="以上属实。", signed=("签名：",))))
    assert made.rows() == [["一、基本情况"], ["姓名", BLANK], ["以上属实。签名："]]
    title = next(made.xml().iter(f"{W}tr"))
    assert title.find(f".//{W}b") is not None


def test_the_next_page_begins_where_the_layout_says(form):
    made = form(NAME, SEX, layout=(strip(NAME), Strip(PAGE), strip(SEX)))
    assert [made.rows(table)[0][0] for table in (0, 1)] == ["姓名", "性别"]
    breaks = [one for one in made.xml().iter(f"{W}p")
              if one.find(f"{W}pPr/{W}pageBreakBefore") is not None]
    assert len(breaks) == 1
    assert breaks[0].getnext().tag == f"{W}tbl"


def test_above_a_sheet_short_fields_stand_without_lines(form):
    people = Field("people", "人员", "table", columns=tuple(
        Field(f"c{number}", f"第{number}栏", "text") for number in range(7)))
    made = form(NAME, SEX, people, values={"name": "王珂"})
    assert made.rows(0) == [["姓名：", "王珂", "性别：", BLANK]]
    assert made.xml().find(f".//{W}tblBorders/{W}insideV").get(f"{W}val") == "nil"


def test_tables_do_not_touch_or_word_makes_them_one(form):
    made = form(NAME, SEX, BORN, Field("more", "人员", "table", columns=tuple(
        Field(f"c{number}", f"第{number}栏", "text") for number in range(7))), OPINION)
    tables = list(made.xml().iter(f"{W}tbl"))
    assert len(tables) == 3
    assert {table.getnext().tag for table in tables} == {f"{W}p"}


@pytest.mark.parametrize("label", ["姓名", "工作室建设设想", "近五年课题与论文", "是否在岗班主任"])
def test_a_label_stays_one_word_however_narrow_its_cell(label, form):
    for field in (Field("a", label, "text"), Field("a", label, "longtext", lines=10)):
        assert form(field).rows()[0][0] == label
