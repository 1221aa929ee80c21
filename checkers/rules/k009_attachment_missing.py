"""K009 attachment-missing: an attachment that the form names was not handed in with it.

Fails:
    form 姓名*, 附件目录:attached
    姓名 | 王珂
    附件目录 | 荣誉证书.pdf、论文.pdf
    beside 荣誉证书.pdf
Passes:
    form 姓名*, 附件目录:attached
    姓名 | 王珂
    附件目录 | 荣誉证书.pdf、论文.pdf
    beside 王珂荣誉证书.jpg
    beside 论文.pdf
Why:    a certificate that is only named proves nothing.
Mend:   put the file beside the form, under the name that the form gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from checkers.answers import GIVEN
from checkers.case import Case
from checkers.document import MAIN
from checkers.findings import Finding
from checkers.marks import mark_of
from checkers.told_answers import Told, told
from plans.comparing import compare_form
from plans.messages import _

SEVERITY = "error"
_NONE = frozenset({"无", "没有", "暂无", "无附件", "none"})
_BETWEEN = re.compile("[、；;]")
_ASIDE = re.compile(r"[（(][^（()）]*[)）]|[\d一二两三四五六七八九十]+[份张页件本]$")
_LEAD = re.compile("^附件[一二三四五六七八九十0-9]*[：:]?")
_WORD = (".docx", ".doc", ".wps", ".docm", ".rtf", ".odt")
_SHORTEST = 2       # characters of a name that may be a part of another


def check(case: Case) -> Iterator[Finding]:
    """A name counts where an annex of the document, or a file beside it, bears it or holds it.

    Silent where nothing is known of the files beside: a file that was given alone. In a folder
    where many people's forms lie together attachments may come another way; so the rule speaks only
    where one of those named is there, or where the form is the one Word file among others.
    """
    beside = case.submission.beside
    there = [form for name in beside if (form := _form(name))]
    there += [compare_form(part.title) for part in (case.outline.parts if case.outline else ())
              if part.name != MAIN]
    for one in told(case):
        if not one.answer.field.attached or one.answer.state != GIVEN or not beside:
            continue
        named = list(_named(one.answer.text))
        missing = [name for name in named if not _is_there(name, there)]
        if missing and (len(missing) < len(named) or _is_alone(case)):
            yield _finding(one, missing)


def _finding(one: Told, missing: list[str]) -> Finding:
    return one.finding(
        _("named in {label}, but not handed in: {names}").format(label=one.name,
                                                                 names="、".join(missing)),
        _("put the files beside the form, under these names"))


def _named(text: str) -> Iterator[str]:
    """The names in a text, one a line or with 、 between them."""
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


def _is_there(name: str, there: list[str]) -> bool:
    form = _form(name)
    return any(form == one or (min(len(form), len(one)) >= _SHORTEST
                               and (form in one or one in form)) for one in there)


def _is_alone(case: Case) -> bool:
    """Whether no other Word file lies beside: the folder or archive is that of one person."""
    own = PurePosixPath(case.submission.name).suffix.lower() in _WORD
    return own and not any(name.lower().endswith(_WORD) for name in case.submission.beside)
