"""What a part of a Word file needs around Jinja: numbered lines before it, sound XML after."""

from __future__ import annotations

import itertools
import re

_EDGE = re.compile(r"(?=<w:p[ >])|(?<=</w:p>)")
_MARKUP = re.compile(r"<[^>]*>")
_MERGED_LATE = re.compile(
    r'(<w:tcPr>(?:<w:cnfStyle [^>]*/>)?(?:<w:tcW [^>]*/>)?(?:<w:gridSpan [^>]*/>)?'
    r'(?:<w:hMerge[^>]*/>)?)((?:(?!</w:tcPr>).)*?)(<w:vMerge w:val="[^"]*"/>)', re.DOTALL)
_PARAGRAPH_ID = re.compile(r' w14:(?:paraId|textId)="[^"]*"')
_BROKEN_TEXT = re.compile(r"(<w:t(?: [^>]*)?>)([^<]*[\n\t][^<]*)(?=</w:t>)")
_EMPTY_CELL = re.compile(r"(<w:tc(?: [^>]*)?>|<w:tcPr/>|</w:tcPr>|</w:tbl>)\s*(?=</w:tc>)")
_ROWLESS = re.compile(r"<w:tbl>(?:(?!</?w:tbl>|<w:tr[ >]).)*</w:tbl>", re.DOTALL)
_DRAWING = re.compile(r'(<wp:docPr\b[^>]*?\bid=")\d+')


def with_lines(source: str) -> str:
    """A part as docxtpl patched it, one paragraph a line, so that a line number says which it is.

    docxtpl writes w:vMerge last in w:tcPr, where Word does not look for it; it is put right. Ids
    of paragraphs are dropped: a loop would repeat them.
    """
    source = _PARAGRAPH_ID.sub("", _MERGED_LATE.sub(r"\1\3\2", source.replace("\n", " ")))
    return _EDGE.sub("\n", source)


def shown_lines(source: str) -> tuple[str, ...]:
    """What each line of a source shows a reader of the template."""
    return tuple(_MARKUP.sub("", line).strip() for line in source.split("\n"))


def tidied(xml: str) -> str:
    """A rendered part without the added line ends, and as Word wants it.

    Line ends and tabs within values become breaks and tabs, a cell gets the paragraph it must
    have, a table without a row goes, drawings that a loop repeated get ids of their own.
    """
    xml = xml.replace("\n<w:p>", "<w:p>").replace("\n<w:p ", "<w:p ").replace("</w:p>\n", "</w:p>")
    if "\n" in xml or "\t" in xml:
        xml = _BROKEN_TEXT.sub(_with_breaks, xml)
    if "</w:tblGrid></w:tbl>" in xml:
        xml = _ROWLESS.sub("", xml)
    xml = _EMPTY_CELL.sub(r"\1<w:p/>", xml)
    if "<wp:docPr" in xml:
        count = itertools.count(1)
        xml = _DRAWING.sub(lambda match: f"{match[1]}{next(count)}", xml)
    return xml


def _with_breaks(match: re.Match[str]) -> str:
    again = '<w:t xml:space="preserve">'
    return match[1] + (match[2].replace("\n", f"</w:t><w:br/>{again}")
                       .replace("\t", f"</w:t><w:tab/>{again}"))
