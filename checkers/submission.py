"""One file that was handed in: read into a Document, or the reason why it cannot be read."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from checkers import limits
from checkers.document import UNOPENED, Document, Reading, Unreadable
from checkers.parts import document_of
from checkers.sniff import LEGACY, SUFFIXES, format_of


@dataclass(frozen=True, slots=True)
class Submission:
    """`path` is as given, with `/`; `format` what the bytes are; `trouble` is set where there is no
    document, `promised` the format that the suffix names ("" if it names none that is known)."""

    path: str
    format: str
    promised: str
    sha256: str = ""
    document: Document | None = None
    trouble: Unreadable | None = None

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return PurePosixPath(self.path).name


def read_submission(path: Path, shown: str | None = None) -> Submission:
    """The submission at `path`, called `shown` in reports; never raises for a bad file."""
    shown = shown or path.as_posix()
    promised = SUFFIXES.get(path.suffix.lower(), "")
    try:
        if path.stat().st_size > limits.FILE_BYTES:
            raise Unreadable("F005", f"{limits.FILE_BYTES // 2**20} MB")
        data = path.read_bytes()
    except OSError:
        return Submission(shown, "unknown", promised, trouble=Unreadable("F003", UNOPENED))
    except Unreadable as trouble:
        return Submission(shown, "unknown", promised, trouble=trouble)
    return submission_of(data, shown, promised)


def submission_of(data: bytes, shown: str, promised: str = "docx") -> Submission:
    """As `read_submission`, from bytes."""
    found = format_of(data)
    digest = hashlib.sha256(data).hexdigest()
    try:
        document = document_of(_reader(found, promised)(data))
    except Unreadable as trouble:
        return Submission(shown, found, promised, digest, trouble=trouble)
    except (RecursionError, MemoryError) as error:
        return Submission(shown, found, promised, digest,
                          trouble=Unreadable("F005", type(error).__name__))
    return Submission(shown, found, promised, digest, document)


def _reader(found: str, promised: str) -> Callable[[bytes], Reading]:
    """What reads this format; raises Unreadable where nothing does."""
    if found == "docx":
        from checkers.word import read_word

        return read_word
    if found == "pdf":
        from checkers.pdf import read_pdf

        return read_pdf
    if found == "empty":
        raise Unreadable("F010")
    if found == "encrypted":
        raise Unreadable("F002")
    if found in LEGACY:
        raise Unreadable("F004", found)
    if promised and found in ("broken-zip", "unknown", "text"):
        raise Unreadable("F003")
    raise Unreadable("F001", found)
