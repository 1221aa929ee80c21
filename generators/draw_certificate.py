"""Draws the shared Word template of certificates: one sheet, turned, with a few lines of text."""

from __future__ import annotations

from generators.drawing import package, paragraph, tag
from generators.paper import paper

_BELOW = '<w:spacing w:before="360" w:after="480"/>'


def certificate() -> bytes:
    """The template."""
    return package(paper("".join((
        paragraph("{{ 标题 }}", "Title", _BELOW),
        paragraph("{{ 姓名 }}同志："),
        paragraph("于{{ 起止月份 }}参加班主任培训，累计{{ 学时 }}学时，考核成绩{{ 考核成绩 }}分，"
                  "学时和考核均达到规定，成绩合格，准予任职，特发此证。"),
        paragraph("证书编号：{{ 年度 }}—{{ 证书序号 }}", "Normal", '<w:spacing w:before="480"/>'),
        tag("p if 署名"),
        paragraph("{{ 署名.单位 }}{% right 署名.单位右空 %}", "SignatureUnit"),
        tag("p if 署名.日期"),
        paragraph("{{ 署名.日期 }}{% right 署名.日期右空 %}", "SignatureDate"),
        tag("p endif"),
        tag("p else"),
        paragraph("{{ 单位 }}", "SignatureUnit", '<w:ind w:rightChars="400"/>'),
        tag("p endif"))), landscape=True))
