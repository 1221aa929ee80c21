"""What is shown to a person: lines folded to the terminal's width, colours where it has them."""

from __future__ import annotations

import os
import shutil
import sys
from threading import RLock

import click

from office.folding import folded, width_of
from plans.errors import Fault, UserError
from plans.masking import masked
from plans.messages import _
from plans.printable import printable

_NARROWEST = 40
_BAR = 20               # characters
_WIPE = "\r\x1b[K"

_progress_shown = False
_speaking = RLock()     # the page that is being recognised is told by a thread of its own


class ReaderGoneError(Exception):
    """The reader of our output has gone (`| head`): nothing is wrong, and nothing can be said."""


def say(*lines: str, error: bool = False) -> None:
    """Prints lines, each folded under its own indent where a terminal would break it."""
    with _speaking:
        _wipe()
        stream = sys.stderr if error else sys.stdout
        width = max(_NARROWEST, shutil.get_terminal_size().columns) if stream.isatty() else 0
        for line in lines:
            for piece in folded(line, width) if width else (line,):
                try:
                    click.echo(piece, err=error)
                except BrokenPipeError:
                    raise ReaderGoneError from None


def style(text: str, colour: str, *, bold: bool = False) -> str:
    """`text` in a colour; without one where NO_COLOR is set (click drops it for a pipe itself)."""
    return text if os.environ.get("NO_COLOR") else click.style(text, fg=colour, bold=bold)


def say_error(error: UserError) -> None:
    """Prints every fault: where and what, and below it how to mend it."""
    for fault in error.faults:
        _say_fault(fault, "red")


def say_notice(fault: Fault) -> None:
    """Prints what a person may want to look at though nothing is wrong, and how to mend it."""
    _say_fault(fault, "yellow")


def _say_fault(fault: Fault, colour: str) -> None:
    say(f"{style(printable(str(fault.place)), colour, bold=True)}: {masked(fault.what)}",
        "    " + _("mend: {fix}").format(fix=masked(fault.mend)), error=True)


def shows_progress() -> bool:
    """Whether there is somebody to see it."""
    return sys.stderr.isatty()


def progress(done: int, total: int, name: str, doing: str = "") -> None:
    """On a terminal says how far the work is, and at what, in a line that the next output wipes."""
    if total > 1:
        full = round(_BAR * min(done, total) / total)
        _show(_("{bar} {done} of {total}").format(
            bar="█" * full + "░" * (_BAR - full), done=done, total=total), doing, name)


def pages_progress(page: int, pages: int, name: str) -> None:
    """As `progress`, within a file whose pictures are read."""
    _show(_("reading pictures: page {page} of {pages}").format(page=page, pages=pages), "", name)


def unpacking(name: str) -> None:
    """On a terminal says which archive is unpacked, as `progress` does."""
    _show(_("unpacking"), "", name)


def _show(how_far: str, doing: str, name: str) -> None:
    """Shows as much of the end of `name` as there is room for: there files differ."""
    global _progress_shown
    if not shows_progress():
        return
    start = f"{how_far}  {doing} " if doing else f"{how_far}  "
    name = printable(name)
    room = max(0, shutil.get_terminal_size().columns - 1 - width_of(start))
    if width_of(name) > room:
        while name and width_of(name) >= room:
            name = name[1:]
        name = "…" + name
    with _speaking:
        click.echo(_WIPE + start + name, nl=False, err=True)
        _progress_shown = True


def _wipe() -> None:
    global _progress_shown
    if _progress_shown:
        click.echo(_WIPE, nl=False, err=True)
        _progress_shown = False
