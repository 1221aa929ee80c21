"""How a check is told: in words, as one piece of JSON, or as a line of JSON for each file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Protocol

from checkers import as_json, as_text, lot_text
from checkers.findings import Finding
from checkers.results import Results
from checkers.verdict import Verdict
from office.hand_ins import HandIn
from office.terminal import progress, say, style
from plans.messages import _
from plans.version import VERSION


class Teller(Protocol):
    """Tells of each file as soon as it is judged, and at the end of all of them.

    `more` is what is told of a file besides; `due_from` is how many are on the roster, `findings`
    say who of them has not handed in.
    """

    def verdict(self, verdict: Verdict, more: Sequence[str]) -> None: ...

    def end(self, results: Results, findings: Sequence[Finding], due_from: int) -> None: ...


def at_work(done: int, files: Sequence[HandIn]) -> None:
    """Tells on a terminal that so many of the files are done, and what is done with the next."""
    if done < len(files):
        progress(done, len(files), files[done].shown,
                 _("converting") if files[done].is_old else "")


def teller(form: str) -> Teller:
    """The one for --format `form`."""
    tellers: dict[str, type[Teller]] = {"text": _Words, "json": _Json, "jsonl": _JsonLines}
    return tellers[form]()


class _Words:
    def verdict(self, verdict: Verdict, more: Sequence[str]) -> None:
        say(*as_text.verdict_lines(verdict, style), *more)

    def end(self, results: Results, findings: Sequence[Finding], due_from: int) -> None:
        missing = results.not_submitted
        if missing is not None:
            say("", *lot_text.not_submitted_lines(findings, missing, results.absent, due_from,
                                                  style))
        if results.unmatched:
            say("", *lot_text.unmatched_lines(results.unmatched, style))
        say("", as_text.summary_line(results.statuses, style, results.absent))


class _Json:
    def verdict(self, verdict: Verdict, more: Sequence[str]) -> None:
        """Told at the end."""

    def end(self, results: Results, findings: Sequence[Finding], due_from: int) -> None:
        say(_dumped(as_json.check_json(results, VERSION), indent=2))


class _JsonLines:
    def verdict(self, verdict: Verdict, more: Sequence[str]) -> None:
        say(_dumped(as_json.verdict_json(verdict)))

    def end(self, results: Results, findings: Sequence[Finding], due_from: int) -> None:
        if results.not_submitted is not None:
            say(_dumped(as_json.roster_json(results.not_submitted, results.unmatched)))
        say(_dumped({"summary": as_json.summary_json(results.statuses)}))


def _dumped(value: object, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent)
