"""One file that was handed in: read into a Document, or the reason why it cannot be read."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path, PurePosixPath

from checkers import limits
from checkers.document import ARCHIVE, UNOPENED, Document, Reading, Unreadable
from checkers.ocr import Eyes
from checkers.parts import document_of
from checkers.sniff import SUFFIXES, format_of, is_old

_TROUBLES = {"empty": ("F010", ""), "encrypted": ("F002", ""), "broken-zip": ("F003", ""),
             "large-zip": ("F005", f"zip > {limits.ARCHIVE_MEMBERS}")}


@dataclass(frozen=True, slots=True)
class Submission:
    """`path` is as given, with `/`; `format` what the bytes are; `trouble` is set where there is no
    document, `promised` the format that the suffix names ("" if it names none that is known).
    `converted` tells that the document was read from a copy, made of a file of an old format.
    `data` are the bytes of the .docx or .pdf that the document was read from, `beside` the names of
    what was handed in with it: in its folder or archive, () where that is not known."""

    path: str
    format: str
    promised: str
    sha256: str = ""
    document: Document | None = None
    trouble: Unreadable | None = None
    converted: bool = False
    beside: tuple[str, ...] = ()
    data: bytes = field(default=b"", compare=False, repr=False)

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return PurePosixPath(self.path).name


def promise_of(name: str) -> str:
    """The format that the suffix of a file's name promises, "" if none that is known."""
    return SUFFIXES.get(PurePosixPath(name).suffix.lower(), "")


def read_submission(path: Path, shown: str | None = None, copy: Path | None = None,
                    eyes: Eyes | None = None, *, workbooks: bool = False) -> Submission:
    """The submission at `path`, called `shown` in reports; never raises for a bad file.

    `copy` is the same paper as .docx where the file is of an old format and was converted. Pages
    that are pictures are read by `eyes`; without them they are only told of. Workbooks are only
    read where forms are asked for.
    """
    shown = shown or path.as_posix()
    promised = promise_of(shown)
    try:
        if path.stat().st_size > limits.FILE_BYTES:
            raise Unreadable("F005", f"{limits.FILE_BYTES // 2**20} MB")
        data = path.read_bytes()
    except OSError:
        return Submission(shown, "unknown", promised, trouble=Unreadable("F003", UNOPENED))
    except Unreadable as trouble:
        return Submission(shown, "unknown", promised, trouble=trouble)
    if copy is None:
        return submission_of(data, shown, promised, eyes, workbooks=workbooks)
    read = read_submission(copy, eyes=eyes)
    return replace(read, path=shown, format=format_of(data), promised=promised,
                   sha256=hashlib.sha256(data).hexdigest(), converted=True)


def submission_of(data: bytes, shown: str, promised: str = "docx",
                  eyes: Eyes | None = None, *, workbooks: bool = False) -> Submission:
    """As `read_submission`, from bytes."""
    found = format_of(data)
    digest = hashlib.sha256(data).hexdigest()
    try:
        document = document_of(_reader(found, promised, eyes, workbooks)(data))
    except Unreadable as trouble:
        return Submission(shown, found, promised, digest, trouble=trouble)
    except (RecursionError, MemoryError) as error:
        return Submission(shown, found, promised, digest,
                          trouble=Unreadable("F005", type(error).__name__))
    return Submission(shown, found, promised, digest, document,
                      data=data if found in ("docx", "pdf") else b"")


def _reader(found: str, promised: str, eyes: Eyes | None,
            workbooks: bool) -> Callable[[bytes], Reading]:
    """What reads this format; raises Unreadable where nothing does."""
    if found == "docx":
        from checkers.word import read_word

        return _with_pictures(read_word, eyes)
    if found == "flat-docx":
        from checkers.word.flat_file import read_flat

        return _with_pictures(read_flat, eyes)
    if found == "word-xml":
        from checkers.word.flat_file import read_word_2003

        return _with_pictures(read_word_2003, eyes)
    if found == "pdf":
        from checkers.pdf import read_pdf

        return partial(read_pdf, eyes=eyes)
    if found == "xlsx" and workbooks:
        from checkers.workbook import read_workbook

        return read_workbook
    if found == "picture" and eyes:
        return partial(_read_picture, eyes=eyes)
    if is_old(found, promised):
        raise Unreadable("F004", found)
    of = ARCHIVE if promised == "zip" else ""
    if found in _TROUBLES:
        rule, detail = _TROUBLES[found]
        raise Unreadable(rule, detail, of)
    if promised and found in ("unknown", "text"):
        raise Unreadable("F003", "", of)
    raise Unreadable("F001", "archive" if found == "zip" else found)


def _with_pictures(read: Callable[[bytes], Reading],
                   eyes: Eyes | None) -> Callable[[bytes], Reading]:
    """`read`, and what stands in pictures that fill a page."""
    def reading_of(data: bytes) -> Reading:
        reading = read(data)
        if eyes and reading.scanned_pages:
            from checkers.ocr.pictures import with_pictures_read

            return with_pictures_read(reading, eyes)
        return reading

    return reading_of


def _read_picture(data: bytes, eyes: Eyes) -> Reading:
    from checkers.ocr.pictures import pictures_read

    return pictures_read([data], eyes)
