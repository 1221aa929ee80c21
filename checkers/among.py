"""One verdict among the others: what the rules say that look at more than one file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checkers.dues import Received
from checkers.findings import FAIL, PASS, REVIEW, Finding
from checkers.lot import Lot
from checkers.rules import RULES
from checkers.verdict import Verdict, level_of
from plans.kinds import Kind

_ALIKE_ANYHOW = frozenset({"F001", "F010"})     # the same logo in each folder, files of no bytes
_ORDER = {rule.id: place for place, rule in enumerate(RULES)}


def among(verdict: Verdict, within: str, kind: Kind | None, lot: Lot,
          said: Sequence[str] = ()) -> Verdict:
    """Takes a verdict into the lot and gives it back with what the rules say of it there.

    `within` is the path below what was given to be checked, `kind` that of the verdict,
    `said` what a form says itself of whose it is.
    """
    alike = any(one.rule in _ALIKE_ANYHOW for one in verdict.findings)
    lot.add(Received(verdict.path, "" if alike else verdict.sha256, kind,
                     lot.whose(within, (verdict.title, *said, *verdict.signed))))
    more = tuple(replace(finding, rule=rule.id, name=rule.name, severity=level)
                 for rule in RULES if (level := level_of(rule, kind)) != "off"
                 for finding in rule.check_newest(lot))
    if not more:
        return verdict
    fails = verdict.status in (PASS, REVIEW) and any(one.severity == "error" for one in more)
    return replace(verdict, status=FAIL if fails else verdict.status, findings=tuple(
        sorted((*verdict.findings, *more), key=lambda one: _ORDER[one.rule])))


def findings_on(lot: Lot) -> Iterator[Finding]:
    """What the rules say of all that was handed in together."""
    for rule in RULES:
        level = level_of(rule, lot.asked)
        if level != "off":
            yield from (replace(finding, rule=rule.id, name=rule.name, severity=level)
                        for finding in rule.check_whole(lot))
