"""The folder that documents are put into: each name once in a run, an equal file left alone."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from generators.writing import write
from plans.errors import UserError
from plans.messages import _

WRITTEN, UNCHANGED = "written", "unchanged"


@dataclass
class Shelf:
    """`numbered` makes a second file of one name “…-2”; without it that is an error.

    `force` replaces files of other content that are there already; `option` is what gives another
    folder.
    """

    folder: Path
    force: bool = False
    numbered: bool = False
    option: str = "-o"
    _taken: dict[str, str] = field(default_factory=dict)    # by name as a system compares it
    _next: dict[str, int] = field(default_factory=dict)     # the number that comes next

    def stem(self, stem: str, source: str, suffix: str = "") -> str:
        """A file name without suffix for what `source` makes, `stem` itself where it is free.

        With a `suffix` names of another one do not stand in its way. Raises UserError (at `source`)
        where it is not free and files are not numbered.
        """
        plain = _folded(stem + suffix)
        name, key = stem, plain
        while key in self._taken:
            if not self.numbered:
                raise UserError.at(
                    source, _("it would be written to the same file as {other}").format(
                        other=self._taken[key]), _("give the two inputs different titles"))
            number = self._next.get(plain, 2)
            self._next[plain] = number + 1
            name = f"{stem}-{number}"
            key = _folded(name + suffix)
        self._taken[key] = source
        return name

    def put(self, name: str, data: bytes) -> tuple[Path, str]:
        """Writes a file; its path, and WRITTEN, or UNCHANGED where it holds just that already.

        Raises UserError where it cannot be written.
        """
        path = self.folder / name
        if _holds(path, data):
            return path, UNCHANGED
        write(path, data, force=self.force, option=self.option)
        return path, WRITTEN


def _folded(name: str) -> str:
    """`name` as Windows and macOS compare it."""
    return unicodedata.normalize("NFC", name).casefold()


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False
