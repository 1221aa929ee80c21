"""Word documents → PDF, printed by LibreOffice.

A start of LibreOffice takes about two seconds, a document of eight pages a third of one: many
are printed in one run. The same document gives the same bytes as long as programs and fonts are
the same.
"""

from __future__ import annotations

import shutil
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from generators.asked_fonts import asked_fonts
from generators.fonts import Asked, FontUse, fonts_in, sheet_of, stand_ins, taken_for
from generators.libreoffice import find_soffice, run_soffice
from generators.steady_pdf import steady
from plans.errors import UserError
from plans.messages import _

SECONDS = 120.0         # for one run; a start on a loaded computer may take 20
TOGETHER = 25           # documents in one run
_SURE = Asked("宋体")     # its sheet tells a bad document from a bad office
_FILTER = "MS Word 2007 XML"    # or any text would pass for a document


@dataclass(frozen=True, slots=True)
class Pdf:
    """A printed document, and the Chinese fonts it asked for, in the order of their first use."""

    data: bytes
    fonts: tuple[FontUse, ...]


class Printer:
    """LibreOffice with a profile of its own, for the length of a `with`; nothing is left behind.

    `seconds` is how long one run, of up to TOGETHER documents, may take. Raises UserError where
    there is no LibreOffice.
    """

    def __init__(self, *, seconds: float = SECONDS) -> None:
        self._program = find_soffice()
        self._seconds = seconds
        self._taken: dict[Asked, str] = {}
        self._works = False
        self._runs = 0
        self._stop = threading.Event()
        self._given_up: UserError | None = None

    def __enter__(self) -> Printer:
        try:
            self._held = tempfile.TemporaryDirectory(prefix="homeroom-", ignore_cleanup_errors=True)
            self._folder = Path(self._held.name).resolve()
            self._variables = stand_ins(self._folder)
        except OSError as error:
            raise _no_room(error) from error
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None,
                 trace: TracebackType | None) -> None:
        self._held.cleanup()

    def stop(self) -> None:
        """Ends LibreOffice now, from another thread; what it prints then is given up."""
        self._stop.set()

    def pdfs(self, documents: Sequence[bytes]) -> list[Pdf | UserError]:
        """Each .docx as a PDF, in order, or why it could not be printed.

        The errors have no place: only the caller knows what the documents are called. Raises
        UserError where LibreOffice cannot be started or nothing can be written.
        """
        if self._given_up:      # it would be waited for in vain each time
            return [self._given_up] * len(documents)
        asked = [asked_fonts(document) for document in documents]
        new = tuple({font: None for fonts in asked for font in fonts if font not in self._taken})
        if not (new or self._works or not documents):
            new = (_SURE,)
        try:
            printed = self._printed([*map(sheet_of, new), *documents], sure=len(new))
        except OSError as error:
            raise _no_room(error) from error
        for font, sheet in zip(new, printed, strict=False):
            if isinstance(sheet, bytes):
                self._taken[font] = taken_for(font, sheet, self._variables)
        return [paper if isinstance(paper, UserError) else Pdf(
                    steady(paper, document), self._uses(fonts, paper))
                for document, fonts, paper in zip(documents, asked, printed[len(new):],
                                                  strict=True)]

    def _uses(self, fonts: Sequence[Asked], paper: bytes) -> tuple[FontUse, ...]:
        return tuple(FontUse(font.name, self._taken.get(font) or ", ".join(fonts_in(paper)))
                     for font in fonts)

    def _printed(self, papers: Sequence[bytes], sure: int) -> list[bytes | UserError]:
        """Each paper printed; the first `sure` ones are such as a working LibreOffice prints."""
        done: dict[int, bytes | UserError] = {}
        waiting = list(range(len(papers)))
        while waiting and not self._stop.is_set():
            together = waiting[:max(TOGETHER, sure + 1)]
            printed, ended = self._run(papers, together)
            if ended and not (printed or self._works):  # a new profile may need a second start
                printed, ended = self._run(papers, together)
            done |= printed
            self._works = self._works or bool(printed)
            if not self._works:
                if not self._stop.is_set():
                    self._given_up = self._broken(ended)
                return [self._broken(ended)] * len(papers)
            missing = [one for one in together if one not in done]
            if missing and not self._stop.is_set():
                # They come in order: the first one is what stopped it, if any did.
                printed, ended = self._run(papers, missing[:1])
                done |= printed
                if not printed:
                    done[missing[0]] = _unprinted(self._seconds, ended)
            waiting = [one for one in waiting if one not in done]
        return [done.get(one) or _unprinted(self._seconds, False) for one in range(len(papers))]

    def _run(self, papers: Sequence[bytes], which: Sequence[int]) -> tuple[dict[int, bytes], bool]:
        """What one run has printed, and whether it came to its end in time."""
        self._runs += 1
        folder = self._folder / f"run-{self._runs}"
        folder.mkdir()
        sources = [folder / f"{one}.docx" for one in which]
        for one, source in zip(which, sources, strict=True):
            source.write_bytes(papers[one])
        ended = run_soffice(
            self._program, [f"--infilter={_FILTER}", "--convert-to", "pdf:writer_pdf_Export",
                            "--outdir", str(folder), *map(str, sources)],
            folder=self._folder, seconds=self._seconds, variables=self._variables,
            stop=self._stop)
        printed = {one: source.with_suffix(".pdf").read_bytes() for one, source
                   in zip(which, sources, strict=True) if source.with_suffix(".pdf").is_file()}
        shutil.rmtree(folder, ignore_errors=True)
        # one that was being written when the time was up is half a file
        return {one: data for one, data in printed.items()
                if data.rstrip().endswith(b"%%EOF")}, ended

    def _broken(self, ended: bool) -> UserError:
        said = (self._folder / "said.txt").read_bytes().decode("utf-8", "replace").strip()
        what = (_("LibreOffice printed nothing; it said: {words}").format(
                    words=" ".join(said.split())[-300:] or "–") if ended else
                _("LibreOffice printed nothing within {seconds} s").format(
                    seconds=f"{self._seconds:g}"))
        return UserError.at(self._program, what, _(
            "see whether it opens a Word document by hand; then try again"))


def _unprinted(seconds: float, ended: bool) -> UserError:
    what = (_("LibreOffice could not read this document") if ended else
            _("LibreOffice did not finish this document within {seconds} s").format(
                seconds=f"{seconds:g}"))
    return UserError.at("", what, _("open it in Word or WPS and save it as a PDF there"))


def _no_room(error: OSError) -> UserError:
    return UserError.at(
        error.filename or tempfile.gettempdir(),
        _("temporary files cannot be written: {error}").format(error=error.strerror or error),
        _("make room there, or name another folder in TMPDIR (Windows: TEMP)"))

