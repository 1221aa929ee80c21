"""`generate` and `new`: from YAML to Word documents, and a blank YAML to begin with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from office.terminal import say, say_error, style
from plans.errors import UsageError, UserError
from plans.house import find_house
from plans.inputs import load_input
from plans.kinds import Kind
from plans.messages import _, ngettext
from plans.plan import Plan


def generate(inputs: Sequence[str], *, out: str, views: Sequence[str], draft: bool, force: bool,
             house: str | None) -> int:
    """Writes the documents of every input into the folder `out`; 1 where one could not be written.

    A faulty input is told and does not stop the others.
    """
    found = find_house(house)
    kinds: list[Kind | None] = [found.kind(view) for view in views] or [None]
    written: dict[Path, str] = {}
    failed = False
    for given in inputs:
        if not Path(given).exists():
            raise UsageError.at(given, _("there is no such file"),
                                _("`homeroom new KIND -o FILE.yaml` starts one"))
    for given in inputs:
        for kind in kinds:
            try:
                plan = load_input(Path(given), found, draft=draft, as_kind=kind)
                path = write_document(plan, Path(out), written, force)
            except UserError as error:
                say_error(error)
                failed = True
            else:
                say(_("written: {path}").format(path=style(str(path), "green")))
                _say_gaps(plan)
    return int(failed)


def write_document(plan: Plan, folder: Path, written: dict[Path, str], force: bool) -> Path:
    """Writes the document of `plan` into `folder`; `written` keeps what this run has written.

    Raises UserError where a value is missing or the file cannot be written.
    """
    from generators.documents import generate as document_of
    from generators.writing import write

    made = document_of(plan)
    path = folder / made.file_name
    if path in written:
        raise UserError.at(plan.path, _("it would be written to the same file as {other}").format(
            other=written[path]), _("give the two inputs different titles"))
    write(path, made.data, force=force)
    written[path] = plan.path
    return path


def _say_gaps(plan: Plan) -> None:
    if plan.gaps:
        say("    " + ngettext("{count} place is still to be filled in, marked 【待填：…】",
                              "{count} places are still to be filled in, marked 【待填：…】",
                              len(plan.gaps)).format(count=len(plan.gaps)))
        for gap in plan.gaps:
            say(f"    {gap.place}: {gap.what}")


def new(key: str, *, out: str | None, force: bool, house: str | None) -> int:
    """Writes a blank input of a kind to `out`, or prints it."""
    from generators.blank_input import blank_input
    from generators.writing import write

    text = blank_input(find_house(house).kind(key))
    if out is None:
        say(text.rstrip("\n"))
    else:
        write(Path(out), text.encode(), force=force)
        say(_("written: {path}").format(path=style(out, "green")))
        say(_("fill it in, then: homeroom generate {path}").format(path=out))
    return 0


