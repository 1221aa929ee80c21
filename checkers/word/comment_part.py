"""The part of a .docx that holds its comments: found, or made and made known to the package."""

from __future__ import annotations

import posixpath
import re
from itertools import count

from lxml import etree
from lxml.etree import _Element

from checkers.comments import Signed
from checkers.word import markup as m
from checkers.word.package import Package, links_of, parse_exactly

_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OFFICE = {True: "http://purl.oclc.org/ooxml/officeDocument",
           False: "http://schemas.openxmlformats.org/officeDocument/2006"}
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "[Content_Types].xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_NOT_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SIZE = "18"            # half-points: a comment is read beside the text, not as part of it
_MOST = 2**30           # Word's ids end at 2**31
_MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference")


class CommentPart:
    """The comments of the document in `package`; `document` is the root of its part."""

    def __init__(self, package: Package, document: _Element, signed: Signed) -> None:
        self._package, self._signed = package, signed
        self._names = etree.QName(document).namespace or ""
        self._strict = self._names == _STRICT
        known = [one.target for one in package.relationships(package.main).values()
                 if one.kind == "comments"]
        self._is_linked = bool(known)
        self._name = known[0] if known else self._free_name()
        content = package.content(self._name)
        self._is_new = content is None
        self._root = (etree.Element(self.tag("comments"), nsmap={"w": self._names})
                      if content is None else parse_exactly(content, self._name))
        taken = [m.whole(one.get(self.tag("id"))) for one in (
            *self._root.iter(self.tag("comment")), *document.iter(*map(self.tag, _MARKS)))]
        self._next = count(max((one for one in taken if one is not None and 0 <= one < _MOST),
                               default=-1) + 1)

    def tag(self, name: str) -> str:
        """The name `name` as the document has it."""
        return f"{{{self._names}}}{name}"

    def add(self, lines: tuple[str, ...]) -> str:
        """Adds a comment of these paragraphs, and gives its id."""
        number = str(next(self._next))
        comment = etree.SubElement(self._root, self.tag("comment"))
        for name, value in (("id", number), ("author", self._signed.author),
                            # Word takes what is marked as UTC for the local time.
                            ("date", f"{self._signed.when:%Y-%m-%dT%H:%M:%S}Z"),
                            ("initials", self._signed.initials)):
            comment.set(self.tag(name), value)
        for place, line in enumerate(lines or ("",)):
            paragraph = self._paragraph(comment)
            if place == 0:
                etree.SubElement(self._run(paragraph), self.tag("annotationRef"))
            text = etree.SubElement(self._run(paragraph), self.tag("t"))
            text.text = _NOT_XML.sub("", line.replace("\n", " "))
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        return number

    def files(self) -> dict[str, bytes]:
        """The members of the package that change, by name."""
        found = {self._package.member(self._name): written(self._root)}
        if not self._is_linked:
            links = links_of(self._package.main)
            root = self._read(links, "Relationships", f"{_PACKAGE}/relationships")
            link = etree.SubElement(root, f"{{{_PACKAGE}/relationships}}Relationship")
            link.set("Id", _free("rId", {one.get("Id", "") for one in root}))
            link.set("Type", f"{_OFFICE[self._strict]}/relationships/comments")
            link.set("Target", posixpath.basename(self._name))
            found[self._package.member(links)] = written(root)
        if self._is_new and _TYPES in self._package:
            types = self._read(_TYPES, "Types", f"{_PACKAGE}/content-types")
            if f"/{self._name}" not in {one.get("PartName") for one in types}:
                override = etree.SubElement(types, f"{{{_PACKAGE}/content-types}}Override")
                override.set("PartName", f"/{self._name}")
                override.set("ContentType", _TYPE)
            found[self._package.member(_TYPES)] = written(types)
        return found

    def _paragraph(self, comment: _Element) -> _Element:
        """A paragraph that is plain whatever the document's own paragraphs look like."""
        paragraph = etree.SubElement(comment, self.tag("p"))
        properties = etree.SubElement(paragraph, self.tag("pPr"))
        for name, values in (
                ("spacing", {"before": "0", "after": "0", "line": "240", "lineRule": "auto"}),
                ("ind", {"firstLineChars": "0", "firstLine": "0"}),
                ("jc", {"val": "start" if self._strict else "left"})):
            element = etree.SubElement(properties, self.tag(name))
            for key, value in values.items():
                element.set(self.tag(key), value)
        return paragraph

    def _run(self, paragraph: _Element) -> _Element:
        run = etree.SubElement(paragraph, self.tag("r"))
        properties = etree.SubElement(run, self.tag("rPr"))
        etree.SubElement(properties, self.tag("rFonts")).set(self.tag("hint"), "eastAsia")
        for name in ("sz", "szCs"):
            etree.SubElement(properties, self.tag(name)).set(self.tag("val"), _SIZE)
        return run

    def _free_name(self) -> str:
        folder = posixpath.dirname(self._package.main)
        return next(name for number in count()
                    if (name := posixpath.join(folder, f"comments{number or ''}.xml"))
                    not in self._package)

    def _read(self, name: str, root: str, names: str) -> _Element:
        content = self._package.content(name)
        if content is not None:
            return parse_exactly(content, name)
        return etree.fromstring(f'<{root} xmlns="{names}"/>')


def _free(stem: str, taken: set[str]) -> str:
    return next(name for number in count(1) if (name := f"{stem}{number}") not in taken)


def written(root: _Element) -> bytes:
    """A part as Office writes it."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
