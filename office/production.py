"""A run: orders are made, their PDFs printed, and everything put out in turn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from generators.editions import FORMATS, Edition
from office.making import made_of, print_pdfs
from office.orders import Order
from office.output import Output
from office.terminal import progress, say, shows_progress
from plans.errors import UsageError, UserError
from plans.messages import _

if TYPE_CHECKING:
    from office.press import Press


class Counted(Protocol):
    """Orders that know how many they are, at most."""

    def __iter__(self) -> Iterator[Order]: ...

    def count(self) -> int:
        """The most orders that there may be."""


def formats_in(text: str, known: Sequence[str] = FORMATS) -> tuple[str, ...]:
    """The formats that `--format` names, each once; raises UsageError for one that is not known."""
    asked = [one.strip().lower() for one in text.replace("，", ",").split(",") if one.strip()]
    strange = [one for one in asked if one not in known]
    if strange or not asked:
        raise UsageError.at("--format", _("{text} is no format").format(
            text=", ".join(strange) or "–"),
            _("write one or more of: {names}").format(names=",".join(known)))
    return tuple(one for one in known if one in asked)


def produce(orders: Counted, formats: Sequence[str], edition: Edition, output: Output, *,
            jobs: int, listed: bool) -> None:
    """Makes every order in all `formats` and puts it out; a list of it all where it is `listed`.

    `jobs` LibreOffices print at a time.
    """
    with ExitStack() as held:
        if listed:
            held.callback(output.finish)        # after Ctrl-C too
        press = None
        if "pdf" in formats:
            from office.press import Press

            try:
                press = held.enter_context(Press(jobs))
            except UserError as error:
                output.refuse(error)            # the other formats do not need LibreOffice
                formats = tuple(one for one in formats if one != "pdf")
        if formats:
            _make(orders, formats, edition, press, output)


def _make(orders: Counted, formats: Sequence[str], edition: Edition, press: Press | None,
          output: Output) -> None:
    total = orders.count() if shows_progress() else 0
    done = 0
    for portion in _portions(orders, press.portion if press else 1):
        made = [made_of(order, formats, edition) for order in portion]
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
