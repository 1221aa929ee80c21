"""The examples in every rule's docstring do what the page says."""

from __future__ import annotations

import re
import shlex

import pytest

from checkers.case import Demand, case_of
from checkers.rule_pages import page_of
from checkers.rules import RULES
from checkers.submission import read_submission
from plans.house import House
from plans.periods import period_of

HOUSE = House()


@pytest.fixture
def rules_that_speak(file, tmp_path, word):
    """The ids of the rules that speak of an example: options, `file NAME`, or paragraphs."""
    def of(lines: tuple[str, ...]) -> set[str]:
        options: dict[str, list[str]] = {"--kind": [], "--require": [], "--period": []}
        path, paragraphs = None, []
        for line in lines:
            if line.startswith("--"):
                name, value = shlex.split(line)
                options[name].append(value)
            elif line.startswith("file "):
                path = file(line.removeprefix("file ").strip())
            else:
                paragraphs.append(line)
        assert (path is None) != (not paragraphs), "an example is a file or paragraphs"
        if path is None:
            path = tmp_path / "example.docx"
            path.write_bytes(word(*paragraphs))
        kind = HOUSE.kind(options["--kind"][0]) if options["--kind"] else None
        period = period_of(options["--period"][0]) if options["--period"] else None
        kinds = () if kind or options["--require"] else HOUSE.kinds
        demand = Demand(HOUSE.topics, kinds, kind, tuple(options["--require"]), period)
        case = case_of(read_submission(path), demand)
        return {rule.id for rule in RULES if any(True for _finding in rule.check(case))}
    return of


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
    stem = rule.check.__module__.rsplit(".", 1)[1]
    assert re.fullmatch(rf"{rule.id.lower()}_[a-z_]+", stem)
    assert stem.split("_", 1)[1] == rule.name.replace("-", "_")
