"""Reads a form back: a document and its kind → an answer for every field.

A value is looked for where it can be trusted most: in the control made for it, a field of an old
form, a bookmark, the box of its label, behind its label on a line. The visible text is what counts;
where two places disagree, the answer says so.
"""

from __future__ import annotations

from dataclasses import replace

from checkers.answers import INLINE, MISSING, TWICE, Answer, Answers, Doubt
from checkers.document import Document
from checkers.form_reading.boxes import boxes_in
from checkers.form_reading.entries import Entry
from checkers.form_reading.grids import grids_of
from checkers.form_reading.held import Held
from checkers.form_reading.inline import inline_in
from checkers.form_reading.names import Names
from checkers.form_reading.photos import with_pictures
from checkers.form_reading.rows import claim_rows, heads_in
from checkers.form_reading.table_rows import table_answer
from plans.kinds import Field, Kind
from plans.periods import Calendar


def answers_of(document: Document, kind: Kind, calendar: Calendar) -> Answers:
    """The answers of a form of `kind`, whatever was done to it."""
    names = Names(kind.fields)
    scalars = Names(one for one in kind.fields if not one.columns)
    held, grids = Held(document, kind), grids_of(document)
    heads = heads_in(grids, kind.fields, scalars)
    claim_rows(heads, grids, names)
    boxes = boxes_in(grids, names)
    lines = [*inline_in(document, grids, scalars)]
    entry = Entry(held, calendar)
    answers: dict[str, Answer] = {}
    for one in kind.fields:
        if one.columns:
            head = next((each for each in heads if each.field is one), None)
            answers[one.name] = table_answer(one, head, entry)
            continue
        found = [entry.boxed(box) for box in boxes if box.field is one]
        found = found or [entry.said(one, spotted.text, INLINE, spotted.location)
                          for field, spotted in lines if field is one]
        seen = _of_several(one, found)
        answers[one.name] = entry.with_controls(one, seen)
    return Answers(with_pictures(answers, boxes, held), document.stamp,
                   document.drawings is not None)


def _of_several(field: Field, found: list[Answer]) -> Answer:
    """One answer where the label stands several times: the filled one, doubtful if two differ."""
    if not found:
        return Answer(field, MISSING)
    filled = [one for one in found if one.text]
    if not filled:
        return found[0]
    first, *others = filled
    said = {other.text: other for other in reversed(others)}     # each once, where it stands first
    differing = tuple(Doubt(TWICE, other.text, other.location) for other in reversed(said.values())
                      if other.value != first.value or other.value is None)
    return replace(first, doubts=(*first.doubts, *differing))
