"""The commands `ledger …` and `next`: declarations, as in cli.py."""

from __future__ import annotations

from typing import Any

import click

from office.options import RECORDS, common
from office.spoken import SpokenCommand, SpokenGroup
from plans.messages import N_


@click.group(cls=SpokenGroup, help=N_(
    "Keep the ledger of a plan's tasks: what is done, what is late, what is dropped."))
def ledger() -> None:
    pass


@click.command("next", cls=SpokenCommand, help=N_(
    "Begin next year's plan from this year's: months move on, what is open is carried.\n\n"
    "Example: homeroom next studio-plan-2026.yaml"))
@click.argument("plan", metavar="PLAN.yaml")
@RECORDS
@click.option("-o", "--out", metavar="FILE", help=N_(
    "The file to write; beside the plan without it, with the new year in its name."))
@click.option("--force", is_flag=True, help=N_("Replace a file that is there."))
@common
def next_(plan: str, **options: Any) -> int:
    from office.next_year import begin_next

    return begin_next(plan, **options)


@ledger.command(help=N_(
    "Tick a task in the plan's own file, which keeps its comments and layout.\n\nTASK is its id, "
    "its number in the ledger, or words that no other task has.\n\n"
    "Example: homeroom ledger tick plan.yaml t07 --date 2026-09-20 --evidence 佐证/0920.docx"))
@click.argument("plan", metavar="PLAN.yaml")
@click.argument("task")
@click.option("--date", "day", metavar="DAY", help=N_("When it was done; today without it."))
@click.option("--month", metavar="MONTH", help=N_("Which month of a task that recurs."))
@click.option("--state", default="done", show_default=True, metavar="STATE", help=N_(
    "done, doing, open or dropped (已完成, 进行中, 未完成, 取消); open takes a tick away."))
@click.option("--evidence", metavar="FILE", help=N_(
    "A file that shows it, seen from the plan's folder; it is looked for."))
@click.option("--reason", metavar="TEXT", help=N_("Why it is late or dropped."))
@common
def tick(plan: str, task: str, **options: Any) -> int:
    from office.ledger_tick import tick

    return tick(plan, task, **options)


@ledger.command(help=N_(
    "List what is late, and what is due this month.\n\n"
    "Example: homeroom ledger due plan.yaml --month 2026-10"))
@click.argument("plans", nargs=-1, required=True, metavar="PLAN.yaml...")
@RECORDS
@click.option("--month", metavar="MONTH", help=N_("Another month than this one."))
@click.option("--today", metavar="DAY", help=N_("The day from which it is seen; today without it."))
@common
def due(plans: tuple[str, ...], **options: Any) -> int:
    from office.ledger_due import due

    return due(plans, **options)


@ledger.command(help=N_(
    "Bring the ticks of an Excel ledger back into its plan.\n\nNothing is written where a cell "
    "cannot be understood.\n\nExample: homeroom ledger read 任务台账.xlsx plan.yaml"))
@click.argument("workbook", metavar="LEDGER.xlsx")
@click.argument("plan", metavar="PLAN.yaml")
@common
def read(workbook: str, plan: str, **options: Any) -> int:
    from office.ledger_reading import read

    return read(workbook, plan, **options)
