"""Papers of old formats (.doc, .wps, .odt, .rtf, web pages) → .docx.

LibreOffice converts many in one run, in their order; what becomes of one is told as soon as it is
known. A paper on which LibreOffice breaks down, or never ends, is told for itself, and the others
go on without it.
"""

from __future__ import annotations

import threading
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generators.libreoffice import find_soffice, run_soffice
from generators.web_page import page_in

SECONDS = 60.0          # without any paper done; a start on a loaded computer may take 20
TOGETHER = 25           # papers in one run
UNREAD, SLOW, NO_OFFICE = "unread", "slow", "no-office"
"""Why there is no .docx: it could not be read; it took too long; LibreOffice does not work."""

Result = Path | str
_SUFFIXES = {"doc": "doc", "odt": "odt", "rtf": "rtf", "html": "html", "mht": "html"}
_WEB = ("html", "mht")
_SURE = rb"{\rtf1 sure}"        # any LibreOffice that works converts it
_PROFILE = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""     # no macro runs, and no picture that a paper names is fetched: its owner would learn of us


@dataclass(frozen=True, slots=True)
class OldPaper:
    """A file, and its format as checkers.sniff calls it."""

    path: Path
    format: str


class Converter:
    """LibreOffice, writing into `folder` alone; raises UserError where there is none.

    `seconds` may pass without any paper done.
    """

    def __init__(self, folder: Path, *, seconds: float = SECONDS) -> None:
        self._program = find_soffice()
        self._folder = folder
        self._seconds = seconds
        self._runs = 0
        self._stop = threading.Event()

    def stop(self) -> None:
        """Ends LibreOffice now, from another thread; nothing more is told."""
        self._stop.set()

    def convert(self, papers: Sequence[OldPaper], told: Callable[[int, Result], None]) -> None:
        """Tells of each paper, by its number in `papers` from 0, the .docx that it became, or why
        it did not. Raises UserError or OSError where nothing can be written or started."""
        profile = self._folder / "profile" / "user" / "registrymodifications.xcu"
        if not profile.exists():
            profile.parent.mkdir(parents=True)
            profile.write_text(_PROFILE, encoding="utf-8")
        waiting, failures = list(range(len(papers))), 0
        while waiting and not self._stop.is_set():
            run = _Run(self._folder / f"run-{self._runs}", papers, waiting[:TOGETHER], told)
            self._runs += 1
            if run.is_blank:
                waiting = waiting[TOGETHER:]
                continue
            ended = run_soffice(self._program, run.arguments, folder=self._folder,
                                seconds=self._seconds, variables={}, stop=self._stop,
                                signs=run.done)
            if self._stop.is_set():
                return
            waiting = run.left(UNREAD if ended else SLOW) + waiting[TOGETHER:]
            failures = 0 if run.works else failures + 1
            if failures > 1:        # a new profile may need a second start
                for one in waiting:
                    told(one, NO_OFFICE)
                return


class _Run:
    """Some papers between two that any LibreOffice converts: the first shows that it works, the
    last that it came to its end."""

    def __init__(self, folder: Path, papers: Sequence[OldPaper], which: Sequence[int],
                 told: Callable[[int, Result], None]) -> None:
        self._told = told
        self._out = folder / "out"
        self._out.mkdir(parents=True)
        self._sources = {"first": folder / "first.rtf"}
        self._numbers: dict[str, int] = {}
        for number in which:
            source = folder / f"{number}.{_SUFFIXES[papers[number].format]}"
            if _put(papers[number], source):
                self._sources[str(number)] = source
                self._numbers[str(number)] = number
            else:
                told(number, UNREAD)
        self._sources["last"] = folder / "last.rtf"
        for name in ("first", "last"):
            self._sources[name].write_bytes(_SURE)
        self._waiting = list(self._sources)

    @property
    def arguments(self) -> list[str]:
        """What LibreOffice is called with."""
        return ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(self._out),
                *map(str, self._sources.values())]

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to convert."""
        return not self._numbers

    @property
    def works(self) -> bool:
        """Whether LibreOffice has converted anything."""
        return "first" not in self._waiting

    def done(self) -> int:
        """How many papers have been dealt with; one is whole when the next is there."""
        there = [at for at, name in enumerate(self._waiting) if self._made(name).exists()]
        for name in self._waiting[:there[-1]] if there else ():
            self._tell(name)
        del self._waiting[:there[-1] if there else 0]
        return len(self._sources) - len(self._waiting)

    def left(self, reason: str) -> list[int]:
        """Tells of all that the run has dealt with, now that it is over; what is to be tried anew.

        `reason` is why the first of those that are not done is not.
        """
        self.done()
        if self._waiting and zipfile.is_zipfile(self._made(self._waiting[0])):
            self._tell(self._waiting.pop(0))
        if self.works and self._waiting and self._waiting[0] in self._numbers:
            self._told(self._numbers[self._waiting.pop(0)], reason)
        for source in self._sources.values():
            source.unlink(missing_ok=True)
        return [self._numbers[name] for name in self._waiting if name in self._numbers]

    def _made(self, name: str) -> Path:
        return self._out / f"{name}.docx"

    def _tell(self, name: str) -> None:
        if name in self._numbers:
            made = self._made(name)
            self._told(self._numbers[name], made if made.exists() else UNREAD)


def _put(paper: OldPaper, source: Path) -> bool:
    """Copies a paper to where LibreOffice may work on it; False where it cannot be read or is not
    whole."""
    try:
        data: bytes | None = paper.path.read_bytes()
    except OSError:
        return False
    if data is not None and paper.format in _WEB:
        data = page_in(data)
    if data is not None:
        source.write_bytes(data)
    return data is not None
