"""The `sections:` and `annexes:` of an input → WrittenSection, to any depth."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from plans.comparing import compare_form, nearest
from plans.errors import NOWHERE, Fault, Place
from plans.keys import ANNEX, LEAD, items_in, keyed, text_in
from plans.kinds import Section
from plans.located import Entries, Items, Node, Text
from plans.messages import _
from plans.placeholders import bare, to_fill_in
from plans.plan import Annex, Gap, Passage, WrittenSection

_DASHED = re.compile(r"(?:[-－•●]\s+|－)(\S.*)")


@dataclass
class SectionReader:
    """Reads sections against those that a kind declares.

    `title_of` prints a declared title; `has_schedule` says whether there is a month table to print.
    """

    title_of: Callable[[str], str]
    has_schedule: bool
    draft: bool
    faults: list[Fault]
    gaps: list[Gap] = field(default_factory=list)

    def sections(self, node: Node | None, declared: tuple[Section, ...],
                 place: Place) -> tuple[WrittenSection, ...]:
        """The sections in the kind's order; one that it does not know follows its neighbour."""
        entries = self._entries(node)
        matched: dict[str, tuple[Text, Node]] = {}
        extras: dict[str, list[tuple[Text, Node]]] = {}
        excused: set[str] = set()
        after = ""
        named = [next((one for one in declared if self._is(one, key.text)), None)
                 for key, _value in entries]
        free = [one for one in declared if one not in named]
        for (key, value), section in zip(entries, named, strict=True):
            if section is None:
                meant = self._meant(key.text, free)
                if meant is None:
                    extras.setdefault(after, []).append((key, value))
                else:
                    excused.add(meant.id)
                    self.faults.append(Fault(
                        key.place, _("unknown section {title}").format(title=key.text),
                        _("did you mean {near}?").format(near=meant.name)))
            elif section.id in matched:
                self.faults.append(Fault(
                    key.place, _("the section {title} is given twice").format(title=section.name),
                    _("join the two texts under one name")))
            else:
                matched[section.id] = (key, value)
                after = section.id
        written = list(self._extra(extras.get("", ())))
        for section in declared:
            if section.id not in excused:
                written += self._declared(section, matched.get(section.id), place)
            written += self._extra(extras.get(section.id, ()))
        return tuple(written)

    def main(self, node: Node | None, declared: tuple[Section, ...],
             place: Place) -> tuple[tuple[Passage, ...], tuple[WrittenSection, ...]]:
        """What stands before the first section, and the sections."""
        if isinstance(node, Entries):
            return self.content(node, declared)
        return (), self.sections(node, declared, place)

    def content(self, node: Node | None, declared: tuple[Section, ...] = (),
                place: Place | None = None) -> tuple[tuple[Passage, ...],
                                                     tuple[WrittenSection, ...]]:
        """The passages and the sub-sections that a text, a list or a mapping holds."""
        if node is None:
            return (), self.sections(None, declared, place) if declared and place else ()
        if not isinstance(node, Entries):
            missing = self.sections(None, declared, node.place) if declared else ()
            return tuple(passages(node, self.faults)), missing
        lead = [value for key, value in node if key.text.strip() in LEAD]
        rest = Entries(tuple((key, value) for key, value in node if key.text.strip() not in LEAD),
                       node.place)
        return (tuple(one for value in lead for one in passages(value, self.faults)),
                self.sections(rest, declared, node.place))

    def annexes(self, node: Node | None, declared: tuple[Section, ...] = (),
                place: Place = NOWHERE) -> tuple[Annex, ...]:
        """The annexes that the kind declares, in its order, then the others as given."""
        known: dict[str, Annex] = {}
        others = []
        for item in items_in(node, self.faults, _("annexes")) if node else ():
            values: dict[str, Node] = {"title": item}
            if isinstance(item, Entries):
                values = keyed(item, ANNEX, self.faults, _("an annex"))
            before = len(self.faults)
            title = text_in(values, "title", self.faults)
            if not title and len(self.faults) == before:
                self.faults.append(Fault(item.place, _("the annex has no title"),
                                         _("write `title: …`; it is printed under 附件N")))
            meant = next((one for one in declared if self._is(one, title)), None)
            body = self.content(values.get("body"), meant.sections if meant else (), item.place)
            if meant is None:
                others.append(Annex(title, *body))
            elif meant.id in known:
                self.faults.append(Fault(
                    item.place, _("the annex {title} is given twice").format(title=meant.name),
                    _("join the two texts under one name")))
            else:
                if not any(body):
                    body = (self._missing(meant.name, item.place, meant.hint), ())
                known[meant.id] = Annex(self.title_of(meant.title), *body)
        return (*self._declared_annexes(declared, known, place), *others)

    def _declared_annexes(self, declared: tuple[Section, ...], known: dict[str, Annex],
                          place: Place) -> Iterator[Annex]:
        for section in declared:
            if section.id in known:
                yield known[section.id]
            elif section.required:
                self.gaps.append(Gap(
                    place, section.name, _("the annex {title} is missing").format(
                        title=section.name),
                    section.hint or _("add it to the annexes of the input, with its title and "
                                      "body")))
                if self.draft:
                    yield Annex(self.title_of(section.title),
                                (Passage(to_fill_in(section.name), 0, place),))

    def _entries(self, node: Node | None) -> tuple[tuple[Text, Node], ...]:
        if node is None or (isinstance(node, Text) and node.is_blank):
            return ()
        if isinstance(node, Entries):
            return node.entries
        mend = _("write `title: text` lines under it")
        if isinstance(node, Text) and re.search("[:：]", node.text):
            mend = _("write a half-width colon and a blank after the title: `title: …`")
        self.faults.append(Fault(node.place, _("the sections must be a mapping"), mend))
        return ()

    def _is(self, section: Section, key: str) -> bool:
        names = (section.topic, section.title, bare(section.title), self.title_of(section.title),
                 *section.also)
        return compare_form(key) in {compare_form(name) for name in names if name}

    def _meant(self, key: str, free: list[Section]) -> Section | None:
        names = {name: one for one in free for name in (one.topic, one.title) if name}
        near = nearest(key, names)
        return names[near] if near else None

    def _extra(self, entries: list[tuple[Text, Node]] | tuple[()]) -> Iterator[WrittenSection]:
        for key, value in entries:
            texts, sections = self.content(value)
            if not texts and not sections:
                texts = self._missing(key.text, key.place)
            yield WrittenSection(key.text.strip(), texts, sections, place=key.place)

    def _declared(self, section: Section, entry: tuple[Text, Node] | None,
                  place: Place) -> Iterator[WrittenSection]:
        key, value = entry if entry else (None, None)
        where = key.place if key else place
        if section.schedule and self.has_schedule:
            texts, sections = self.content(value)
            yield WrittenSection(self.title_of(section.title), texts, sections, True, where)
            return
        if section.says or section.tables:      # a report writes such a section itself
            texts, sections = self.content(value, section.sections, where)
            yield WrittenSection(self.title_of(section.title), texts, sections, place=where,
                                 tables=section.tables, says=section.says)
            return
        if entry is None and (section.schedule or not section.required):
            return
        if entry is None and section.sections and not self.draft:
            self._missing(section.name, where, section.hint, given=False)
            return
        if not section.required and _is_blank(value):
            return          # a blank input names every section; this one may be left out
        texts, sections = self.content(value, section.sections, where)
        # What is missing below a section that is there is told by name; above it once.
        if not texts and not sections:
            texts = self._missing(section.name, where, section.hint, given=key is not None)
        yield WrittenSection(self.title_of(section.title), texts, sections, place=where)

    def _missing(self, name: str, place: Place, hint: str = "",
                 given: bool = True) -> tuple[Passage, ...]:
        what = (_("the section {title} has no text") if given else
                _("the section {title} is missing")).format(title=name)
        self.gaps.append(Gap(place, name, what, hint or _("write its text under its name")))
        return (Passage(to_fill_in(name), 0, place),) if self.draft else ()


def _is_blank(node: Node | None) -> bool:
    """Whether nothing at all is written there, in a sub-section neither."""
    if isinstance(node, Text):
        return node.is_blank
    if isinstance(node, Items):
        return all(_is_blank(item) for item in node.items)
    return node is None or all(_is_blank(value) for _key, value in node)


def passages(node: Node, faults: list[Fault], depth: int = 0) -> Iterator[Passage]:
    """The paragraphs of a text (one a line) and the items of a list, nested ones deeper."""
    if isinstance(node, Text):
        for line in node.text.split("\n"):
            if dashed := _DASHED.match(line.strip()):
                # Under `|` a hyphen is text to YAML, and a list to the person who wrote it.
                yield Passage(dashed[1], depth + 1, node.place)
            elif line.strip():
                yield Passage(line.strip(), depth, node.place)
    elif isinstance(node, Items):
        for item in node.items:
            yield from passages(item, faults, depth + 1)
    else:
        # `- 例会: 每两月一次` is a mapping to YAML, and one item to the person who wrote it.
        for key, value in node:
            if isinstance(value, Text):
                yield Passage(f"{key.text.strip()}：{value.text.strip()}", max(depth, 1), key.place)
            else:
                yield Passage(key.text.strip(), max(depth, 1), key.place)
                yield from passages(value, faults, max(depth, 1))
