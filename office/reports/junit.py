"""A report as JUnit XML, which Jenkins, GitLab and others show: one test case a file.

To be returned is a failure, unreadable an error. To be looked at is a failure too, of the type
"review": as "skipped" it would turn no light red though the exit code of the check is 1, and a
paper that nobody has judged would go through.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, time
from xml.etree import ElementTree as ET

from checkers.as_text import STATUS_WORDS, rule_name, where
from checkers.findings import FAIL, PASS, REVIEW, UNREADABLE, Finding
from generators.sheet_text import legible
from office.reports.file_lines import FileLine
from office.reports.report import MARK, Report
from plans.messages import _
from plans.printable import printable

_TAGS = {FAIL: "failure", REVIEW: "failure", UNREADABLE: "error"}


def junit(report: Report) -> bytes:
    """The .xml file; it keeps to what both the Jenkins and the Ant schema allow."""
    lines, moment = report.lines, datetime.combine(report.day, time()).isoformat()
    tags = Counter(_TAGS.get(line.verdict.status, "") for line in lines)
    whole = ET.Element("testsuites")
    suite = ET.SubElement(whole, "testsuite", {
        "name": legible(report.title), "tests": str(len(lines)), "failures": str(tags["failure"]),
        "errors": str(tags["error"]), "skipped": "0", "time": "0", "timestamp": moment,
        "hostname": "localhost", "id": "0", "package": "homeroom"})
    ET.SubElement(ET.SubElement(suite, "properties"), "property", {
        "name": "report", "value": MARK})
    for line in lines:
        _case(suite, line)
    ET.SubElement(suite, "system-out").text = legible("\n".join(_aside(report)))
    ET.SubElement(suite, "system-err")
    ET.indent(whole)
    content: bytes = ET.tostring(whole, encoding="utf-8", xml_declaration=True)
    return content + b"\n"


def _case(suite: ET.Element, line: FileLine) -> None:
    verdict = line.verdict
    # GitLab tells cases apart by class and name: the whole path, for a name may be there twice.
    case = ET.SubElement(suite, "testcase", {
        "name": legible(printable(verdict.path)), "time": "0",
        "classname": legible(verdict.kind_name) or "homeroom"})
    if verdict.status == PASS:
        return
    word = _(STATUS_WORDS[verdict.status][0])
    reasons = _("; ").join(one.message for one in line.reasons)
    ET.SubElement(case, _TAGS[verdict.status], {
        "type": verdict.status, "message": legible(_("{status}: {reasons}").format(
            status=word, reasons=reasons) if reasons else word)}).text = legible(
                "\n".join(_told(verdict.findings)))


def _told(findings: Sequence[Finding]) -> Iterator[str]:
    for one in findings:
        yield _("{message}  ({rule} {id})").format(message=one.message, rule=rule_name(one),
                                                   id=one.rule)
        if place := where(one.location):
            yield "    " + _("where: {place}").format(place=place)
        yield "    " + _("mend: {fix}").format(fix=one.fix)


def _aside(report: Report) -> Iterator[str]:
    """What is no test case's failure: the counts, notes on files that pass, and who has not handed
    in."""
    yield report.summary
    for line in report.lines:
        if line.verdict.status == PASS and line.verdict.findings:
            yield printable(line.verdict.path)
            yield from (f"    {text}" for text in _told(line.verdict.findings))
    for one in report.results.not_submitted or ():
        yield "  ".join(filter(None, (_("Not handed in"), one.name, one.unit, one.id,
                                      report.kind_name(one.kind))))
