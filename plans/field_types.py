"""The types of a field: how each reads what a person wrote, prints it, and names its JSON Schema.

A further type is one entry of FIELD_TYPES and the function that reads it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plans.comparing import compare_form, simplified
from plans.dates import date_of, day_of, show_date
from plans.kinds import Field
from plans.messages import N_, _
from plans.numerals import number_of
from plans.periods import Calendar, Month, Period, month_of, period_of
from plans.person_numbers import id_number_in, phone_in
from plans.pictures import Picture
from plans.shares import share_of, show_share

Scalar = str | int | float | date | Month | Period | Picture | tuple[str, ...]
TABLE, PICTURE, TICKS, CHOICE, YES_NO = "table", "picture", "ticks", "choice", "yesno"
TICKBOX = "tickbox"             # a box alone: ticked, crossed, or nobody has said anything
YES_OR_NO = (YES_NO, TICKBOX)
NUMBERS = ("integer", "number", "money", "percent")
WITH_OPTIONS = (CHOICE, TICKS)
LONG = ("longtext", TICKS)
"""Types that take a line of a form to themselves."""

_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})?$")
_NUMBER = re.compile(r"[+-]?\d{1,15}(\.\d{1,6})?$")
_MONEY = re.compile(r"^[¥￥]?\s*(.*?)\s*(?:元整?|圆整?)?$")
_BETWEEN = (re.compile(r"[、\n]+"), re.compile(r"[、，,；;/\s|]+"))


@dataclass(frozen=True, slots=True)
class FieldType:
    """`read` gives the value that a text means in a field, None if it means none; `expects` says
    what it takes (translated where it is shown); `show` prints a value; `schema` is its JSON
    Schema."""

    name: str
    expects: str
    read: Callable[[str, Field, Calendar], Scalar | None]
    show: Callable[[Scalar], str]
    schema: Mapping[str, object]


def yes_of(text: str) -> bool | None:
    """Whether `text` says yes or no, in English or Chinese; None if neither."""
    word = text.strip().lower()
    if word in {"yes", "true", "y", "on", "1", "是", "有", "要", "√", "✓", "☑",
                "✔"}:
        return True
    if word in {"no", "false", "n", "off", "0", "否", "无", "不", "没有", "×", "✗"}:
        return False
    return None


def value_of(field: Field, text: str, calendar: Calendar) -> Scalar | None:
    """What `text` means in `field`, in Traditional characters too; None where it means nothing."""
    read = field_type(field.type).read
    value = read(text, field, calendar)
    return read(simplified(text), field, calendar) if value is None else value


def printed(field: Field, value: Scalar) -> str:
    """`value` as a document shows it; a text is printed as it stands, a mark 【待填：…】 too."""
    return value if isinstance(value, str) else field_type(field.type).show(value)


def expected(field: Field) -> str:
    """What `field` takes, in the chosen language."""
    if field.options:
        return _("one of: {names}").format(names="、".join(one.name for one in field.options))
    return _(field_type(field.type).expects)


def option_called(field: Field, text: str) -> str | None:
    """The option of `field` that `text` names, by one of its names; None if none does."""
    said = option_form(text)
    return next((one.name for one in field.options
                 if said in map(option_form, (one.name, *one.also))), None)


def choices_of(field: Field) -> tuple[str, ...]:
    """What may be ticked in `field`: its options; of a yes or no 是 and 否."""
    return tuple(one.name for one in field.options) or (
        ("是", "否") if field.type == YES_NO else ())


def option_form(text: str) -> str:
    """How the names of options are compared: √ and × are marks alone, and differ."""
    return compare_form(text) or text.strip()


def _read_line(text: str, _field: Field, _calendar: Calendar) -> str | None:
    return None if "\n" in text.strip() else text.strip()


def _read_text(text: str, _field: Field, _calendar: Calendar) -> str:
    return text.strip()


def _bare_number(text: str, field: Field) -> str:
    text = unicodedata.normalize("NFKC", text).strip().replace(",", "")
    return text.removesuffix(field.unit).strip() if field.unit else text


def _read_integer(text: str, field: Field, _calendar: Calendar) -> int | None:
    text = _bare_number(text, field)
    return number_of(text.removesuffix("度").removesuffix("年").removesuffix("学"))


def _read_number(text: str, field: Field, _calendar: Calendar) -> float | None:
    text = _bare_number(text, field)
    if _NUMBER.match(text):
        return float(text)
    whole = number_of(text)
    return None if whole is None else float(whole)


def _read_money(text: str, field: Field, calendar: Calendar) -> float | None:
    match = _MONEY.match(text.strip())
    bare = match[1] if match else text
    if bare.endswith("万"):
        number = _read_number(bare[:-1], field, calendar)
        return None if number is None else float(Decimal(str(number)) * 10_000)
    return _read_number(bare, field, calendar)


def _read_month(text: str, _field: Field, _calendar: Calendar) -> Month | None:
    text = text.strip()
    if match := _DIGITS.match(text):
        text = f"{match[1]}-{match[2]}"
    if (month := month_of(text)) is None and (day := date_of(text)) and day.year >= 1900:
        return Month(day.year, day.month)
    return month


def _read_choice(text: str, field: Field, _calendar: Calendar) -> str | None:
    return option_called(field, text)


def _read_ticks(text: str, field: Field, _calendar: Calendar) -> tuple[str, ...] | None:
    """The options that a text names, in their own order; None where a word of it is none."""
    # An option may be called 讲座/沙龙: what could part its name is only tried in the end.
    for said in ([text], *(between.split(text.strip()) for between in _BETWEEN)):
        found = [option_called(field, one) for one in said if one]
        if found and None not in found:
            return tuple(one.name for one in field.options if one.name in found)
    return None


def _read_yes(text: str, _field: Field, _calendar: Calendar) -> bool | None:
    return yes_of(text)


def _read_phone(text: str, _field: Field, _calendar: Calendar) -> str | None:
    return phone_in(text)


def _read_id_number(text: str, _field: Field, _calendar: Calendar) -> str | None:
    number = id_number_in(text)
    return number if number and date_of(
        f"{number[6:10]}-{number[10:12]}-{number[12:14]}") is not None else None


def amount_of(value: object) -> float | None:
    """The number that a value is, or that its text writes in digits; None where it is none."""
    try:
        return None if isinstance(value, bool) else float(
            value) if isinstance(value, int | float | str) else None
    except ValueError:
        return None


def show_number(value: Scalar) -> str:
    """A number as a person writes it: 6, 0.5."""
    return f"{Decimal(str(value)):f}".removesuffix(".0")


def _show_ticks(value: Scalar) -> str:
    return "、".join(value) if isinstance(value, tuple) else str(value)


_WORDS: Mapping[str, object] = {"type": "string"}

FIELD_TYPES: tuple[FieldType, ...] = (
    FieldType("text", N_("text on one line"), _read_line, str, _WORDS),
    FieldType("longtext", N_("text"), _read_text, str, _WORDS),
    FieldType("integer", N_("a whole number such as 2026"), _read_integer, str,
              {"type": ["integer", "string"]}),
    FieldType("number", N_("a number such as 12 or 0.5"), _read_number, show_number,
              {"type": ["number", "string"]}),
    FieldType("money", N_("an amount of yuan such as 320 or 320.50"), _read_money, show_number,
              {"type": ["number", "string"]}),
    FieldType("percent", N_("a share such as 85%"),
              lambda text, _field, _calendar: share_of(text), show_share,
              {"type": ["number", "string"]}),
    FieldType("date", N_("a date such as 2026-03-20 or 2026年3月20日"),
              lambda text, _field, _calendar: day_of(text),
              lambda value: show_date(value) if isinstance(value, date) else str(value),
              _WORDS),
    FieldType("month", N_("a month with its year, such as 2026-03 or 2026年3月"),
              _read_month,
              lambda value: f"{value.year}年{value.month}月" if isinstance(value, Month)
              else str(value),
              _WORDS),
    FieldType("period", N_("a period such as 2026-03/2026-12 or 2025-2026学年第一学期"),
              lambda text, _field, calendar: period_of(text, calendar),
              lambda value: value.chinese if isinstance(value, Period) else str(value),
              _WORDS),
    FieldType(CHOICE, N_("one of the options"), _read_choice, str, _WORDS),
    FieldType(TICKS, N_("some of the options, with 、 between them"), _read_ticks, _show_ticks,
              {"type": ["array", "string"]}),
    FieldType(YES_NO, N_("是 or 否"), _read_yes, lambda value: "是" if value else "否",
              {"type": ["boolean", "string"]}),
    FieldType(TICKBOX, N_("√ where it is so, × where it is not"), _read_yes,
              lambda value: "是" if value is True else "否" if value is False else str(value),
              {"type": ["boolean", "string"]}),
    FieldType("phone", N_("a mobile number of 11 digits, or a landline number with its area code"),
              _read_phone,
              str, _WORDS),
    FieldType("id-number", N_("an ID card number of 18 signs"), _read_id_number, str, _WORDS),
    # The file is read by plans.pictures; a text alone is none.
    FieldType(PICTURE, N_("the name of a picture file, .png or .jpg"),
              lambda _text, _field, _calendar: None, str, _WORDS),
    # Its rows are read by plans.field_tables; a text alone is none.
    FieldType(TABLE, N_("a list of rows, each with the names of its columns"),
              lambda _text, _field, _calendar: None, str, {"type": "array"}),
)


def field_type(name: str) -> FieldType:
    """The type called `name`; raises KeyError."""
    for one in FIELD_TYPES:
        if one.name == name:
            return one
    raise KeyError(name)
