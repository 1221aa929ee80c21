"""Reports of ours that lie among the submissions: they are none, and are not checked as such."""

from __future__ import annotations

import zipfile
from collections.abc import Collection, Sequence
from pathlib import Path

from generators.properties import CORE
from office.hand_ins import HandIn
from office.reports.report import MARK
from plans.zip_damage import ZIP_DAMAGE

_START = 4096                   # bytes within which a text tells what it is
_MAX_BYTES = 50 * 2**20         # a report of 10,000 files is some 5 MB
_MAX_CORE = 64 * 2**10
_JSON = (b'"schema_version"', b'"tool"', b'"homeroom"')


def without_reports(files: Sequence[HandIn], named: Collection[Path]) -> tuple[HandIn, ...]:
    """The files without those that are reports of ours; one that was `named` itself stays."""
    return tuple(one for one in files if one.path in named or not is_report(one.path))


def is_report(path: Path) -> bool:
    """Whether the file is a report that was written here, whatever it is called now."""
    try:
        if path.stat().st_size > _MAX_BYTES:
            return False
        with path.open("rb") as file:
            start = file.read(_START)
        if start.startswith(b"PK"):     # out of an archive it has no suffix
            return MARK.encode() in _core(path)
    except ZIP_DAMAGE:
        return False        # what it really is, is told when it is checked
    return MARK.encode() in start or all(one in start for one in _JSON)


def _core(path: Path) -> bytes:
    """The properties of an office file, b"" where it has none."""
    with zipfile.ZipFile(path) as archive:
        info = archive.NameToInfo.get(CORE)
        if info is None or info.file_size > _MAX_CORE:
            return b""
        with archive.open(info) as member:
            return member.read(_MAX_CORE)
