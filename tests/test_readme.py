"""What the two READMEs show is what the commands print: `python tests/test_readme.py` renews it."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest

from called import called, process
from cli import cli, ledger

ROOT = Path(__file__).resolve().parents[1]
READMES = {"README.md": "en", "README.zh-CN.md": "zh_CN"}
_BLOCK = re.compile(r"```console\n\$ (.*)\n((?:.*\n)*?)```\n")


def renewed(name: str, folder: Path) -> str:
    """The README with every console block as the commands print it, run in `folder` in turn."""
    # One of them in real processes, as a tour of the whole.
    run_it = process if READMES[name] == "en" else called

    def run(match: re.Match[str]) -> str:
        command, *arguments = match[1].split()
        assert command == "homeroom", match[1]
        done = run_it(folder, *arguments, together=True, HOMEROOM_LANG=READMES[name])
        assert done.returncode in (0, 1), done.stdout
        return f"```console\n$ {match[1]}\n{done.stdout}```\n"

    return _BLOCK.sub(run, (ROOT / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", READMES)
def test_the_readme_shows_what_the_commands_print(name: str, tmp_path: Path) -> None:
    assert renewed(name, tmp_path) == (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", READMES)
def test_every_command_is_in_the_readme(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    commands = [*cli.commands, *(f"ledger {name}" for name in ledger.commands)]
    assert len(commands) >= 7
    assert [one for one in commands
            if f"homeroom {one}" not in text.replace("\n", " ")] == []


if __name__ == "__main__":
    for readme in READMES:
        with tempfile.TemporaryDirectory() as empty:
            (ROOT / readme).write_text(renewed(readme, Path(empty)), encoding="utf-8")
