"""Traditional Chinese counts as Simplified does: what is generated, what is written, what is checked.

Every sample is tried, as its kind and with the kind detected.
"""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

import pytest
import yaml

from checkers.case import Demand
from checkers.submission import submission_of
from checkers.verdict import Verdict, judge
from generators.documents import generate
from generators.traditional import Script, protected_in
from generators.traditional_word import word_in_traditional
from plans import keys
from plans.comparing import compare_form
from plans.house import House
from plans.inputs import load_input
from plans.kinds import Kind
from plans.plan import Plan
from plans.schemes import scheme_of
from tests.conftest import Soffice

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
INPUTS = sorted(SAMPLES.glob("*.yaml"))
HAND_INS = sorted(path for path in (SAMPLES / "submissions").glob("*.docx")
                  if path.read_bytes().startswith(b"PK") and "损坏" not in path.name)
HOUSE = House()
TURN = Script(tradition=HOUSE.tradition)
NAMES = keys.PLAN | keys.MONTH | keys.RECURRING | keys.TASK     # 任务 and 编号 are the same in all
EVERY = {"month": "每月", "2 months": "每两个月", "term": "每学期", "year": "每年", "cycle": "每周期",
         "school-year": "每学年"}


@cache
def sample(path: Path) -> Plan:
    return load_input(path, HOUSE)


def verdict_on(data: bytes, name: str, kind: Kind | None) -> Verdict:
    return judge(submission_of(data, name), Demand(HOUSE.topics, HOUSE.kinds, kind))


def told(verdict: Verdict) -> tuple[object, ...]:
    """What a verdict says, the characters that it quotes in left aside."""
    return (verdict.kind, verdict.kind_source, verdict.status,
            [one.rule for one in verdict.findings],
            [(one.year, one.month) for one in verdict.months],
            [(one.id, one.state) for one in verdict.requirements])


def tasks_of(plan: Plan) -> list[object]:
    return [(str(month.month), [(compare_form(task.text), task.id, task.due)
                                for task in month.tasks]) for month in plan.schedule]


def test_every_kind_has_a_sample() -> None:
    assert {sample(path).kind.id for path in INPUTS} == {
        kind.id for kind in HOUSE.kinds if (kind.word or kind.is_drawn)
        # A report on points that a school has yet to set would be refused.
        and not ((scheme := scheme_of(kind, HOUSE)) and scheme.unset)}


@pytest.mark.parametrize("given", [True, False], ids=["given", "detected"])
@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.stem)
def test_a_document_turned_traditional_gets_the_same_verdict(path: Path, given: bool) -> None:
    plan = sample(path)
    made = generate(plan)
    script = Script(protected_in(plan, HOUSE.names), HOUSE.tradition)
    kind = plan.kind if given else None
    before = verdict_on(made.data, made.file_name, kind)
    after = verdict_on(word_in_traditional(made.data, script), script(made.file_name), kind)
    assert told(after) == told(before)
    assert after.status == "pass"


@pytest.mark.parametrize("kind", [None, *HOUSE.kinds], ids=lambda kind: kind.id if kind else "-")
@pytest.mark.parametrize("path", HAND_INS, ids=lambda path: path.stem)
def test_a_submission_in_traditional_gets_the_same_verdict(path: Path, kind: Kind | None) -> None:
    data = path.read_bytes()
    assert told(verdict_on(word_in_traditional(data, TURN), TURN(path.name), kind)) == told(
        verdict_on(data, path.name, kind))


def test_a_traditional_document_printed_as_pdf_passes(soffice: Soffice, tmp_path: Path) -> None:
    plan = sample(INPUTS[-1])
    script = Script(protected_in(plan, HOUSE.names), HOUSE.tradition)
    made = generate(plan)
    paper = tmp_path / script(made.file_name)
    paper.write_bytes(word_in_traditional(made.data, script))
    printed = soffice(paper, "pdf", tmp_path)
    verdict = verdict_on(printed.read_bytes(), printed.name, None)
    assert (verdict.kind, verdict.status) == (plan.kind.id, "pass")
    assert [one.month for one in verdict.months] == [one.month.month for one in plan.schedule]


def traditional_yaml(value: object, table: dict[str, str], above: str = "") -> object:
    """`value` of a sample with every name as its Chinese label, all of it Traditional."""
    if isinstance(value, dict):
        below = {"members": keys.MEMBER, "targets": keys.TARGET, "signature": keys.SIGNATURE,
                 "annexes": keys.ANNEX, "schedule": NAMES}
        return {TURN(table.get(key, key)): traditional_yaml(
            one, {} if key == "sections" else below.get(key, table), key)
            for key, one in value.items()}
    if isinstance(value, list):
        return [traditional_yaml(one, table, above) for one in value]
    if above == "kind":
        return TURN(HOUSE.kind(str(value)).name)
    return TURN(EVERY.get(str(value), str(value)) if above in ("every", "per") else str(value))


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.stem)
def test_an_input_that_is_traditional_throughout_is_the_same_plan(path: Path,
                                                                  tmp_path: Path) -> None:
    for beside in (*path.parent.glob("*.png"), *path.parent.glob("*.yaml")):
        shutil.copy(beside, tmp_path)
    shutil.copytree(path.parent / "records", tmp_path / "records")
    text = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    (tmp_path / "plan.yaml").write_text(yaml.safe_dump(
        traditional_yaml(text, NAMES), allow_unicode=True, sort_keys=False), "utf-8")
    plan, before = load_input(tmp_path / "plan.yaml", HOUSE), sample(path)
    assert (plan.kind.id, plan.period) == (before.kind.id, before.period)
    assert tasks_of(plan) == tasks_of(before)
    assert [(one.id, one.per, one.at_least) for one in plan.targets] == [
        (one.id, one.per, one.at_least) for one in before.targets]
    assert [compare_form(one.title) for one in plan.sections] == [
        compare_form(one.title) for one in before.sections]
    made = generate(plan)
    assert verdict_on(made.data, made.file_name, None).status == "pass"


@pytest.mark.parametrize(("text", "told"), [
    ("起止月份: 2025-2026學年第一學期", "2025-09/2026-01"), ("起止月份: 2026年上半年", "2026-01/2026-06"),
    ("起止月份: 二〇二六年三月份至五月份", "2026-03/2026-05")])
def test_a_period_is_understood_in_traditional_characters(text: str, told: str,
                                                          tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(f"種類: 各月份工作安排\n學校: 江城實驗學校\n年度: 2026學年度\n{text}\n"
                    "月度安排:\n  - {每隔: 每個月, 任務: 例會, 完成時限: 20號}\n"
                    "落款: {單位: 江城實驗學校, 日期: 2026年3月1日, 蓋章: 無}\n", "utf-8")
    plan = load_input(path, HOUSE)
    assert str(plan.period) == told
    assert {month.tasks[0].due.day for month in plan.schedule if month.tasks[0].due} == {20}
    assert plan.signature is not None
    assert not plan.signature.seal
