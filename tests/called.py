"""`homeroom …` as a person calls it, within the tests' own process: it starts in no time, and those
that read files for it are forked from one that has loaded everything.

What a process is on its own (Ctrl-C, memory, terminals, the bytes of its streams) is tried in real
ones: `process` here, by which the English README is tried from end to end, and the tests that need
more of it.
"""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from subprocess import CompletedProcess

import cli
from plans import messages

ROOT = Path(__file__).resolve().parents[1]

def called(folder: Path, *arguments: str | Path, together: bool = False,
           **variables: str | None) -> CompletedProcess[str]:
    """What came of `homeroom *arguments` in `folder`, with these environment variables, those that
    are None taken away; with `together` what goes to stderr stands in stdout, in the order in which it was said."""
    words = ["homeroom", *map(str, arguments)]
    out = io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True)
    error = out if together else io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True)
    with (_set(os.environ, variables), _arguments(words), contextlib.chdir(folder),
          messages.speaking(messages.chosen_language()), contextlib.redirect_stdout(out),
          contextlib.redirect_stderr(error)):
        try:
            cli.main()
        except SystemExit as end:
            code = end.code
    assert isinstance(code, int)
    return CompletedProcess(words, code, _text(out), "" if together else _text(error))


def process(folder: Path, *arguments: str | Path, together: bool = False,
            **variables: str) -> CompletedProcess[str]:
    """The same in a process of its own."""
    return subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), *map(str, arguments)], cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | variables, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT if together else subprocess.PIPE, encoding="utf-8", check=False,
        timeout=240)


def _text(stream: io.TextIOWrapper) -> str:
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode("utf-8").replace("\r\n", "\n")


@contextlib.contextmanager
def _arguments(words: list[str]) -> Iterator[None]:
    before, sys.argv = sys.argv, words
    try:
        yield
    finally:
        sys.argv = before


@contextlib.contextmanager
def _set(environment: os._Environ[str], variables: Mapping[str, str | None]) -> Iterator[None]:
    before = dict(environment)
    for name, value in variables.items():
        if value is None:
            environment.pop(name, None)
        else:
            environment[name] = value
    try:
        yield
    finally:
        environment.clear()
        environment.update(before)
