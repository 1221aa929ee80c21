"""The strips that a form is laid out in, from top to bottom."""

from __future__ import annotations

from dataclasses import dataclass

FIELDS, TITLE, TEXT, PHOTO, PAGE = "fields", "title", "text", "photo", "page"


@dataclass(frozen=True, slots=True)
class Strip:
    """A strip of a form's grid, from edge to edge.

    FIELDS: the `fields` side by side, each a label and its value; one alone takes the whole width,
    a table its own rows. PHOTO: the one field takes the right edge of the next `rows` strips.
    TITLE and TEXT: `text` across, signed on the lines of `signed`. PAGE: the next page begins.
    """

    type: str
    fields: tuple[str, ...] = ()
    text: str = ""
    rows: int = 0
    signed: tuple[str, ...] = ()
