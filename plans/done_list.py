"""The list `done:` (完成情况) in the text of an input: lines put in, replaced and taken out.

Nothing else of the file changes: its other lines, comments, blanks, line ends and encoding stay
byte for byte as they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import yaml

from plans.errors import Place, UserError
from plans.keys import DONE, PLAN, meant
from plans.located import Entries, Items, Node, Text, parse_yaml
from plans.messages import _
from plans.originals import Original, Splice, original_of

_NAMES = {PLAN["done"]: True, "done": True}
_COMMENT = re.compile(r"(?:^|(?<=\s))#.*$", re.MULTILINE)
_DOCUMENT_END = re.compile(r"^(?:\.\.\.|---)(?=\s|$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Change:
    """A line of the list: its values by name and as text between braces, both empty to take it out.

    `at` is the place of the line that it replaces, None where it is a new one.
    """

    values: Mapping[str, str]
    text: str
    at: Place | None = None


def is_chinese(original: Original) -> bool:
    """Whether the names of the input are written in Chinese, so that new ones should be too."""
    keys = [str(key.value).strip() for key, _value in original.root.value]
    known = [key for key in keys if key in PLAN or key in PLAN.values()]
    own = [key for key in known if key in _NAMES] or [
        key for key in known if key not in ("id", "kind")] or known
    return bool(own) and not own[-1].isascii()


def names(chinese: bool) -> dict[str, str]:
    """What each part of a line is called, by its English name."""
    return dict(DONE) if chinese else {name: name for name in DONE}


def edited(original: Original, changes: Sequence[Change]) -> bytes:
    """The bytes of the file with `changes` to its list.

    Raises UserError where the list cannot be edited so that exactly that changes.
    """
    node = _list_in(original)[1]
    items = node.value if isinstance(node, yaml.SequenceNode) else []
    changed = [(one, _index(original, items, one.at)) for one in changes]
    data = original.spliced([
        *(_replaced(original, items[at], one) for one, at in changed
          if at is not None and one.text),
        *_appended(original, [one for one, at in changed if at is None])])
    for at in sorted((at for one, at in changed if at is not None and not one.text), reverse=True):
        data = _without(original_of(data, original.path), at)
    _look_over(original, data, changed)
    return data


def _list_in(original: Original) -> tuple[yaml.Node | None, yaml.Node | None]:
    """The name of the list, and the list; None where the file has none."""
    return next(((key, value) for key, value in original.root.value
                 if isinstance(key, yaml.ScalarNode) and meant(str(key.value), _NAMES)),
                (None, None))


def _index(original: Original, items: Sequence[yaml.Node], at: Place | None) -> int | None:
    if at is None:
        return None
    offset = original.offset_of(at)
    found = [number for number, item in enumerate(items)
             if original.start(item) <= offset <= original.end(item)]
    if not found:
        raise _not_possible(original)
    return found[0]


def _replaced(original: Original, item: yaml.Node, change: Change) -> Splice:
    start, end = original.start(item), original.end(item)
    text = change.text
    if isinstance(item, yaml.MappingNode) and not item.flow_style and (
            comments := _COMMENT.findall(original.text[start:end])):
        # The lines of the old values go, what a person wrote beside them stays.
        text += "    " + " ".join(comments)
    return Splice(start, end, text)


def _appended(original: Original, changes: Sequence[Change]) -> list[Splice]:
    if not changes:
        return []
    key, node = _list_in(original)
    line_end = original.line_end
    if key is None or node is None:
        return [_new_list(original, changes)]
    if isinstance(node, yaml.SequenceNode) and node.value:
        last = original.end(node.value[-1])
        if node.flow_style:
            joint = ", "
            first = original.text[original.line_start(last):original.start(node.value[-1])]
            if not first.strip():       # each on a line of its own
                joint = f",{line_end}{first}"
            return [Splice(last, last, "".join(joint + one.text for one in changes))]
        dash = original.start(node)
        indent = original.text[original.line_start(dash):dash]
        stop = original.line_stop(last)
        return [Splice(stop, stop, "".join(f"{line_end}{indent}- {one.text}" for one in changes))]
    start, end = original.start(node), original.end(node)
    if isinstance(node, yaml.SequenceNode) or end > start:      # [] or ~ or ""
        if isinstance(node, yaml.SequenceNode):
            start, end = start + 1, start + 1
            return [Splice(start, end, ", ".join(one.text for one in changes))]
        return [Splice(start, end, "[" + ", ".join(one.text for one in changes) + "]")]
    at = original.start(key)
    indent = original.text[original.line_start(at):at] + "  "
    stop = original.line_stop(original.end(key))
    return [Splice(stop, stop, "".join(f"{line_end}{indent}- {one.text}" for one in changes))]


def _new_list(original: Original, changes: Sequence[Change]) -> Splice:
    """The list at the end of the file, or of its first document."""
    name = PLAN["done"] if is_chinese(original) else "done"
    root, line_end = original.root, original.line_end
    if root.flow_style:
        last = original.end(root.value[-1][1]) if root.value else original.start(root) + 1
        joint = ", " if root.value else ""
        inside = ", ".join(one.text for one in changes)
        return Splice(last, last, f"{joint}{name}: [{inside}]")
    first = original.start(root)
    indent = original.text[original.line_start(first):first]
    indent = indent if not indent.strip() else ""       # after --- on its line
    over = _DOCUMENT_END.search(original.text, original.end(root))
    at = over.start() if over else len(original.text)
    before = original.text[:at]
    whole = not before or before.endswith(("\n", "\r"))
    blank = "" if before.endswith(line_end * 2) else line_end
    lines = [f"{indent}{name}:", *(f"{indent}  - {one.text}" for one in changes)]
    return Splice(at, at, ("" if whole else line_end) + blank + line_end.join(lines) + (
        line_end if whole else ""))


def _without(original: Original, index: int) -> bytes:
    _key, node = _list_in(original)
    assert isinstance(node, yaml.SequenceNode)
    items = node.value
    start, end = original.start(items[index]), original.end(items[index])
    if not node.flow_style:
        start, end = original.line_start(start), original.next_line(end)
        if end == len(original.text) and not original.text.endswith(("\n", "\r")):
            start = original.line_stop(original.line_start(max(0, start - 2)))
    elif index + 1 < len(items):
        end = original.start(items[index + 1])
    elif index:
        start = original.end(items[index - 1])
    return original.spliced([Splice(start, end, "")])


def _look_over(original: Original, data: bytes,
               changed: Sequence[tuple[Change, int | None]]) -> None:
    """Reads the edited file again: nobody's file is replaced by one that says something else."""
    before = parse_yaml(original.data, original.path, [])
    try:
        after = parse_yaml(data, original.path, [])
    except UserError:
        raise _not_possible(original) from None
    expected: list[object] = list(_lines(before))
    for one, at in changed:
        if at is not None and one.text:
            expected[at] = dict(one.values)
    for at in sorted((at for one, at in changed if at is not None and not one.text), reverse=True):
        del expected[at]
    expected += [dict(one.values) for one, at in changed if at is None]
    if _lines(after) != expected or _rest(before) != _rest(after):
        raise _not_possible(original)


def _lines(top: Entries) -> list[object]:
    node = next((value for key, value in top if meant(key.text, _NAMES)), None)
    return [_plain(item) for item in node.items] if isinstance(node, Items) else []


def _rest(top: Entries) -> list[object]:
    return [(key.text, _plain(value)) for key, value in top if not meant(key.text, _NAMES)]


def _plain(node: Node) -> object:
    if isinstance(node, Text):
        return node.text
    if isinstance(node, Items):
        return [_plain(item) for item in node.items]
    return {key.text: _plain(value) for key, value in node}


def _not_possible(original: Original) -> UserError:
    key, _node = _list_in(original)
    place = Place(original.path)
    if key is not None:
        line = original.text.count("\n", 0, original.start(key)) + 1
        place = Place(original.path, line, 1)
    return UserError.at(
        place, _("the list {name} is written so that it cannot be edited here").format(
            name=PLAN["done"]),
        _("write it as lines of {example}, or write this line yourself").format(
            example="- {task: t07, date: 2026-09-20}"))
