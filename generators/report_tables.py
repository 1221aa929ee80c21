"""A table of a report as a block of its text, for a template that prints any number of columns.

    style 样式 表格, text 文字 (the caption), is_empty 是空表
    columns 列    text 文字, span 跨度
    rows 行       cells: text 文字, span 跨度, is_centred 居中

Cells span more or fewer of SPAN narrow columns, as in the year grid.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generators.form_widths import column_shares
from generators.year_grid import SPAN
from plans.field_types import LONG, Scalar, printed
from plans.kinds import Field
from plans.periods import Month
from plans.plan import Row

TABLE = "表格"
_SHORT = 6          # characters; what is longer reads better from the left


def table_block(field: Field, rows: Sequence[Row]) -> dict[str, Any]:
    """The block of a table with these rows; one without rows says so."""
    spans = column_shares(field.columns, SPAN)
    one_year = len({value.year for row in rows for value in row.values()
                    if isinstance(value, Month)}) == 1
    texts = [[_text(column, row.get(column.name), one_year) for column in field.columns]
             for row in rows]
    left = [column.type in LONG or (column.type == "text" and any(
        len(row[at]) > _SHORT and not row[at].startswith(("■", "□")) for row in texts))
        for at, column in enumerate(field.columns)]
    return {
        **_both("style 样式", TABLE), **_both("text 文字", field.label),
        **_both("is_empty 是空表", not rows),
        **_both("columns 列", [{**_both("text 文字", column.label), **_both("span 跨度", span)}
                              for column, span in zip(field.columns, spans, strict=True)]),
        **_both("rows 行", [[_cell(text, span, not at_left) for text, span, at_left in zip(
            row, spans, left, strict=True)] for row in texts])}


def _text(column: Field, value: Scalar | None, one_year: bool) -> str:
    """A value as printed; the year of months is left out where there is but one."""
    if isinstance(value, Month) and one_year:
        return value.chinese
    return "" if value is None else printed(column, value)


def _cell(text: str, span: int, centred: bool) -> dict[str, Any]:
    return {**_both("text 文字", text), **_both("span 跨度", span),
            **_both("is_centred 居中", centred)}


def _both(names: str, value: Any) -> dict[str, Any]:
    return dict.fromkeys(names.split(), value)


NO_TABLE: dict[str, Any] = {**_both("is_empty 是空表", True), **_both("columns 列", ()),
                            **_both("rows 行", ())}
"""What a block that is no table has in their place: all blocks have the same names."""
