"""Word files that are one XML file: Word XML (Flat OPC) and Word 2003 XML. Pictures are left out.

LibreOffice reads the first as plain text, and of the second it spoils the numbers: （一） becomes
（%0%.1）. So both are made into the package that they would be as a .docx.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator

from lxml import etree
from lxml.etree import _Element

from checkers import limits
from checkers.document import Reading, Unreadable
from checkers.word import read_word
from checkers.word.package import parse

_PACKAGE = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OLD_W = b"http://schemas.microsoft.com/office/word/2003/wordml"
_HINT = "{http://schemas.microsoft.com/office/word/2003/auxHint}"
_ANNOTATION = "{http://schemas.microsoft.com/aml/2001/core}"
_RELATIONSHIPS = b"""<Relationships \
xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" \
Type="http://x/styles" Target="styles.xml"/><Relationship Id="n" Type="http://x/numbering" \
Target="numbering.xml"/></Relationships>"""

# What bears another name since 2007; attributes with a hyphen are written in one (firstLine).
_TAGS = {"listPr": "numPr", "ilfo": "numId", "vmerge": "vMerge", "hmerge": "hMerge",
         "hlink": "hyperlink", "nfc": "numFmt", "listStyleLink": "numStyleLink"}
_ATTRIBUTES = {"fareast": "eastAsia", "h-ansi": "hAnsi"}
_CHANGES = {"Word.Insertion": "ins", "Word.Deletion": "del"}
# [MS-OSHARED] 2.2.1.3, as far as Chinese and Latin lists use it; others are printed as digits.
_FORMATS = {"1": "upperRoman", "2": "lowerRoman", "3": "upperLetter", "4": "lowerLetter",
            "10": "ideographDigital", "11": "japaneseCounting", "14": "decimalFullWidth",
            "17": "japaneseDigitalTenThousand", "18": "decimalEnclosedCircle", "22": "decimalZero",
            "23": "bullet", "26": "decimalEnclosedFullstop", "27": "decimalEnclosedParen",
            "28": "decimalEnclosedCircleChinese", "29": "ideographEnclosedCircle",
            "30": "ideographTraditional", "31": "ideographZodiac", "33": "taiwaneseCounting",
            "34": "ideographLegalTraditional", "35": "taiwaneseCountingThousand",
            "36": "taiwaneseDigital", "37": "chineseCounting", "38": "chineseLegalSimplified",
            "39": "chineseCountingThousand", "255": "none"}


def read_flat(data: bytes) -> Reading:
    """As `read_word`, of Word XML."""
    root = _root(data)
    return read_word(_packed(
        (part.get(f"{_PACKAGE}name", "").lstrip("/"), child)
        for part in root.iter(f"{_PACKAGE}part")
        for held in part.iterfind(f"{_PACKAGE}xmlData") for child in held))


def read_word_2003(data: bytes) -> Reading:
    """As `read_word`, of Word 2003 XML; headers and footers are left out as well."""
    root = _root(data.replace(_OLD_W, _W.strip("{}").encode()))
    for element in [*root.iter(etree.Element)]:
        _renew(element)
    root.tag = f"{_W}document"
    return read_word(_packed((
        ("word/document.xml", root), ("word/styles.xml", _part(root, "styles")),
        ("word/numbering.xml", _numbering(_part(root, "lists"))),
        ("word/_rels/document.xml.rels", etree.fromstring(_RELATIONSHIPS)))))


def _root(data: bytes) -> _Element:
    if len(data) > limits.ALL_XML_BYTES:
        raise Unreadable("F005", f"{len(data)} > {limits.ALL_XML_BYTES}")
    return parse(data, "document")


def _packed(parts: Iterable[tuple[str, _Element]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, root in parts:
            archive.writestr(name, etree.tostring(root, encoding="UTF-8", with_tail=False))
    return out.getvalue()


def _part(root: _Element, name: str) -> _Element:
    """A part that stands in the document itself, or a blank one."""
    found = root.find(f"{_W}{name}")
    return etree.Element(f"{_W}{name}") if found is None else found


def _renew(element: _Element) -> None:
    """Gives an element and its attributes the names of 2007."""
    name = element.tag.partition("}")[2]
    if element.tag.startswith(_W):
        element.tag = _W + _TAGS.get(name, name)
        for key, value in [*element.attrib.items()]:
            short = str(key).partition("}")[2]
            new = _ATTRIBUTES.get(short) or re.sub("-([a-z])", lambda one: one[1].upper(), short)
            if new != short:
                del element.attrib[key]
                element.set(_W + new, value)
        if name == "nfc":
            element.set(f"{_W}val", _FORMATS.get(element.get(f"{_W}val", ""), "decimal"))
    elif element.tag.startswith(_HINT):
        element.tag = f"{_W}customXml"      # wx:sect, wx:sub-section: they stand around paragraphs
    elif element.tag.startswith(_ANNOTATION):
        change = _CHANGES.get(element.get(f"{_W}type", ""), "customXml")
        element.tag = f"{_W}{change}"       # aml:annotation, aml:content


def _numbering(lists: _Element) -> _Element:
    """w:lists as numbering.xml has them."""
    root = etree.Element(f"{_W}numbering")
    root.extend(_numberings(lists))
    return root


def _numberings(lists: _Element) -> Iterator[_Element]:
    for definition in lists.iterfind(f"{_W}listDef"):
        definition.tag = f"{_W}abstractNum"
        definition.set(f"{_W}abstractNumId", definition.get(f"{_W}listDefId", ""))
        yield definition
    for one in lists.iterfind(f"{_W}list"):
        one.tag = f"{_W}num"
        one.set(f"{_W}numId", one.get(f"{_W}ilfo", ""))
        for target in one.iterfind(f"{_W}ilst"):
            target.tag = f"{_W}abstractNumId"
        yield one
