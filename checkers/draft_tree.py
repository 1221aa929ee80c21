"""The headings of a part as a tree, made fit for an input: names unique, none of them empty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from checkers.headings import Heading
from checkers.lines import Line, Row
from checkers.marks import RANK, Mark
from checkers.words import has_words
from plans.comparing import compare_form, nearest
from plans.keys import LEAD
from plans.kinds import Section
from plans.placeholders import bare

NEAR = "去年的标题与这一部分的名称不完全一样，看看是不是同一部分"
_FOLDED = "标题“{title}”没有单独成为一部分（下面没有内容，或者同名），写在这里的文字中"


@dataclass(eq=False)
class Node:
    """A heading, on the row `line`, with the rows under it; the root has none.

    `section` is the kind's own.
    """

    heading: Heading | None
    line: Row | None = None
    rows: list[Row] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)
    section: Section | None = None
    doubts: list[str] = field(default_factory=list)

    @property
    def title(self) -> str:
        return self.heading.title if self.heading else ""

    @property
    def body(self) -> str:
        return self.heading.body if self.heading else ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands under the heading."""
        return not self.rows and not self.children and not has_words(self.body)

    def all_rows(self) -> Iterator[Row]:
        """The heading's own line and everything under it."""
        if self.line is not None:
            yield self.line
        yield from self.rows
        for one in self.children:
            yield from one.all_rows()


def tree_of(rows: Sequence[Row], headings: Iterable[Heading], left_out: frozenset[int],
            claims: Mapping[int, Section], near: frozenset[int],
            declared: tuple[Section, ...]) -> Node:
    """The tree of `rows` without those `left_out`; `claims` tells by row which heading is which of
    the `declared` sections, `near` which of them are a question."""
    root = Node(None)
    path: list[tuple[int, Node]] = [(-1, root)]
    by_row = {one.row: one for one in headings if one.row not in left_out}
    for index, row in enumerate(rows):
        heading = by_row.get(index)
        if heading is not None:
            node = Node(heading, row, section=claims.get(index),
                        doubts=[NEAR] if index in near else [])
            while path[-1][0] >= heading.level:
                path.pop()
            path[-1][1].children.append(node)
            path.append((heading.level, node))
        elif index not in left_out:
            path[-1][1].rows.append(row)
    _lift(root)
    _fold(root, declared)
    return root


def _lift(root: Node) -> None:
    """Puts each section of the kind where the kind has it: under its own section, or outermost."""
    homes: dict[str, Node] = {"": root}
    for node in _walk(root):
        if node.section is not None:
            homes[node.section.id] = node

    def lift(above: Node) -> None:
        lifted = 0
        for node in list(above.children):
            lift(node)
            if node.section is None:
                continue
            home = homes.get(_above(node.section), root)
            if home is not above and not _holds(node, home):
                above.children.remove(node)
                at = next((at for at, one in enumerate(home.children) if _holds(one, above)),
                          len(home.children) - 1)
                home.children.insert(at + 1 + lifted, node)
                lifted += 1

    lift(root)


def _above(section: Section) -> str:
    return section.id[:-len(section.topic or section.title)].rstrip("/")


def _holds(node: Node, other: Node) -> bool:
    return node is other or any(_holds(one, other) for one in node.children)


def _walk(node: Node) -> Iterator[Node]:
    yield node
    for one in node.children:
        yield from _walk(one)


def _fold(parent: Node, declared: tuple[Section, ...]) -> None:
    """Turns headings that an input cannot name into text at the end of what stands before them."""
    kept: list[Node] = []
    known = {compare_form(name): one for one in declared for name in _names(one)}
    taken = {one.section.id for one in parent.children if one.section is not None}
    seen = set(LEAD)
    for node in parent.children:
        _fold(node, node.section.sections if node.section else ())
        form = compare_form(node.title)
        if node.section is None and form not in seen:
            _claim_by_name(node, known, taken, declared)
        is_item = node.section is None and _is_item(node)
        if is_item or (node.section is None and (
                not form or form in seen or form in known or node.is_empty)):
            target = _last(kept[-1]) if kept else parent
            target.rows.extend(node.all_rows())
            if not is_item:
                target.doubts.append(_FOLDED.format(title=node.title))
        else:
            seen.add(form)
            kept.append(node)
    parent.children = kept


def _is_item(node: Node) -> bool:
    """Whether a heading is only the first words of a numbered paragraph (1.学习方面：……)."""
    mark = node.line.mark if isinstance(node.line, Line) else None
    return bool(node.heading and node.heading.run_in and not node.children
                and (node.heading.level > 1 or (mark and is_inner(mark))))


def is_inner(mark: Mark) -> bool:
    """Whether a number is of a form that counts items rather than sections."""
    return RANK.get(mark.form, 0) >= RANK["arabic"]


def _claim_by_name(node: Node, known: Mapping[str, Section], taken: set[str],
                   declared: tuple[Section, ...]) -> None:
    """An input takes a name that is nearly one of the kind's for a slip of the pen."""
    form = compare_form(node.title)
    free = {name: one for one in declared if one.id not in taken
            for name in (one.topic, one.title) if name}
    found = known.get(form)
    if found is None and (near := nearest(node.title, free)):
        found = free[near]
        node.doubts.append(NEAR)
    if found is not None and found.id not in taken:
        node.section = found
        taken.add(found.id)


def _names(section: Section) -> tuple[str, ...]:
    return tuple(name for name in (section.topic, section.title, bare(section.title),
                                   *section.also) if compare_form(name))


def _last(node: Node) -> Node:
    return _last(node.children[-1]) if node.children else node
