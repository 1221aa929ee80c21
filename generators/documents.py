"""A plan → the Word file that its kind asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jinja2.exceptions import TemplateError

from generators.context import context_of
from generators.issued import issued_on
from generators.look import restyled
from generators.properties import Properties
from generators.sandbox import Sandbox, Source
from generators.title import broken, line_length
from generators.word import Missing, render_word
from plans.errors import Fault, Place, UserError
from plans.messages import _
from plans.plan import Plan
from plans.profile import Profile

_NAME_LENGTH = 120      # characters; Windows allows 260 for the whole path
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]')
# Windows takes these for devices, whatever follows the first dot.
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)")


@dataclass(frozen=True, slots=True)
class Generated:
    """A document as it is to be written: a file name without a folder, and its bytes."""

    file_name: str
    data: bytes


def generate(plan: Plan, profile: Profile | None = None, *,
             to_fill_in: bool = False) -> Generated:
    """The Word file of `plan`, in the look of a `profile`; the same plan gives the same bytes.

    A form that is drawn may be one `to_fill_in`: what is blank then says what belongs there.
    Raises UserError, all faults at once, where the template prints a name that has no value, or
    cannot be read; UserError too where the kind has no Word template.
    """
    kind = plan.kind
    if kind.is_drawn:
        from generators.form_file import form_file

        return Generated(_form_stem(plan, to_fill_in) + ".docx",
                         form_file(plan, profile, to_fill_in=to_fill_in))
    if kind.word is None:
        raise UserError.at(str(kind.folder), _("the kind {kind} has no Word template").format(
            kind=kind.id), _("name one with word: in its kind.yaml"))
    try:
        template = kind.word.read_bytes()
    except OSError as error:
        raise UserError.at(str(kind.word), _("the template cannot be read: {error}").format(
            error=error.strerror), _("see word: in {file}").format(
                file=kind.folder / "kind.yaml")) from error
    if profile is not None:
        template = restyled(template, profile)
    context = context_of(plan)
    stem = _stem(plan, context)
    title = broken(plan.title, plan.shown.values(), line_length(template, profile))
    context |= {"title": title, "标题": title}
    data, missing = render_word(template, context,
                                Properties(plan.title, context["issuer"], issued_on(plan)),
                                str(kind.word))
    if missing:
        raise UserError(_fault(plan, one) for one in missing)
    return Generated(stem + ".docx", data)


def stem_of(plan: Plan) -> str:
    """What files of `plan` are called, without a suffix; raises UserError where a name of the
    kind's file_name has no value."""
    return _stem(plan, context_of(plan))


def _form_stem(plan: Plan, to_fill_in: bool) -> str:
    """What the file of a form is called; a blank one like its kind, where its name would be that of
    the person who fills it in."""
    if to_fill_in and any(field.name not in plan.values for field in plan.kind.fields
                          if any(f"{{{{ {key} }}}}" in plan.kind.file_name for key in field.keys)):
        return safe_name(plan.kind.name)
    return stem_of(plan)


def _stem(plan: Plan, context: Mapping[str, Any]) -> str:
    kind = plan.kind
    return file_name_of(kind.file_name or "{{ title }}", context, str(kind.folder))


def file_name_of(template: str, context: Mapping[str, Any], place: str) -> str:
    """The file name that `template` gives, without a suffix, fit for Windows, macOS and Linux.

    Raises UserError (at `place`) where the template cannot be understood or a name has no value.
    """
    try:
        text, notes = _compiled(template).render(context)
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError,
            AttributeError) as error:
        raise UserError.at(place, _("file_name cannot be understood: {error}").format(error=error),
                           _("write it like {example}").format(
                               example="{{ 学校 }}{{ 年度 }}年工作计划")) from error
    if notes:
        raise UserError(Fault(Place(place), _("file_name: {name} has no value").format(
            name=note.name), _("name a field of the kind, and fill it in")) for note in notes)
    return safe_name(text)


@lru_cache(maxsize=64)
def _compiled(template: str) -> Source:
    return Sandbox(autoescape=False).compile_source(template)


def safe_name(text: str) -> str:
    """`text` as a file name without its suffix: nothing in it that a system refuses or hides."""
    name = _FORBIDDEN.sub("_", " ".join(text.split()))[:_NAME_LENGTH].strip(" .")
    while len(name.encode()) > 240:     # bytes; Linux file systems end at 255
        name = name[:-1].rstrip(" .")
    return _RESERVED.sub(r"\1_", name, count=1) if _RESERVED.match(name) else name or "_"


def _fault(plan: Plan, missing: Missing) -> Fault:
    field = plan.kind.field_called(missing.name)
    quote = f"{missing.part}: “{missing.quote}”" if missing.quote else missing.part
    if field is not None:
        return Fault(Place(plan.path or plan.id), _("{label} has no value; the template prints it "
                     "({quote})").format(label=field.label, quote=quote),
                     _("add {label}: to the input").format(label=field.label))
    return Fault(Place(str(plan.kind.word)), _("the template prints {name}, which has no value "
                 "({quote})").format(name=missing.name, quote=quote),
                 _("correct the name in the template, or declare such a field in kind.yaml"))
