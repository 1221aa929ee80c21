"""What a run puts out: files in a folder, a word about each, and a list of them all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from generators.editions import FORMATS
from generators.writing import write
from office.making import Making
from office.manifest import FILE_NAME, Made, manifest
from office.orders import Order
from office.shelf import UNCHANGED, WRITTEN, Shelf
from office.terminal import say, say_error, say_notice, style
from plans.errors import Fault, UserError
from plans.masking import masked
from plans.messages import N_, _, ngettext
from plans.plan import Plan

FAILED = "not written"
_STATES = {WRITTEN: (N_("written"), N_("written: {path}"), "green"),
           UNCHANGED: (N_("unchanged"), N_("unchanged: {path}"), "cyan"),
           FAILED: (N_("not written"), "", "red")}


@dataclass
class Output:
    """Puts files onto `shelf`. `by_row`: they are many and alike, so only what a person must look
    at is told of each, and never twice; the rest stands in the list."""

    shelf: Shelf
    by_row: bool = False
    lines: list[Made] = field(default_factory=list)
    states: Counter[str] = field(default_factory=Counter)
    _faulty: bool = False
    _said: set[Fault] = field(default_factory=set)
    _fonts: dict[str, str] = field(default_factory=dict)

    @property
    def failed(self) -> bool:
        """Whether anything could not be written, or only with faults."""
        return self._faulty or bool(self.states[FAILED])

    def add(self, making: Making) -> None:
        """Writes the files of an order and tells of them."""
        source, plan = making.order.source, making.order.plan
        if isinstance(plan, UserError):
            self.refuse(plan, source)
            return
        self._say(plan.notices)
        if making.order.faults:
            self._faulty = True
            self._say_faults(making.order.faults)
        try:
            stem = self.shelf.stem(making.stem, source) if making.stem else ""
        except UserError as error:
            self.refuse(error, source, plan.title)
            return
        for form in FORMATS:
            data = making.files.get(form)
            if isinstance(data, UserError):
                self.refuse(data, source, plan.title)
            elif data is not None:
                self._put(f"{stem}.{form}", data, making.order, plan)
        self._fonts |= {one.asked: one.got for one in making.fonts if one.asked != one.got}
        if not self.by_row:
            _say_gaps(plan)

    def refuse(self, error: UserError, source: str = "", title: str = "") -> None:
        """Tells what is wrong, once; the list has it each time."""
        self.states[FAILED] += 1
        self.lines.append(Made("", _(_STATES[FAILED][0]), source, title, _("; ").join(
            f"{fault.place}: {fault.what}" for fault in error.faults)))
        self._say_faults(error.faults)

    def say_fonts(self) -> None:
        """Tells which fonts were not there to print with, and what was taken instead."""
        if self._fonts:
            say(_("printed with other fonts, for these are not on this computer:"),
                *(f"    {asked} → {got}" for asked, got in self._fonts.items()))

    def finish(self) -> None:
        """Writes the list of what was made into the folder, and says how much that is."""
        path = self.shelf.folder / FILE_NAME
        try:
            write(path, manifest(self.lines), force=True)
        except UserError as error:
            self.states[FAILED] += 1
            say_error(error)
        say(_("{parts}; listed in {path}").format(path=path, parts=_(", ").join(
            style(_("{state}: {count}").format(state=_(name), count=self.states[state]), colour)
            for state, (name, _told, colour) in _STATES.items() if self.states[state])
            or _("nothing written")))

    def _put(self, name: str, data: bytes, order: Order, plan: Plan) -> None:
        try:
            path, state = self.shelf.put(name, data)
        except UserError as error:
            self.refuse(error, order.source, plan.title)
            return
        word, told, colour = _STATES[state]
        self.states[state] += 1
        self.lines.append(Made(name, _(word), order.source, plan.title, _("; ").join(
            [*(gap.what for gap in plan.gaps),
             *(f"{fault.place}: {masked(fault.what)}" for fault in order.faults)])))
        if not self.by_row:
            say(_(told).format(path=style(str(path), colour)))

    def _say_faults(self, faults: Iterable[Fault]) -> None:
        if new := [fault for fault in faults if fault not in self._said]:
            self._said.update(new)
            say_error(UserError(new))

    def _say(self, notices: tuple[Fault, ...]) -> None:
        for fault in notices:
            if fault not in self._said:
                self._said.add(fault)
                say_notice(fault)


def _say_gaps(plan: Plan) -> None:
    if plan.gaps:
        say("    " + ngettext("{count} place is still to be filled in, marked 【待填：…】",
                              "{count} places are still to be filled in, marked 【待填：…】",
                              len(plan.gaps)).format(count=len(plan.gaps)))
        for gap in plan.gaps:
            say(f"    {gap.place}: {gap.what}")
