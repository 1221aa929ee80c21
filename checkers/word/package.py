"""A .docx as a package of parts: opened within bounds, read by relationship, parsed without DTD."""

from __future__ import annotations

import posixpath
import re
import zipfile
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import unquote

from lxml import etree
from lxml.etree import _Element

from checkers import limits
from checkers.document import Unreadable
from plans.zip_damage import ZIP_DAMAGE

MAIN_PART = "word/document.xml"
XML_MARKS = 4_000_000   # of "<" or "=" in one part: a tree takes some 100 bytes of memory for each

_PARSER, _EXACT = (etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False,
                                   load_dtd=False, remove_comments=bare, remove_pis=bare,
                                   collect_ids=False) for bare in (True, False))
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/([A-Za-z]+)/")
_RESOURCE_LIMIT = 114   # libxml2's XML_ERR_RESOURCE_LIMIT: depth, length of a text, entities
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Relationship:
    """A pointer from one part to another: `kind` is the last word of its type ("styles")."""

    kind: str
    target: str


class Package:
    """The parts of a zip by name, upper and lower case alike; `main` names the document part.

    Raises Unreadable: F002 encrypted members, F003 damaged, F005 over a limit.
    """

    def __init__(self, data: bytes) -> None:
        if len(data) > limits.FILE_BYTES:
            raise Unreadable("F005", f"{len(data)} > {limits.FILE_BYTES}")
        # Counted in the bytes themselves: listing a million members is what must not happen.
        if data.count(b"PK\x01\x02") > limits.ZIP_MEMBERS:
            raise Unreadable("F005", f"zip > {limits.ZIP_MEMBERS}")
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except ZIP_DAMAGE as error:
            raise Unreadable("F003", str(error)) from None
        self._members: dict[str, zipfile.ZipInfo] = {}
        self._twice: set[str] = set()
        for info in self._zip.infolist():
            name = _key(info.filename)
            first = self._members.setdefault(name, info)
            if (first.CRC, first.file_size) != (info.CRC, info.file_size):
                self._twice.add(name)
        self._unpacked = 0
        starts = [r.target for r in self.relationships("").values() if r.kind == "officeDocument"]
        self.main = next((name for name in [*starts, MAIN_PART] if name in self), "")
        if not self.main:
            raise Unreadable("F003", "no document part")

    def __contains__(self, name: str) -> bool:
        return _key(name) in self._members

    def content(self, name: str) -> bytes | None:
        """The bytes of the part `name`; None where the package has no such part."""
        info = self._members.get(_key(name))
        if info is None:
            return None
        if _key(name) in self._twice:
            # Readers differ in which of the two they take, so neither can be judged.
            raise Unreadable("F003", f"two parts named {name}")
        if info.flag_bits & 1:
            raise Unreadable("F002", name)
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            # zipfile unpacks the others without a bound; Office writes none of them.
            raise Unreadable("F003", f"compression {info.compress_type}")
        room = min(limits.XML_BYTES, limits.ALL_XML_BYTES - self._unpacked)
        if info.file_size > room:
            raise Unreadable("F005", f"{name}: {info.file_size} > {room}")
        try:
            with self._zip.open(info) as member:
                # One byte more than declared makes zipfile compare the checksum, and a header
                # that lies about the size is found out before the rest is unpacked.
                data = member.read(info.file_size + 1)
        except ZIP_DAMAGE as error:
            raise Unreadable("F003", f"{name}: {error}") from None
        self._unpacked += len(data)
        return data

    def tree(self, name: str) -> _Element | None:
        """The root of the XML part `name`, in transitional names; None where there is no such part.
        """
        data = self.content(name)
        return None if data is None else parse(data, name)

    def member(self, name: str) -> str:
        """The part `name` as the zip spells it; `name` itself where there is no such part."""
        info = self._members.get(_key(name))
        return info.filename if info else name

    def relationships(self, part: str) -> dict[str, Relationship]:
        """By id, where `part` points to within the package; damaged lists are read as empty."""
        folder = posixpath.dirname(part)
        try:
            root = self.tree(links_of(part))
        except Unreadable as error:
            if error.rule != "F003":
                raise
            return {}
        found = {}
        for item in () if root is None else root.iter(_RELATIONSHIP):
            if item.get("TargetMode") == "External":
                continue
            target = posixpath.join("/", folder, unquote(item.get("Target", "")))
            kind = item.get("Type", "").rsplit("/", 1)[-1]
            found[item.get("Id", "")] = Relationship(kind, posixpath.normpath(target).lstrip("/"))
        return found


def links_of(part: str) -> str:
    """The name of the part that holds the relationships of `part`."""
    folder, file = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def parse(data: bytes, name: str) -> _Element:
    """The root of the XML in `data`, in transitional names.

    Raises Unreadable: F003 where it cannot be parsed or holds a DOCTYPE, F005 over a limit.
    """
    root = _parsed(data, name, _PARSER)
    if any("purl.oclc.org" in uri for uri in root.nsmap.values()):
        plain = _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/",
                            etree.tostring(root, encoding="UTF-8"))
        root = _parsed(plain, name, _PARSER)
    return root


def parse_exactly(data: bytes, name: str) -> _Element:
    """As `parse`, but with the names, comments and instructions that stand there."""
    return _parsed(data, name, _EXACT)


def _parsed(data: bytes, name: str, parser: etree.XMLParser) -> _Element:
    if max(data.count(b"<"), data.count(b"=")) > XML_MARKS:
        raise Unreadable("F005", f"{name} > {XML_MARKS}")
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        over = getattr(error, "code", 0) == _RESOURCE_LIMIT or "XML_PARSE_HUGE" in str(error)
        raise Unreadable("F005" if over else "F003", name) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable("F003", f"{name}: DOCTYPE")    # OPC forbids it, bombs use it
    return root
