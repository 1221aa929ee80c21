"""What was collected → the summary as it is written into files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from checkers.dues import NotSubmitted
from generators.collected import Absent, Form, Summary
from office.collection import Collected
from office.filled_forms import FilledForm
from office.found import form_of
from office.problems import problems_in
from plans.messages import speaking

_PAPER = "zh_CN"


def summary_of(collected: Collected, folder: Path, day: date) -> Summary:
    """The summary of a `day`, its links seen from `folder`; what it says of values is Chinese."""
    missing = collected.results.not_submitted
    with speaking(_PAPER):
        return Summary(
            tuple(form_of(one, folder, _note(one, collected)) for one in collected.forms),
            tuple(problems_in(collected, folder)), day,
            None if missing is None else tuple(map(_absent, missing)))


def forms_of(collected: Collected, folder: Path) -> tuple[tuple[FilledForm, Form], ...]:
    """Each form with what is written down of it."""
    with speaking(_PAPER):
        return tuple((one, form_of(one, folder)) for one in collected.forms)


def _note(form: FilledForm, collected: Collected) -> str:
    for group in collected.repeated:
        if form in group:
            return "重复：" + "、".join(one.verdict.path for one in group if one is not form)
    return ""


def _absent(one: NotSubmitted) -> Absent:
    return Absent(one.name, one.unit, one.id, one.kind_name, "、".join(one.instead))
