"""The automatic numbers of our paper: 一、（一）1.（1）① for headings, 1.（1）① a) for items.

The headings are one multilevel list (GB/T 9704 7.3.3). Items are a list of their own kind: were
they deeper levels of the headings' list, Word and LibreOffice would count the levels skipped
between, and the heading after them would come out as （二）. Lists therefore restart by a w:num
of their own, which `restart_lists` gives to each run of items and to the headings of each annex.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from generators.styles import ANNEX_LABEL, EAST, HEADINGS, ITEM_LEVELS, XML, W, fonts, indent
from plans.profile import Element, built_in

_CIRCLED = "decimalEnclosedCircleChinese"
_HEADING_NUMBERS = (("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）"),
                    ("decimal", "%3."), ("decimal", "（%4）"), (_CIRCLED, "%5"))
_ITEM_NUMBERS = (("decimal", "%1."), ("decimal", "（%2）"), (_CIRCLED, "%3"),
                 ("lowerLetter", "%4)"))

_PARAGRAPH = re.compile(
    r'<w:p(?: [^>]*)?/?>(?:<w:pPr><w:pStyle w:val="([^"]*)"/>'
    r"(?:<w:(?:keepNext|keepLines|pageBreakBefore|framePr|widowControl)\b[^>]*/>)*)?")
_NUMBER = re.compile(r'<w:numPr>(?:<w:ilvl w:val="(\d+)"/>)?<w:numId w:val="(\d+)"/></w:numPr>')


def numbering_xml() -> str:
    """word/numbering.xml: the headings' list is num 1, the items' num 2."""
    look = built_in()
    headings = "".join(_level(level, *_HEADING_NUMBERS[level], f"Heading{level + 1}",
                              look.heading(level + 1)) for level in range(len(HEADINGS)))
    items = "".join(_level(level, *_ITEM_NUMBERS[level],
                           f"ListNumber{level + 1 if level else ''}", look.element("item"))
                    for level in range(ITEM_LEVELS))
    return (f'{XML}<w:numbering xmlns:w="{W}">'
            f'<w:abstractNum w:abstractNumId="0"><w:nsid w:val="5D1B0A01"/>'
            f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="5D1B0A02"/>{headings}'
            '</w:abstractNum>'
            f'<w:abstractNum w:abstractNumId="1"><w:nsid w:val="5D1B0A03"/>'
            f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="5D1B0A04"/>{items}'
            '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
            '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>')


def _level(level: int, form: str, text: str, style: str, element: Element) -> str:
    return (f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:pStyle w:val="{style}"/><w:suff w:val="nothing"/><w:lvlText w:val="{text}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr>{indent(first=round(element.indent))}'
            f"</w:pPr><w:rPr>{fonts(element.font, EAST)}</w:rPr></w:lvl>")


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A style that is numbered: its w:num, that one's w:abstractNum, and the level in it."""

    num: str
    abstract: str
    level: str
    is_heading: bool


@dataclass(frozen=True, slots=True)
class Lists:
    """What a template's numbering holds: which styles are numbered, and where a number begins."""

    numbering: str                  # word/numbering.xml, its new w:num to go in at `end`
    end: int
    next_num: int
    styles: dict[str, _Numbered]    # by style id
    sizes: dict[str, int]           # abstractNumId → its number of levels
    annex: frozenset[str]           # styles that begin an annex


def lists_of(styles: bytes, numbering: bytes) -> Lists:
    """The lists of a template, found by the names of its styles (Word translates their ids)."""
    root = etree.fromstring(numbering)
    abstract = {_attribute(num, "numId"): _value(num, "abstractNumId")
                for num in root.iter(_w("num"))}
    sizes = {_attribute(one, "abstractNumId"): len(one.findall(_w("lvl")))
             for one in root.iter(_w("abstractNum"))}
    numbered: dict[str, _Numbered] = {}
    annex = set()
    for style in etree.fromstring(styles).iter(_w("style")):
        identity, name = _attribute(style, "styleId"), _value(style, "name")
        if name == ANNEX_LABEL:
            annex.add(identity)
        number = _value(style, "pPr", "numPr", "numId")
        if number in abstract:
            numbered[identity] = _Numbered(
                number, abstract[number], _value(style, "pPr", "numPr", "ilvl") or "0",
                name.lower().startswith("heading "))
    text = etree.tostring(root, encoding="unicode")
    end = text.find("<w:numIdMacAtCleanup")
    return Lists(text, end if end >= 0 else text.rindex("</w:numbering>"),
                 max((int(one) for one in abstract), default=0) + 1, numbered, sizes,
                 frozenset(annex))


def restart_lists(document: str, lists: Lists) -> tuple[str, str]:
    """`document` (word/document.xml) and its numbering, each list beginning at its first number.

    A run of items begins anew after anything that is not an item; headings begin anew after the
    label of an annex. A paragraph with a number of another list than its style's is left alone.
    """
    nums: list[str] = []
    items = headings = 0            # the w:num that is running, 0 for none
    in_annex = False
    written, end = [], 0

    def new_num(abstract: str) -> int:
        number = lists.next_num + len(nums)
        starts = "".join(f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/>'
                         "</w:lvlOverride>" for level in range(lists.sizes[abstract]))
        nums.append(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{starts}'
                    "</w:num>")
        return number

    for paragraph in _PARAGRAPH.finditer(document):
        style = lists.styles.get(paragraph[1] or "")
        own = _NUMBER.match(document, paragraph.end())
        if style is None or (own and own[2] != style.num):
            items = 0
            if paragraph[1] in lists.annex:
                in_annex, headings = True, 0
            continue
        if style.is_heading:
            items = 0
            if not in_annex:
                continue
            number = headings = headings or new_num(style.abstract)
        else:
            number = items = items or new_num(style.abstract)
        level = own[1] if own and own[1] else style.level
        written += [document[end:paragraph.end()], f'<w:numPr><w:ilvl w:val="{level}"/>'
                    f'<w:numId w:val="{number}"/></w:numPr>']
        end = own.end() if own else paragraph.end()
    return ("".join(written) + document[end:],
            lists.numbering[:lists.end] + "".join(nums) + lists.numbering[lists.end:])


def _w(name: str) -> str:
    return f"{{{W}}}{name}"


def _attribute(element: etree._Element, name: str) -> str:
    return element.get(_w(name)) or ""


def _value(element: etree._Element, *path: str) -> str:
    """w:val of what lies at `path` below `element`, "" where it is not there."""
    found = element.find("/".join(_w(step) for step in path))
    return "" if found is None else _attribute(found, "val")
