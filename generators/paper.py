"""An empty A4 document after GB/T 9704-2012, as the parts of a Word package.

Written by hand: the empty document of python-docx is Letter paper with a Japanese theme.
Lengths are twips (1 mm is 56.7): the margins of the built-in profile leave the 156 x 225 mm of
GB/T 9704-2012, 5.2.1.
"""

from __future__ import annotations

from collections.abc import Mapping

from generators.lists import numbering_xml
from generators.styles import (
    EAST,
    FANGSONG,
    HEITI,
    KAITI,
    SONGTI,
    XIAOBIAOSONG,
    XML,
    W,
    styles_xml,
)
from plans.profile import Margins, built_in

TEXT_WIDTH = 8844
LANDSCAPE_TEXT_WIDTH = 12756    # the sheet turned: what was the height of the text is its width
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument"
_WORD = f"{_TYPES}.wordprocessingml"
_NAMESPACES = f'xmlns:w="{W}" xmlns:r="{_OFFICE}/relationships"'

_SHEET = (11906, 16838)         # A4 upright, in twips
# From the edge of the text outwards. The dash of a number then lies 7 mm under the text (7.5).
_TO_HEADER, _TO_FOOTER = 998, 584
_NEAREST = 284                  # twips: printers reach no nearer to the edge
_SIDES = {"default": "right", "even": "left"}   # 7.5: odd pages right, even pages left


def paper(body: str, header: str = "", landscape: bool = False,
          margins: Margins | None = None) -> dict[str, bytes]:
    """The parts of a document, by name in the order of the package.

    `body` is the XML of its paragraphs and tables, `header` the text at the head of every page.
    On `landscape` paper the text is LANDSCAPE_TEXT_WIDTH wide, else TEXT_WIDTH, unless there are
    other `margins`, those of an upright page.
    """
    parts = {"word/document.xml": _document(body, bool(header), landscape, margins),
             "word/styles.xml": styles_xml(),
             "word/numbering.xml": numbering_xml(),
             "word/settings.xml": _settings(),
             "word/fontTable.xml": _font_table(),
             **{f"word/footer-{page}.xml": _footer(side) for page, side in _SIDES.items()}}
    if header:
        parts |= {f"word/header-{page}.xml": _header(header, side)
                  for page, side in _SIDES.items()}
    front = {"[Content_Types].xml": _content_types(parts), "_rels/.rels": _relationships({
        "word/document.xml": f"{_OFFICE}/relationships/officeDocument",
        "docProps/core.xml": f"{_PACKAGE}/relationships/metadata/core-properties",
        "docProps/app.xml": f"{_OFFICE}/relationships/extended-properties"})}
    behind = {"word/_rels/document.xml.rels": _relationships(
        {name.removeprefix("word/"): f"{_OFFICE}/relationships/{_role(name)}"
         for name in parts if name != "word/document.xml"}),
        "docProps/core.xml": _core(), "docProps/app.xml": _app()}
    return {name: text.encode() for name, text in (front | parts | behind).items()}


def page_attributes(margins: Margins, landscape: bool = False) -> tuple[dict[str, str],
                                                                        dict[str, str]]:
    """What w:pgSz and w:pgMar say, by local name, in twips.

    Landscape paper is the sheet turned to the right, so that the binding edge is at the top
    (clause 8). The standard leaves the number at the short edge; here it stands under the table,
    where a single sheet is read.
    """
    top, right, bottom, left = (round(mm * 56.7) for mm in (
        margins.top, margins.right, margins.bottom, margins.left))
    sheet = {"w": str(_SHEET[0]), "h": str(_SHEET[1])}
    if landscape:
        top, right, bottom, left = left, top, right, bottom
        sheet = {"w": sheet["h"], "h": sheet["w"], "orient": "landscape"}
    sides = {"top": top, "right": right, "bottom": bottom, "left": left,
             "header": max(_NEAREST, top - _TO_HEADER),
             "footer": max(_NEAREST, bottom - _TO_FOOTER)}
    return sheet, {side: str(length) for side, length in sides.items()}


def _role(part: str) -> str:
    """document, styles, footer … for word/document.xml, word/styles.xml, word/footer-even.xml."""
    return part.removeprefix("word/").removesuffix(".xml").partition("-")[0]


def _document(body: str, has_header: bool, landscape: bool, margins: Margins | None) -> str:
    kinds = ("header", "footer") if has_header else ("footer",)
    references = "".join(f'<w:{kind}Reference w:type="{page}" r:id="{kind}-{page}"/>'
                         for kind in kinds for page in _SIDES)
    sheet, sides = (" ".join(f'w:{name}="{value}"' for name, value in attributes.items())
                    for attributes in page_attributes(margins or built_in().margins, landscape))
    return (f'{XML}<w:document {_NAMESPACES}><w:body>{body}<w:sectPr>{references}<w:pgSz {sheet}/>'
            f'<w:pgMar {sides} w:gutter="0"/><w:cols w:space="425"/></w:sectPr>'
            "</w:body></w:document>")


def _footer(side: str) -> str:
    indent = f'<w:ind w:{side}Chars="100" w:{side}="280"/>'
    dash = f'<w:r><w:rPr><w:rFonts{EAST}/></w:rPr><w:t xml:space="preserve">{{}}</w:t></w:r>'
    return (f'{XML}<w:ftr {_NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/>{indent}'
            f'<w:jc w:val="{side}"/></w:pPr>{dash.format("— ")}'
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
            f'<w:r><w:fldChar w:fldCharType="end"/></w:r>{dash.format(" —")}</w:p></w:ftr>')


def _header(text: str, side: str) -> str:
    return (f'{XML}<w:hdr {_NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Header"/>'
            f'<w:jc w:val="{side}"/></w:pPr><w:r><w:rPr><w:rFonts{EAST}/></w:rPr>'
            f'<w:t xml:space="preserve">{text}</w:t></w:r></w:p></w:hdr>')


def _settings() -> str:
    return (f'{XML}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/>'
            '<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
            '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'
            '<w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/>'
            '<w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/>'
            '<w:useFELayout/><w:compatSetting w:name="compatibilityMode" '
            'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
            '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>')


def _font_table() -> str:
    names = {FANGSONG: "FangSong", HEITI: "SimHei", KAITI: "KaiTi", SONGTI: "SimSun",
             XIAOBIAOSONG: "FZXiaoBiaoSong-B05S"}
    # charset 86 is GB 2312, so that Word puts another Chinese font where one is missing
    return (f'{XML}<w:fonts xmlns:w="{W}">' + "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{english}"/><w:charset w:val="86"/>'
        '<w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
        for name, english in names.items()) + "</w:fonts>")


def _content_types(parts: Mapping[str, str]) -> str:
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{_WORD}.'
        f'{"document.main" if _role(name) == "document" else _role(name)}+xml"/>' for name in parts)
    return (f'{XML}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{overrides}'
            '<Override PartName="/docProps/core.xml" '
            'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
            f'<Override PartName="/docProps/app.xml" ContentType="{_TYPES}.'
            'extended-properties+xml"/></Types>')


def _relationships(targets: Mapping[str, str]) -> str:
    return (f'{XML}<Relationships xmlns="{_PACKAGE}/relationships">' + "".join(
        f'<Relationship Id="{target.rpartition("/")[2].removesuffix(".xml")}" Type="{role}" '
        f'Target="{target}"/>' for target, role in targets.items()) + "</Relationships>")


def _core() -> str:
    return (f'{XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" '
            'xmlns:dcterms="http://purl.org/dc/terms/" '
            'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title></dc:title>'
            '<dc:creator></dc:creator><dc:language>zh-CN</dc:language></cp:coreProperties>')


def _app() -> str:
    return (f'{XML}<Properties xmlns="{_OFFICE}/extended-properties">'
            "<Application>Microsoft Office Word</Application></Properties>")
