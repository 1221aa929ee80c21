"""What was handed in, judged: the files, what is asked of them, and each verdict among the others.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from checkers.among import among, findings_on
from checkers.case import Demand
from checkers.findings import Finding
from checkers.lot import Lot
from checkers.results import Results, results_of
from checkers.returning import Asked
from checkers.verdict import Verdict
from office.attachments import Attachments
from office.batch import check_files
from office.hand_ins import HandIn, hand_ins, nothing_to_check
from office.persons import person_fields
from office.reports.own import without_reports
from office.scratch import Scratch
from office.telling import at_work
from office.terminal import say, unpacking
from plans.house import House
from plans.kinds import Kind
from plans.messages import _, chosen_language, ngettext
from plans.printable import printable
from plans.roster import Submitter, read_roster
from plans.roster_words import RosterWords, roster_words

_MOST = 5           # names that are told


@dataclass(frozen=True, slots=True)
class Judged:
    """A file and the verdict on it, `alone` and then among the others; `owner` is who on the roster
    handed it in, None where that is not known."""

    file: HandIn
    alone: Verdict
    verdict: Verdict
    owner: Submitter | None


@dataclass(frozen=True, slots=True)
class Intake:
    """The files to be judged, what is asked of them, and the lot that they make up bit by bit."""

    files: tuple[HandIn, ...]
    demand: Demand
    lot: Lot
    scratch: Scratch
    roster: Path | None = None
    attachments: Attachments = field(default_factory=Attachments)
    words: RosterWords | None = None        # what the columns of a roster are called

    @property
    def originals(self) -> list[Path]:
        """The files that people have, the roster among them: nothing is written over these."""
        return [*(one.original for one in self.files), *([self.roster] if self.roster else [])]

    def judged(self, *, jobs: int, ocr: bool = False,
               asked: Asked | None = None) -> Generator[Judged, None, None]:
        """Each file as soon as it is judged, in order; how far it is, is shown on a terminal."""
        kinds = {one.id: one for one in (*self.demand.kinds, self.demand.kind) if one}
        at_work(0, self.files)
        with closing(check_files(self.files, self.demand, self.scratch, jobs=jobs,
                                 language=chosen_language(), ocr=ocr, asked=asked)) as verdicts:
            for done, (file, alone) in enumerate(self.attachments.without(verdicts), 1):
                kind = kinds.get(alone.kind or "")
                verdict = among(alone, file.within, kind, self.lot, self._said(alone, kind))
                owner = self.lot.newest.whose.owner
                yield Judged(file, alone, replace(verdict, owner=owner.name if owner else ""),
                             owner)
                at_work(done, self.files)

    def _said(self, verdict: Verdict, kind: Kind | None) -> tuple[str, ...]:
        """The name and the unit that a form itself bears; () without a roster."""
        if kind is None or verdict.answers is None or self.words is None:
            return ()
        named = person_fields(kind, self.words)
        return tuple(one.text for name in (named.name, named.unit)
                     if (one := verdict.answers.by_field.get(name)) and one.text)

    @property
    def due_from(self) -> int:
        """How many are on the roster."""
        return len(self.lot.roster.submitters) if self.lot.roster else 0

    def attachment_lines(self) -> Iterator[str]:
        """What is told of files that were left out, for a form names them as its attachments."""
        names = self.attachments.left_out
        if names:
            yield ngettext("{count} attachment named in a form, not checked by itself: {names}",
                           "{count} attachments named in forms, not checked by themselves: "
                           "{names}", len(names)).format(count=len(names), names=_(", ").join(
                               printable(PurePosixPath(one).name) for one in names[:_MOST])
                               + ("…" if len(names) > _MOST else ""))

    def results(self, verdicts: Iterable[Verdict]) -> tuple[Results, tuple[Finding, ...]]:
        """What all files together come to, and what the rules say of the whole lot."""
        findings = tuple(findings_on(self.lot))
        absent = (self.lot.not_submitted() if findings else ()) if self.lot.roster else None
        return results_of(verdicts, absent, self.lot.unmatched()), findings


def take_in(paths: Sequence[str], demand: Demand, scratch: Scratch, house: House, *,
            roster: str | None = None, one_kind: bool = False) -> Intake:
    """The intake of what lies at `paths`; reports of ours among it are left out, and that is said.

    `one_kind` tells that all is judged alike without being of a kind. Raises UserError where the
    roster is none, UsageError where a path is not there or nothing is left.
    """
    lot = Lot(read_roster(Path(roster), house) if roster else None, demand.kind, one_kind=one_kind)
    files = hand_ins(paths, scratch, besides=[roster] if roster else (), opening=unpacking)
    kept = without_reports(files, {Path(path) for path in paths})
    there = {one.shown for one in kept}
    for one in files:
        if one.shown not in there:
            say(_("not checked, for it is a report of homeroom: {path}").format(
                path=printable(one.shown)), error=True)
    if not kept:
        raise nothing_to_check(paths)
    return Intake(kept, demand, lot, scratch, Path(roster) if roster else None,
                  words=roster_words(house) if roster else None)
