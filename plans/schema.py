"""A kind told to machines: as JSON, and as the JSON Schema of its input for editors."""

from __future__ import annotations

from dataclasses import asdict

from plans.field_types import NUMBERS, TABLE, TICKS, field_type
from plans.keys import ANNEX, DONE, MEMBER, MONTH, PLAN, RECURRING, REPORT, SIGNATURE, TARGET, TASK
from plans.kinds import Field, Kind, Section

Json = dict[str, object]


def kind_json(kind: Kind) -> Json:
    """The declaration of a kind, paths left out."""
    value = asdict(kind)
    return {key: one for key, one in value.items() if key not in ("folder", "word")} | {
        "word": kind.word.name if kind.word else None}


def schema_of(kind: Kind) -> Json:
    """The JSON Schema (2020-12) of an input of `kind`; each value may go by either name.

    It helps an editor to complete and to warn; what counts is what `generate` says.
    """
    text: Json = {"type": "string"}
    content: Json = {"type": ["string", "array", "object", "null"]}
    task: Json = {"anyOf": [text, _mapping(TASK, {})]}
    month = _mapping(MONTH, {"tasks": {"type": ["array", "string"], "items": task}})
    shapes: dict[str, Json] = {
        "kind": {"enum": [kind.id, kind.name]},
        "sections": {"type": "object", "properties": _sections(kind.main_sections, content),
                     "additionalProperties": content},
        "schedule": {"type": "array", "items": {"anyOf": [month, _mapping(RECURRING, {})]}},
        "members": {"type": "array", "items": {"anyOf": [text, _mapping(MEMBER, {})]}},
        "targets": {"type": "array", "items": _mapping(TARGET, {})},
        "signature": _mapping(SIGNATURE, {}),
        "verbatim": {"type": ["array", "string"], "items": text},
        "term_starts": {"type": ["array", "string"], "items": text},
        "done": {"type": "array", "items": _mapping(DONE, {})},
        "annexes": {"type": "array", "items": {"anyOf": [text, _mapping(
            ANNEX, {"body": content})]}},
    }
    properties: Json = {}
    files: Json = {"type": ["array", "string"], "items": text}
    shapes["records"] = files
    for name, label in (PLAN | (REPORT if kind.is_counted else {})).items():
        shape = shapes.get(name, text)
        properties |= {name: shape, label: shape}
    for one in kind.fields:
        properties |= {key: _field(one) for key in one.keys}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": kind.name,
            "type": "object", "properties": properties, "additionalProperties": False,
            "allOf": [{"anyOf": [{"required": [key]} for key in one.keys]}
                      for one in kind.fields if one.required and not kind.is_counted]}


def _field(one: Field) -> Json:
    shape: Json = dict(field_type(one.type).schema) | {"title": one.label} | _bounds(one)
    if one.options:
        names = [name for option in one.options for name in (option.name, *option.also)]
        if one.type == TICKS:
            shape["items"] = {"enum": names}
        else:
            shape["enum"] = names
    if one.columns:
        shape["items"] = _row(one)
    about = [one.help, f"单位：{one.unit}" if one.unit else ""]
    if any(about):
        shape["description"] = "；".join(part for part in about if part)
    if one.example:
        shape["examples"] = [one.example]
    return shape


def _bounds(one: Field) -> Json:
    """How much it takes, as far as a schema can say so: blanks in a text do not count."""
    least, most = ("minimum", "maximum") if one.type in NUMBERS else (
        "minItems", "maxItems") if one.type in (TABLE, TICKS) else ("minLength", "")
    bounds: Json = {}
    if one.at_least is not None:
        bounds[least] = _whole(one.at_least)
    if one.at_most is not None and most:
        bounds[most] = _whole(one.at_most)
    return bounds | ({"maxItems": len(one.fixed)} if one.fixed else {})


def _whole(number: float) -> float:
    return int(number) if number == int(number) else number


def _row(table: Field) -> Json:
    """A row: a mapping by column, its cells in order, or the first of them alone."""
    cells: Json = {}
    for column in table.columns:
        shape = _field(column)
        if laid_down := [row[column.name] for row in table.fixed if row.get(column.name)]:
            shape["examples"] = list(dict.fromkeys(laid_down))
        cells |= dict.fromkeys(column.keys, shape)
    return {"anyOf": [
        {"type": "object", "properties": cells, "additionalProperties": False,
         "allOf": [{"anyOf": [{"required": [key]} for key in column.keys]}
                   for column in table.columns if column.required]},
        {"type": "array", "maxItems": len(table.columns)}, {"type": ["string", "number"]}]}


def _sections(sections: tuple[Section, ...], content: Json) -> Json:
    properties: Json = {}
    for one in sections:
        properties[one.name] = content | ({"description": one.hint} if one.hint else {})
    return properties


def _mapping(names: dict[str, str], shapes: dict[str, Json]) -> Json:
    properties: Json = {}
    for name, label in names.items():
        shape = shapes.get(name, {"type": ["string", "number", "boolean", "null"]})
        properties |= {name: shape, label: shape}
    return {"type": "object", "properties": properties, "additionalProperties": False}
