"""Files that hold records: YAML, a workbook with a sheet a list, filled-in forms as inputs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from plans.comparing import compare_form
from plans.errors import Fault, Place, UserError
from plans.house import House
from plans.keys import items_in, keyed, text_in
from plans.kinds import RECORDS, Field, Kind
from plans.located import Entries, Text
from plans.messages import _
from plans.periods import Calendar, Period
from plans.record_cells import RecordCells
from plans.record_forms import records_of_form
from plans.records import Origin, Record, RecordList, Records, no_records
from plans.sources import Source, kind_of, read_source
from plans.table_header import SEARCHED, Header, header_in, labels_known
from plans.table_lines import Line
from plans.workbooks import BookSheet

_OF = {"of": "计划编号", "kind": "种类", "id": "编号"}
Marked = tuple[Record, tuple[Origin, int]]
_BOOKS = (".xlsx", ".xlsm")
_TEXTS = (".yaml", ".yml")


def no_files(house: House) -> Records:
    """The records of a plan that has none yet: every list, without a row."""
    return no_records(house.kind_for(RECORDS).fields)


def load_records(paths: Sequence[Path], house: House, faults: list[Fault],
                 period: Period | None = None) -> Records:
    """The records in all files, those of a folder too; what is wrong with a file or a cell goes to
    `faults`, and the value is left out. A day or month without its year is that of `period`."""
    lists = house.kind_for(RECORDS)
    records = no_files(house)
    for path in _each_once(paths, faults):
        try:
            records = records.with_records(_records_in(path, lists, _Reading(
                house.calendar, faults, period), house))
        except UserError as error:
            faults += error.faults
    return records


@dataclass(frozen=True, slots=True)
class _Reading:
    """What all files are read with."""

    calendar: Calendar
    faults: list[Fault]
    period: Period | None

    def cells(self, one: Field) -> RecordCells:
        """The reader of the cells of a list."""
        return RecordCells(one, self.calendar, self.faults, self.period)


def _each_once(paths: Sequence[Path], faults: list[Fault]) -> Iterator[Path]:
    """The files, each once however often it is named."""
    seen: set[Path] = set()
    for named in paths:
        try:
            files = _files(named)
        except UserError as error:
            faults += error.faults
            continue
        for path in files:
            if (real := path.resolve()) not in seen:
                seen.add(real)
                yield path


def _files(path: Path) -> list[Path]:
    """The file, or those of a folder that may hold records."""
    if not path.is_dir():
        return [path]
    found = sorted(one for one in path.iterdir() if one.suffix.lower() in (*_BOOKS, *_TEXTS)
                   and not one.name.startswith(("~$", ".")))
    if not found:
        raise UserError.at(str(path), _("the folder holds no records"),
                           _("put .yaml inputs or .xlsx workbooks with records into it"))
    return found


def _records_in(path: Path, lists: Kind, reading: _Reading, house: House) -> Records:
    if path.suffix.lower() not in _TEXTS:
        return _of_workbook(path, lists, reading)
    source = read_source(path)
    kind = kind_of(source, house)
    if kind.id == lists.id:
        return _of_text(source, lists, reading)
    if not kind.records:
        raise UserError.at(Place(source.path, 1), _("{kind} holds no records").format(
            kind=kind.name), _("name a file of the kind {kind}").format(kind=lists.name))
    return records_of_form(source, kind, lists, house, reading.cells)


def _of_text(source: Source, lists: Kind, reading: _Reading) -> Records:
    faults = reading.faults
    faults += source.faults
    known = _OF | {one.name: one.label for one in lists.fields}
    values = keyed(source.top, known, faults, lists.name)
    found: dict[str, RecordList] = {}
    for one in lists.fields:
        if not one.columns:
            continue
        cells: dict[tuple[int, str], Place] = {}
        reader = reading.cells(one)
        rows = []
        names = {column.name: column.label for column in one.columns}
        items = items_in(values[one.name], faults, one.label) if one.name in values else ()
        for number, item in enumerate(items):
            if not isinstance(item, Entries):
                if not (isinstance(item, Text) and item.is_blank):
                    faults.append(Fault(item.place, _("a line of {name} must be a mapping").format(
                        name=one.label), _("write its parts as `{example}: …`").format(
                            example=one.columns[0].label)))
                continue
            given = keyed(item, names, faults, one.label)
            cells[number, ""] = item.place
            cells |= {(number, name): node.place for name, node in given.items()}
            origin = Origin(source.path, cells=cells)
            texts = {name: text_in(given, name, faults) for name in given}
            rows.append((reader.row(texts, partial(origin.place, number)), (origin, number)))
        found[one.name] = _listed(one, rows)
    of = values.get("of")
    name = text_in(values, "of", faults)
    return Records(found, ((name, of.place),) if of and name else ())


def _of_workbook(path: Path, lists: Kind, reading: _Reading) -> Records:
    from plans.tables import opened_sheets

    faults = reading.faults
    found: dict[str, RecordList] = {}
    with opened_sheets(path) as sheets:
        for sheet in sheets:
            if isinstance(sheet, BookSheet) and sheet.is_hidden:
                continue        # what nobody sees is no record
            start = []
            for line in sheet.lines():
                start.append(line)
                if len(start) == SEARCHED:
                    break
            one = _list_of(sheet.name, start, lists.fields)
            if one is None:
                continue
            faults += sheet.uncalculated()
            header = header_in(start, sheet, _labels(one), faults)
            read = _listed(one, _rows(sheet.lines(), sheet.name, header, one,
                                     reading.cells(one), str(path), faults))
            found[one.name] = found[one.name].with_rows(read) if one.name in found else read
    if not found:
        raise UserError.at(str(path), _("no sheet is one of the lists of records"), _(
            "name the sheets: {names}").format(
                names="、".join(one.label for one in lists.fields if one.columns)))
    return Records(found)


def _labels(one: Field) -> dict[str, str]:
    return {compare_form(name): column.name for column in reversed(one.columns)
            for name in (column.name, *column.names)}


def _list_of(name: str, start: Sequence[Line], lists: Sequence[Field]) -> Field | None:
    """The list that a sheet is by its name, else the one of which it has the most columns."""
    if not start:
        return None
    form = compare_form(name)
    for one in lists:
        if one.columns and form in {compare_form(each) for each in (one.name, *one.names)}:
            return one
    known = {one.name: max((len({*labels_known(line, _labels(one)).values()}) for line in start),
                           default=0) for one in lists if one.columns}
    best = max(known, key=lambda name: known[name], default="")
    # One column may be anybody's; of a list that lacks one, the missing column is told.
    return next((one for one in lists if one.name == best), None) if (
        known.get(best, 0) > 1) else None


def _rows(lines: Iterator[Line], sheet: str, header: Header, one: Field, reader: RecordCells,
          file: str, faults: list[Fault]) -> Iterator[Marked]:
    known = {column.name for column in one.columns}
    columns = {label.text: at for at, label in header.labels.items() if label.text in known}
    origin = Origin(file, sheet, columns)
    for missing in (column for column in one.columns
                    if column.required and column.name not in columns):
        faults.append(Fault(origin.place(header.number), _("{table} has no column {name}").format(
            table=one.label, name=missing.label), _("add it to the header")))
    if any(column.required and column.name not in columns for column in one.columns):
        return
    for line in lines:
        if line.number <= header.number:
            continue
        texts = {name: line.text(at) for name, at in columns.items()}
        wrong = [fault for fault in line.faults if fault.place.column in header.labels]
        if not wrong and not any(texts.values()):
            continue
        faults += wrong
        unread = {fault.place.column for fault in wrong}
        yield reader.row(texts, partial(origin.place, line.number), {
            name for name, at in columns.items() if at in unread}), (origin, line.number)


def _listed(one: Field, rows: Iterable[Marked]) -> RecordList:
    pairs = tuple(rows)
    return RecordList(one, tuple(row for row, _mark in pairs), tuple(
        mark for _row, mark in pairs))
