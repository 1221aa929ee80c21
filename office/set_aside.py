"""The pictures of a form laid aside in files: those of a thousand forms are too much to hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from secrets import token_hex

from checkers.answers import Answer, Answers
from generators.form_input import PictureAt
from plans.pictures import Picture


def set_aside(answers: Answers, folder: Path) -> tuple[Answers, dict[PictureAt, Path]]:
    """The answers with pictures that hold no data, and by its place the file in `folder` that holds
    them; a picture of which no data came has none."""
    kept: dict[PictureAt, Path] = {}

    def bare(one: Answer, at: PictureAt) -> Answer:
        if not isinstance(one.value, Picture) or not one.value.data:
            return one
        folder.mkdir(exist_ok=True)
        kept[at] = folder / token_hex(8)
        kept[at].write_bytes(one.value.data)
        return replace(one, value=Picture(one.value.name, b""))

    by_field: Mapping[str, Answer] = {
        name: replace(bare(one, (name, 0, "")), rows=tuple(
            {column: bare(cell, (name, number, column)) for column, cell in row.items()}
            for number, row in enumerate(one.rows, 1)))
        for name, one in answers.by_field.items()}
    return replace(answers, by_field=by_field), kept
