"""YAML in which every value knows its line and column.

Nothing is typed by YAML itself: a scalar stays the text that was written, so that 0510 keeps its
zero, 2026-03 stays a month, and 否 is not a surprise. Field types read the text later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from plans.composing import MAX_BYTES, MAX_DEPTH, MAX_VALUES, compose
from plans.errors import Fault, Place, UserError
from plans.messages import _
from plans.yaml_faults import control_fault, too_much
from plans.yaml_repair import Repaired, joined

__all__ = ["MAX_BYTES", "MAX_DEPTH", "MAX_VALUES", "Entries", "Items", "Node", "Text",
           "parse_yaml", "read_bytes", "read_yaml", "read_yaml_list"]

_BLANK = frozenset({"", "~", "null", "Null", "NULL"})
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_STANDARD = "tag:yaml.org,2002:"
_TAGS = frozenset(_STANDARD + tag for tag in
                  ("str", "int", "float", "bool", "null", "timestamp", "seq", "map", "merge",
                   "value"))


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar as it was written."""

    text: str
    place: Place

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Entries:
    """A mapping, in the order written; keys are unique."""

    entries: tuple[tuple[Text, Node], ...]
    place: Place

    def __iter__(self) -> Iterator[tuple[Text, Node]]:
        return iter(self.entries)

    def get(self, key: str) -> Node | None:
        """The value under `key`, None where there is none."""
        return next((value for name, value in self.entries if name.text == key), None)


Node = Text | Items | Entries


def read_yaml(path: Path, faults: list[Fault], *, name: str | None = None) -> Entries:
    """The mapping that the file at `path` holds; `name` is what errors call the file.

    Faults that leave the rest readable (a key twice, a control character) are added to `faults`.
    Raises UserError where the file cannot be read or is not a mapping.
    """
    name = name or str(path)
    return parse_yaml(read_bytes(path, name), name, faults)


def read_yaml_list(path: Path, faults: list[Fault]) -> Entries | Items:
    """As `read_yaml`; the file may hold a list as well."""
    name = str(path)
    return _parsed(read_bytes(path, name), name, faults, (yaml.MappingNode, yaml.SequenceNode))


def read_bytes(path: Path, name: str) -> bytes:
    """What is in the file at `path`, called `name` in errors; raises UserError."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise UserError.at(name, _("there is no such file"), _("check the name and the folder")
                           ) from None
    except OSError as error:
        raise UserError.at(name, _("cannot be read: {why}").format(why=error.strerror),
                           _("close it in other programs, and check that you may read it")
                           ) from None


def parse_yaml(data: bytes, name: str, faults: list[Fault]) -> Entries:
    """As `read_yaml`, from bytes."""
    node = _parsed(data, name, faults, (yaml.MappingNode,))
    assert isinstance(node, Entries)
    return node


def _parsed(data: bytes, name: str, faults: list[Fault],
            wanted: tuple[type[yaml.Node], ...]) -> Entries | Items:
    composed = compose(data, name, faults, wanted)
    if composed.root is None:
        return Entries((), Place(name, 1, 1))
    node = _Conversion(name, faults, composed.repaired).convert(composed.root, 0)
    assert isinstance(node, Entries | Items)
    return node


class _Conversion:
    """From yaml's nodes to ours, counting what is visited so that aliases cannot explode."""

    def __init__(self, name: str, faults: list[Fault], repaired: Repaired) -> None:
        self.name, self.faults, self.repaired = name, faults, repaired
        self.lines = repaired.text.split("\n")
        self.visited = 0

    def convert(self, node: yaml.Node, depth: int) -> Node:
        place = self.place(node.start_mark)
        self.visited += 1
        if depth > MAX_DEPTH or self.visited > MAX_VALUES:
            raise too_much(place)
        if node.tag not in _TAGS:
            self.faults.append(Fault(place, _("the tag {tag} is not allowed").format(tag=node.tag),
                                     _("take the word that begins with ! away")))
        if isinstance(node, yaml.SequenceNode):
            return Items(tuple(self.convert(item, depth + 1) for item in node.value), place)
        if isinstance(node, yaml.MappingNode):
            return Entries(tuple(self.pairs(node, depth)), place)
        return self.text(node, place)

    def pairs(self, node: yaml.MappingNode, depth: int) -> Iterator[tuple[Text, Node]]:
        seen: dict[str, Text] = {}
        for key_node, value_node in node.value:
            key = self.convert(key_node, depth + 1)
            value = self.convert(value_node, depth + 1)
            if not isinstance(key, Text):
                self.faults.append(Fault(key.place, _("a name must be plain text"),
                                         _("put the value in quotes if it begins with a bracket")))
            elif key.text in seen:
                self.faults.append(Fault(
                    key.place, _("{key} is given twice (first on line {line})").format(
                        key=key.text, line=seen[key.text].place.line),
                    _("keep one of the two")))
            else:
                seen[key.text] = key
                yield key, value

    def text(self, node: yaml.Node, place: Place) -> Text:
        text = str(node.value)
        style = getattr(node, "style", None)
        if style in (None, "") and text in _BLANK:
            text = ""
        if style != "|" and node.end_mark.line > node.start_mark.line:
            text = joined(text, node, self.lines)
        if bad := _CONTROL.search(text):
            self.faults.append(control_fault(place, bad.group()))
            text = _CONTROL.sub("", text)
        return Text(text, place)

    def place(self, mark: yaml.Mark) -> Place:
        return Place(self.name, mark.line + 1, self.repaired.column(mark.line, mark.column) + 1)
