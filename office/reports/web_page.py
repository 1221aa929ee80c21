"""A report as one web page: no other file, no script needed to read it, prints on A4."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, StrictUndefined, Template

from checkers.as_text import SEVERITY_WORDS, rule_name, where
from checkers.findings import PASS, STATUSES
from generators.sheet_text import legible
from office.reports.file_lines import FileLine, place_of, status_text
from office.reports.matrix import asked_of, state_text
from office.reports.report import MARK, NEEDS_ACTION, Report
from office.reports.roster_tables import absent_table, unmatched_table
from plans.house import TEMPLATES
from plans.messages import _, chosen_language, ngettext
from plans.version import VERSION

_TEMPLATE = TEMPLATES / "_shared" / "check-report.html"


def web_page(report: Report, folder: Path) -> bytes:
    """The .html file, its links seen from `folder`."""
    lines = [(line.verdict.status, _file(line, report, folder)) for line in report.lines]
    passed = [one for status, one in lines if status == PASS]
    groups = []
    for status in NEEDS_ACTION:
        files = [one for found, one in lines if found == status]
        if files:
            groups.append({"look": status, "files": files, "heading": _("{what} ({count})").format(
                what=status_text(status), count=len(files))})
    return _page().render(
        language="zh-CN" if chosen_language() == "zh_CN" else "en", mark=MARK, version=VERSION,
        title=report.title, day=report.day_text, total=len(lines),
        counts=list(_counts(report)), gaps=_gaps(report), action=groups,
        noted=[one for one in passed if one["findings"]],
        passed=[one for one in passed if not one["findings"]],
        tells_kinds=report.tells_kinds, absent=absent_table(report),
        unmatched=unmatched_table(report),
        words=_words(report, passed, len(lines) - len(passed))).encode("utf-8", "replace")


@lru_cache(maxsize=1)
def _page() -> Template:
    house = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True,
                        lstrip_blocks=True, finalize=_legible)
    return house.from_string(_TEMPLATE.read_text(encoding="utf-8"))


def _legible(value: object) -> object:
    # What is markup already is a kind of str too: it has been through here before it was escaped.
    return legible(value) if type(value) is str else value


def _file(line: FileLine, report: Report, folder: Path) -> Mapping[str, Any]:
    verdict = line.verdict
    return {
        "number": line.number, "name": line.name, "link": _link(verdict.path, folder),
        "kind": verdict.kind_name if report.tells_kinds else "", "owner": verdict.owner,
        "status": verdict.status, "status_text": line.status,
        "asked": [(asked.title, state, state_text(state))
                  for asked, state in asked_of(verdict)],
        "findings": [{
            "severity": one.severity, "level": _(SEVERITY_WORDS[one.severity][0]),
            "message": one.message, "where": where(one.location), "fix": one.fix.split("`"),
            "rule": f"{rule_name(one)} {one.rule}"} for one in verdict.findings]}


def _link(path: str, folder: Path) -> str:
    place = place_of(path, folder)
    # ./ for a name with a colon, which would be a scheme.
    return "./" + quote(os.fsencode(place)) if place else ""


def _counts(report: Report) -> Iterator[Mapping[str, Any]]:
    statuses = report.results.statuses
    for status in (*NEEDS_ACTION, *(one for one in STATUSES if one not in NEEDS_ACTION)):
        yield {"look": status, "label": status_text(status), "count": statuses[status],
               "is_file": True}
    if report.results.not_submitted is not None:
        yield {"look": "absent", "label": "— " + _("Not handed in"),
               "count": report.results.absent, "is_file": False}


def _gaps(report: Report) -> str:
    """Which sections are missing most, where that is worth saying."""
    return _("Missing most often: {sections}").format(sections=_(", ").join(
        _("{title} ({count})").format(title=title, count=count)
        for title, count in report.gaps)) if report.gaps else ""


def _words(report: Report, passed: list[Mapping[str, Any]], action: int) -> Mapping[str, str]:
    noted = sum(bool(one["findings"]) for one in passed)
    absent, unmatched = report.results.absent, len(report.results.unmatched)
    return {
        "checked_on": _("Checked on {day}").format(day=report.day_text) + _("; ") + report.summary,
        "overview": _("Overview"), "asked": _("Sections asked for"), "where": _("Where"),
        "mend": _("How to mend it"), "number": _("No."), "file": _("File"), "kind": _("Kind"),
        "filter": _("Show only files and names that hold:"),
        "shown": _("{count} shown"),
        "action": ngettext("{count} file needs action", "{count} files need action",
                           action).format(count=action),
        "absent": _("Not handed in ({count})").format(count=absent),
        "unmatched": _("Unmatched files ({count})").format(count=unmatched),
        "unmatched_mend": _("Write name and unit, or the number, into the name of each file."),
        "nobody_absent": _("Everybody on the roster has handed in."),
        "passed": _("Passed ({count})").format(count=len(passed)),
        "noted": _("Passed, with notes ({count})").format(count=noted),
        "clean": _("Passed without a note ({count})").format(count=len(passed) - noted),
        "made_by": _("Made by homeroom {version} on {day}. Open a file by its name where the "
                     "submissions still lie as they did.").format(
                         version=VERSION, day=report.day_text)}
