"""`demo`: every sample generated, every sample submission checked, and what came of it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from checkers import as_text
from checkers.case import Demand
from generators.documents import generate
from generators.writing import write
from office.batch import check_files, natural
from office.terminal import say, style
from plans.house import House
from plans.inputs import load_input
from plans.messages import _, chosen_language

SAMPLES = Path(__file__).resolve().parent.parent / "samples"


def demo(*, out: str, house: str | None) -> int:
    """Puts sample inputs, the documents made of them, and sample submissions into the folder `out`,
    and checks both.

    0 whatever the submissions are worth: they are meant to show faults. The samples are ours, so
    the school's own folder is left out of it.
    """
    folder = Path(out)
    found = House()
    say(style(_("1. Word documents from YAML"), "cyan", bold=True))
    documents = []
    for table in SAMPLES.glob("*.csv"):
        _put(folder / "inputs" / table.name, table.read_bytes())
    for source in sorted(SAMPLES.glob("*.yaml"), key=natural):
        copy = _put(folder / "inputs" / source.name, source.read_bytes())
        made = generate(load_input(source, found))
        documents.append(_put(folder / "documents" / made.file_name, made.data))
        say(f"  {copy.as_posix()} → {documents[-1].as_posix()}")
    say("", style(_("2. Submissions, and what is missing in them"), "cyan", bold=True))
    submissions = [_put(folder / "submissions" / path.name, path.read_bytes())
                   for path in sorted((SAMPLES / "submissions").iterdir(), key=natural)
                   if path.suffix in (".docx", ".pdf")]
    statuses: Counter[str] = Counter()
    demand = Demand(found.topics, found.kinds)
    for verdict in check_files([*documents, *submissions], demand, jobs=2,
                               language=chosen_language()):
        statuses[verdict.status] += 1
        say(*as_text.verdict_lines(verdict, style))
    say("", as_text.summary_line(statuses, style), "",
        _("Next: open {folder} in Word or WPS, then start a plan of your own:").format(
            folder=(folder / "documents").as_posix()),
        f"    homeroom new {_plain_plan(found)} -o plan.yaml")
    return 0


def _plain_plan(house: House) -> str:
    """A kind to begin with: a plan of the whole year."""
    return next(kind.id for kind in house.kinds
                if kind.family == "plan" and kind.schedule_required)


def _put(path: Path, content: bytes) -> Path:
    """Writes a file of the demo; one that somebody has changed since is kept as it is."""
    if not path.exists():
        write(path, content)
    elif path.read_bytes() != content:
        say("  " + _("kept as you changed it: {path}").format(path=path.as_posix()))
    return path
