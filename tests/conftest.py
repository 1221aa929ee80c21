"""What all tests share: a neutral surrounding, and LibreOffice as a judge of what we write."""

from __future__ import annotations

import io
import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import hypothesis
import pytest

from plans import messages

# A busy machine is no reason for an example to fail; all else stays as hypothesis chose it.
hypothesis.settings.register_profile("homeroom", hypothesis.settings.default, deadline=None)
hypothesis.settings.load_profile("homeroom")

SOFFICE_SECONDS = 120  # a cold start with a new profile takes up to 20 s on a loaded machine

Soffice = Callable[[Path, str, Path], Path]


@pytest.fixture(autouse=True)
def _neutral_surrounding(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Neither this machine's language nor a school's own kinds reach a test, nor one the next."""
    monkeypatch.setenv("HOMEROOM_LANG", "en")
    monkeypatch.delenv("HOMEROOM_HOUSE", raising=False)
    monkeypatch.setenv("LANGUAGE", "en")
    messages.speak("en")
    yield
    messages.speak("en")


@pytest.fixture(scope="session")
def soffice_program() -> str:
    """The program of LibreOffice. Skips where there is none, except under CI."""
    program = shutil.which("soffice")
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("soffice is not there, and under CI no test that needs it may be skipped")
        pytest.skip("needs LibreOffice (soffice)")
    return program


@pytest.fixture(scope="session")
def soffice(tmp_path_factory: pytest.TempPathFactory, soffice_program: str) -> Soffice:
    """Converts with LibreOffice: `soffice(source, "pdf", out_folder)` is the path of the result.

    The format is a suffix, or a suffix and a filter as `soffice --convert-to` takes them
    ("txt:Text (encoded):UTF8").
    """
    profile = tmp_path_factory.mktemp("soffice")    # one for all: to make a new one takes time

    def convert(source: Path, target: str, folder: Path) -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        command = [soffice_program, f"-env:UserInstallation={profile.as_uri()}", "--headless",
                   "--convert-to", target, "--outdir", str(folder), str(source)]
        # soffice is a script that starts the office and outlives it: all of it is one group.
        with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, start_new_session=True) as process:
            try:
                said, _ = process.communicate(timeout=SOFFICE_SECONDS)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.communicate()
                pytest.fail(f"soffice did not end on {source.name} in {SOFFICE_SECONDS} s")
        result = folder / f"{source.stem}.{target.partition(':')[0]}"
        if process.returncode or not result.is_file():
            pytest.fail(f"soffice made no {result.name}: {said.decode(errors='replace')}")
        return result

    return convert


@pytest.fixture(scope="session")
def word() -> Callable[..., bytes]:
    """The bytes of a .docx of these paragraphs."""
    def made(*lines: str) -> bytes:
        out, file = io.BytesIO(), docx.Document()
        for line in lines:
            file.add_paragraph(line)
        file.save(out)
        return out.getvalue()
    return made
