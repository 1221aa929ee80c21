"""`generate`: from YAML, and a table of rows, to Word, PDF, Excel and calendar files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generators.editions import Edition
from office.named_files import named_file, named_path
from office.orders import Orders
from office.output import Output
from office.production import formats_in, produce
from office.shelf import Shelf
from office.terminal import say_notice
from plans.house import find_house
from plans.messages import _


def generate(inputs: Sequence[str], *, out: str, views: Sequence[str], formats: str,
             rows: str | None, records: Sequence[str], traditional: bool, draft: bool,
             force: bool, jobs: int, house: str | None) -> int:
    """Writes the documents of every input, or of every row of a table for each, into the folder
    `out`; 1 where one could not be written.

    A faulty input or row is told and does not stop the others.
    """
    paths = [named_file(one, _("`homeroom new KIND -o FILE.yaml` starts one")) for one in inputs]
    table = named_file(rows, _("check the name and the folder")) if rows is not None else None
    found = find_house(house)
    asked = formats_in(formats)
    edition = Edition(found.profile, found.tradition if traditional else None, found.names)
    kinds = {(kind := found.kind(view)).id: kind for view in views}     # each once
    held = [named_path(one) for one in records]
    orders = Orders(paths, list(kinds.values()), found, draft, table, held)
    for fault in orders.strangers():
        say_notice(fault)
    output = Output(Shelf(Path(out), force, numbered=rows is not None), by_row=rows is not None)
    produce(orders, asked, edition, output, jobs=jobs,
            listed=rows is not None or len(inputs) > 1)
    return int(output.failed)
