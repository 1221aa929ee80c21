"""A form as a Word file, drawn from the layout of its kind: no template stands behind it.

What it says of itself lies in docProps/custom.xml: its kind, the version of that, and an id that
is the same for the same values.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from generators.form_cells import Cells
from generators.form_controls import Controls
from generators.form_grid import Grid
from generators.form_package import as_form
from generators.form_strips import Strips
from generators.form_styles import with_form_styles
from generators.form_text import NOTE, clean, paragraph, run
from generators.issued import issued_on, issuer_of
from generators.look import restyled
from generators.package import Member, pack
from generators.paper import page_attributes, paper
from generators.properties import CORE, Properties, filled_in
from generators.signature import signed
from generators.styles import CHARACTER, twips
from generators.title import broken
from plans.form_marks import STAMP
from plans.pictures import Picture
from plans.placeholders import without_marks
from plans.plan import Plan, Value
from plans.profile import Margins, Profile, built_in

# mm; a form is no official document: what is to be filled in needs the room.
_MARGINS = Margins("margins", top=25, bottom=20, left=24, right=22)
_BELOW_TITLE = 200              # twips


def form_file(plan: Plan, profile: Profile | None = None, *, to_fill_in: bool) -> bytes:
    """The Word file (.docx) of `plan`, whose kind is drawn, in the look of a `profile`.

    With `to_fill_in` blank places say in grey what belongs there, and tables have blank rows.
    Without it they are as empty as they look. The same input gives the same bytes.
    """
    landscape = plan.kind.paper == "landscape"
    margins = _margins(profile)
    sheet, sides = page_attributes(margins, landscape)
    width = int(sheet["w"]) - int(sides["left"]) - int(sides["right"])
    look = profile or built_in()
    controls = Controls(to_fill_in)
    parts = paper(form_body(plan, controls, width, look), landscape=landscape, margins=margins)
    parts["word/styles.xml"] = with_form_styles(parts["word/styles.xml"])
    parts[CORE] = filled_in(parts[CORE], Properties(
        _title(plan), without_marks(issuer_of(plan)), issued_on(plan)))
    parts = as_form(parts, controls.pictures.files, dict(zip(STAMP, (
        plan.kind.id, str(plan.kind.version), form_id(plan)), strict=True)))
    made = pack(Member.of(name, content) for name, content in parts.items())
    return restyled(made, profile) if profile is not None else made


def form_body(plan: Plan, controls: Controls, width: int, look: Profile, *, before: str = "",
              lead: str = "") -> str:
    """What stands in the body of the Word file: the title, then `lead` (XML), then the form.

    It is `width` twips wide; `before` are properties of the title's paragraph, a page break.
    """
    cells = Cells(Grid(width), controls, twips(look.element("table_text").size))
    title = broken(_title(plan), plan.shown.values(), width / twips(look.element("title").size))
    return "".join((
        paragraph(run(title), "Title", f'{before}<w:spacing w:after="{_BELOW_TITLE}"/>'), lead,
        *Strips(plan, cells).xml(), *_notes(plan), *_signature(plan)))


def _title(plan: Plan) -> str:
    return clean(without_marks(plan.title)).strip() or plan.kind.name


def form_id(plan: Plan) -> str:
    """An id of the form: the same for the same kind and values."""
    said = "\n".join((plan.kind.id, str(plan.kind.version), plan.title, *(
        f"{name}={_said(plan.values[name])}" for name in sorted(plan.values))))
    return hashlib.sha256(said.encode(errors="replace")).hexdigest()[:16]


def _said(value: Value) -> str:
    if isinstance(value, Picture):
        return hashlib.sha256(value.data).hexdigest()
    if isinstance(value, tuple):
        return "|".join(one if isinstance(one, str) else ",".join(
            f"{name}={_said(one[name])}" for name in sorted(one)) for one in value)
    return str(value)


def _margins(profile: Profile | None) -> Margins:
    """Those of a form, but for the sides that the school has set itself."""
    if profile is None:
        return _MARGINS
    own = profile.margins
    return replace(_MARGINS, **{side: getattr(own, side) for side in own.own})


def _notes(plan: Plan) -> Iterator[str]:
    notes = plan.kind.notes
    if len(notes) == 1:
        yield paragraph(run(f"填表说明：{notes[0]}"), NOTE, _NOTES_BEGIN)
    elif notes:
        yield paragraph(run("填表说明："), NOTE, "<w:keepNext/>" + _NOTES_BEGIN)
        for number, note in enumerate(notes, 1):
            yield paragraph(run(f"{number}. {note}"), NOTE)


_NOTES_BEGIN = '<w:spacing w:before="120"/>'


def _signature(plan: Plan) -> Iterator[str]:
    if plan.signature is None:
        return
    lines = signed(plan.signature)
    for text, right, style in ((lines.unit, lines.unit_right, "SignatureUnit"),
                               (lines.day, lines.day_right, "SignatureDate")):
        if text:
            yield paragraph(run(text), style, f'<w:ind w:rightChars="{round(right * 100)}" '
                            f'w:right="{round(right * CHARACTER)}"/>')
