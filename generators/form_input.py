"""A form that came back filled in → an input that says the same, to be read by `generate`.

Its comments are Chinese whatever the language of the messages: they are part of the paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from generators.collected import Form, Found
from generators.input_sections import DOUBT
from generators.yaml_text import on_line, scalar, value_lines, worded
from plans.field_types import LONG, PICTURE, TICKS, printed
from plans.kinds import Field
from plans.periods import Month, Period
from plans.pictures import Picture

PictureAt = tuple[str, int, str]
"""Where a picture stands: the name of its field; in a table the row (from 1) and the column too."""


def pictures_in(form: Form) -> Iterator[tuple[PictureAt, Found]]:
    """The pictures of a form, each with its place."""
    for one in form.found:
        if isinstance(one.value, Picture):
            yield (one.field.name, 0, ""), one
        for number, row in enumerate(one.rows, 1):
            for name, cell in row.items():
                if isinstance(cell.value, Picture):
                    yield (one.field.name, number, name), cell


def form_input(form: Form, pictures: Mapping[PictureAt, str]) -> str:
    """The text of the file: every field by its label, the values as they read back.

    `pictures` are the names of the files that hold them, as seen from it. What is doubtful stands
    in comments that begin with 待核对; what was not understood stands in them only.
    """
    return "\n".join(_lines(form, pictures)) + "\n"


def _lines(form: Form, pictures: Mapping[PictureAt, str]) -> Iterator[str]:
    yield f"# {form.kind.name}"
    yield f"# 从“{on_line(form.file)}”读出；标着“待核对”的地方请对照原件看一看。"
    yield f"kind: {scalar(form.kind.id)}"
    yield ""
    for found in form.found:
        if found.field.by and found.is_blank and not found.doubts:
            continue        # an opinion that nobody has written yet
        if found.field.columns:
            yield from _table(found, pictures)
        else:
            picture = pictures.get((found.field.name, 0, ""), "")
            yield from _doubts(found, found.field.label, picture)
            yield from _field(found, picture)


def _doubts(found: Found, name: str, picture: str, indent: str = "") -> Iterator[str]:
    text = on_line(found.text)
    told = [on_line(doubt) for doubt in found.doubts]
    yield from (f"{indent}{DOUBT}{name}：{doubt}" for doubt in told)
    if found.value is None and text and not any(text in doubt for doubt in told):
        yield f"{indent}{DOUBT}{name}：原件上写的是“{text}”"
    if isinstance(found.value, Picture) and not picture:
        yield f"{indent}{DOUBT}{name}：原件上有图片，没能存下来"


def _field(found: Found, picture: str) -> Iterator[str]:
    label, value = scalar(found.field.label), found.value
    if isinstance(value, tuple):
        ticked = ", ".join(worded(str(one)) for one in value)
        yield f"{label}: [{ticked}]"
    elif isinstance(value, str) and found.field.type in LONG:
        yield from value_lines(label, value)
    else:
        yield f"{label}: {_written(found, picture)}".rstrip()


def _table(found: Found, pictures: Mapping[PictureAt, str]) -> Iterator[str]:
    field = found.field
    yield from (f"{DOUBT}{field.label}：{on_line(doubt)}" for doubt in found.doubts)
    yield f"{scalar(field.label)}:"
    for number, row in enumerate(found.rows, 1):
        for name, cell in row.items():
            yield from _doubts(cell, f"第{number}行{cell.field.label}",
                               pictures.get((field.name, number, name), ""), "  ")
        cells = ((cell.field.label, _written(cell, pictures.get((field.name, number, name), "")))
                 for name, cell in row.items() if not _is_of_the_kind(field, name, cell))
        said = ", ".join(f"{scalar(label)}: {text}" for label, text in cells if text)
        if said:
            yield f"  - {{{said}}}"


def _is_of_the_kind(table: Field, column: str, cell: Found) -> bool:
    """Whether a cell is one of the table's own that need not be said again: by its words alone a
    row is found, and a number may be written in several ways."""
    return cell.field.type not in ("text", "longtext") and any(
        row.get(column) for row in table.fixed)


def _written(found: Found, picture: str) -> str:
    """The value as an input says it on one line, "" where there is none."""
    value = found.value
    if value is None or found.field.columns:
        return ""
    if found.field.type == PICTURE:
        return worded(picture) if picture else ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Month | Period):
        return str(value)
    if isinstance(value, tuple):
        return worded("、".join(str(one) for one in value)) if found.field.type == TICKS else ""
    if isinstance(value, str):
        return worded(value)
    return printed(found.field, value)
