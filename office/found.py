"""The answers of forms as a summary and inputs take them: doubts and places in words.

The words are Chinese, for what they stand in is a paper: see `plans.messages.speaking`.
"""

from __future__ import annotations

from pathlib import Path

from checkers.answers import BLANK, BOOKMARK, CONTROL, GIVEN, INLINE, LEGACY, TABLE, Answer
from checkers.document import MAIN
from checkers.findings import Location
from generators.collected import Form, Found
from office.doubts import doubts_of
from office.filled_forms import FilledForm
from office.reports.file_lines import place_of
from plans.conditions import preferred
from plans.field_types import CHOICE, PICTURE, TICKS, YES_OR_NO
from plans.pictures import Picture

_SOURCES = {CONTROL: "填写控件", LEGACY: "旧式填写框", BOOKMARK: "书签", TABLE: "表格",
            INLINE: "行内文字"}


def form_of(one: FilledForm, folder: Path, note: str = "") -> Form:
    """The form as it is written down; links are seen from `folder`."""
    return Form(
        kind=one.kind, person=one.person, file=one.verdict.path,
        found=tuple(found_of(answer) for answer in one.answers), status=one.status,
        link=place_of(one.verdict.path, folder),
        preferred=preferred(one.kind, one.answers.values()), note=note, named_by=one.named.name)


def found_of(answer: Answer) -> Found:
    """What an answer says; a table's value is in its rows."""
    field, value = answer.field, answer.value
    if field.type == PICTURE and answer.state == GIVEN and value is None and not answer.error:
        value = Picture(answer.text or field.label, b"")    # it is there, its data were not kept
    # The boxes of 是 and 否 with no tick are no answer.
    is_box = field.type in (CHOICE, *YES_OR_NO, TICKS)
    text = "" if answer.state == BLANK and is_box else answer.text
    return Found(
        field=field, value=None if field.columns else value, text=text,
        doubts=tuple(doubts_of(answer)),
        is_lacking=field.must_be_filled and answer.state != GIVEN,
        place=place_text(answer.location), source=_SOURCES.get(answer.source, ""),
        rows=tuple({name: found_of(cell) for name, cell in row.items()} for row in answer.rows))


def place_text(place: Location) -> str:
    """表1第3行第2列, 第12段: where a value is found again."""
    parts = []
    if place.part != MAIN:
        parts.append(place.part.replace("annex-", "附件"))
    if place.page:
        parts.append(f"第{place.page}页")
    if place.table:
        cell = f"第{place.row}行第{place.column}列" if place.row and place.column else ""
        parts.append(f"表{place.table}{cell}")
    elif place.paragraph:
        parts.append(f"第{place.paragraph}段")
    return "，".join(parts)
