"""A case → what goes back to whoever handed the file in; done where the file was read."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TypeVar

from checkers.anchors import Anchor, anchor_of
from checkers.case import Case
from checkers.comments import Comment, Signed
from checkers.document import Unreadable
from checkers.findings import BEFORE, ON, Finding
from checkers.places import place_words
from checkers.returned import Problem, Returned
from checkers.submission import Submission
from checkers.verdict import findings_in
from plans.masking import masked_all
from plans.messages import _, speaking

_Told = TypeVar("_Told")
_WORD = (".docx", ".docm", ".dotx", ".dotm")
_PAPER = "zh_CN"        # what a school prints is Chinese, whatever the screen's language is


@dataclass(frozen=True, slots=True)
class Asked:
    """`copies` is a folder for copies with comments by `signed`, "" where none are wanted;
    `problems` says whether they are to be told in words. ID and phone numbers in what they quote
    are masked unless `full_values`."""

    copies: str
    signed: Signed
    problems: bool
    full_values: bool = False


def returned_from(case: Case, findings: Sequence[Finding], asked: Asked) -> Returned:
    """What was `asked` for; `findings` are those of the case."""
    def shown(told: _Told) -> _Told:
        return told if asked.full_values else masked_all(told)

    problems: tuple[Problem, ...] = ()
    if asked.problems:
        with speaking(_PAPER):
            problems = shown(tuple(_problem(shown(one), case) for one in findings_in(case)
                                   if not one.is_internal))
    if not asked.copies or case.submission.document is None:
        return Returned(problems)
    told = [(one, anchor_of(one, case)) for one in map(shown, findings) if not one.is_internal]
    if why := _why_no_copy(case.submission):
        return Returned(problems, why_no_copy=why)
    if not any(anchor.is_own and anchor.spot for _finding, anchor in told):
        return Returned(problems)
    try:
        data, suffix = _copy(case, shown(tuple(_comments(told))), asked.signed)
        path = Path(asked.copies) / secrets.token_hex(16)
        path.write_bytes(data)
    except Unreadable:      # a part that nobody has to read to judge the text
        return Returned(problems, why_no_copy=_("a part of the file is damaged"))
    except OSError as error:
        return Returned(problems, why_no_copy=error.strerror or str(error))
    return Returned(problems, str(path), suffix)


def _why_no_copy(submission: Submission) -> str:
    """Why no comments can be written into a file that was read, "" where they can be."""
    on_pictures = submission.document is not None and submission.document.ocr_pages
    if not submission.data or (on_pictures and submission.format != "pdf"):
        return _("comments cannot be written into a file of this type")
    return ""


def _problem(finding: Finding, case: Case) -> Problem:
    place = (_("the whole file") if case.submission.document is None else
             place_words(anchor_of(finding, case)))
    return Problem(_spoken(finding), place, finding.advice or finding.fix, is_due(finding))


def is_due(finding: Finding) -> bool:
    """Whether it must be mended before the file can be accepted: an error, or a file of which too
    little could be read (an F rule asks a person about it)."""
    return not finding.is_internal and (
        finding.severity == "error" or (finding.review and finding.rule.startswith("F")))


def _spoken(finding: Finding) -> str:
    """What is wrong; what need not be mended is told as advice, or as a question."""
    if is_due(finding):
        return finding.message
    return (_("(please confirm) {message}") if finding.review else
            _("(advice) {message}")).format(message=finding.message)


def _comments(told: Sequence[tuple[Finding, Anchor]]) -> Iterator[Comment]:
    for finding, anchor in told:
        if anchor.spot is None:
            continue
        lines = [_spoken(finding),
                 _("to mend: {fix}").format(fix=finding.advice or finding.fix)]
        if anchor.side != ON and not anchor.of_all:
            lines.append(_("it belongs before this") if anchor.side == BEFORE else
                         _("it belongs after this"))
        yield Comment(anchor.spot, tuple(lines), anchor.side, anchor.location.quote)


def _copy(case: Case, comments: Sequence[Comment], signed: Signed) -> tuple[bytes, str]:
    submission = case.submission
    if submission.format == "pdf":
        from checkers.pdf.notes import with_notes

        return with_notes(submission.data, comments, signed), ".pdf"
    from checkers.word.comments import with_comments

    own = PurePosixPath(submission.name).suffix
    return (with_comments(submission.data, comments, signed),
            own if own.lower() in _WORD else _WORD[0])
