"""calendar.yaml → Calendar: when the school year and its terms run, and when each term began."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

from plans.dates import date_of
from plans.errors import Fault, Place, UserError
from plans.keys import items_in, keyed
from plans.located import Node, Text, read_yaml
from plans.messages import _
from plans.numerals import number_of
from plans.periods import Calendar

SAME_TERM = 90          # days: nearer first days are those of one term
_KEYS = {"school_year": "学年", "terms": "学期", "first_days": "开学日期"}
_FIRST_YEAR, _LAST_YEAR = 1900, 2900    # a term may end years before the last month there is


def read_calendar(path: Path, own: Path | None = None) -> Calendar:
    """When the school year and its terms run, what the school's `own` file says before `path`.

    Raises UserError.
    """
    faults: list[Fault] = []
    top: dict[str, Node] = {}
    for one in (path, own):
        if one is not None:
            top |= keyed(read_yaml(one, faults), _KEYS, faults, "calendar.yaml")
    place = Place(str(path))
    year = _span(top.get("school_year"), place, faults)
    terms = tuple(_span(item, place, faults)
                  for item in items_in(top["terms"], faults, "terms")) if "terms" in top else ()
    first_days = first_days_in(top.get("first_days"), faults)
    if faults:
        raise UserError(faults)
    return Calendar(year, terms, first_days)


def first_days_in(node: Node | None, faults: list[Fault]) -> tuple[date, ...]:
    """The first days of terms that a list, or a single date, gives; () for a blank.

    What is no date is added to `faults`.
    """
    if node is None or (isinstance(node, Text) and node.is_blank):
        return ()
    found = []
    for item in (node,) if isinstance(node, Text) else items_in(node, faults, _KEYS["first_days"]):
        text = item.text.strip() if isinstance(item, Text) else ""
        day = date_of(text)
        if day and _FIRST_YEAR <= day.year <= _LAST_YEAR:
            found.append(day)
        else:
            faults.append(Fault(item.place, _("{text} is no date").format(text=text or "–"),
                                _("write the first day of the term as 2026-02-24")))
    days = sorted(set(found))
    for before, after in pairwise(days):
        if (after - before).days < SAME_TERM:
            faults.append(Fault(node.place, _("{one} and {other} cannot both begin a term").format(
                one=before, other=after), _("keep the right one of the two")))
    return tuple(days)


def _span(node: Node | None, place: Place, faults: list[Fault]) -> tuple[int, int]:
    months = [number_of(item.text) or 0 for item in getattr(node, "items", ())
              if isinstance(item, Text)]
    if len(months) != 2 or not all(1 <= month <= 12 for month in months):
        faults.append(Fault(node.place if node else place,
                            _("two months are needed, the first and the last"),
                            _("write them as numbers: [9, 1]")))
        return 9, 8
    return months[0], months[1]
