"""Complex fields: which of their text is shown, and which belongs to a table of contents."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from lxml.etree import _Element

from checkers.word import markup as m

_TICKED, _EMPTY = "☑", "☐"


@dataclass(frozen=True, slots=True)
class _Field:
    instruction: list[str] = field(default_factory=list)
    shows: bool = False         # past its separator: what follows is its result
    contents: bool = False


class Fields:
    """The fields that are open at this point of a story.

    `balanced` says that the story closes as many as it opens; where it does not, a table of
    contents that never ends must not swallow the sections after it.
    """

    def __init__(self, balanced: bool = True) -> None:
        self._balanced = balanced
        self._open: list[_Field] = []
        self._asking = 0        # how many of them are still in their instruction
        self._listing = 0       # how many make a table of contents

    @classmethod
    def of(cls, story: _Element) -> Fields:
        """The fields for a walk through `story`, none open yet."""
        kinds = [char.get(m.FLD_CHAR_TYPE) for char in story.iter(m.FLD_CHAR)]
        return cls(kinds.count("begin") <= kinds.count("end"))

    @property
    def hides(self) -> bool:
        """Whether text here is not shown, being the result of a field within an instruction."""
        # Text right in an instruction is no instruction (that is w:instrText), but the sign of a
        # field that was never closed: showing it loses nothing.
        return self._asking > 0 and self._asking > (not self._open[-1].shows)

    @property
    def contents(self) -> bool:
        """Whether text here is a line of a table of contents."""
        return self._listing > 0 and self._balanced

    def meet(self, char: _Element) -> str:
        """Take a w:fldChar in; returns what a form field shows by itself, without a result."""
        kind = char.get(m.FLD_CHAR_TYPE)
        if kind == "begin":
            self._push(_Field())
            data = char.find(m.FF_DATA)
            return "" if data is None else _form_value(data)
        if kind == "separate" and self._open and not self._open[-1].shows:
            field = self._pop()
            self._push(_Field(shows=True, contents=_makes_contents("".join(field.instruction))))
        elif kind == "end" and self._open:
            self._pop()
        return ""

    @contextmanager
    def within(self, instruction: str | None) -> Iterator[None]:
        """A w:fldSimple: a field with that instruction is open for as long as it is read."""
        depth = len(self._open)
        self._push(_Field(shows=True, contents=_makes_contents(instruction or "")))
        yield
        while len(self._open) > depth:
            self._pop()

    def instruct(self, text: str | None) -> None:
        """Take a piece of an instruction in; Word cuts them anywhere."""
        if text and self._open:
            self._open[-1].instruction.append(text)

    def end_paragraph(self) -> None:
        """Forget fields that were begun and came to nothing within their paragraph."""
        if self._asking:
            self._open = [one for one in self._open if one.shows]
            self._asking = 0

    def _push(self, field: _Field) -> None:
        self._open.append(field)
        self._asking += not field.shows
        self._listing += field.contents

    def _pop(self) -> _Field:
        field = self._open.pop()
        self._asking -= not field.shows
        self._listing -= field.contents
        return field


def _makes_contents(instruction: str) -> bool:
    return instruction.split(None, 1)[:1] == ["TOC"]


def _form_value(data: _Element) -> str:
    box, choices = data.find(m.CHECK_BOX), data.find(m.DD_LIST)
    if box is not None:
        # The one that is there: w:checked is what was ticked, w:default what the form began with.
        state = box.find(m.CHECKED)
        state = box.find(m.DEFAULT) if state is None else state
        return _TICKED if state is not None and m.is_on(state) else _EMPTY
    if choices is not None:
        chosen = m.whole(m.value_of(choices, m.RESULT) or m.value_of(choices, m.DEFAULT)) or 0
        entries = [entry.get(m.VAL, "") for entry in choices.iterchildren(m.LIST_ENTRY)]
        return entries[chosen] if 0 <= chosen < len(entries) else ""
    return ""
