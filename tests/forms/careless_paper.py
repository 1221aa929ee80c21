"""A Word form as it lies before a teacher: its controls, cells and rows, and what hands do to them.
"""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from lxml import etree

from plans.kinds import Field, Kind

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
R_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
DOCUMENT = "word/document.xml"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_TYPES, _RELATIONS = "[Content_Types].xml", "word/_rels/document.xml.rels"
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_MIME = {"png": "image/png", "jpg": "image/jpeg"}

Element = etree._Element


class Paper:
    """A .docx that is open; `bytes` saves it."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}

    @cached_property
    def root(self) -> Element:
        """The document as XML; what changes in it is saved."""
        return etree.fromstring(self.parts[DOCUMENT])

    def bytes(self) -> bytes:
        """The file as it is now."""
        self.parts[DOCUMENT] = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8",
                                              standalone=True)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self.parts.items():
                archive.writestr(zipfile.ZipInfo(name), content)
        return out.getvalue()

    def controls(self, tag: str, within: Element | None = None) -> list[Element]:
        """The controls of a field, or of the boxes of its options."""
        return [one.getparent().getparent() for one in (
            self.root if within is None else within).iter(f"{W}tag")
            if one.get(f"{W}val").partition("/")[0] == tag]

    def rows(self, table: str) -> list[Element]:
        """The rows in which a table of the form is filled in."""
        return [row for row in self.root.iter(f"{W}tr") if any(
            one.get(f"{W}val").startswith(f"{table}.") for one in row.iter(f"{W}tag"))]

    def labels(self, kind: Kind) -> Iterator[tuple[Field, str, Element]]:
        """The cells of labels: the field, what the cell says, and the cell; those of columns with
        the field that the table is. A cell in which the value stands too is none."""
        for field in kind.fields:
            if field.columns:
                head = self.head(field)
                texts = (field.label, *(one.label for one in field.columns))
                yield from ((field, text, cell) for text, cell in zip(texts, cells_of(head),
                                                                      strict=True))
            elif field.by != "office" and (control := self.controls(field.name)):
                value = cell_of(control[0])
                cells = cells_of(row_of(value))
                label = cells[cells.index(value) - 1]
                if text_of(label) == field.label:
                    yield field, field.label, label

    def head(self, field: Field) -> Element:
        """The row with the labels of a table's columns."""
        rows = list(self.root.iter(f"{W}tr"))
        return rows[rows.index(self.rows(field.name)[0]) - 1]

    def show(self, control: Element, data: bytes, suffix: str, size: tuple[int, int]) -> None:
        """Puts a picture into a control for one."""
        number = sum(name.startswith("word/media/") for name in self.parts) + 1
        self.parts[f"word/media/image{number}.{suffix}"] = data
        self._insert(_RELATIONS, f'<Relationship Id="rId{number + 90}" Type="{_IMAGE}" '
                     f'Target="media/image{number}.{suffix}"/></Relationships>', "</Relationships>")
        if f'Extension="{suffix}"' not in self.parts[_TYPES].decode():
            self._insert(_TYPES, f'<Default Extension="{suffix}" ContentType="{_MIME[suffix]}"/>'
                         "<Override ", "<Override ")
        for blip in control.iter(_BLIP):
            blip.set(R_EMBED, f"rId{number + 90}")
        for extent in (one for one in control.iter() if one.get("cx")):
            extent.set("cx", str(int(extent.get("cy")) * size[0] // size[1]))
        filled(control)

    def _insert(self, part: str, text: str, before: str) -> None:
        self.parts[part] = self.parts[part].decode().replace(before, text, 1).encode()


def controls_in(element: Element) -> list[Element]:
    """All controls, the outer ones before the inner."""
    return list(element.iter(f"{W}sdt"))


def tag_of(control: Element) -> str:
    """The tag of a control; "" where it has none."""
    tag = control.find(f"{W}sdtPr/{W}tag")
    return "" if tag is None else tag.get(f"{W}val")


def is_blank(control: Element) -> bool:
    """Whether a control shows its prompt."""
    return control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


def filled(control: Element) -> None:
    """Notes that a control shows its prompt no more, as editors do when somebody types into it."""
    for mark in control.findall(f"{W}sdtPr/{W}showingPlcHdr"):
        mark.getparent().remove(mark)


def unwrap(controls: Iterable[Element]) -> None:
    """Takes controls away, what they hold stays as it is."""
    for control in controls:
        parent, content = control.getparent(), control.find(f"{W}sdtContent")
        at = parent.index(control)
        parent[at:at + 1] = list(content)


def run(text: str, like: Element | None = None) -> Element:
    """A run in black, otherwise like another; a line end is a break."""
    made = etree.Element(f"{W}r")
    look = None if like is None else like.find(f"{W}rPr")
    if look is not None:
        made.append(copy.deepcopy(look))
        blacken(made)
    for number, line in enumerate(text.split("\n")):
        if number:
            etree.SubElement(made, f"{W}br")
        inner = etree.SubElement(made, f"{W}t")
        inner.text = line
        inner.set(_SPACE, "preserve")
    return made


def blacken(element: Element) -> None:
    """Takes the grey of a prompt from what it is on."""
    for style in list(element.iter(f"{W}rStyle")):
        if style.get(f"{W}val") == "PlaceholderText":
            style.getparent().remove(style)


def paragraph(text: str, like: Element) -> Element:
    """A paragraph of one run that looks like another paragraph."""
    made = etree.Element(f"{W}p")
    if (look := like.find(f"{W}pPr")) is not None:
        made.append(copy.deepcopy(look))
    made.append(run(text, next(like.iter(f"{W}r"), None)))
    return made


def text_of(element: Element) -> str:
    """What is to be read in an element: a line for each paragraph."""
    lines = [] if element.tag == f"{W}p" else [""]
    for one in element.iter(f"{W}p", f"{W}t", f"{W}br"):
        if one.tag == f"{W}t":
            lines[-1] += one.text or ""
        else:
            lines.append("")
    return "\n".join(lines).strip("\n")


def cell_of(element: Element) -> Element:
    """The cell that an element stands in, or that a control stands around."""
    inner = next(element.iter(f"{W}tc"), None)
    return next(element.iterancestors(f"{W}tc")) if inner is None else inner


def row_of(element: Element) -> Element:
    """The row that an element stands in."""
    return next(element.iterancestors(f"{W}tr"))


def cells_of(row: Element) -> list[Element]:
    """The cells of a row."""
    return list(row.iter(f"{W}tc"))


def span_of(cell: Element) -> int:
    """How many columns of the grid a cell takes."""
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return 1 if span is None else int(span.get(f"{W}val"))


def is_merged_down(cell: Element) -> bool:
    """Whether a cell goes on in the next row, or comes from the one before."""
    return cell.find(f"{W}tcPr/{W}vMerge") is not None


def stretch(cell: Element, span: int) -> None:
    """Makes a cell so many columns of the grid wide, from where it begins."""
    row = row_of(cell)
    start = sum(span_of(one) for one in cells_of(row)[:cells_of(row).index(cell)])
    table = next(row.iterancestors(f"{W}tbl"))
    wide = [int(one.get(f"{W}w")) for one in table.iterfind(f"{W}tblGrid/{W}gridCol")]
    look = cell.find(f"{W}tcPr")
    for old in look.findall(f"{W}gridSpan"):
        look.remove(old)
    width = look.find(f"{W}tcW")
    width.set(f"{W}w", str(sum(wide[start:start + span])))
    if span > 1:
        mark = etree.Element(f"{W}gridSpan")
        mark.set(f"{W}val", str(span))
        width.addnext(mark)


def split(cell: Element) -> Element:
    """Splits a cell in two, as Word does: the text stays in the first; the second, empty, is what
    it returns."""
    span = span_of(cell)
    second = etree.Element(f"{W}tc")
    second.append(copy.deepcopy(cell.find(f"{W}tcPr")))
    empty = etree.SubElement(second, f"{W}p")
    if (look := next(cell.iter(f"{W}p")).find(f"{W}pPr")) is not None:
        empty.append(copy.deepcopy(look))
    cell.addnext(second)
    stretch(cell, span // 2)
    stretch(second, span - span // 2)
    return second


def merge(cells: Sequence[Element]) -> None:
    """Merges cells of a row that stand side by side, as Word does: what they hold comes one after
    the other, without the paragraphs that are empty."""
    first, *others = cells
    span = sum(span_of(one) for one in cells)
    for other in others:
        for block in list(other):
            if block.tag != f"{W}tcPr" and text_of(block):
                first.append(block)
        other.getparent().remove(other)
    stretch(first, span)
