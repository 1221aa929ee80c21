"""The house keeps its shape: who may import what, which libraries live where, how long a module is.

The sources are parsed, so an import inside a function or under TYPE_CHECKING counts as well.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MAX_LINES = 250

ROOMS = {  # a room, and the rooms that it may import
    "cli": {"office", "generators", "checkers", "plans"},
    "office": {"generators", "checkers", "plans"},
    "generators": {"plans"},
    "checkers": {"plans"},
    "plans": set(),
}

ONLY_IN = {  # a library, and the modules (or packages) that alone may import it
    "docxtpl": {"generators.word"},
    "pypdfium2": {"checkers.pdf"},
    "pdfplumber": {"checkers.pdf"},
    "rapidocr": {"checkers.ocr"},
    "cv2": {"checkers.ocr"},
    "numpy": {"checkers.ocr"},
}
WORD_XML = ("checkers", "lxml", "checkers.word")  # in this room, this library, only there
RULES_KNOW_NOTHING_OF = {"lxml", "docx", "docxtpl", "pypdfium2", "pdfplumber",
                         "checkers.word", "checkers.pdf", "checkers.ocr"}
HEAVY = {"docxtpl", "docx", "lxml", "pdfplumber", "pypdfium2", "openpyxl", "opencc", "rapidocr",
         "numpy", "PIL"}


def modules() -> list[tuple[str, Path]]:
    """Every module of the house with its dotted name."""
    paths = [path for room in ROOMS for path in sorted(ROOT.glob(f"{room}.py"))
             + sorted((ROOT / room).rglob("*.py"))]
    return [(".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"), path)
            for path in paths]


def is_in(module: str, places: set[str]) -> bool:
    """Is `module` one of `places` or below one?"""
    return any(module == place or module.startswith(place + ".") for place in places)


def imports_in(source: str, module: str, package: bool = False) -> Iterator[tuple[int, str]]:
    """The line and dotted name of each import; `from a import b` counts as a.b."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parents = module.split(".")
            if node.level:
                parents = parents[:len(parents) - node.level + package]
            base = ".".join([*(parents if node.level else []), *filter(None, [node.module])])
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)
        elif (isinstance(node, ast.Call) and node.args
              and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str)
              and getattr(node.func, "attr", getattr(node.func, "id", ""))
              in {"import_module", "__import__"}):
            yield node.lineno, node.args[0].value


def breaches(source: str, module: str, package: bool = False) -> list[str]:
    """What `module` imports against the rules of the house, a sentence each."""
    room = module.partition(".")[0]
    found = []
    for line, name in imports_in(source, module, package):
        def breach(why: str, at: int = line, what: str = name) -> None:
            found.append(f"{module}:{at} imports {what}: {why}")

        other = name.partition(".")[0]
        if other in ROOMS and other != room and other not in ROOMS[room]:
            breach(f"{room} may not know {other}")
        for library, homes in ONLY_IN.items():
            if is_in(name, {library}) and not is_in(module, homes):
                breach(f"only {' and '.join(sorted(homes))} may")
        where, library, home = WORD_XML
        if room == where and is_in(name, {library}) and not is_in(module, {home}):
            breach(f"in {where} only {home} may")
        if is_in(module, {"checkers.rules"}) and is_in(name, RULES_KNOW_NOTHING_OF):
            breach("rules know neither Word nor PDF")
    return found


def kind_ids() -> list[str]:
    """The ids of the built-in kinds that are no plain English word ("certificate" may be said)."""
    return sorted(path.parent.name for path in ROOT.glob("templates/*/kind.yaml")
                  if "-" in path.parent.name)


def kinds_named_in(source: str, ids: list[str]) -> set[str]:
    """Those of `ids` that stand in the source as words of their own."""
    return set(ids) & set(re.findall(r"(?<![\w-])[a-z]+(?:-[a-z]+)+(?![\w-])", source))


@pytest.mark.parametrize(("module", "source"), [
    ("office.batch", "from checkers.document import Document\nimport generators.word"),
    ("cli", "def check():\n    from office import batch"),
    ("generators.word", "import docxtpl\nfrom lxml import etree\nfrom plans import errors"),
    ("checkers.word.blocks", "from lxml import etree\nfrom checkers.limits import CELLS"),
    ("checkers.pdf.text", "import pypdfium2 as pdfium\nfrom pdfplumber.page import Page"),
    ("checkers.rules.s001", "from checkers.document import Document\nfrom plans.kinds import Kind"),
    ("plans.kinds", "from . import errors\nfrom .periods import Month\nimport clients"),
])
def test_an_import_down_the_house_is_left_alone(module: str, source: str) -> None:
    assert breaches(source, module) == []


@pytest.mark.parametrize(("module", "source"), [
    ("plans.kinds", "import checkers"),
    ("plans.kinds", "def load():\n    from generators.word import render"),
    ("plans.kinds", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import office.batch"),
    ("plans.kinds", "import importlib\nimportlib.import_module('office.batch')"),
    ("generators.sheet", "from checkers.document import Document"),
    ("checkers.document", "import generators"),
    ("checkers.document", "from office import roster"),
    ("office.batch", "from cli import main"),
    ("generators.sheet", "import docxtpl"),
    ("office.lint", "from docxtpl import DocxTemplate"),
    ("checkers.structure", "from lxml import etree"),
    ("checkers.words", "import lxml.etree"),
    ("checkers.word.blocks", "import pypdfium2"),
    ("office.batch", "from pdfplumber import open"),
    ("checkers.rules.s001", "import docx"),
    ("checkers.rules.s001", "from checkers.word import reader"),
    ("checkers.rules.s001", "from ..word import reader"),
])
def test_an_import_up_or_across_the_house_is_caught(module: str, source: str) -> None:
    assert len(set(breaches(source, module))) >= 1


def test_a_relative_import_of_a_package_is_followed() -> None:
    assert list(imports_in("from .word import a", "checkers", package=True)) == [
        (1, "checkers.word.a")]
    assert list(imports_in("from .word import a", "checkers.reading")) == [(1, "checkers.word.a")]


def test_a_kind_is_recognised_only_as_a_word_of_its_own() -> None:
    assert kinds_named_in('PLAN = "class-score"  # why', ["class-score"]) == {"class-score"}
    assert kinds_named_in("sub-class-score class-scores classscore", ["class-score"]) == set()


def test_every_room_is_looked_at() -> None:
    assert {name.partition(".")[0] for name, _ in modules()} == set(ROOMS)


@pytest.mark.parametrize(("module", "path"), modules(), ids=[name for name, _ in modules()])
def test_imports_run_one_way(module: str, path: Path) -> None:
    found = breaches(path.read_text("utf-8"), module, path.name == "__init__.py")
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("module", "path"), modules(), ids=[name for name, _ in modules()])
def test_a_module_holds_one_noun(module: str, path: Path) -> None:
    lines = len(path.read_text("utf-8").splitlines())
    assert lines <= MAX_LINES, f"{module} has {lines} lines: there are two nouns inside"


@pytest.mark.parametrize(("module", "path"), [
    pair for pair in modules() if pair[0] != "cli"  # its help texts give examples
], ids=[name for name, _ in modules() if name != "cli"])
def test_a_kind_is_data_that_no_module_names(module: str, path: Path) -> None:
    assert kind_ids()
    assert kinds_named_in(path.read_text("utf-8"), kind_ids()) == set()


def test_the_command_line_starts_without_a_heavy_library() -> None:
    script = f"import sys, cli; print(*sorted({HEAVY!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True,
                          capture_output=True, text=True)
    assert done.stdout.split() == []
