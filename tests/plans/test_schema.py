"""The JSON of a kind, and the JSON Schema of its input for editors."""

import json
from pathlib import Path

import pytest
import yaml

from plans.house import House
from plans.schema import kind_json, schema_of

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.yaml"))
KINDS = House().kinds
TYPES = {str: "string", int: "integer", float: "number", bool: "boolean", list: "array",
         dict: "object", type(None): "null"}


def fits(value, schema, path=""):
    """Where `value` does not have the shape: names and types only; () if it fits."""
    if "anyOf" in schema and "properties" not in schema:
        return min((fits(value, one, path) for one in schema["anyOf"]), key=len)
    types = schema.get("type", [])
    kind = TYPES.get(type(value), "string")     # dates are strings to JSON
    if types and kind not in ([types] if isinstance(types, str) else types):
        return [f"{path}: {kind}"]
    if "enum" in schema and value not in schema["enum"]:
        return [f"{path}: {value}"]
    wrong = []
    for name, one in value.items() if isinstance(value, dict) else ():
        properties, rest = schema.get("properties", {}), schema.get("additionalProperties", True)
        below = properties.get(name, rest)
        wrong += ([f"{path}/{name}"] if below is False else [] if below is True
                  else fits(one, below, f"{path}/{name}"))
    for one in value if isinstance(value, list) else ():
        wrong += fits(one, schema.get("items", {}), f"{path}[]")
    return wrong


def schema_for(value):
    return schema_of(House().kind(value["kind"]))


def test_there_are_samples():
    assert SAMPLES


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_sample_has_the_shape_of_its_schema(path):
    value = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    numbers = {name: one for name, one in value.items() if isinstance(one, dict | list | str)}
    assert fits(numbers, schema_for(value)) == []


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_name_that_the_kind_does_not_have_is_outside_the_schema(path):
    value = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    assert fits(value | {"电话": "1"}, schema_for(value)) == ["/电话"]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_a_schema_names_every_field_twice_and_every_section(kind):
    properties = schema_of(kind)["properties"]
    for field in kind.fields:
        assert properties[field.name] == properties[field.label]
        assert properties[field.name]["title"] == field.label
    assert set(properties["sections"]["properties"]) == {
        one.name for one in kind.main_sections}
    assert properties["kind"] == {"enum": [kind.id, kind.name]}
    assert properties["月度安排"] == properties["schedule"]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_a_schema_asks_for_each_required_field_under_either_name(kind):
    assert schema_of(kind)["allOf"] == [
        {"anyOf": [{"required": [field.name]}, {"required": [field.label]}]}
        for field in kind.fields if field.required]


def test_a_schema_carries_help_example_and_hint(house):
    path = house.folder / "kinds" / "small-plan" / "kind.yaml"
    path.write_text(path.read_text("utf-8").replace(
        "label: 学校,", "label: 学校, help: 写全称,"), "utf-8")
    properties = schema_of(house.kind("small-plan"))["properties"]
    assert properties["学校"] == {"type": "string", "title": "学校", "description": "写全称",
                                "examples": ["江城实验学校"]}
    assert properties["sections"]["properties"]["指导思想"]["description"] == "为什么这样做"
    assert "description" not in properties["年度"]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_kind_and_schema_can_be_written_as_json(kind):
    shown = json.loads(json.dumps(kind_json(kind), ensure_ascii=False))
    assert (shown["id"], shown["name"]) == (kind.id, kind.name)
    assert [field["label"] for field in shown["fields"]] == [field.label for field in kind.fields]
    assert "folder" not in shown
    assert shown["word"] == (kind.word.name if kind.word else None)
    assert json.loads(json.dumps(schema_of(kind)))["title"] == kind.name
