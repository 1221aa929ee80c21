"""What a run of `collect` brings together: forms, files that are none, and who hands in twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from checkers.findings import FAIL, PASS, Finding
from checkers.results import Results
from checkers.verdict import Verdict
from office.filled_forms import FilledForm, filled_forms, newest_of, of_one_person
from office.intake import Judged
from office.persons import PersonFields, person_fields
from plans.comparing import compare_form
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
        forms = [*filled_forms(one, kind, self._person(kind), self.folder)] if kind else []
        bare = replace(verdict, answers=None, people=())    # its pictures are much to hold
        if not forms:
            self.others.append(bare)
        self.forms += forms
        doubtful = [form for form in forms if form.status != PASS]
        self.verdicts.append(replace(bare, status=doubtful[0].status) if doubtful else bare)

    def settled(self, results: Results, findings: Iterable[Finding], *, newest: bool) -> Collected:
        """All that came; of several forms of one person only the `newest` where that is asked."""
        repeated = tuple(group for kind in dict.fromkeys(one.kind.id for one in self.forms)
                         for group in of_one_person([one for one in self.forms
                                                     if one.kind.id == kind]))
        replaced = {one: latest for group in repeated if newest
                    for latest in (newest_of(group),) for one in group if one is not latest}
        return Collected(tuple(one for one in self.forms if one not in replaced),
                         tuple(self.others), self._without_listed(results), tuple(findings),
                         () if newest else repeated, replaced)

    def _without_listed(self, results: Results) -> Results:
        """The results without those among the absent who stand on a list that came; a list is not
        one person's, and nobody is asked whose it is."""
        listed = {(one.kind.id, compare_form(one.name)) for one in self.forms if one.number}
        if not listed or results.not_submitted is None:
            return results
        lists = {one.verdict.path for one in self.forms if one.number}
        return replace(results, unmatched=tuple(
            one for one in results.unmatched if one.path not in lists), not_submitted=tuple(
            one for one in results.not_submitted
            if not any(name == compare_form(one.name) and one.kind in ("", kind)
                       for kind, name in listed)))

    def _person(self, kind: Kind) -> PersonFields:
        if self._words is None:
            self._words = roster_words(self.house)
        if kind.id not in self._named:
            self._named[kind.id] = person_fields(kind, self._words)
        return self._named[kind.id]
