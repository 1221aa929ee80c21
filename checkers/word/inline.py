"""The content of one paragraph: its text as finally shown, how it looks, what is anchored to it."""

from __future__ import annotations

from lxml.etree import _Element

from checkers import limits
from checkers.document import Look, Unreadable
from checkers.word import markup as m
from checkers.word.fields import Fields
from checkers.word.graphics import held_by
from checkers.word.looks import look_of
from checkers.word.properties import Ink, ink_of
from checkers.word.styles import Style, Styles
from checkers.word.symbols import redrawn, seen, sign

# Read through as if they were not there; w:del and w:moveFrom are not among them.
_CLEAR = frozenset((m.HYPERLINK, m.INS, m.MOVE_TO, m.SMART_TAG, m.CUSTOM_XML, m.SDT_CONTENT,
                    m.DIR, m.BDO))
_SIGNS = {m.TAB: "\t", m.PTAB: "\t", m.CR: "\n", m.NO_BREAK_HYPHEN: "-"}
_GRAPHICS = frozenset((m.DRAWING, m.PICT, m.OBJECT))


class Inline:
    """What the runs of a paragraph hold; a second paragraph may be read on into it.

    `boxes` are the text boxes anchored here, `diagrams` the ids of SmartArt, `pictures` a number.
    `break_before` and `break_after` tell of page breaks before the first and after the last
    visible character.
    """

    __slots__ = ("_base", "_contents", "_fields", "_inks", "_length", "_muted", "_pieces",
                 "_plain", "_styles", "_torn", "boxes", "break_after", "break_before",
                 "diagrams", "pictures")

    def __init__(self, styles: Styles, fields: Fields) -> None:
        self._styles, self._fields = styles, fields
        self._muted = False
        self._base = Ink()
        self._pieces: list[str] = []
        self._length = 0
        self._inks: dict[Ink, int] = {}         # how many visible characters have it
        self._contents = self._plain = self._torn = False
        self.boxes: list[_Element] = []
        self.diagrams: list[str] = []
        self.pictures = 0
        self.break_before = self.break_after = False

    def read(self, paragraph: _Element, style: Style, muted: bool) -> None:
        """Take in the content of `paragraph`; nothing of it is shown where it is `muted`."""
        self._base, self._muted = style.ink, muted
        self._contents |= self._fields.contents
        self._read(paragraph)
        self._fields.end_paragraph()

    @property
    def text(self) -> str:
        """The text as shown."""
        return seen("".join(self._pieces))

    @property
    def is_contents(self) -> bool:
        """Whether all of it lies within a field that makes a table of contents."""
        return self._contents and not self._plain

    def look(self, align: str | None, page_break: bool) -> Look:
        """How it looks; `align` is the w:jc that holds for it."""
        return look_of(self._inks, self._base, align, page_break)

    def _read(self, parent: _Element) -> None:
        for child in parent:
            tag = child.tag
            if tag == m.R:
                self._run(child)
            elif tag in _CLEAR:
                self._read(child)
            elif tag == m.SDT:
                self._control(child)
            elif tag == m.ALTERNATE:
                self._read(m.chosen(child))
            elif tag == m.FLD_SIMPLE:
                with self._fields.within(child.get(m.INSTR)):
                    self._read(child)
            elif tag == m.O_MATH or tag == m.O_MATH_PARA:
                self._add("".join(text.text or "" for text in child.iter(m.M_T)), self._base)

    def _control(self, control: _Element) -> None:
        outside = self._muted
        self._muted = outside or m.shows_prompt(control)
        for content in control.iterchildren(m.SDT_CONTENT):
            self._read(content)
        self._muted = outside

    def _run(self, run: _Element) -> None:
        ink, font = self._base, ""
        for child in run:
            tag = child.tag
            if tag == m.T:
                text = child.text
                if text:
                    if "\n" in text:    # a line of the file, not of the paper
                        text = text.replace("\n", " ")
                    self._add(redrawn(text, font) if font else text, ink)
            elif tag == m.RPR:
                ink, font = self._ink(child)
            else:
                self._piece(child, ink)

    def _ink(self, rpr: _Element) -> tuple[Ink, str]:
        """The ink of a run, and its font for Latin letters and signs."""
        under = self._base
        named = rpr.find(m.R_STYLE)
        if named is not None:
            own = self._styles.character(named.get(m.VAL))
            if own.bold and under.bold:
                own = own._replace(bold=False)      # 17.7.3: bold on bold switches it off
            under = own.over(under)
        fonts = rpr.find(m.FONTS)
        return ink_of(rpr, under), "" if fonts is None else fonts.get(m.ASCII, "")

    def _piece(self, child: _Element, ink: Ink) -> None:
        tag = child.tag
        if tag in _SIGNS:
            self._add(_SIGNS[tag], ink)
        elif tag == m.BR:
            if child.get(m.TYPE) == "page":
                self._break_page(ink)
            else:
                self._add("\n", ink)
        elif tag == m.FLD_CHAR:
            self._add(self._fields.meet(child), ink)
        elif tag == m.INSTR_TEXT:
            self._fields.instruct(child.text)
        elif tag == m.SYM:
            self._add(sign(child.get(m.FONT, ""), child.get(m.CHAR, "")), ink)
        elif tag in _GRAPHICS:
            self._graphic(child, ink)
        elif tag == m.ALTERNATE:
            for inner in m.chosen(child):
                self._piece(inner, ink)
        elif tag == m.RUBY:
            for base in child.iterchildren(m.RUBY_BASE):
                self._read(base)
        elif tag == m.T:                            # within an alternative
            self._add(child.text or "", ink)

    def _add(self, text: str, ink: Ink) -> None:
        if not text or self._muted or ink.hidden or self._fields.hides:
            return
        self._length += len(text)
        if self._length > limits.PARAGRAPH_CHARS:
            raise Unreadable("F005", f"w:p > {limits.PARAGRAPH_CHARS}")
        weight = len(text.strip())
        if weight:
            if self._torn:
                self._pieces.append("\n")   # the words before and after a page break are not one
                self._torn = False
            self._inks[ink] = self._inks.get(ink, 0) + weight
            self.break_after = False
            if self._fields.contents:
                self._contents = True
            else:
                self._plain = True
        self._pieces.append(text)

    def _break_page(self, ink: Ink) -> None:
        if self._muted or ink.hidden or self._fields.hides:
            return
        self.break_before |= not self._inks
        self.break_after = True
        self._torn = bool(self._inks)

    def _graphic(self, graphic: _Element, ink: Ink) -> None:
        if self._muted or ink.hidden:
            return
        held = held_by(graphic)
        self.pictures += held.pictures
        self.boxes += held.boxes
        self.diagrams += held.diagrams
