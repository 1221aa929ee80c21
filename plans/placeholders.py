"""`{{ 学校 }}` in the short texts of a kind (titles, file names), and 【待填：…】 in a draft."""

from __future__ import annotations

import re
from collections.abc import Mapping

from plans.kinds import Field

_NAME = re.compile(r"\{\{\s*(\w+)\s*\}\}")

_MARK = re.compile(r"【待填[^【】]*】")
_TAG = re.compile(r"\{[{%#].*?(?:[%#}]\}|$)")


def filled(text: str, fields: tuple[Field, ...], shown: Mapping[str, str]) -> str:
    """`text` with each {{ name or label }} replaced by the field's shown value, "" if it has none.
    """
    names = {key: one.name for one in fields for key in one.keys}
    return _NAME.sub(lambda match: shown.get(names.get(match[1], match[1]), ""), text)


def strangers(text: str, fields: tuple[Field, ...]) -> tuple[str, ...]:
    """The tags in `text` that no field fills: unknown names, and anything but {{ name }}."""
    known = {key for one in fields for key in one.keys}
    unknown = [match[0] for match in _NAME.finditer(text) if match[1] not in known]
    return (*unknown, *_TAG.findall(_NAME.sub("", text)))


def bare(text: str) -> str:
    """`text` without its placeholders: what stays the same in every document of the kind."""
    return _NAME.sub("", text)


def to_fill_in(label: str) -> str:
    """What stands in a draft where `label` is still missing."""
    return f"【待填：{label}】"


def without_marks(text: str) -> str:
    """`text` without what says that something is still missing there."""
    return _MARK.sub("", text)


def is_to_fill_in(text: str) -> bool:
    """Whether `text` is nothing but such a mark."""
    return _MARK.fullmatch(text.strip()) is not None
