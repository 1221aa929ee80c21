"""The attachments that a form names, and whether a file is one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from checkers.answers import GIVEN, Answers
from checkers.marks import mark_of
from plans.comparing import compare_form

_NONE = frozenset({"无", "没有", "暂无", "无附件", "none"})
_BETWEEN = re.compile("[、；;]")
_ASIDE = re.compile(r"[（(][^（()）]*[)）]|[\d一二两三四五六七八九十]+[份张页件本]$")
_LEAD = re.compile("^附件[一二三四五六七八九十0-9]*[：:]?")
_SHORTEST = 2       # characters of a name that may be a part of another


def attached_to(answers: Answers) -> tuple[str, ...]:
    """The names of all that a form says is handed in with it."""
    return tuple(name for one in answers if one.field.attached and one.state == GIVEN
                 for name in named_in(one.text))


def named_in(text: str) -> Iterator[str]:
    """The names in a text, one a line or with 、 between them; 无 is none."""
    for line in text.splitlines():
        for piece in _BETWEEN.split(_bare(line)):
            name = _bare(piece)
            if compare_form(name) and compare_form(name) not in _NONE:
                yield name


def _bare(text: str) -> str:
    mark = mark_of(text.strip())
    return _LEAD.sub("", (mark.rest if mark else text).strip()).strip("《》“” 。，,")


def _form(name: str) -> str:
    """The stem of a name, without what is said in brackets or counted."""
    suffix = PurePosixPath(name).suffix
    stem = name.removesuffix(suffix) if re.fullmatch(r"\.\w{1,5}", suffix) else name
    return compare_form(_ASIDE.sub("", stem.strip())) or compare_form(stem)


def is_among(name: str, there: Iterable[str]) -> bool:
    """Whether one of the files or titles `there` is what `name` names: one holds the other."""
    form = _form(name)
    return any(form == one or (min(len(form), len(one)) >= _SHORTEST
                               and (form in one or one in form))
               for one in map(_form, there) if one)
