"""A place in a document as a person finds it: the words that stand there, never a number alone."""

from __future__ import annotations

from checkers.anchors import Anchor
from checkers.document import MAIN
from checkers.findings import BEFORE, ON, Location
from plans.messages import _


def place_words(anchor: Anchor) -> str:
    """Where a finding is: page, section and quote; "" where nothing is known of it."""
    location = anchor.location
    if anchor.of_all:
        return _("the whole document")
    words = _words(location)
    if words and location.page:
        words = _("page {page}: ").format(page=location.page) + words
    if anchor.side == ON or not words:
        return words
    return (_("before {place}") if anchor.side == BEFORE else _("after {place}")).format(
        place=words)


def _words(location: Location) -> str:
    quote = _("“{text}”").format(text=location.quote) if location.quote else _cell(location)
    section = location.section if location.section != location.quote else ""
    if section and quote:
        return _("“{section}”: {quote}").format(section=section, quote=quote)
    if quote:
        return quote
    annex = location.part.removeprefix("annex-") if location.part != MAIN else ""
    return _("annex {number}").format(number=annex) if annex else ""


def _cell(location: Location) -> str:
    if location.table is None:
        return ""
    if location.row is None:
        return _("table {table}").format(table=location.table)
    return _("table {table}, row {row}").format(table=location.table, row=location.row)
