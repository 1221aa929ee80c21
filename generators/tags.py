"""The tags of a Word template, as a head types them: made whole, checked, and ours put in place.

Two tags are our own, beside those of Jinja and docxtpl; both stand as plain text in Word:
    {%col if X %}   in a header cell: the column is there only if X; the widest takes its room
    {% right N %}   in a paragraph: its right indent, in characters of 16 pt, or as wide as the
                    right indent of one character that the paragraph already has
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from generators.styles import CHARACTER, W
from plans.messages import _

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_FULL_WIDTH = re.compile(r"[{｛]｛|｛[{%％#]|\{％")
_LONE = re.compile(r"\{\{|\}\}|\{%|%\}")
_SWALLOWS = re.compile(r"\{[{%#](p|tr|tc) .*?(?:\}\}|%\}|#\})")
_RIGHT = re.compile(r"\{%\s*right\s+(.*?)\s*%\}")
_COLUMN = re.compile(r"\{%\s*col\s+if\s+(.*?)\s*%\}")
# what w:ind must come before within w:pPr; Word refuses a file with another order
_AFTER_INDENT = ("contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection",
                 "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr",
                 "sectPr", "pPrChange")


@dataclass(frozen=True, slots=True)
class TagFault:
    """A tag that cannot work: the text of its paragraph, what is wrong, how to mend it."""

    quote: str
    what: str
    mend: str


def prepare(root: etree._Element) -> list[TagFault]:
    """Puts the tags of a part into shape for docxtpl; what is wrong with them, in order.

    A tag that Word has cut over several runs is put into the run it begins in.
    """
    faults: list[TagFault] = []
    for paragraph in root.iter(_w("p")):
        texts = list(_texts_of(paragraph))
        whole = "".join(text.text or "" for text in texts)
        if "{" in whole or "}" in whole or "｛" in whole:
            _make_whole(texts, whole)
            faults += _faults_in(paragraph, whole)
            _set_right(paragraph, texts)
    for table in root.iter(_w("tbl")):
        _make_columns_optional(table)
    return faults


def _texts_of(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The w:t of a paragraph, without those of a text box in it."""
    for text in paragraph.iter(_w("t")):
        if next(text.iterancestors(_w("p"))) is paragraph:
            yield text


def _make_whole(texts: list[etree._Element], whole: str) -> None:
    owners = [number for number, text in enumerate(texts) for _char in text.text or ""]
    for tag in _TAG.finditer(whole):
        owners[tag.start():tag.end()] = [owners[tag.start()]] * len(tag[0])
    for number, text in enumerate(texts):
        text.text = "".join(char for char, owner in zip(whole, owners, strict=True)
                            if owner == number)
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _faults_in(paragraph: etree._Element, whole: str) -> Iterator[TagFault]:
    if _FULL_WIDTH.search(whole):
        yield TagFault(whole, _("the tag is written with full-width brackets"),
                       _("write {{ }} and {% %} with the signs of an English keyboard"))
    elif _LONE.search(_TAG.sub("", whole)):
        yield TagFault(whole, _("a tag is opened and not closed, or closed and not opened"),
                       _("write both ends of the tag, {{ … }} or {% … %}, in one paragraph"))
    for tag in _SWALLOWS.finditer(whole):
        holder = paragraph if tag[1] == "p" else next(paragraph.iterancestors(_w(tag[1])), None)
        if holder is None:
            yield TagFault(whole, _("{tag} stands outside a table").format(tag=tag[0]),
                           _("put it into a table row of its own, or write {% … %}"))
        elif "".join(text.text or "" for text in holder.iter(_w("t"))).strip() != tag[0]:
            yield TagFault(whole, _("text beside {tag} would be lost").format(tag=tag[0]),
                           _("give the tag a paragraph (p), row (tr) or cell (tc) of its own"))


def _set_right(paragraph: etree._Element, texts: list[etree._Element]) -> None:
    for text in texts:
        if not (tag := _RIGHT.search(text.text or "")):
            continue
        text.text = _RIGHT.sub("", text.text or "")
        properties = paragraph.find(_w("pPr"))
        if properties is None:
            properties = etree.Element(_w("pPr"))
            paragraph.insert(0, properties)
        indent = properties.find(_w("ind"))
        if indent is None:
            indent = etree.Element(_w("ind"))
            behind = [child for child in properties
                      if etree.QName(child).localname in _AFTER_INDENT]
            properties.insert(properties.index(behind[0]) if behind else len(properties), indent)
        # Word obeys the characters, LibreOffice the twips.
        said = indent.get(_w("right"), "")
        single = indent.get(_w("rightChars")) == "100" and said.isdecimal()
        indent.set(_w("rightChars"), f"{{{{ (({tag[1]}) * 100)|int }}}}")
        indent.set(_w("right"), f"{{{{ (({tag[1]}) * {said if single else CHARACTER})|int }}}}")


def _make_columns_optional(table: etree._Element) -> None:
    rows = table.findall(_w("tr"))
    headers = rows[0].findall(_w("tc")) if rows else []
    conditions: dict[int, str] = {}
    for column, cell in enumerate(headers):
        for text in cell.iter(_w("t")):
            if tag := _COLUMN.search(text.text or ""):
                conditions[column] = tag[1].replace('"', "'")
                text.text = _COLUMN.sub("", text.text or "")
    grid = table.findall(f"{_w('tblGrid')}/{_w('gridCol')}")
    if not conditions or len(grid) != len(headers):
        return
    widths = [int(column.get(_w("w")) or 0) for column in grid]
    widest = max((column for column in range(len(grid)) if column not in conditions),
                 key=widths.__getitem__, default=0)
    room = f"{{{{ {widths[widest]}" + "".join(
        f" + (0 if ({condition}) else {widths[column]})"
        for column, condition in conditions.items()) + " }}"
    for columns in [grid, *(row.findall(_w("tc")) for row in rows)]:
        if len(columns) != len(headers):
            continue    # a row that only holds a {%tr … %}
        size = columns[widest].find(f"{_w('tcPr')}/{_w('tcW')}")
        (columns[widest] if size is None else size).set(_w("w"), room)
        for column, condition in conditions.items():
            _wrap(columns[column], f"{{% if {condition} %}}", "{% endif %}")


def _wrap(element: etree._Element, before: str, after: str) -> None:
    """Writes `before` and `after` around `element`, as text between the elements."""
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        previous.tail = (previous.tail or "") + before
    elif parent is not None:
        parent.text = (parent.text or "") + before
    element.tail = after + (element.tail or "")


def _w(name: str) -> str:
    return f"{{{W}}}{name}"
