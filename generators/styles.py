"""The styles of our paper: GB/T 9704-2012 for the text, plain tables for the rest (styles.xml).

Fonts, sizes and spacings are those of the built-in profile (templates/profile.yaml).
No theme fonts: WPS reports them as missing. Sizes are points; 1 pt is 20 twips or 2 half-points.
"""

from __future__ import annotations

from dataclasses import dataclass

from plans.profile import Element, Profile, built_in

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

FANGSONG, HEITI, KAITI, SONGTI, XIAOBIAOSONG = "仿宋", "黑体", "楷体", "宋体", "方正小标宋简体"

# What the templates are drawn with, as the built-in profile has it; a test holds the two equal.
LINE = 579       # twips: 22 lines on a page of 225 mm (5.2.3), as measured
CHARACTER = 320  # twips: one character of 3号, 16 pt

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


def twips(points: float) -> int:
    """Points as twips."""
    return round(points * 20)


def letters(element: Element) -> str:
    """w:spacing of a run: what is added between two characters."""
    return f'<w:spacing w:val="{twips(element.letter)}"/>'


# Word would put a quarter of a character between Chinese and figures: 28 a line no longer holds.
_NO_GAPS = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'


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
    look = built_in()
    drawn = (*_text(look), *_items(look), *_ending(look), *_tables(look))
    return (f'{XML}<w:styles xmlns:w="{W}">{_defaults(look.element("body"))}'
            + _normal(look.element("body")) + "".join(style.xml() for style in drawn)
            + _table_styles() + "</w:styles>")


def _defaults(body: Element) -> str:
    return (f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts(body.font)}{size(body.size)}'
            '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
            '<w:pPrDefault/></w:docDefaults>')


def _normal(body: Element) -> str:
    return ('<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
            f'<w:qFormat/><w:pPr><w:widowControl w:val="0"/>{_NO_GAPS}{_lines(body)}{_first(body)}'
            f'<w:jc w:val="both"/></w:pPr><w:rPr>{fonts(body.font)}{letters(body)}'
            f'{size(body.size)}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:style>'
            '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
            '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
            '</w:style>')


def _lines(element: Element, before: int = 0, after: int = 0) -> str:
    return spacing(before, after, twips(element.line))


def _first(element: Element) -> str:
    return indent(first=round(element.indent))


def _run(element: Element) -> str:
    return f"{fonts(element.font)}{letters(element)}{size(element.size)}"


def _title(identity: str, name: str, element: Element) -> _Style:
    return _Style(identity, name, f"<w:keepNext/><w:keepLines/>{_lines(element, after=LINE)}"
                  f'{_first(element)}<w:jc w:val="center"/>', _run(element), next="Normal")


def _text(look: Profile) -> list[_Style]:
    subtitle = look.element("subtitle")
    found = [_title("Title", "Title", look.element("title")),
             _Style("Subtitle", "Subtitle", f"<w:keepNext/>{_lines(subtitle, after=LINE // 2)}"
                    f'{_first(subtitle)}<w:jc w:val="center"/>', fonts(subtitle.font),
                    next="Normal")]
    # 7.3.2: flush left under the title and its blank line; all else is that of the text.
    found.append(_Style("Recipient", "主送机关", indent(), next="Normal"))
    for level in HEADINGS:
        heading = look.heading(level)
        number = f'<w:ilvl w:val="{level - 1}"/>' if level > 1 else ""
        found.append(_Style(
            f"Heading{level}", f"heading {level}",
            f'<w:keepNext/><w:keepLines/><w:numPr>{number}<w:numId w:val="1"/></w:numPr>'
            f'{_lines(heading)}{_first(heading)}<w:outlineLvl w:val="{level - 1}"/>',
            fonts(heading.font) + size(heading.size), next="Normal"))
    return found


def _items(look: Profile) -> list[_Style]:
    item = look.element("item")
    return [_Style(f"ListNumber{level if level > 1 else ''}",
                   f"List Number{f' {level}' if level > 1 else ''}",
                   f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="2"/></w:numPr>'
                   f'{_lines(item)}{_first(item)}')
            for level in range(1, ITEM_LEVELS + 1)]


def _ending(look: Profile) -> list[_Style]:
    right = '<w:jc w:val="right"/>'
    note, signature = look.element("annex_note"), look.element("signature")
    label = look.element("annex_label")
    return [
        _Style("AnnexNote", "附件说明",
               f"<w:keepNext/><w:keepLines/>{_lines(note)}{indent(left=6, hanging=1)}"),
        _Style("SignatureUnit", "署名",
               f"<w:keepNext/><w:keepLines/>{_lines(signature, before=LINE)}{indent()}{right}"),
        _Style("SignatureDate", "成文日期", f"<w:keepLines/>{_lines(signature)}{indent()}{right}"),
        _Style("AnnexLabel", ANNEX_LABEL,
               f"<w:keepNext/><w:pageBreakBefore/>{_lines(label, after=LINE)}{_first(label)}",
               fonts(label.font), next="AnnexTitle"),
        _title("AnnexTitle", "附件标题", look.element("annex_title")),
    ]


def _tables(look: Profile) -> list[_Style]:
    text, caption = look.element("table_text"), look.element("caption")
    plain = spacing(before=40, after=40, line=twips(text.line), rule="atLeast") + indent()
    margin = ('<w:tabs><w:tab w:val="center" w:pos="4422"/><w:tab w:val="right" w:pos="8844"/>'
              f'</w:tabs>{spacing(line=240, rule="auto")}{indent()}')
    return [
        _Style("TableText", "表格文字", plain + '<w:jc w:val="left"/>',
               letters(text) + size(text.size)),
        _Style("TableCentred", "表格居中", '<w:jc w:val="center"/>', "", based_on="TableText"),
        _Style("TableHead", "表头", '<w:keepNext/><w:jc w:val="center"/>',
               fonts(look.element("table_head").font), based_on="TableText"),
        _Style("TableGap", "表前空", f"{spacing(line=120)}{indent()}", size(1)),
        _Style("Caption", "caption", f"<w:keepNext/>{_lines(caption, before=120, after=60)}"
               f'{_first(caption)}<w:jc w:val="center"/>', _run(caption)),
        *(_Style(identity, identity.lower(), margin, fonts(one.font) + '<w:spacing w:val="0"/>'
                 + size(one.size)) for identity, one in (
                     ("Header", look.element("header")), ("Footer", look.element("page_number")))),
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
