"""A submission as a Word file, in one of four shapes: what differs is how it was typed, not what."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from xml.sax.saxutils import escape

from corpus.submissions import Cell, Piece, Row, Submission

SHAPES = ("typed", "look", "styled", "auto")
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = (
    f'xmlns:w="{_W}" xmlns:r="{_R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"')
_TYPES = {"document": "document.main", "styles": "styles", "numbering": "numbering",
          "header1": "header", "footer1": "footer"}
_HAN = "一二三四五六七八九十"
# The forms that Word's own lists print: (pattern, number format, level text).
_AUTOMATIC = (
    (re.compile(rf"([{_HAN}]{{1,3}})、$"), "chineseCounting", "%1、"),
    (re.compile(rf"（([{_HAN}]{{1,3}})）$"), "chineseCounting", "（%1）"),
    (re.compile(r"(\d{1,2})\.$"), "decimal", "%1."),
    (re.compile(r"(\d{1,2})、$"), "decimal", "%1、"),
    (re.compile(r"（(\d{1,2})）$"), "decimal", "（%1）"),
    (re.compile(rf"第([{_HAN}]{{1,3}})章$"), "chineseCounting", "第%1章"))
_STYLES = ("Normal", "heading 1", "heading 2", "heading 3", "heading 4", "toc 1", "header",
           "footer", "Title")
_ZERO_WIDTH = "\u200b"


def word_file(submission: Submission, shape: str) -> bytes:
    """The bytes of the submission as a .docx."""
    return _Writer(submission, shape).packed()


@dataclass
class _List:
    """An automatic numbering that goes on for as long as the numbers do."""

    num: int
    value: int


class _Writer:
    def __init__(self, submission: Submission, shape: str) -> None:
        self.submission, self.shape = submission, shape
        self.lists: dict[int, _List] = {}
        self.nums: list[tuple[int, int]] = []       # (form, start) of each w:num, from 1
        self.styles: dict[str, str] = {name: f"a{at}" for at, name in enumerate(_STYLES)}
        self.boxes = 0
        self.margins = {"TOP": "", "FOOT": ""}

    def packed(self) -> bytes:
        body = "".join(self._blocks(self.submission.pieces))
        parts = {"document": f"<w:document {_NAMESPACES}><w:body>{body}{self._section()}</w:body>"
                             "</w:document>",
                 "styles": self._styles(), "numbering": self._numbering()}
        parts |= {name: f"<w:{tag} {_NAMESPACES}>{self._paragraph(Piece('P', text))}</w:{tag}>"
                  for key, name, tag in (("TOP", "header1", "hdr"), ("FOOT", "footer1", "ftr"))
                  if (text := self.margins[key])}
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("[Content_Types].xml", _content_types(parts))
            package.writestr("_rels/.rels", _relationships(
                [("rId1", "officeDocument", "word/document.xml")]))
            package.writestr("word/_rels/document.xml.rels", _relationships(
                [(f"r{name}", name.rstrip("1"), f"{name}.xml") for name in parts
                 if name != "document"]))
            for name, xml in parts.items():
                package.writestr(f"word/{name}.xml", '<?xml version="1.0" encoding="UTF-8"?>' + xml)
        return out.getvalue()

    def _blocks(self, pieces: Sequence[Piece | Row]) -> Iterator[str]:
        rows: list[Row] = []
        waiting: list[Piece] = []       # one paragraph: what is glued to it, or broken softly
        for one in pieces:
            if isinstance(one, Row):
                yield from self._joined(waiting)
                waiting = []
                rows.append(one)
                continue
            if rows:
                yield self._table(rows)
                rows = []
            if one.tag in self.margins:
                self.margins[one.tag] = one.text
            elif waiting and {"glue", "soft"} & set(one.options):
                waiting.append(one)
            else:
                yield from self._joined(waiting)
                waiting = [one]
        yield from self._joined(waiting)
        if rows:
            yield self._table(rows)

    def _joined(self, pieces: Sequence[Piece]) -> Iterator[str]:
        if not pieces:
            return
        first, *others = pieces
        runs = "".join(("<w:r><w:br/></w:r>" if "soft" in one.options else "")
                       + self._runs(one, typed=True) for one in others)
        width = int(first.options.get("wrap", 0))
        if not width:
            yield self._paragraph(first, runs)
            return
        text = _typed(first)
        for start in range(0, len(text), width):
            yield self._paragraph(replace(first, number="", text=text[start:start + width],
                                          body="", options={}),
                                  runs if start + width >= len(text) else "")

    def _paragraph(self, piece: Piece, more: str = "") -> str:
        ppr, number = self._properties(piece)
        inner = self._runs(piece, typed=not number) + more
        if "sdt" in piece.options:
            inner = f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
        paragraph = f"<w:p><w:pPr>{ppr}</w:pPr>{inner}</w:p>"
        return self._boxed(paragraph) if "box" in piece.options else paragraph

    def _properties(self, piece: Piece) -> tuple[str, bool]:
        """What stands in w:pPr, and whether the number is automatic."""
        options = piece.options
        style = options.get("style", "").replace("_", " ") or self._style_of(piece)
        if style and style not in self.styles:
            self.styles[style] = f"a{len(self.styles)}"
        num = self._num_of(piece)
        has_look = self.shape in ("look", "auto")
        centred = "centre" in options or piece.tag == "C" or (
            piece.tag == "T" and self.shape != "typed")
        right = "right" in options or (piece.tag == "S" and self.shape != "typed")
        indent = options.get("indent") or ("2" if has_look and piece.tag in "PLM" else "")
        ppr = f'<w:pStyle w:val="{self.styles[style]}"/>' if style else ""
        ppr += "<w:pageBreakBefore/>" if "break" in options or piece.tag == "A" else ""
        ppr += (f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{num}"/></w:numPr>' if num else "")
        ppr += (f'<w:ind w:firstLineChars="{int(indent) * 100}" w:firstLine="{int(indent) * 240}"/>'
                if indent and not num else "")
        ppr += ('<w:jc w:val="center"/>' if centred else '<w:jc w:val="right"/>' if right else "")
        ppr += f'<w:outlineLvl w:val="{int(options["outline"]) - 1}"/>' if "outline" in options \
            else ""
        return ppr, bool(num)

    def _style_of(self, piece: Piece) -> str:
        if piece.tag == "TOC":
            return "toc 1"
        if self.shape == "styled":
            return f"heading {piece.level}" if piece.level else "Title" if piece.tag == "T" else ""
        return ""

    def _num_of(self, piece: Piece) -> int:
        if not piece.number or "typed" in piece.options or {"glue", "soft"} & set(piece.options):
            return 0
        if self.shape != "auto" and "auto" not in piece.options:
            return 0
        for form, (pattern, _format, _text) in enumerate(_AUTOMATIC):
            if match := pattern.match(piece.number):
                value = int(match[1]) if match[1].isdecimal() else _value(match[1])
                going = self.lists.get(form)
                if going is None or going.value + 1 != value:
                    self.nums.append((form, value))
                    going = self.lists[form] = _List(len(self.nums), value)
                going.value = value
                return going.num
        return 0

    def _runs(self, piece: Piece, typed: bool) -> str:
        head = (piece.number if typed else "") + piece.text
        if "spread" in piece.options:
            head = (piece.number if typed else "") + " ".join(piece.text)
        if "zw" in piece.options:
            head = _ZERO_WIDTH.join(head)
        runs = self._run(head, piece, heading=bool(piece.level))
        if piece.body:
            runs += self._run(piece.body, piece, heading=False)
        if "ins" in piece.options:
            runs = f'<w:ins w:id="1" w:author="a">{runs}</w:ins>'
        if "del" in piece.options:
            runs = runs.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
            runs = f'<w:del w:id="1" w:author="a">{runs}</w:del>'
        return runs

    def _run(self, text: str, piece: Piece, heading: bool) -> str:
        if not text:
            return ""
        options = piece.options
        has_look = self.shape in ("look", "auto") and heading
        bold = "bold" in options or (has_look and piece.level <= 2)
        font = options.get("font") or (("黑体", "楷体", "", "")[piece.level - 1] if has_look else "")
        size = options.get("size") or (
            "18" if piece.tag == "T" and self.shape in ("look", "auto") else "")
        rpr = f'<w:rFonts w:eastAsia="{font}"/>' if font else ""
        rpr += "<w:b/>" if bold else ""
        rpr += f'<w:sz w:val="{int(float(size) * 2)}"/>' if size else ""
        pieces = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(one)}</w:t>'
                                 for one in text.split("\t"))
        return f"<w:r>{f'<w:rPr>{rpr}</w:rPr>' if rpr else ''}{pieces}</w:r>"

    def _table(self, rows: Sequence[Row]) -> str:
        columns = max(sum(cell.span for cell in row.cells) for row in rows)
        border = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in (
            "top", "left", "bottom", "right", "insideH", "insideV"))
        grid = f'<w:gridCol w:w="{9000 // columns}"/>' * columns
        inner = "".join(f"<w:tr>{''.join(self._cell(cell, columns) for cell in row.cells)}</w:tr>"
                        for row in rows)
        return (f'<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/><w:tblBorders>{border}'
                f"</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{inner}</w:tbl>")

    def _cell(self, cell: Cell, columns: int) -> str:
        tcpr = f'<w:tcW w:w="{9000 // columns * cell.span}" w:type="dxa"/>'
        tcpr += f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        tcpr += '<w:vMerge w:val="restart"/>' if cell.down else "<w:vMerge/>" if cell.up else ""
        blocks = "".join(self._blocks([one if "indent" in one.options else replace(
            one, options=one.options | {"indent": "0"}) for one in cell.pieces]))
        return f"<w:tc><w:tcPr>{tcpr}</w:tcPr>{blocks or '<w:p/>'}</w:tc>"

    def _boxed(self, paragraph: str) -> str:
        """A text box as Word writes it: the shape, and VML for older readers."""
        self.boxes += 1
        content = f"<w:txbxContent>{paragraph}</w:txbxContent>"
        extent = '<wp:extent cx="5400000" cy="720000"/>'
        return (f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
                f'<wp:inline>{extent}<wp:docPr id="{self.boxes}" name="box"/><a:graphic>'
                '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/'
                'wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm>'
                '<a:off x="0" y="0"/><a:ext cx="5400000" cy="720000"/></a:xfrm>'
                '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
                f"<wps:txbx>{content}</wps:txbx><wps:bodyPr><a:spAutoFit/></wps:bodyPr></wps:wsp>"
                "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback>"
                f'<w:pict><v:shape style="width:400pt;height:60pt"><v:textbox>{content}'
                "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>")

    def _section(self) -> str:
        links = "".join(f'<w:{name}Reference w:type="default" r:id="r{name}1"/>'
                        for key, name in (("TOP", "header"), ("FOOT", "footer"))
                        if self.margins[key])
        return (f'<w:sectPr>{links}<w:pgSz w:w="11906" w:h="16838"/>'
                '<w:pgMar w:top="1440" w:bottom="1440" w:left="1588" w:right="1474"/></w:sectPr>')

    def _styles(self) -> str:
        made = "".join(_style(name, style_id) for name, style_id in self.styles.items())
        return (f"<w:styles {_NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
                '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体"/>'
                '<w:sz w:val="24"/></w:rPr></w:rPrDefault></w:docDefaults>' + made + "</w:styles>")

    def _numbering(self) -> str:
        abstract = "".join(
            f'<w:abstractNum w:abstractNumId="{at}"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            f'<w:numFmt w:val="{fmt}"/><w:suff w:val="nothing"/><w:lvlText w:val="{text}"/></w:lvl>'
            "</w:abstractNum>" for at, (_pattern, fmt, text) in enumerate(_AUTOMATIC))
        nums = "".join(
            f'<w:num w:numId="{at}"><w:abstractNumId w:val="{form}"/><w:lvlOverride w:ilvl="0">'
            f'<w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
            for at, (form, start) in enumerate(self.nums, 1))
        return f"<w:numbering {_NAMESPACES}>{abstract}{nums}</w:numbering>"


def _typed(piece: Piece) -> str:
    return piece.number + piece.text + piece.body


def _value(numeral: str) -> int:
    tens, ten, ones = numeral.rpartition("十")
    return ((_HAN.index(tens) + 1 if tens else 1) * 10 if ten else 0) + (
        _HAN.index(ones) + 1 if ones else 0)


def _style(name: str, style_id: str) -> str:
    size = {"Title": 36, "heading 1": 32, "heading 2": 28}.get(name)
    rpr = f'<w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr>' if size else ""
    outline = (f'<w:pPr><w:outlineLvl w:val="{int(name[-1]) - 1}"/></w:pPr>'
               if name.startswith("heading") else "")
    default = ' w:default="1"' if name == "Normal" else ""
    based = '<w:basedOn w:val="a0"/>' if name != "Normal" else ""
    return (f'<w:style w:type="paragraph"{default} w:styleId="{style_id}"><w:name w:val="{name}"/>'
            f"{based}{outline}{rpr}</w:style>")


def _content_types(parts: dict[str, str]) -> str:
    office = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    named = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{office}.{_TYPES[name]}'
                    '+xml"/>' for name in parts)
    return ('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
            f'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{named}'
            "</Types>")


def _relationships(links: list[tuple[str, str, str]]) -> str:
    inner = "".join(f'<Relationship Id="{link}" Type="{_R}/{kind}" Target="{target}"/>'
                    for link, kind, target in links)
    return ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f"{inner}</Relationships>")
