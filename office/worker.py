"""What a process does that reads hand-ins for another one."""

from __future__ import annotations

import signal
from dataclasses import replace

from checkers.case import Demand
from checkers.outline import Outline, outline_of
from checkers.submission import Submission, read_submission
from checkers.verdict import Verdict, judge
from office.hand_ins import HandIn
from plans.messages import speak

_demand: Demand


def begin(demand: Demand, language: str) -> None:
    """Prepares the process: what is asked is sent to it once, and Ctrl-C is the first one's affair.
    """
    global _demand
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    speak(language)
    _demand = demand


def check_one(one: HandIn) -> Verdict:
    """The verdict on a hand-in."""
    return judge(read_submission(one.path, one.shown, one.copy), _demand)


def outline_one(one: HandIn) -> tuple[Submission, Outline | None]:
    """The submission without its document, and its outline."""
    submission = read_submission(one.path, one.shown, one.copy)
    document = submission.document
    outline = outline_of(document, _demand.topics) if document else None
    return replace(submission, document=None), outline
