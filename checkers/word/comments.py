"""Writes comments into a copy of a .docx: bytes in, bytes out, the text itself left as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from lxml import etree
from lxml.etree import _Element

from checkers import limits
from checkers.comments import Comment, Signed
from checkers.document import Unreadable
from checkers.findings import AFTER, BEFORE
from checkers.word.comment_part import CommentPart, written
from checkers.word.package import Package, parse_exactly
from checkers.word.repack import repacked

# Word allows no comment within a text box, and what reads one alternative skips the other.
_NOT_WITHIN = ("txbxContent", "AlternateContent")


def with_comments(data: bytes, comments: Sequence[Comment], signed: Signed) -> bytes:
    """The .docx `data` with `comments` added; each spot is one that `read_word` gave.

    Only the document part, its relationships, the list of content types and the comments part
    change. Comments that are there stay. Raises Unreadable as `read_word` does.
    """
    package = Package(data)
    content = package.content(package.main)
    root = None if content is None else parse_exactly(content, package.main)
    body = None if root is None else root.find("{*}body")
    if root is None or body is None:
        raise Unreadable("F003", "no document part")
    part = CommentPart(package, root, signed)
    marker = _Marker(body, part)
    for comment in comments:
        marker.mark(comment)
    return repacked(data, {package.member(package.main): written(root), **part.files()})


class _Marker:
    """Puts the marks of comments into the paragraphs of `body`."""

    def __init__(self, body: _Element, part: CommentPart) -> None:
        self._part = part
        self._paragraphs = list(islice(body.iter(part.tag("p")), limits.BLOCKS))

    def mark(self, comment: Comment) -> None:
        """Adds a comment at its place, or at the nearest one that may have comments."""
        spot = int(comment.spot[0])
        place = self._place(spot)
        there = place == spot
        paragraph = self._paragraphs[place]
        # LibreOffice 7.4 drops the first line of a comment within a control of whole paragraphs.
        quoted = not there or _is_within(paragraph, ("sdtContent",))
        number = self._part.add((*([comment.quote or "…"] if quoted else []), *comment.lines))
        tag = self._part.tag
        marks = [etree.Element(tag("commentRangeStart")), etree.Element(tag("commentRangeEnd")),
                 etree.Element(tag("r"))]
        etree.SubElement(marks[2], tag("commentReference")).set(tag("id"), number)
        for one in marks[:2]:
            one.set(tag("id"), number)
        at = self._begin(paragraph)
        if there and comment.side == BEFORE:
            paragraph[at:at] = marks
            return
        if not (there and comment.side == AFTER):
            paragraph.insert(at, marks.pop(0))
        paragraph.extend(marks)

    def _place(self, spot: int) -> int:
        if not 0 <= spot < len(self._paragraphs):
            raise Unreadable("F003", "another document")
        return next((one for one in _outwards(spot, len(self._paragraphs))
                     if not _is_within(self._paragraphs[one], _NOT_WITHIN)), spot)

    def _begin(self, paragraph: _Element) -> int:
        """The index behind the properties, and behind comments that begin there already."""
        tag = self._part.tag
        at = 0
        while at < len(paragraph) and paragraph[at].tag in (tag("pPr"), tag("commentRangeStart")):
            at += 1
        return at


def _is_within(paragraph: _Element, names: tuple[str, ...]) -> bool:
    return any(etree.QName(above).localname in names for above in paragraph.iterancestors())


def _outwards(spot: int, count: int) -> Iterator[int]:
    """`spot`, what stands before it backwards, then what follows."""
    yield from range(spot, -1, -1)
    yield from range(spot + 1, count)
