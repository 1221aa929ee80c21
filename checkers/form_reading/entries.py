"""What stands in a box and in the control within it, weighed against each other: an answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from checkers.answers import (
    BESIDE,
    BLANK,
    CONTROL,
    DIFFERS,
    GIVEN,
    MISSING,
    TABLE,
    TWICE,
    Answer,
    Doubt,
)
from checkers.controls import Control
from checkers.findings import NOWHERE, Location, at_paragraph
from checkers.form_reading.boxes import Box
from checkers.form_reading.held import Held
from checkers.form_reading.meanings import Meaning, meaning_of, ticked
from checkers.form_reading.ticks import YES
from plans.comparing import compare_form
from plans.dates import day_of
from plans.field_types import choices_of
from plans.form_marks import LONGEST_TAG, OF_OPTION, option_tag
from plans.kinds import Field
from plans.periods import Calendar, Month


@dataclass(frozen=True, slots=True)
class Entry:
    """Makes answers of one document, from what it `held`."""

    held: Held
    calendar: Calendar

    def boxed(self, box: Box) -> Answer:
        """The answer in the box of a label."""
        answer = self.said(box.field, box.text, TABLE, box.location)
        return replace(answer, doubts=(*answer.doubts, *box.doubts))

    def said(self, field: Field, text: str, source: str, location: Location) -> Answer:
        """The answer that a text gives."""
        return _answer(field, meaning_of(field, text, self.calendar), source, location)

    def with_controls(self, field: Field, seen: Answer,
                      controls: Sequence[Control] | None = None,
                      ticks: Mapping[str, Sequence[Control]] | None = None) -> Answer:
        """The answer of the controls made for a field (those of its tag), where one is filled in;
        else `seen`, what stands in the box of its label."""
        ticks = self.held.ticks(field.name) if ticks is None else ticks
        if ticks and (answer := self._of_ticks(field, seen, ticks)) is not None:
            return answer
        controls = self.held.controls(field.name) if controls is None else controls
        filled = [one for one in controls if one.text.strip() and (
            meaning_of(field, one.text, self.calendar).is_blank is False)]
        if not filled:
            if seen.state == MISSING and controls:
                return Answer(field, BLANK, source=CONTROL, location=self._place(controls[0]))
            return seen
        first = filled[0]
        meaning = meaning_of(field, first.text, self.calendar)
        answer = _answer(field, *_dated(field, meaning, first), self._place(first))
        others = {compare_form(one.text): one for one in reversed(filled)}
        doubts = [Doubt(TWICE, one.text, self._place(one)) for form, one in reversed(others.items())
                  if form != compare_form(first.text)]
        return replace(answer, doubts=(*answer.doubts, *doubts, *_beside(field, first, seen)))

    def _of_ticks(self, field: Field, seen: Answer,
                  ticks: Mapping[str, Sequence[Control]]) -> Answer | None:
        """The answer of boxes to tick; None where none is ticked, or nobody knows which."""
        names = choices_of(field)
        if len({_cut(field, one) for one in names}) < len(names):
            return None         # the tags of two are alike: what is to be seen tells them apart
        on = {name: any(one.text.strip() in YES if one.text.strip() else one.value == "1"
                        for one in found) for name, found in ticks.items()}
        chosen = [name for name in names if on.get(name) or on.get(_cut(field, name))]
        first = next(iter(ticks.values()))[0]
        if not chosen:
            return None if seen.state != MISSING else Answer(
                field, BLANK, source=CONTROL, location=self._place(first))
        meaning = ticked(field, chosen, seen.text or "、".join(chosen))
        answer = _answer(field, meaning, CONTROL, self._place(first))
        if seen.state == GIVEN and (seen.value != answer.value or seen.doubts):
            return replace(answer, doubts=(*answer.doubts, Doubt(DIFFERS, seen.text,
                                                                 seen.location)))
        return answer

    def _place(self, control: Control) -> Location:
        paragraph = self.held.place(control)
        return at_paragraph(paragraph) if paragraph else NOWHERE


def _cut(field: Field, option: str) -> str:
    """An option as it stands in a tag that Word has no more room for."""
    return option_tag(field.name, option)[:LONGEST_TAG].partition(OF_OPTION)[2]


def _answer(field: Field, meaning: Meaning, source: str, location: Location) -> Answer:
    return Answer(field, BLANK if meaning.is_blank else GIVEN, meaning.text, meaning.value,
                  source, location, meaning.error, meaning.left, meaning.doubts)


def _dated(field: Field, meaning: Meaning, control: Control) -> tuple[Meaning, str]:
    """The meaning of a date's control. What people see counts: editors leave the day that is kept
    behind it as it was; it only helps, with a doubt, where the text says nothing."""
    kept: date | Month | None = day_of(control.value) if field.type in ("date", "month") else None
    if kept is not None and field.type == "month":
        kept = Month(kept.year, kept.month)
    if kept is None or meaning.value is not None:
        return meaning, control.source
    doubt = Doubt(DIFFERS, control.value)
    return replace(meaning, value=kept, error="", doubts=(*meaning.doubts, doubt)), control.source


def _beside(field: Field, control: Control, seen: Answer) -> list[Doubt]:
    """What stands in the box besides the control, or in its stead in another box."""
    if seen.state != GIVEN or not seen.text:
        return []
    inside, whole = compare_form(control.text), compare_form(seen.text)
    if whole in (inside, inside + compare_form(field.unit)) or seen.text == control.text:
        return []
    return [Doubt(BESIDE if inside in whole else DIFFERS, seen.text, seen.location)]
