"""A Word template looked over before anyone relies on it: what would be lost, refused or broken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jinja2.exceptions import TemplateError

from generators.context import context_of
from generators.form_linting import form_findings
from generators.sandbox import Sandbox
from generators.specimen import specimen
from generators.template_blocks import block_findings
from generators.template_look import look_findings
from generators.template_names import NameReader
from generators.template_parts import TemplatePart, read_template
from generators.template_places import ERROR, WARNING, Spot, TemplateFinding
from plans.comparing import nearest
from plans.kinds import Field, Kind
from plans.messages import N_, _

_NEAR = 0.75        # of the letters: 各月x is near 各月, 单位名称 is not near 单位
_FILE_NAME = N_("file_name in kind.yaml")


@dataclass(frozen=True, slots=True)
class Linted:
    """What was found in a template; `fields` are names that were taken for fields, unchecked,
    because no kind was given."""

    findings: tuple[TemplateFinding, ...]
    fields: tuple[str, ...] = ()


def lint_template(content: bytes, kind: Kind | None, name: str = "") -> Linted:
    """Everything that is wrong with a Word template of `kind`, errors and warnings in the order of
    their places.

    Raises UserError where it is no Word file; `name` is what the error calls it.
    """
    files, parts = read_template(content, name)
    reader = NameReader(Sandbox(autoescape=True), context_of(specimen(kind)), kind is not None)
    found = [finding for part in parts for finding in _part_findings(part, reader)]
    if kind is not None:
        found += _file_name_findings(kind, reader)
        # Where a tag is broken its names are unread, and every field would seem unused.
        if not any(one.level == ERROR for one in found):
            found += _unused(kind, reader.read)
    found += look_findings(files)
    # Headers of odd and even pages are alike: each thing is told once.
    return Linted(tuple(dict.fromkeys(found)), () if kind else tuple(reader.unknown))


def lint_form(kind: Kind) -> tuple[TemplateFinding, ...]:
    """Everything that is wrong with a kind whose form is drawn from its layout."""
    reader = NameReader(Sandbox(autoescape=True), context_of(specimen(kind)), True)
    return (*form_findings(kind), *_file_name_findings(kind, reader))


def _part_findings(part: TemplatePart, reader: NameReader) -> list[TemplateFinding]:
    found = [*part.findings, *block_findings(part, reader.sandbox)]
    reader.faults.clear()
    before = set(reader.unknown)
    try:
        reader.read_source(reader.sandbox.parse(part.source))
        if not reader.faults:
            reader.sandbox.compile_source(part.source)
    except TemplateError as error:
        if not any(one.level == ERROR for one in found):
            found.append(TemplateFinding(
                ERROR, part.spot_at(getattr(error, "lineno", None) or 0),
                _("a tag cannot be understood: {error}").format(error=error.message),
                _("compare it with a tag that works, such as {example}").format(
                    example="{{ 标题 }}")))
    found += [TemplateFinding(ERROR, part.spot_at(fault.line, fault.name), fault.what, fault.mend)
              for fault in reader.faults]
    if not reader.is_whole:
        found += [TemplateFinding(WARNING, part.spot_at(line, name), _(
            "{name} is taken for a field").format(name=name), _("did you mean {near}?").format(
                near=near)) for name, line in reader.unknown.items()
                if name not in before and (near := nearest(name, reader.known, cutoff=_NEAR))]
    order = list(part.spots.values())
    return sorted(found, key=lambda one: order.index(one.spot) if one.spot in order else 0)


def _file_name_findings(kind: Kind, reader: NameReader) -> Iterator[TemplateFinding]:
    spot = Spot(_FILE_NAME, kind.file_name)
    reader.faults.clear()
    try:
        reader.read_source(reader.sandbox.parse(kind.file_name))
    except TemplateError as error:
        yield TemplateFinding(ERROR, spot, _("file_name cannot be understood: {error}").format(
            error=error.message), _("write it like {example}").format(
                example="{{ 学校 }}{{ 年度 }}年工作计划"))
    for fault in reader.faults:
        yield TemplateFinding(ERROR, spot, fault.what, fault.mend)


def _unused(kind: Kind, read: set[str]) -> Iterator[TemplateFinding]:
    titles = " ".join((kind.title, *(section.title for section in kind.walk())))
    named = read | set(re.findall(r"\{\{\s*(\w+)\s*\}\}", titles))
    for field in kind.fields:
        if not named.intersection(field.keys) and not _is_read_otherwise(field):
            yield TemplateFinding(
                WARNING, None, _("{label} is asked for, but printed nowhere").format(
                    label=field.label),
                _("write {example} into the template, or take the field out of kind.yaml").format(
                    example=f"{{{{ {field.label} }}}}"))


def _is_read_otherwise(field: Field) -> bool:
    """A period says which months there are; the school is the author of every document; what is
    counted nobody is asked for."""
    return (field.type == "period" or field.name == "school" or field.figure is not None
            or field.each is not None)
