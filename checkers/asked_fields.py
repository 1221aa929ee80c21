"""What a paper must show of the fields of its kind, and whether it is a form of that kind."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.answers import MISSING, Answer, Answers
from checkers.controls import Stamp
from checkers.document import Document
from checkers.form_reading import answers_of
from plans.field_types import PICTURE
from plans.kinds import Field, Kind
from plans.periods import Calendar

REQUIRED = "required"
_FITS = 0.5         # share of the required fields that a form has places for, if it is of the kind


def answers_in(document: Document, kind: Kind | None, calendar: Calendar) -> Answers | None:
    """The answers that a document gives to what `kind` asks it to show, None where that is nothing.
    """
    if kind is None or not (kind.is_form or any(map(_is_shown, kind.fields))):
        return None
    return answers_of(document, kind, calendar)


def is_of_another(answers: Answers, kind: Kind) -> bool:
    """Whether a form says itself that it is of another kind, and looks it: what can be read of it
    is collected, and not judged."""
    return is_stranger(answers.stamp, kind) and not fits(answers, kind)


def is_stranger(stamp: Stamp | None, kind: Kind) -> bool:
    """Whether a file says that it is of another kind."""
    return stamp is not None and stamp.kind != kind.id


def fits(answers: Answers, kind: Kind) -> bool:
    """Whether a form has places for at least half of what `kind` requires."""
    required = [one for one in answers if is_required(one.field, kind)]
    there = sum(one.state != MISSING for one in required)
    return there >= _FITS * len(required)


def is_required(field: Field, kind: Kind) -> bool:
    """Whether whoever hands the paper in must fill the field in; the office fills in its own."""
    return kind.demands(field)


def asked(answers: Answers | None, kind: Kind | None) -> Iterator[Answer]:
    """The answers that are looked at: all of a form, else those that the paper must show; pictures
    only where they can be seen."""
    if answers is None or kind is None:
        return
    for one in answers:
        if (kind.is_form or _is_shown(one.field)) and (
                answers.sees_pictures or one.field.type != PICTURE):
            yield one


def _is_shown(field: Field) -> bool:
    return field.in_document == REQUIRED
