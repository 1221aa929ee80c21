"""Controls of a form: a tag for every place, what type it has, and what it shows while blank."""

from __future__ import annotations

import struct
from datetime import date

import pytest

from plans.form_marks import LONGEST_TAG
from plans.kinds import Field, Option
from plans.no_picture import no_picture
from plans.periods import Month, Period
from plans.pictures import Picture

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
BLANK = "\u3000"

RANK = Field("rank", "职称", "choice", options=(Option("初级"), Option("中级", ("一级",))))
DONE = Field("done", "参加活动", "ticks", options=(Option("读书"), Option("听课")))


def text_of(element):
    return "".join(one.text or "" for one in element.iter(f"{W}t"))


def properties(made, tag):
    return made.controls()[tag].find(f"{W}sdtPr")


@pytest.mark.parametrize(("field", "value", "shown"), [
    (Field("a", "姓名", "text"), "王珂", "王珂"),
    (Field("a", "说明", "longtext"), "一段话。", "一段话。"),
    (Field("a", "年限", "integer"), 8, "8"),
    (Field("a", "平均分", "number"), 91.5, "91.5"),
    (Field("a", "经费", "money"), 320.0, "320"),
    (Field("a", "日期", "date"), date(2026, 3, 20), "2026年3月20日"),
    (Field("a", "出生年月", "month"), Month(1985, 6), "1985年6月"),
    (Field("a", "起止", "period"), Period(Month(2026, 3), Month(2026, 12)), "2026年3月至12月"),
    (Field("a", "电话", "phone"), "13800000000", "13800000000"),
    (Field("a", "证号", "id-number"), "990101198506150020", "990101198506150020"),
    (Field("a", "职称", "choice", options=RANK.options), "中级", "中级")])
def test_a_value_stands_in_the_control_of_its_field(field, value, shown, form):
    made = form(field, values={"a": value})
    assert made.control_texts() == {"a": shown}
    alias = properties(made, "a").find(f"{W}alias")
    assert alias.get(f"{W}val") == field.label


def test_a_blank_place_of_a_finished_document_prints_nothing(form):
    made = form(Field("name", "姓名", "text", help="与身份证一致"), RANK)
    assert [text_of(one) for one in made.controls().values()] == [BLANK, BLANK]
    assert made.control_texts() == {"name": "", "rank": ""}


@pytest.mark.parametrize(("field", "prompt"), [
    (Field("a", "姓名", "text", help="与身份证一致"), "与身份证一致"),
    (Field("a", "姓名", "text"), "点击填写"),
    (Field("a", "日期", "date"), "选择日期"), (Field("a", "年月", "month"), "选择年月"),
    (Field("a", "职称", "choice", options=RANK.options), "选择一项")])
def test_a_blank_place_of_a_form_to_fill_in_says_what_belongs_there(field, prompt, form):
    made = form(field, to_fill_in=True)
    assert text_of(made.controls()["a"]) == prompt
    assert made.control_texts() == {"a": ""}
    style = made.controls()["a"].find(f".//{W}rStyle")
    assert style.get(f"{W}val") == "PlaceholderText"


def test_what_the_office_fills_in_has_no_prompt(form):
    made = form(Field("opinion", "学校意见", "longtext", by="office"), to_fill_in=True)
    assert text_of(made.controls()["opinion"]) == BLANK


def test_a_mark_that_something_is_missing_counts_as_blank(form):
    made = form(Field("name", "姓名", "text"), values={"name": "【待填：姓名】"})
    assert made.control_texts() == {"name": ""}
    assert "待填" not in made.text()


def test_a_choice_offers_its_options(form):
    drop = properties(form(RANK, values={"rank": "中级"}), "rank").find(f"{W}dropDownList")
    assert [one.get(f"{W}displayText") for one in drop] == ["初级", "中级"]
    assert [one.get(f"{W}value") for one in drop] == ["初级", "中级"]


@pytest.mark.parametrize(("field", "value", "full", "how"), [
    (Field("a", "日期", "date"), date(2026, 3, 20), "2026-03-20T00:00:00Z", "yyyy年M月d日"),
    (Field("a", "年月", "month"), Month(2026, 3), "2026-03-01T00:00:00Z", "yyyy年M月"),
    (Field("a", "日期", "date"), None, None, "yyyy年M月d日")])
def test_a_date_is_known_to_word_as_one(field, value, full, how, form):
    made = form(field, values={} if value is None else {"a": value})
    day = properties(made, "a").find(f"{W}date")
    assert day.get(f"{W}fullDate") == full
    assert day.find(f"{W}dateFormat").get(f"{W}val") == how


@pytest.mark.parametrize(("field", "value", "line", "states"), [
    (DONE, ("听课",), "☐读书　☑听课", {"done/读书": "0", "done/听课": "1"}),
    (DONE, None, "☐读书　☐听课", {"done/读书": "0", "done/听课": "0"}),
    (Field("ok", "是否在岗", "yesno"), True, "☑是　☐否", {"ok/是": "1", "ok/否": "0"}),
    (Field("ok", "是否在岗", "yesno"), False, "☐是　☑否", {"ok/是": "0", "ok/否": "1"}),
    (Field("ok", "是否在岗", "yesno"), None, "☐是　☐否", {"ok/是": "0", "ok/否": "0"})])
def test_a_box_for_each_option_is_ticked_or_not(field, value, line, states, form):
    made = form(field, values={} if value is None else {field.name: value})
    assert made.rows()[0][1] == line
    assert {tag: one.find(f".//{W14}checked").get(f"{W14}val")
            for tag, one in made.controls().items()} == states
    assert [one.find(f"{W}sdtPr/{W}alias").get(f"{W}val") for one in made.controls().values()
            ] == [tag.partition("/")[2] for tag in states]


@pytest.mark.parametrize(("value", "sign", "state"), [
    (True, "☑", "1"), (False, "×", "0"), ("？", "？", "0"), (None, "☐", "0")])
def test_a_box_alone_is_ticked_crossed_or_empty(value, sign, state, form):
    made = form(Field("ok", "自查", "tickbox"), values={} if value is None else {"ok": value})
    assert made.rows()[0][1] == sign
    assert made.controls()["ok"].find(f".//{W14}checked").get(f"{W14}val") == state


def test_a_line_does_not_end_between_a_box_and_what_it_says(form):
    names = ("开班仪式", "读书分享", "主题班会观摩", "外出学习", "课题研讨", "送教下乡", "论坛交流")
    made = form(Field("done", "活动", "ticks", options=tuple(map(Option, names))))
    cell = list(made.xml().iter(f"{W}tc"))[1]
    lines, line = [], ""
    for one in cell.iter(f"{W}t", f"{W}br"):
        if one.tag == f"{W}br":
            lines, line = [*lines, line], ""
        line += one.text or ""
    assert len([*lines, line]) > 1
    assert "　".join([*lines, line]) == "　".join(f"☐{name}" for name in names)


def test_the_unit_is_printed_behind_the_control(form):
    made = form(Field("years", "班主任年限", "integer", unit="年"), values={"years": 8})
    assert made.rows()[0][1] == "8年"
    assert made.control_texts() == {"years": "8"}


def test_lines_of_a_value_stay_lines(form):
    made = form(Field("files", "附件", "longtext"), values={"files": "证书.pdf\r\n课题.pdf"})
    assert len(list(made.controls()["files"].iter(f"{W}br"))) == 1
    assert made.control_texts() == {"files": "证书.pdf课题.pdf"}


@pytest.mark.parametrize("text", ["A&B <甲> “乙”", "{{ 姓名 }}{% if x %}", "=1+1", "𠮷"])
def test_data_is_text(text, form):
    made = form(Field("name", "姓名", "text"), values={"name": text})
    assert made.control_texts() == {"name": text}


def test_signs_that_no_word_file_can_hold_are_left_out(form):
    made = form(Field("name", "姓名", "text"), values={"name": "王\x07珂\x0b\ufffe\ud800"})
    assert made.control_texts() == {"name": "王珂"}


def test_a_label_may_hold_signs_of_xml(form):
    made = form(Field("both", 'A&B"<甲>', "text"))
    assert made.rows()[0][0] == 'A&B"<甲>'
    assert properties(made, "both").find(f"{W}alias").get(f"{W}val") == 'A&B"<甲>'


def test_a_tag_is_no_longer_than_word_allows(form):
    made = form(Field("x" * 80, "姓名", "text"))
    assert list(made.controls()) == ["x" * LONGEST_TAG]


def test_a_picture_keeps_its_shape(form):
    shape = (300, 100)
    picture = Picture("a.png", _png(*shape))
    made = form(Field("photo", "照片", "picture"), values={"photo": picture})
    assert properties(made, "photo").find(f"{W}picture") is not None
    extent = made.controls()["photo"].find(f".//{WP}extent")
    assert int(extent.get("cx")) / int(extent.get("cy")) == pytest.approx(3, rel=0.01)
    assert made.files["word/media/image1.png"] == picture.data
    assert made.control_texts() == {"photo": ""}
    assert properties(made, "photo").find(f"{W}showingPlcHdr") is None


def test_a_picture_that_is_not_there_shows_a_figure_that_is_always_the_same(form):
    made = form(Field("photo", "照片", "picture"), Field("other", "另一张", "picture"))
    assert [made.files[name] for name in made.files if "media" in name] == [no_picture().data]
    assert properties(made, "photo").find(f"{W}showingPlcHdr") is not None
    assert made.controls()["photo"].find(f".//*[@{R}embed]").get(f"{R}embed") == "image1"


def test_every_control_and_every_picture_has_a_number_of_its_own(form):
    made = form(RANK, DONE, Field("photo", "照片", "picture"), Field("other", "另一张", "picture"),
                Field("posts", "经历", "table", columns=(Field("at", "学校", "text"),)))
    for numbers in ([one.get(f"{W}val") for one in made.xml().iter(f"{W}id")],
                    [one.get("id") for one in made.xml().iter(f"{WP}docPr")]):
        assert len(set(numbers)) == len(numbers) > 1


def _png(width, height):
    import zlib

    def chunk(name, content):
        return (struct.pack(">I", len(content)) + name + content
                + struct.pack(">I", zlib.crc32(name + content)))
    rows = b"".join(b"\0" + b"\x80" * width for _ in range(height))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0,
                                                              0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
