"""What goes back with a file: its problems in words, and a copy with comments."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path

import docx
import pytest

from checkers.case import Demand, case_of
from checkers.comments import Signed
from checkers.document import UNOPENED, Unreadable
from checkers.returned import Problem, Returned
from checkers.returning import Asked, returned_from
from checkers.submission import Submission, submission_of
from checkers.verdict import findings_in
from forms.example import example_of
from plans.house import House
from plans.messages import speaking

HOUSE = House()
LINK = (b'<Relationship Id="rIdC" Target="comments.xml" Type="http://schemas.openxmlformats.org/'
        b'officeDocument/2006/relationships/comments"/>')
SIGNED = Signed("homeroom", "hr", datetime(2026, 3, 12, 9, 30))


@pytest.fixture
def returned(tmp_path: Path):
    """What goes back with a submission that these titles are asked of."""
    def made(submission: Submission, *titles: str, copies: bool = True,
             kinds: bool = False) -> Returned:
        case = case_of(submission, Demand(HOUSE.topics, HOUSE.kinds if kinds else (),
                                          titles=titles))
        return returned_from(case, tuple(findings_in(case)), Asked(
            str(tmp_path) if copies else "", SIGNED, True))
    return made


def comments_in(found: Returned) -> list[str]:
    return [one.text for one in docx.Document(io.BytesIO(Path(found.copy).read_bytes())).comments]


def test_the_comment_says_what_is_wrong_how_to_mend_it_and_where_it_belongs(word, returned):
    data = word("江城实验学校班主任工作计划", "一、工作目标", "全年研读专著两本。", "二、工作措施")
    assert comments_in(returned(submission_of(data, "计划.docx"), "指导思想", "工作目标", "工作措施")) == [
        "the section “指导思想” is missing\n"
        "to mend: add a heading “指导思想” and write the section under it\n"
        "it belongs before this",
        "the section “工作措施” is empty\nto mend: write its text under the heading"]


def test_the_problems_are_chinese_whatever_is_spoken(word, returned):
    data = word("江城实验学校班主任工作计划", "一、工作目标", "全年研读专著两本。")
    found = returned(submission_of(data, "计划.docx"), "指导思想", "工作目标", copies=False)
    assert found.problems == (Problem("缺少“指导思想”部分", "“一、工作目标”之前",
                                      "请加上标题“指导思想”，并在下面写出内容", is_due=True),)
    with speaking("zh_CN"):
        data = word("江城实验学校班主任工作计划", "一、工作目标", "全年研读专著两本。")
        assert found == returned(submission_of(data, "计划.docx"), "指导思想", "工作目标",
                                 copies=False)


def test_what_need_not_be_mended_is_told_as_advice_or_as_a_question(word, returned):
    data = word("江城实验学校班主任工作计划", "一、班级公约汇编", "按时到校，见面问好。", "三、工作措施", "每月例会。")
    found = returned(submission_of(data, "计划.docx"), "班级公约", "工作措施")
    asked, advice = found.problems
    assert asked == Problem("（请确认）“班级公约汇编”是不是要求的“班级公约”部分？", "“一、班级公约汇编”",
                            "如果是，请把标题改成“班级公约”；如果不是，请把这一部分补上", is_due=False)
    assert advice.what.startswith("（建议）")
    assert not advice.is_due
    assert "topics.yaml" not in "".join(comments_in(found))


def test_what_is_the_affair_of_the_office_is_not_told(word, returned):
    data = word("关于春游的几点想法", "天气好就去。", "带上水和干粮，穿便于行走的鞋。")
    assert returned(submission_of(data, "a.docx"), kinds=True) == Returned()
    unopened = Submission("a.docx", "unknown", "docx", trouble=Unreadable("F003", UNOPENED))
    assert returned(unopened).problems == ()


def test_a_file_that_cannot_be_read_has_no_copy_and_its_place_is_the_file(returned):
    found = returned(submission_of(b"PK\x03\x04", "a.docx"))
    assert found == Returned((Problem("文件已损坏，无法读取", "整个文件",
                                      "请用 Word 打开，另存为新文件后上交", is_due=True),))


def test_a_scan_has_to_be_handed_in_anew(document, returned):
    scan = Submission("a.pdf", "pdf", "pdf", document=document(pages=1, scanned_pages=(1,)))
    problem, = returned(scan, copies=False).problems
    assert problem.is_due
    assert problem.mend == "请交 Word 原文件，或由 Word 直接另存的 PDF，不要交扫描件"


def test_what_only_concerns_the_whole_document_makes_no_copy(word, returned):
    data = word("江城实验学校2026年班主任工作计划", "一、工作目标", "全年研读专著两本。")
    found = returned(submission_of(data, "滨河小学2026年计划.docx"), "工作目标")
    assert [one.place for one in found.problems] == ["全文"]
    assert found.copy == ""


@pytest.mark.parametrize(("name", "suffix"), [
    ("计划.docx", ".docx"), ("计划.DOCM", ".DOCM"), ("计划.doc", ".docx"), ("计划", ".docx")])
def test_the_copy_ends_in_what_it_is(word, returned, name, suffix):
    data = word("江城实验学校班主任工作计划", "一、工作目标")
    assert returned(submission_of(data, name), "工作目标").suffix == suffix


def test_where_no_copy_can_be_made_it_is_said_why(word, returned):
    good, out = word("江城实验学校班主任工作计划", "一、工作目标"), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/_rels/document.xml.rels":
                content = content.replace(b"</Relationships>", LINK + b"</Relationships>")
            new.writestr(name, content)
        new.writestr("word/comments.xml", "<w:comments")
    found = returned(submission_of(out.getvalue(), "计划.docx"), "工作目标")
    assert (found.copy, found.why_no_copy) == ("", "a part of the file is damaged")


@pytest.mark.parametrize(("full_values", "shown"), [
    (False, "联系人王珂138****5678填写于"), (True, "联系人王珂13812345678填写于")])
def test_numbers_of_persons_are_hidden_in_what_is_quoted(word, tmp_path, full_values, shown):
    data = word("江城实验学校班主任工作计划", "一、工作目标", "联系人王珂13812345678填写于XX年。")
    case = case_of(submission_of(data, "计划.docx"), Demand(HOUSE.topics, titles=("工作目标",)))
    found = returned_from(case, tuple(findings_in(case)), Asked(
        str(tmp_path), SIGNED, problems=True, full_values=full_values))
    assert shown in found.problems[0].place
    assert f"{tmp_path}/" in found.copy         # no file is lost by the digits of its name


FORM = ("form 姓名*, 联系电话*:phone, 学科*, 班主任年限*:integer, 证号:id-number",
        "must 班主任年限 6 担任班主任须满6年（含6年）", "姓名 | 王珂", "学科 |", "班主任年限 | 5",
        "证号 | 990101198506150021")


@pytest.fixture
def given_back(tmp_path: Path):
    """What goes back with a form; numbers of persons are hidden."""
    shown = example_of(FORM)
    case = case_of(shown.put_into(submission_of(shown.data, "王珂登记表.docx")),
                   Demand(HOUSE.topics, kind=shown.kind))
    return returned_from(case, tuple(findings_in(case)), Asked(str(tmp_path), SIGNED, True))


def test_a_form_goes_back_with_a_comment_at_each_field(given_back):
    told = comments_in(given_back)
    assert len(told) == 4
    assert any("联系电话" in one and "it belongs after this" in one for one in told)
    assert any(one.startswith("学科 is blank") for one in told)
    assert any("担任班主任须满6年（含6年）" in one for one in told)


def test_its_notice_says_what_and_where_and_hides_numbers(given_back):
    places = [one.place for one in given_back.problems]
    assert all(places), places
    assert all(one.is_due for one in given_back.problems)
    assert "990101198506150021" not in repr(given_back.problems) + repr(comments_in(given_back))
