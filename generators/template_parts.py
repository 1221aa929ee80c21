"""A Word template taken apart for a close look: its parts, and every tag with its place.

It is read as `generators.word` compiles it, but each tag stands on a line of its own in the Jinja
source, so that a line number says which tag is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

# Taken from there, not written again: what is linted must be what is rendered.
from generators.package import members_of
from generators.properties import CORE
from generators.tags import prepare
from generators.template_places import ERROR, Spot, TemplateFinding, spots_in, text_of, w
from generators.word import NO_WORD_FILE, as_jinja, parse, tagged_parts
from plans.errors import UserError
from plans.messages import _

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_INSIDE = re.compile(r"\{[{%#][-+]?(?:(p|tr|tc|r) )?\s*(.*?)\s*[-+]?[}%#]\}", re.DOTALL)
_BEGIN, _END = "\ue000", "\ue001"       # for private use: no one types them
_MARK = re.compile(f"{_BEGIN}(\\d+){_END}")
_TURNED = frozenset({"vm", "hm"})       # docxtpl knows these by their whole text
_QUOTES = str.maketrans("“”‘’", "\"\"''")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag as it stands in a paragraph.

    `prefix` is p, tr, tc or r where the tag takes its paragraph, row, cell or run away; `holder` is
    the element it then stands in. `word` is the first word of a {% %}, `body` all within the signs.
    """

    text: str
    prefix: str
    body: str
    spot: Spot
    paragraph: etree._Element
    holder: etree._Element

    @property
    def word(self) -> str:
        match = re.match(r"\w+", self.body) if self.text.startswith("{%") else None
        return match[0] if match else ""


@dataclass(frozen=True, slots=True)
class TemplatePart:
    """A part of a template: `lines` says for each line of `source` which tag stands on it."""

    label: str
    spots: dict[etree._Element, Spot]
    tags: tuple[Tag, ...]
    source: str
    lines: tuple[Tag | None, ...]
    findings: tuple[TemplateFinding, ...]

    def spot_at(self, line: int, name: str = "") -> Spot:
        """The spot of a line of the source, from 1; of a line without a tag of its own, the first
        paragraph that holds `name`."""
        tag = self.lines[line - 1] if 0 < line <= len(self.lines) else None
        if tag is not None:
            return tag.spot
        root = re.split(r"\W", name, maxsplit=1)[0]
        holding = (spot for spot in self.spots.values() if root and root in spot.quote)
        before = (tag.spot for tag in reversed(self.lines[:line]) if tag)
        return next(holding, None) or next(before, None) or Spot(self.label)


def read_template(content: bytes, name: str) -> tuple[dict[str, bytes], tuple[TemplatePart, ...]]:
    """The files of the package, and its parts that may hold tags.

    Raises UserError where it is no Word file; `name` is what the error calls it.
    """
    try:
        files = dict(members_of(content))
        files["word/document.xml"]      # KeyError: a workbook or slides are packed alike
        labels = tagged_parts(files)
        roots = {part: parse(files[part]) for part in labels if part in files and part != CORE}
    except NO_WORD_FILE as error:
        raise UserError.at(name, _("the template is not a Word file (.docx)"),
                           _("open it in Word or WPS and save it as .docx")) from error
    return files, tuple(_part(root, labels[part]) for part, root in roots.items())


def _part(root: etree._Element, label: str) -> TemplatePart:
    spots = spots_in(root, label)
    findings = tuple(_faults(spots))
    prepare(root)
    tags: list[Tag] = []
    for paragraph, spot in spots.items():
        _mark(paragraph, spot, tags)
    pieces = re.split(r"(?=\{[{%#])", as_jinja(root).replace("\n", " "))
    lines = [_MARK.search(piece) for piece in pieces]
    return TemplatePart(label, spots, tuple(tags), _MARK.sub("", "\n".join(pieces)),
                        tuple(tags[int(mark[1])] if mark else None for mark in lines), findings)


def _faults(spots: dict[etree._Element, Spot]) -> Iterator[TemplateFinding]:
    """What `prepare` says of each paragraph, with its spot."""
    for paragraph, spot in spots.items():
        if next(paragraph.iterancestors(w("p")), None) is not None:
            continue        # the paragraph that a text box hangs on speaks for those in the box
        for fault in prepare(paragraph):
            inner = next((spots[one] for one in paragraph.iter(w("p"))
                          if text_of(one) == fault.quote), spot)
            yield TemplateFinding(ERROR, inner, fault.what, fault.mend)


def _mark(paragraph: etree._Element, spot: Spot, tags: list[Tag]) -> None:
    """Writes into each tag of a paragraph its number in `tags`, to which it is added."""
    def marked(match: re.Match[str]) -> str:
        inside = _INSIDE.fullmatch(match[0])
        prefix, body = (inside[1] or "", inside[2]) if inside else ("", "")
        tags.append(Tag(match[0], prefix, body.translate(_QUOTES), spot, paragraph,
                        _holder(paragraph, prefix)))
        if body in _TURNED:
            return match[0]
        end = -3 if match[0][-3] in "+-" else -2
        return f"{match[0][:end]}{_BEGIN}{len(tags) - 1}{_END}{match[0][end:]}"

    for text in paragraph.iter(w("t")):
        if next(text.iterancestors(w("p"))) is paragraph:
            text.text = _TAG.sub(marked, text.text or "")


def _holder(paragraph: etree._Element, prefix: str) -> etree._Element:
    taken = (paragraph if prefix == "p" else
             next(paragraph.iterancestors(w(prefix)), None) if prefix in ("tr", "tc") else None)
    above = taken.getparent() if taken is not None else None
    return paragraph if above is None else above
