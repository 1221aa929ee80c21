"""`check --annotate`: copies of what was handed in, with a comment at each thing to be mended."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from checkers.verdict import Verdict
from office.returned_files import ReturnedFiles, stem_for
from office.terminal import style
from plans.messages import _, ngettext
from plans.printable import printable


@dataclass
class Copies:
    """Puts the copies that come with verdicts among the returned `files`."""

    files: ReturnedFiles
    without: list[tuple[str, str]] = field(default_factory=list)    # path, and why it has none
    count: int = 0
    due: int = 0            # what there is to be filed, whether that succeeds or not

    def add(self, verdict: Verdict) -> str:
        """Files the copy of one submission; its name, "" where there is none."""
        returned = verdict.returned
        if returned is None:
            return ""
        if returned.why_no_copy:
            self.without.append((verdict.path, returned.why_no_copy))
            self.due += 1
        if not returned.copy:
            return ""
        self.due += 1
        made = Path(returned.copy)
        name = self.files.put(stem_for(verdict.path), returned.suffix, made.read_bytes(),
                              verdict.path)
        made.unlink()
        self.count += bool(name)
        return name

    def told(self) -> list[str]:
        """How many copies there are, and where; and of what there is none."""
        count, folder = self.count, style(str(self.files.shelf.folder), "green")
        lines = [] if self.due > count == 0 else [ngettext(
            "{count} copy with comments: {folder}", "{count} copies with comments: {folder}",
            count).format(count=count, folder=folder)
            if count else _("nothing to comment on: no copies")]
        return lines + ["    " + _("no copy of {path}: {why}").format(
            path=printable(path), why=why) for path, why in self.without]
