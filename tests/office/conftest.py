"""The command line; folders and archives of papers, built as systems of schools
really build them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from called import called
from office.scratch import Scratch

ROOT = Path(__file__).resolve().parents[2]
SUBMISSIONS = ROOT / "samples" / "submissions"


class Named(zipfile.ZipInfo):
    """A member whose name is written as these bytes, with these flags."""

    raw = b""
    flags = 0

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:
        return self.raw, self.flag_bits | self.flags


def pack(*members: tuple[str | bytes, bytes], encoding: str = "gbk", flags: int = 0,
           extra: bytes = b"", encrypted: bool = False) -> bytes:
    """A .zip of (name, content); a name that is text is written in `encoding`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (name, content) in enumerate(members):
            one = Named(f"{number}")
            one.raw = name if isinstance(name, bytes) else name.encode(encoding)
            one.flags, one.extra, one.compress_type = flags, extra, zipfile.ZIP_DEFLATED
            if encrypted:
                one.flags |= 1
            archive.writestr(one, content)
    return out.getvalue()


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., CompletedProcess[str]]:
    """Runs `homeroom …` in an empty folder, with no config folder of anyone's."""
    def homeroom(*arguments: str | Path, **variables: str) -> CompletedProcess[str]:
        return called(tmp_path, *arguments, **{
            "XDG_CONFIG_HOME": str(tmp_path / "none"), "APPDATA": str(tmp_path / "none"),
            "HOME": str(tmp_path)} | variables)
    return homeroom


@pytest.fixture(scope="session")
def packed() -> Callable[..., bytes]:
    return pack


@pytest.fixture
def scratch() -> Iterator[Scratch]:
    with Scratch() as one:
        yield one
