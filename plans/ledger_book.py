"""The sheet 任务台账 of a workbook that came back: what each of its rows says of a task.

It may have been sorted, filtered and saved by another program, its columns moved, rows deleted,
copied and added.
"""

from __future__ import annotations

import html
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from plans.comparing import compare_form
from plans.errors import Fault, UserError
from plans.located import Text
from plans.messages import _
from plans.tables import Row, Table, open_table, opened_sheets
from plans.zip_damage import ZIP_DAMAGE

SHEET = "任务台账"
KEY, MONTH, TASK, STATE, DAY, EVIDENCE, REMARK = LABELS = (
    "编号", "月份", "任务", "完成情况", "完成日期", "佐证材料", "备注")
_NEEDED = (KEY, STATE)
NUMBER, OWNER, DUE = _OTHERS = ("序号", "责任人", "完成时限")
_ALL = (*LABELS, *_OTHERS)
_CORE = "docProps/core.xml"
_IDENTIFIER = re.compile(r"<(?:\w+:)?identifier(?:\s[^>]*)?>([^<]*)</")
_LARGEST = 2**20


@dataclass(frozen=True, slots=True)
class BookRow:
    """A row of the sheet: its cells by label; a column that is not there has none."""

    cells: Mapping[str, Text]

    def text(self, label: str) -> str:
        """What stands under `label`, "" where nothing does."""
        return self.cells[label].text.strip() if label in self.cells else ""

    def cell(self, label: str) -> Text:
        """The cell under `label`, else that of the key."""
        return self.cells.get(label) or self.cells[KEY]

    @property
    def is_blank(self) -> bool:
        """Whether nobody wrote anything into it."""
        return all(one.is_blank for one in self.cells.values())


def rows_in(path: Path, faults: list[Fault]) -> tuple[BookRow, ...]:
    """The rows of the ledger in the workbook at `path`, in order; cells that show an error are
    added to `faults`.

    Raises UserError where it cannot be read, or lacks a column that is needed.
    """
    try:
        with open_table(path, _ALL, SHEET) as table:
            return tuple(_rows(table, faults))
    except UserError as error:
        # The sheet may have been renamed; whatever else is wrong is wrong again.
        try:
            with open_table(path, _ALL) as table:
                if _lacking(table):
                    raise error
                return tuple(_rows(table, faults))
        except UserError:
            if not _has_others(path):
                raise error from None
            raise UserError.at(
                str(path), _("no sheet is the ledger {sheet}").format(sheet=SHEET),
                _("call the sheet with the tasks {sheet}, and leave its columns in").format(
                    sheet=SHEET)) from None


def _has_others(path: Path) -> bool:
    """Whether the workbook can be read, and its sheets are only others."""
    try:
        with opened_sheets(path) as sheets:
            return SHEET not in {one.name for one in sheets} and len(sheets) > 1
    except UserError:
        return False


def _lacking(table: Table) -> list[str]:
    return [label for label in _NEEDED if label not in {one.text for one in table.header}]


def _rows(table: Table, faults: list[Fault]) -> Iterator[BookRow]:
    if lacking := _lacking(table):
        raise UserError(Fault(table.header[0].place, _("the table has no column {label}").format(
            label=label), _("take the workbook that `homeroom generate --format xlsx` wrote, and "
                            "leave its columns in")) for label in lacking)
    for row in table.rows:
        faults += row.faults
        yield BookRow(_cells(row, _ALL))


def _cells(row: Row, labels: Sequence[str]) -> dict[str, Text]:
    wanted = {compare_form(label): label for label in labels}
    return {wanted[form]: value for label, value in row.entries
            if isinstance(value, Text) and (form := compare_form(label.text)) in wanted}


def plan_id_in(path: Path) -> str:
    """The id of the plan that the workbook at `path` was made of, "" where it does not say."""
    try:
        with zipfile.ZipFile(path) as archive:
            if archive.getinfo(_CORE).file_size > _LARGEST:
                return ""
            text = archive.read(_CORE).decode("utf-8", "replace")
    except (*ZIP_DAMAGE, KeyError, OSError):
        return ""       # a .csv, or what a program left out; what is damaged is told on reading
    found = _IDENTIFIER.search(text)
    return html.unescape(found[1]).strip() if found else ""
