"""Reads a .docx: bytes in, a Reading out; the one room that knows Word's XML."""

from __future__ import annotations

from functools import lru_cache

from lxml.etree import _Element

from checkers import limits
from checkers.controls import stamp_in
from checkers.document import Block, Later, Paragraph, Reading, Unreadable
from checkers.word import markup as m
from checkers.word.contents import mark_contents
from checkers.word.controls import controls_of, custom_properties, drawings_of
from checkers.word.margins import flat, margin_parts, stories_of
from checkers.word.numbering import Numbering
from checkers.word.package import Package, Relationship, parse
from checkers.word.pictures import picture_files
from checkers.word.sheets import sheets_of
from checkers.word.styles import Styles
from checkers.word.walk import Story

_CACHED_BYTES = 2**19       # of a styles part; what Word and WPS write is some 40 kB


def read_word(data: bytes) -> Reading:
    """What the .docx (.docm, .dotx, Strict) in `data` says in its final view.

    Raises Unreadable with F002 (encrypted within the package), F003 (damaged: no zip, no document
    part, XML that cannot be parsed) or F005 (over one of checkers.limits).
    """
    try:
        return _reading(data)
    except RecursionError:      # where the XML library's own bound is not limits.XML_DEPTH
        raise Unreadable("F005", f"XML > {limits.XML_DEPTH}") from None


def _reading(data: bytes) -> Reading:
    package = Package(data)
    document = package.tree(package.main)
    body = None if document is None or document.tag != m.DOCUMENT else document.find(m.BODY)
    if document is None or body is None:
        raise Unreadable("F003", "no document part")
    pointers = package.relationships(package.main)
    skipped: list[str] = []
    styles = _styles(package, _target(pointers, "styles"), skipped)
    numbering = Numbering(_read(package, _target(pointers, "numbering"), skipped), styles)
    story = Story(body, styles, numbering, lambda link: (
        _read(package, pointers[link].target, skipped) if link in pointers else None))
    blocks = mark_contents(story.blocks(counted=True))
    skipped += [pointers[one].target if one in pointers else one for one in story.skipped]
    changes = _changes(document)
    margins: list[Paragraph] = []
    for name in margin_parts(body, pointers):
        root = _read(package, name, skipped)
        if root is not None:
            changes += _changes(root)
            for one in stories_of(root):
                margins += flat(Story(one, styles, numbering, _nothing).blocks())
    properties = custom_properties(package)
    is_scan = bool(story.pictures) and not _says_anything(blocks)
    return Reading(blocks, tuple(margins), tuple(dict.fromkeys(skipped)), changes,
                   scanned_pages=(1,) if is_scan else (),
                   survey=Later(sheets_of, package, body, pointers, styles),
                   pictures=Later(picture_files, package, body, pointers) if is_scan else None,
                   controls=Later(controls_of, body, story.spots),
                   drawings=Later(drawings_of, package, body, pointers, story.spots),
                   stamp=stamp_in(properties))


def _nothing(link: str) -> None:
    """What the relationships of a header or a note lead to; nobody puts SmartArt there."""


def _target(pointers: dict[str, Relationship], kind: str) -> str:
    return next((one.target for one in pointers.values() if one.kind == kind), "")


def _styles(package: Package, name: str, skipped: list[str]) -> Styles:
    """The styles in the part `name`; none but the defaults where it is not there or damaged."""
    try:
        data = package.content(name)
        if data is None or len(data) > _CACHED_BYTES:
            return Styles(None if data is None else parse(data, name))
        return _parsed_styles(data)
    except Unreadable as error:
        _skip(name, error, skipped)
        return Styles(None)


@lru_cache(maxsize=4)
def _parsed_styles(data: bytes) -> Styles:
    """The files of one school share their styles, and parsing those is half of reading a file."""
    return Styles(parse(data, "styles"))


def _read(package: Package, name: str, skipped: list[str]) -> _Element | None:
    """The root of the part `name`; None where it is not there, or damaged and so skipped."""
    try:
        return package.tree(name)
    except Unreadable as error:
        _skip(name, error, skipped)
        return None


def _skip(name: str, error: Unreadable, skipped: list[str]) -> None:
    """A damaged part is skipped; a limit or a password concerns the whole file."""
    if error.rule != "F003":
        raise error
    skipped.append(name)


def _changes(root: _Element) -> int:
    """How many tracked changes are pending; what a fallback repeats is not counted twice."""
    return sum(1 for change in root.iter(*m.CHANGES)
               if next(change.iterancestors(m.FALLBACK), None) is None)


def _says_anything(blocks: tuple[Block, ...]) -> bool:
    """Whether there is a word in the body; without one, pictures are pages that were scanned."""
    return any(block.text.strip() if isinstance(block, Paragraph)
               else any(cell.text for row in block.rows for cell in row) for block in blocks)
