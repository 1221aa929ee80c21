"""What a check found of each thing that its kind asks for: there, missing, or to be looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from checkers.answers import BLANK, GIVEN, Answer
from checkers.findings import Finding
from checkers.matching import EMPTY, MET, UNCERTAIN
from checkers.matching import MISSING as LACKING
from checkers.verdict import Checked, Verdict
from plans.conditions import MET as FULFILLED
from plans.conditions import NOT_MET, evaluate
from plans.field_types import PICTURE
from plans.fixed_rows import fixed_columns
from plans.kinds import Kind
from plans.plan import Value
from plans.requirements import (
    ATTACHMENT,
    COLUMNS,
    CONDITION,
    FIELD,
    SCHEDULE,
    SECTION,
    Required,
    requirements_of,
)

_UNREAD = ("F006", "F007", "F014")      # what was not read, or may have been misread


@dataclass(frozen=True, slots=True)
class Standing:
    """A requirement and its state: MET, LACKING or UNCERTAIN, with what the check says of it."""

    required: Required
    state: str
    findings: tuple[Finding, ...] = ()


def standings(verdict: Verdict, kind: Kind) -> tuple[tuple[Standing, ...], tuple[Finding, ...]]:
    """The standing of each requirement of the `kind` that the file was judged by, and of titles
    that were asked for besides; and the findings that belong to none of them, in order."""
    seen = _Seen(verdict, kind)
    found = [seen.standing(one) for one in requirements_of(kind)]
    known = {one.required.of for one in found if one.required.group == SECTION}
    found += [seen.standing(Required(one.id, SECTION, f"写有“{one.title}”部分", one.id))
              for one in verdict.requirements if one.required and one.id not in known]
    return tuple(found), tuple(one for one in verdict.findings if id(one) not in seen.told)


@dataclass
class _Seen:
    """`told` are the findings that a requirement has taken, by identity."""

    verdict: Verdict
    kind: Kind
    told: set[int] = field(default_factory=set)

    def standing(self, one: Required) -> Standing:
        """How a requirement stands."""
        looks = {SECTION: self._section, FIELD: self._field, CONDITION: self._condition,
                 ATTACHMENT: self._attachment, SCHEDULE: self._months}
        state, said = looks.get(one.group, self._signature)(one)
        if state == LACKING and not self._is_sure:
            state = UNCERTAIN
        self.told |= {id(finding) for finding in said}
        return Standing(one, state, tuple(said))

    @property
    def _is_sure(self) -> bool:
        """Whether all was read: only then something is missing."""
        return not (self.verdict.parts_skipped or self._of(*_UNREAD))

    def _of(self, *rules: str) -> list[Finding]:
        return [one for one in self.verdict.findings if one.rule in rules]

    def _signature(self, _one: Required) -> tuple[str, list[Finding]]:
        said = self._of("C003")
        return (MET if not said else UNCERTAIN if self.verdict.signed else LACKING), said

    def _section(self, one: Required) -> tuple[str, list[Finding]]:
        checked = next((each for each in self.verdict.requirements if each.id == one.of), None)
        if checked is None:
            return LACKING, []      # the section that it belongs to is missing
        said = [each for each in self.verdict.findings
                if each.rule[0] in "ST" and _speaks_of(each, checked)]
        if checked.state in (LACKING, EMPTY):
            return LACKING, said
        return (UNCERTAIN if said or checked.state != MET else MET), said

    def _field(self, one: Required) -> tuple[str, list[Finding]]:
        answers = self.verdict.answers
        answer = answers.by_field.get(one.of) if answers else None
        if answers is None or answer is None:
            return UNCERTAIN, []
        said = self._about(answer)
        if answer.state != GIVEN:
            sees = answers.sees_pictures or answer.field.type != PICTURE
            return (LACKING if sees else UNCERTAIN), said
        return (UNCERTAIN if said or answer.is_doubtful or _has_gaps(answer) else MET), said

    def _about(self, answer: Answer) -> list[Finding]:
        """What the K rules say of a field, or of a cell of its table; who does not meet a condition
        has filled it in all the same."""
        label = answer.field.label
        return [one for one in self.verdict.findings
                if one.rule[0] == "K" and one.rule not in ("K007", "K009")
                and (one.location.section == label or (
                    answer.field.columns and one.location.section.startswith(label)))]

    def _condition(self, one: Required) -> tuple[str, list[Finding]]:
        condition = next((each for each in self.kind.conditions if each.id == one.of), None)
        answers = self.verdict.answers
        if condition is None or answers is None:
            return UNCERTAIN, []
        said = [each for each in self._of("K007") if condition.says in each.message]
        values: dict[str, Value] = answers.values()
        for each in answers:
            if each.field.columns and each.state == BLANK and not each.field.required:
                values[each.field.name] = ()
        state = evaluate(self.kind, condition, values).state
        if said or state == NOT_MET:
            return LACKING, said
        return (MET if state == FULFILLED else UNCERTAIN), said

    def _attachment(self, one: Required) -> tuple[str, list[Finding]]:
        """What is named is to be looked at all the same: other files are only known of in a folder.
        """
        answer = self.verdict.answers.by_field.get(one.of) if self.verdict.answers else None
        if answer is None:
            return UNCERTAIN, []
        said = [each for each in self._of("K009") if each.location.section == answer.field.label]
        if said:
            return LACKING, said
        return (UNCERTAIN if answer.state == GIVEN else MET), said

    def _months(self, one: Required) -> tuple[str, list[Finding]]:
        if one.id == COLUMNS:
            headings = {each.heading for each in self.verdict.requirements}
            said = [each for each in self._of("T001", "T002", "T003")
                    if each.location.section not in headings or not each.location.section]
            if not self.verdict.months or any(each.rule == "T001" for each in said):
                return LACKING, said
        else:
            said = self._of("M001", "M002", "M003", "M004")
            if not self.verdict.months:
                return LACKING, said
        return (UNCERTAIN if said else MET), said


def _has_gaps(table: Answer) -> bool:
    """Whether a row of a table lacks what each must have, or one that is laid down is blank; many
    such gaps are told in one finding, which is of the first of them."""
    laid = fixed_columns(table.field)
    asked = [one.name for one in table.field.columns
             if one.must_be_filled and one.name not in laid]
    return bool(asked) and (len(table.rows) < len(table.field.fixed) or any(
        name in row and row[name].state != GIVEN for row in table.rows for name in asked))


def _speaks_of(finding: Finding, checked: Checked) -> bool:
    """Whether a finding is about a section: by the place, or by the name that it quotes."""
    place = finding.location.section
    return (bool(place) and place in (checked.title, checked.heading)) or (
        f"“{checked.title}”" in finding.message)


def counted(found: Sequence[Standing]) -> Iterator[tuple[str, int]]:
    """How many requirements are in each state, those that none is in left out."""
    for state in (MET, LACKING, UNCERTAIN):
        if count := sum(one.state == state for one in found):
            yield state, count
