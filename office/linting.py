"""`lint`: a Word template, or a whole kind, looked over before anyone relies on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generators.linting import Linted, lint_template
from generators.template_places import ERROR, WARNING
from office.terminal import say, style
from office.trial import trials
from plans.errors import UsageError, UserError
from plans.house import House, find_house
from plans.kinds import Kind
from plans.messages import N_, _, ngettext

_LEVELS = {ERROR: (N_("error"), "red"), WARNING: (N_("note"), "yellow")}


@dataclass(frozen=True, slots=True)
class _Line:
    """Something that is wrong, as it is shown; `place` is "" where there is none to tell."""

    level: str
    what: str
    mend: str
    place: str = ""


def lint(given: str, *, kind: str | None, house: str | None) -> int:
    """Looks over a Word template or the folder of a kind, tells what is wrong, and gives the exit
    code: 1 where documents would be spoilt or refused, else 0.

    Raises UsageError where there is no such path, or no kind.yaml in the folder.
    """
    path = Path(given)
    if not path.exists():
        raise UsageError.at(given, _("there is no such file or folder"),
                            _("name a Word template (.docx), or the folder of a kind.yaml"))
    if path.name == "kind.yaml":
        path = path.parent
    found: list[_Line] = []
    notes: list[str] = []
    if path.is_dir():
        if not (path / "kind.yaml").is_file():
            raise UsageError.at(given, _("there is no kind.yaml in this folder"),
                                _("`homeroom add-kind NAME` makes such a folder"))
        declared = _kind_in(path, _house_of(path, house), found)
        templates = _word_files(path)
        if declared:
            notes.append(_("kind.yaml can be read"))
            templates = [declared.word] if declared.word else []
        if declared and not templates and not declared.is_drawn:
            notes.append(_("no Word template is named: no document can be made"))
        found += _unnamed(path, declared)
    else:
        templates = [path]
        declared = (find_house(house).kind(kind) if kind else
                    _kind_in(path.parent, _house_of(path.parent, house), found)
                    if (path.parent / "kind.yaml").is_file() else None)
        if declared is None and not found:
            notes.append(_("no kind.yaml lies beside it and no --kind is given: only the names "
                           "that every kind has are known"))
    for template in templates:
        found += _template_lines(template, declared, notes)
    if declared and declared.word and not any(one.level == ERROR for one in found):
        found += _trial_lines(replace(declared, word=templates[0]),
                              _house_of(declared.folder, house), notes)
    _show(given, declared, found, notes)
    return int(any(one.level == ERROR for one in found))


def _house_of(folder: Path, given: str | None) -> House:
    """The house that the kind in `folder` belongs to: the one it lies in, else the usual one."""
    above = folder.resolve().parent
    if given is None and above.name == "kinds":
        return House(above.parent)
    return find_house(given)


def _kind_in(folder: Path, house: House, found: list[_Line]) -> Kind | None:
    """The kind that a folder declares; what is wrong with it goes to `found`."""
    name = folder.resolve().name
    house.kind_folders[name] = folder
    try:
        return house.kind(name)
    except UserError as error:
        found += [_Line(ERROR, fault.what, fault.mend, str(fault.place)) for fault in error.faults]
        return None


def _word_files(folder: Path) -> list[Path]:
    # ~$ files are what Word keeps beside a file that is open.
    return sorted(path for path in folder.glob("*.docx") if not path.name.startswith(("~$", ".")))


def _unnamed(folder: Path, kind: Kind | None) -> Iterator[_Line]:
    for path in _word_files(folder) if kind else ():
        if kind is None or kind.word is None or not path.samefile(kind.word):
            yield _Line(WARNING, _("{file} is not used").format(file=path.name),
                        _("name it with word: in kind.yaml, or move it away"))


def _template_lines(path: Path, kind: Kind | None, notes: list[str]) -> Iterator[_Line]:
    try:
        linted = lint_template(path.read_bytes(), kind, str(path))
    except UserError as error:
        yield from (_Line(ERROR, fault.what, fault.mend, str(fault.place))
                    for fault in error.faults)
        return
    except OSError as error:
        yield _Line(ERROR, _("the template cannot be read: {error}").format(error=error.strerror),
                    _("close it in other programs, and check that you may read it"), str(path))
        return
    for one in linted.findings:
        place = f"{path.name} › {one.spot}" if one.spot else ""
        yield _Line(one.level, one.what, one.mend, place)
    notes += _notes_of(path, linted)


def _notes_of(path: Path, linted: Linted) -> Iterator[str]:
    if linted.fields:
        yield _("taken for fields, not checked: {names}").format(names="、".join(linted.fields))
    if not any(one.level == ERROR for one in linted.findings):
        yield _("the tags of {file} are in order").format(file=path.name)


def _trial_lines(kind: Kind, house: House, notes: list[str]) -> list[_Line]:
    place = _("in an example document of {kind}").format(kind=kind.name)
    found = [_Line(ERROR, what, mend, place) for what, mend in trials(kind, house)]
    if not found:
        notes.append(_("an example document is made, and passes its own check"))
    return found


def _show(given: str, kind: Kind | None, found: list[_Line], notes: list[str]) -> None:
    counts = Counter(one.level for one in found)
    head = (style("✗ " + _("to be mended"), "red", bold=True) if counts[ERROR] else
            style("✓ " + _("can be used"), "green", bold=True))
    say(f"{head}  {given}" + (f"  {kind.name}" if kind else ""))
    for one in found:
        word, colour = _LEVELS[one.level]
        say(f"    {style(_(word), colour)}  {one.what}")
        if one.place:
            say("        " + _("where: {place}").format(place=one.place))
        say("        " + _("mend: {fix}").format(fix=one.mend))
    for note in notes:
        say("    " + note)
    if found:
        errors = ngettext("{count} error", "{count} errors", counts[ERROR])
        others = ngettext("{count} note", "{count} notes", counts[WARNING])
        say("", _(", ").join(text.format(count=counts[level]) for level, text in (
            (ERROR, errors), (WARNING, others)) if counts[level]))
