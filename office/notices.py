"""`check --notices`: a return notice for each file that has to be mended and handed in anew."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath

from checkers.findings import PASS
from checkers.returned import Problem
from checkers.verdict import Verdict
from generators.documents import generate
from office.returned_files import ReturnedFiles, stem_for
from office.terminal import say_error, style
from plans.errors import Fault, UserError
from plans.filled_in import plan_filled_in
from plans.kinds import Kind
from plans.messages import _, ngettext
from plans.plan import Value
from plans.profile import Profile


@dataclass
class Notices:
    """Writes notices of the `kind` among the returned `files`.

    `checked_on` is the day of the check; without a `deadline` or a `contact` a notice leaves room
    to write them by hand.
    """

    files: ReturnedFiles
    kind: Kind
    profile: Profile
    checked_on: date
    deadline: date | None = None
    contact: str = ""
    count: int = 0
    due: int = 0            # what there is to be written, whether that succeeds or not
    failed: bool = False
    _said: set[Fault] = field(default_factory=set)

    def add(self, verdict: Verdict, copy: str = "", person: str = "") -> str:
        """Writes the notice of one submission; its name, "" where none is due.

        `copy` is the name of the copy with comments that goes with it, `person` whom a roster
        names as the one who handed it in.
        """
        problems = verdict.returned.problems if verdict.returned else ()
        if verdict.status == PASS or not any(one.is_due for one in problems):
            return ""
        self.due += 1
        try:
            made = generate(plan_filled_in(self.kind, self._values(
                verdict, problems, copy, person), verdict.path), self.profile)
        except UserError as error:      # the school's own template is at fault, each time alike
            self._say(error)
            return ""
        name = self.files.put(PurePosixPath(made.file_name).stem, ".docx", made.data, verdict.path)
        self.count += bool(name)
        return name

    def told(self) -> list[str]:
        """How many notices there are, and where."""
        count = self.count
        if self.due > count == 0:
            return []
        folder = style(str(self.files.shelf.folder), "green")
        return [ngettext("{count} return notice: {folder}", "{count} return notices: {folder}",
                         count).format(count=count, folder=folder)
                if count else _("nothing to return: no notices")]

    def _values(self, verdict: Verdict, problems: tuple[Problem, ...], copy: str,
                person: str) -> dict[str, Value | None]:
        due = sorted(problems, key=lambda one: not one.is_due)
        return {
            "addressee": person or None,
            "paper": verdict.kind_name or None,
            "file": verdict.path.rpartition("/")[2],
            "file_stem": stem_for(verdict.path),
            "checked_on": self.checked_on,
            "problems": tuple({"problem": one.what, "place": one.place, "mend": one.mend}
                              for one in due),
            "due": sum(one.is_due for one in problems),
            "copy": copy or None,
            "deadline": self.deadline,
            "contact": self.contact or None,
        }

    def _say(self, error: UserError) -> None:
        self.failed = True
        new = [fault for fault in error.faults if fault not in self._said]
        self._said.update(new)
        if new:
            say_error(UserError(new))
