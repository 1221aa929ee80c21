"""Draws the shared templates of schedules: the list of months, the year grid, the task ledger.

All print the same tasks of a plan; see generators.context for the names that they use.
"""

from __future__ import annotations

from collections.abc import Iterable

from generators.drawing import REPEATED, framed, package, paragraph, row, table, tag, tag_row
from generators.paper import LANDSCAPE_TEXT_WIDTH, paper
from generators.styles import EAST
from generators.year_grid import SPAN

_HEADER = "{{ 单位 }}"
_DETAILS = ("{% if task.责任人 or task.日期 %}（{% if task.责任人 %}责任人：{{ task.责任人 }}"
            "{% endif %}{% if task.责任人 and task.日期 %}；{% endif %}"
            "{% if task.日期 %}完成时限：{{ task.日期 }}"
            "{% if task.周次 %}，{{ task.周次 }}{% endif %}{% endif %}）{% endif %}")

_LEDGER = (("序号", 800), ("月份", 1500), ("任务", 3356), ("责任人", 1500), ("完成时限", 2500),
           ("佐证材料", 1800), ("完成情况", 1300))
_SHOWN = ("{{ task.佐证材料 }}{% if task.已交材料 %}{% if task.佐证材料 %}：{% endif %}"
          "{{ task.已交材料 }}{% endif %}")
_STATE = "{{ task.完成情况 }}{% if task.完成日期 %}{{ '\\n' }}{{ task.完成日期 }}{% endif %}"
_ROW_NUMBER = 3         # the w:num of the ledger's rows, after those of headings and items

_MONTHS = LANDSCAPE_TEXT_WIDTH - SPAN * 189     # twips: the widest column for SPAN whole ones


def schedules(title: str, signature: str) -> dict[str, bytes]:
    """The templates by file name; `title` and `signature` are the XML of those paragraphs."""
    ledger = paper(title + _ledger() + signature, _HEADER, landscape=True)
    ledger["word/numbering.xml"] = _with_row_numbers(ledger["word/numbering.xml"])
    return {
        "month-list.docx": package(paper(title + "".join(_list()) + signature, _HEADER)),
        "owner-grid.docx": package(paper(title + _grid() + signature, _HEADER, landscape=True)),
        "ledger.docx": package(ledger)}


def _list() -> Iterable[str]:
    yield tag("p for month in 各月")
    # Text, not a heading: the numbers of the tasks below it are those of the first level.
    month = paragraph("{{ month.月份 }}份：", properties="<w:keepNext/>")
    yield month.replace("</w:rPr>", "<w:b/></w:rPr>")
    yield tag("p for task in month.任务")
    yield paragraph(f"{{{{ task.内容 }}}}{_DETAILS}", "ListNumber")
    yield tag("p endfor")
    yield tag("p endfor")


def _ledger() -> str:
    widths = [width for _label, width in _LEDGER]
    cells = (("", "TableCentred"), ("{{ month.月份 }}", "TableCentred"),
             ("{{ task.内容 }}", "TableText"), ("{{ task.责任人 }}", "TableCentred"),
             ("{{ task.完成时限 }}", "TableCentred"), (_SHOWN, "TableText"), (_STATE, "TableText"))
    number = (f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{_ROW_NUMBER}"/></w:numPr>')
    style = '<w:pStyle w:val="TableCentred"/>'
    return table(_LEDGER, ("for month in 各月", "for task in month.任务"),
                 row(cells, widths).replace(style, style + number, 1))


def _with_row_numbers(numbering: bytes) -> bytes:
    """`numbering` with a list that numbers the rows of a table: 1, 2, 3 in the middle of a cell."""
    text = numbering.decode()
    first = text.index("<w:num ")
    level = ('<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
             '<w:suff w:val="nothing"/><w:lvlText w:val="%1"/><w:lvlJc w:val="left"/>'
             f'<w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr><w:rPr><w:rFonts{EAST}/></w:rPr>'
             '</w:lvl>')
    abstract = ('<w:abstractNum w:abstractNumId="2"><w:nsid w:val="5D1B0A05"/>'
                '<w:multiLevelType w:val="singleLevel"/><w:tmpl w:val="5D1B0A06"/>'
                f"{level}</w:abstractNum>")
    num = f'<w:num w:numId="{_ROW_NUMBER}"><w:abstractNumId w:val="2"/></w:num>'
    return (text[:first] + abstract + text[first:].replace("</w:numbering>", num + "</w:numbering>")
            ).encode()


def _grid() -> str:
    """A column for each owner: cells that span more or fewer of SPAN narrow columns."""
    widths = [_MONTHS, *[(LANDSCAPE_TEXT_WIDTH - _MONTHS) // SPAN] * SPAN]
    corner = (f'<w:tc><w:tcPr><w:tcW w:w="{_MONTHS}" w:type="dxa"/><w:tcBorders><w:tl2br '
              'w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tcBorders></w:tcPr>'
              + paragraph("责任人", "TableHead", '<w:jc w:val="right"/>')
              + paragraph("月份", "TableHead", '<w:jc w:val="left"/>') + "</w:tc>")
    owner = ("{% colspan column.跨度 %}{% if column.是其余 %}其他{% elif column.责任人 %}"
             "{{ column.责任人 }}{% elif 各列|length > 1 %}未分工{% else %}工作内容{% endif %}")
    head = f"{corner}{_repeated('column in 各列', paragraph(owner, 'TableHead'), 'center')}"
    month = (f'<w:tc><w:tcPr><w:tcW w:w="{_MONTHS}" w:type="dxa"/></w:tcPr>'
             f'{paragraph("{{ row.月份 }}", "TableCentred")}</w:tc>')
    task = ("{% colspan cell.跨度 %}{% if cell.任务|length > 1 %}{{ loop.index }}.{% endif %}"
            "{% if task.责任人 %}{{ task.责任人 }}：{% endif %}{{ task.内容 }}"
            "{% if task.日期 %}（{{ task.日期 }}）{% endif %}")
    tasks = (paragraph("{%p for task in cell.任务 %}", "TableText") + paragraph(task, "TableText")
             + paragraph("{%p else %}", "TableText") + paragraph("", "TableText")
             + paragraph("{%p endfor %}", "TableText"))
    cells = month + _repeated("cell in row.格", tasks, "top")
    rows = (f"<w:tr><w:trPr><w:cantSplit/>{REPEATED}</w:trPr>{head}</w:tr>"
            + tag_row("tr for row in 各行", widths)
            # LibreOffice 7.4 cuts off what a row without a break holds beyond a page.
            + tag_row("tr if row.是长行", widths) + f"<w:tr>{cells}</w:tr>"
            + tag_row("tr else", widths) + f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"
            + tag_row("tr endif", widths) + tag_row("tr endfor", widths))
    return framed(widths, rows)


def _repeated(loop: str, content: str, align: str) -> str:
    """A cell for each turn of `loop`; a width of its own would count before its span."""
    def cell(span: int, inner: str) -> str:
        return (f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/><w:vAlign w:val="{align}"/></w:tcPr>'
                f"{inner}</w:tc>")

    return (cell(1, paragraph(f"{{%tc for {loop} %}}", "TableText")) + cell(SPAN - 2, content)
            + cell(1, paragraph("{%tc endfor %}", "TableText")))
