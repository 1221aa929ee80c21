"""What a person sees at a terminal of 80 columns: through a real pseudo-terminal."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import click
import pytest

from office.folding import width_of
from office.terminal import say_error
from plans.errors import UserError

pty = pytest.importorskip("pty", reason="pseudo-terminals are a thing of Unix")
ROOT = Path(__file__).resolve().parents[2]
SUBMISSIONS = ROOT / "samples" / "submissions"


def shown(*arguments: str, **variables: str) -> str:
    """What the command writes to a terminal, colours and wiped lines included."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
            [sys.executable, str(ROOT / "cli.py"), *arguments], stdin=theirs, stdout=theirs,
            stderr=theirs, close_fds=True,
            env=os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": "80", "TERM": "xterm"}
            | variables) as process:
        os.close(theirs)
        pieces = []
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:     # the other end is closed: the command has ended
                break
            if not piece:
                break
            pieces.append(piece)
        process.wait()
    os.close(ours)
    return b"".join(pieces).decode()


def lines_left(text: str) -> list[str]:
    """The lines that stay on the screen: what a carriage return wiped is gone."""
    return [click.unstyle(line.split("\r\x1b[K")[-1]).replace("\x1b[K", "")
            for line in text.replace("\r\n", "\n").split("\n")]


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_line_fits(language: str) -> None:
    text = shown("check", str(SUBMISSIONS), "--lang", language)
    assert [line for line in lines_left(text) if width_of(line) > 80] == []


def test_progress_is_shown_and_wiped() -> None:
    text = shown("check", str(SUBMISSIONS))
    assert "1 of 7" in text
    assert not any(" of 7" in line for line in lines_left(text))


def test_an_archive_is_said_to_be_unpacked_and_a_paper_to_be_converted(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "pack.zip", "w") as archive:
        archive.write(SUBMISSIONS / "01-合格-研修计划.docx", "a.docx")
    (tmp_path / "old.rtf").write_bytes(rb"{\rtf1 x}")
    text = shown("check", str(tmp_path), HOMEROOM_SOFFICE="no-such-program")
    assert re.search(r"unpacking  \S*pack\.zip", text)
    assert re.search(r"0 of 2  converting \S*old\.rtf", text)
    assert not any("unpacking" in line or "converting" in line for line in lines_left(text))


def test_progress_shows_the_end_of_a_long_name_in_one_line(tmp_path: Path) -> None:
    folder = tmp_path / ("很长的文件夹" * 8)
    folder.mkdir()
    for number in "12":
        (folder / f"{number}.png").write_bytes(b"\x89PNG")
    lines = [line for line in shown("check", str(folder)).split("\r\x1b[K") if " of 2" in line]
    assert len(lines) == 2
    assert all("…" in line and line.endswith(".png") and width_of(line) < 80 for line in lines)


def test_ctrl_c_wipes_the_line_before_it_is_heard(tmp_path: Path) -> None:
    program = tmp_path / "sleeping-office"
    program.write_text(f"#!{sys.executable}\nimport os, signal, time\n"
                       "os.kill(os.getppid(), signal.SIGINT)\ntime.sleep(60)\n")
    program.chmod(0o755)
    for name in ("a.rtf", "b.rtf"):
        (tmp_path / name).write_bytes(rb"{\rtf1 x}")
    text = shown("check", *(str(tmp_path / name) for name in ("a.rtf", "b.rtf")),
                 HOMEROOM_SOFFICE=str(program))
    assert lines_left(text) == ["stopped", ""]


def test_colours_are_there_and_can_be_turned_off() -> None:
    assert "\x1b[31m" in shown("check", str(SUBMISSIONS))
    assert "\x1b[31m" not in shown("check", str(SUBMISSIONS), NO_COLOR="1")


def test_a_fault_is_told_without_the_numbers_of_a_person(
        capsys: pytest.CaptureFixture[str]) -> None:
    say_error(UserError.at("名册.xlsx", "13812345678 stands there twice", "look at 13812345678"))
    assert capsys.readouterr().err == (
        "名册.xlsx: 138****5678 stands there twice\n    mend: look at 138****5678\n")
