"""Draws the shared template of a return notice: one sheet that a teacher mends a paper by.

Its text is smaller than that of an official document, so that ten problems fit on a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generators.drawing import package, paragraph, row, table, tag
from generators.paper import paper
from generators.styles import HEITI, fonts, size

_COLUMNS = (("序号", 700), ("问题", 3200), ("位置", 2312), ("怎样修改", 3200))
_TEXT, _CELL = 12, 10.5         # pt: 小四 and 五号
_LINE, _CELL_LINE = 390, 265    # twips
# Twips: a sheet to mend a paper by is not bound, and bears no stamp.
_MARGINS = {"top": 1247, "right": 1247, "bottom": 1134, "left": 1247, "footer": 680}


def notice() -> bytes:
    """The Word file."""
    parts = paper("".join(_body()))
    text = parts["word/document.xml"].decode()
    for side, width in _MARGINS.items():
        text = re.sub(rf'(<w:pgMar [^>]*w:{side}=")\d+', rf"\g<1>{width}", text)
    parts["word/document.xml"] = text.encode()
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(
        b"</w:styles>", "".join((*_styles(), "</w:styles>")).encode())
    return package(parts)


def _body() -> Iterable[str]:
    yield paragraph("{{ 标题 }}", "Title", '<w:spacing w:after="120"/>')
    yield paragraph("{% if 提交人 %}{{ 提交人 }}{% else %}“{{ 文件 }}”的提交人{% endif %}：",
                    "NoticeFlush")
    yield paragraph(
        "您好！您提交的{% if 材料 %}《{{ 材料 }}》{% else %}材料{% endif %}（文件：{{ 文件 }}）已于"
        "{{ 审核日期 }}审核，下列{{ 问题清单|length }}项需要请您处理"
        "{% if 必改项数 and 必改项数|int < 问题清单|length %}，其中{{ 必改项数 }}项必须修改，"
        "其余供您参考{% endif %}：", "Notice")
    cells = (("{{ loop.index }}", "NoticeCentred"), ("{{ one.问题 }}", "NoticeCell"),
             ("{{ one.位置 }}", "NoticeCell"), ("{{ one.怎样修改 }}", "NoticeCell"))
    yield table(_COLUMNS, ("for one in 问题清单",),
                row(cells, [width for _label, width in _COLUMNS])
                ).replace('"TableHead"', '"NoticeHead"')
    yield paragraph(
        "{% if 批注文件 %}随单退回的《{{ 批注文件 }}》已在有问题的地方加了批注，"
        "改好后请删去批注。{% endif %}"
        "请于{% if 交回期限 %}{{ 交回期限 }}{% else %}______年____月____日{% endif %}前改好，"
        "重新交来。有不清楚的地方，请联系"
        "{% if 联系人 %}{{ 联系人 }}{% else %}________________{% endif %}。"
        "辛苦您了，谢谢支持！", "Notice", _ABOVE)
    yield tag("p if 署名")
    yield paragraph("{{ 署名.单位 }}", "NoticeRight")
    yield paragraph("{% if 署名.日期 %}{{ 署名.日期 }}{% else %}{{ 审核日期 }}{% endif %}",
                    "NoticeRight")
    yield tag("p else")
    yield paragraph("审核人：______________　　{{ 审核日期 }}", "NoticeRight")
    yield tag("p endif")
    yield paragraph("签收回执：{% if 材料 %}《{{ 材料 }}》{% else %}“{{ 文件 }}”{% endif %}的"
                    "退回通知单已收到", "NoticeHead", _CUT)
    yield paragraph("签收人：________________　　　　签收日期：______年____月____日",
                    "NoticeFlush", '<w:keepLines/>')


_ABOVE = '<w:spacing w:before="120"/>'
# Where the receipt is cut off.
_CUT = ('<w:keepNext/><w:pBdr><w:top w:val="dashed" w:sz="6" w:space="8" w:color="auto"/></w:pBdr>'
        '<w:spacing w:before="200" w:after="80"/>')


def _styles() -> Iterable[str]:
    line = f'<w:spacing w:line="{_LINE}" w:lineRule="exact"/>'
    cell = (f'<w:spacing w:before="20" w:after="20" w:line="{_CELL_LINE}" w:lineRule="exact"/>')
    plain = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
    first = '<w:ind w:firstLineChars="200" w:firstLine="480"/>'
    small = '<w:spacing w:val="0"/>'
    yield _style("Notice", "通知单正文", line + first, small + size(_TEXT))
    yield _style("NoticeFlush", "通知单顶格", plain, "", "Notice")
    yield _style("NoticeRight", "通知单落款", plain + '<w:jc w:val="right"/>', "", "Notice")
    yield _style("NoticeCell", "通知单表格", f'{cell}{plain}<w:jc w:val="left"/>',
                 small + size(_CELL))
    yield _style("NoticeCentred", "通知单表格居中", '<w:jc w:val="center"/>', "", "NoticeCell")
    yield _style("NoticeHead", "通知单表头", '<w:jc w:val="center"/>', fonts(HEITI), "NoticeCell")


def _style(identity: str, name: str, paragraph: str, run: str, based_on: str = "Normal") -> str:
    return (f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{identity}"><w:name '
            f'w:val="{name}"/><w:basedOn w:val="{based_on}"/><w:qFormat/><w:pPr>{paragraph}'
            f"</w:pPr><w:rPr>{run}</w:rPr></w:style>")
