"""`demo`: every sample generated, every sample submission checked, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from checkers import as_text
from checkers.case import Demand
from checkers.results import results_of
from checkers.verdict import Verdict
from generators.documents import Generated, generate
from generators.writing import write
from office.batch import check_files
from office.file_names import natural
from office.form_orders import FormOrders
from office.hand_ins import hand_ins
from office.reports.report import Report
from office.reports.writing import write_reports
from office.scratch import Scratch
from office.terminal import say, style
from plans.house import House
from plans.inputs import load_input
from plans.kinds import Kind
from plans.masking import masked_all
from plans.messages import _, chosen_language
from plans.plan import Plan

_BESIDE = (".csv", ".png", ".jpg")     # what inputs name lies beside them
_REPORTS = (".xlsx", ".html", ".docx")
SAMPLES = Path(__file__).resolve().parent.parent / "samples"


def demo(*, out: str, house: str | None) -> int:
    """Puts sample inputs, the documents made of them, and sample submissions into the folder `out`,
    and checks both.

    0 whatever the submissions are worth, for they are meant to show faults; 1 where a report
    cannot be written. The samples are ours, so the school's own folder is left out of it.
    """
    folder = Path(out)
    found = House()
    say(style(_("1. Word documents from YAML"), "cyan", bold=True))
    documents = []
    for beside in sorted(SAMPLES.iterdir()):
        if beside.suffix in _BESIDE:
            _put(folder / "inputs" / beside.name, beside.read_bytes())
    for records in sorted((SAMPLES / "records").iterdir()):
        _put(folder / "inputs" / "records" / records.name, records.read_bytes())
    for summary in sorted((SAMPLES / "summaries").iterdir()):
        _put(folder / "summaries" / summary.name, summary.read_bytes())
    kinds = []
    for source in sorted(SAMPLES.glob("*.yaml"), key=natural):
        copy = _put(folder / "inputs" / source.name, source.read_bytes())
        plan = load_input(source, found)
        kinds.append(plan.kind)
        made = generate(plan)
        documents.append(_put(folder / "documents" / made.file_name, made.data))
        say(f"  {copy.as_posix()} → {documents[-1].as_posix()}")
    if form := _blank_form(kinds, found):
        path = _put(folder / "forms" / form.file_name, form.data)
        say("  " + _("a blank form, to be filled in in Word or WPS: {path}").format(
            path=path.as_posix()))
    say("", style(_("2. Submissions, and what is missing in them"), "cyan", bold=True))
    submissions = [_put(folder / "submissions" / path.name, path.read_bytes())
                   for path in sorted((SAMPLES / "submissions").iterdir(), key=natural)
                   if path.suffix in (".docx", ".pdf")]
    verdicts: list[Verdict] = []
    demand = Demand(found.topics, found.kinds, calendar=found.calendar)
    with Scratch() as scratch:
        files = hand_ins([str(path) for path in (*documents, *submissions)], scratch)
        for _file, verdict in check_files(files, demand, scratch, jobs=2,
                                          language=chosen_language()):
            verdicts.append(masked_all(verdict))
            say(*as_text.verdict_lines(verdicts[-1], style))
    say("", as_text.summary_line(results_of(verdicts).statuses, style))
    say("", style(_("3. The submissions in a workbook, a web page and a paper"), "cyan", bold=True))
    written = write_reports([folder / "reports" / f"检查结果{suffix}" for suffix in _REPORTS],
                            Report(results_of(verdicts[len(documents):]), date.today(), found),
                            quiet=False)
    say("", _("Next: open {folder} in Word or WPS, then start a plan of your own:").format(
            folder=(folder / "documents").as_posix()),
        f"    homeroom new {_plain_plan(found)} -o plan.yaml")
    return int(not written)


def _plain_plan(house: House) -> str:
    """A kind to begin with: a plan of the whole year."""
    return next(kind.id for kind in house.kinds
                if kind.family == "plan" and kind.schedule_required)


def _blank_form(kinds: Sequence[Kind], house: House) -> Generated | None:
    """The blank form of one of the `kinds` that are forms, if there is one; rather of one that
    many hand in."""
    forms = sorted((kind for kind in kinds if kind.is_form and kind.is_drawn),
                   key=lambda kind: not kind.summary)
    for kind in forms:
        order = next(iter(FormOrders(kind, house)))
        if isinstance(order.plan, Plan):
            return generate(order.plan, to_fill_in=True)
    return None


def _put(path: Path, content: bytes) -> Path:
    """Writes a file of the demo; one that somebody has changed since is kept as it is."""
    if not path.exists():
        write(path, content)
    elif path.read_bytes() != content:
        say("  " + _("kept as you changed it: {path}").format(path=path.as_posix()))
    return path
