"""A tree of headings → the sections of an input, those of the kind that are missing put in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checkers.draft_text import passages_of
from checkers.draft_tree import Node
from plans.comparing import compare_form
from plans.drafts import DraftSection
from plans.kinds import Section
from plans.placeholders import bare

NOT_FOUND = "去年的材料里没有找到这一部分"
_EMPTY = "去年这一部分只有标题"


def sections_of(nodes: Sequence[Node], declared: tuple[Section, ...],
                shared: dict[str, str]) -> tuple[DraftSection, ...]:
    """The sections in the kind's order, each other one behind the one that it followed.

    `shared` names by id the sections that stand together with another, and that other one. The
    section of the month table is there only where something stands in it or behind it.
    """
    after: dict[str, list[DraftSection]] = {}
    found: dict[str, DraftSection] = {}
    last = ""
    for node in nodes:
        section = _section(node, shared)
        if node.section is not None and node.section in declared:
            last = node.section.id
            found[last] = section
        else:
            after.setdefault(last, []).append(section)
    written = list(after.get("", ()))
    for one in declared:
        section_found = found.get(one.id)
        if section_found is None:
            if not one.schedule:
                written.append(_missing(one, shared))
        elif not (one.schedule and section_found.is_blank and one.id not in after):
            written.append(section_found)
        written += after.get(one.id, ())
    return tuple(written)


def name_of(section: Section) -> str:
    """What an input calls a section of the kind."""
    return section.title if bare(section.title) == section.title else section.name


def _section(node: Node, shared: dict[str, str]) -> DraftSection:
    passages, doubts = passages_of(node.rows, node.body)
    declared = node.section
    if declared is None:
        return DraftSection(node.title, passages, sections_of(node.children, (), shared),
                            doubts=(*node.doubts, *doubts))
    below = sections_of(node.children, declared.sections, shared)
    section = DraftSection(name_of(declared), passages, below, declared,
                           _old_title(node, declared), (*node.doubts, *doubts))
    if section.is_blank and not declared.schedule:
        return DraftSection(section.title, (), below, declared, section.old_title,
                            (*section.doubts, _EMPTY))
    return section


def _old_title(node: Node, declared: Section) -> str:
    old, constant = compare_form(node.title), compare_form(bare(declared.title))
    same = old == constant or (bare(declared.title) != declared.title and constant in old)
    return "" if same else node.title


def _missing(section: Section, shared: dict[str, str]) -> DraftSection:
    doubt = NOT_FOUND
    if section.id in shared:
        doubt = f"去年和“{shared[section.id]}”写在一起，请分开写"
    return DraftSection(name_of(section), (), tuple(_blank(section.sections)), section, "",
                        (doubt,))


def _blank(sections: tuple[Section, ...]) -> Iterator[DraftSection]:
    return (DraftSection(name_of(one), (), tuple(_blank(one.sections)), one)
            for one in sections if not one.schedule)
