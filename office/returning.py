"""What `check` gives back to those who handed in: copies with comments, and return notices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from checkers.comments import Signed
from checkers.returning import Asked
from checkers.verdict import Verdict
from office.annotating import Copies
from office.deadlines import deadline_of
from office.notices import Notices
from office.returned_files import ReturnedFiles, folder_for, kept_line, real_path
from office.scratch import Scratch
from office.shelf import Shelf
from plans.errors import UsageError
from plans.house import House
from plans.kinds import NOTICE
from plans.messages import _, ngettext
from plans.printable import printable


@dataclass(frozen=True, slots=True)
class Wishes:
    """The options of `check` that ask for something to go back; "" and None are not given."""

    annotate: str | None = None
    notices: str | None = None
    deadline: str | None = None
    contact: str | None = None
    force: bool = False


@dataclass
class Returns:
    """What goes back; `asked` is what the checking processes have to make for it, None where
    nothing goes back."""

    copies: Copies | None = None
    notices: Notices | None = None
    asked: Asked | None = None

    def add(self, verdict: Verdict, person: str = "") -> list[str]:
        """Puts out what goes back with a verdict; a word on each file that bears another name.

        `person` is who handed it in, as a roster names them; "" where nobody knows.
        """
        copy = self.copies.add(verdict) if self.copies else ""
        notice = self.notices.add(verdict, copy, person) if self.notices else ""
        stem = Path(verdict.path.rpartition("/")[2]).stem
        return ["        " + _("goes back as: {name}").format(name=printable(name))
                for name in (copy, notice) if name and not Path(name).stem.endswith(stem)]

    def told(self) -> list[str]:
        """What went back, how much, and where; what did not is told as well."""
        lines = [line for one in (self.copies, self.notices) if one for line in one.told()]
        for files in self._files():
            folder = files.shelf.folder
            if files.kept:
                lines.append(kept_line(len(files.kept), folder))
            if others := files.others():
                lines.append(ngettext("{count} other document in {folder} is not of this run",
                                      "{count} other documents in {folder} are not of this run",
                                      others).format(count=others, folder=folder))
        return lines

    @property
    def folders(self) -> list[Path]:
        """The folders that copies and notices go into."""
        return [files.shelf.folder for files in self._files()]

    @property
    def failed(self) -> bool:
        """Whether something that should go back could not be written."""
        return any(files.failed or files.kept for files in self._files()) or bool(
            (self.copies and self.copies.without) or (self.notices and self.notices.failed))

    def _files(self) -> list[ReturnedFiles]:
        found = [one.files for one in (self.copies, self.notices) if one]
        return found[:1] if len(found) == 2 and found[0] is found[1] else found


def returns_for(wishes: Wishes, paths: Sequence[str], files: Sequence[Path], scratch: Scratch,
                house: House, full_values: bool = False) -> Returns:
    """Returns to be filled while `files`, found under `paths`, are checked.

    ID and phone numbers that findings quote are masked unless `full_values`. Raises UsageError
    where a wish cannot be met.
    """
    now = datetime.now()
    deadline = _deadline(wishes, now.date())
    if not (wishes.annotate is not None or wishes.notices is not None):
        return Returns()
    shelves: dict[str, ReturnedFiles] = {}
    found = Returns()
    if wishes.annotate is not None:
        found.copies = Copies(_files("--annotate", wishes.annotate, wishes, paths, files, shelves))
    if wishes.notices is not None:
        found.notices = Notices(
            _files("--notices", wishes.notices, wishes, paths, files, shelves),
            house.kind_for(NOTICE), house.profile, now.date(), deadline,
            " ".join((wishes.contact or "").split()))
    copies = ""
    if found.copies:
        (scratch.folder / "copies").mkdir()
        copies = str(scratch.folder / "copies")
    found.asked = Asked(copies, Signed(_("homeroom"), _("hr"), now), found.notices is not None,
                        full_values)
    return found


def _files(option: str, given: str, wishes: Wishes, paths: Sequence[str], files: Sequence[Path],
           shelves: dict[str, ReturnedFiles]) -> ReturnedFiles:
    """The folder of an option; copies and notices in one folder do not take each other's names."""
    folder = folder_for(option, given, paths, files)
    return shelves.setdefault(str(folder.resolve()), ReturnedFiles(
        Shelf(folder, wishes.force, numbered=True, option=option), {*map(real_path, files)}))


def _deadline(wishes: Wishes, today: date) -> date | None:
    for option, value in (("--deadline", wishes.deadline), ("--contact", wishes.contact)):
        if value is not None and wishes.notices is None:
            raise UsageError.at(option, _("this is printed on return notices, and none are asked "
                                          "for"), _("add --notices DIR"))
    if wishes.deadline is None:
        return None
    return deadline_of(wishes.deadline, today)
