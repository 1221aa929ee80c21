"""What a person can mend, and where.

    UserError          one or more faults; the command line prints them and exits 1
    └── UsageError     the command itself was wrong; exits 2

Anything else that is raised is a bug of ours and shows its traceback.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A point in a file: lines and columns count from 1; None where there is none to tell.

    In a workbook `cell` names it as a person does ("Sheet1:B7"), and `line` is the row.
    """

    file: str
    line: int | None = None
    column: int | None = None
    cell: str = ""

    def __str__(self) -> str:
        inside = (self.cell,) if self.cell else (self.line, self.column)
        return ":".join(str(part) for part in (self.file, *inside) if part)


NOWHERE = Place("")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: where it is, what it is, how to mend it (both whole sentences)."""

    place: Place
    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.place}: {self.what}"


class UserError(Exception):
    """Faults that the user can mend, all that were found in one run."""

    exit_code = 1

    def __init__(self, faults: Iterable[Fault]) -> None:
        # A recurring task is read once for each month: what is wrong with it is told once.
        self.faults = tuple(sorted(dict.fromkeys(faults), key=lambda f: (
            f.place.file, f.place.cell.rpartition(":")[0], f.place.line or 0, f.place.column or 0)))
        super().__init__("\n".join(str(fault) for fault in self.faults))

    @classmethod
    def at(cls, place: Place | str, what: str, mend: str) -> UserError:
        """An error of one fault."""
        return cls([Fault(Place(place) if isinstance(place, str) else place, what, mend)])


class UsageError(UserError):
    """The command was called wrongly: no such kind, no such path, nothing to do."""

    exit_code = 2
