"""A folder for what goes back to those who handed in, never among the originals."""

from __future__ import annotations

import errno
import os
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generators.documents import safe_name
from office.hand_ins import searched_below
from office.shelf import Shelf
from office.terminal import say_error
from plans.errors import UsageError, UserError
from plans.messages import _, ngettext


@dataclass
class ReturnedFiles:
    """Puts files onto `shelf`; what is there already stays, unless the shelf replaces it.

    None goes through a link to one of the `originals` (real paths as `real_path` gives them).
    `written` and `kept` are the names of what was written and what was left as it was; `failed`
    says whether something could not be written.
    """

    shelf: Shelf
    originals: Collection[str] = ()
    written: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    failed: bool = False

    def put(self, stem: str, suffix: str, data: bytes, source: str) -> str:
        """Writes a file, numbered where its name is taken in this run; its name, "" where it could
        not be written."""
        name = self.shelf.stem(stem, source, suffix) + suffix
        path = self.shelf.folder / name
        if path.exists() and not self.shelf.force:
            self.kept.append(name)
            return ""
        try:
            if real_path(path) in self.originals:
                raise UserError.at(
                    str(path), _("this file is itself among those to be checked"),
                    _("give another folder with {option}").format(option=self.shelf.option))
            self.shelf.put(name, data)
        except UserError as error:
            self.failed = True
            say_error(error)
            return ""
        self.written.append(name)
        return name

    def others(self) -> int:
        """How many documents lie in the folder that are not from this run."""
        known = {*self.written, *self.kept}
        try:
            return sum(one.suffix in (".docx", ".pdf") and one.name not in known
                       and not one.name.startswith((".", "~"))
                       for one in self.shelf.folder.iterdir())
        except OSError:
            return 0


def kept_line(count: int, folder: Path) -> str:
    """What is told of files that were there already and stay as they are."""
    return ngettext("{count} file was there already and was left as it is ({folder}): "
                    "add --force to replace it",
                    "{count} files were there already and were left as they are ({folder}): "
                    "add --force to replace them", count).format(count=count, folder=folder)


def folder_for(option: str, given: str, paths: Sequence[str], files: Iterable[Path]) -> Path:
    """The folder `given` with `option`, made sure to be none in which originals lie.

    Raises UsageError where it is one, or would be checked itself the next time; `paths` are what
    was to be checked, `files` the files found there.
    """
    folder = Path(given)
    real = real_path(folder)
    mend = _("name a folder of its own, outside of what is checked, such as {example}").format(
        example=_("../returned"))
    if not given.strip():
        raise UsageError.at(option, _("the folder has no name"), mend)
    try:
        os.lstat(real)
    except OSError as error:
        if error.errno in (errno.ENAMETOOLONG, errno.EINVAL):
            raise UsageError.at(given, _("the system cannot use this name or path: {error}").format(
                error=error.strerror), mend) from None
    nearest = next((one for one in (Path(real), *Path(real).parents) if os.path.lexists(one)), None)
    if nearest is not None and not nearest.is_dir():
        raise UsageError.at(given, _("this is a file, not a folder") if nearest == Path(real) else
                            _("a part of the path is a file, not a folder"), mend)
    if real in {real_path(one) for one in {one.parent for one in files}}:
        raise UsageError.at(given, _("the originals lie in this folder"), mend)
    for one in paths:
        root = searched_below(one)
        if root is not None and Path(real).is_relative_to(real_path(root)):
            raise UsageError.at(
                given, _("this folder lies in {path}, which is checked: what is put there would be "
                         "checked the next time").format(path=one), mend)
    if nearest is not None and not os.access(nearest, os.W_OK):
        raise UsageError.at(given, _("you may not write there"), mend)
    return folder


def real_path(path: Path) -> str:
    """Where `path` leads to, links followed, as the system compares it."""
    return os.path.normcase(os.path.realpath(path))


def stem_for(path: str) -> str:
    """What a file that goes back with the one at `path` is called, without its suffix.

    The name is that of the file; one in an archive may hold what this system does not allow.
    """
    stem = Path(path.rpartition("/")[2]).stem
    return stem if Path(path).exists() else safe_name(stem)
