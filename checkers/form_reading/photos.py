"""The pictures of a form: the one in the box made for it, or the only one that was pasted in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from checkers.answers import BLANK, CONTROL, GIVEN, MOVED, TABLE, Answer, Doubt
from checkers.controls import Drawn
from checkers.findings import at_paragraph
from checkers.form_reading.boxes import Box
from checkers.form_reading.held import Held
from plans.field_types import PICTURE
from plans.no_picture import no_picture
from plans.pictures import Picture


def with_pictures(answers: Mapping[str, Answer], boxes: Sequence[Box],
                  held: Held) -> dict[str, Answer]:
    """`answers` with the pictures of the fields that ask for one."""
    wanted = [one for one in answers.values() if one.field.type == PICTURE]
    found = dict(answers)
    if not wanted or not held.drawings:
        return found
    prompts = {one.spot for answer in wanted for one in held.controls(answer.field.name)
               if one.is_prompt}
    free = [one for one in held.drawings if one.spot not in prompts and not _picture(
        one).looks_like(no_picture())]
    for answer in wanted:
        name = answer.field.name
        controls = {one.spot for one in held.controls(name)}
        own = [one for one in free if one.spot in controls]
        source = CONTROL if own else TABLE
        for box in boxes if not own else ():
            if box.field is answer.field:
                # A label may stand in the box itself: each cell once.
                cells = dict.fromkeys(cell for _row, cell in (box.label, *box.cells))
                own += [one for cell in cells for one in held.drawn_in(cell) if one in free]
        strays = [one for one in free if _is_within(one, held)]
        if own or (len(wanted) == 1 and len(strays) == 1):
            first = (own or strays)[0]
            free.remove(first)
            found[name] = _shown(answer, first, source, held, len(own) > 1)
    return found


def _shown(answer: Answer, drawn: Drawn, source: str, held: Held, is_one_of: bool) -> Answer:
    place = held.paragraphs.get(drawn.spot) if drawn.spot is not None else None
    picture = _picture(drawn)
    return replace(
        answer, state=GIVEN if picture.data else BLANK, text=drawn.name,
        value=picture if picture.data else None, source=source, error="",
        location=at_paragraph(place) if place else answer.location,
        doubts=(Doubt(MOVED, drawn.name),) if is_one_of else ())


def _picture(drawn: Drawn) -> Picture:
    return Picture(drawn.name, drawn.data() or b"")


def _is_within(drawn: Drawn, held: Held) -> bool:
    """Whether a picture stands in a table or a text box, as a photo does and a crest does not."""
    place = held.paragraphs.get(drawn.spot) if drawn.spot is not None else None
    return place is not None and (place.table is not None or place.source == "text-box")
