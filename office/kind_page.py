"""A kind as people are shown it: its fields and what each takes, its sections and conditions."""

from __future__ import annotations

from collections.abc import Iterator

from office.terminal import style
from plans.field_bounds import bounds_of
from plans.field_types import TABLE, TICKS
from plans.kinds import MUST, Field, Kind, Section
from plans.messages import N_, _
from plans.sums import summed

_TYPES = {"longtext": N_("long text"), "integer": N_("whole number"), "number": N_("number"),
          "money": N_("yuan"), "date": N_("date"), "month": N_("month"), "period": N_("period"),
          "choice": N_("one option"), "ticks": N_("boxes to tick"), "yesno": N_("是 or 否"),
          "tickbox": N_("one box to tick"),
          "phone": N_("telephone number"), "id-number": N_("ID card number"),
          "picture": N_("picture"), "table": N_("table")}


def page_of(kind: Kind) -> Iterator[str]:
    """The lines, without line ends."""
    yield style(f"{kind.name}  {kind.id}", "cyan", bold=True)
    if kind.also:
        yield "  " + _("also called: {names}").format(names="、".join(kind.also))
    yield "  " + _("fields:")
    for one in kind.fields:
        yield from _field(kind, one)
    if kind.sections:
        yield "  " + _("sections:")
        for section in kind.sections:
            yield from _section(section, 2)
    if kind.schedule_required:
        yield "  " + _("a schedule with every month of the period is required")
    if kind.targets:
        yield "  " + _("targets, unless an input sets its own:")
        for target in kind.targets:
            whose = f"（{target.role}）" if target.role else ""
            yield f"    {target.what}{whose}  {target.chinese}  {target.chinese_per}".rstrip()
    yield from _conditions(kind)
    if kind.notes:
        yield "  " + _("notes below the form:")
        yield from (f"    {note}" for note in kind.notes)
    if kind.summary:
        yield "  " + _("many of them are put together as: {kind}").format(kind=kind.summary)


def _field(kind: Kind, one: Field) -> Iterator[str]:
    about = [one.name, *([_(_TYPES[one.type])] if one.type in _TYPES else []),
             _("required") if one.required else _("optional")]
    example = "  " + _("such as {example}").format(example=one.example) if one.example else ""
    yield f"    {one.label} ({', '.join(about)}){example}"
    for line in _details(one):
        yield "      " + line
    if (parts := summed(kind, one)) is not None:
        yield "      " + _("the sum of {column} in {table}").format(
            column=parts[1].label, table=parts[0].label)
    if one.columns:
        yield "      " + _("a table of: {columns}").format(
            columns="、".join(column.label for column in one.columns))
        for column in one.columns:
            for line in _details(column):
                yield f"        {column.label}  {line}"
    if one.fixed:
        yield "      " + _("its rows are laid down:")
        labels = [column.name for column in one.columns]
        for row in one.fixed:
            yield "        " + "  ".join(row[name] for name in labels if row.get(name))


def _details(one: Field) -> Iterator[str]:
    """What else is to be known of a field or a column, a line each."""
    if one.options:
        said = (_("any of: {names}") if one.type == TICKS else
                _("one of, from the lowest: {names}") if one.ordered else _("one of: {names}"))
        yield said.format(names="、".join(option.name for option in one.options))
    counted = one.unit or {"text": _("characters"), "longtext": _("characters"),
                           TICKS: _("boxes"), TABLE: _("rows")}.get(one.type, "")
    if bounds := bounds_of(one):
        yield f"{bounds} ({counted})" if counted else bounds
    elif one.unit:
        yield _("counted in {unit}").format(unit=one.unit)
    if one.also:
        yield _("also called: {names}").format(names="、".join(one.also))
    if one.by:
        yield _("filled in by the office, not by who hands the form in")
    if one.attached:
        yield _("what is named here is handed in with the form")


def _conditions(kind: Kind) -> Iterator[str]:
    for level, head in ((True, _("must be fulfilled:")), (False, _("is preferred:"))):
        found = [one for one in kind.conditions if (one.level == MUST) is level]
        if found:
            yield "  " + head
        for one in found:
            field = kind.field_called(one.field)
            yield f"    {one.says}" + (f" ({field.label})" if field else "")
    for spans in kind.spans:
        field, table = kind.field_called(spans.field), kind.field_called(spans.table)
        if field and table:
            yield "  " + _("{field} is compared with the years in {table}").format(
                field=field.label, table=table.label)


def _section(section: Section, depth: int) -> Iterator[str]:
    need = "" if section.required else " (" + _("optional") + ")"
    names = "  " + _("or {names}").format(names="、".join(section.also)) if section.also else ""
    annex = f"附件{section.annex}  " if section.annex else ""
    yield "  " * depth + annex + section.name + need + names
    for below in section.sections:
        yield from _section(below, depth + 1)
