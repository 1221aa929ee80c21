"""The strips of a form sorted: those above a sheet, those beside a photo, and all others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from generators.form_tables import is_sheet
from plans.field_types import PICTURE, TABLE
from plans.kind_layout import strips_of
from plans.kinds import Field, Kind
from plans.strips import FIELDS, PAGE, PHOTO, Strip

_LEADS = 2                      # strips that stand above a sheet as a heading of it


@dataclass(frozen=True, slots=True)
class Band:
    """Strips of one width: that of the form, or what a `photo` at their right leaves."""

    strips: tuple[Strip, ...]
    photo: Field | None = None


def fields_of(strip: Strip, kind: Kind) -> tuple[Field, ...]:
    """The fields of a strip, in order."""
    return tuple(one for name in strip.fields if (one := kind.field_called(name)))


def sheet_of(strip: Strip, kind: Kind) -> Field | None:
    """The table that stands in a strip as a sheet of its own; None where there is none."""
    fields = fields_of(strip, kind) if strip.type == FIELDS else ()
    return fields[0] if len(fields) == 1 and fields[0].type == TABLE and is_sheet(
        fields[0], kind) else None


def table_of(strip: Strip, kind: Kind) -> Field | None:
    """The table that stands in a strip, a sheet or not."""
    fields = fields_of(strip, kind) if strip.type == FIELDS else ()
    return fields[0] if len(fields) == 1 and fields[0].type == TABLE else None


def is_of_pairs(strip: Strip, kind: Kind) -> bool:
    """Whether a strip is nothing but labels with their values at the right of them."""
    fields = fields_of(strip, kind) if strip.type == FIELDS else ()
    return bool(fields) and table_of(strip, kind) is None and (
        len(fields) > 1 or fields[0].type != "longtext")


def banded(kind: Kind) -> tuple[tuple[Strip, ...], tuple[Band, ...]]:
    """The strips that stand above a sheet, without lines around them, and the bands below."""
    strips = tuple(part for strip in kind.layout or tuple(strips_of(kind.fields))
                   for part in _apart(strip, kind))
    heads = tuple(takewhile(lambda one: is_of_pairs(one, kind) and not any(
        field.type == PICTURE for field in fields_of(one, kind)), strips))
    if not (len(heads) <= _LEADS and len(strips) > len(heads)
            and sheet_of(strips[len(heads)], kind)):
        heads = ()
    return heads, tuple(_bands(strips[len(heads):], kind))


def _apart(strip: Strip, kind: Kind) -> Iterator[Strip]:
    """A strip as it is; a table that was put beside other fields takes one to itself."""
    waiting: list[str] = []
    for one in fields_of(strip, kind) if strip.type == FIELDS else ():
        if one.type == TABLE and len(strip.fields) > 1:
            if waiting:
                yield Strip(FIELDS, tuple(waiting))
            yield Strip(FIELDS, (one.name,))
            waiting = []
        else:
            waiting.append(one.name)
    if strip.type != FIELDS:
        yield strip
    elif waiting:
        yield Strip(FIELDS, tuple(waiting))


def _bands(strips: Sequence[Strip], kind: Kind) -> list[Band]:
    bands: list[Band] = []
    at = 0
    while at < len(strips):
        one = strips[at]
        at += 1
        photo = kind.field_called(one.fields[0]) if one.type == PHOTO and one.fields else None
        if photo is None:
            if one.type != PHOTO:
                bands.append(Band((one,)))
            continue
        beside = tuple(takewhile(
            lambda strip: strip.type not in (PAGE, PHOTO) and not sheet_of(strip, kind),
            strips[at:at + one.rows]))
        at += len(beside)
        # A photo with nothing beside it is a field like any other.
        bands.append(Band(beside, photo) if beside else Band((Strip(FIELDS, one.fields),)))
    return bands
