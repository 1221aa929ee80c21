"""A little language for forms: rows of cells as text, merged and with controls in them.

    paper([["姓名", "王珂", "性别", control("gender", "女")],
           ["班主任经历↓", "起始年月", "所带班级"],
           ["↑", "2017.9", "17级1班"]])

"↑" goes on with the cell above, "←" with the cell to the left; a list is a cell of several pieces.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from xml.sax.saxutils import escape

import docx
import docx.shared
from docx.oxml import parse_xml
from docx.table import _Cell

NAMESPACES = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
              'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
              'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"')


class Xml(str):
    """A piece of Word XML that stands within a paragraph."""


class Photo:
    """A picture within a line."""

    def __init__(self, data: bytes) -> None:
        self.data = data


Piece = str | Photo
Cell = Piece | Sequence[Piece]


def control(tag: str, text: str, *, prompt: bool = False, day: str = "",
            box: bool | None = None) -> Xml:
    """A content control within a line; `day` is what a date keeps, `box` the state of a tick."""
    more = "<w:showingPlcHdr/>" if prompt else ""
    more += f'<w:date w:fullDate="{day}T00:00:00Z"/>' if day else ""
    more += "" if box is None else (f'<w14:checkbox><w14:checked w14:val="{int(box)}"/>'
                                    "</w14:checkbox>")
    return Xml(f'<w:sdt {NAMESPACES}><w:sdtPr><w:tag w:val="{tag}"/>{more}</w:sdtPr><w:sdtContent>'
               f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:sdtContent></w:sdt>')


def old_field(name: str, text: str) -> Xml:
    """A text field of an old form."""
    return Xml(f'<w:x {NAMESPACES}><w:r><w:fldChar w:fldCharType="begin"><w:ffData>'
               f'<w:name w:val="{name}"/><w:textInput/></w:ffData></w:fldChar></w:r>'
               '<w:r><w:instrText> FORMTEXT </w:instrText></w:r>'
               f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{escape(text)}</w:t>'
               '</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:x>')


def old_box(name: str, ticked: bool) -> Xml:
    """A tick box of an old form."""
    state = "<w:checked/>" if ticked else ""
    return Xml(f'<w:x {NAMESPACES}><w:r><w:fldChar w:fldCharType="begin"><w:ffData>'
               f'<w:name w:val="{name}"/><w:checkBox><w:default w:val="0"/>{state}</w:checkBox>'
               '</w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:x>')


def bookmark(name: str, text: str) -> Xml:
    """A text with a bookmark around it."""
    return Xml(f'<w:x {NAMESPACES}><w:bookmarkStart w:id="7" w:name="{name}"/><w:r><w:t>'
               f'{escape(text)}</w:t></w:r><w:bookmarkEnd w:id="7"/></w:x>')


def paper(*tables: Sequence[Sequence[Cell]], lines: Sequence[Cell] = ()) -> bytes:
    """The bytes of a .docx with these lines and, below them, these tables."""
    document = docx.Document()
    for line in lines:
        _fill(document.add_paragraph(), line)
    for rows in tables:
        _table(document, rows)
        document.add_paragraph()
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _table(document, rows) -> None:
    width = max(len(row) for row in rows)
    table = document.add_table(rows=len(rows), cols=width)
    table.style = "Table Grid"
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell in ("↑", "←"):
                continue
            down = at
            while down + 1 < len(rows) and column < len(rows[down + 1]) and (
                    rows[down + 1][column] == "↑"):
                down += 1
            right = column
            while right + 1 < len(row) and row[right + 1] == "←":
                right += 1
            merged = table.cell(at, column)
            if (down, right) != (at, column):
                merged = merged.merge(table.cell(down, right))
            _write(merged, cell)


def _write(cell: _Cell, text: Cell) -> None:
    if isinstance(text, str) and not isinstance(text, Xml):
        lines = text.split("\n")
        cell.text = lines[0]
        for line in lines[1:]:
            cell.add_paragraph(line)
    else:
        _fill(cell.paragraphs[0], text)


def _fill(paragraph, text: Cell) -> None:
    for piece in [text] if isinstance(text, str) else text:
        if isinstance(piece, Photo):
            paragraph.add_run().add_picture(io.BytesIO(piece.data), width=docx.shared.Cm(2))
        elif isinstance(piece, Xml):
            element = parse_xml(piece)
            for one in (element if element.tag.endswith("}x") else [element]):
                paragraph._p.append(one)
        else:
            paragraph.add_run(piece)
