"""`outline`: what is seen in a file, and why."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import closing

from checkers.as_json import SCHEMA_VERSION, outline_json
from checkers.as_text import outline_lines
from checkers.case import Demand
from office.batch import outline_files
from office.hand_ins import hand_ins
from office.recognition import require_ocr
from office.scratch import Scratch
from office.telling import at_work
from office.terminal import say, style, unpacking
from plans.house import find_house
from plans.masking import masked, masked_all
from plans.messages import chosen_language


def outline(paths: Sequence[str], *, explain: bool, form: str, house: str | None,
            full_values: bool = False, ocr: bool = False) -> int:
    """Shows the outline of every file; 1 where one of them cannot be read, else 0.

    ID and phone numbers are masked unless `full_values`.
    """
    if ocr:
        require_ocr()
    demand = Demand(find_house(house).topics)
    files = []
    unreadable = False
    with Scratch() as scratch:
        found = hand_ins(paths, scratch, opening=unpacking)
        at_work(0, found)
        with closing(outline_files(found, demand, scratch, jobs=1,
                                   language=chosen_language(), ocr=ocr)) as outlines:
            for done, (_file, (submission, seen)) in enumerate(outlines, 1):
                unreadable = unreadable or seen is None
                if form == "json":
                    told = outline_json(submission, seen)
                    files.append(told if full_values else masked_all(told))
                else:
                    name, *lines = outline_lines(submission, seen, explain, style)
                    say(name, *(lines if full_values else map(masked, lines)))
                at_work(done, found)
    if form == "json":
        say(json.dumps({"schema_version": SCHEMA_VERSION, "files": files}, ensure_ascii=False,
                       indent=2))
    return int(unreadable)
