"""A plan in the formats that were asked for: Word, an Excel ledger, a calendar.

A PDF is not made here: it is printed from the Word file, many at a time (`generators.pdf`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from generators.documents import Generated, generate, stem_of
from generators.traditional import Script, protected_in
from plans.kinds import RECORDS
from plans.names import Names
from plans.plan import Plan
from plans.profile import Profile
from plans.traditional import Tradition

FORMATS = ("docx", "pdf", "xlsx", "ics")


@dataclass(frozen=True, slots=True)
class Edition:
    """How documents are written: in what look, and in Traditional Chinese where `tradition` says
    how (`names` tells then whose names stay as they are); forms `to_fill_in` in Word; what is drawn
    `as_table` in a workbook, where that otherwise holds the ledger of a plan's tasks."""

    profile: Profile | None = None
    tradition: Tradition | None = None
    names: Names = field(default_factory=Names)
    to_fill_in: bool = False        # forms say what belongs where nothing stands yet
    as_table: bool = False

    def made(self, plan: Plan, form: str) -> Generated:
        """The file of `plan` in the format docx, xlsx or ics; raises UserError."""
        script = None if self.tradition is None else Script(
            protected_in(plan, self.names), self.tradition)
        if form == "docx":
            return self._word(plan, script)
        write: Callable[[Plan, Callable[[str], str]], bytes]
        if form == "xlsx" and self.as_table:
            from generators.form_workbook import form_workbook as write
        elif form == "xlsx" and plan.kind.is_counted:
            from generators.report_workbook import report_workbook as write
        elif form == "xlsx" and plan.kind.purpose == RECORDS:
            from generators.records_workbook import records_workbook as write
        elif form == "xlsx":
            from generators.ledger_workbook import ledger_workbook as write
        else:
            from generators.calendar_file import calendar_file as write
        turned: Callable[[str], str] = script or str
        return Generated(f"{turned(stem_of(plan))}.{form}", write(plan, turned))

    def _word(self, plan: Plan, script: Script | None) -> Generated:
        made = generate(plan, self.profile, to_fill_in=self.to_fill_in)
        if script is None:
            return made
        from generators.traditional_word import word_in_traditional

        return Generated(script(made.file_name), word_in_traditional(made.data, script))
