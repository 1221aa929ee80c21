"""One pass over a story (the body, a header, a note): its blocks in reading order, once each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from lxml.etree import _Element

from checkers import limits
from checkers.document import Block, Later, Look, Paragraph, Unreadable
from checkers.word import markup as m
from checkers.word.contents import is_contents_style
from checkers.word.fields import Fields
from checkers.word.graphics import diagram_lines
from checkers.word.inline import Inline
from checkers.word.layout import layout_of
from checkers.word.numbering import Counter, Numbering
from checkers.word.properties import Format, format_of
from checkers.word.styles import Style, Styles
from checkers.word.tables import table_of

# What may stand around paragraphs, tables, rows or cells without being any of them.
_CLEAR = frozenset((m.CUSTOM_XML, m.SMART_TAG, m.INS, m.MOVE_TO, m.SDT_CONTENT))
_NEW_PAGE = frozenset(("nextPage", "oddPage", "evenPage"))


class Place(NamedTuple):
    """Where blocks stand; `counted` is set where paragraphs have numbers of their own."""

    counted: bool = False
    paragraph: int | None = None        # that of the anchor, within a text box
    table: int | None = None
    row: int | None = None
    column: int | None = None
    source: str = "body"


class Story:
    """A walk through `root`, an element that holds paragraphs and tables.

    `part` opens the part that an id of a relationship stands for, if there is one. After `blocks`
    has run, `skipped` has the ids of what it could not go into, `pictures` their number, and
    `spots` where each paragraph stands.
    """

    def __init__(self, root: _Element, styles: Styles, numbering: Numbering,
                 part: Callable[[str], _Element | None]) -> None:
        self._root, self._styles, self._numbering, self._part = root, styles, numbering, part
        self._counter = Counter(numbering)
        self._fields = Fields.of(root)
        self._sections = [_section_type(one) for one in root.iter(m.SECT_PR)
                          if (parent := one.getparent()) is not None
                          and parent.tag in (m.PPR, m.BODY)]
        self._section = 0
        self._paragraphs = self._tables = self._blocks = self._cells = 0
        self._muted = self._in_contents = self._new_page = False
        self._run_on: Inline | None = None      # a paragraph whose mark is deleted
        self._looks: dict[Look, Look] = {}
        self.spots: dict[_Element, int] = {}
        self.skipped: list[str] = []
        self.pictures = 0

    def blocks(self, counted: bool = False) -> tuple[Block, ...]:
        """The blocks of the story; paragraphs are numbered, and have spots, where `counted`."""
        if counted:
            # While the keys live, a walk through the tree meets these very objects.
            self.spots = dict(zip(self._root.iter(m.P), range(limits.BLOCKS), strict=False))
        return tuple(self.within(self._root, Place(counted)))

    def within(self, container: _Element, place: Place) -> list[Block]:
        """The blocks of `container`, a part of the story that stands at `place`."""
        out: list[Block] = []
        self._walk(container, place, out)
        self._finish_run_on(place, out)
        return out

    def members(self, container: _Element, tag: str) -> Iterator[_Element]:
        """The rows of a table or the cells of a row, those in content controls included."""
        for child in container:
            if child.tag == tag:
                yield child
            elif child.tag == m.SDT:
                outside = self._muted
                self._muted = outside or m.shows_prompt(child)
                for content in child.iterchildren(m.SDT_CONTENT):
                    yield from self.members(content, tag)
                self._muted = outside
            elif child.tag in _CLEAR:
                yield from self.members(child, tag)
            elif child.tag == m.ALTERNATE:
                yield from self.members(m.chosen(child), tag)

    def next_table(self) -> int:
        """The number of a table that is about to be read."""
        self._tables += 1
        return self._tables

    def count_cell(self) -> None:
        """Take note of one more cell; a story may hold only so many."""
        self._cells += 1
        if self._cells > limits.CELLS:
            raise Unreadable("F005", f"w:tc > {limits.CELLS}")

    def _walk(self, container: _Element, place: Place, out: list[Block]) -> None:
        for child in container:
            tag = child.tag
            if tag == m.P:
                self._paragraph(child, place, out)
            elif tag == m.TBL:
                self._finish_run_on(place, out)
                self._table(child, place, out)
            elif tag == m.SDT:
                self._control(child, place, out)
            elif tag in _CLEAR:
                self._walk(child, place, out)
            elif tag == m.ALTERNATE:
                self._walk(m.chosen(child), place, out)
            elif tag == m.ALT_CHUNK or tag == m.SUB_DOC:
                self.skipped.append(child.get(m.REL_ID, ""))

    def _control(self, control: _Element, place: Place, out: list[Block]) -> None:
        outside = self._muted, self._in_contents
        gallery = m.value_of(control.find(f"{m.SDT_PR}/{m.DOC_PART}"), m.GALLERY)
        self._muted |= m.shows_prompt(control)
        self._in_contents |= gallery == "Table of Contents"
        for content in control.iterchildren(m.SDT_CONTENT):
            self._walk(content, place, out)
        self._muted, self._in_contents = outside

    def _table(self, element: _Element, place: Place, out: list[Block]) -> None:
        table = table_of(element, self, place)
        self._new_page = False
        if table is not None:
            out.append(table)

    def _paragraph(self, element: _Element, place: Place, out: list[Block]) -> None:
        said = format_of(element.find(m.PPR))
        style = self._styles.paragraph(said.style)
        inline = self._run_on or Inline(self._styles, self._fields)
        inline.read(element, style, self._muted)
        self._run_on = inline if said.mark_is_deleted else None
        if place.counted:
            self._paragraphs += 1
        if self._run_on is None:
            self._add(inline, said, style, place, out, self.spots.get(element))
        if said.ends_section and place.counted:
            self._section += 1
            if self._section < len(self._sections):
                self._new_page |= self._sections[self._section] in _NEW_PAGE

    def _finish_run_on(self, place: Place, out: list[Block]) -> None:
        """A paragraph that has nothing to run on into is one itself, if it holds a word."""
        inline, self._run_on = self._run_on, None
        if inline is not None and (inline.text or inline.boxes or inline.diagrams):
            self._add(inline, Format(), self._styles.paragraph(None), place, out)

    def _add(self, inline: Inline, said: Format, style: Style, place: Place,
             out: list[Block], spot: int | None = None) -> None:
        self._blocks += 1
        if self._blocks > limits.BLOCKS:
            raise Unreadable("F005", f"w:p > {limits.BLOCKS}")
        text = inline.text
        blank = not text.strip()
        asked = style.page_break if said.page_break is None else said.page_break
        new_page = bool(self._new_page or asked or (inline.break_before and not blank))
        # Blank lines at the head of a page leave it to the first words to start it.
        self._new_page = inline.break_after or (blank and new_page)
        look = inline.look(said.align or style.align, new_page)
        outline = style.outline if said.outline is None else said.outline
        out.append(Paragraph(
            text=text,
            number=self._number(said, style, hidden=blank and _is_hidden(said)),
            paragraph=self._paragraphs if place.counted else place.paragraph,
            table=place.table, row=place.row, column=place.column,
            outline=outline or None,
            style=style.name,
            look=self._looks.setdefault(look, look),
            toc=self._in_contents or inline.is_contents or is_contents_style(style.name),
            source=place.source,
            spot=None if spot is None else (spot,),
            measure=Later(layout_of, said.element, self._styles, said.style, look.size)))
        self.pictures += inline.pictures
        anchor = place._replace(
            counted=False, source="text-box",
            paragraph=self._paragraphs if place.counted else place.paragraph)
        for box in inline.boxes:
            self._box(box, anchor, out)
        for diagram in inline.diagrams:
            model = self._part(diagram)
            out += [Paragraph(line, paragraph=anchor.paragraph, table=place.table, row=place.row,
                              column=place.column, source="text-box",
                              spot=None if spot is None else (spot,))
                    for line in (() if model is None else diagram_lines(model))]

    def _number(self, said: Format, style: Style, hidden: bool) -> str:
        number = style.number if said.number is None else said.number
        if not number or hidden:
            return ""
        level = style.level if said.level is None else said.level
        if level is None:
            level = self._numbering.level_of_style(number, said.style or "")
        return self._counter.next(number, level)

    def _box(self, box: _Element, place: Place, out: list[Block]) -> None:
        """The blocks of a text box: a small story of its own, with fields and pages of its own."""
        outside = self._fields, self._new_page
        self._fields, self._new_page = Fields.of(box), False
        out += self.within(box, place)
        self._fields, self._new_page = outside


def _section_type(section: _Element) -> str:
    return m.value_of(section, m.TYPE) or "nextPage"


def _is_hidden(said: Format) -> bool:
    """Whether the mark of the paragraph is hidden text; a hidden paragraph gets no number."""
    hidden = None if said.mark is None else said.mark.find(m.VANISH)
    return hidden is not None and m.is_on(hidden)
