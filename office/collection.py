"""What a run of `collect` brings together: forms, files that are none, and who hands in twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from checkers.findings import FAIL, PASS, Finding
from checkers.results import Results
from checkers.verdict import Verdict
from office.filled_forms import FilledForm, filled_form, newest_of, of_one_person
from office.intake import Judged
from office.persons import PersonFields, person_fields
from plans.house import House
from plans.kinds import Kind
from plans.roster_words import RosterWords, roster_words


@dataclass(frozen=True, slots=True)
class Collected:
    """`forms` are what is summed up; `repeated` those of them that are one person's, together;
    `replaced` those that a newer one of the same person stands for. `others` are files that hold no
    form, `findings` those on all together."""

    forms: tuple[FilledForm, ...]
    others: tuple[Verdict, ...]
    results: Results
    findings: tuple[Finding, ...] = ()
    repeated: tuple[tuple[FilledForm, ...], ...] = ()
    replaced: Mapping[FilledForm, FilledForm] = field(default_factory=dict)

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of the forms, in the order of their coming."""
        return tuple({one.kind.id: one.kind for one in self.forms}.values())

    @property
    def failing(self) -> tuple[FilledForm, ...]:
        """The forms that are to be given back."""
        return tuple(one for one in self.forms if one.status == FAIL)

    @property
    def is_all_good(self) -> bool:
        """Whether nobody has to look at anything."""
        return not (self.others or self.repeated or self.results.not_submitted
                    or any(one.status != PASS for one in self.forms)
                    or any(one.whose.asked for one in self.results.unmatched))


@dataclass
class Collection:
    """Takes in files one by one; the pictures of forms are laid aside in `folder`."""

    house: House
    folder: Path
    forms: list[FilledForm] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)       # of all files, without answers
    others: list[Verdict] = field(default_factory=list)
    _named: dict[str, PersonFields] = field(default_factory=dict)
    _words: RosterWords | None = None

    def add(self, one: Judged) -> None:
        """Takes a file in."""
        verdict = one.verdict
        kind = self.house.kind(verdict.kind) if verdict.kind else None
        form = filled_form(one, kind, self._person(kind), self.folder) if kind else None
        bare = replace(verdict, answers=None)       # its pictures are much to hold
        if form is None:
            self.others.append(bare)
        else:
            self.forms.append(form)
        self.verdicts.append(replace(bare, status=form.status) if form else bare)

    def settled(self, results: Results, findings: Iterable[Finding], *, newest: bool) -> Collected:
        """All that came; of several forms of one person only the `newest` where that is asked."""
        repeated = tuple(group for kind in dict.fromkeys(one.kind.id for one in self.forms)
                         for group in of_one_person([one for one in self.forms
                                                     if one.kind.id == kind]))
        replaced = {one: latest for group in repeated if newest
                    for latest in (newest_of(group),) for one in group if one is not latest}
        return Collected(tuple(one for one in self.forms if one not in replaced),
                         tuple(self.others), results, tuple(findings),
                         () if newest else repeated, replaced)

    def _person(self, kind: Kind) -> PersonFields:
        if self._words is None:
            self._words = roster_words(self.house)
        if kind.id not in self._named:
            self._named[kind.id] = person_fields(kind, self._words)
        return self._named[kind.id]
