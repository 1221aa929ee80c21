"""`checklist`: what is to be ticked off, to print or to fill in: of a kind what `check` demands of
its papers (材料自查表), of a plan its tasks (任务清单)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generators.editions import Edition
from office.checklist_orders import RequirementOrders, TaskOrders
from office.deadlines import deadline_of
from office.named_files import named_file
from office.output import Output
from office.production import formats_in, produce
from office.shelf import Shelf
from office.terminal import say
from plans.errors import UsageError
from plans.form_rows import FormRows
from plans.house import House, find_house
from plans.inputs import plan_of
from plans.kinds import CHECKLIST, TASK_LIST
from plans.ledger import ledger_lines
from plans.messages import _, ngettext
from plans.requirements import requirements_of
from plans.sources import read_source

_FORMATS = ("docx", "pdf", "xlsx")
_SUFFIXES = (".yaml", ".yml")
_JOBS = 2           # LibreOffices that print at a time


def checklist(what: str, *, rows: str | None, out: str, formats: str, deadline: str | None,
              force: bool, house: str | None) -> int:
    """Writes the checklist of the kind or of the plan `what` into the folder `out`, or one for each
    row of the roster `rows` whom it concerns; 1 where one could not be written, or a cell could not
    be put into it.

    Raises UsageError where there is no such kind or file, or `check` asks nothing of the kind;
    UserError where the plan or the roster cannot be read.
    """
    table = named_file(rows, _("check the name and the folder")) if rows is not None else None
    asked = formats_in(formats, _FORMATS)
    day = deadline_of(deadline, date.today()) if deadline is not None else None
    found = find_house(house)
    orders = (_of_plan(what, found, table, day) if _is_plan(what) else
              _of_kind(what, found, table, day))
    output = Output(Shelf(Path(out), force, numbered=table is not None), by_row=table is not None)
    produce(orders, asked, Edition(found.profile, names=found.names, as_table=True), output,
            jobs=_JOBS, listed=table is not None)
    _tell(orders)
    return int(output.failed)


def _is_plan(what: str) -> bool:
    """Whether the name is that of an input: its suffix says so, or such a file is there."""
    return Path(what).suffix.lower() in _SUFFIXES or Path(what).is_file()


def _of_kind(key: str, house: House, table: Path | None, day: date | None) -> RequirementOrders:
    kind, sheet = house.kind(key), house.kind_for(CHECKLIST)
    asked = requirements_of(kind)
    if not asked:
        raise UsageError.at(key, _("the check asks nothing of {kind}: there is nothing to list"
                                   ).format(kind=kind.name),
                            _("`homeroom kinds {kind}` shows what it holds").format(kind=kind.id))
    rows = FormRows(table, sheet, house, kind) if table else None
    return RequirementOrders(sheet, kind, asked, house, rows, day)


def _of_plan(name: str, house: House, table: Path | None, day: date | None) -> TaskOrders:
    path = named_file(name, _("`homeroom new KIND -o FILE.yaml` starts one"))
    plan = plan_of(read_source(path), house)
    sheet = house.kind_for(TASK_LIST)
    rows = FormRows(table, sheet, house) if table else None
    return TaskOrders(sheet, plan, ledger_lines(plan), house, rows, day)


def _tell(orders: RequirementOrders | TaskOrders) -> None:
    """Says which rows got no sheet, and which tasks stand on none."""
    if isinstance(orders, RequirementOrders):
        if orders.skipped:
            say(ngettext("{count} row is not asked for this paper (应交): skipped",
                         "{count} rows are not asked for this paper (应交): skipped",
                         orders.skipped).format(count=orders.skipped))
        return
    if orders.skipped:
        say(ngettext("{count} row owns no task of the plan: skipped",
                     "{count} rows own no task of the plan: skipped",
                     orders.skipped).format(count=orders.skipped))
    if orders.unowned:
        say(ngettext("{count} task is on no sheet: nobody owns it, or nobody on the roster",
                     "{count} tasks are on no sheet: nobody owns them, or nobody on the roster",
                     orders.unowned).format(count=orders.unowned))
