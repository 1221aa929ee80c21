"""A Word template and what is to stand in it → a Word file. The only module that imports docxtpl.

docxtpl turns the XML of a template into Jinja; that is done once a template. A document is then
rendered from the compiled text, and the parts it shares with its template are copied as packed.
"""

from __future__ import annotations

import io
import re
import traceback
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jinja2.exceptions import SecurityError, TemplateError, TemplateSyntaxError
from lxml import etree

from generators.lists import Lists, lists_of, restart_lists
from generators.package import Member, members_of, pack
from generators.properties import CORE, Properties, with_tags
from generators.sandbox import FILE_NAME, Sandbox, Source
from generators.styles import XML
from generators.tags import prepare
from generators.tidy import shown_lines, tidied, with_lines
from plans.errors import Fault, Place, UserError
from plans.messages import N_, _

_TYPES = "[Content_Types].xml"
_MAIN = "word/document.xml"
_STYLES = "word/styles.xml"
_NUMBERING = "word/numbering.xml"
_PARTS = {"main": N_("text"), "header": N_("header"), "footer": N_("footer"),
          "footnotes": N_("footnotes"), "endnotes": N_("endnotes"), "core": N_("properties")}
_PART_TYPE = re.compile(r"wordprocessingml\.(?:document\.|template\.)?"
                        r"(main|header|footer|footnotes|endnotes)\+xml$")
# What an expression in a template may raise; all else is a bug of ours.
_RAISED = (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError)
NO_WORD_FILE = (zipfile.BadZipFile, zlib.error, KeyError, etree.XMLSyntaxError,
                 NotImplementedError, RuntimeError, EOFError)
_GROWS = re.compile(r"\{%\s*(?:tc|hm|colspan)\s")   # tags that change how many cells a row has
_QUOTE = 60     # characters of a paragraph that a message shows


@dataclass(frozen=True, slots=True)
class Missing:
    """A name in a template that has no value.

    `part` is where it stands (text, header, footer …), `quote` the template's paragraph.
    """

    name: str
    part: str
    quote: str


@dataclass(frozen=True, slots=True)
class _Part:
    name: str
    label: str
    source: Source
    lines: tuple[str, ...]          # what each line of the source shows a reader
    grows: bool                     # a row may come to have more cells than its table has columns


@dataclass(frozen=True, slots=True)
class _Template:
    parts: tuple[_Part, ...]
    members: tuple[Member | str, ...]   # copied as it is, or the name of a part that is rendered
    lists: Lists | None


def render_word(template: bytes, context: Mapping[str, Any], properties: Properties,
                name: str = "") -> tuple[bytes, tuple[Missing, ...]]:
    """The Word file, and every name that had no value (those print nothing).

    `name` is what messages call the template. The same input gives the same bytes.
    Raises UserError where the template is no Word file, or a tag in it cannot be understood.
    """
    compiled = _compile(template, name)
    known = {**context, **properties.context()}
    written: dict[str, str] = {}
    missing: list[Missing] = []
    faults: list[Fault] = []
    for part in compiled.parts:
        try:
            text, notes = part.source.render(known)
        except _RAISED as error:
            faults.append(_fault(name, part.label, _line(part.lines, _line_of(error)), error))
            continue
        missing += [Missing(note.name, _(part.label), _line(part.lines, note.line))
                    for note in notes]
        written[part.name] = _with_even_tables(tidied(text)) if part.grows else tidied(text)
    if faults:
        raise UserError(faults)
    if compiled.lists:
        written[_MAIN], written[_NUMBERING] = restart_lists(written[_MAIN], compiled.lists)
    return pack(member if isinstance(member, Member) else
                Member.of(member, (XML + written[member]).encode())
                for member in compiled.members), tuple(dict.fromkeys(missing))


@lru_cache(maxsize=32)
def _compile(template: bytes, name: str) -> _Template:
    try:
        files = dict(members_of(template))
        files[_MAIN]            # KeyError: a workbook or slides are packed alike
        roots = {part: parse(files[part]) for part in tagged_parts(files) if part in files}
        lists = (lists_of(files[_STYLES], files[_NUMBERING])
                 if _STYLES in files and _NUMBERING in files else None)
    except NO_WORD_FILE as error:
        raise UserError.at(name, _("the template is not a Word file (.docx)"),
                           _("open it in Word or WPS and save it as .docx")) from error
    faults: list[Fault] = []
    parts: list[_Part] = []
    for part, label in tagged_parts(files).items():
        if part not in roots:
            continue
        source = with_tags(roots[part]) if part == CORE else ""
        if not source:
            wrong = prepare(roots[part])
            faults += [_located(name, label, one.quote, one.what, one.mend) for one in wrong]
            if wrong:
                continue
            source = with_lines(as_jinja(roots[part]))
        lines = shown_lines(source)
        try:
            parts.append(_Part(part, label, Sandbox(autoescape=True).compile_source(source), lines,
                               _GROWS.search(etree.tostring(roots[part], encoding="unicode"))
                               is not None))
        except TemplateSyntaxError as error:
            faults.append(_fault(name, label, _line(lines, error.lineno), error))
    if faults:
        raise UserError(faults)
    rendered = {part.name for part in parts} | ({_NUMBERING} if lists else set())
    return _Template(tuple(parts), tuple(
        file if file in rendered else Member.of(file, files[file])
        for file in sorted(files, key=lambda file: file != _TYPES)), lists)


def tagged_parts(files: Mapping[str, bytes]) -> dict[str, str]:
    """The parts that may hold tags, and what a person calls them."""
    labels = {CORE: _PARTS["core"]}
    for override in parse(files[_TYPES]):
        if match := _PART_TYPE.search(override.get("ContentType") or ""):
            labels[(override.get("PartName") or "").lstrip("/")] = _PARTS[match[1]]
    return labels


def parse(content: bytes) -> etree._Element:
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def as_jinja(root: etree._Element) -> str:
    from docxtpl import DocxTemplate

    patched: str = DocxTemplate(io.BytesIO()).patch_xml(etree.tostring(root, encoding="unicode"))
    return patched


def _with_even_tables(xml: str) -> str:
    """`xml` with the grid of every table as wide as its longest row."""
    from docxtpl import DocxTemplate

    return etree.tostring(DocxTemplate(io.BytesIO()).fix_tables(xml), encoding="unicode")


def _line_of(error: BaseException) -> int:
    """The line of the source that an expression failed on, 0 if unknown."""
    frames = traceback.extract_tb(error.__traceback__)
    return next((frame.lineno or 0 for frame in reversed(frames) if frame.filename == FILE_NAME), 0)


def _line(lines: tuple[str, ...], number: int) -> str:
    return lines[number - 1] if 0 < number <= len(lines) else ""


def _fault(name: str, label: str, quote: str, error: Exception) -> Fault:
    if isinstance(error, SecurityError):
        return _located(name, label, quote, _("a template may not do this: {error}").format(
            error=error), _("print fields and values only; their inner workings are barred"))
    return _located(name, label, quote, _("a tag cannot be understood: {error}").format(
        error=error), _("write tags with the signs of an English keyboard, and close every "
                        "{% for %} with {% endfor %} and every {% if %} with {% endif %}"))


def _located(name: str, label: str, quote: str, what: str, mend: str) -> Fault:
    shown = quote if len(quote) <= _QUOTE else quote[:_QUOTE] + "…"
    return Fault(Place(name), _("{what} (in the {part}: “{quote}”)").format(
        what=what, part=_(label), quote=shown), mend)
