"""`--deadline`: a day, as somebody types it."""

from __future__ import annotations

from datetime import date

from office.terminal import say_notice
from plans.comparing import simplified
from plans.dates import date_of
from plans.errors import Fault, Place, UsageError
from plans.messages import _

OPTION = "--deadline"


def deadline_of(text: str, today: date) -> date:
    """The day that `text` means; one that is past is told. Raises UsageError where it is none."""
    day = date_of(simplified(text))
    if day is None:
        raise UsageError.at(OPTION, _("{text} is no date").format(text=text),
                            _("write it as 2026-03-20"))
    if day < today:
        say_notice(Fault(Place(OPTION), _("{text} is past").format(text=text),
                         _("see whether the year is right")))
    return day
