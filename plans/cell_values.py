"""The value of a cell of a workbook → the text that a person sees in it.

Numbers are plain: no thousands, no percent, no currency, at most the 15 digits that Excel keeps.
"""

from __future__ import annotations

import math
import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal

LOST = 10**15       # Excel keeps 15 digits of a number: from here on the last ones are zeros
_UNSHOWN = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_ZEROS = re.compile(r"0{2,}$")
_PLACES = re.compile(r"0\.(0+)(?:_ ?)?$")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LINE_END = re.compile(r"\r\n?")

# Formats that a file names by number alone, as Chinese Excel shows them (ECMA-376 part 1, 18.8.30).
CHINESE_MONTHS = frozenset({27, 36, 50, 52, 57})
CHINESE_DATES = CHINESE_MONTHS | frozenset({28, 29, 30, 31, 51, 53, 54, 58})


def shown(value: object, number_format: str = "") -> str | None:
    """The text of `value`; None where it is a number that has lost its last digits.

    A whole number has no point, a date is 2026-03-20, or 2026-03 where its format shows no day;
    yes and no are 是 and 否; zeros in front stay where the format asks for them.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return _ESCAPED.sub(_unescaped, _LINE_END.sub("\n", value)).strip()
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        return _number(value, number_format)
    if isinstance(value, datetime):
        return _moment(value, number_format)
    if isinstance(value, time):
        return value.strftime("%H:%M:%S" if value.second else "%H:%M")
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        text = f"{minutes // 60}:{minutes % 60:02d}"
        return f"{text}:{seconds:02d}" if seconds else text
    return value.isoformat() if isinstance(value, date) else str(value).strip()


def _unescaped(match: re.Match[str]) -> str:
    """_x000D_ is how a file writes a carriage return, _x005F_ the line before such a sign."""
    char = chr(int(match[1], 16))
    if char == "_":
        return char
    return "\n" if char == "\n" else "" if char < " " else match[0]


def _number(value: int | float, number_format: str) -> str | None:
    if not math.isfinite(value):
        return str(value)
    if abs(value) >= LOST:
        return None
    text = format(Decimal(format(value, ".15g")), "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
        # 2015.10 is October: its last zero is seen, and is not in the number.
        if "." in text and (places := _PLACES.match(number_format)):
            text += "0" * (len(places[1]) - len(text.partition(".")[2]))
    if _ZEROS.match(number_format) and text.isdecimal():
        return text.zfill(len(number_format))
    return "0" if text == "-0" else text


def _moment(value: datetime, number_format: str) -> str:
    value = (value + timedelta(milliseconds=500)).replace(microsecond=0)    # Excel counts in days
    parts = _UNSHOWN.sub("", number_format).lower()
    if value.time() != time():
        return value.strftime("%Y-%m-%d %H:%M:%S" if value.second else "%Y-%m-%d %H:%M")
    if "y" in parts and "d" not in parts:
        return f"{value.year:04d}-{value.month:02d}"
    return value.date().isoformat()
