"""Options that several commands have, or that belong together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from plans.messages import LANGUAGES, N_

Body = Callable[..., Any]
LANGUAGE = click.option("--lang", type=click.Choice(LANGUAGES), expose_value=False,
                        help=N_("The language of messages."))
HOUSE = click.option("--house", metavar="DIR", help=N_("The school's own folder of kinds."))
OUT_DIR = click.option("-o", "--out", default=".", metavar="DIR", help=N_(
    "The folder to write to."))
FORCE = click.option("--force", is_flag=True, help=N_("Replace files that are there."))
FULL_VALUES = click.option("--full-values", is_flag=True,
                           help=N_("Show ID and phone numbers in full."))
OCR = click.option("--ocr", is_flag=True, help=N_(
    "Read pages that are pictures, or whose text is garbled; takes seconds a page."))


def common(body: Body) -> Body:
    """What every command on documents has: the school's folder, and the language."""
    return HOUSE(LANGUAGE(body))


def returns(body: Body) -> Body:
    """What goes back to those who handed in."""
    for option in reversed(_RETURNS):
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
    click.option("--force", is_flag=True, help=N_("Replace copies and notices that are there.")),
)
