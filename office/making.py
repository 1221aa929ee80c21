"""An order → its files in memory, in every format that was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generators.editions import Edition
from office.orders import Order
from plans.errors import Fault, Place, UserError

if TYPE_CHECKING:
    from generators.fonts import FontUse
    from office.press import Press


@dataclass(slots=True)
class Making:
    """The files of an order as they come to be: by format their bytes, or why there are none.

    `stem` is their name without suffix, `word` the Word file where a PDF is to be printed from it.
    """

    order: Order
    stem: str = ""
    files: dict[str, bytes | UserError] = field(default_factory=dict)
    word: bytes = b""
    fonts: tuple[FontUse, ...] = ()


def made_of(order: Order, formats: Sequence[str], edition: Edition) -> Making:
    """The files of `order` but for the PDF; an order without a plan has none."""
    making = Making(order)
    if isinstance(order.plan, UserError):
        return making
    for one in formats:
        needed = "docx" if one == "pdf" else one
        if needed in making.files:
            continue
        try:
            made = edition.made(order.plan, needed)
        except UserError as error:
            making.files[needed] = error
        else:
            making.stem = order.stem or made.file_name.removesuffix(f".{needed}")
            making.files[needed] = made.data
    word = making.files.get("docx")
    if "pdf" in formats and isinstance(word, bytes):
        making.word = word
        if "docx" not in formats:
            del making.files["docx"]
    return making


def print_pdfs(makings: Sequence[Making], press: Press) -> None:
    """Adds the PDF to each that has a Word file; raises UserError where nothing can be printed."""
    waiting = [one for one in makings if one.word]
    for making, paper in zip(waiting, press.pdfs([one.word for one in waiting]), strict=True):
        if isinstance(paper, UserError):
            place = Place(making.order.source)
            making.files["pdf"] = UserError(
                Fault(place if not fault.place.file else fault.place, fault.what, fault.mend)
                for fault in paper.faults)
        else:
            making.files["pdf"] = paper.data
            making.fonts = paper.fonts
