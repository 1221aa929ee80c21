"""`new`: a YAML to begin with, blank or with what an old document and a sheet of tasks hold."""

from __future__ import annotations

from pathlib import Path

from office.terminal import say, say_notice, style
from plans.drafts import Draft
from plans.errors import UsageError
from plans.house import find_house
from plans.messages import _


def new(key: str, *, out: str | None, from_: str | None = None, tasks: str | None = None,
        force: bool, house: str | None) -> int:
    """Writes an input of a kind to `out`, or prints it.

    `from_` is a document of last year whose text goes into it, `tasks` a table whose rows become
    its schedule. Raises UserError where one of them cannot be read.
    """
    from generators.blank_input import blank_input, doubts_in
    from generators.writing import write

    for given in (from_, tasks):
        if given is not None and not Path(given).is_file():
            raise UsageError.at(given, _("there is no such file"),
                                _("check the name and the folder"))
    found = find_house(house)
    kind = found.kind(key)
    if kind.is_all_fields and (given := from_ or tasks) is not None:
        raise UsageError.at(given, _("{kind} is a form: it takes no text and no months of a paper"
                                     ).format(kind=kind.name),
                            _("leave it out; `homeroom form` makes the form to be filled in"))
    draft = Draft()
    if from_ is not None:
        from office.last_year import last_year

        draft = last_year(Path(from_), kind, found)
    if tasks is not None:
        from plans.task_sheets import read_tasks

        sheet = read_tasks(Path(tasks), found)
        for notice in sheet.notices:
            say_notice(notice)
        draft = sheet.put_into(draft, kind)
    text = blank_input(kind, draft)
    if out is None:
        say(text.rstrip("\n"))
    else:
        write(Path(out), text.encode(), force=force)
        say(_("written: {path}").format(path=style(out, "green")))
    if from_ is not None or tasks is not None:
        _tell(draft, doubts_in(text), to_stderr=out is None)
    if out is not None:
        say(_("fill it in, then: homeroom generate {path}").format(path=out))
    return 0


def _tell(draft: Draft, doubts: int, *, to_stderr: bool) -> None:
    """Says what was found, and how much of it a person has to look at."""
    sections = sum(not one.is_blank for section in draft.sections for one in section.walk())
    say(_("sections with text: {sections}, months: {months}, tasks: {tasks}").format(
        sections=sections, months=len(draft.months),
        tasks=sum(len(month.tasks) for month in draft.months)), error=to_stderr)
    if doubts:
        say(style(_("places to look at (marked 待核对): {count}").format(count=doubts), "yellow"),
            error=to_stderr)

