"""A kind tried out: an example input of it is written, turned into a document, and checked."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from office.examples import example_of, put_pictures
from plans.errors import UserError
from plans.house import House
from plans.inputs import load_input
from plans.kinds import Kind, Section
from plans.periods import Period, period_of
from plans.placeholders import bare

_SENTENCE = "先说明要做的事，再写清由谁来做、什么时候做完、留下什么材料。"


def trials(kind: Kind, house: House) -> Iterator[tuple[str, str]]:
    """What goes wrong when documents of `kind` are made and checked: what, and how to mend it.

    One example input holds everything, one only what is required: a template that prints what may
    be left blank is found by the second.
    """
    found: dict[tuple[str, str], None] = {}
    for whole in (True, False):
        found |= dict.fromkeys(_faults(kind, house, whole))
    yield from found


def _faults(kind: Kind, house: House, whole: bool) -> Iterator[tuple[str, str]]:
    from checkers.case import Demand
    from checkers.findings import PASS
    from checkers.submission import submission_of
    from checkers.verdict import judge
    from generators.documents import generate

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "example.yaml"
        path.write_text(example_input(kind, whole), encoding="utf-8")
        put_pictures(kind, path.parent)
        try:
            # There are no records to count from, and nobody that a document would be made for.
            plan = load_input(path, _house_with(kind, house), draft=kind.is_counted)
            made = generate(replace(plan, kind=kind))
        except UserError as error:
            for fault in error.faults:
                yield fault.what, fault.mend
            return
    verdict = judge(submission_of(made.data, made.file_name),
                    Demand(house.topics, (), kind, calendar=house.calendar))
    if verdict.status != PASS:
        for finding in verdict.findings:
            if finding.severity == "error":
                yield finding.message, finding.fix


def _house_with(kind: Kind, house: House) -> House:
    """A house in which the id of `kind` leads to its folder, wherever that lies."""
    other = House(house.folder)
    other.kind_folders[kind.id] = kind.folder
    return other


def example_input(kind: Kind, whole: bool = True) -> str:
    """The YAML of an input of `kind`: with everything, or only with what is required."""
    values: dict[str, Any] = {"kind": kind.id}
    for one in kind.fields:
        # A sum is worked out, a figure counted, and the office writes its opinion later.
        if one.figure or one.each:
            continue
        if one.required or (whole and (one.example or one.columns) and not (
                one.sum_of or one.by)):
            values[one.label] = example_of(one)
    sections = {_title(one): _content(one, whole) for one in kind.main_sections
                if not one.schedule and (one.required or whole)}
    annexes = [{"title": _title(one), "body": _content(one, whole)} for one in kind.annexes
               if one.required or whole]
    period = _period(kind)
    if sections:
        values["sections"] = sections
    if annexes:
        values["annexes"] = annexes
    if period and (whole or kind.schedule_required) and not kind.is_counted:
        values["schedule"] = [{"month": str(month), "tasks": ["按计划开展活动"]}
                              for month in period]
    if whole or kind.signature_required:
        values["signature"] = {"unit": "江城实验学校", "date": "2026-03-20"}
    if whole and kind.family == "plan":
        values["members"] = [{"name": "王珂", "role": "负责人", "unit": "江城实验学校"}]
        values["targets"] = [{"what": "研读专著", "at_least": 2, "unit": "本", "per": "year"}]
    return yaml.safe_dump(values, allow_unicode=True, sort_keys=False)


def _title(one: Section) -> str:
    return bare(one.title) or one.name


def _content(one: Section, whole: bool) -> Any:
    below = {_title(section): _content(section, whole) for section in one.sections
             if section.required or whole}
    return below or _SENTENCE * (one.min_chars // len(_SENTENCE) + 1)


def _period(kind: Kind) -> Period | None:
    found = (period_of(str(example_of(one))) for one in kind.fields if one.type == "period")
    return next((one for one in found if one), None)
