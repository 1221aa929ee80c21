"""The places of a form that are filled in: Word's content controls, each tagged with its field.

Every control stands within a paragraph and holds rich text or what its type has: LibreOffice 7.4
writes the Chinese text of a plain text control, and of one around paragraphs or cells, four times
over when it saves a .docx. What it keeps are the places, not the tags: then the labels speak.

A box to tick is ☐ (U+2610) or ☑ (U+2611) of MS Gothic, as Word makes them, so that ticking one
moves nothing; where that font is not there, every system has another with both.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from generators.form_pictures import Pictures
from generators.form_styles import PROMPT
from generators.form_text import attribute, clean, run
from generators.signature import width
from plans.field_types import (
    CHOICE,
    PICTURE,
    TICKBOX,
    TICKS,
    YES_NO,
    Scalar,
    choices_of,
    printed,
)
from plans.form_marks import LONGEST_TAG, option_tag
from plans.kinds import Field
from plans.no_picture import no_picture
from plans.periods import Month
from plans.pictures import Picture
from plans.placeholders import is_to_fill_in
from plans.plan import Value
from plans.prompts import BLANK, prompt_of

_FORMATS = {"date": "yyyy年M月d日", "month": "yyyy年M月"}
_BOX = "MS Gothic"
_BOX_FONTS = (f'<w:rFonts w:hint="eastAsia" w:ascii="{_BOX}" w:eastAsia="{_BOX}" '
              f'w:hAnsi="{_BOX}" w:cs="{_BOX}"/>')
TICKED, CROSSED, UNTICKED = "☑", "×", "☐"
_PICTURE_ROOM = (4000, 3400)    # twips: a picture that has a line to itself


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a value: its `field`, the tag of its control, whether a click shows a prompt
    and whether the control may be taken out (with its row)."""

    field: Field
    tag: str
    prompted: bool = True
    locked: bool = True


@dataclass
class Controls:
    """Writes the controls of one form and counts them; with `to_fill_in` blank ones show what
    belongs there."""

    to_fill_in: bool
    pictures: Pictures = field(default_factory=Pictures)
    count: int = 0

    def of(self, slot: Slot, value: Value | None, on_a_line: int,
           room: tuple[int, int] = _PICTURE_ROOM) -> str:
        """What a paragraph holds for `value`, None where it is blank.

        So many characters stand on a line of it; a picture is drawn within `room`.
        """
        one = slot.field
        if one.type == TICKS:
            return self._boxes(slot, value if isinstance(value, tuple) else (), on_a_line)
        if one.type == YES_NO:
            ticked = (printed(one, value),) if isinstance(value, bool) else ()
            return self._boxes(slot, ticked, on_a_line)
        if one.type == TICKBOX:
            return self._tickbox(slot, value)
        if one.type == PICTURE:
            given = value if isinstance(value, Picture) else None
            return self.control(
                slot.tag, one.label, "<w:picture/>",
                self.pictures.drawing(given or no_picture(), one.label, room),
                blank=given is None, locked=slot.locked)
        text = shown(one, value)
        unit = run(one.unit) if one.unit else ""
        return self.control(slot.tag, one.label, _kind(one, value, text),
                            run(text) if text else self._prompt(slot), blank=not text,
                            locked=slot.locked) + unit

    def control(self, tag: str, alias: str, kind: str, content: str, *, blank: bool = False,
                locked: bool = False) -> str:
        """A control around `content`; `kind` is the XML of its type."""
        self.count += 1
        named = "".join(f"<w:{name} w:val={attribute(text)}/>" for name, text in (
            ("alias", alias), ("tag", tag[:LONGEST_TAG])) if text)
        return (f'<w:sdt><w:sdtPr>{named}<w:id w:val="{self.count}"/>'
                f"{_LOCK if locked else ''}{'<w:showingPlcHdr/>' if blank else ''}{kind}"
                f"</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>")

    def _prompt(self, slot: Slot) -> str:
        told = self.to_fill_in and slot.prompted and not slot.field.by
        return run(prompt_of(slot.field) if told else BLANK, PROMPT)

    def _boxes(self, slot: Slot, ticked: tuple[object, ...], on_a_line: int) -> str:
        """Boxes side by side; no line ends between one and what it says."""
        drawn: list[str] = []
        taken = 0.0
        for name in choices_of(slot.field):
            wide = 1 + width(name)
            goes_on = taken + 1 + wide <= on_a_line
            drawn += [run("\u3000" if goes_on else "\n")] if drawn else []
            taken = taken + 1 + wide if drawn and goes_on else wide
            drawn.append(self._box(slot, name, name in ticked))
        return "".join(drawn)

    def _box(self, slot: Slot, name: str, ticked: bool) -> str:
        return self.control(option_tag(slot.tag, name), name, _checkbox(ticked),
                            run(TICKED if ticked else UNTICKED, fonts=_BOX_FONTS),
                            locked=slot.locked) + run(name)

    def _tickbox(self, slot: Slot, value: Value | None) -> str:
        """A box alone: 否 is a cross, for an empty one says nothing; another sign (？) stands in
        its place until somebody clicks it."""
        sign = UNTICKED
        if isinstance(value, bool):
            sign = TICKED if value else CROSSED
        elif isinstance(value, str) and value.strip():
            sign = value.strip()
        return self.control(slot.tag, slot.field.label, _checkbox(value is True),
                            run(sign, fonts=_BOX_FONTS), locked=slot.locked)


def _checkbox(ticked: bool) -> str:
    return (f'<w14:checkbox><w14:checked w14:val="{int(ticked)}"/>'
            f'<w14:checkedState w14:val="2611" w14:font="{_BOX}"/>'
            f'<w14:uncheckedState w14:val="2610" w14:font="{_BOX}"/></w14:checkbox>')


_LOCK = '<w:lock w:val="sdtLocked"/>'


def shown(one: Field, value: Value | None) -> str:
    """`value` as the form prints it; "" where it is blank, or only a mark that it is."""
    if value is None or (isinstance(value, tuple) and any(not isinstance(part, str)
                                                         for part in value)):
        return ""
    text = clean(printed(one, _scalar(value))).strip()
    return "" if is_to_fill_in(text) else text


def _scalar(value: Value) -> Scalar:
    return tuple(part for part in value if isinstance(part, str)) if isinstance(
        value, tuple) else value


def _kind(one: Field, value: Value | None, text: str) -> str:
    if one.type == CHOICE:
        last = f" w:lastValue={attribute(text)}" if text else ""
        return f"<w:dropDownList{last}>{''.join(_items(one))}</w:dropDownList>"
    if one.type in _FORMATS:
        day = date(value.year, value.month, 1) if isinstance(value, Month) else value
        full = f' w:fullDate="{day.isoformat()}T00:00:00Z"' if isinstance(day, date) else ""
        return (f'<w:date{full}><w:dateFormat w:val="{_FORMATS[one.type]}"/><w:lid w:val="zh-CN"/>'
                '<w:storeMappedDataAs w:val="date"/><w:calendar w:val="gregorian"/></w:date>')
    return "<w:richText/>"


def _items(one: Field) -> Iterator[str]:
    for option in one.options:
        name = attribute(option.name)
        yield f"<w:listItem w:displayText={name} w:value={name}/>"
