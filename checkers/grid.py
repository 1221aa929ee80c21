"""A table seen as a grid: which cells are there in each row, how far they reach, what is data."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from checkers.document import Cell, Table
from checkers.lines import SENTENCE_ENDS
from checkers.marks import mark_of
from checkers.month_words import month_line
from plans.comparing import compare_form

_LONG = 20          # characters from which a cell holds a text and no value
_A_SENTENCE = 8     # characters from which it does if it ends like one
LONGEST_LABEL = 14
_LONGEST_HEAD = 12  # characters of the label of a column
_LONGEST_MONTH = 16
_WIDE = 0.6         # share of the grid that a cell alone in its row must take up
# What heads the columns of data, and no section of a paper.
_DATA_HEADS = re.compile(
    r"月份|周次|序号|编号|时间|日期|指标|分值|得分|满分|评分|自评|权重|标准|责任人|负责人|姓名|性别|学号|"
    r"班级|课时|学时|地点|备注|单位|职务|职称|金额|用途|主讲|出处|数量")
# The boxes of a form, whatever stands in them.
_BOXES = re.compile(r"意见|签字|签章|签名|盖章|审批|审核|评语|批示|照片|年月日|备注|说明$|电话|"
                    r"姓名|填表|日期$")
_ASIDE = re.compile(r"[（(][^（()）]*[)）]")


class Grid:
    """The cells of a table by row; a cell that goes on from above is not one of its row.

    Rows are told by their index, from 0; the cells and labels count them from 1.
    """

    def __init__(self, table: Table) -> None:
        self.table = table
        self.rows = [[cell for cell in row if not cell.covered] for row in table.rows]
        self.width = max((cell.column + cell.width - 1 for row in table.rows for cell in row),
                         default=0)

    def reach(self, row: int, cell: Cell) -> int:
        """The last row that `cell` of the row `row` is merged down to."""
        last = row
        while last + 1 < len(self.table.rows) and any(
                other.covered and other.column == cell.column
                for other in self.table.rows[last + 1]):
            last += 1
        return last

    def alone(self, row: int) -> Cell | None:
        """The cell that has the row to itself, or whose neighbours are blank and narrow."""
        cells, whole = self.rows[row], self.table.rows[row]
        if len(cells) == len(whole) == 1:
            return cells[0]
        filled = [cell for cell in cells if cell.text]
        return filled[0] if (len(filled) == 1 and len(cells) == len(whole)
                             and filled[0].width >= _WIDE * self.width) else None

    def is_inner(self, row: int) -> bool:
        """Whether the row goes on with a cell that is merged down its left side."""
        return bool(self.table.rows[row]) and self.table.rows[row][0].covered

    def is_data(self, row: int) -> bool:
        """Whether the row holds the months of a schedule, or stands under labels of columns."""
        return row in self._data or any(
            len(cell.text) <= _LONGEST_MONTH and month_line(cell.text.replace("\n", ""))
            for cell in self.rows[row])

    @property
    def has_data(self) -> bool:
        """Whether there are labels of columns."""
        return bool(self._data)

    def bounds(self, row: int) -> list[tuple[int, int]]:
        """Column and width of each cell of the row, those that go on from above included."""
        return [(cell.column, cell.width) for cell in self.table.rows[row]]

    @cached_property
    def _data(self) -> frozenset[int]:
        found: set[int] = set()
        for row, cells in enumerate(self.rows):
            if row in found or not self._heads_columns(row, cells):
                continue
            found.add(row)
            for below in range(row + 1, len(self.rows)):
                if self.bounds(below) != self.bounds(row):
                    break
                found.add(below)
        return frozenset(found)

    def _heads_columns(self, row: int, cells: Sequence[Cell]) -> bool:
        texts = [compare_form(cell.text) for cell in cells]
        if len(cells) < 2 or not all(0 < len(text) <= _LONGEST_HEAD for text in texts):
            return False
        if sum(bool(_DATA_HEADS.search(text)) for text in texts) >= min(2, len(texts) - 1):
            return True
        return len(cells) >= 3 and row + 1 < len(self.rows) and (
            self.bounds(row) == self.bounds(row + 1)) and not self.heads_texts(row)

    def heads_texts(self, row: int) -> bool:
        """Whether each cell of the next row is a text, and no other row stands under these: a row
        of columns side by side, no table of records."""
        below = row + 1
        return (below < len(self.rows) and self.bounds(row) == self.bounds(below)
                and all(map(is_text, self.rows[below]))
                and (below + 1 == len(self.rows) or self.bounds(below + 1) != self.bounds(row)))


def label_text(cell: Cell) -> str:
    """The text of a cell that may be a label, "" for one that is none.

    A narrow label is broken by hand (指导 over 思想), and may say in brackets what to write.
    """
    text = "".join(cell.text.split("\n"))
    bare = _ASIDE.sub("", text).strip() or text
    mark = mark_of(bare)
    title = mark.rest if mark else bare
    inner = compare_form(title)
    is_one = (2 <= len(inner) <= LONGEST_LABEL
              and re.search(r"[\u4e00-\u9fff]{2}", title)
              and not any(end in title.rstrip("：:。") for end in SENTENCE_ENDS + "，,")
              and not re.search(r"\d{3}", title) and not _BOXES.search(inner)
              and not month_line(title) and not month_line(text))
    return bare if is_one else ""


def is_text(cell: Cell) -> bool:
    """Whether a cell holds running text and no value."""
    text = cell.text
    return len(text) >= _LONG or bool(cell.tables) or (
        len(text) > _A_SENTENCE and text.rstrip()[-1:] in SENTENCE_ENDS)
