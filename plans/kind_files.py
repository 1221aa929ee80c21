"""kind.yaml → Kind, every fault with its line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from plans.comparing import compare_form
from plans.errors import Fault, Place, UserError
from plans.field_types import FIELD_TYPES, TABLE, yes_of
from plans.keys import PLAN, entries_in, items_in, keyed, text_in
from plans.kinds import FAMILIES, PURPOSES, SEVERITIES, Field, Kind, Section
from plans.located import Entries, Node, Text, read_yaml
from plans.messages import _
from plans.numerals import number_of
from plans.placeholders import strangers
from plans.targets import targets_in
from plans.topics import Topics, nearest_topic

_KIND = ("id", "version", "name", "family", "word", "title", "file_name", "also", "fields",
         "sections", "schedule", "signature", "targets", "rules", "purpose")
_FIELD = ("name", "label", "type", "required", "example", "help", "in_document", "verbatim",
          "columns")
_SECTION = ("topic", "title", "required", "also", "never", "min_chars", "hint", "schedule",
            "columns", "annex", "sections")


def read_kind(folder: Path, topics: Topics, templates: Path, house: Path | None) -> Kind:
    """The kind that `folder`/kind.yaml declares; raises UserError with every fault in it."""
    faults: list[Fault] = []
    path = folder / "kind.yaml"
    reader = _KindReader(topics, faults)
    top = reader.values(read_yaml(path, faults), _KIND, _("a kind"))
    kind_id = text_in(top, "id", faults) or folder.name
    if kind_id != folder.name:
        faults.append(Fault(top["id"].place, _("the id {id} is not the name of the folder").format(
            id=kind_id), _("write {name}, or rename the folder").format(name=folder.name)))
    schedule = reader.values(top.get("schedule"), ("required", "columns"), "schedule")
    schedule_required = reader.yes(schedule, "required", False)
    sections = reader.sections(top.get("sections"), "", schedule_required)
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
        version=reader.number(top, "version") or 1,
        folder=folder,
        word=word,
        file_name=text_in(top, "file_name", faults),
        title=text_in(top, "title", faults),
        also=reader.names(top, "also"),
        fields=reader.fields(top.get("fields"), dict.fromkeys(
            (*PLAN, *PLAN.values()), _("every input"))),
        sections=sections,
        schedule_required=schedule_required,
        schedule_columns=reader.names(schedule, "columns"),
        signature_required=reader.yes(
            reader.values(top.get("signature"), ("required",), "signature"), "required", False),
        targets=targets_in(top.get("targets"), faults),
        rules=_levels(top.get("rules"), faults), purpose=text_in(top, "purpose", faults))
    if kind.purpose not in ("", *PURPOSES):
        faults.append(Fault(top["purpose"].place, _("purpose cannot be {text}").format(
            text=kind.purpose), _("write one of: {names}").format(names=", ".join(PURPOSES))))
    for title in (kind.title, *(section.title for section in kind.walk())):
        faults += [Fault(Place(str(path)), _("{tag} in the title “{title}” is no field").format(
            tag=tag, title=title), _("write the label of a field between the braces"))
            for tag in strangers(title, kind.fields)]
    if faults:
        raise UserError(faults)
    return kind


class _KindReader:
    """Reads the nodes of one kind.yaml; what is wrong goes to `faults`."""

    def __init__(self, topics: Topics, faults: list[Fault]) -> None:
        self.topics, self.faults = topics, faults

    def values(self, node: Node | None, names: tuple[str, ...], what: str) -> dict[str, Node]:
        return keyed(entries_in(node, self.faults, what), {name: name for name in names},
                     self.faults, what)

    def number(self, values: Mapping[str, Node], name: str) -> int:
        text = text_in(values, name, self.faults)
        number = number_of(text) if text else 0
        if number is None:
            self.faults.append(Fault(values[name].place,
                                     _("{name} must be a whole number").format(name=name),
                                     _("write digits only")))
        return number or 0

    def yes(self, values: Mapping[str, Node], name: str, default: bool) -> bool:
        text = text_in(values, name, self.faults)
        answer = yes_of(text) if text else default
        if answer is None:
            self.faults.append(Fault(values[name].place,
                                     _("{name} must be true or false").format(name=name),
                                     _("write true or false (是 or 否)")))
            return default
        return answer

    def names(self, values: Mapping[str, Node], name: str) -> tuple[str, ...]:
        if name not in values:
            return ()
        return tuple(item.text for item in items_in(values[name], self.faults, name)
                     if isinstance(item, Text))

    def fields(self, node: Node | None, seen: dict[str, str],
               within: bool = False) -> tuple[Field, ...]:
        """Fields, or the columns `within` one."""
        fields = []
        for item in items_in(node, self.faults, "fields") if node else ():
            values = self.values(item, _FIELD, _("a field"))
            one = Field(name=text_in(values, "name", self.faults),
                        label=text_in(values, "label", self.faults),
                        type=text_in(values, "type", self.faults) or "text",
                        required=self.yes(values, "required", False),
                        example=text_in(values, "example", self.faults),
                        help=text_in(values, "help", self.faults),
                        in_document=text_in(values, "in_document", self.faults),
                        verbatim=self.yes(values, "verbatim", False),
                        columns=self.fields(values.get("columns"), {}, within=True))
            known = [one.name for one in FIELD_TYPES]
            if one.type not in known:
                self.faults.append(Fault(
                    values["type"].place, _("there is no field type {type}").format(type=one.type),
                    _("write one of: {names}").format(names=", ".join(known))))
            self._columns(one, item.place, within)
            if isinstance(item, Entries) and not (one.name and one.label):
                self.faults.append(Fault(item.place, _("a field needs a name and a label"),
                                         _("write `name: school, label: 学校`")))
            if one.in_document not in ("", "required"):
                self.faults.append(Fault(
                    values["in_document"].place, _("in_document cannot be {text}").format(
                        text=one.in_document), _("write required, or take the line away")))
            self._claims(dict.fromkeys(one.keys), one.name, item.place, seen)
            fields.append(one)
        return tuple(fields)

    def _columns(self, one: Field, place: Place, within: bool) -> None:
        """A table has columns, nothing else has, and a table does not stand in another."""
        if one.type == TABLE and within:
            self.faults.append(Fault(place, _("{label} is a table within a table").format(
                label=one.label), _("make it a field of its own")))
        elif (one.type == TABLE) != bool(one.columns):
            self.faults.append(Fault(
                place, _("{label} is a table without columns").format(label=one.label)
                if one.type == TABLE else
                _("{label} has columns, but is no table").format(label=one.label),
                _("write `columns: [{name: who, label: 姓名}]`") if one.type == TABLE else
                _("write `type: table`")))

    def sections(self, node: Node | None, above: str,
                 schedule_required: bool) -> tuple[Section, ...]:
        sections = []
        seen: dict[str, str] = {}
        for item in items_in(node, self.faults, "sections") if node else ():
            values = self.values(item, _SECTION, _("a section"))
            topic = text_in(values, "topic", self.faults)
            title = text_in(values, "title", self.faults) or topic
            if not title and isinstance(item, Entries):
                self.faults.append(Fault(item.place, _("a section needs a topic or a title"),
                                         _("write `topic: 工作目标` or `title: …`")))
            elif topic and topic not in self.topics.topics:
                near = nearest_topic(self.topics, topic)
                self.faults.append(Fault(
                    values["topic"].place, _("unknown topic {topic}").format(topic=topic),
                    _("did you mean {near}?").format(near=near) if near else
                    _("use `title:`, or add the topic to topics.yaml")))
            name = above + (topic or title)
            schedule = self.yes(values, "schedule", False)
            also = self.names(values, "also")
            self._claims({compare_form(one): None for one in (title, topic, *also)}, topic or title,
                         item.place, seen)
            sections.append(Section(
                id=name, title=title, topic=topic,
                required=self.yes(values, "required", schedule_required if schedule else True),
                also=also, never=self.names(values, "never"),
                min_chars=self.number(values, "min_chars"),
                hint=text_in(values, "hint", self.faults),
                schedule=schedule,
                columns=self.names(values, "columns"),
                annex=self.number(values, "annex") or None,
                sections=self.sections(values.get("sections"), name + "/",
                                       schedule_required)))
        return tuple(sections)

    def _claims(self, names: Iterable[str], owner: str, place: Place,
                seen: dict[str, str]) -> None:
        """Two fields, or two sections under one parent, may not go by the same name."""
        for name in names:
            if name in seen:
                self.faults.append(Fault(
                    place, _("{name} is claimed by {one} and by {other}").format(
                        name=name, one=seen[name], other=owner),
                    _("keep the name in one of the two")))
            elif name:
                seen[name] = owner


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
