"""`generate`: from YAML, and a table of rows, to Word, PDF, Excel and calendar files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from generators.editions import FORMATS, Edition
from office.making import made_of, print_pdfs
from office.orders import Order, Orders
from office.output import Output
from office.shelf import Shelf
from office.terminal import progress, say, say_notice, shows_progress
from plans.errors import UsageError, UserError
from plans.house import find_house
from plans.messages import _

if TYPE_CHECKING:
    from office.press import Press


def generate(inputs: Sequence[str], *, out: str, views: Sequence[str], formats: str,
             rows: str | None, traditional: bool, draft: bool, force: bool, jobs: int,
             house: str | None) -> int:
    """Writes the documents of every input, or of every row of a table for each, into the folder
    `out`; 1 where one could not be written.

    A faulty input or row is told and does not stop the others.
    """
    for given in (*inputs, *([rows] if rows is not None else [])):
        if Path(given).is_dir():
            raise UsageError.at(given, _("this is a folder, not a file"),
                                _("name the file in it"))
    for given in inputs:
        if not Path(given).exists():
            raise UsageError.at(given, _("there is no such file"),
                                _("`homeroom new KIND -o FILE.yaml` starts one"))
    if rows is not None and not Path(rows).exists():
        raise UsageError.at(rows, _("there is no such file"), _("check the name and the folder"))
    found = find_house(house)
    forms = _forms(formats)
    edition = Edition(found.profile, found.tradition if traditional else None, found.names)
    kinds = {(kind := found.kind(view)).id: kind for view in views}     # each once
    orders = Orders([Path(one) for one in inputs], list(kinds.values()), found, draft,
                    Path(rows) if rows is not None else None)
    for fault in orders.strangers():
        say_notice(fault)
    output = Output(Shelf(Path(out), force, numbered=rows is not None), by_row=rows is not None)
    with ExitStack() as held:
        if rows is not None or len(inputs) > 1:
            held.callback(output.finish)        # after Ctrl-C too
        press = None
        if "pdf" in forms:
            from office.press import Press

            try:
                press = held.enter_context(Press(jobs))
            except UserError as error:
                output.refuse(error)            # the other formats do not need LibreOffice
                forms = tuple(one for one in forms if one != "pdf")
        if forms:
            _make(orders, forms, edition, press, output)
    return int(output.failed)


def _forms(formats: str) -> tuple[str, ...]:
    asked = [one.strip().lower() for one in formats.replace("，", ",").split(",") if one.strip()]
    strange = [one for one in asked if one not in FORMATS]
    if strange or not asked:
        raise UsageError.at("--format", _("{text} is no format").format(
            text=", ".join(strange) or "–"),
            _("write one or more of: {names}").format(names=",".join(FORMATS)))
    return tuple(one for one in FORMATS if one in asked)


def _make(orders: Orders, forms: Sequence[str], edition: Edition, press: Press | None,
          output: Output) -> None:
    total = orders.count() if shows_progress() else 0
    done = 0
    for portion in _portions(orders, press.portion if press else 1):
        made = [made_of(order, forms, edition) for order in portion]
        if press is not None:
            print_pdfs(made, press)
        for one in made:
            output.add(one)
        done += len(portion)
        progress(done, total, portion[-1].source)
    say()       # the progress line is wiped
    output.say_fonts()


def _portions(orders: Iterable[Order], size: int) -> Iterator[list[Order]]:
    waiting = iter(orders)
    while portion := list(islice(waiting, size)):
        yield portion
