"""The fields that a kind.yaml declares: header values, form fields, the columns of tables."""

from __future__ import annotations

from collections.abc import Mapping

from plans.errors import Fault, Place
from plans.field_types import FIELD_TYPES, NUMBERS, TABLE, TICKS, WITH_OPTIONS, option_form
from plans.figures.reading import each_in, figure_in
from plans.keys import items_in
from plans.kind_nodes import KindNodes
from plans.kinds import FILLERS, Field, Option
from plans.located import Entries, Node, Text
from plans.messages import _
from plans.record_maps import MEANINGS

_FIELD = ("name", "label", "type", "required", "example", "help", "in_document", "verbatim",
          "columns", "also", "options", "ordered", "at_least", "at_most", "unit", "by", "signed",
          "lines", "rows", "width", "fixed", "limit", "sum_of", "attached", "small", "figure",
          "each", "means", "unique")


MOST = 200      # rows or lines of a field; more are no form that anybody fills in


def fields_in(node: Node | None, nodes: KindNodes, seen: dict[str, str],
              within: bool = False) -> tuple[Field, ...]:
    """Fields, or the columns `within` one; `seen` are names that are taken, and by what."""
    fields = []
    reserved = frozenset(seen)
    for item in items_in(node, nodes.faults, "fields") if node else ():
        values = nodes.values(item, _FIELD, _("a field"))
        one = _field(values, nodes)
        _look_over(one, values, item, nodes, within)
        # What papers call a field is no name in an input: it may be one that every input has.
        also = [name for name in one.also if name not in reserved]
        nodes.claim(dict.fromkeys((*one.keys, *also)), one.name, item.place, seen)
        fields.append(one)
    return tuple(fields)


def _field(values: Mapping[str, Node], nodes: KindNodes) -> Field:
    columns = fields_in(values.get("columns"), nodes, {}, within=True)
    return Field(
        name=nodes.text(values, "name"), label=nodes.text(values, "label"),
        type=nodes.one_of(values, "type", [one.name for one in FIELD_TYPES], "text"),
        required=nodes.yes(values, "required", False), example=nodes.text(values, "example"),
        help=nodes.text(values, "help"),
        in_document=nodes.one_of(values, "in_document", ("", "required")),
        verbatim=nodes.yes(values, "verbatim", False), columns=columns,
        also=nodes.names(values, "also"), options=_options(values.get("options"), nodes),
        ordered=nodes.yes(values, "ordered", False),
        at_least=nodes.amount(values, "at_least"), at_most=nodes.amount(values, "at_most"),
        unit=nodes.text(values, "unit"), by=nodes.one_of(values, "by", FILLERS),
        signed=nodes.names(values, "signed"), lines=nodes.number(values, "lines", MOST),
        rows=nodes.number(values, "rows", MOST), width=nodes.amount(values, "width") or 0.0,
        fixed=_fixed(values.get("fixed"), columns, nodes), limit=nodes.text(values, "limit"),
        sum_of=nodes.text(values, "sum_of"), attached=nodes.yes(values, "attached", False),
        small=nodes.yes(values, "small", False),
        figure=figure_in(values.get("figure"), nodes), each=each_in(values.get("each"), nodes),
        means=nodes.one_of(values, "means", ("", *MEANINGS)), unique=nodes.names(values, "unique"))


def _options(node: Node | None, nodes: KindNodes) -> tuple[Option, ...]:
    """`[党员, {name: 群众, also: [无党派]}]`."""
    options = []
    for item in items_in(node, nodes.faults, "options") if node else ():
        if isinstance(item, Text):
            options.append(Option(item.text.strip()))
            continue
        values = nodes.values(item, ("name", "also"), _("an option"))
        options.append(Option(nodes.text(values, "name"), nodes.names(values, "also")))
    return tuple(options)


def _fixed(node: Node | None, columns: tuple[Field, ...],
           nodes: KindNodes) -> tuple[Mapping[str, str], ...]:
    """The rows that a table has of its own: mappings by column, or its first cells in order."""
    rows: list[Mapping[str, str]] = []
    for item in items_in(node, nodes.faults, "fixed") if node else ():
        if isinstance(item, Entries):
            known = {key: one.name for one in columns for key in one.keys}
            values = nodes.values(item, tuple(known), _("a row"))
            rows.append({known[key]: nodes.text(values, key) for key in values})
        else:
            cells = (item,) if isinstance(item, Text) else item.items
            if len(cells) > len(columns) > 0:
                nodes.faults.append(Fault(cells[len(columns)].place, _(
                    "the row has more cells than the table has columns"),
                    _("write at most {most} cells").format(most=len(columns))))
            nodes.faults.extend(Fault(cell.place, _("{what} must hold plain text").format(
                what="fixed"), _("write one text for each column: [思想, 爱国守法]"))
                for cell in cells if not isinstance(cell, Text))
            rows.append({one.name: cell.text.strip() for one, cell in zip(columns, cells,
                                                                         strict=False)
                         if isinstance(cell, Text)})
    return tuple(rows)


def _look_over(one: Field, values: Mapping[str, Node], item: Node, nodes: KindNodes,
               within: bool) -> None:
    """Tells what does not go together in a field."""
    if isinstance(item, Entries) and not (one.name and one.label):
        nodes.faults.append(Fault(item.place, _("a field needs a name and a label"),
                                  _("write `name: school, label: 学校`")))
    _columns(one, item.place, nodes, within)
    if (one.type in WITH_OPTIONS) != bool(one.options):
        nodes.faults.append(Fault(
            item.place, _("{label} is a choice without options").format(label=one.label)
            if one.type in WITH_OPTIONS else
            _("{label} has options, but is no choice").format(label=one.label),
            _("write `options: [初级, 中级, 高级]`") if one.type in WITH_OPTIONS else
            _("write `type: choice`, or `type: ticks` where several may be ticked")))
    taken: dict[str, str] = {}
    for option in one.options:
        nodes.claim(dict.fromkeys((option.name, *option.also)), option.name,
                    values["options"].place, taken)
        if not option_form(option.name):
            nodes.faults.append(Fault(values["options"].place, _(
                "{label} has an option without a name").format(label=one.label),
                _("write a word for it, or take it out")))
    _bounds(one, values, nodes)
    if one.fixed and not one.columns:
        nodes.faults.append(Fault(values["fixed"].place, _(
            "{label} has rows, but is no table").format(label=one.label), _("write `type: table`")))
    if one.limit and not within:
        nodes.faults.append(Fault(values["limit"].place, _(
            "{label} is no column, and has no other one beside it").format(label=one.label),
            _("write `at_most: …`, or put it into the columns of a table")))
    elif one.limit and one.type not in NUMBERS:
        nodes.faults.append(Fault(values["limit"].place, _("{label} is no number").format(
            label=one.label), _("write `type: number`")))


def _bounds(one: Field, values: Mapping[str, Node], nodes: KindNodes) -> None:
    """Tells bounds that nothing keeps."""
    low, high = one.at_least, one.at_most
    if low is not None and high is not None and low > high:
        nodes.faults.append(Fault(values["at_least"].place, _(
            "{label}: at_least is more than at_most").format(label=one.label),
            _("swap them, or leave one out")))
    elif one.type == TICKS and one.options and (low or 0) > len(one.options):
        nodes.faults.append(Fault(values["at_least"].place, _(
            "{label}: more ticks are asked for than there are options").format(label=one.label),
            _("write {most} or less").format(most=len(one.options))))


def _columns(one: Field, place: Place, nodes: KindNodes, within: bool) -> None:
    """A table has columns, nothing else has, and a table does not stand in another."""
    if one.type == TABLE and within:
        nodes.faults.append(Fault(place, _("{label} is a table within a table").format(
            label=one.label), _("make it a field of its own")))
    elif (one.type == TABLE) != bool(one.columns):
        nodes.faults.append(Fault(
            place, _("{label} is a table without columns").format(label=one.label)
            if one.type == TABLE else
            _("{label} has columns, but is no table").format(label=one.label),
            _("write `columns: [{name: who, label: 姓名}]`") if one.type == TABLE else
            _("write `type: table`")))
    for column in one.columns:
        if column.limit and one.column_called(column.limit) is None:
            nodes.faults.append(Fault(
                place, _("{table} has no column {name}").format(table=one.label,
                                                                name=column.limit),
                _("its columns are: {names}").format(
                    names="、".join(each.label for each in one.columns))))
