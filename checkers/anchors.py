"""Where a remark on a finding goes: every finding has a place, what is missing has one as well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from checkers.answers import MISSING as NO_PLACE
from checkers.answers import Answer
from checkers.case import Case
from checkers.document import Paragraph, Part, Spot, Table, paragraphs_in
from checkers.findings import (
    AFTER,
    BEFORE,
    ON,
    Finding,
    Location,
    at_heading,
    at_paragraph,
)
from checkers.lines import Line
from checkers.matching import MISSING, Requirement


@dataclass(frozen=True, slots=True)
class Anchor:
    """The paragraph that a remark is tied to: `side` says whether it is about it (ON), or about
    what belongs BEFORE or AFTER it.

    `of_all` marks what concerns the whole document, or might stand anywhere in it: it is tied to
    the title.
    """

    location: Location
    side: str = ON
    of_all: bool = False

    @property
    def is_own(self) -> bool:
        """Whether it tells more than that something is wrong with the document."""
        return self.side != ON or not self.of_all

    @property
    def spot(self) -> Spot | None:
        """Where the file has it; None where its reader could not say."""
        return self.location.spot


def anchor_of(finding: Finding, case: Case) -> Anchor:
    """The anchor of a finding in a document that could be read.

    A missing section is tied to the next one that is there, else to the end of the heading before
    it, else of the one that it belongs under, else of the title; a field of a form that has no
    place likewise, to the fields beside it.
    """
    place = finding.location
    if place.spot is not None:
        return Anchor(place, finding.side)
    if place.paragraph or place.table:
        found = _counted(place, case)
        if found is not None:
            return Anchor(replace(place, spot=found.spot), finding.side)
    elif missing := _missing(place, case):
        return _home(missing, case)
    elif (beside := _field_beside(place, case)) is not None:
        return beside
    return Anchor(replace(_title(case), quote=place.quote), of_all=True)


def _counted(place: Location, case: Case) -> Paragraph | None:
    """The first paragraph that the numbers of a location lead to."""
    document = case.submission.document
    part = next((one for one in document.parts if one.name == place.part), None
                ) if document else None
    return next((one for one in _paragraphs(part, place) if one.spot is not None), None
                ) if part else None


def _paragraphs(part: Part, place: Location) -> Iterator[Paragraph]:
    if place.table is None:
        yield from (one for one in part.paragraphs() if one.paragraph == place.paragraph)
        return
    for table in part.tables():
        if table.table == place.table:
            yield from _in_table(table, place)


def _in_table(table: Table, place: Location) -> Iterator[Paragraph]:
    for number, row in enumerate(table.rows, 1):
        for cell in row:
            if place.row in (None, number) and place.column in (None, cell.column):
                yield from paragraphs_in(cell)


def _missing(place: Location, case: Case) -> Requirement | None:
    return next((one for one in case.requirements
                 if one.state == MISSING and one.section.name == place.section), None)


def _field_beside(place: Location, case: Case) -> Anchor | None:
    """Where a field belongs that the form has no place for: after the one before it in the kind."""
    fields = list(case.answers or ())
    at = next((at for at, one in enumerate(fields) if one.state == NO_PLACE
               and one.field.label == place.section), None)
    if at is None:
        return None
    for one in reversed(fields[:at]):
        if _spot_of(one):
            return Anchor(one.location, AFTER)
    for one in fields[at:]:
        if _spot_of(one):
            return Anchor(one.location, BEFORE)
    return None


def _spot_of(one: Answer) -> Spot | None:
    return one.location.spot if one.state != NO_PLACE else None


def _home(missing: Requirement, case: Case) -> Anchor:
    """Where a missing section belongs, told by those that a reader looks for beside it."""
    beside = [one for one in case.requirements if one.above == missing.above
              and _is_annex(one) == _is_annex(missing)]
    at = beside.index(missing)
    for one in beside[at + 1:]:
        if one.heading is not None:
            return Anchor(at_heading(one.heading), BEFORE)
    for one in reversed(beside[:at]):
        if one.heading is not None:
            return Anchor(at_heading(one.heading), AFTER)
    for one in case.requirements:
        if one.section.id == missing.above and one.heading is not None:
            return Anchor(at_heading(one.heading), AFTER)
    if _is_annex(missing):
        return Anchor(_end(case), AFTER)
    return Anchor(_title(case), AFTER, of_all=True)


def _is_annex(one: Requirement) -> bool:
    return one.section.annex is not None


def _title(case: Case) -> Location:
    """The last line of the title, else the first line of all."""
    rows = case.outline.main.rows if case.outline else ()
    titled = sorted(case.outline.main.title_rows) if case.outline else []
    lines = [line.paragraph for line in (rows[at] for at in titled) if isinstance(line, Line)]
    return _located([*reversed(lines), *_all(case)])


def _end(case: Case) -> Location:
    return _located(list(_all(case))[::-1])


def _all(case: Case) -> Iterator[Paragraph]:
    """Every paragraph with words, those of tables too."""
    document = case.submission.document
    for part in document.parts if document else ():
        for block in part.blocks:
            yield from (one for one in paragraphs_in(block) if one.text.strip())


def _located(paragraphs: Sequence[Paragraph]) -> Location:
    return next((at_paragraph(one) for one in paragraphs if one.spot is not None), Location())
