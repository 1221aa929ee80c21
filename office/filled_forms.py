"""The forms that came back filled in: what each says, whose it is, and which belong together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from checkers.answers import GIVEN, Answer, Answers
from checkers.findings import PASS, REVIEW
from checkers.verdict import Verdict
from generators.collected import cell_name
from generators.form_input import PictureAt
from office.intake import Judged
from office.persons import NOT_NAMED, PersonFields
from office.set_aside import set_aside
from plans.comparing import compare_form
from plans.kinds import Kind
from plans.roster import Submitter


@dataclass(frozen=True, slots=True, eq=False)
class FilledForm:
    """A form, its answers, and where its pictures lie; `named` are the fields that say whose it is,
    `changed` is when its file was last written (seconds since 1970). `number` is its place on a
    list of several people, 0 for a form of its own."""

    verdict: Verdict
    kind: Kind
    answers: Answers
    owner: Submitter | None = None
    named: PersonFields = NOT_NAMED
    changed: float = 0.0
    pictures: Mapping[PictureAt, Path] = field(default_factory=dict)
    number: int = 0

    @property
    def name(self) -> str:
        """The person's name as the form says it, "" where it does not."""
        return self._text(self.named.name)

    @property
    def person(self) -> str:
        """The person's name as the form says it, else as the roster does; "" if neither."""
        return self.name or (self.owner.name or self.owner.unit if self.owner else "")

    @property
    def day(self) -> date | None:
        """The day that the form bears."""
        answer = self.answers.by_field.get(self.named.day)
        return answer.value if answer and isinstance(answer.value, date) else None

    def named_answers(self) -> Iterator[tuple[str, Answer]]:
        """Each answer with its name, those in the cells of a table after that of the table."""
        for one in self.answers:
            yield one.field.label, one
            for number, row in enumerate(one.rows, 1):
                for cell in row.values():
                    yield cell_name(one.field, number, cell.field), cell

    @property
    def doubtful(self) -> tuple[tuple[str, Answer], ...]:
        """The answers that a person has to look at, each with its name."""
        return tuple((name, one) for name, one in self.named_answers() if one.has_doubts)

    @property
    def status(self) -> str:
        """That of the check; a form with a doubtful answer does not simply pass, nor does a row of
        a list that lacks something, for nobody has judged that."""
        lacks = self.number and any(one.field.must_be_filled and one.state != GIVEN
                                    for one in self.answers)
        is_open = self.verdict.status == PASS and (self.doubtful or lacks)
        return REVIEW if is_open else self.verdict.status

    def is_of_the_same(self, other: FilledForm) -> bool:
        """Whether both are one person's: the same on the roster, else of the same number, else of
        the same name and unit as far as both say it; the same file is the same person's."""
        if self.verdict.sha256 and self.verdict.sha256 == other.verdict.sha256:
            return self.number == other.number
        if self.owner and other.owner:
            return self.owner is other.owner
        if compare_form(self.name) != compare_form(other.name) or not compare_form(self.name):
            return False
        for telling in (*self.named.numbers, self.named.unit):
            mine, theirs = (compare_form(one._text(telling)) for one in (self, other))
            if mine and theirs:
                return mine == theirs
        return True

    def _text(self, name: str) -> str:
        answer = self.answers.by_field.get(name)
        if answer is None:
            return ""
        return " ".join((answer.value if isinstance(answer.value, str) else answer.text).split())


def filled_forms(one: Judged, kind: Kind, named: PersonFields,
                 folder: Path) -> Iterator[FilledForm]:
    """The form in a file, or each on a list; none where it holds none. Their pictures are laid
    aside in `folder`."""
    try:
        changed = one.file.path.stat().st_mtime
    except OSError:
        changed = 0.0
    bare = replace(one.verdict, answers=None, people=())
    if one.verdict.answers is not None:
        answers, pictures = set_aside(one.verdict.answers, folder)
        yield FilledForm(bare, kind, answers, one.owner, named, changed, pictures)
    for number, answers in enumerate(one.verdict.people, 1):
        yield FilledForm(bare, kind, answers, None, named, changed, number=number)


def of_one_person(forms: Sequence[FilledForm]) -> tuple[tuple[FilledForm, ...], ...]:
    """The forms of one kind that are one person's, where there are several."""
    groups: list[list[FilledForm]] = []
    near: dict[tuple[str, object], list[list[FilledForm]]] = {}
    for form in forms:
        keys = tuple(_keys(form))
        group = next((group for key in keys for group in near.get(key, ())
                      if any(form.is_of_the_same(one) for one in group)), None)
        if group is None:
            groups.append(group := [])
        group.append(form)
        for key in keys:
            if group not in near.setdefault(key, []):
                near[key].append(group)
    return tuple(tuple(group) for group in groups if len(group) > 1)


def newest_of(forms: Sequence[FilledForm]) -> FilledForm:
    """The one that bears the latest day, where each bears one; else that whose file was written
    last. A row of a list stands for no form."""
    forms = [one for one in forms if not one.number] or forms
    dated = all(one.day for one in forms)
    return max(forms, key=lambda one: (one.day if dated and one.day else date.min, one.changed))


def _keys(form: FilledForm) -> Iterator[tuple[str, object]]:
    """What forms that are one person's have in common, one of these at least."""
    kind = form.kind.id
    if form.owner:
        yield kind, id(form.owner)
    if name := compare_form(form.name):
        yield kind, name
    if form.verdict.sha256:
        yield kind, form.verdict.sha256
