"""The fields of a new input as YAML, each with a comment on what to write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generators.input_sections import DOUBT
from generators.yaml_text import mapping, scalar
from plans.drafts import Draft
from plans.field_bounds import amount_asked
from plans.field_types import TICKS
from plans.kinds import Field, Kind
from plans.placeholders import to_fill_in

# What is written, where the type alone says it: the example shows the rest.
_WRITTEN = {"yesno": "是 或 否", "tickbox": "是 或 否，没填就空着",
            "picture": "图片的文件名，与本文件放在一起，png 或 jpg"}


def field_lines(kind: Kind, draft: Draft) -> Iterator[str]:
    """Every field, with what the draft holds, doubts above it."""
    for one in kind.fields:
        if one.figure is not None or one.each is not None:
            continue            # it is counted
        about = "，".join(_about(one))
        if one.columns:
            yield from _table(one, about)
            continue
        value = draft.values.get(one.name)
        if value is None and draft.source and one.required:
            yield f"{DOUBT}去年的材料里没有找到{one.label}"
            yield f"{one.label}: {to_fill_in(one.label)}    # {about}"
        elif value is None and kind.is_drawn and one.type == "longtext":
            yield f"{one.label}: |            # {about}；写在下一行，前面空两格"
            yield "  "
        elif value is None:
            yield f"{one.label}:            # {about}"
        else:
            if value.doubt:
                yield f"{DOUBT}{value.doubt}"
            yield f"{one.label}: {scalar(value.text)}    # {about}"


def _about(one: Field) -> Iterator[str]:
    yield "必填" if one.required else "由收表的人填，可空着" if one.by else "可不填"
    if one.options:
        names = "、".join(option.name for option in one.options)
        yield (f"可选几项，中间用“、”隔开：{names}" if one.type == TICKS else f"选一项：{names}")
    if one.type in _WRITTEN:
        yield _WRITTEN[one.type]
    if one.help:
        yield one.help
    if bounds := amount_asked(one):
        yield bounds
    if one.sum_of:
        yield "是合计，可不填"
    if one.example and one.example not in one.help and not one.options:
        yield f"如 {one.example}"


def _table(one: Field, about: str) -> Iterator[str]:
    """A table: its rows to be filled in where they are laid down, else one in a comment."""
    if not one.fixed:
        yield f"{one.label}:            # {about}；一行一条，如"
        yield "  # - " + mapping({column.label: column.example or "…" for column in one.columns})
    else:
        yield f"{one.label}:            # {about}；各行已经列好，把空着的填上"
        yield from ("  - " + _row(one, row) for row in one.fixed)
    for column in one.columns:
        if column.options:
            names = "、".join(option.name for option in column.options)
            yield f"  # {column.label}选一项：{names}"


def _row(table: Field, row: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{column.label}: {scalar(row[column.name])}"
                           if row.get(column.name) else f"{column.label}: "
                           for column in table.columns) + "}"
