"""The places of a document that were made to be filled in, and the pictures that stand in it.

Content controls with a tag, fields of old forms and bookmarks, in the order in which they begin,
each with its text in the final view.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element

from checkers.controls import Control, Drawn
from checkers.document import Later, Spot, Unreadable
from checkers.word import markup as m
from checkers.word.package import Package, Relationship
from checkers.word.symbols import seen, sign

_UNSEEN = frozenset((m.DEL, m.MOVE_FROM, m.FALLBACK, m.SDT_PR, m.PPR, m.RPR, m.TCPR, m.TRPR,
                     m.INSTR_TEXT))
_SIGNS = {m.TAB: "\t", m.PTAB: "\t", m.CR: "\n", m.BR: "\n", m.NO_BREAK_HYPHEN: "-"}
_PROPERTIES = "docProps/custom.xml"
_AT_A_TIME = 50         # bookmarks, or old fields, that are open; those of a form are short


@dataclass
class _Open:
    """A place that has begun and not ended: what stands in it so far."""

    tag: str
    source: str
    value: str = ""
    is_prompt: bool = False
    is_asking: bool = False         # an old field, before its result begins
    spot: Spot | None = None
    pieces: list[str] = field(default_factory=list)

    def control(self) -> Control:
        text = seen("".join(self.pieces)).strip("\n")
        return Control(self.tag, self.source, "" if self.is_prompt else text, self.value,
                       text if self.is_prompt else "", self.is_prompt, self.spot)


def controls_of(body: _Element, spots: Mapping[_Element, int]) -> tuple[Control, ...]:
    """The controls within `body`; `spots` gives the number of each paragraph."""
    reader = _Reader(spots)
    reader.walk(body)
    return reader.controls()


class _Reader:
    def __init__(self, spots: Mapping[_Element, int]) -> None:
        self._spots = spots
        self._spot: Spot | None = None
        self._open: list[_Open] = []
        self._fields: list[_Open | None] = []       # old fields, None for those of another sort
        self._marks: dict[str, _Open] = {}
        self.found: list[_Open] = []

    def controls(self) -> tuple[Control, ...]:
        """What was found; a bookmark that never ends is none."""
        endless = {id(one) for one in self._marks.values()}
        return tuple(one.control() for one in self.found if id(one) not in endless)

    def walk(self, element: _Element) -> None:
        for child in element:
            tag = child.tag
            if tag in _UNSEEN:
                continue
            if tag == m.T or tag in _SIGNS:
                self._say(_SIGNS.get(tag) or child.text or "")
            elif tag == m.SYM:
                self._say(sign(child.get(m.FONT, ""), child.get(m.CHAR, "")))
            elif tag == m.P:
                self._paragraph(child)
            elif tag == m.SDT:
                self._control(child)
            elif tag == m.FLD_CHAR:
                self._old_field(child)
            elif tag == m.BOOKMARK_START:
                self._begin_mark(child)
            elif tag == m.BOOKMARK_END:
                self._end(self._marks.pop(child.get(m.MARK_ID, ""), None))
            else:
                self.walk(child)

    def _say(self, text: str) -> None:
        for one in self._open:
            if not one.is_asking:
                one.pieces.append(text)
                one.spot = one.spot or self._spot

    def _paragraph(self, paragraph: _Element) -> None:
        outside, at = self._spot, self._spots.get(paragraph)
        self._spot = None if at is None else (at,)
        for one in self._open:
            if one.pieces or one.spot:
                one.pieces.append("\n")
            one.spot = one.spot or self._spot
        self.walk(paragraph)
        self._spot = outside

    def _control(self, control: _Element) -> None:
        properties, content = control.find(m.SDT_PR), control.find(m.SDT_CONTENT)
        if content is None:
            return
        tag = m.value_of(properties, m.CONTROL_TAG) or m.value_of(properties, m.CONTROL_ALIAS) or ""
        # Around rows and whole tables a control repeats them; what is filled in lies within.
        if properties is None or not tag or next(content.iter(m.TR), None) is not None:
            self.walk(content)
            return
        one = self._begin(_Open(tag, "control", _known(properties), m.shows_prompt(control),
                                spot=self._spot))
        self.walk(content)
        self._end(one)

    def _old_field(self, char: _Element) -> None:
        kind = char.get(m.FLD_CHAR_TYPE)
        if kind == "begin":
            data = char.find(m.FF_DATA)
            name = m.value_of(data, m.NAME) if data is not None else None
            one = _Open(name, "legacy", _ticked(data), is_asking=True, spot=self._spot) if (
                name and data is not None and len(self._fields) < _AT_A_TIME) else None
            self._fields.append(one and self._begin(one))
        elif kind == "separate" and self._fields and (asked := self._fields[-1]):
            asked.is_asking = False
        elif kind == "end" and self._fields and (ended := self._fields.pop()):
            self._end(ended)

    def _begin_mark(self, start: _Element) -> None:
        name = start.get(m.MARK_NAME, "")
        # _GoBack, _Toc: Word's own. Each that is open takes all that follows: many would be slow.
        if name and not name.startswith("_") and len(self._marks) < _AT_A_TIME:
            self._end(self._marks.pop(start.get(m.MARK_ID, ""), None))
            self._marks[start.get(m.MARK_ID, "")] = self._begin(
                _Open(name, "bookmark", spot=self._spot))

    def _begin(self, one: _Open) -> _Open:
        self.found.append(one)
        self._open.append(one)
        return one

    def _end(self, one: _Open | None) -> None:
        if one in self._open:
            self._open.remove(one)


def _known(properties: _Element) -> str:
    """The day of a date, or whether a box is ticked, as the control itself keeps it."""
    box = properties.find(m.CONTROL_BOX)
    if box is not None:
        state = box.find(m.BOX_CHECKED)
        return "0" if state is None or state.get(m.BOX_VALUE, "1") in ("0", "false") else "1"
    date = properties.find(m.CONTROL_DATE)
    return "" if date is None else date.get(m.FULL_DATE, "")[:10]


def _ticked(data: _Element) -> str:
    box = data.find(m.CHECK_BOX)
    if box is None:
        return ""
    state = box.find(m.CHECKED)
    state = box.find(m.DEFAULT) if state is None else state
    return "1" if state is not None and m.is_on(state) else "0"


def drawings_of(package: Package, body: _Element, pointers: Mapping[str, Relationship],
                spots: Mapping[_Element, int]) -> tuple[Drawn, ...]:
    """The pictures of `body` in order, with the paragraphs they stand in."""
    return tuple(_drawings(package, body, pointers, spots))


def _drawings(package: Package, body: _Element, pointers: Mapping[str, Relationship],
              spots: Mapping[_Element, int]) -> Iterator[Drawn]:
    for element in body.iter(*m.PICTURES):
        if next(element.iterancestors(m.FALLBACK, m.DEL, m.MOVE_FROM), None) is not None:
            continue
        link = element.get(m.EMBED) or element.get(m.LINK_ID) or ""
        name = pointers[link].target if link in pointers else ""
        around = [*element.iterancestors(m.P)]      # of a text box the paragraph it hangs on
        at = spots.get(around[-1]) if around else None
        if name:
            yield Drawn(None if at is None else (at,), posixpath.basename(name),
                        Later(_content, package, name))


def _content(package: Package, name: str) -> bytes:
    """The bytes of a picture; none of one that is damaged or too large."""
    try:
        return package.content(name) or b""
    except Unreadable:
        return b""


def custom_properties(package: Package) -> dict[str, str]:
    """The properties that programs have written into the file, by name; none where damaged."""
    try:
        root = package.tree(_PROPERTIES) if _PROPERTIES in package else None
    except Unreadable:
        return {}
    return {} if root is None else {
        one.get("name", ""): "".join(str(text) for text in one.itertext()).strip()
        for one in root.iter(m.CUSTOM_PROPERTY)}
