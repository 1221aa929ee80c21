"""What stands on the sheets of a workbook.

One sheet has all files. Where they are of one kind, what it asks for are columns there; where they
are of several, each kind has a sheet of its own: nobody reads forty columns of which ten concern a
file. Loading this module loads openpyxl (190 ms).
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from checkers.as_text import SEVERITY_WORDS, rule_name, summary_line, where
from generators.sheet_look import Column
from generators.sheet_table import Entry, Table
from office.reports.file_lines import FileLine, place_of
from office.reports.matrix import Matrix, legend, matrices, state_text, states_of
from office.reports.report import Report
from office.reports.roster_tables import RosterTable, absent_table, unmatched_table
from plans.messages import _, chosen_language

_WIDEST = 44            # widths of a digit: what a name that is longer is broken at
_PAGE = 130             # widths of a digit that a page holds


def tables(report: Report, folder: Path) -> Iterator[Table]:
    """The sheets in order; links are seen from `folder`."""
    lines = report.lines
    links = {line.number: place_of(line.verdict.path, folder) for line in lines}
    grids = matrices(lines)
    yield _overview(report, lines, links, grids[0] if len(grids) == 1 else None)
    if len(grids) > 1:
        for grid in grids:
            yield _kind(report, grid, links)
    yield _findings(report, lines, links)
    if absent := absent_table(report):
        note = (_("{count} on the roster from whom nothing has come.").format(
            count=report.results.absent) if absent.rows
            else _("Everybody on the roster has handed in."))
        yield _against_roster(_("Not handed in"), note, absent)
    if unmatched := unmatched_table(report):
        yield _against_roster(_("Unmatched files"), _(
            "Write name and unit, or the number, into the name of each file."), unmatched)


def _overview(report: Report, lines: tuple[FileLine, ...], links: dict[int, str],
              grid: Matrix | None) -> Table:
    asked = grid.columns if grid else ()
    kind = report.tells_kinds
    owned = any(line.verdict.owner for line in lines)
    columns = (_number(), _file(lines), *([Column(_("Name"), 12)] if owned else ()),
               *([Column(_("Kind"), 24)] if kind else ()), _status(),
               *_counts(),
               *(Column(one.title, _state_width()) for one in asked),
               Column(_("What keeps it from passing"), 38 if asked else 70, centred=False))
    rows = tuple((*_named(line, links), *([Entry(line.verdict.owner)] if owned else ()),
                  *([Entry(line.verdict.kind_name)] if kind else ()),
                  _verdict(line), Entry(line.errors, "error" if line.errors else ""),
                  Entry(line.notes), *_states(line, grid),
                  Entry("\n".join(one.message for one in line.reasons))) for line in lines)
    return Table(_("Results"), report.title, _note(report, report.summary, bool(asked)), columns,
                 rows)


def _kind(report: Report, grid: Matrix, links: dict[int, str]) -> Table:
    name = grid.kind_name or _("Other")
    columns = (_number(), _file(grid.lines), _status(),
               *(Column(one.title, _state_width()) for one in grid.columns))
    rows = tuple((*_named(line, links), _verdict(line), *_states(line, grid))
                 for line in grid.lines)
    return Table(name, _("Check of submissions: {kind}").format(kind=name),
                 _note(report, summary_line(Counter(
                     line.verdict.status for line in grid.lines)), states=True), columns, rows)


def _findings(report: Report, lines: tuple[FileLine, ...], links: dict[int, str]) -> Table:
    columns = (_number(), _file(lines), _status(), Column(_("Level"), 8), Column(_("Problem"), 16),
               Column(_("What"), 36, centred=False), Column(_("Where"), 36, centred=False),
               Column(_("How to mend it"), 40, centred=False), Column(_("Rule"), 8))
    rows = []
    for line in lines:
        for one in line.verdict.findings:
            word = _(SEVERITY_WORDS[one.severity][0])
            rows.append((*_named(line, links), _verdict(line), Entry(word, one.severity),
                         Entry(rule_name(one)), Entry(one.message), Entry(where(one.location)),
                         Entry(one.fix), Entry(one.rule)))
    note = (_("One row for each problem; choose a file, a level or a problem with the arrows.")
            if rows else _("Nothing was found."))
    return Table(_("Problems"), _("What was found"), note, columns, tuple(rows))


def _against_roster(name: str, note: str, table: RosterTable) -> Table:
    columns = (_number(), *(Column(label, round(width * _PAGE)) for label, width in zip(
        table.labels, table.widths, strict=True)))
    rows = tuple((Entry(number), *map(Entry, row)) for number, row in enumerate(table.rows, 1))
    return Table(name, name, note, columns, rows)


def _number() -> Column:
    return Column(_("No."), 6)


def _file(lines: Sequence[FileLine]) -> Column:
    """As wide as the names, within bounds."""
    longest = max((_columns(line.name) for line in lines), default=0)
    return Column(_("File"), min(max(longest + 2, 16), _WIDEST), centred=False)


def _status() -> Column:
    return Column(_("Result"), 12 if chosen_language() == "zh_CN" else 17)


def _counts() -> tuple[Column, Column]:
    return Column(_("Errors"), 7), Column(_("Notes"), 7)


def _state_width() -> float:
    return 7.5 if chosen_language() == "zh_CN" else 11


def _named(line: FileLine, links: dict[int, str]) -> tuple[Entry, Entry]:
    """Number and name; LibreOffice shows one line of a link, so that the link of a long name lies
    on its number."""
    link = links[line.number]
    if _columns(line.name) > _WIDEST - 2:
        return Entry(line.number, link=link), Entry(line.name)
    return Entry(line.number), Entry(line.name, link=link)


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)


def _verdict(line: FileLine) -> Entry:
    return Entry(line.status, line.verdict.status)


def _states(line: FileLine, grid: Matrix | None) -> tuple[Entry, ...]:
    states = states_of(line.verdict)
    return tuple(Entry(state_text(states.get(one.id, "")), states.get(one.id, ""))
                 for one in (grid.columns if grid else ()))


def _note(report: Report, summary: str, states: bool) -> str:
    parts = [_("Checked on {day}").format(day=report.day_text), summary]
    return "　　".join([*parts, legend()] if states else parts)
