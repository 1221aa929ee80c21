"""Pieces of Word XML that the shared templates are drawn with: paragraphs, tags, table rows.

Widths are twips. A tag is plain text in one run, as a head would type it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from generators.package import Member, pack
from generators.styles import EAST


def package(parts: dict[str, bytes]) -> bytes:
    """The Word file of `parts` by name."""
    # Stored, not deflated: zlib may pack differently from one machine to another.
    return pack(Member.of(name, content, deflate=False) for name, content in parts.items())


def table(columns: Sequence[tuple[str, int]], loops: Sequence[str], rows: str) -> str:
    """A table with a header row, the labels and widths of `columns`; `rows` stand within the
    `loops`, a row tag each."""
    widths = [width for _label, width in columns]
    header = row([(label, "TableHead") for label, _width in columns], widths, REPEATED)
    begin = "".join(tag_row(f"tr {loop}", widths) for loop in loops)
    end = "".join(tag_row("tr endfor", widths) for _loop in loops)
    return framed(widths, f"{header}{begin}{rows}{end}")


def framed(widths: Sequence[int], rows: str) -> str:
    """A table of columns of these widths that holds `rows`."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return ('<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>'
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
            '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" '
            'w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
            f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>")


REPEATED = "<w:tblHeader/>"
"""Makes a row stand at the head of every page."""


def row(cells: Iterable[tuple[str, str]], widths: Iterable[int], more: str = "") -> str:
    """A row that no page break divides, of cells with text and style; `more` are properties."""
    written = "".join(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
                      f"{paragraph(text, style)}</w:tc>"
                      for (text, style), width in zip(cells, widths, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{written}</w:tr>"


def tag_row(tag: str, widths: Sequence[int]) -> str:
    """A row that holds nothing but a tag; it is gone in what is made of the template."""
    return (f'<w:tr><w:tc><w:tcPr><w:tcW w:w="{sum(widths)}" w:type="dxa"/>'
            f'<w:gridSpan w:val="{len(widths)}"/></w:tcPr>'
            f'{paragraph(f"{{%{tag} %}}", "TableText")}</w:tc></w:tr>')


def tag(tag: str) -> str:
    """A paragraph that holds nothing but a tag."""
    return paragraph(f"{{%{tag} %}}")


def paragraph(text: str, style: str = "Normal", properties: str = "") -> str:
    """A paragraph; `properties` are those of its own, in the order of the schema."""
    # The hint keeps “ ” ‘ ’ … — of a value full-width; Normal need not be named.
    named = f'<w:pStyle w:val="{style}"/>' if style != "Normal" else ""
    inner = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return (f"<w:p>{inner}<w:r><w:rPr><w:rFonts{EAST}/></w:rPr>"
            f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>')
