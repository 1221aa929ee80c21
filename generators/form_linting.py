"""A form that is drawn from its kind.yaml looked over: what cannot be told apart, or not be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generators.condition_linting import condition_findings
from generators.template_places import ERROR, WARNING, TemplateFinding
from plans.comparing import compare_form
from plans.field_types import LONG, NUMBERS, PICTURE, TABLE, option_form
from plans.kinds import Field, Kind
from plans.messages import _
from plans.strips import FIELDS, PHOTO
from plans.sums import summed, unset_points

_BESIDE = 4         # fields that have room in a strip, their labels beside them


def form_findings(kind: Kind) -> Iterator[TemplateFinding]:
    """What is wrong with fields, layout and conditions of a form, in this order."""
    yield from _names(kind.fields)
    for one in kind.fields:
        yield from _options(one)
        yield from _names(one.columns)
        for column in one.columns:
            yield from _options(column)
        yield from _widths(one)
        yield from _sum(kind, one)
    yield from _layout(kind)
    yield from condition_findings(kind)


def points_to_set(kind: Kind) -> tuple[tuple[str, str], ...]:
    """Table and column of the points that a school has to set before sums can be worked out."""
    return tuple(dict.fromkeys(
        (table.label, most.label if (most := table.column_called(column.limit)) else "")
        for one in kind.fields if (parts := summed(kind, one)) for table, column in (parts,)
        if unset_points(table, column)))


def _names(fields: Sequence[Field]) -> Iterator[TemplateFinding]:
    """A label is found on a sheet by its words: blanks, marks and script tell nothing apart."""
    taken: dict[str, Field] = {}
    for one in fields:
        for name in one.names:
            form = compare_form(name)
            other = taken.setdefault(form, one)
            if not form:
                yield TemplateFinding(ERROR, None, _("the label “{label}” has no words").format(
                    label=name), _("give it a name that can be found on a sheet"))
            elif other is not one:
                yield TemplateFinding(
                    ERROR, None, _("“{label}” cannot be told from “{other}” on a sheet").format(
                        label=name, other=other.label), _("give one of the two another name"))


def _options(one: Field) -> Iterator[TemplateFinding]:
    taken: dict[str, str] = {}
    for option in one.options:
        for name in (option.name, *option.also):
            other = taken.setdefault(option_form(name), option.name)
            if other != option.name:
                yield TemplateFinding(
                    ERROR, None, _("{label}: the option “{option}” cannot be told from “{other}”"
                                   ).format(label=one.label, option=name, other=other),
                    _("write words that differ"))


def _widths(one: Field) -> Iterator[TemplateFinding]:
    if sum(column.width for column in one.columns) > 1:
        yield TemplateFinding(ERROR, None, _(
            "{label}: its columns are wider together than the table").format(label=one.label),
            _("the widths are shares: 0.25 is a quarter; together they are at most 1"))


def _sum(kind: Kind, one: Field) -> Iterator[TemplateFinding]:
    if not one.sum_of:
        return
    parts = summed(kind, one)
    if parts is None or parts[1].type not in NUMBERS or one.type not in NUMBERS:
        yield TemplateFinding(ERROR, None, _("{label} cannot be the sum of {name}").format(
            label=one.label, name=one.sum_of),
            _("write `sum_of: TABLE.COLUMN`, of a table of this kind and a column of numbers"))


def _layout(kind: Kind) -> Iterator[TemplateFinding]:
    fields = {one.name: one for one in kind.fields}
    placed = [name for strip in kind.layout for name in strip.fields]
    for one in kind.fields:
        if kind.layout and one.name not in placed and not kind.is_counted:
            yield TemplateFinding(ERROR, None, _("{label} has no place in the layout").format(
                label=one.label), _("name it in a line under layout:"))
    for number, strip in enumerate(kind.layout, 1):
        labels = "、".join(fields[name].label for name in strip.fields)
        types = [fields[name].type for name in strip.fields]
        if strip.type == PHOTO and types != [PICTURE]:
            yield TemplateFinding(ERROR, None, _("layout, line {number}: {label} is no picture"
                                                 ).format(number=number, label=labels or "–"),
                                  _("name a field of the type picture behind photo:"))
        if strip.type == FIELDS and len(types) > 1 and {TABLE, *LONG} & set(types):
            yield TemplateFinding(
                ERROR, None, _("layout, line {number}: a table or a long text does not stand "
                               "beside others ({labels})").format(number=number, labels=labels),
                _("give it a line of its own"))
        elif strip.type == FIELDS and len(types) > _BESIDE:
            yield TemplateFinding(
                WARNING, None, _("layout, line {number}: {labels} have little room side by side"
                                 ).format(number=number, labels=labels),
                _("put at most {count} in a line").format(count=_BESIDE))
