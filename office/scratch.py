"""A temporary folder for what is unpacked and converted, made when it is first needed."""

from __future__ import annotations

import tempfile
from functools import cached_property
from pathlib import Path
from types import TracebackType

from office.archives import Archives
from office.no_room import no_room


class Scratch:
    """For the length of a `with`; nothing is left behind, after Ctrl-C neither."""

    def __init__(self) -> None:
        self._held: tempfile.TemporaryDirectory[str] | None = None

    @property
    def folder(self) -> Path:
        """The folder; raises UserError where none can be made."""
        if self._held is None:
            try:
                self._held = tempfile.TemporaryDirectory(prefix="homeroom-",
                                                         ignore_cleanup_errors=True)
            except OSError as error:
                raise no_room(error) from error
        return Path(self._held.name).resolve()

    @cached_property
    def archives(self) -> Archives:
        """What unpacks archives into it."""
        folder = self.folder / "archives"
        folder.mkdir()
        return Archives(folder)

    def __enter__(self) -> Scratch:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None,
                 trace: TracebackType | None) -> None:
        if self._held is not None:
            self._held.cleanup()
