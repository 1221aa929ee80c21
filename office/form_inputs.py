"""`collect --yaml`: an input for each form, with its pictures beside it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from generators.collected import Form
from generators.documents import safe_name
from generators.form_input import PictureAt, form_input, pictures_in
from office.filled_forms import FilledForm
from office.returned_files import kept_line, real_path
from office.shelf import Shelf
from office.terminal import say_error, style
from plans.errors import UserError
from plans.messages import _, ngettext
from plans.pictures import Picture


@dataclass
class FormInputs:
    """Puts inputs onto `shelf`; what is there already stays, unless the shelf replaces it.

    None goes through a link to one of the `originals` (real paths). `kept` are the names of files
    of other content that were left as they were.
    """

    shelf: Shelf
    originals: Collection[str] = ()
    count: int = 0
    kept: list[str] = field(default_factory=list)
    failed: bool = False

    def add(self, filled: FilledForm, form: Form) -> None:
        """Writes the input of a form: 姓名_表名.yaml."""
        person = form.person or PurePosixPath(form.file).stem
        stem = self.shelf.stem(safe_name(f"{person}_{form.kind.name}"), form.file)
        names: dict[PictureAt, str] = {}
        for at, found in pictures_in(form):
            if at not in filled.pictures:
                continue
            picture = Picture(str(found.value), filled.pictures[at].read_bytes())
            row = str(at[1]) if at[1] else ""
            name = safe_name(f"{stem}_{found.field.label}{row}")
            if picture.suffix and self._put(f"{name}.{picture.suffix}", picture.data):
                names[at] = f"{name}.{picture.suffix}"
        text = form_input(form, names).encode("utf-8", "replace")
        self.count += self._put(f"{stem}.yaml", text)

    def told(self) -> list[str]:
        """How many inputs there are, and where; what was left is told as well."""
        folder = self.shelf.folder
        lines = [ngettext("{count} input written: {folder}", "{count} inputs written: {folder}",
                          self.count).format(count=self.count, folder=style(str(folder), "green"))
                 ] if self.count else []
        if self.kept:
            lines.append(kept_line(len(self.kept), folder))
        return lines

    def _put(self, name: str, data: bytes) -> bool:
        """Writes a file; whether it holds the data now."""
        path = self.shelf.folder / name
        try:
            if real_path(path) in self.originals:
                raise UserError.at(
                    str(path), _("this file is itself among those to be checked"),
                    _("give another folder with {option}").format(option=self.shelf.option))
            if path.is_file() and not self.shelf.force and path.read_bytes() != data:
                self.kept.append(name)
                return False
            self.shelf.put(name, data)
        except UserError as error:
            self.failed = True
            say_error(error)
            return False
        return True
