"""The wheel holds the rooms and their data, and nothing that is of use in a checkout only."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OURS = {"cli.py", "plans", "generators", "checkers", "office", "templates", "samples"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
                   cwd=ROOT, check=True, capture_output=True)
    [path] = folder.glob("*.whl")
    with zipfile.ZipFile(path) as members:
        yield members


def test_it_holds_the_rooms_and_nothing_else(wheel: zipfile.ZipFile) -> None:
    tops = {name.partition("/")[0] for name in wheel.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == OURS


@pytest.mark.parametrize("pattern", ["*.py", "kind.yaml", "*.docx", "*.yaml", "*.html", "*.po"])
def test_it_holds_every_file_of_the_rooms(wheel: zipfile.ZipFile, pattern: str) -> None:
    wanted = {path.relative_to(ROOT).as_posix() for top in OURS if (ROOT / top).is_dir()
              for path in (ROOT / top).rglob(pattern)}
    assert wanted <= set(wheel.namelist())


def test_it_holds_the_compiled_catalogue(wheel: zipfile.ZipFile) -> None:
    content = wheel.read("plans/locales/zh_CN/LC_MESSAGES/homeroom.mo")
    assert "没有写命令".encode() in content


def test_it_holds_nothing_that_was_left_behind(wheel: zipfile.ZipFile) -> None:
    left = [name for name in wheel.namelist()
            if "__pycache__" in name or name.endswith((".pyc", ".mo.new")) or "/~$" in name]
    assert left == []


def test_it_brings_the_command(wheel: zipfile.ZipFile) -> None:
    [points] = [name for name in wheel.namelist() if name.endswith("entry_points.txt")]
    assert "homeroom = cli:main" in wheel.read(points).decode()
