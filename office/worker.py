"""What a process does that reads hand-ins for another one."""

from __future__ import annotations

import signal
from dataclasses import replace

from checkers.case import Demand, case_of
from checkers.outline import Outline, outline_of
from checkers.returning import Asked, returned_from
from checkers.submission import Submission, read_submission
from checkers.verdict import Verdict, verdict_of
from office.bounds import bound_memory
from office.hand_ins import HandIn
from office.recognition import Recognition
from plans.messages import speak

_demand: Demand
_recognition: Recognition | None = None
_asked: Asked | None = None


def begin(demand: Demand, language: str, recognition: Recognition | None = None,
          asked: Asked | None = None) -> None:
    """Prepares the process: what is asked is sent to it once, and Ctrl-C is the first one's affair.
    """
    global _demand, _recognition, _asked
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    bound_memory()
    speak(language)
    _demand, _recognition, _asked = demand, recognition, asked


def check_one(one: HandIn) -> Verdict:
    """The verdict on a hand-in."""
    return verdict_on(_read(one), _demand, _asked)


def verdict_on(submission: Submission, demand: Demand, asked: Asked | None) -> Verdict:
    """The verdict, with what was `asked` for that goes back with it."""
    case = case_of(submission, demand)
    verdict = verdict_of(case)
    return verdict if asked is None else replace(
        verdict, returned=returned_from(case, verdict.findings, asked))


def outline_one(one: HandIn) -> tuple[Submission, Outline | None]:
    """The submission without its document, and its outline."""
    submission = _read(one)
    document = submission.document
    outline = outline_of(document, _demand.topics) if document else None
    return replace(submission, document=None, data=b""), outline


def _read(one: HandIn) -> Submission:
    eyes = _recognition.eyes(one.shown) if _recognition else None
    return replace(read_submission(
        one.path, one.shown, one.copy, eyes, workbooks=_demand.workbooks), beside=one.beside)
