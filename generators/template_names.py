"""Every name that a template reads, followed through loops and macros to what it stands for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from jinja2 import nodes

from generators.template_values import ANYTHING, Macro, Scope, ValueReader, name_of
from plans.messages import _

_LOOP = dict.fromkeys(("index", "index0", "revindex", "revindex0", "first", "last", "length",
                       "depth", "depth0"), 1) | dict.fromkeys(
    ("cycle", "changed", "previtem", "nextitem"), ANYTHING)
_CALLS = 50     # of one macro; one that calls itself with ever new values would not end


@dataclass
class NameReader(ValueReader):
    """Reads whole sources."""

    _macros: list[Macro] = field(default_factory=list)
    _called: dict[int, list[list[Any]]] = field(default_factory=dict)

    def read_source(self, tree: nodes.Template) -> None:
        """Reads every name of a parsed source."""
        self._macros, self._called = [], {}
        self._statements(tree.body, {})
        for macro in self._macros:
            if id(macro.node) not in self._called:
                self.enter(macro, [ANYTHING] * len(macro.node.args))

    def _statements(self, body: list[nodes.Node], scope: Scope) -> None:
        for node in body:
            self._statement(node, scope)

    def _statement(self, node: nodes.Node, scope: Scope) -> None:
        match node:
            case nodes.Output():
                for child in node.nodes:
                    self._printed(child, self.value_of(child, scope))
            case nodes.For():
                inner = {**scope, "loop": _LOOP}
                self._assign(node.target, self._item(node, scope), inner)
                if node.test is not None:
                    self.value_of(node.test, inner)
                self._statements(node.body, inner)
                self._statements(node.else_, scope)
            case nodes.If():
                self.value_of(node.test, scope)
                # What is set within {% if %} is known after it; what was asked for is not.
                sure = dict.fromkeys(_asked(node.test), ANYTHING)
                self._statements(node.body, scope | sure if sure else scope)
                self._statements([*node.elif_, *node.else_], scope)
            case nodes.Macro():
                macro = Macro(node, scope)
                self._macros.append(macro)
                scope[node.name] = macro
            case nodes.Assign():
                self._assign(node.target, self.value_of(node.node, scope), scope)
            case nodes.With():
                inner = dict(scope)
                for target, value in zip(node.targets, node.values, strict=True):
                    self._assign(target, self.value_of(value, scope), inner)
                self._statements(node.body, inner)
            case nodes.AssignBlock():
                self._statements(node.body, dict(scope))
                self._assign(node.target, "", scope)
            case nodes.CallBlock():
                self.value_of(node.call, scope)
                self._statements(node.body, scope | {
                    one.name: ANYTHING for one in node.args})
            case nodes.Expr():
                self.value_of(node, scope)
            case _:
                self._statements(list(node.iter_child_nodes()), scope)

    def _printed(self, node: nodes.Node, value: Any) -> None:
        name = name_of(node)
        if isinstance(value, list):
            self.say(node, name, _("{name} is a list, not a text").format(name=name),
                     _("repeat it, such as {example}").format(
                         example="{%tr for one in " + name + " %}"))
        elif isinstance(value, dict):
            self.say(node, name, _("{name} has parts and is no text itself").format(name=name),
                     _("print one of them: {example}").format(
                         example=f"{{{{ {name}.{[*value][-1]} }}}}"))

    def _item(self, node: nodes.For, scope: Scope) -> Any:
        """What a loop's variable stands for."""
        value = self.value_of(node.iter, scope)
        if isinstance(value, list):
            return value[0] if value else ANYTHING
        if isinstance(value, str):
            name = name_of(node.iter)
            self.say(node, name, _("{name} is a text, not a list: it would be taken letter by "
                                    "letter").format(name=name),
                      _("print it: {example}").format(example="{{ " + name + " }}"))
        return ANYTHING

    def _assign(self, target: nodes.Node, value: Any, scope: Scope) -> None:
        if isinstance(target, nodes.Name):
            scope[target.name] = value
        else:
            for name in target.find_all(nodes.Name):
                scope[name.name] = ANYTHING







    def enter(self, macro: Macro, values: list[Any]) -> None:
        """Reads the body of a macro that is called with `values`, once for the same ones."""
        calls = self._called.setdefault(id(macro.node), [])
        if len(calls) < _CALLS and not any(
                all(one is other for one, other in zip(values, call, strict=True))
                for call in calls):
            calls.append(values)
            names = [one.name for one in macro.node.args]
            self._statements(macro.node.body, macro.scope | dict(zip(names, values, strict=True))
                             | dict.fromkeys(("caller", "varargs", "kwargs"), ANYTHING))


def _asked(test: nodes.Node) -> tuple[str, ...]:
    """The names that a condition makes sure of: {% if 备注 is defined %}."""
    if isinstance(test, nodes.Test) and test.name == "defined" and isinstance(
            test.node, nodes.Name):
        return (test.node.name,)
    if isinstance(test, nodes.And):
        return (*_asked(test.left), *_asked(test.right))
    return ()
