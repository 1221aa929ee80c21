"""Why a person has to look at what a form says in a field, in words."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.answers import (
    BESIDE,
    BOUNDS,
    DIFFERS,
    MOVED,
    NO_OPTION,
    NOT_UNDERSTOOD,
    PART,
    TICKS,
    TWICE,
    UNCLEAR,
    Answer,
    Doubt,
)
from plans.field_bounds import bounds_broken
from plans.field_types import expected
from plans.messages import N_, _

_ERRORS = {NOT_UNDERSTOOD: N_("“{text}” is not understood; write {expects}"),
           NO_OPTION: N_("“{text}” is none of the options; write {expects}"),
           TICKS: N_("too many or too few boxes are ticked: {text}"),
           BOUNDS: N_("“{text}” is too small, too large, too short or too long")}
_DOUBTS = {DIFFERS: (N_("another place says “{text}”"), N_("another place says something else")),
           TWICE: (N_("the label stands twice, and the other one says “{text}”"),
                   N_("the label stands twice")),
           BESIDE: (N_("“{text}” was written beside its box"),
                    N_("it was written beside its box")),
           MOVED: (N_("it stood in another place than the form has for it: {text}"),
                   N_("it stood in another place than the form has for it")),
           PART: (N_("only a part was taken of “{text}”"), N_("only a part of the text was taken")),
           UNCLEAR: (N_("“{text}” may be read in several ways"),
                     N_("it may be read in several ways"))}
_UNCLEAR = _DOUBTS[UNCLEAR]
_LONGEST = 60       # characters of a quoted text


def doubts_of(answer: Answer) -> Iterator[str]:
    """A sentence for each reason in the chosen language; of a table those about it as a whole."""
    if answer.error:
        yield _error(answer)
    if answer.left:
        yield _("the form's own words stand there still: “{text}”").format(
            text=_quoted(answer.left))
    for one in answer.doubts:
        yield _doubt(one)


def _error(answer: Answer) -> str:
    if answer.error == BOUNDS and answer.value is not None:
        broken = bounds_broken(answer.field, answer.value)
        if broken is not None:
            return broken
    return _(_ERRORS.get(answer.error, _ERRORS[NOT_UNDERSTOOD])).format(text=_quoted(answer.text),
                                           expects=expected(answer.field))


def _doubt(one: Doubt) -> str:
    with_text, without = _DOUBTS.get(one.type, _UNCLEAR)
    return _(with_text).format(text=_quoted(one.text)) if one.text else _(without)


def _quoted(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[:_LONGEST - 1] + "…"
