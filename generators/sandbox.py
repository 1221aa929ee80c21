"""The Jinja environment of templates and file names: sandboxed, and no blank goes unnoticed.

Every name in a template is compiled with the line it stands on; a name without a value prints
nothing and is noted with that line, so that one run finds all that is missing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import Undefined, nodes, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

FILE_NAME = "<template>"     # of compiled sources, in tracebacks

# These cannot be typed as names in a template, so nothing there can reach or hide them.
_NOTES = "the notes"
_PLACED = "placed value"
_SHOWN = "shown value"

_NOT_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Note:
    """A name that had no value when it was to be printed, and its line in the source, from 1."""

    name: str
    line: int


class Hole(Undefined):
    """Stands where a name has no value: prints nothing, and says so in the notes.

    `silent` is a declared value that was left blank: asking `{% if it %}` is fine, printing is not.
    """

    __slots__ = ("_line", "_name", "_notes", "_silent")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._notes: list[Note] | None = None
        self._name, self._line, self._silent = "", 0, False

    def placed(self, notes: list[Note], name: str, line: int, silent: bool = False) -> Hole:
        """This hole, knowing where it stands; raises SecurityError for what the sandbox bars."""
        if self._undefined_exception is SecurityError:
            self._fail_with_undefined_error()
        if self._notes is None:
            self._notes, self._name, self._line, self._silent = notes, name, line, silent
        return self

    def noted(self, *_: object) -> Hole:
        if self._notes is None:
            self._fail_with_undefined_error()
        note = Note(self._name, self._line)
        if note not in self._notes:
            self._notes.append(note)
        return self

    def __getattr__(self, name: str) -> Any:
        if name[:2] == "__":
            raise AttributeError(name)
        if self._undefined_exception is SecurityError:
            self._fail_with_undefined_error()
        return self

    def __getitem__(self, key: object) -> Hole:  # type: ignore[override]  # never raises
        return self

    def __str__(self) -> str:
        self.noted()
        return ""

    def __html__(self) -> str:
        return str(self)

    def __bool__(self) -> bool:
        if not self._silent:
            self.noted()
        return False

    def __iter__(self) -> Any:
        self.noted()
        return iter(())

    def __len__(self) -> int:
        self.noted()
        return 0

    def __eq__(self, other: object) -> bool:
        if not self._silent:
            self.noted()
        return isinstance(other, Hole)

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = Undefined.__hash__


# A sum or a comparison with a hole in it goes on as a hole, so that later ones are found too.
for _operation in ("add", "radd", "sub", "rsub", "mul", "rmul", "truediv", "rtruediv", "floordiv",
                   "rfloordiv", "mod", "rmod", "lt", "le", "gt", "ge", "pos", "neg", "call"):
    setattr(Hole, f"__{_operation}__", Hole.noted)


class Sandbox(ImmutableSandboxedEnvironment):
    """Compiles sources whose names are all placed; `autoescape` is for XML."""

    def __init__(self, *, autoescape: bool) -> None:
        super().__init__(undefined=Hole, autoescape=autoescape, keep_trailing_newline=True)
        self.filters[_PLACED] = _placed
        self.filters[_SHOWN] = _shown
        self.tests["none"] = lambda value: value is None or isinstance(value, Hole)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """`obj.attribute`; a key of a mapping comes before its methods, so that `plan.items` and
        `plan.keys` are what the head named so."""
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def compile_source(self, source: str) -> Source:
        """`source` ready to be rendered; raises jinja2.TemplateSyntaxError."""
        tree = _Placing(self).visit(self.parse(source))
        code = self.compile(tree, filename=FILE_NAME)
        return Source(self.template_class.from_code(self, code, self.globals))


class Source:
    """A compiled source."""

    __slots__ = ("_template",)

    def __init__(self, template: Any) -> None:
        self._template = template

    def render(self, context: Mapping[str, Any]) -> tuple[str, list[Note]]:
        """The text, and a note for every name that had no value.

        Raises what the expressions in it raise; jinja2.TemplateError among that.
        """
        notes: list[Note] = []
        return self._template.render({**context, _NOTES: notes}), notes


class _Placing(NodeTransformer):
    """Wraps every name that is read, and every expression that is printed, with its place."""

    def __init__(self, environment: Sandbox) -> None:
        self._environment = environment

    def visit_Name(self, node: nodes.Name) -> nodes.Expr:
        return self._wrapped(_PLACED, node) if node.ctx == "load" else node

    def visit_Getattr(self, node: nodes.Getattr) -> nodes.Expr:
        self._visit_below(node)
        return self._wrapped(_PLACED, node)

    visit_Getitem = visit_Getattr

    def visit_Output(self, node: nodes.Output) -> nodes.Output:
        node.nodes = [child if isinstance(child, nodes.TemplateData)
                      else self._wrapped(_SHOWN, self.visit(child), child) for child in node.nodes]
        return node

    def _visit_below(self, node: nodes.Node) -> None:
        """Visits what a chain a.b[c].d is made of, but not a, a.b and a.b[c] themselves."""
        if isinstance(node, (nodes.Getattr, nodes.Getitem)):
            if isinstance(node, nodes.Getitem):
                node.arg = self.visit(node.arg)
            if isinstance(node.node, (nodes.Name, nodes.Getattr, nodes.Getitem)):
                self._visit_below(node.node)
            else:
                node.node = self.visit(node.node)

    def _wrapped(self, by: str, node: nodes.Expr, named: nodes.Expr | None = None) -> nodes.Expr:
        where = [nodes.Const(_name_of(named or node), lineno=node.lineno),
                 nodes.Const(node.lineno, lineno=node.lineno)]
        wrapper = nodes.Filter(node, by, where, [], None, None, lineno=node.lineno)
        return wrapper.set_environment(self._environment)  # type: ignore[return-value]  # itself


def _name_of(node: nodes.Node | None) -> str:
    """How a person would write `node`: names and dots; … for what has no name."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{_name_of(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return f"{_name_of(node.node)}[{node.arg.value!r}]"
    if isinstance(node, nodes.Filter):
        return _name_of(node.node)
    return "…"


@pass_context
def _placed(context: Context, value: Any, name: str, line: int) -> Any:
    if isinstance(value, Hole):
        return value.placed(context[_NOTES], name, line)
    if value is None:
        return Hole(name=name).placed(context[_NOTES], name, line, silent=True)
    return value


@pass_context
def _shown(context: Context, value: Any, name: str, line: int) -> Any:
    """`value` as text that XML can hold; a method printed for want of a value is a hole too."""
    if value is None or (callable(value) and not isinstance(value, Hole)):
        value = Hole(name=name)
    if isinstance(value, Hole):
        return str(value.placed(context[_NOTES], name, line))
    if hasattr(value, "__html__"):  # XML by intent: what a macro wrote
        return value
    return _NOT_XML.sub("", str(value).replace("\r\n", "\n"))
