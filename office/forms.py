"""`form`: a blank form of a kind, or one for each row of a roster, to fill in in Word or WPS."""

from __future__ import annotations

from pathlib import Path

from generators.editions import Edition
from office.form_orders import FormOrders
from office.named_files import named_file
from office.output import Output
from office.production import formats_in, produce
from office.shelf import Shelf
from office.terminal import say, say_notice
from plans.house import find_house
from plans.messages import _, ngettext

_FORMATS = ("docx", "pdf")
_JOBS = 2           # LibreOffices that print at a time


def form(key: str, *, rows: str | None, out: str, formats: str, force: bool,
         house: str | None) -> int:
    """Writes the form into the folder `out`, or one for each row of the roster `rows` who has to
    hand it in; 1 where one could not be written, or a cell could not be put into its form.

    What a cell says that its field does not take is told, and left blank in the form.
    """
    table = named_file(rows, _("check the name and the folder")) if rows is not None else None
    found = find_house(house)
    orders = FormOrders(found.kind(key), found, table)
    asked = formats_in(formats, _FORMATS)
    for fault in orders.strangers():
        say_notice(fault)
    output = Output(Shelf(Path(out), force, numbered=table is not None), by_row=table is not None)
    produce(orders, asked, Edition(found.profile, names=found.names, to_fill_in=True), output,
            jobs=_JOBS, listed=table is not None)
    if orders.skipped:
        say(ngettext("{count} row is not asked for this form (应交): skipped",
                     "{count} rows are not asked for this form (应交): skipped",
                     orders.skipped).format(count=orders.skipped))
    return int(output.failed)
