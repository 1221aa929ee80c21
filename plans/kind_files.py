"""kind.yaml → Kind, every fault with its line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from plans.errors import Fault, Place, UserError
from plans.figures.reading import each_in
from plans.keys import PLAN, REPORT, entries_in, text_in
from plans.kind_bases import LIKE, kind_node
from plans.kind_conditions import conditions_in, spans_in
from plans.kind_fields import fields_in
from plans.kind_layout import layout_in
from plans.kind_nodes import KindNodes
from plans.kind_records import record_maps_in
from plans.kind_sections import sections_in
from plans.kinds import FAMILIES, PAPERS, PURPOSES, RECORDS, SEVERITIES, Kind
from plans.located import Node, Text
from plans.messages import _
from plans.placeholders import strangers
from plans.scoring_nodes import scoring_in
from plans.targets import targets_in
from plans.topics import Topics

_KIND = ("id", "version", "name", "family", "word", "title", "file_name", "also", "fields",
         "sections", "schedule", "signature", "targets", "rules", "purpose", "conditions", "spans",
         "layout", "paper", "notes", "summary", "scoring", "records", "each",
         LIKE)


def read_kind(folder: Path, topics: Topics, templates: Path, house: Path | None,
              folder_of: Callable[[str], Path | None] = lambda _key: None) -> Kind:
    """The kind that `folder`/kind.yaml declares; `folder_of` finds those that it may be like.

    Raises UserError with every fault in it."""
    faults: list[Fault] = []
    path = folder / "kind.yaml"
    nodes = KindNodes(faults)
    top = nodes.values(kind_node(folder, folder_of, faults), _KIND, _("a kind"))
    kind_id = text_in(top, "id", faults) or folder.name
    if kind_id != folder.name:
        faults.append(Fault(top["id"].place, _("the id {id} is not the name of the folder").format(
            id=kind_id), _("write {name}, or rename the folder").format(name=folder.name)))
    schedule = nodes.values(top.get("schedule"), ("required", "columns"), "schedule")
    schedule_required = nodes.yes(schedule, "required", False)
    sections = sections_in(top.get("sections"), nodes, topics, schedule_required)
    purpose = nodes.one_of(top, "purpose", ("", *PURPOSES))
    # Lists of records are no part of an input: what it calls its own ticks, they may be called too.
    fields = fields_in(top.get("fields"), nodes, {} if purpose == RECORDS else dict.fromkeys(
        (*PLAN, *PLAN.values(), *REPORT, *REPORT.values()), _("every input")))
    family = text_in(top, "family", faults)
    if family not in FAMILIES:
        faults.append(Fault(top["family"].place if "family" in top else Place(str(path)),
                            _("{family} is no family of kinds").format(family=family or "–"),
                            _("write one of: {names}").format(names=", ".join(FAMILIES))))
    word = _word_file(top.get("word"), (folder, house, templates), faults)
    kind = Kind(
        id=kind_id,
        name=text_in(top, "name", faults) or folder.name,
        family=family,
        version=nodes.number(top, "version") or 1,
        folder=folder,
        word=word,
        file_name=text_in(top, "file_name", faults),
        title=text_in(top, "title", faults),
        also=nodes.names(top, "also"),
        fields=fields,
        sections=sections,
        schedule_required=schedule_required,
        schedule_columns=nodes.names(schedule, "columns"),
        signature_required=nodes.yes(
            nodes.values(top.get("signature"), ("required",), "signature"), "required", False),
        targets=targets_in(top.get("targets"), faults),
        rules=_levels(top.get("rules"), faults),
        purpose=purpose,
        conditions=conditions_in(top.get("conditions"), fields, nodes),
        spans=spans_in(top.get("spans"), fields, nodes),
        layout=layout_in(top.get("layout"), fields, nodes),
        paper=nodes.one_of(top, "paper", PAPERS, PAPERS[0]), notes=nodes.names(top, "notes"),
        summary=nodes.text(top, "summary"), scoring=scoring_in(top.get("scoring"), nodes),
        records=record_maps_in(top.get("records"), nodes),
        each=each_in(top.get("each"), nodes))
    for title in (kind.title, *(section.title for section in kind.walk())):
        faults += [Fault(Place(str(path)), _("{tag} in the title “{title}” is no field").format(
            tag=tag, title=title), _("write the label of a field between the braces"))
            for tag in strangers(title, kind.fields)]
    if faults:
        raise UserError(faults)
    return kind


def _word_file(node: Node | None, roots: tuple[Path | None, ...],
               faults: list[Fault]) -> Path | None:
    if not isinstance(node, Text) or node.is_blank:
        return None
    for root in roots:
        if root and (root / node.text).is_file():
            return root / node.text
    faults.append(Fault(node.place, _("the Word template {name} is not there").format(
        name=node.text), _("put it beside kind.yaml, or name one under templates/")))
    return None


def _levels(node: Node | None, faults: list[Fault]) -> dict[str, str]:
    levels: dict[str, str] = {}
    for rule, level in entries_in(node, faults, "rules"):
        # YAML reads a bare `off` as false elsewhere; here it stays the word that was written.
        if isinstance(level, Text) and level.text in SEVERITIES:
            levels[rule.text] = level.text
        else:
            faults.append(Fault(rule.place, _("{rule} has no such level").format(rule=rule.text),
                                _("write one of: {names}").format(names=", ".join(SEVERITIES))))
    return levels
