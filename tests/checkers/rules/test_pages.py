"""The examples in every rule's docstring do what the page says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from checkers.among import among
from checkers.case import Demand, case_of
from checkers.lot import Lot
from checkers.rule_pages import page_of
from checkers.rules import RULES
from checkers.submission import read_submission
from checkers.verdict import verdict_of
from forms.example import Example, example_of
from plans.house import House
from plans.periods import Month, period_of
from plans.planned import Planned
from plans.roster import Roster, read_roster
from plans.tracing_words import tracing_words

HOUSE = House()
WORDS = tracing_words(HOUSE)


@pytest.fixture
def rules_that_speak(file, tmp_path, word):
    """The ids of the rules that speak of an example: options, `file NAME`, `file NAME as OTHER` for
    a file by another name, `roster CELL,CELL` for a row of the roster, `plan MONTH TASK` for a
    task of a plan, a form (see forms.example), or paragraphs."""
    def of(lines: tuple[str, ...]) -> set[str]:
        if (form := example_of(lines)) is not None:
            path = tmp_path / "王珂登记表.docx"
            path.write_bytes(form.data)
            return speaking_of([path], Demand(HOUSE.topics, kind=form.kind), None, form)
        options: dict[str, list[str]] = {"--kind": [], "--require": [], "--period": []}
        paths, rows, planned, paragraphs = [], [], [], []
        for line in lines:
            word_, _blank, rest = line.partition(" ")
            if line.startswith("--"):
                name, value = shlex.split(line)
                options[name].append(value)
            elif word_ == "file":
                name, _as, other = rest.strip().partition(" as ")
                paths.append(file(name).replace(tmp_path / (other or name)))
            elif word_ == "roster":
                rows.append(rest)
            elif word_ == "plan":
                month, _blank, task = rest.partition(" ")
                planned.append(Planned("", task, month=Month(2014, int(month.removesuffix("月")))))
            else:
                paragraphs.append(line)
        assert bool(paths) != bool(paragraphs), "an example is files or paragraphs"
        if not paths:
            paths = [tmp_path / "example.docx"]
            paths[0].write_bytes(word(*paragraphs))
        kind = HOUSE.kind(options["--kind"][0]) if options["--kind"] else None
        period = period_of(options["--period"][0]) if options["--period"] else None
        kinds = () if kind or options["--require"] else HOUSE.kinds
        demand = Demand(HOUSE.topics, kinds, kind, tuple(options["--require"]), period,
                        planned=tuple(planned), words=WORDS)
        return speaking_of(paths, demand, roster_of(rows, tmp_path))
    return of


def roster_of(rows: list[str], folder: Path) -> Roster | None:
    if not rows:
        return None
    path = folder / "roster.csv"
    path.write_text("\n".join(rows), encoding="utf-8")
    return read_roster(path, HOUSE)


def speaking_of(paths: list[Path], demand: Demand, roster: Roster | None,
                form: Example | None = None) -> set[str]:
    lot, said = Lot(roster, demand.kind), set()
    kinds = {kind.id: kind for kind in HOUSE.kinds}
    for path in paths:
        read = read_submission(path)
        case = case_of(form.put_into(read) if form else read, demand)
        said |= {rule.id for rule in RULES if any(True for _finding in rule.check(case))}
        verdict = verdict_of(case)
        among(verdict, path.name, kinds.get(verdict.kind), lot)
        said |= {rule.id for rule in RULES if any(True for _finding in rule.check_newest(lot))}
    return said | {rule.id for rule in RULES if any(True for _finding in rule.check_whole(lot))}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_stays_quiet_on_what_passes(rule, rules_that_speak):
    assert rule.id not in rules_that_speak(page_of(rule).passes)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_speaks_of_what_fails(rule, rules_that_speak):
    assert rule.id in rules_that_speak(page_of(rule).fails)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_page_has_all_its_parts(rule):
    page = page_of(rule)
    assert all((page.summary, page.fails, page.passes, page.why, page.mend))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_bears_the_name_of_its_file(rule):
    assert re.fullmatch(rf"{rule.id.lower()}_[a-z_]+", rule.stem)
    assert rule.stem.split("_", 1)[1] == rule.name.replace("-", "_")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_looks_at_one_thing(rule):
    looks = (rule.check, rule.check_newest, rule.check_whole)
    assert [look.__module__.rsplit(".", 1)[1] for look in looks].count(rule.stem) == 1
