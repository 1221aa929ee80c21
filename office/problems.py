"""What a person has to look at after a collection: file, person, field, what, and how to mend it.

It is written into a workbook in Chinese, but for the findings, which are in the chosen language.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from checkers.findings import NOWHERE, Location
from checkers.lot_text import names_of
from checkers.verdict import Verdict
from generators.collected import Problem
from office.collection import Collected
from office.doubts import doubts_of
from office.filled_forms import FilledForm
from office.reports.file_lines import place_of
from plans.messages import _

_TWICE = "C004"     # the rule that says that somebody has handed in twice


def problems_in(collected: Collected, folder: Path) -> Iterator[Problem]:
    """All problems, file by file; links are seen from `folder`."""
    for form in collected.forms:
        yield from _of_form(form, folder)
    for group in collected.repeated:
        yield from _repeated(group, folder)
    for old, new in collected.replaced.items():
        yield Problem(old.verdict.path, _("left out for a newer one: {other}").format(
            other=new.verdict.path), _("see whether that one is meant"), old.person,
            severity="info", link=place_of(old.verdict.path, folder))
    for verdict in collected.others:
        what, mend = why_none(verdict)
        yield Problem(verdict.path, what, mend, verdict.owner, severity="error",
                      link=place_of(verdict.path, folder))
    for file in collected.results.unmatched:
        names = names_of(file.whose.asked)
        yield Problem(
            file.path, _("it is not clear whose it is: {names}").format(names=names) if names
            else _("it belongs to nobody on the roster"),
            _("write name and unit, or the number, into the name of the file"),
            link=place_of(file.path, folder))


def why_none(verdict: Verdict) -> tuple[str, str]:
    """Why a file was not collected, and how to mend that."""
    about_the_file = [one for one in verdict.findings if one.rule.startswith("F")
                      and (one.severity == "error" or one.review)]
    if about_the_file:
        worst = min(about_the_file, key=lambda one: one.severity != "error")
        return worst.message, worst.fix
    if verdict.kind_name:
        return (_("it is no form that is filled in: {kind}").format(kind=verdict.kind_name),
                _("take it away, or say with --kind what it is"))
    return (_("it is no form that is known"),
            _("say with --kind what it is; `homeroom kinds` lists them"))


def _of_form(form: FilledForm, folder: Path) -> Iterator[Problem]:
    """What rules found, and the doubts about answers of which no rule has spoken."""
    verdict, link = form.verdict, place_of(form.verdict.path, folder)
    places: dict[Location, str] = {}
    for name, answer in form.named_answers():
        places.setdefault(_bare(answer.location), name)
    places.pop(NOWHERE, None)
    told = set()
    for finding in verdict.findings:
        told.add(_bare(finding.location))
        yield Problem(verdict.path, finding.message, finding.fix, form.person,
                      places.get(_bare(finding.location), ""), finding.severity, link)
    told.discard(NOWHERE)
    for label, answer in form.doubtful:
        if _bare(answer.location) not in told:
            for doubt in doubts_of(answer):
                yield Problem(verdict.path, doubt, _(
                    "look it up in the file, and correct the summary"), form.person, label,
                    link=link)


def _bare(location: Location) -> Location:
    """A place without the heading or label that a finding names it by."""
    return replace(location, section="")


def _repeated(group: tuple[FilledForm, ...], folder: Path) -> Iterator[Problem]:
    for form in group:
        if any(one.rule == _TWICE for one in form.verdict.findings):
            continue
        files = "、".join(one.verdict.path for one in group if one is not form)
        yield Problem(form.verdict.path, _("there is another form of the same person: {files}"
                                           ).format(files=files),
                      _("ask which one counts, or take the newest with --newest"), form.person,
                      link=place_of(form.verdict.path, folder))
