"""Forms that are not the one that was given out: named as such, what can be read is collected."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from checkers.case import Demand
from checkers.submission import submission_of
from checkers.verdict import Verdict, judge
from forms.paper import paper
from generators.documents import generate
from office.collecting import collect
from plans.house import House
from plans.inputs import load_input

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
HOUSE = House()
KIND = HOUSE.kind("主持人申报表")


def made(name: str) -> bytes:
    return generate(load_input(SAMPLES / name, HOUSE)).data


def verdict_on(data: bytes, given: bool = True) -> Verdict:
    return judge(submission_of(data, "a.docx"), Demand(
        HOUSE.topics, HOUSE.kinds, KIND if given else None))


def told(verdict: Verdict) -> list[tuple[str, str]]:
    return [(one.rule, one.severity) for one in verdict.findings]


@pytest.fixture
def summed(tmp_path):
    """What `collect --kind` writes on the first sheet of a form, by label, and all its problems."""
    def of(data: bytes) -> tuple[dict[str, object], str]:
        (tmp_path / "in.docx").write_bytes(data)
        collect([str(tmp_path / "in.docx")], kind=KIND.id, roster=None,
                out=[str(tmp_path / "all.xlsx")], yaml=None, newest=False, jobs=1, force=True,
                ocr=False, house=None)
        book = load_workbook(tmp_path / "all.xlsx")
        sheet = book.worksheets[0]
        row = {sheet.cell(3, at).value: sheet.cell(4, at).value
               for at in range(1, sheet.max_column + 1)}
        return row, "\n".join(str(cell) for line in book["问题"].iter_rows(values_only=True)
                              for cell in line if cell)
    return of


def older(data: bytes) -> bytes:
    """The form as a version before gave it out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for info in source.infolist():
            content = source.read(info)
            if info.filename == "docProps/custom.xml":
                assert b"<vt:lpwstr>1</vt:lpwstr>" in content
                content = content.replace(b"<vt:lpwstr>1<", b"<vt:lpwstr>0<")
            target.writestr(info, content)
    return out.getvalue()


FOREIGN = paper(
    [["姓  名", "王珂", "性别", "女", "籍贯", "江城"],
     ["出生日期", "1985.6", "民族", "汉", "政治面貌", "党员"],
     ["文化程度", "大学本科", "现任职称", "讲师", "评定时间", "2015.9"],
     ["任教课程", "语文", "手机号码", "138 0000 0031", "班主任工作年限", "8年"],
     ["所在部门", "幼教系", "健康状况", "良好", "备注", ""]],
    lines=["某某职业学校名师工作室领衔人推荐表"])


def test_a_form_of_another_kind_is_named_and_not_judged_by_its_blanks():
    verdict = verdict_on(made("growth-record-2026.yaml"))
    assert told(verdict) == [("F012", "error")]
    assert "学员成长档案" in verdict.findings[0].message


def test_what_it_has_in_common_is_collected_all_the_same(summed):
    row, problems = summed(made("growth-record-2026.yaml"))
    sample = load_input(SAMPLES / "growth-record-2026.yaml", HOUSE)
    assert row["姓名"] == sample.values["name"]
    assert "学员成长档案" in problems


def test_an_older_version_is_told_and_collected(summed):
    data = older(made("host-application-2026.yaml"))
    assert told(verdict_on(data)) == [("F012", "warning")]
    assert "version 0" in verdict_on(data, given=False).findings[0].message
    row, problems = summed(data)
    assert (row["姓名"], row["班主任年限"]) == ("陈明远", 8)
    assert "version 0" in problems


def test_the_template_of_another_school_is_read_by_its_labels(summed):
    row, problems = summed(FOREIGN)
    assert [row[label] for label in ("姓名", "性别", "民族", "政治面貌", "学历", "职称", "任教学科",
                                     "联系电话", "班主任年限", "系部")] == [
        "王珂", "女", "汉", "中共党员", "本科", "中级", "语文", "13800000031", 8, "幼教系"]
    assert "lacks" in problems or "another form" in problems


def test_labels_that_only_the_other_school_has_are_no_part_of_a_value():
    answers = verdict_on(FOREIGN).answers
    assert answers
    assert (answers.by_field["gender"].text, answers.by_field["gender"].doubts) == ("女", ())
