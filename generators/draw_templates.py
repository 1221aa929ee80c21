"""Draws the shared Word templates: `python -m generators.draw_templates` writes them anew.

They are ordinary Word files: every tag is plain text in one run, so that a head can open them in
Word or WPS, change wording and look, and keep the result as a template of the school's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from generators.draw_certificate import certificate
from generators.draw_notice import notice
from generators.draw_reports import report
from generators.draw_schedules import schedules
from generators.drawing import package, paragraph, row, table, tag
from generators.paper import paper
from generators.styles import HEADINGS, ITEM_LEVELS, indent
from generators.writing import write

SHARED = Path(__file__).parent.parent / "templates" / "_shared"

_TASKS = (("月份", 1450), ("工作内容", 2894), ("责任人{%col if 有责任人 %}", 1250),
          ("完成时限{%col if 有完成时限 %}", 1600), ("佐证材料{%col if 有佐证材料 %}", 1650))


def templates() -> dict[str, bytes]:
    """The shared templates by file name; the same bytes on every machine."""
    return {"plan.docx": package(paper("".join(_plan()))),
            "notice.docx": notice(),
            "certificate.docx": certificate(),
            "report.docx": report("".join(_title()), [*_blocks()], "".join(_signature())),
            "schedule.docx": package(paper("".join(_schedule()), header="{{ 单位 }}")),
            **schedules("".join(_title()), "".join(_signature()))}


def _plan() -> Iterable[str]:
    yield tag("p macro 正文(blocks)")
    yield tag("p for block in blocks")
    for number, (block, style) in enumerate(_blocks()):
        yield tag(f"p {'elif' if number else 'if'} block.样式 == '{block}'")
        yield paragraph("{{ block.文字 }}", style)
    yield tag("p elif block.样式 == '月度安排表'")
    # LibreOffice breaks merged cells of a table that a heading is to be kept with: this one line
    # between them is kept with the heading, but does not keep the table.
    yield paragraph("", "TableGap")
    yield _month_table()
    yield tag("p endif")
    yield tag("p endfor")
    yield tag("p endmacro")
    yield from _title()
    # Whoever types the colon after the recipient gets one all the same.
    yield tag("p if 主送机关")
    yield paragraph("{{ 主送机关|trim('：:') }}：", "Recipient")
    yield tag("p endif")
    yield paragraph("{{p 正文(内容) }}")
    yield tag("p if 成员")
    yield paragraph("成员名单", "Caption")
    yield _list_table("成员", "member", (("姓名", 1500), ("职责", 2800), ("单位", 4544)))
    yield tag("p endif")
    yield tag("p if 指标")
    yield paragraph("任务指标", "Caption")
    yield _list_table("指标", "target",
                      (("指标", 3544), ("对象", 1900), ("要求", 1900), ("周期", 1500)))
    yield tag("p endif")
    yield tag("p for annex in 附件")
    yield from _annex_note()
    yield tag("p endfor")
    yield from _signature()
    yield tag("p for annex in 附件")
    yield paragraph("{{ annex.序号 }}", "AnnexLabel")
    yield paragraph("{{ annex.标题 }}", "AnnexTitle")
    yield paragraph("{{p 正文(annex.内容) }}")
    yield tag("p endfor")


def _blocks() -> Iterable[tuple[str, str]]:
    """What a block of the text is called in the context, and the style it is printed in."""
    yield "正文", "Normal"
    for level in HEADINGS:
        yield f"标题{level}", f"Heading{level}"
    for level in range(1, ITEM_LEVELS + 1):
        yield f"列表{level}", f"ListNumber{level if level > 1 else ''}"


def _annex_note() -> Iterable[str]:
    """附件： before the first name; each name hangs behind its number (GB/T 9704 7.3.4)."""
    yield tag("p if 附件|length == 1")
    yield paragraph("附件：{{ annex.标题 }}", "AnnexNote",
                     f"{_BLANK_ABOVE}{indent(left=5, hanging=3)}")
    yield tag("p elif loop.first")
    yield paragraph("附件：{{ loop.index }}.{{ annex.标题 }}", "AnnexNote",
                     f"{_BLANK_ABOVE}{indent(left=6, hanging=4)}")
    yield tag("p else")
    yield paragraph("{{ loop.index }}.{{ annex.标题 }}", "AnnexNote")
    yield tag("p endif")


_BLANK_ABOVE = '<w:spacing w:before="579"/>'


def _schedule() -> Iterable[str]:
    yield from _title()
    yield _month_table()
    yield from _signature()


def _title() -> Iterable[str]:
    """The title, and under it the period: what a checker measures the months by."""
    yield tag("p if 起止月份")
    yield paragraph("{{ 标题 }}", "Title", '<w:spacing w:after="60"/>')
    yield paragraph("（{{ 起止月份 }}）", "Subtitle")
    yield tag("p else")
    yield paragraph("{{ 标题 }}", "Title")
    yield tag("p endif")


def _signature() -> Iterable[str]:
    yield tag("p if 署名")
    yield paragraph("{{ 署名.单位 }}{% right 署名.单位右空 %}", "SignatureUnit")
    yield tag("p if 署名.日期")
    yield paragraph("{{ 署名.日期 }}{% right 署名.日期右空 %}", "SignatureDate")
    yield tag("p endif")
    yield tag("p endif")


def _month_table() -> str:
    cells = (("{{ month.月份 }}{% vm %}", "TableCentred"), ("{{ task.内容 }}", "TableText"),
             ("{{ task.责任人 }}", "TableCentred"), ("{{ task.完成时限 }}", "TableCentred"),
             ("{{ task.佐证材料 }}", "TableText"))
    return table(_TASKS, ("for month in 各月", "for task in month.任务"),
                 row(cells, [width for _label, width in _TASKS]))


def _list_table(rows: str, name: str, columns: Sequence[tuple[str, int]]) -> str:
    cells = [(f"{{{{ {name}.{label} }}}}", "TableText" if width > 3000 else "TableCentred")
             for label, width in columns]
    return table(columns, (f"for {name} in {rows}",),
                 row(cells, [width for _label, width in columns]))


if __name__ == "__main__":
    for name, content in templates().items():
        write(SHARED / name, content, force=True)
