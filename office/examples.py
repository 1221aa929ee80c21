"""Examples for fields of which kind.yaml gives none, so that a kind can be tried out."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

from plans.field_types import NUMBERS, PICTURE, TICKS
from plans.kinds import Field, Kind

_BY_TYPE = {"integer": "2026", "number": "1", "money": "1", "date": "2026-03-20",
            "month": "2026-03", "period": "2026-03/2026-12", "yesno": "是", "tickbox": "是",
            "phone": "13800000000", "id-number": "990101198506150020", PICTURE: "照片.png"}
_SIZE = (300, 400)      # pixels


def example_of(one: Field) -> Any:
    """What an input may say of a field: its example, else something that it takes; of a table a
    row or as many as it needs."""
    if one.fixed:
        return [{column.label: row.get(column.name) or _cell(column) for column in one.columns
                 if row.get(column.name) or column.required or column.example or column.limit}
                for row in one.fixed]
    if one.columns:
        return [{column.label: _cell(column) for column in one.columns}
                for _row in range(max(1, math.ceil(one.at_least or 0)))]
    return _cell(one)


def put_pictures(kind: Kind, folder: Path) -> None:
    """Writes the pictures that the examples name into `folder`."""
    fields = [each for one in kind.fields for each in (one, *one.columns)
              if each.type == PICTURE]
    if fields:
        from PIL import Image  # late: 40 ms

        for one in fields:
            Image.new("RGB", _SIZE, "white").save(folder / Path(_cell(one)).name, "PNG")


def _cell(one: Field) -> str:
    if one.example:
        return Path(one.example).name if one.type == PICTURE else one.example
    if one.options:
        if one.type == TICKS:
            return "、".join(option.name for option in one.options[:max(1, int(one.at_least or 1))])
        return one.options[-1 if one.ordered else 0].name       # the highest fulfils conditions
    if one.limit:
        return "0"      # how many points a row may get is not known here
    if one.type in NUMBERS and (one.at_least is not None or one.at_most is not None):
        return str(math.ceil(one.at_least if one.at_least is not None else one.at_most or 0))
    text = _BY_TYPE.get(one.type, one.label)
    return text * math.ceil((one.at_least or 1) / len(text)) if text == one.label else text
