"""`add-kind`: a new kind of document in the school's own folder, ready to work."""

from __future__ import annotations

import contextlib
import re
import secrets
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from office.terminal import say, style
from plans.errors import UsageError, UserError
from plans.house import TEMPLATES, House, find_house
from plans.kind_files import read_kind
from plans.kinds import Kind
from plans.messages import _

_ID = re.compile(r"[0-9A-Za-z\u3400-\u9fff\U00020000-\U0003ffff]+"
                 r"(-[0-9A-Za-z\u3400-\u9fff\U00020000-\U0003ffff]+)*")
_LONGEST = 40           # characters of an id; it is a folder, and a part of paths
# Windows takes these for devices.
_RESERVED = re.compile(r"(?i)con|prn|aux|nul|com[0-9]|lpt[0-9]")
_HOUSE = Path("homeroom.d")
_DOCUMENT = "document.docx"
_STARTER = TEMPLATES / "_shared" / "starter"


def add_kind(name: str, *, from_: str | None, house: str | None) -> int:
    """Makes kinds/`name`/ with a kind.yaml and a Word template of its own, and says what is next.

    Raises UsageError where the name cannot be one or the kind to copy is none, UserError where
    the folder is there already.
    """
    _check(name)
    found = find_house(house)
    given = (found.kind(from_) if from_ else
             read_kind(_STARTER, found.topics, TEMPLATES, found.folder))
    root = found.folder or _HOUSE
    folder = root / "kinds" / name
    _refuse_what_is_there(folder, found)
    kind = _renamed(given, name)
    _put(folder, kind, given.word)
    if found.folder is None:
        say(_("the school's own folder is made: {path}").format(path=root))
    say(_("written: {path}").format(path=style(str(folder), "green")))
    _say_next(folder, kind, house)
    return 0


def _check(name: str) -> None:
    if not _ID.fullmatch(name):
        raise UsageError.at(name, _("this cannot be the name of a kind"),
                            _("write Chinese characters, letters, digits and hyphens only, such "
                              "as {example}").format(example="家委会计划"))
    if len(name) > _LONGEST or len(name.encode()) > 3 * _LONGEST:
        raise UsageError.at(name, _("the name is longer than {limit} characters").format(
            limit=_LONGEST), _("give a shorter one; the full title is written in kind.yaml"))
    if _RESERVED.fullmatch(name):
        raise UsageError.at(name, _("Windows cannot have a folder of this name"),
                            _("give another name"))


def _refuse_what_is_there(folder: Path, house: House) -> None:
    # On Windows and macOS a folder Plan is the folder plan.
    siblings = folder.parent.iterdir() if folder.parent.is_dir() else ()
    if any(one.name.casefold() == folder.name.casefold() for one in siblings):
        raise UserError.at(str(folder), _("this kind is there already; nothing was changed"),
                           _("give another name, or change its kind.yaml"))
    same = [one for one in house.kind_folders
            if one.casefold() == folder.name.casefold() and one != folder.name]
    if same:
        raise UserError.at(folder.name, _("only capital letters tell it from the kind {kind}"
                                          ).format(kind=same[0]), _("give another name"))
    for kind in _readable(house):
        if kind.id != folder.name and folder.name in (kind.name, *kind.also):
            raise UsageError.at(
                folder.name, _("the kind {kind} is called so already").format(kind=kind.id),
                _("to change it for your school: `homeroom add-kind {kind} --from {kind}`; for a "
                  "kind of your own give another name").format(kind=kind.id))


def _readable(house: House) -> Iterator[Kind]:
    """The kinds of a house; what is wrong with one is told when it is used."""
    for key in house.kind_folders:
        with contextlib.suppress(UserError):
            yield house.kind(key)


def _renamed(kind: Kind, name: str) -> Kind:
    """`kind` under a new id and name; what the old kind alone is called is left to it.

    Two kinds of one name could not be told apart when documents are recognised.
    """
    if name == kind.id:
        return kind
    return replace(kind, id=name, name=name, version=1, also=(),
                   title=_retitled(kind.title, kind.name, name),
                   file_name=_retitled(kind.file_name, kind.name, name))


def _retitled(text: str, old: str, new: str) -> str:
    """`text` with `new` in place of what it ends in and `old` ends in too, or of all that stands
    behind its last field."""
    tail = _common_tail(text, old)
    if len(tail) > 1:
        return text[:len(text) - len(tail)] + new
    start, fields, rest = text.rpartition("}}")
    if not rest.strip("（）()"):
        return text         # no name stands behind the last field: 标题 holds it
    return start + fields + new if text else ""


def _common_tail(text: str, name: str) -> str:
    """The longest end that both have: 工作计划 of {{ 年度 }}年工作计划 and 工作室工作计划."""
    return next(name[start:] for start in range(len(name) + 1) if text.endswith(name[start:]))


def _put(folder: Path, kind: Kind, word: Path | None) -> None:
    """Writes the folder: all of it, or nothing."""
    from generators.kind_text import kind_text

    template = word.read_bytes() if word else None
    temporary = folder.parent.parent / f".~{secrets.token_hex(8)}.tmp"
    try:
        temporary.mkdir(parents=True)
        if template is not None:
            (temporary / _DOCUMENT).write_bytes(template)
        (temporary / "kind.yaml").write_text(
            kind_text(kind, _DOCUMENT if word else ""), encoding="utf-8", newline="\n")
        folder.parent.mkdir(exist_ok=True)
        temporary.rename(folder)
    except OSError as error:
        raise UserError.at(str(folder), _("the folder cannot be made: {error}").format(
            error=error.strerror or error), _("check the name, the folder and your rights")
                           ) from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _say_next(folder: Path, kind: Kind, house: str | None) -> None:
    end = f" --house {_quoted(house)}" if house else ""
    say("", _("next:"))
    if (folder / _DOCUMENT).is_file():
        say("  " + _("open {file} in Word or WPS and change how it looks; leave what stands in "
                     "curly brackets").format(file=folder / _DOCUMENT))
    say("  " + _("open {file} in a text editor and change fields and sections").format(
        file=folder / "kind.yaml"))
    if kind.name.isascii():
        say("  " + _("write its Chinese name there, under name, title and file_name"))
    say("  " + _("look it over: {command}").format(
            command=f"homeroom lint {_quoted(str(folder))}{end}"))
    if kind.is_drawn and not kind.is_counted:
        say("  " + _("make the form, to be filled in in Word: {command}").format(
            command=f"homeroom form {kind.id}{end}"))
    else:
        say("  " + _("begin a document: {command}").format(
            command=f"homeroom new {kind.id} -o {kind.id}.yaml{end}"))


def _quoted(path: str) -> str:
    return f'"{path}"' if re.search(r"\s", path) else path
