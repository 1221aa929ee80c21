"""Where a summary is written to, and how: the type goes by the suffix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from generators.collected import Summary
from generators.writing import write
from office.collection import Collected
from office.reports.report import MARK
from office.reports.writing import faults_of_originals
from office.summing_up import summary_of
from office.terminal import say, say_error, style
from plans.errors import Fault, Place, UsageError, UserError
from plans.house import House
from plans.kinds import Kind
from plans.messages import _

_OPTION = "-o"
_BOOK, _PAPER = SUFFIXES = (".xlsx", ".docx")


def summary_paths(given: Iterable[str], kind: Kind | None) -> tuple[Path, ...]:
    """The files to write, each once; `kind` is the one that all forms are to be of.

    Raises UsageError, all faults at once, where one of them cannot be such a file.
    """
    paths = tuple(dict.fromkeys(map(Path, given)))
    faults = [Fault(Place(str(path)), _("no summary of this type is written"), _(
        "end its name in .xlsx (a workbook) or .docx (the summary as a document)"))
        for path in paths if path.suffix.lower() not in SUFFIXES]
    faults += [Fault(Place(str(path)), _("{kind} has no kind that sums it up").format(
        kind=kind.name), _("take an .xlsx, or name one with summary: in its kind.yaml"))
        for path in paths if path.suffix.lower() == _PAPER and kind and not kind.summary]
    if faults:
        raise UsageError(faults)
    return paths


def refuse_taken(paths: Sequence[Path], originals: Iterable[Path], *, force: bool) -> None:
    """Raises UsageError where a summary would be written over one of the `originals`, UserError
    where a file is there already and `force` is not given."""
    if faults := faults_of_originals(paths, originals, _OPTION):
        raise UsageError(faults)
    there = [path for path in paths if path.exists() and not force]
    if there:
        raise UserError(Fault(
            Place(str(path)), _("the file is there already"),
            _("add --force to replace it, or choose another place with {option}").format(
                option=_OPTION)) for path in there)


def write_summaries(paths: Sequence[Path], collected: Collected, house: House, *,
                    force: bool) -> bool:
    """Writes every summary that can be written, and says so; whether all could be."""
    good = True
    for path in paths:
        summary = summary_of(collected, path.parent, date.today())
        try:
            for file, data in _files(path, summary, house):
                write(file, data, force=force)
                say(_("written: {path}").format(path=style(str(file), "green")))
        except UserError as error:
            say_error(error)
            good = False
    return good


def _files(path: Path, summary: Summary, house: House) -> Iterator[tuple[Path, bytes]]:
    """What is to be written for `path`: one workbook, or a document for each kind of form."""
    # Late: each loads what the other does without.
    if path.suffix.lower() == _BOOK:
        from generators.summary_workbook import summary_workbook

        yield path, summary_workbook(summary, MARK)
        return
    from generators.documents import generate, safe_name
    from generators.properties import with_category
    from generators.summary_document import summary_plan

    kinds = [kind for kind in summary.kinds if kind.summary]
    if not kinds:
        raise UserError.at(str(path), _("no form was collected that has a kind to sum it up"),
                           _("take an .xlsx, or name one with summary: in its kind.yaml"))
    for kind in kinds:
        plan = summary_plan(house.kind(kind.summary), summary.of_kind(kind), house.calendar)
        file = path if len(kinds) == 1 else path.with_name(safe_name(
            f"{path.stem}-{kind.name}") + path.suffix)
        yield file, with_category(generate(plan, house.profile).data, MARK)
