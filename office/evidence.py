"""The evidence that a tick names: is the file there, is it whole, is it what the plan asked for?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from checkers.sniff import SUFFIXES, format_at, name_of, named_so
from plans.comparing import compare_form
from plans.errors import Fault, Place
from plans.house import House
from plans.kinds import Kind
from plans.ledger import LedgerLine
from plans.messages import _

_FILE = re.compile(r"[^/\\\s][^/\\]*\.[A-Za-z][A-Za-z0-9]{1,4}$")
_SEVERAL = re.compile(r"[、；;，,\n]")
_WORDS = re.compile(r"[、；;，,和及与\s/]+")
_PICTURES = dict.fromkeys((".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff"), "picture")
_PROMISED = SUFFIXES | _PICTURES
_READ = (".docx", ".pdf")       # of these the kind is looked for


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found: `problems` that must be mended, and `questions`."""

    problems: tuple[Fault, ...] = ()
    questions: tuple[Fault, ...] = ()


def look_for(line: LedgerLine, folder: Path, house: House) -> Looked:
    """Looks for the files that the tick of `line` names, from `folder` on: that of the plan.

    What has no suffix is words, and nobody looks for it.
    """
    problems: list[Fault] = []
    questions: list[Fault] = []
    for name in files_in(line.tick.evidence if line.tick else "", folder):
        path = folder / name
        if trouble := _trouble(path, name):
            problems.append(trouble)
        elif question := _question(path, name, line, house):
            questions.append(question)
    return Looked(tuple(problems), tuple(questions))


def files_in(evidence: str, folder: Path) -> Iterator[str]:
    """The names in `evidence` that look like files: those that end in a suffix."""
    whole = evidence.replace("\\", "/").strip()
    pieces = [whole] if whole and (folder / whole).is_file() else _SEVERAL.split(whole)
    for piece in pieces:
        if _FILE.search(piece.strip()) and "://" not in piece:
            yield piece.strip()


def _trouble(path: Path, name: str) -> Fault | None:
    place = Place(str(path))
    again = _("put the right file there, and run the command again")
    try:
        found = format_at(path)
    except FileNotFoundError:
        return Fault(place, _("the evidence is not there"), _(
            "put {name} into the folder of the plan, or correct its name in the plan").format(
                name=name))
    except OSError as error:
        return Fault(place, _("cannot be read: {why}").format(why=error.strerror),
                     _("close it in other programs, and check that you may read it"))
    if found == "empty":
        return Fault(place, _("the evidence is an empty file"), again)
    if found in ("broken-zip", "large-zip"):
        return Fault(place, _("the evidence is damaged"), again)
    if found == "encrypted":
        return Fault(place, _("is protected by a password"),
                     _("open it, take the password away and save it again"))
    promised = _PROMISED.get(path.suffix.lower(), "")
    if promised and not named_so(found, promised) and (promised, found) != ("picture", "media"):
        return Fault(place, _("its name says {promised}, and it is {found}").format(
            promised=path.suffix, found=name_of(found)),
            _("give it the suffix of what it is, or save it as what its name says"))
    return None


def _question(path: Path, name: str, line: LedgerLine, house: House) -> Fault | None:
    wanted, others = kinds_named(line.task.evidence, house)
    if not wanted or path.suffix.lower() not in _READ:
        return None
    from checkers.case import Demand, case_of
    from checkers.submission import read_submission

    submission = read_submission(path)
    if submission.trouble is not None:
        return Fault(Place(str(path)), _("the evidence cannot be read"),
                     _("put the right file there, and run the command again"))
    kind = case_of(submission, Demand(house.topics, kinds=house.kinds)).kind
    if kind in wanted or (kind is None and others):
        return None
    asked = "、".join(one.name for one in wanted)
    return Fault(Place(str(path)), _("the plan asks for {asked}; is this one?").format(asked=asked)
                 if kind is None else _("the plan asks for {asked}, and this looks like {kind}"
                                        ).format(asked=asked, kind=kind.name),
                 _("look at it; put the right file there if it is another"))


def kinds_named(evidence: str, house: House) -> tuple[tuple[Kind, ...], bool]:
    """The kinds that the words of a task's evidence name, and whether other words stand there."""
    words = {compare_form(word) for word in _WORDS.split(evidence)} - {""}
    named = {word: kind for kind in house.kinds for name in (kind.name, *kind.also)
             if (word := compare_form(name)) in words}
    return tuple({kind.id: kind for kind in named.values()}.values()), bool(words - set(named))
