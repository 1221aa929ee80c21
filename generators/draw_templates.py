"""Draws the shared Word templates: `python -m generators.draw_templates` writes them anew.

They are ordinary Word files: every tag is plain text in one run, so that a head can open them in
Word or WPS, change wording and look, and keep the result as a template of the school's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from generators.package import Member, pack
from generators.paper import TEXT_WIDTH, paper
from generators.styles import EAST, HEADINGS, ITEM_LEVELS, indent
from generators.writing import write

SHARED = Path(__file__).parent.parent / "templates" / "_shared"

_TASKS = (("月份", 1250), ("工作内容", 3094), ("责任人{%col if 有责任人 %}", 1250),
          ("完成时限{%col if 有完成时限 %}", 1600), ("佐证材料{%col if 有佐证材料 %}", 1650))


def templates() -> dict[str, bytes]:
    """The shared templates by file name; the same bytes on every machine."""
    return {"plan.docx": _package(paper("".join(_plan()))),
            "schedule.docx": _package(paper("".join(_schedule()), header="{{ 单位 }}"))}


def _package(parts: dict[str, bytes]) -> bytes:
    # Stored, not deflated: zlib may pack differently from one machine to another.
    return pack(Member.of(name, content, deflate=False) for name, content in parts.items())


def _plan() -> Iterable[str]:
    yield _tag("p macro 正文(blocks)")
    yield _tag("p for block in blocks")
    for number, (block, style) in enumerate(_blocks()):
        yield _tag(f"p {'elif' if number else 'if'} block.样式 == '{block}'")
        yield _paragraph("{{ block.文字 }}", style)
    yield _tag("p elif block.样式 == '月度安排表'")
    # LibreOffice breaks merged cells of a table that a heading is to be kept with: this one line
    # between them is kept with the heading, but does not keep the table.
    yield _paragraph("", "TableGap")
    yield _month_table()
    yield _tag("p endif")
    yield _tag("p endfor")
    yield _tag("p endmacro")
    yield from _title()
    yield _paragraph("{{p 正文(内容) }}")
    yield _tag("p if 成员")
    yield _paragraph("成员名单", "Caption")
    yield _list_table("成员", "member", (("姓名", 1500), ("职责", 2800), ("单位", 4544)))
    yield _tag("p endif")
    yield _tag("p if 指标")
    yield _paragraph("任务指标", "Caption")
    yield _list_table("指标", "target",
                      (("指标", 3544), ("对象", 1900), ("要求", 1900), ("周期", 1500)))
    yield _tag("p endif")
    yield _tag("p for annex in 附件")
    yield from _annex_note()
    yield _tag("p endfor")
    yield from _signature()
    yield _tag("p for annex in 附件")
    yield _paragraph("{{ annex.序号 }}", "AnnexLabel")
    yield _paragraph("{{ annex.标题 }}", "AnnexTitle")
    yield _paragraph("{{p 正文(annex.内容) }}")
    yield _tag("p endfor")


def _blocks() -> Iterable[tuple[str, str]]:
    """What a block of the text is called in the context, and the style it is printed in."""
    yield "正文", "Normal"
    for level in HEADINGS:
        yield f"标题{level}", f"Heading{level}"
    for level in range(1, ITEM_LEVELS + 1):
        yield f"列表{level}", f"ListNumber{level if level > 1 else ''}"


def _annex_note() -> Iterable[str]:
    """附件： before the first name; each name hangs behind its number (GB/T 9704 7.3.4)."""
    yield _tag("p if 附件|length == 1")
    yield _paragraph("附件：{{ annex.标题 }}", "AnnexNote",
                     f"{_BLANK_ABOVE}{indent(left=5, hanging=3)}")
    yield _tag("p elif loop.first")
    yield _paragraph("附件：{{ loop.index }}.{{ annex.标题 }}", "AnnexNote",
                     f"{_BLANK_ABOVE}{indent(left=6, hanging=4)}")
    yield _tag("p else")
    yield _paragraph("{{ loop.index }}.{{ annex.标题 }}", "AnnexNote")
    yield _tag("p endif")


_BLANK_ABOVE = '<w:spacing w:before="579"/>'


def _schedule() -> Iterable[str]:
    yield from _title()
    yield _month_table()
    yield from _signature()


def _title() -> Iterable[str]:
    """The title, and under it the period: what a checker measures the months by."""
    yield _tag("p if 起止月份")
    yield _paragraph("{{ 标题 }}", "Title", '<w:spacing w:after="60"/>')
    yield _paragraph("（{{ 起止月份 }}）", "Subtitle")
    yield _tag("p else")
    yield _paragraph("{{ 标题 }}", "Title")
    yield _tag("p endif")


def _signature() -> Iterable[str]:
    yield _tag("p if 署名")
    yield _paragraph("{{ 署名.单位 }}{% right 署名.单位右空 %}", "SignatureUnit")
    yield _tag("p if 署名.日期")
    yield _paragraph("{{ 署名.日期 }}{% right 署名.日期右空 %}", "SignatureDate")
    yield _tag("p endif")
    yield _tag("p endif")


def _month_table() -> str:
    row = (("{{ month.月份 }}{% vm %}", "TableCentred"), ("{{ task.内容 }}", "TableText"),
           ("{{ task.责任人 }}", "TableCentred"), ("{{ task.完成时限 }}", "TableCentred"),
           ("{{ task.佐证材料 }}", "TableText"))
    return _table(_TASKS, ("for month in 各月", "for task in month.任务"),
                  _row(row, [width for _label, width in _TASKS]))


def _list_table(rows: str, name: str, columns: Sequence[tuple[str, int]]) -> str:
    cells = [(f"{{{{ {name}.{label} }}}}", "TableText" if width > 3000 else "TableCentred")
             for label, width in columns]
    return _table(columns, (f"for {name} in {rows}",),
                  _row(cells, [width for _label, width in columns]))


def _table(columns: Sequence[tuple[str, int]], loops: Sequence[str], rows: str) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for _label, width in columns)
    widths = [width for _label, width in columns]
    header = _row([(label, "TableHead") for label, _width in columns], widths, "<w:tblHeader/>")
    begin = "".join(_tag_row(f"tr {loop}", len(columns)) for loop in loops)
    end = "".join(_tag_row("tr endfor", len(columns)) for _loop in loops)
    return ('<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>'
            f'<w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/><w:jc w:val="center"/>'
            '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" '
            'w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
            f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{header}{begin}{rows}{end}"
            "</w:tbl>")


def _row(cells: Iterable[tuple[str, str]], widths: Iterable[int], more: str = "") -> str:
    written = "".join(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
                      f"{_paragraph(text, style)}</w:tc>"
                      for (text, style), width in zip(cells, widths, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{written}</w:tr>"


def _tag_row(tag: str, columns: int) -> str:
    return (f'<w:tr><w:tc><w:tcPr><w:tcW w:w="{TEXT_WIDTH}" w:type="dxa"/>'
            f'<w:gridSpan w:val="{columns}"/></w:tcPr>{_paragraph(f"{{%{tag} %}}", "TableText")}'
            "</w:tc></w:tr>")


def _tag(tag: str) -> str:
    return _paragraph(f"{{%{tag} %}}")


def _paragraph(text: str, style: str = "Normal", properties: str = "") -> str:
    # The hint keeps “ ” ‘ ’ … — of a value full-width; Normal need not be named.
    named = f'<w:pStyle w:val="{style}"/>' if style != "Normal" else ""
    inner = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return (f"<w:p>{inner}<w:r><w:rPr><w:rFonts{EAST}/></w:rPr>"
            f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>')


if __name__ == "__main__":
    for name, content in templates().items():
        write(SHARED / name, content, force=True)
