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

from collections.abc import Iterator
from pathlib import PurePosixPath

from checkers.answers import GIVEN
from checkers.attachments import is_among, named_in
from checkers.case import Case
from checkers.document import MAIN
from checkers.findings import Finding
from checkers.told_answers import Told, told
from plans.messages import _

SEVERITY = "error"
_WORD = (".docx", ".doc", ".wps", ".docm", ".rtf", ".odt")


def check(case: Case) -> Iterator[Finding]:
    """A name counts where an annex of the document, or a file beside it, bears it or holds it.

    Silent where nothing is known of the files beside: a file that was given alone. In a folder
    where many people's forms lie together attachments may come another way; so the rule speaks only
    where one of those named is there, or where the form is the one Word file among others.
    """
    beside = case.submission.beside
    there = [*beside, *(part.title for part in (case.outline.parts if case.outline else ())
                        if part.name != MAIN)]
    for one in told(case):
        if not one.answer.field.attached or one.answer.state != GIVEN or not beside:
            continue
        named = [*named_in(one.answer.text)]
        missing = [name for name in named if not is_among(name, there)]
        if missing and (len(missing) < len(named) or _is_alone(case)):
            yield _finding(one, missing)


def _finding(one: Told, missing: list[str]) -> Finding:
    return one.finding(
        _("named in {label}, but not handed in: {names}").format(label=one.name,
                                                                 names="、".join(missing)),
        _("put the files beside the form, under these names"))


def _is_alone(case: Case) -> bool:
    """Whether no other Word file lies beside: the folder or archive is that of one person."""
    own = PurePosixPath(case.submission.name).suffix.lower() in _WORD
    return own and not any(name.lower().endswith(_WORD) for name in case.submission.beside)
