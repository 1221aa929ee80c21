"""Who has not handed in, as a table without the columns that a roster leaves blank."""

from __future__ import annotations

from dataclasses import dataclass

from office.reports.report import Report
from plans.messages import _


@dataclass(frozen=True, slots=True)
class AbsentTable:
    """`widths` are those of the columns as shares of their sum; the first column is the name."""

    labels: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]


def absent_table(report: Report) -> AbsentTable | None:
    """The table; None where no roster was given."""
    people = report.results.not_submitted
    if people is None:
        return None
    rows = [(one.name, one.id, one.unit, report.kind_name(one.kind)) for one in people]
    labels = ((_("Name"), 2.0), (_("Number"), 2.4), (_("Unit"), 3.0), (_("Paper"), 3.0))
    kept = [at for at in range(len(labels)) if at == 0 or any(row[at] for row in rows)]
    total = sum(labels[at][1] for at in kept)
    return AbsentTable(tuple(labels[at][0] for at in kept),
                       tuple(labels[at][1] / total for at in kept),
                       tuple(tuple(row[at] for at in kept) for row in rows))
