"""A document of last year → the draft of an input: nothing of it lost, what is guessed marked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checkers.annexes import annexes_seen
from checkers.case import Case
from checkers.document import MAIN
from checkers.draft_fields import values_of
from checkers.draft_lists import lists_in
from checkers.draft_months import months_of_part
from checkers.draft_sections import NOT_FOUND, name_of, sections_of
from checkers.draft_text import passages_of
from checkers.draft_tree import Node, tree_of
from checkers.headings import Heading
from checkers.lines import Line, Row
from checkers.marks import mark_of
from checkers.outline import Outline, PartOutline
from checkers.parts import is_annex_line, without_label
from checkers.signature import annex_list_rows, signature_rows
from plans.comparing import compare_form
from plans.dates import date_of
from plans.drafts import Draft, DraftMonth, DraftSection
from plans.kinds import Kind, Section
from plans.periods import Month, Period
from plans.topics import Topics

_YEAR = 12          # months; a longer period is that of a cycle, not of its schedule
_ADDRESS = 40       # characters of a line that says to whom a paper goes
_NAME_ONLY = "去年只有名称，没有附上内容"
_NO_DATE = "去年的落款不是“单位、年月日”两行，请改写"


def draft_of(case: Case, kind: Kind, topics: Topics, columns: Mapping[str, str]) -> Draft:
    """The draft that a readable submission gives for `kind`; `columns` tells what the columns of a
    table of tasks mean (see plans.task_columns)."""
    outline = case.outline
    assert outline is not None      # whoever calls has told why a file cannot be read
    return _Drafting(case, outline, kind, topics, columns).draft()


@dataclass(frozen=True, slots=True)
class _Ending:
    """The end of the main part: who signs, when, and the names of annexes."""

    rows: frozenset[int]
    unit: str = ""
    date: str = ""
    annexes: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


class _Drafting:
    def __init__(self, case: Case, outline: Outline, kind: Kind, topics: Topics,
                 columns: Mapping[str, str]) -> None:
        self.outline, self.kind, self.topics, self.columns = outline, kind, topics, columns
        self.main = outline.main
        own = {below.id for one in kind.main_sections for below in one.walk()}
        self.asked = [one for one in case.requirements if one.section.id in own]
        self.requirements = case.requirements
        self.headings: dict[int, Heading] = {one.row: one for one in self.main.headings}
        self.claims: dict[int, Section] = {}
        self.near: set[int] = set()
        self.shared: dict[str, str] = {}
        for one in self.asked:
            heading = one.heading or one.near
            if heading is None:
                continue
            # A line that only begins with a section's name is a heading here as well.
            self.headings.setdefault(heading.row, heading)
            if heading.row in self.claims:
                self.shared[one.section.id] = name_of(self.claims[heading.row])
                continue
            self.claims[heading.row] = one.section
            if one.heading is None:
                self.near.add(heading.row)

    def draft(self) -> Draft:
        kind, main = self.kind, self.main
        ending = _ending(main.rows)
        lists = lists_in(main.rows)
        months: tuple[DraftMonth, ...] = ()
        taken: frozenset[int] = frozenset()
        doubts: tuple[str, ...] = ()
        has_period = any(one.type == "period" for one in kind.fields)
        if main.months and has_period:
            months, taken, doubts = months_of_part(
                main, self._schedule_heading(), frozenset(self.claims), self.columns, ending.rows)
        period = _period(months, self.outline.period) if has_period else None
        left_out = main.title_rows | ending.rows | lists.rows | taken
        for one in (period, self.outline.period):
            if one and (has_period or kind.field_called("起止月份")):
                left_out |= _repeats(main.rows, one)
        tree = tree_of(main.rows, sorted(self.headings.values(), key=lambda one: one.row),
                       left_out, self.claims, frozenset(self.near), kind.main_sections)
        recipient = _addressed(tree) if kind.field_called("recipient") else ""
        values = values_of(kind, self.outline, period, ending.unit, recipient)
        lead, lead_doubts = passages_of(tree.rows)
        return Draft(
            title=self.outline.title, values=values, lead=lead,
            lead_doubts=(*tree.doubts, *lead_doubts),
            sections=sections_of(tree.children, kind.main_sections, self.shared),
            months=months, schedule_doubts=doubts, annexes=self._annexes(ending.annexes),
            members=lists.members, targets=lists.targets,
            unit=ending.unit, date=ending.date, signature_doubts=ending.doubts)

    def _schedule_heading(self) -> Heading | None:
        return next((self.headings[row] for row, section in self.claims.items()
                     if section.schedule), None)

    def _annexes(self, listed: Sequence[str]) -> tuple[DraftSection, ...]:
        """The annexes of the kind in its order, then the others in that of the document."""
        declared = self.kind.annexes
        seen = annexes_seen(self.outline, declared, self.topics)
        meant = {one.part.name: section for section in declared
                 if (one := seen.get(section.id)) is not None}
        found: dict[str, DraftSection] = {}
        others = []
        left = list(listed)
        for part in self.outline.parts:
            if part.name == MAIN:
                continue
            section = meant.get(part.name)
            annex = _annex(part, section, {
                one.heading.row: one.section for one in self.requirements
                if one.heading and one.heading.part == part.name and one.section is not section})
            left = [one for one in left if compare_form(one) != compare_form(part.title)]
            if section is not None:
                found[section.id] = annex
            else:
                others.append(annex)
        missing = [DraftSection(name_of(one), declared=one, doubts=(NOT_FOUND,))
                   for one in declared if one.id not in found]
        known = {compare_form(name) for one in declared for name in (one.title, *one.also)}
        return (*(found[one.id] for one in declared if one.id in found), *missing, *others,
                *(DraftSection(one, doubts=(_NAME_ONLY,)) for one in left
                  if compare_form(one) not in known))


def _annex(part: PartOutline, section: Section | None,
           claims: Mapping[int, Section]) -> DraftSection:
    title = without_label(part.title)
    left_out = part.title_rows | frozenset(
        row for row, line in enumerate(part.rows[:3]) if isinstance(line, Line)
        and (is_annex_line(line.text) or compare_form(line.text) == compare_form(title)))
    tree = tree_of(part.rows, part.headings, left_out, claims, frozenset(),
                   section.sections if section else ())
    passages, doubts = passages_of(tree.rows)
    below = sections_of(tree.children, section.sections if section else (), {})
    old = title if section and compare_form(title) != compare_form(section.title) else ""
    return DraftSection(name_of(section) if section else title or "附件", passages, below, section,
                        old, (*tree.doubts, *doubts))


def _ending(rows: Sequence[Row]) -> _Ending:
    """The signature and the list of annexes at the end of the main part."""
    found = signature_rows(rows)
    listed = annex_list_rows(rows)
    units: list[str] = []
    annexes: list[str] = []
    date = ""
    for index in sorted(found):
        line = rows[index]
        if not isinstance(line, Line):
            continue
        text = line.text.strip()
        if index in listed or is_annex_line(text):
            name = without_label(text)
            mark = mark_of(name) if index in listed else None
            annexes.append(mark.rest.strip() if mark else name)
        elif not date and date_of(text):
            date = text
        else:
            units.append(text)
    doubts = (_NO_DATE,) if len(units) > 1 or (units and any(map(str.isdigit, units[-1]))) else ()
    return _Ending(found, "　".join(units), date, tuple(annexes), doubts)


def _period(months: Sequence[DraftMonth], said: Period | None) -> Period | None:
    """What the document says where that is about its months, else from the first to the last."""
    dated = [one.month for one in months if isinstance(one.month, Month)]
    if not dated:
        return said
    if said and len(said) <= _YEAR and all(one in said for one in dated):
        return said
    return Period(min(dated), max(dated))


def _repeats(rows: Sequence[Row], period: Period) -> frozenset[int]:
    """Lines at the top that say nothing but the period: the template prints it itself."""
    form = compare_form(period.chinese)
    return frozenset(index for index, row in enumerate(rows[:5])
                     if isinstance(row, Line) and compare_form(row.text) == form)


def _addressed(tree: Node) -> str:
    """Whom the paper addresses (各系部：), taken out of what stands before the first section."""
    if tree.rows and isinstance(first := tree.rows[0], Line) and len(first.text) <= _ADDRESS and (
            re.search("[：:]$", first.text)):
        tree.rows.pop(0)
        return first.text.rstrip("：:")
    return ""
