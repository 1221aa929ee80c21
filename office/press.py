"""Several LibreOffice side by side, each with a share of the documents to be printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from types import TracebackType

from generators.pdf import TOGETHER, Pdf, Printer
from office.waiting import ctrl_c_held_back, result_of
from plans.errors import UserError


class Press:
    """`jobs` printers, for the length of a `with`; raises UserError where LibreOffice is absent.

    `portion` is how many documents are best given at a time.
    """

    def __init__(self, jobs: int) -> None:
        self._printers = [Printer() for _one in range(jobs)]
        self.portion = TOGETHER * jobs

    def __enter__(self) -> Press:
        self._held = ExitStack()
        try:
            for one in self._printers:
                self._held.enter_context(one)
            self._threads = self._held.enter_context(ThreadPoolExecutor(len(self._printers)))
        except BaseException:
            self._held.close()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None,
                 trace: TracebackType | None) -> None:
        self._held.close()

    def pdfs(self, documents: Sequence[bytes]) -> list[Pdf | UserError]:
        """Each .docx as a PDF, in order, or why it could not be printed (see Printer.pdfs)."""
        shares = [documents[start:start + TOGETHER]
                  for start in range(0, len(documents), TOGETHER)]
        printed: list[Pdf | UserError] = []
        for start in range(0, len(shares), len(self._printers)):
            together = shares[start:start + len(self._printers)]
            printed += self._printed(together)
        return printed

    def _printed(self, shares: Sequence[Sequence[bytes]]) -> Iterator[Pdf | UserError]:
        try:
            with ctrl_c_held_back() as heard:
                waiting = [self._threads.submit(printer.pdfs, share)
                           for printer, share in zip(self._printers, shares, strict=False)]
                for one in waiting:
                    yield from result_of(one, heard)
        except BaseException:       # Ctrl-C is heard here alone; the others would go on
            for printer in self._printers:
                printer.stop()
            raise
