"""Draws the shared Word template of reports: text and tables of any number of columns."""

from __future__ import annotations

from collections.abc import Iterable

from generators.drawing import REPEATED, framed, package, paragraph, tag, tag_row
from generators.paper import TEXT_WIDTH, paper
from generators.year_grid import SPAN


def report(title: str, blocks: Iterable[tuple[str, str]], signature: str) -> bytes:
    """The template; `title` and `signature` are the XML of those paragraphs, `blocks` what a block
    of the text is called and the style that it is printed in."""
    return package(paper("".join((title, *_body(blocks), signature))))


def _body(blocks: Iterable[tuple[str, str]]) -> Iterable[str]:
    yield tag("p for block in 内容")
    for number, (block, style) in enumerate(blocks):
        yield tag(f"p {'elif' if number else 'if'} block.样式 == '{block}'")
        yield paragraph("{{ block.文字 }}", style)
    yield tag("p elif block.样式 == '表格' and block.是空表")
    yield paragraph("{{ block.文字 }}：无。")
    yield tag("p elif block.样式 == '表格'")
    yield paragraph("{{ block.文字 }}", "Caption")
    yield _table()
    # A table and what follows it would touch each other.
    yield paragraph("", "TableGap")
    yield tag("p endif")
    yield tag("p endfor")


def _table() -> str:
    widths = [TEXT_WIDTH // SPAN] * SPAN
    head = _loop("for column in block.列", [_cell(
        SPAN - 2, paragraph("{% colspan column.跨度 %}{{ column.文字 }}", "TableHead"))])
    text = "{% colspan cell.跨度 %}{{ cell.文字 }}"
    cells = _loop("for cell in row", [
        _tag("if cell.居中"), _cell(SPAN // 2 - 3, paragraph(text, "TableCentred")),
        _tag("else"), _cell(SPAN // 2 - 2, paragraph(text, "TableText")), _tag("endif")])
    rows = (f"<w:tr><w:trPr><w:cantSplit/>{REPEATED}</w:trPr>{head}</w:tr>"
            + tag_row("tr for row in block.行", widths)
            + f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"
            + tag_row("tr endfor", widths))
    return framed(widths, rows)


def _loop(loop: str, cells: Iterable[str]) -> str:
    """Cells that are there at each turn of a loop; all of a row span SPAN narrow columns."""
    return _tag(loop) + "".join(cells) + _tag("endfor")


def _tag(tag: str) -> str:
    return _cell(1, paragraph(f"{{%tc {tag} %}}", "TableText"))


def _cell(span: int, inner: str) -> str:
    # A width of its own would count before its span.
    return (f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/><w:vAlign w:val="center"/></w:tcPr>'
            f"{inner}</w:tc>")
