"""A report as the paper that an office hands to the head: 检查情况汇总, in the school's look.

Behind it comes the checklist of each file that does not pass; of one file alone it says all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from checkers.as_text import STATUS_WORDS
from checkers.findings import FAIL, PASS, REVIEW, STATUSES, UNREADABLE
from generators.form_package import as_form
from generators.form_styles import with_form_styles
from generators.look import restyled
from generators.package import Member, pack
from generators.paper import TEXT_WIDTH, paper
from generators.properties import CORE
from generators.sheet_text import legible
from office.reports.file_lines import FileLine
from office.reports.report import MARK, NEEDS_ACTION, Report
from office.reports.roster_tables import RosterTable, absent_table, unmatched_table
from office.reports.word_parts import Column, heading, paragraph, sentence, signature, table
from office.reports.word_sheets import Sheets
from plans.messages import _, ngettext

_NUMBER = 750           # twips
_STATUS = {PASS: 1080, FAIL: 1330, REVIEW: 1640, UNREADABLE: 1350}


def word_summary(report: Report) -> bytes:
    """The .docx file."""
    title = _title(report)
    sheets = Sheets(report)
    if (line := sheets.alone) is not None:
        body = sheets.sheet(line)
    else:
        body = "".join((*_body(report, title), *sheets.after_summary()))
    parts = paper(body)
    if sheets.controls.count:
        parts["word/styles.xml"] = with_form_styles(parts["word/styles.xml"])
        parts = as_form(parts, {}, {})
    parts[CORE] = _properties(parts[CORE], title, report)
    return restyled(pack(Member.of(name, content) for name, content in parts.items()),
                    report.house.profile)


def _title(report: Report) -> str:
    if len(report.kinds) == 1:
        return _("Summary of the check: {kind}").format(kind=report.kinds[0])
    return _("Summary of the check")


def _body(report: Report, title: str) -> Iterator[str]:
    lines = report.lines
    action = [line for status in NEEDS_ACTION for line in lines if line.verdict.status == status]
    passed = [line for line in lines if line.verdict.status == PASS]
    absent = absent_table(report)
    yield paragraph(title, "Title")
    yield from (sentence(text) for text in _opening(report))
    if len(report.kinds) > 1:
        yield heading(_("The kinds"))
        yield _kinds(report)
    if action:
        yield heading(_("To be mended or looked at"))
        yield table(
            (Column(_("No."), _NUMBER), Column(_("File"), 2900, False), Column(_("Result"), 1450),
             Column(_("What is to be done"), 3744, False)),
            [(str(number), line.name, _(STATUS_WORDS[line.verdict.status][0]), _reasons(line))
             for number, line in enumerate(action, 1)])
    if absent is not None:
        yield heading(_("Not handed in"))
        if absent.rows:
            yield _against_roster(absent)
        else:
            yield sentence(_("Everybody on the roster has handed in."))
    if unmatched := unmatched_table(report):
        yield heading(_("Unmatched files"))
        yield sentence(_("Write name and unit, or the number, into the name of each file."))
        yield _against_roster(unmatched)
    if passed:
        yield heading(_("Passed"))
        yield _passed(passed)
    yield signature(_("Checked by:"), report.day_text)


def _against_roster(found: RosterTable) -> str:
    room = TEXT_WIDTH - _NUMBER
    return table((Column(_("No."), _NUMBER), *(
        Column(label, round(width * room)) for label, width in zip(
            found.labels, found.widths, strict=True))),
        [(str(number), *row) for number, row in enumerate(found.rows, 1)])


def _opening(report: Report) -> Iterator[str]:
    statuses = report.results.statuses
    yield ngettext("On {day} {count} submission was checked: {statuses}.",
                   "On {day} {count} submissions were checked: {statuses}.",
                   sum(statuses.values())).format(
        day=report.day_text, count=sum(statuses.values()), statuses=_(", ").join(
            _("{status} {count}").format(status=_(STATUS_WORDS[one][0]), count=statuses[one])
            for one in STATUSES if statuses[one]) or "0")
    absent = report.results.not_submitted
    if absent:
        yield ngettext("By the roster {count} has not handed in.",
                       "By the roster {count} have not handed in.",
                       report.results.absent).format(count=report.results.absent)
    if report.gaps:
        yield _("Missing most often: {sections}.").format(sections=_(", ").join(
            _("{title} ({count})").format(title=title, count=count)
            for title, count in report.gaps))


def _kinds(report: Report) -> str:
    named = [*report.kinds]
    if any(not one.kind_name for one in report.results.verdicts):
        named.append("")
    rows = []
    for name in named:
        found = [one.status for one in report.results.verdicts if one.kind_name == name]
        rows.append((name or _("Not recognised"), str(len(found)),
                     *(str(found.count(status)) for status in STATUSES)))
    statuses = report.results.statuses
    rows.append((_("Together"), str(sum(statuses.values())),
                 *(str(statuses[one]) for one in STATUSES)))
    return table((Column(_("Kind"), 2594, False), Column(_("Files"), 850),
                  *(Column(_(STATUS_WORDS[one][0]), _STATUS[one]) for one in STATUSES)), rows)


def _passed(lines: Sequence[FileLine]) -> str:
    noted = any(line.verdict.findings for line in lines)
    room = TEXT_WIDTH - _NUMBER
    columns = ((Column(_("File"), 4350, False), Column(_("Notes"), room - 4350, False)) if noted
               else (Column(_("File"), room, False),))
    return table((Column(_("No."), _NUMBER), *columns), [
        (str(number), line.name, *([_messages(line)] if noted else ()))
        for number, line in enumerate(lines, 1)])


def _reasons(line: FileLine) -> str:
    return "\n".join(text for one in line.reasons
                     for text in (one.message, _("mend: {fix}").format(fix=one.fix)))


def _messages(line: FileLine) -> str:
    return "\n".join(one.message for one in line.verdict.findings)


def _properties(core: bytes, title: str, report: Report) -> bytes:
    """The document's properties: what it is, of which day, and that it is no submission."""
    root = etree.fromstring(core)
    terms = "{http://purl.org/dc/terms/}"
    for name, text in (("{http://purl.org/dc/elements/1.1/}title", legible(title)),
                       ("{http://purl.org/dc/elements/1.1/}creator", "homeroom"),
                       ("{http://schemas.openxmlformats.org/package/2006/metadata/"
                        "core-properties}category", MARK),
                       (f"{terms}created", f"{report.day.isoformat()}T00:00:00Z"),
                       (f"{terms}modified", f"{report.day.isoformat()}T00:00:00Z")):
        element = root.find(name)
        if element is None:
            element = etree.SubElement(root, name)
        element.text = text
        if name.startswith(terms):
            element.set("{http://www.w3.org/2001/XMLSchema-instance}type", "dcterms:W3CDTF")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
