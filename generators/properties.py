"""The document properties of a Word file (docProps/core.xml), as a template for each document.

Title, author and times say what the document is, not who made the template and when.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

from lxml import etree

from generators.styles import XML

CORE = "docProps/core.xml"

_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"


@dataclass(frozen=True, slots=True)
class Properties:
    """What is set whatever the template says; of the day `created`, midnight UTC is written."""

    title: str
    creator: str
    created: date

    def context(self) -> dict[str, str]:
        """The values of the tags that `with_tags` writes."""
        return {"_title": self.title, "_creator": self.creator,
                "_created": f"{self.created.isoformat()}T00:00:00Z"}


def filled_in(core: bytes, properties: Properties) -> bytes:
    """The core properties of a paper that is no template, with these values."""
    text = with_tags(etree.fromstring(core))
    for name, value in properties.context().items():
        text = text.replace(f"{{{{ {name} }}}}", escape(value))
    return (XML + text).encode()


def with_tags(root: etree._Element) -> str:
    """The XML of core properties whose title, author and times are tags; raises nothing.

    A property that a head has put tags into (subject, keywords) keeps them.
    """
    for name, text in ((f"{{{_DC}}}title", "{{ _title }}"), (f"{{{_DC}}}creator", "{{ _creator }}"),
                       (f"{{{_CP}}}lastModifiedBy", "{{ _creator }}"), (f"{{{_CP}}}revision", "1"),
                       (f"{{{_TERMS}}}created", "{{ _created }}"),
                       (f"{{{_TERMS}}}modified", "{{ _created }}")):
        element = root.find(name)
        if element is None:
            element = etree.SubElement(root, name)
        element.text = text
        if name.startswith(f"{{{_TERMS}}}"):
            element.set(_TYPE, "dcterms:W3CDTF")
    for stale in (f"{{{_CP}}}lastPrinted", f"{{{_CP}}}version"):
        for element in root.findall(stale):
            root.remove(element)
    return etree.tostring(root, encoding="unicode")
