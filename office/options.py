"""Options that several commands have, or that belong together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from plans.messages import LANGUAGES, N_

Body = Callable[..., Any]
LANGUAGE = click.option("--lang", type=click.Choice(LANGUAGES), expose_value=False,
                        help=N_("The language of messages."))
KIND = click.option("--kind", metavar="KIND",
                    help=N_("What the files are; found out without it."))
ROSTER = click.option("--roster", metavar="FILE", help=N_(
    "Who has to hand in: an .xlsx, .csv or YAML list with 姓名 or 单位; says who has not."))
JOBS = click.option("--jobs", type=click.IntRange(1, 64), default=2, metavar="N", show_default=True,
                    help=N_("How many files to read at a time."))
HOUSE = click.option("--house", metavar="DIR", help=N_("The school's own folder of kinds."))
OUT_DIR = click.option("-o", "--out", default=".", metavar="DIR", help=N_(
    "The folder to write to."))
FORCE = click.option("--force", is_flag=True, help=N_("Replace files that are there."))
FULL_VALUES = click.option("--full-values", is_flag=True,
                           help=N_("Show ID and phone numbers in full."))
RECORDS = click.option("--records", multiple=True, metavar="FILE", help=N_(
    "Records of what was done: YAML, .xlsx, or a folder of filled-in forms; may be given several "
    "times."))
OCR = click.option("--ocr", is_flag=True, help=N_(
    "Read pages that are pictures, or whose text is garbled; takes seconds a page."))


def common(body: Body) -> Body:
    """What every command on documents has: the school's folder, and the language."""
    return HOUSE(LANGUAGE(body))


def outlines(body: Body) -> Body:
    """How what is seen in a file is shown."""
    return _with(_OUTLINES, body)


def checks(body: Body) -> Body:
    """What is checked, against what, and what is made of that."""
    return _with(_CHECKS, body)


def summaries(body: Body) -> Body:
    """Which forms are collected, and what is made of them."""
    return _with(_SUMMARIES, body)


def documents(body: Body) -> Body:
    """As what inputs are written, and where."""
    return _with(_DOCUMENTS, body)


def forms(body: Body) -> Body:
    """For whom forms are made, and as what."""
    return _with(_FORMS, body)


def lists(body: Body) -> Body:
    """For whom checklists are made, and as what."""
    return _with(_LISTS, body)


def _with(options: tuple[Callable[[Body], Body], ...], body: Body) -> Body:
    for option in reversed(options):
        body = option(body)
    return body


_RETURNS: tuple[Callable[[Body], Body], ...] = (
    click.option("--annotate", metavar="DIR", help=N_(
        "Put copies with a comment at each finding into this folder; the originals stay as they "
        "are.")),
    click.option("--notices", metavar="DIR", help=N_(
        "Put a return notice (退回通知单) for each file that must be mended into this folder.")),
    click.option("--deadline", metavar="DATE",
                  help=N_("The day, on the notices, by which to hand in again.")),
    click.option("--contact", metavar="TEXT",
                  help=N_("Whom to ask, on the notices, such as \"德育处 王老师 6666\".")),
    click.option("--force", is_flag=True, help=N_("Replace copies and notices that are there.")))
_CHECKS: tuple[Callable[[Body], Body], ...] = (
    KIND,
    click.option("--require", multiple=True, metavar="TITLE", help=N_(
        "A section to ask for, instead of a kind's; may be given several times.")),
    click.option("--period", metavar="PERIOD", help=N_(
        "The months that must be there, such as 2014-03/2014-12.")),
    click.option("--plan", metavar="FILE", help=N_(
        "The YAML input of a plan; says which of its tasks and targets a summary does not speak "
        "of.")),
    ROSTER,
    click.option("--format", "form", type=click.Choice(["text", "json", "jsonl"]), default="text",
                 help=N_("Text, JSON, or one line of JSON a file.")),
    click.option("--report", "reports", multiple=True, metavar="FILE", help=N_(
        "A report to write: .xlsx, .html, .docx, .json or .xml (JUnit); may be given several "
        "times.")),
    FULL_VALUES,
    click.option("--fail-on", type=click.Choice(["error", "warning", "info"]), default="error",
                 show_default=True, help=N_("The level from which the exit code is 1.")),
    *_RETURNS, JOBS, OCR)
_SUMMARIES: tuple[Callable[[Body], Body], ...] = (
    KIND, ROSTER,
    click.option("-o", "--out", multiple=True, required=True, metavar="FILE", help=N_(
        "The summary to write: .xlsx, or .docx where the kind has a summary; may be given several "
        "times.")),
    click.option("--yaml", metavar="DIR", help=N_(
        "Put a YAML input for each form into this folder, with its pictures beside it.")),
    click.option("--newest", is_flag=True, help=N_(
        "Of several forms of one person take the newest only.")),
    click.option("--force", is_flag=True, help=N_("Replace files that are there.")),
    JOBS, OCR)
_OUTLINES: tuple[Callable[[Body], Body], ...] = (
    click.option("--explain", is_flag=True, help=N_("Show why each heading counts as one.")),
    click.option("--format", "form", type=click.Choice(["text", "json"]), default="text",
                 help=N_("Text or JSON.")),
    FULL_VALUES, OCR)
_DOCUMENTS: tuple[Callable[[Body], Body], ...] = (
    OUT_DIR,
    click.option("--as", "views", multiple=True, metavar="KIND",
                 help=N_("Another view of the same data; may be given several times.")),
    click.option("--format", "formats", default="docx", metavar="LIST", show_default=True, help=N_(
        "What to write: docx, pdf, xlsx (the ledger of tasks, the figures of a report), ics (a "
        "calendar).")),
    click.option("--rows", metavar="TABLE", help=N_(
        "An .xlsx or .csv table; one document is written for each row, its columns fill fields.")),
    RECORDS,
    click.option("--traditional", is_flag=True,
                 help=N_("Write Traditional Chinese; names of people stay as they are.")),
    click.option("--draft", is_flag=True,
                 help=N_("Mark what is missing as 【待填：…】 and go on.")),
    FORCE,
    click.option("--jobs", type=click.IntRange(1, 16), default=2, metavar="N", show_default=True,
                 help=N_("How many LibreOffice print PDFs at a time.")))
_FORMS: tuple[Callable[[Body], Body], ...] = (
    click.option("--rows", metavar="ROSTER", help=N_(
        "An .xlsx, .csv or YAML list with 姓名 or 单位; its other columns fill fields.")),
    OUT_DIR,
    click.option("--format", "formats", default="docx", metavar="LIST", show_default=True,
                 help=N_("What to write: docx, pdf (to fill in by hand).")),
    FORCE)
_LISTS: tuple[Callable[[Body], Body], ...] = (
    click.option("--rows", metavar="ROSTER", help=N_(
        "An .xlsx, .csv or YAML list with 姓名 or 单位; a list for each whom it concerns.")),
    OUT_DIR,
    click.option("--format", "formats", default="docx", metavar="LIST", show_default=True,
                 help=N_("What to write: docx, pdf (to tick by hand), xlsx.")),
    click.option("--deadline", metavar="DATE",
                 help=N_("The day, on the list, by which to hand in.")),
    FORCE)
