"""How well the checker reads the corpus: what it found against the labels, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field

from checkers.case import Demand
from checkers.matching import EMPTY, MET, UNCERTAIN
from checkers.outline import Outline, outline_of
from checkers.submission import submission_of
from checkers.verdict import judge
from corpus.submissions import ASKED, Piece, Submission
from corpus.word_file import SHAPES, word_file
from plans.comparing import compare_form
from plans.errors import UserError
from plans.house import House

PDF = "-pdf"
WHAT = ("sections", "headings", "months")


@dataclass(slots=True)
class Tally:
    """`right` were found and are there, `wrong` found only, `lost` there only."""

    right: int = 0
    wrong: int = 0
    lost: int = 0

    def __iadd__(self, other: Tally) -> Tally:
        self.right += other.right
        self.wrong += other.wrong
        self.lost += other.lost
        return self

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.lost) if self.right + self.lost else 1.0


@dataclass(frozen=True, slots=True)
class Result:
    """One submission in one shape: a tally of each thing, what was wrong in words, the verdict."""

    submission: Submission
    shape: str
    tallies: dict[str, Tally] = field(default_factory=dict)
    mistakes: tuple[str, ...] = ()
    verdict: tuple[object, ...] = ()


def word_files(of: Sequence[Submission],
               shapes: Iterable[str] = SHAPES) -> dict[tuple[str, str, str], bytes]:
    """The Word files of the submissions, by half, name and shape."""
    return {(one.half, one.name, shape): word_file(one, shape) for one in of for shape in shapes}


def pdf_files(of: Sequence[Submission],
              shapes: Iterable[str] = SHAPES) -> dict[tuple[str, str, str], bytes]:
    """As `word_files`, printed by LibreOffice, under the name of the shape with -pdf.

    LibreOffice prints what is deleted, where changes are tracked; Word need not: they are accepted.
    """
    from office.press import Press

    files = word_files([one.final for one in of], shapes)
    with Press(2) as press:
        printed = press.pdfs(list(files.values()))
    found = {}
    for (half, name, shape), pdf in zip(files, printed, strict=True):
        if isinstance(pdf, UserError):
            raise RuntimeError(f"{half}/{name} in {shape}: {pdf}")
        found[half, name, shape + PDF] = pdf.data
    return found


def results(of: Sequence[Submission],
            files: dict[tuple[str, str, str], bytes], jobs: int = 2) -> list[Result]:
    """What the checker makes of each file."""
    by_name = {(one.half, one.name): one for one in of}
    work = [(by_name[half, name], shape, data) for (half, name, shape), data in files.items()]
    if jobs == 1:
        return [result(*one) for one in work]
    with ProcessPoolExecutor(jobs) as pool:
        return list(pool.map(result, *zip(*work, strict=True), chunksize=8))


_HOUSE: list[House] = []


def _house() -> House:
    if not _HOUSE:
        _HOUSE.append(House())
    return _HOUSE[0]


def result(one: Submission, shape: str, data: bytes) -> Result:
    """One file against the labels of its submission."""
    house = _house()
    promised = "pdf" if shape.endswith(PDF) else "docx"
    read = submission_of(data, f"{one.name}.{promised}", promised)
    if read.document is None:
        raise RuntimeError(f"{one.name} in {shape} cannot be read: {read.trouble}")
    outline = outline_of(read.document, house.topics)
    asked = judge(read, Demand(house.topics, titles=ASKED))
    states = {check.id: check.state for check in asked.requirements}
    detected = judge(read, Demand(house.topics, house.kinds))
    mistakes: list[str] = []
    tallies = {"sections": _sections(one, states, mistakes),
               "headings": _headings(one, outline, mistakes),
               "months": _months(one, outline, mistakes)}
    verdict = (tuple(sorted(states.items())), detected.kind, detected.status,
               tuple((found.rule, found.location.section) for found in detected.findings
                     if not found.rule.startswith("F") or found.rule == "F011"),
               tuple(month.month for month in detected.months))
    return Result(one, shape, tallies, tuple(mistakes), verdict)


def _sections(one: Submission, states: dict[str, str], mistakes: list[str]) -> Tally:
    tally = Tally()
    for topic in ASKED:
        label, state = one.state(topic), states[topic]
        there = label in ("has", "empty")
        if label == "unsure":
            continue
        if state in (MET, EMPTY):
            if there:
                tally.right += 1
                if (state == EMPTY) != (label == "empty"):
                    mistakes.append(f"{topic}: {label}, but {state}")
            else:
                tally.wrong += 1
                mistakes.append(f"{topic}: not there, but {state}")
        elif there:
            tally.lost += 1
            mistakes.append(f"{topic}: {label}, but {state}")
        elif state == UNCERTAIN:
            mistakes.append(f"{topic}: not there, and asked about")
    return tally


def _form(piece: Piece) -> str:
    return compare_form(piece.number + piece.text)


def _headings(one: Submission, outline: Outline, mistakes: list[str]) -> Tally:
    ignored = Counter(_form(head) for head in one.headings if "unsure" in head.options)
    ignored += Counter(compare_form(piece.text) for piece in _months_of(one))
    wanted = Counter(_form(head) for head in one.headings if "unsure" not in head.options)
    found: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for head in outline.headings():
        form = compare_form(head.text)
        shown[form] = head.text
        if wanted[form] <= found[form] and any(
                label.startswith(form) and count > 0 for label, count in ignored.items()):
            continue
        found[form] += 1
    right = sum((wanted & found).values())
    wrong, lost = found - wanted, wanted - found
    mistakes += [f"no heading, but found: {shown[form]}" for form in wrong]
    mistakes += [f"heading not found: {form}" for form in lost]
    levels = {_form(head): head.level for head in one.headings}
    mistakes += [f"level {levels[form]}, but {head.level}: {head.text}"
                 for head in outline.headings()
                 if (form := compare_form(head.text)) in levels and levels[form] != head.level]
    return Tally(right, sum(wrong.values()), sum(lost.values()))


def _months_of(one: Submission) -> list[Piece]:
    return [piece for part in one.pieces for piece in (
        [inner for cell in part.cells for inner in cell.pieces]
        if not isinstance(part, Piece) else [part]) if piece.months and not piece.level]


def _months(one: Submission, outline: Outline, mistakes: list[str]) -> Tally:
    seen = [(month.year, month.month) for part in outline.parts for month in part.months]
    labelled = list(one.months)
    # A label without a year says nothing of the year; weeks repeat their month.
    found = {month for _year, month in seen}
    wanted = {month for _year, month in labelled}
    wrong, lost = found - wanted, wanted - found
    if wrong:
        mistakes.append(f"no months, but found: {sorted(wrong)}")
    if lost:
        mistakes.append(f"months not found: {sorted(lost)}")
    dated = {month: year for year, month in labelled if year}
    mistakes += [f"{month}月 is of {dated[month]}, not {year}" for year, month in seen
                 if month in dated and year not in (None, dated[month])]
    return Tally(len(wanted & found), len(wrong), len(lost))


def summed(found: Iterable[Result], what: str) -> Tally:
    """The tallies of one thing over many results."""
    total = Tally()
    for one in found:
        total += one.tallies[what]
    return total


def differing(found: Sequence[Result]) -> list[tuple[Result, Result]]:
    """The Word files whose PDF has another verdict, each with its PDF."""
    by_shape = {(one.submission.half, one.submission.name, one.shape): one for one in found}
    return [(one, pdf) for (half, name, shape), one in by_shape.items()
            if (pdf := by_shape.get((half, name, shape + PDF))) and pdf.verdict != one.verdict]

