"""What the source's annex asks of an applicant, from the form to the notice and the summary."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
import yaml
from openpyxl import load_workbook

from checkers.case import Demand
from checkers.submission import submission_of
from checkers.verdict import Verdict, judge
from generators.documents import generate
from office.checking import check
from office.collecting import collect
from plans.house import House
from plans.inputs import load_input

HOUSE = House()
KIND = HOUSE.kind("主持人申报表")
SAMPLE = next(path for path in (Path(__file__).resolve().parents[1] / "samples").glob("*.yaml")
              if f"\nkind: {KIND.id} " in path.read_text("utf-8"))
POSTS = "班主任经历"


def form(folder: Path, **changed: object) -> bytes:
    """The sample's form with some values changed."""
    values = yaml.safe_load(SAMPLE.read_text("utf-8")) | changed
    (folder / "photo.png").write_bytes((SAMPLE.parent / "photo.png").read_bytes())
    path = folder / "input.yaml"
    path.write_text(yaml.safe_dump(values, allow_unicode=True), encoding="utf-8")
    return generate(load_input(path, HOUSE)).data


def verdict_on(folder: Path, **changed: object) -> Verdict:
    return judge(submission_of(form(folder, **changed), "王珂.docx"),
                 Demand(HOUSE.topics, HOUSE.kinds))


def served(years: int) -> dict[str, object]:
    """So many years as homeroom teacher, in number and in posts, up to the day of the sample."""
    return {"班主任年限": years, "申报日期": "2026-03-10", POSTS: [
        {"起始年月": f"{2026 - years}-03", "终止年月": "2026-02", "班级": "一班", "所在学校": "江城职业中专"}]}


def unmet(verdict: Verdict) -> list[str]:
    return [one.message for one in verdict.findings if one.rule == "K007"]


def test_the_sample_fulfils_everything(tmp_path):
    assert verdict_on(tmp_path).findings == ()


def test_six_years_exactly_are_enough(tmp_path):
    assert verdict_on(tmp_path, **served(6)).findings == ()


@pytest.mark.parametrize(("changed", "says"), [
    (served(5), "须满6年"), ({"职称": "初级"}, "中级及以上"), ({"是否在岗班主任": "否"}, "在岗班主任")])
def test_what_is_not_fulfilled_is_told_in_the_words_of_the_condition(tmp_path, changed, says):
    verdict = verdict_on(tmp_path, **changed)
    assert verdict.status == "fail"
    (message,) = unmet(verdict)
    assert says in message


def test_an_honour_outside_the_years_is_no_preference_and_no_fault(tmp_path):
    contest = {"比赛名称": "班主任能力比赛", "级别": "市级", "获奖等次": "一等奖", "主办单位": "江城市教育局"}
    preferred = {}
    for when in ("2021-02", "2021-03", "2026-02"):
        (folder := tmp_path / when).mkdir()
        data = form(folder, 能力比赛=[contest | {"时间": when}])
        assert judge(submission_of(data, "王珂.docx"),
                     Demand(HOUSE.topics, HOUSE.kinds)).findings == ()
        (folder / "form.docx").write_bytes(data)
        collect([str(folder / "form.docx")], kind=None, roster=None, out=[str(folder / "all.xlsx")],
                yaml=None, newest=False, jobs=1, force=False, ocr=False, house=None)
        sheet = load_workbook(folder / "all.xlsx").worksheets[0]
        cells = {cell.value: cell.column for cell in sheet[3]}
        preferred[when] = str(sheet.cell(4, cells["优先条件"]).value)
    said = next(one.says for one in KIND.conditions if one.field == "contests")
    assert [said in preferred[when] for when in preferred] == [False, True, True]


def test_the_notice_tells_the_teacher_in_the_words_of_the_condition(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "王珂.docx").write_bytes(form(tmp_path, **served(5)))
    check([str(tmp_path / "in")], kind=None, require=(), period=None, roster=None, form="text",
          reports=(), full_values=False, fail_on="error", annotate=str(tmp_path / "copies"),
          notices=str(tmp_path / "notices"), deadline=None, contact=None, force=False, jobs=1,
          ocr=False, house=None)
    (notice,) = (tmp_path / "notices").glob("*.docx")
    says = next(one.says for one in KIND.conditions if one.id == "years")
    assert says in "\n".join(cell.text for table in docx.Document(str(notice)).tables
                             for row in table.rows for cell in row.cells)
    assert len([*(tmp_path / "copies").iterdir()]) == 1
