"""What the package of a drawn form holds beside the parts of every paper: pictures and a stamp."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape

from generators.form_pictures import identity
from generators.form_text import attribute
from generators.styles import XML

CUSTOM = "docProps/custom.xml"
_TYPES, _DOCUMENT = "[Content_Types].xml", "word/document.xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_OWN_PROPERTIES = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_PICTURES = {"png": "image/png", "jpg": "image/jpeg", "gif": "image/gif", "bmp": "image/bmp"}
_NAMESPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w14 w15"')


def as_form(parts: Mapping[str, bytes], pictures: Mapping[str, bytes],
            stamp: Mapping[str, str]) -> dict[str, bytes]:
    """`parts` of a paper as those of a form: with the namespaces of controls, with `pictures` by
    the names of their parts, and with a `stamp`, texts by name that say what the file is."""
    suffixes = sorted({name.rpartition(".")[2] for name in pictures})
    types = "".join(f'<Default Extension="{suffix}" ContentType="{_PICTURES[suffix]}"/>'
                    for suffix in suffixes)
    added = {
        _TYPES: (b"<Override ", f'{types}<Override PartName="/{CUSTOM}" ContentType="application/'
                 'vnd.openxmlformats-officedocument.custom-properties+xml"/><Override '),
        "_rels/.rels": (b"</Relationships>", _relation("custom", "custom-properties", CUSTOM)
                        + "</Relationships>"),
        "word/_rels/document.xml.rels": (b"</Relationships>", "".join(
            _relation(identity(name), "image", name.removeprefix("word/")) for name in pictures)
            + "</Relationships>"),
        _DOCUMENT: (b"<w:document ", f"<w:document {_NAMESPACES} ")}
    changed = {name: parts[name].replace(old, new.encode(), 1)
               for name, (old, new) in added.items()}
    return {**parts, **changed, **pictures, CUSTOM: _custom(stamp)}


def _relation(name: str, role: str, target: str) -> str:
    return (f'<Relationship Id="{name}" Type="{_OFFICE}/relationships/{role}" '
            f'Target="{target}"/>')


def _custom(stamp: Mapping[str, str]) -> bytes:
    # The numbers begin with 2: the first two belong to the set itself.
    written = "".join(
        f'<property fmtid="{_OWN_PROPERTIES}" pid="{number}" name={attribute(name)}>'
        f"<vt:lpwstr>{escape(text)}</vt:lpwstr></property>"
        for number, (name, text) in enumerate(stamp.items(), 2))
    return (f'{XML}<Properties xmlns="{_OFFICE}/custom-properties" '
            f'xmlns:vt="{_OFFICE}/docPropsVTypes">{written}</Properties>').encode()
