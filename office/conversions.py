"""Hand-ins of old formats, turned into .docx beside the checks of the others."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from checkers.document import CONVERSION, Unreadable
from generators.old_formats import NO_OFFICE, SECONDS, SLOW, Converter, OldPaper, Result
from office.hand_ins import HandIn
from office.no_room import no_room
from office.scratch import Scratch
from office.waiting import result_of
from plans.errors import UserError

_GLANCE = 0.5           # s


class Conversions:
    """The old ones among `files`, for the length of a `with`; LibreOffice is only started where
    there are any.

    `seconds` may pass without any of them done before LibreOffice is ended.
    """

    def __init__(self, files: Sequence[HandIn], scratch: Scratch, *,
                 seconds: float = SECONDS) -> None:
        self._old = [one for one in files if one.is_old]
        self._results: dict[Path, Future[Result]] = {one.path: Future() for one in self._old}
        self._scratch = scratch
        self._seconds = seconds
        self._converter: Converter | None = None
        self._over = threading.Event()
        self._is_started = False

    def __enter__(self) -> Conversions:
        if self._old:
            try:
                self._converter = Converter(self._scratch.folder / "conversions",
                                            seconds=self._seconds)
            except UserError:       # F004 says how to mend it
                self._tell_the_rest(NO_OFFICE)
            else:
                thread = threading.Thread(target=self._convert, args=(self._converter,))
                try:
                    self._is_started = True
                    thread.start()
                except BaseException:       # Ctrl-C, while it has started already
                    self._is_started = thread.ident is not None
                    self._stop()
                    raise
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None,
                 trace: TracebackType | None) -> None:
        self._stop()

    def _stop(self) -> None:
        """Ends the work and waits until LibreOffice is gone, whatever is pressed meanwhile."""
        if self._converter is None or not self._is_started:
            return
        self._converter.stop()
        pressed: KeyboardInterrupt | None = None
        while not self._over.is_set():
            try:        # a join that Ctrl-C breaks off would take the thread for ended
                self._over.wait(_GLANCE)
            except KeyboardInterrupt as error:
                pressed = error
        if pressed:
            raise pressed

    def converted(self, one: HandIn) -> HandIn:
        """`one` with its copy, or with the reason why there is none, as soon as that is known.

        Raises UserError where nothing can be written.
        """
        result = result_of(self._results[one.path])
        if isinstance(result, Path):
            return replace(one, copy=result)
        if result == NO_OFFICE:
            return replace(one, trouble=Unreadable("F004", one.format))
        if result == SLOW:
            return replace(one, trouble=Unreadable("F005", f"{self._seconds:g} s", CONVERSION))
        return replace(one, trouble=Unreadable("F003", "", CONVERSION))

    def _convert(self, converter: Converter) -> None:
        def told(number: int, result: Result) -> None:
            self._results[self._old[number].path].set_result(result)

        try:
            converter.convert([OldPaper(one.path, one.format) for one in self._old], told)
            self._tell_the_rest(NO_OFFICE)
        except UserError:           # it cannot be started
            self._tell_the_rest(NO_OFFICE)
        except OSError as error:
            self._fail_the_rest(no_room(error))
        except BaseException as error:
            self._fail_the_rest(error)
        finally:
            self._over.set()

    def _tell_the_rest(self, result: Result) -> None:
        for one in self._results.values():
            if not one.done():
                one.set_result(result)

    def _fail_the_rest(self, error: BaseException) -> None:
        for one in self._results.values():
            if not one.done():
                one.set_exception(error)
