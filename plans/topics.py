"""What schools call the sections of their documents: topics.yaml, compiled for comparison."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path

from plans.comparing import compare_form, nearest
from plans.errors import Fault, UserError
from plans.keys import entries_in, items_in, keyed
from plans.located import Node, Text, read_yaml
from plans.messages import _

_TOP = {"modifiers": "修饰语", "openers": "起首动词", "papers": "文种", "topics": "主题"}
_TOPIC = {"heads": "中心词", "also": "别称", "never": "排除", "under": "上位", "near": "近似"}
_JOINS = re.compile(r"以及|[与與和及、，,/／]|(?<=.)暨")
_BRACKETS = re.compile(r"[（(【\[][^（()）【】\[\]]*[)）】\]]")
_WHEN = re.compile(r"^(?:(?:\d{4}|[一二三四五六七八九〇零]{4})(?:到|至)?(?:\d{4})?"
                   r"(?:学年度?|年度?|级|届)?(?:[上下]半年)?)?(?:第[一二12]学期|[上下]学期)?")
_LONG_ENOUGH = 4    # an ending of four characters (指导思想) says its topic whatever stands before


class Strength(IntEnum):
    """How surely a heading is a section, weakest first."""

    NONE = 0
    NEAR = 1        # the head noun fits, but unknown words stand before it: a question
    HEAD = 2        # head noun with known modifiers, or a long ending
    ALIAS = 3       # a declared other name
    EXACT = 4       # the name itself


@dataclass(frozen=True, slots=True)
class Topic:
    """One canonical topic; names other than `name` are in compare form."""

    name: str
    heads: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    under: str = ""         # the wider topic that this one is a case of: 总体目标 under 工作目标
    near: tuple[str, ...] = ()  # topics that schools often mean by it: a question, not an answer


@dataclass(frozen=True)
class Topics:
    """All topics, and the words that may stand around a head noun."""

    topics: dict[str, Topic] = field(default_factory=dict)
    modifiers: frozenset[str] = frozenset()
    openers: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()    # what a document calls itself: 计划, 方案, 总结
    endings: dict[str, tuple[Strength, str]] = field(default_factory=dict)
    longest: int = 0
    _meanings: dict[str, dict[str, Strength]] = field(default_factory=dict, repr=False)
    _forms: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)

    def meaning(self, title: str) -> Mapping[str, Strength]:
        """The topics that a heading's `title` names, each with its strength.

        A compound (指导思想和工作目标) names the topic of each of its parts.
        """
        # A title is compared with every section of every kind: it is taken apart once.
        if title not in self._meanings:
            self._meanings[title] = self._meaning(title)
        return self._meanings[title]

    def _meaning(self, title: str) -> dict[str, Strength]:
        found: dict[str, Strength] = {}
        for form in self.forms(title):
            for topic, strength in self._whole(form).items():
                found[topic] = max(found.get(topic, Strength.NONE), strength)
            if max(found.values(), default=Strength.NONE) >= Strength.ALIAS:
                return found
        for part in parts_of(title):
            for form in self.forms(part):
                for topic, strength in self._whole(form).items():
                    # A part has lost the words that it shares with the other: never exact.
                    found[topic] = max(found.get(topic, Strength.NONE),
                                       min(strength, Strength.ALIAS))
        return found

    def forms(self, title: str) -> tuple[str, ...]:
        """Compare forms of `title`: as it is, then without brackets, time, openers and 的."""
        if title not in self._forms:
            self._forms[title] = self._all_forms(title)
        return self._forms[title]

    def _all_forms(self, title: str) -> tuple[str, ...]:
        whole = compare_form(title)
        bare = compare_form(_BRACKETS.sub("", title)) or whole
        bare = _WHEN.sub("", bare, count=1) or bare
        bare = self._opened(bare)
        return tuple(dict.fromkeys((whole, bare, bare.replace("的", ""))))

    def modifies(self, words: str) -> bool:
        """Whether `words` (compare form) are modifiers only."""
        if not words:
            return True
        reached = {0}
        for start in range(len(words)):
            if start in reached:
                reached |= {start + size for size in range(1, 9)
                            if words[start:start + size] in self.modifiers}
        return len(words) in reached

    def narrower(self, topic: str) -> tuple[str, ...]:
        """The topics that are a case of `topic`."""
        return tuple(one.name for one in self.topics.values() if one.under == topic)

    def _opened(self, form: str) -> str:
        while opener := next((one for one in self.openers if form.startswith(one)
                              and len(form) >= len(one) + 2), ""):
            form = form[len(opener):]
        return form

    def _whole(self, form: str) -> dict[str, Strength]:
        """The topic that owns the longest ending of `form`."""
        for size in range(min(len(form), self.longest), 0, -1):
            entry = self.endings.get(form[-size:])
            if entry is None:
                continue
            strength, topic = entry
            before = form[:-size]
            if strength is Strength.NONE:
                return {}
            if not before:
                return {topic: strength}
            # An alias (工作制度) may be the end of a name for one thing among many; a head may not.
            telling = size >= _LONG_ENOUGH and strength is not Strength.ALIAS
            if telling or self.modifies(before.replace("的", "")):
                return {topic: Strength.HEAD}
            return {topic: Strength.NEAR}
        return {}


def parts_of(title: str) -> tuple[str, ...]:
    """The parts of a compound title (目标和任务 → 目标, 任务); empty where it is none."""
    parts = [part for part in _JOINS.split(_BRACKETS.sub("", title)) if len(part.strip()) >= 2]
    return tuple(parts) if len(parts) > 1 else ()


def read_topics(path: Path, own: Path | None) -> Topics:
    """The topics of `path` with those of the school's `own` file merged in.

    Raises UserError with every fault of both files.
    """
    faults: list[Fault] = []
    modifiers: set[str] = set()
    openers: set[str] = set()
    papers: set[str] = set()
    gathered: dict[str, dict[str, list[str]]] = {}
    for one in (path, own):
        if one is None:
            continue
        top = keyed(read_yaml(one, faults), _TOP, faults, "topics.yaml")
        modifiers |= set(_names(top.get("modifiers"), faults))
        openers |= set(_names(top.get("openers"), faults))
        papers |= set(_names(top.get("papers"), faults))
        node = top.get("topics")
        for name, value in entries_in(node, faults, "topics"):
            lists = gathered.setdefault(name.text, {key: [] for key in _TOPIC})
            entries = entries_in(value, faults, name.text)
            for key, names in keyed(entries, _TOPIC, faults, name.text).items():
                lists[key] += _names(names, faults)
    topics = {name: Topic(name, tuple(lists["heads"]), tuple(lists["also"]),
                          tuple(lists["never"]), "".join(lists["under"][-1:]), tuple(lists["near"]))
              for name, lists in gathered.items()}
    endings = _endings(topics)
    if faults:
        raise UserError(faults)
    return Topics(topics, frozenset(modifiers),
                  tuple(sorted(openers, key=len, reverse=True)), tuple(sorted(papers)), endings,
                  max(map(len, endings), default=0))


def _names(node: Node | None, faults: list[Fault]) -> list[str]:
    if node is None:
        return []
    if isinstance(node, Text):
        return [compare_form(node.text)] if not node.is_blank else []
    names = []
    for item in items_in(node, faults, _("a list of names")):
        if isinstance(item, Text) and compare_form(item.text):
            names.append(compare_form(item.text))
        else:
            faults.append(Fault(item.place, _("a name must be plain text"),
                                _("write the name as it stands in a heading")))
    return names


def _endings(topics: dict[str, Topic]) -> dict[str, tuple[Strength, str]]:
    """Each ending and what it says; a name beats an alias, an alias a head, all beat `never`."""
    endings: dict[str, tuple[Strength, str]] = {}
    for topic in topics.values():
        endings |= dict.fromkeys(topic.never, (Strength.NONE, topic.name))
    for topic in topics.values():
        endings |= dict.fromkeys(topic.heads, (Strength.HEAD, topic.name))
    for topic in topics.values():
        endings |= dict.fromkeys(topic.also, (Strength.ALIAS, topic.name))
    for topic in topics.values():
        endings[compare_form(topic.name)] = (Strength.EXACT, topic.name)
    return endings


def nearest_topic(topics: Topics, name: str) -> str | None:
    """The topic whose name is nearest to `name`, None if none is near."""
    return nearest(name, topics.topics)
