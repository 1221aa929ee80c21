"""The text of a box → what it means: its value, what is wrong with it, what is doubtful."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from checkers.answers import (
    BOUNDS,
    NO_OPTION,
    NOT_UNDERSTOOD,
    PART,
    TICKS,
    UNCLEAR,
    Doubt,
)
from checkers.form_reading.ticks import NO, YES, box_in, ticked_in
from plans.comparing import compare_form, simplified
from plans.field_bounds import bounds_broken
from plans.field_types import (
    CHOICE,
    PICTURE,
    TICKBOX,
    WITH_OPTIONS,
    YES_NO,
    Scalar,
    printed,
    value_of,
    yes_of,
)
from plans.field_types import TICKS as TICKED
from plans.kinds import Field, Option
from plans.numerals import HAN
from plans.periods import Calendar
from plans.placeholders import is_to_fill_in
from plans.prompts import prompt_of

_ANSWERS = (Option("是", ("有",)), Option("否", ("无", "没有", "不是")))
_BLANKS = re.compile(r"[\s_＿﹍—-]*$")
_INVITES = re.compile(
    r"(?:点击|单击|点按|请)?(?:或点击|或轻触)?(?:此处|这里|在此)?(?:点击)?(?:输入|填写|选择|填入|粘贴|插入)"
    r"(?:文字|文本|内容|日期|年月|一项|图片|照片|此项|本栏)?[。.]?|选择一项|贴照片处|照片")
_UNFILLED_DATE = re.compile(r"[\s_＿]*年[\s_＿]*月(?:[\s_＿]*日)?[\s_＿]*$")
_STILL = re.compile(r"\s*[-—–~～]*\s*(?:(?:直)?[到至]|迄)?(?:今|现在|目前)$|\s*(?:起|开始)$")
_NONE = frozenset(("无", "暂无", "没有", "/", "／", "—", "-"))
# What could be a value within a longer text, by type.
_WITHIN = {
    "date": re.compile(rf"(?:\d{{4}}|[{HAN}]{{4}})\s*[-./年]\s*[\d{HAN}]{{1,3}}\s*[-./月]\s*"
                       rf"[\d{HAN}]{{1,3}}\s*[日号]?"),
    "month": re.compile(rf"(?:\d{{4}}|[{HAN}]{{4}})\s*[-./年]\s*[\d{HAN}]{{1,3}}\s*月?"),
    "integer": re.compile(rf"\d+|[{HAN}]+"),
    "number": re.compile(r"\d+(?:\.\d+)?"),
    "money": re.compile(r"\d[\d,，]*(?:\.\d+)?"),
    "phone": re.compile(r"(?:\d[\d -]{5,}\d)"),
    "id-number": re.compile(r"\d[\d ]{15,}[\dXx]"),
}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a text means in a field; `is_blank` where nothing was written."""

    text: str
    value: Scalar | None = None
    error: str = ""
    left: str = ""
    doubts: tuple[Doubt, ...] = ()
    is_blank: bool = False


def meaning_of(field: Field, text: str, calendar: Calendar) -> Meaning:
    """What `text`, all that stands in the box of `field`, means there."""
    if field.type == TICKBOX:
        return _boxed(text)         # a sign is no word, of the form's own or of anybody's
    text, left = _own_words(field, text)
    if not text:
        return Meaning("", left=left, is_blank=True)
    if field.type == PICTURE:
        return Meaning(text, error=NOT_UNDERSTOOD, left=left)
    if field.type in (*WITH_OPTIONS, YES_NO):
        return replace(_chosen(field, text, calendar), left=left)
    return replace(_read(field, text, calendar), left=left)


def ticked(field: Field, names: Sequence[str], text: str) -> Meaning:
    """What it means that the options `names` are ticked; `text` shows the boxes."""
    if not names:
        return Meaning(text, is_blank=True)
    if field.type == TICKED:
        return _bounded(field, Meaning(text, tuple(names)), TICKS)
    if len(names) > 1:
        return Meaning(text, error=TICKS)
    return Meaning(text, names[0] if field.type == CHOICE else names[0] == _ANSWERS[0].name)


def _boxed(text: str) -> Meaning:
    """What a box alone says; an empty one nothing."""
    said, rest = box_in(text)
    word = yes_of(rest) if rest else None
    if word is not None:
        # ☑否 says both.
        said, rest = (word, "") if said in (None, word) else (None, rest)
    if rest:
        return Meaning(text, said, NOT_UNDERSTOOD if said is None else "",
                       doubts=() if said is None else (Doubt(PART, text),))
    return Meaning("", is_blank=True) if said is None else Meaning(text, said)


def _own_words(field: Field, text: str) -> tuple[str, str]:
    """What somebody wrote, and what of the form's own words is left there."""
    lines = text.strip().split("\n")
    if field.signed:
        lines = _unsigned(field, lines)
    text = "\n".join(lines).strip(" \t\n\u3000")
    for prompt in filter(None, (prompt_of(field), field.example and f"如{field.example}")):
        if compare_form(text) == compare_form(prompt):
            return "", text
        if len(prompt) > 3 and text.startswith(prompt):
            return text[len(prompt):].strip(), prompt
    if is_to_fill_in(text):
        return "", text
    if _INVITES.fullmatch(text):
        return "", text if field.type != PICTURE else ""
    is_bare = _BLANKS.match(text) or (field.type in ("date", "month")
                                      and _UNFILLED_DATE.match(text))
    if is_bare or compare_form(text) == compare_form(field.unit or "\0"):
        return "", ""
    return text, ""


def _unsigned(field: Field, lines: Sequence[str]) -> list[str]:
    """The lines above those to sign on; a date or a name that was signed stays out as well."""
    printed_lines = [compare_form(one) for one in field.signed]
    kept = list(lines)
    while kept and (not kept[-1].strip() or _UNFILLED_DATE.match(kept[-1].strip())
                    or re.fullmatch(r"[\s\d_＿]*年[\s\d_＿]*月[\s\d_＿]*日", kept[-1].strip())
                    or any(one and compare_form(kept[-1]).startswith(one)
                           for one in printed_lines)):
        kept.pop()
    return kept


def _chosen(field: Field, text: str, calendar: Calendar) -> Meaning:
    options = field.options or _ANSWERS
    seen = ticked_in(text, options)
    unclear = () if seen.is_clear else (Doubt(UNCLEAR, text),)
    if seen.has_boxes:
        meant = ticked(field, seen.names, text)
        # Besides the boxes somebody may have written something: 其他：……
        beside = (Doubt(PART, text),) if seen.rest and not meant.is_blank else ()
        if meant.is_blank and seen.rest:
            return Meaning(text, error=NO_OPTION)
        return replace(meant, doubts=(*meant.doubts, *unclear, *beside))
    value = value_of(field, text, calendar)
    if value is not None:
        return _bounded(field, Meaning(text, value), TICKS)
    if len(seen.names) == 1 and field.type != TICKED and not any(
            one in text for one in YES + NO):
        meant = ticked(field, seen.names, text)
        return replace(meant, doubts=(Doubt(PART, text),))
    if field.type == TICKED and seen.names:
        return replace(ticked(field, seen.names, text), doubts=(Doubt(PART, text),))
    return Meaning(text, error=NO_OPTION if field.options else NOT_UNDERSTOOD)


def _read(field: Field, text: str, calendar: Calendar) -> Meaning:
    one_line = text if field.type == "longtext" else "".join(
        line.strip() for line in text.split("\n"))
    if field.type in ("date", "month"):
        # 2018年9月至今 begins in that month; what goes on has no end.
        one_line = _STILL.sub("", simplified(one_line))
        if not one_line and not field.required:
            return Meaning(text, is_blank=True)
    value = value_of(field, one_line, calendar)
    if value is not None:
        # Two lines may be one name that was broken, or two.
        lines = (Doubt(UNCLEAR, text),) if field.type == "text" and "\n" in text else ()
        return _bounded(field, Meaning(text, value, doubts=lines), BOUNDS)
    if compare_form(one_line) == "" and one_line.strip() in _NONE:
        return Meaning(text, is_blank=True)
    pattern = _WITHIN.get(field.type)
    found = [one[0] for one in pattern.finditer(one_line)] if pattern else []
    values = [one for part in found if (one := value_of(field, part, calendar)) is not None]
    if len({printed(field, one) for one in values}) == 1:
        return _bounded(field, Meaning(text, values[0], doubts=(Doubt(PART, text),)), BOUNDS)
    return Meaning(text, error=NOT_UNDERSTOOD)


def _bounded(field: Field, meant: Meaning, error: str) -> Meaning:
    if meant.value is not None and bounds_broken(field, meant.value) is not None:
        return replace(meant, error=error)
    return meant
