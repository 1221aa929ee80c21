"""T001 missing-table: a table that is asked for is not there.

Fails:
    file ledger-as-a-list.docx
Passes:
    file ledger.docx
Why:    what is to be ticked off line by line cannot be ticked off in running text.
Mend:   put it into a table with the columns that are asked for.
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.case import Case
from checkers.findings import Finding, Location, at_heading
from checkers.wanted_tables import wanted_tables
from plans.messages import _

SEVERITY = "error"


def check(case: Case) -> Iterator[Finding]:
    """A table counts where at least half of the columns are there; T002 names the others."""
    for one in wanted_tables(case):
        if one.table is None:
            yield Finding(
                _("there is no table of “{name}”").format(name=one.name),
                _("put it into a table with the columns {columns}").format(
                    columns="、".join(one.columns)),
                at_heading(one.heading) if one.heading else Location())
