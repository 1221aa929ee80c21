"""What an expression of a template stands for, as far as it can be known from a specimen.

A value is a text, a list whose items are all like its first, or named parts; what cannot be known
(a value from a namespace, an unknown filter's result) is taken for anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import nodes

from generators.sandbox import Sandbox
from plans.comparing import nearest
from plans.messages import _

Scope = dict[str, Any]
ANYTHING = object()
_SAME = frozenset({"sort", "reverse", "list", "unique", "select", "reject", "selectattr",
                   "rejectattr", "default", "d"})
_ONE = frozenset({"first", "last", "random", "min", "max"})


@dataclass(frozen=True, slots=True)
class NameFault:
    """What is wrong with a name: the line of the source, the name, what, and how to mend it."""

    line: int
    name: str
    what: str
    mend: str


@dataclass(frozen=True, slots=True)
class Macro:
    """A macro, and the names that it sees besides its own."""

    node: nodes.Macro
    scope: Scope


@dataclass
class ValueReader:
    """Reads expressions against `known`, the context that a template is rendered with.

    `read` are the known names that were read, `unknown` those that `known` does not have, with the
    line of the first; they are faults only where `is_whole` says that `known` holds all there are.
    """

    sandbox: Sandbox
    known: Mapping[str, Any]
    is_whole: bool = True
    read: set[str] = field(default_factory=set)
    unknown: dict[str, int] = field(default_factory=dict)
    faults: list[NameFault] = field(default_factory=list)

    def enter(self, macro: Macro, values: list[Any]) -> None:
        """Reads the body of a macro that is called with `values`."""
        raise NotImplementedError

    def say(self, node: nodes.Node, name: str, what: str, mend: str) -> None:
        fault = NameFault(node.lineno, name, what, mend)
        if fault not in self.faults:
            self.faults.append(fault)

    def value_of(self, node: nodes.Node, scope: Scope) -> Any:
        """What an expression stands for; the names in it are read."""
        match node:
            case nodes.Name():
                return self._name(node, scope)
            case nodes.Const() | nodes.TemplateData():
                return getattr(node, "value", "")
            case nodes.Getattr():
                return self._part(node, self.value_of(node.node, scope), node.attr)
            case nodes.Getitem():
                return self._indexed(node, scope)
            case nodes.Call():
                return self._call(node, scope)
            case nodes.Filter():
                return self._filtered(node, scope)
            case nodes.Test():
                self._asked_test(node, scope)
                return True
            case nodes.CondExpr():
                self.value_of(node.test, scope)
                both = [self.value_of(one, scope) for one in (node.expr1, node.expr2) if one]
                return both[0] if len(both) == 1 or type(both[0]) is type(both[-1]) else ANYTHING
            case nodes.List():
                return [self.value_of(one, scope) for one in node.items]
        for child in node.iter_child_nodes():
            self.value_of(child, scope)
        return ANYTHING

    def _name(self, node: nodes.Name, scope: Scope) -> Any:
        if node.name in scope:
            return scope[node.name]
        if node.name in self.known:
            self.read.add(node.name)
            value = self.known[node.name]
            return ANYTHING if value is None else value
        if node.name not in self.sandbox.globals:
            self.unknown.setdefault(node.name, node.lineno)
            if node.name == "loop":
                self.say(node, "loop", _("loop is known within a loop only"),
                         _("use it between {start} and {end}").format(
                             start="{% for … %}", end="{% endfor %}"))
            elif self.is_whole:
                self._say_unknown(node, node.name, [*self.known, *scope],
                                  _("declare such a field in kind.yaml, or correct the name"))
        return self.sandbox.globals.get(node.name, ANYTHING)

    def _part(self, node: nodes.Getattr | nodes.Getitem, value: Any, key: str) -> Any:
        if isinstance(value, Mapping) and key in value:
            return ANYTHING if value[key] is None else value[key]
        if key.startswith("_"):
            self._bar(node, name_of(node))
        elif value is ANYTHING or isinstance(value, Macro):
            return ANYTHING
        elif not hasattr(value, key):
            self._say_no_part(node, value)
        elif not self.sandbox.is_safe_attribute(value, key, getattr(value, key)):
            self._bar(node, name_of(node))
        return ANYTHING

    def _bar(self, node: nodes.Node, name: str) -> None:
        self.say(node, name, _("a template may not use {name}").format(name=name),
                 _("print fields and values only; their inner workings are barred"))

    def _indexed(self, node: nodes.Getitem, scope: Scope) -> Any:
        value = self.value_of(node.node, scope)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._part(node, value, node.arg.value)
        self.value_of(node.arg, scope)
        if isinstance(value, list) and value:
            return value if isinstance(node.arg, nodes.Slice) else value[0]
        return ANYTHING

    def _call(self, node: nodes.Call, scope: Scope) -> Any:
        values = [self.value_of(one, scope) for one in node.args]
        named = {one.key: self.value_of(one.value, scope) for one in node.kwargs}
        called = self.value_of(node.node, scope)
        if isinstance(called, Macro):
            names = [one.name for one in called.node.args]
            self.enter(called, [values[at] if at < len(values) else named.get(name, ANYTHING)
                                 for at, name in enumerate(names)])
        return ANYTHING

    def _filtered(self, node: nodes.Filter, scope: Scope) -> Any:
        for argument in (*node.args, *(one.value for one in node.kwargs)):
            self.value_of(argument, scope)
        if node.name not in self.sandbox.filters:
            near = nearest(node.name, (one for one in self.sandbox.filters if " " not in one))
            self.say(node, node.name, _("there is no filter {name}").format(name=node.name),
                      _("did you mean {near}?").format(near=near) if near else
                      _("take |{name} away").format(name=node.name))
        elif node.name == "attr":
            self._bar(node, "|attr")
        elif node.name == "safe":
            self.say(node, "safe", _("|safe lets & and < of a value break the document"),
                      _("take |safe away"))
        if node.node is None:
            return ANYTHING
        if node.name in ("default", "d") and isinstance(node.node, nodes.Name) and (
                node.node.name not in scope and node.node.name not in self.known):
            return ANYTHING
        value = self.value_of(node.node, scope)
        if node.name in _SAME:
            return value
        if node.name in _ONE and isinstance(value, list) and value:
            return value[0]
        return ANYTHING

    def _asked_test(self, node: nodes.Test, scope: Scope) -> None:
        if node.name not in self.sandbox.tests:
            self.say(node, node.name, _("there is no question “is {name}”").format(
                name=node.name), _("write {example}").format(example="{% if … %}"))
        if not (node.name in ("defined", "undefined") and isinstance(node.node, nodes.Name)):
            self.value_of(node.node, scope)
        for argument in node.args:
            self.value_of(argument, scope)

    def _say_unknown(self, node: nodes.Node, name: str, known: list[str], mend: str) -> None:
        last = name.rpartition(".")[2]
        near = nearest(last, known, cutoff=0.5)
        self.say(node, name, _("the name {name} is not known").format(name=name),
                 _("did you mean {near}?").format(near=near) if near else mend)

    def _say_no_part(self, node: nodes.Node, value: Any) -> None:
        """`value`, which stands before the point, does not have what stands behind it."""
        name = name_of(node)
        owner, _point, last = name.rpartition(".")
        if isinstance(value, Mapping):
            names = "、".join(one for one in value if one.isascii() == last.isascii())
            self._say_unknown(node, name, list(value),
                              _("known are: {names}").format(names=names or "、".join(value)))
        elif isinstance(value, list):
            self.say(node, name, _("{owner} is a list, and each of it has its own {name}").format(
                owner=owner, name=last), _("repeat it, such as {example}").format(
                    example=f"{{%tr for one in {owner} %}} … {{{{ one.{last} }}}}"))
        else:
            self.say(node, name, _("{owner} is a text and has no parts").format(owner=owner),
                     _("print it: {example}").format(example=f"{{{{ {owner} }}}}"))


def name_of(node: nodes.Node | None) -> str:
    """How a person would write an expression: names and points; … for what has no name."""
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            return f"{name_of(node.node)}.{node.attr}"
        case nodes.Getitem(arg=nodes.Const(value=key)):
            return f"{name_of(node.node)}.{key}"
        case nodes.Filter() | nodes.Call():
            return name_of(node.node)
    return "…"
