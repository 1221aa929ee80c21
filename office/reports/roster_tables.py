"""A roster against what came, as tables: who has not handed in, and files that are nobody's.

Columns that a roster leaves blank are left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checkers.lot_text import names_of
from office.reports.report import Report
from plans.messages import _
from plans.printable import printable


@dataclass(frozen=True, slots=True)
class RosterTable:
    """`widths` are those of the columns as shares of their sum; the first column is never blank."""

    labels: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]


def absent_table(report: Report) -> RosterTable | None:
    """Who has not handed in what; None where no roster was given."""
    missing = report.results.not_submitted
    if missing is None:
        return None
    return _table(
        ((_("Name"), 2.0), (_("Number"), 2.4), (_("Unit"), 3.0), (_("Paper"), 3.0),
         (_("Handed in instead"), 3.0)),
        [(one.name, one.id, one.unit, one.kind_name or report.kind_name(one.kind),
          printable("、".join(one.instead))) for one in missing])


def unmatched_table(report: Report) -> RosterTable | None:
    """The files that belong to nobody on the roster, or perhaps to several; None where there are
    none."""
    files = report.results.unmatched
    return _table(
        ((_("File"), 4.0), (_("Perhaps of"), 3.0)),
        [(printable(one.path), names_of(one.whose.asked))
         for one in sorted(files, key=lambda one: not one.whose.asked)]) if files else None


def _table(labels: Sequence[tuple[str, float]], rows: Sequence[tuple[str, ...]]) -> RosterTable:
    kept = [at for at in range(len(labels)) if at == 0 or any(row[at] for row in rows)]
    total = sum(labels[at][1] for at in kept)
    return RosterTable(tuple(labels[at][0] for at in kept),
                       tuple(labels[at][1] / total for at in kept),
                       tuple(tuple(row[at] for at in kept) for row in rows))
