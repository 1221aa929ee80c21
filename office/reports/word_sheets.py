"""The checklists of files in a Word report: their 复核 filled in by what the check found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from checkers.as_text import rule_name
from checkers.findings import PASS, UNREADABLE, Finding
from checkers.matching import MET, MISSING, UNCERTAIN
from checkers.standings import Standing, counted, standings
from checkers.verdict import Verdict
from generators.form_controls import Controls
from generators.form_file import form_body
from generators.paper import TEXT_WIDTH
from office.persons import person_fields
from office.reports.file_lines import FileLine
from office.reports.report import Report
from office.reports.word_parts import sentence
from plans.errors import UsageError
from plans.filled_in import plan_filled_in
from plans.kinds import CHECKLIST, Kind
from plans.messages import N_, _
from plans.plan import Plan, Row, Value
from plans.requirements import ATTACHMENT, FIELD
from plans.roster_words import RosterWords, roster_words

_TO_SEE = "？"
_BREAK = "<w:pageBreakBefore/>"
_COUNTS = {MET: N_("{count} there"), MISSING: N_("{count} missing"),
           UNCERTAIN: N_("{count} to be looked at")}


@dataclass
class Sheets:
    """Draws the sheets of a `report`; `controls` numbers the boxes of all of them."""

    report: Report
    controls: Controls = field(default_factory=lambda: Controls(to_fill_in=False))
    _words: RosterWords | None = None

    @property
    def alone(self) -> FileLine | None:
        """The one file that was checked, where its sheet is all that there is to say."""
        lines = self.report.lines
        asked_more = self.report.results.not_submitted is not None or self.report.results.unmatched
        return lines[0] if len(lines) == 1 and not asked_more and self.kind_of(
            lines[0].verdict) else None

    def kind_of(self, verdict: Verdict) -> Kind | None:
        """The kind that a file was judged by; None where there is none, or nothing was read."""
        if not verdict.kind or verdict.status == UNREADABLE:
            return None
        try:
            kind = self.report.house.kind(verdict.kind)
        except UsageError:
            return None
        return kind if standings(verdict, kind)[0] else None

    def after_summary(self) -> Iterator[str]:
        """The sheets of the files that do not pass, each on a page of its own."""
        for line in self.report.lines:
            if line.verdict.status != PASS and self.kind_of(line.verdict):
                yield self.sheet(line, _BREAK)

    def sheet(self, line: FileLine, before: str = "") -> str:
        """The sheet of a file; `before` are properties of its title's paragraph."""
        kind = self.report.house.kind(line.verdict.kind or "")
        found, others = standings(line.verdict, kind)
        return form_body(self._plan(line.verdict, kind, found, others), self.controls, TEXT_WIDTH,
                         self.report.house.profile, before=before,
                         lead=sentence(_result(line, found)))

    def _plan(self, verdict: Verdict, kind: Kind, found: Sequence[Standing],
              others: Sequence[Finding]) -> Plan:
        rows = [_row(number, one) for number, one in enumerate(found, 1)]
        rows += [{"number": number, "item": f"{rule_name(one)}：{one.message}",
                  "reviewed": _TO_SEE, "remark": one.fix, "id": one.rule}
                 for number, one in enumerate(others, len(found) + 1)]
        name, unit = self._person(verdict, kind)
        values: dict[str, Value | None] = {
            "paper": kind.name, "name": verdict.owner or name or None, "unit": unit or None,
            "items": tuple(rows)}
        return plan_filled_in(self.report.house.kind_for(CHECKLIST), values, verdict.path)

    def _person(self, verdict: Verdict, kind: Kind) -> tuple[str, str]:
        """The name and the unit that a form itself bears."""
        if verdict.answers is None:
            return "", ""
        if self._words is None:
            self._words = roster_words(self.report.house)
        named = person_fields(kind, self._words)
        said = [verdict.answers.by_field.get(one) for one in (named.name, named.unit)]
        name, unit = (" ".join(one.text.split()) if one else "" for one in said)
        return name, unit


def _result(line: FileLine, found: Sequence[Standing]) -> str:
    """通过：王珂.docx。查了 10 项，有 9 项，缺 1 项。"""
    return _("{status}: {file}. Of {count} that are asked for: {parts}.").format(
        status=line.status, file=line.name, count=len(found), parts=_(", ").join(
            _(_COUNTS[state]).format(count=count) for state, count in counted(found)))


def _row(number: int, one: Standing) -> Row:
    row: dict[str, str | int | bool] = {
        "number": number, "item": one.required.words, "id": one.required.id}
    if one.state == MET:
        row["reviewed"] = True
    elif one.state == UNCERTAIN:
        row["reviewed"] = _TO_SEE
    # That a box is blank need not be said beside it, least of all with the names of all others.
    is_blank = one.state == MISSING and one.required.group == FIELD
    told = () if is_blank else one.findings
    if remark := _("; ").join(dict.fromkeys(each.message for each in told)):
        row["remark"] = remark
    elif one.state == UNCERTAIN:
        row["remark"] = (_("see whether all that is named was handed in")
                         if one.required.group == ATTACHMENT else _("look at it in the paper"))
    return row
