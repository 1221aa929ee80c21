"""Hand-ins of old formats, turned into .docx beside the checks of the others."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from checkers.document import CONVERSION, Unreadable
from generators.old_formats import NO_OFFICE, SECONDS, SLOW, Converter, OldPaper, Result
from office.hand_ins import HandIn
from office.no_room import no_room
from office.scratch import Scratch
from office.waiting import Heard
from plans.errors import UserError

_GLANCE = 0.05          # s


class Conversions:
    """The old ones among `files`, for the length of a `with`; LibreOffice is only started where
    there are any.

    `heard` is asked for Ctrl-C, which may break in nowhere else; `seconds` may pass without any of
    them done before LibreOffice is ended.
    """

    def __init__(self, files: Sequence[HandIn], scratch: Scratch, heard: Heard, *,
                 seconds: float = SECONDS) -> None:
        self._old = [one for one in files if one.is_old]
        self._results: dict[Path, Result | BaseException] = {}
        self._scratch, self._heard = scratch, heard
        self._seconds = seconds
        self._converter: Converter | None = None
        self._thread: threading.Thread | None = None

    def __enter__(self) -> Conversions:
        if self._old:
            try:
                self._converter = Converter(self._scratch.folder / "conversions",
                                            seconds=self._seconds)
            except UserError:       # F004 says how to mend it
                self._tell_the_rest(NO_OFFICE)
            else:
                self._thread = threading.Thread(target=self._convert, args=(self._converter,))
                self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None,
                 trace: TracebackType | None) -> None:
        if self._converter is not None and self._thread is not None:
            self._converter.stop()
            self._thread.join()

    def converted(self, one: HandIn) -> HandIn:
        """`one` with its copy, or with the reason why there is none, as soon as that is known.

        Raises UserError where nothing can be written.
        """
        while one.path not in self._results:
            self._heard()
            time.sleep(_GLANCE)
        result = self._results[one.path]
        if isinstance(result, BaseException):
            raise result
        if isinstance(result, Path):
            return replace(one, copy=result)
        if result == NO_OFFICE:
            return replace(one, trouble=Unreadable("F004", one.format))
        if result == SLOW:
            return replace(one, trouble=Unreadable("F005", f"{self._seconds:g} s", CONVERSION))
        return replace(one, trouble=Unreadable("F003", "", CONVERSION))

    def _convert(self, converter: Converter) -> None:
        def told(number: int, result: Result) -> None:
            self._results[self._old[number].path] = result

        try:
            converter.convert([OldPaper(one.path, one.format) for one in self._old], told)
            self._tell_the_rest(NO_OFFICE)
        except UserError:           # it cannot be started
            self._tell_the_rest(NO_OFFICE)
        except OSError as error:
            self._tell_the_rest(no_room(error))
        except BaseException as error:
            self._tell_the_rest(error)

    def _tell_the_rest(self, result: Result | BaseException) -> None:
        for one in self._old:
            self._results.setdefault(one.path, result)
