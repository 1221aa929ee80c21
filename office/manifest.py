"""A list of what a run has made, for Excel: one line a file, and one for what was not made."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass

from plans.messages import _

FILE_NAME = "homeroom-manifest.csv"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")     # what Excel would take for one


@dataclass(frozen=True, slots=True)
class Made:
    """A line: the file name ("" where none was made), its state, what it was made of, the title
    of the document, and what a person should look at."""

    name: str
    state: str
    source: str
    title: str = ""
    remark: str = ""


def manifest(lines: Iterable[Made]) -> bytes:
    """The list as CSV in UTF-8 with a byte order mark, which Excel needs to read Chinese."""
    out = io.StringIO(newline="")
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow([_("file"), _("state"), _("made from"), _("title"), _("remark")])
    for one in lines:
        table.writerow([_safe(text) for text in (
            one.name, one.state, one.source, one.title, one.remark)])
    return out.getvalue().encode("utf-8-sig")


def _safe(text: str) -> str:
    # Excel runs what looks like a formula, quoted or not; an apostrophe makes it text.
    return f"'{text}" if text.startswith(_FORMULA) else text
