"""How our times compare with what one would otherwise use, as ratios: below 1 we are quicker.

    python benchmarks/ratios.py [ROUNDS]

Milliseconds differ from machine to machine and from hour to hour; a ratio taken within one run,
ours and theirs by turns, differs little. Each line is the median over the rounds.
"""

from __future__ import annotations

import gc
import io
import json
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import docxtpl
import pdfplumber
from lxml import etree
from many_records import READ_ROWS, REGISTER, ROWS, register_of_many

from checkers.case import Demand
from checkers.pdf import read_pdf
from checkers.submission import read_submission
from checkers.verdict import judge
from generators.context import context_of
from generators.documents import generate
from generators.tags import prepare
from plans.house import House
from plans.inputs import load_input
from plans.plan import Plan

ROOT = Path(__file__).parents[1]
PRINTED = ROOT / "samples" / "submissions" / "06-合格-研修计划.pdf"
SAMPLE = ROOT / "samples" / "studio-plan-2026.yaml"
FORM = ROOT / "samples" / "host-application-2026.yaml"
MANY = 60           # forms of a school
ROUNDS = 15
ONE_SIDE = 0.02     # s; what is quicker is repeated until a side of a round takes this long


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two ways to the same end; each callable does its whole work once."""

    name: str
    ours: Callable[[], object]
    theirs: Callable[[], object]


def compared(pair: Comparison, rounds: int) -> tuple[float, float, float]:
    """Median seconds of ours and of theirs, and the median of the rounds' ratios."""
    loops = {side: loops_for(side) for side in (pair.ours, pair.theirs)}
    ours: list[float] = []
    theirs: list[float] = []
    for turn in range(rounds):
        sides = [(pair.ours, ours), (pair.theirs, theirs)]
        for side, times in sides if turn % 2 else reversed(sides):  # neither always goes first
            times.append(seconds(side, loops[side]))
    ratios = [one / other for one, other in zip(ours, theirs, strict=True)]
    return statistics.median(ours), statistics.median(theirs), statistics.median(ratios)


def loops_for(work: Callable[[], object]) -> int:
    work()  # what is done once only (imports, compiled templates) is not measured here
    return max(1, round(ONE_SIDE / seconds(work, 1)))


def seconds(work: Callable[[], object], loops: int) -> float:
    gc.collect()
    start = time.perf_counter()
    for _ in range(loops):
        work()
    return (time.perf_counter() - start) / loops


def python(code: str, *arguments: str) -> None:
    """Run `code` in a Python process of its own."""
    done = subprocess.run([sys.executable, "-c", code, *arguments], cwd=ROOT, check=False,
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    if done.returncode not in (0, 1):       # 1: something was found
        sys.exit(done.stderr.decode(errors="replace"))


def comparisons(folder: Path) -> Iterator[Comparison]:
    """Everything that is measured, in the order in which it is printed; `folder` is for its files.

    Each starts from the sample: what we generate of it is what is then checked.
    """
    house = House()
    plan = load_input(SAMPLE, house)
    word = str(plain_template(plan, folder))
    document = folder / "plan.docx"
    document.write_bytes(generate(plan).data)
    names = context_of(plan)
    values = folder / "context.json"
    values.write_text(json.dumps(names, ensure_ascii=False), "utf-8")

    yield Comparison("homeroom --help / import click, whole processes",
                     lambda: python("import sys, cli; sys.argv[1:] = ['--help']; cli.main()"),
                     lambda: python("import click"))
    yield Comparison("a first load and generate / docxtpl, whole processes",
                     lambda: python(FIRST, str(SAMPLE)),
                     lambda: python(FIRST_DOCXTPL, word, str(values)))
    yield Comparison("a further load and generate / docxtpl",
                     lambda: generate(load_input(SAMPLE, house)),
                     lambda: docxtpl_render(word, names))
    yield Comparison("a further generate / docxtpl",
                     lambda: generate(plan), lambda: docxtpl_render(word, names))
    yield Comparison("check against a kind / python-docx walk",
                     lambda: judge(read_submission(document), Demand(house.topics, kind=plan.kind)),
                     lambda: python_docx_walk(document))
    printed = PRINTED.read_bytes()
    yield Comparison("read a PDF / pdfplumber's text",
                     lambda: read_pdf(printed), lambda: pdfplumber_text(printed))
    kinds = house.kinds
    yield Comparison("check, the kind to be found / python-docx walk",
                     lambda: judge(read_submission(document), Demand(house.topics, kinds=kinds)),
                     lambda: python_docx_walk(document))
    forms = forms_in(folder / "forms", house)
    yield Comparison(f"collect / check of the same {MANY} forms, whole processes",
                     lambda: python(COMMAND, "collect", forms, "--force", "-o",
                                    str(folder / "summary.xlsx")),
                     lambda: python(COMMAND, "check", forms))
    plan_of_many, records = register_of_many(folder / "register")
    yield Comparison(f"register of {ROWS:,} records / openpyxl reading them, processes",
                     lambda: python(COMMAND, "generate", plan_of_many, "--as", REGISTER,
                                    "--records", records, "--force", "-o", str(folder / "out")),
                     lambda: python(READ_ROWS, records))


def forms_in(folder: Path, house: House) -> str:
    """A folder of filled-in forms, one person's under many names."""
    folder.mkdir()
    plan = load_input(FORM, house)
    data = generate(plan).data
    for number in range(MANY):
        (folder / f"{number:03}.docx").write_bytes(data + bytes(number % 7))
    return str(folder)


COMMAND = "import sys, cli; sys.argv[0] = 'homeroom'; cli.main()"

FIRST = """
import sys
from pathlib import Path
from generators.documents import generate
from plans.house import House
from plans.inputs import load_input
generate(load_input(Path(sys.argv[1]), House()))
"""

FIRST_DOCXTPL = """
import io, json, sys
from docxtpl import DocxTemplate
template = DocxTemplate(sys.argv[1])
with open(sys.argv[2], encoding="utf-8") as values:
    template.render(json.load(values), autoescape=True)
template.save(io.BytesIO())
"""


def plain_template(plan: Plan, folder: Path) -> Path:
    """The plan's template with our own tags ({%col if %}, {% right %}) as docxtpl knows them."""
    path = folder / "template.docx"
    with zipfile.ZipFile(str(plan.kind.word)) as ours, zipfile.ZipFile(
            path, "w", zipfile.ZIP_DEFLATED) as theirs:
        for name in ours.namelist():
            content = ours.read(name)
            if name == "word/document.xml":
                root = etree.fromstring(content)
                prepare(root)
                content = etree.tostring(root, xml_declaration=True, encoding="UTF-8",
                                         standalone=True)
            theirs.writestr(name, content)
    return path


def docxtpl_render(word: str, names: dict[str, Any]) -> None:
    """The same template with the same values, as docxtpl's manual has it (and escaped)."""
    template = docxtpl.DocxTemplate(word)
    template.render(names, autoescape=True)
    template.save(io.BytesIO())


def python_docx_walk(document: Path) -> int:
    """The characters of a document: each paragraph's text and style, and each cell's text."""
    opened = docx.Document(str(document))
    found = 0
    for paragraph in opened.paragraphs:
        found += len(paragraph.text)
        found += len((paragraph.style and paragraph.style.name) or "")
    return found + sum(len(cell.text) for table in opened.tables
                       for row in table.rows for cell in row.cells)


def pdfplumber_text(printed: bytes) -> int:
    """The characters of a PDF's pages."""
    with pdfplumber.open(io.BytesIO(printed)) as opened:
        return sum(len(page.extract_text()) for page in opened.pages)


def main() -> None:
    """Print a line for each comparison."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    print(f"{'ours / theirs':54} {'ours ms':>9} {'theirs ms':>9} {'ratio':>6}")
    with tempfile.TemporaryDirectory() as folder:
        for pair in comparisons(Path(folder)):
            ours, theirs, ratio = compared(pair, rounds)
            print(f"{pair.name:54} {ours * 1e3:9.2f} {theirs * 1e3:9.2f} {ratio:6.2f}", flush=True)


if __name__ == "__main__":
    main()
