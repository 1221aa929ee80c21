"""Which checklists are to be made: of a kind or of a plan, one, or one for each row of a roster."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from generators.documents import safe_name
from office.orders import Order
from office.row_names import RowNames, asked_orders, nobody
from plans.blank_forms import values_in
from plans.comparing import compare_form
from plans.errors import Fault, UserError
from plans.field_types import Scalar
from plans.filled_in import plan_filled_in
from plans.form_rows import FormRow, FormRows
from plans.house import House
from plans.kinds import Kind
from plans.ledger import LedgerLine
from plans.names import Names
from plans.periods import Month
from plans.plan import Plan, Row, Value, parts_of
from plans.requirements import Required

_LONGEST = 60       # characters of a plan's title within the name of a file


def required_rows(requirements: Sequence[Required]) -> tuple[Row, ...]:
    """The rows of a 材料自查表, nothing ticked."""
    return tuple({"number": number, "item": one.words, "id": one.id}
                 for number, one in enumerate(requirements, 1))


@dataclass
class RequirementOrders:
    """Sheets of the kind `sheet` that list the `requirements` of `kind`: a blank one, or one for
    each of the `rows` that has to hand such a paper in. `skipped` counts the others."""

    sheet: Kind
    kind: Kind
    requirements: Sequence[Required]
    house: House
    rows: FormRows | None = None
    deadline: date | None = None
    skipped: int = 0

    def __iter__(self) -> Iterator[Order]:
        self.skipped = 0
        known: dict[str, Value | None] = {"paper": self.kind.name, "deadline": self.deadline,
                                          "items": required_rows(self.requirements)}
        if self.rows is None:
            plan = plan_filled_in(self.sheet, known, self.kind.id)
            yield Order(self.kind.id, plan, safe_name(f"{self.kind.name}_{self.sheet.name}"))
            return
        names = RowNames(self.rows)
        yield from asked_orders(self.rows, lambda row: _order(
            self.sheet, row, known, self.house,
            names.stem(row, self.kind.name, self.sheet.name)), self._skip)

    def _skip(self) -> None:
        self.skipped += 1

    def count(self) -> int:
        """How many orders there will be, at most."""
        return 1 if self.rows is None else sum(1 for _row in self.rows)


@dataclass
class TaskOrders:
    """Sheets of the kind `sheet` with the tasks of `plan`, in `lines`: all, or for each of the
    `rows` those whose owner it names. `skipped` counts the rows that own none, `unowned` the tasks
    that nobody on the roster owns."""

    sheet: Kind
    plan: Plan
    lines: Sequence[LedgerLine]
    house: House
    rows: FormRows | None = None
    deadline: date | None = None
    skipped: int = 0
    unowned: int = 0
    _taken: set[int] = field(default_factory=set)

    def __iter__(self) -> Iterator[Order]:
        self.skipped, self._taken = 0, set()
        source, title = self.plan.path or self.plan.id, self.plan.title
        stem = safe_name(title[:_LONGEST])
        if self.rows is None:
            yield Order(source, plan_filled_in(self.sheet, self._known(self.lines), source),
                        safe_name(f"{stem}_{self.sheet.name}"))
            return
        names = RowNames(self.rows)
        for row in self.rows:
            if not (row.name or row.unit):
                yield nobody(row)
                continue
            own = [one for one in self.lines if is_owned(one.task.owner, row, self.house.names)]
            self._taken |= {one.number for one in own}
            if own:
                yield _order(self.sheet, row, self._known(own), self.house,
                             names.stem(row, stem, self.sheet.name))
            else:
                self.skipped += 1
        self.unowned = len(self.lines) - len(self._taken)

    def count(self) -> int:
        """How many orders there will be, at most."""
        return 1 if self.rows is None else sum(1 for _row in self.rows)

    def _known(self, lines: Sequence[LedgerLine]) -> dict[str, Value | None]:
        school = self.plan.shown.get("school") if self.rows is None else None
        return {"plan_title": self.plan.title, "deadline": self.deadline, "unit": school,
                "tasks": tuple(map(_task_row, in_order(lines)))}


def in_order(lines: Sequence[LedgerLine]) -> list[LedgerLine]:
    """By month, and within it by owner; those of nobody come last."""
    def place(one: LedgerLine) -> tuple[Month, bool, str, int]:
        return one.month, not one.task.owner, one.task.owner, one.number

    return sorted(lines, key=place)


def is_owned(owner: str, row: FormRow, names: Names) -> bool:
    """Whether a row of the roster is the owner of a task, or one of several (王珂、周明慧老师)."""
    who = compare_form(row.name or row.unit)
    return bool(who) and who in {compare_form(one) for one in (
        owner, *parts_of(owner), *names.names_in(owner)) if one}


def _task_row(line: LedgerLine) -> Row:
    task = line.task
    row: dict[str, Scalar | None] = {
        "month": line.month, "task": task.text, "owner": task.owner, "due": task.due,
        "evidence": task.evidence, "id": line.key}
    return {name: value for name, value in row.items() if value}


def _order(sheet: Kind, row: FormRow, known: Mapping[str, Value | None], house: House,
           stem: str) -> Order:
    """The sheet of a row: what the roster says of it, and what is known of all."""
    faults: list[Fault] = [*row.faults]
    values, _shown = values_in(row.cells, sheet, house, row.place, faults)
    given = {name: value for name, value in known.items() if value is not None}
    try:
        plan = plan_filled_in(sheet, {**values, **given}, str(row.place))
    except UserError as error:
        return Order(str(row.place), UserError([*faults, *error.faults]))
    return Order(str(row.place), plan, stem, tuple(faults))


