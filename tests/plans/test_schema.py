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
        for field in kind.fields if field.required and not kind.is_counted]


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


def test_a_schema_knows_options_bounds_and_rows(house):
    folder = house.folder / "kinds" / "visit"
    folder.mkdir()
    (folder / "kind.yaml").write_text("""\
name: 记录表
family: form
fields:
  - {name: level, label: 职称, type: choice, options: [初级, {name: 中级, also: [讲师]}]}
  - {name: topics, label: 主题, type: ticks, options: [学习, 心理], at_least: 1, at_most: 2}
  - {name: years, label: 年限, type: integer, unit: 年, help: 满几年写几, at_least: 0, at_most: 45}
  - {name: share, label: 比例, type: number, at_least: 0.5}
  - {name: story, label: 特色, type: longtext, at_least: 30, at_most: 300}
  - {name: now, label: 在岗, type: yesno}
  - name: points
    label: 评分
    type: table
    columns: [{name: item, label: 指标}, {name: got, label: 得分, type: number}]
    fixed: [班会, 家访]
""", "utf-8")
    schema = schema_of(house.kind("visit"))
    properties = schema["properties"]
    assert properties["职称"]["enum"] == ["初级", "中级", "讲师"]
    assert properties["主题"]["items"] == {"enum": ["学习", "心理"]}
    assert (properties["主题"]["minItems"], properties["主题"]["maxItems"]) == (1, 2)
    assert (properties["年限"]["minimum"], properties["年限"]["maximum"]) == (0, 45)
    assert properties["年限"]["description"] == "满几年写几；单位：年"
    assert properties["比例"]["minimum"] == 0.5
    assert properties["特色"]["minLength"] == 30
    assert "maxLength" not in properties["特色"]     # blanks in a text do not count
    assert properties["在岗"]["type"] == ["boolean", "string"]
    table = properties["评分"]
    assert table["maxItems"] == 2
    assert table["items"]["anyOf"][0]["properties"]["指标"]["examples"] == ["班会", "家访"]
    assert json.loads(json.dumps(schema)) == schema
    assert json.loads(json.dumps(kind_json(house.kind("visit"))))["fields"][6]["fixed"] == [
        {"item": "班会"}, {"item": "家访"}]
    good = {"kind": "visit", "职称": "讲师", "主题": ["学习"], "年限": 8, "在岗": True,
            "评分": [{"指标": "班会", "得分": 3.5}]}
    assert fits(good, schema) == []
    assert fits(good | {"职称": "高级"}, schema) == ["/职称: 高级"]
