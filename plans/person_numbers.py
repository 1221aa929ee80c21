"""The numbers of a person as they are typed: telephones and ID cards."""

from __future__ import annotations

import re
import unicodedata

_SPACES = re.compile(r"[\s\u200b-\u200f\ufeff()-]+")
# A mobile number, one with its area code, one of the town, a short one within the school.
_PHONE = re.compile(r"(?:\+?86)?(1[3-9]\d{9})$|0\d{2,3}[2-9]\d{6,7}$|[2-9]\d{6,7}$|[2-9]\d{3,5}$")
_ID = re.compile(r"\d{17}[\dX]")
_BETWEEN = re.compile(r"[、，,；;/／|\s]+")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)        # GB 11643-1999
_CHECKS = "10X98765432"


def phone_in(text: str) -> str | None:
    """The digits of the telephone number that `text` is; None where it is none."""
    bare = _bare(text)
    match = _PHONE.match(bare)
    return (match[1] or bare) if match else None


def id_number_in(text: str) -> str | None:
    """The 18 signs of the ID number that `text` is, where the last one is right by GB 11643-1999;
    else None."""
    bare = _bare(text).upper()
    return bare if is_checked(bare) else None


def is_checked(number: str) -> bool:
    """Whether `number` has 18 signs of which the last one is right by GB 11643-1999."""
    return bool(_ID.fullmatch(number)) and _CHECKS[sum(
        int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False)) % 11] == (
        number[17])


def has_id_signs(text: str) -> bool:
    """Whether `text` is made of 18 signs as an ID number is, fit together or not."""
    return _ID.fullmatch(_bare(text).upper()) is not None


def phones_in(text: str) -> tuple[str, ...]:
    """The telephone numbers in a text that holds nothing else, with a mark between them."""
    found = [phone_in(one) for one in _BETWEEN.split(text.strip())]
    return () if None in found else tuple(one for one in found if one)


def _bare(text: str) -> str:
    return _SPACES.sub("", unicodedata.normalize("NFKC", text))
