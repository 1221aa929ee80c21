"""`--ocr` as a person meets it: what it says while it works, and where it cannot be done."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from checkers.ocr import is_installed

pty = pytest.importorskip("pty", reason="pseudo-terminals are a thing of Unix")
ROOT = Path(__file__).resolve().parents[2]
NOT_INSTALLED = "import checkers.ocr; checkers.ocr._NEEDED = ('no_such_package',); import cli; cli.main()"
ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT), "HOMEROOM_LANG": "en", "COLUMNS": "80",
                            "https_proxy": "http://127.0.0.1:9", "TERM": "xterm"}


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """A PDF of two photos without a word in them."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(300, 200))
    for grey in (200, 120):
        canvas.drawImage(ImageReader(Image.new("L", (300, 200), grey)), 0, 0, 300, 200)
        canvas.showPage()
    canvas.save()
    path = tmp_path / "照片.pdf"
    path.write_bytes(out.getvalue())
    return path


def at_a_terminal(*arguments: str) -> str:
    ours, theirs = pty.openpty()
    with subprocess.Popen([sys.executable, str(ROOT / "cli.py"), *arguments], stdin=theirs,
                          stdout=theirs, stderr=theirs, close_fds=True, env=ENVIRONMENT) as process:
        os.close(theirs)
        pieces = []
        try:
            while piece := os.read(ours, 65536):
                pieces.append(piece)
        except OSError:                 # the other end is closed: the command has ended
            pass
        process.wait()
    os.close(ours)
    return b"".join(pieces).decode()


@pytest.mark.parametrize("command", ["check", "outline"])
def test_without_the_extra_it_is_said_how_to_get_it(command: str, photos: Path) -> None:
    done = subprocess.run([sys.executable, "-c", NOT_INSTALLED, command, str(photos), "--ocr"],
                          env=ENVIRONMENT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert done.stdout == ""
    for way in ('pip install "homeroom[ocr]"', "pipx runpip homeroom", "uv tool install"):
        assert way in done.stderr


@pytest.mark.skipif(not is_installed() and not os.environ.get("CI"), reason="needs the extra ocr")
def test_pages_are_counted_while_they_are_read_and_named_in_the_end(photos: Path) -> None:
    said = click.unstyle(at_a_terminal("check", str(photos), "--ocr"))
    assert "reading pictures: page 1 of 2" in said
    assert "recognised from their" in said
    assert "F006" not in said


@pytest.mark.skipif(not is_installed() and not os.environ.get("CI"), reason="needs the extra ocr")
def test_the_outline_of_a_scan_names_the_pages_that_were_read(photos: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), "outline", str(photos), "--ocr", "--format", "json"],
        env=ENVIRONMENT, capture_output=True, encoding="utf-8", check=False)
    file = json.loads(done.stdout)["files"][0]
    assert (file["ocr_pages"], file["scanned_pages"]) == ([1, 2], [])
