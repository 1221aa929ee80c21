"""Texts of others that are shown in a line of ours: what could fake a line is seen, not done."""

from __future__ import annotations

import re

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str) -> str:
    """`text` whose control characters, which could fake a line, are shown as codes; so are the
    bytes of a file name that are no text."""
    return _CONTROL.sub(lambda match: ascii(match[0])[1:-1], text)
