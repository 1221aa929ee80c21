"""`collect`: filled forms to the summary table, and to inputs that `generate` reads."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from office.collected_lines import collected_lines
from office.collection import Collected, Collection
from office.demands import demand_of
from office.form_inputs import FormInputs
from office.intake import Intake, take_in
from office.recognition import require_ocr
from office.returned_files import folder_for, real_path
from office.scratch import Scratch
from office.shelf import Shelf
from office.summary_files import refuse_taken, summary_paths, write_summaries
from office.summing_up import forms_of
from office.terminal import say
from plans.errors import UsageError
from plans.house import find_house
from plans.kinds import Kind
from plans.messages import _


def collect(paths: Sequence[str], *, kind: str | None, roster: str | None, out: Sequence[str],
            yaml: str | None, newest: bool, jobs: int, force: bool, ocr: bool,
            house: str | None) -> int:
    """Reads every form under `paths`, writes the summaries `out` and the inputs into the folder
    `yaml`, tells what a person has to look at, and gives the exit code.

    0 where every file was a form that passes, without a doubt and without a second one of the same
    person, nobody on the `roster` is missing, and all was written; else 1. Raises UsageError where
    the kind, a path or a name to write to is none, UserError where the roster is none or a file is
    there already.
    """
    if ocr:
        require_ocr()
    found = find_house(house)
    demand = replace(demand_of(kind, (), None, found), keep_pictures=yaml is not None,
                     workbooks=True)
    targets = summary_paths(out, demand.kind)
    _refuse_without_fields(demand.kind)
    with Scratch() as scratch:
        intake = take_in(paths, demand, scratch, found, roster=roster)
        refuse_taken(targets, intake.originals, force=force)
        inputs = _inputs(yaml, paths, intake, force)
        collection = Collection(found, scratch.folder / "pictures")
        with closing(intake.judged(jobs=jobs, ocr=ocr)) as files:
            for one in files:
                collection.add(one)
        results, findings = intake.results(collection.verdicts)
        collected = collection.settled(results, findings, newest=newest)
        say(*collected_lines(collected, intake.due_from), *intake.attachment_lines())
        good = write_summaries(targets, collected, found, force=force)
        if inputs:
            good = _write_inputs(inputs, collected) and good
    return int(not (good and collected.is_all_good))


def _refuse_without_fields(kind: Kind | None) -> None:
    if kind is not None and not kind.fields:
        raise UsageError.at("--kind", _("{kind} has no fields to collect").format(kind=kind.name),
                            _("`homeroom kinds` lists the forms"))


def _inputs(yaml: str | None, paths: Sequence[str], intake: Intake,
            force: bool) -> FormInputs | None:
    if yaml is None:
        return None
    folder = folder_for("--yaml", yaml, paths, intake.originals)
    return FormInputs(Shelf(folder, force, numbered=True, option="--yaml"),
                      {real_path(one) for one in intake.originals})


def _write_inputs(inputs: FormInputs, collected: Collected) -> bool:
    """Writes an input for each form and says so; whether all could be written."""
    for filled, form in forms_of(collected, Path()):
        inputs.add(filled, form)
    say(*inputs.told())
    return not (inputs.failed or inputs.kept)
