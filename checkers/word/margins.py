"""What stands beside the text: headers, footers, footnotes and endnotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lxml.etree import _Element

from checkers.document import Block, Paragraph
from checkers.word import markup as m
from checkers.word.package import Relationship

_NOTES = {"footnotes": m.FOOTNOTE, "endnotes": m.ENDNOTE}


def margin_parts(body: _Element, pointers: dict[str, Relationship]) -> Iterator[str]:
    """The parts that hold headers and footers that a section shows, then those with notes."""
    names: list[str] = []
    for section in body.iter(m.SECT_PR):
        for kind in (m.HEADER_REF, m.FOOTER_REF):
            for reference in section.iterchildren(kind):
                pointer = pointers.get(reference.get(m.REL_ID, ""))
                if pointer is not None and pointer.kind in ("header", "footer"):
                    names.append(pointer.target)
    names += [pointer.target for pointer in pointers.values() if pointer.kind in _NOTES]
    return iter(dict.fromkeys(names))


def stories_of(root: _Element) -> list[_Element]:
    """The stories that the part `root` holds: one, or a note each; separators are not notes."""
    notes = [note for note in root.iterchildren(*_NOTES.values())
             if note.get(m.TYPE, "normal") == "normal"]
    return notes if root.tag.endswith("notes") else [root]


def flat(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """The paragraphs of `blocks`, those in tables too, without a place: nobody counts there."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield replace(block, table=None, row=None, column=None, paragraph=None)
            continue
        for row in block.rows:
            for cell in row:
                yield from flat(cell.paragraphs)
                yield from flat(cell.tables)
