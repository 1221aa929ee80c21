"""The styles of our paper: GB/T 9704-2012 for the text, plain tables for the rest (styles.xml).

The standard names kinds of type, not foundries; these are the fonts that Windows and WPS have.
No theme fonts: WPS reports them as missing. Sizes are points; 1 pt is 20 twips or 2 half-points.
"""

from __future__ import annotations

from dataclasses import dataclass

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

FANGSONG, HEITI, KAITI, SONGTI, XIAOBIAOSONG = "仿宋", "黑体", "楷体", "宋体", "方正小标宋简体"

LINE = 579       # twips: 22 lines on a page of 225 mm (5.2.3), as measured
CHARACTER = 320  # twips: one character of 3号, 16 pt
_TIGHT = -5      # twips between characters: 28 of them on a line of 156 mm (5.2.4)

HEADINGS = {1: HEITI, 2: KAITI, 3: FANGSONG, 4: FANGSONG, 5: FANGSONG}  # 7.3.3; it names four
ITEM_LEVELS = 4
ANNEX_LABEL = "附件序号"
EAST = ' w:hint="eastAsia"'


def fonts(name: str, hint: str = "") -> str:
    """w:rFonts that sets `name` for Latin letters, digits and Chinese alike.

    `hint` EAST makes Word take “ ” ‘ ’ … — for Chinese signs, a full character wide.
    """
    return f'<w:rFonts{hint} w:ascii="{name}" w:eastAsia="{name}" w:hAnsi="{name}" w:cs="{name}"/>'


def size(points: float) -> str:
    """w:sz and w:szCs."""
    return f'<w:sz w:val="{points * 2:g}"/><w:szCs w:val="{points * 2:g}"/>'


def indent(first: int = 0, left: int = 0, right: int = 0, hanging: int = 0) -> str:
    """w:ind in characters of the body size: Word obeys the Chars values, LibreOffice the others."""
    start = (f'w:hangingChars="{hanging * 100}" w:hanging="{hanging * CHARACTER}"' if hanging else
             f'w:firstLineChars="{first * 100}" w:firstLine="{first * CHARACTER}"')
    return (f'<w:ind w:leftChars="{left * 100}" w:left="{left * CHARACTER}" '
            f'w:rightChars="{right * 100}" w:right="{right * CHARACTER}" {start}/>')


def spacing(before: int = 0, after: int = 0, line: int = LINE, rule: str = "exact") -> str:
    """w:spacing; all in twips."""
    return (f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" '
            f'w:lineRule="{rule}"/>')


# Word would put a quarter of a character between Chinese and figures: 28 a line no longer holds.
_NO_GAPS = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'

_TITLE = (f"<w:keepNext/><w:keepLines/>{spacing(after=LINE, line=640)}{indent()}"
          '<w:jc w:val="center"/>')
_TITLE_RUN = f'{fonts(XIAOBIAOSONG)}<w:spacing w:val="0"/>{size(22)}'


@dataclass(frozen=True, slots=True)
class _Style:
    id: str
    name: str
    paragraph: str = ""             # children of w:pPr, in the order of the schema
    run: str = ""                   # children of w:rPr, likewise
    based_on: str = "Normal"
    next: str = ""

    def xml(self) -> str:
        custom = "" if self.name.isascii() else ' w:customStyle="1"'
        following = f'<w:next w:val="{self.next}"/>' if self.next else ""
        return (f'<w:style w:type="paragraph"{custom} w:styleId="{self.id}">'
                f'<w:name w:val="{self.name}"/><w:basedOn w:val="{self.based_on}"/>{following}'
                f"<w:qFormat/><w:pPr>{self.paragraph}</w:pPr><w:rPr>{self.run}</w:rPr></w:style>")


def styles_xml() -> str:
    """word/styles.xml."""
    return (f'{XML}<w:styles xmlns:w="{W}">{_defaults()}{_normal()}'
            + "".join(style.xml() for style in (*_text(), *_items(), *_ending(), *_tables()))
            + _table_styles() + "</w:styles>")


def _defaults() -> str:
    return (f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts(FANGSONG)}{size(16)}'
            '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
            '<w:pPrDefault/></w:docDefaults>')


def _normal() -> str:
    return ('<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
            f'<w:qFormat/><w:pPr><w:widowControl w:val="0"/>{_NO_GAPS}{spacing()}{indent(first=2)}'
            f'<w:jc w:val="both"/></w:pPr><w:rPr>{fonts(FANGSONG)}<w:spacing w:val="{_TIGHT}"/>'
            f'{size(16)}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:style>'
            '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
            '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
            '</w:style>')


def _text() -> list[_Style]:
    found = [_Style("Title", "Title", _TITLE, _TITLE_RUN, next="Normal"),
             _Style("Subtitle", "Subtitle", f'<w:keepNext/>{spacing(after=LINE // 2)}{indent()}'
                    '<w:jc w:val="center"/>', fonts(KAITI), next="Normal")]
    for level, font in HEADINGS.items():
        number = f'<w:ilvl w:val="{level - 1}"/>' if level > 1 else ""
        found.append(_Style(
            f"Heading{level}", f"heading {level}",
            f'<w:keepNext/><w:keepLines/><w:numPr>{number}<w:numId w:val="1"/></w:numPr>'
            f'{spacing()}{indent(first=2)}<w:outlineLvl w:val="{level - 1}"/>',
            fonts(font) + size(16), next="Normal"))
    return found


def _items() -> list[_Style]:
    return [_Style(f"ListNumber{level if level > 1 else ''}",
                   f"List Number{f' {level}' if level > 1 else ''}",
                   f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="2"/></w:numPr>'
                   f'{spacing()}{indent(first=2)}')
            for level in range(1, ITEM_LEVELS + 1)]


def _ending() -> list[_Style]:
    right = '<w:jc w:val="right"/>'
    return [
        _Style("AnnexNote", "附件说明",
               f"<w:keepNext/><w:keepLines/>{spacing()}{indent(left=6, hanging=1)}"),
        _Style("SignatureUnit", "署名",
               f"<w:keepNext/><w:keepLines/>{spacing(before=LINE)}{indent()}{right}"),
        _Style("SignatureDate", "成文日期", f"<w:keepLines/>{spacing()}{indent()}{right}"),
        _Style("AnnexLabel", ANNEX_LABEL,
               f"<w:keepNext/><w:pageBreakBefore/>{spacing(after=LINE)}{indent()}", fonts(HEITI),
               next="AnnexTitle"),
        _Style("AnnexTitle", "附件标题", _TITLE, _TITLE_RUN, next="Normal"),
    ]


def _tables() -> list[_Style]:
    plain = spacing(before=40, after=40, line=320, rule="atLeast") + indent()
    small = '<w:spacing w:val="0"/>' + size(12)
    margin = ('<w:tabs><w:tab w:val="center" w:pos="4422"/><w:tab w:val="right" w:pos="8844"/>'
              f'</w:tabs>{spacing(line=240, rule="auto")}{indent()}')
    return [
        _Style("TableText", "表格文字", plain + '<w:jc w:val="left"/>', small),
        _Style("TableCentred", "表格居中", '<w:jc w:val="center"/>', "", based_on="TableText"),
        _Style("TableHead", "表头", '<w:keepNext/><w:jc w:val="center"/>', fonts(HEITI),
               based_on="TableText"),
        _Style("TableGap", "表前空", f"{spacing(line=120)}{indent()}", size(1)),
        _Style("Caption", "caption", f'<w:keepNext/>{spacing(before=120, after=60)}{indent()}'
               '<w:jc w:val="center"/>', fonts(HEITI) + '<w:spacing w:val="0"/>' + size(14)),
        _Style("Header", "header", margin, fonts(SONGTI) + '<w:spacing w:val="0"/>' + size(10.5)),
        _Style("Footer", "footer", margin, fonts(SONGTI) + '<w:spacing w:val="0"/>' + size(14)),
    ]


def _table_styles() -> str:
    lines = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
                    for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    return ('<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
            '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
            '<w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
            '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
            '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
            '</w:tblPr></w:style>'
            '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
            '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="39"/><w:tblPr>'
            f'<w:tblBorders>{lines}</w:tblBorders></w:tblPr>'
            '<w:tcPr><w:vAlign w:val="center"/></w:tcPr></w:style>'
            '<w:style w:type="numbering" w:default="1" w:styleId="NoList">'
            '<w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/>'
            '<w:unhideWhenUsed/></w:style>')
