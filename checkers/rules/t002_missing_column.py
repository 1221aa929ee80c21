"""T002 missing-column: a table lacks a column that is asked for.

Fails:
    file ledger-without-owner.docx
Passes:
    file ledger.docx
Why:    a task without an owner or a date is nobody's task.
Mend:   add the column and fill it in.
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.case import Case
from checkers.findings import Finding, Location
from checkers.wanted_tables import wanted_tables
from plans.messages import _

SEVERITY = "error"


def check(case: Case) -> Iterator[Finding]:
    """All of a table in one finding."""
    for one in wanted_tables(case):
        if one.table is not None and one.missing:
            yield Finding(
                _("the table of “{name}” lacks columns: {columns}").format(
                    name=one.name, columns="、".join(one.missing)),
                _("add them and fill them in"),
                Location(one.table.part, page=one.table.page, table=one.table.table, row=one.head,
                         section=one.heading.text if one.heading else ""))
