"""What schools call the sections of their documents: topics.yaml, compiled for comparison."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from plans.comparing import compare_form, nearest

_JOINS = re.compile(r"以及|[与與和及、，,/／]|(?<=.)暨")
_BRACKETS = re.compile(r"[（(【\[][^（()）【】\[\]]*[)）】\]]")
_WHEN = re.compile(r"^(?:(?:\d{4}|[一二三四五六七八九〇零]{4})(?:到|至)?(?:\d{4})?"
                   r"(?:学年度?|年度?|级|届)?(?:[上下]半年)?)?(?:第[一二12]学期|[上下]学期)?")
# Whose: 白鹭中学…, 语文教研组…, 五（3）班….
_WHOSE = re.compile(r"[\u4e00-\u9fff]{1,12}?(?:学校|中学|小学|幼儿园|中专|校区|教研组|备课组|"
                    r"学科组|年级组|年级|工作室|工作坊|中队|大队|支部|处|室|科|部|组|班)")
_FEWEST = 3         # characters of a part of a compound that says its topic by an alias alone
_LONG = 4           # characters of a part of a compound that is a thing of its own


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
    tells: tuple[str, ...] = ()     # heads that may have any words before them
    also: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    under: str = ""         # the wider topic that this one is a case of: 总体目标 under 工作目标
    near: tuple[str, ...] = ()  # topics that schools often mean by it: a question, not an answer
    in_plans: tuple[str, ...] = ()  # topics that are it in papers that look ahead (做法 in a plan)
    schedule: bool = False      # it is the one that lists the months


@dataclass(frozen=True, slots=True)
class Ending:
    """What a heading says that ends so: `topics` is empty for what only looks like one; `tells`
    where it says so whatever stands before it."""

    strength: Strength
    topics: tuple[str, ...]
    tells: bool = False


@dataclass(frozen=True)
class Topics:
    """All topics, and the words that may stand around a head noun."""

    topics: dict[str, Topic] = field(default_factory=dict)
    modifiers: frozenset[str] = frozenset()
    openers: tuple[str, ...] = ()
    closers: tuple[str, ...] = ()   # words at the end that change nothing: 职责说明 is 职责
    papers: tuple[str, ...] = ()    # what a document calls itself: 计划, 方案, 总结
    looking_back: tuple[str, ...] = ()      # those of them that tell what was done
    endings: dict[str, Ending] = field(default_factory=dict)
    spans: tuple[tuple[re.Pattern[str], str], ...] = ()     # names with a gap: 培训…内容
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
        for topic, strength in self._parts(title):
            found[topic] = max(found.get(topic, Strength.NONE), strength)
        return found

    def _parts(self, title: str) -> Iterator[tuple[str, Strength]]:
        """What the parts of a compound title say; a part has lost words that it shares with the
        others, so it is never exact, and may have those of the first (培训内容和形式)."""
        parts = parts_of(title)
        said = [self._part(part) for part in parts]
        for part, meaning in zip(parts, said, strict=True):
            strange = any(len(compare_form(other)) > _LONG and not told
                          for other, told in zip(parts, said, strict=True) if other != part)
            for topic, strength in meaning.items():
                # 改进 may be anything beside a thing that nobody knows (学习单的设计与改进).
                short = len(compare_form(part)) < _FEWEST and strength is Strength.ALIAS
                yield topic, min(strength, Strength.NEAR if short and strange else Strength.ALIAS)
        first = compare_form(parts[0]) if parts else ""
        shared = first[:2]
        for part in parts[1:]:
            # 培训内容和形式: 培训 belongs to both, and to the names of both topics.
            yield from ((topic, Strength.HEAD) for topic, strength in self._part(
                shared + compare_form(part)).items() if strength >= Strength.ALIAS
                and topic.startswith(shared) and any(one.startswith(shared) for one in said[0]))

    def _part(self, part: str) -> dict[str, Strength]:
        found: dict[str, Strength] = {}
        for form in self.forms(part):
            for topic, strength in self._whole(form).items():
                found[topic] = max(found.get(topic, Strength.NONE), strength)
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
        closed = next((bare.removesuffix(one) for one in self.closers
                       if bare.endswith(one) and len(bare) >= len(one) + 2), bare)
        return tuple(dict.fromkeys((whole, bare, bare.replace("的", ""), closed)))

    def modifies(self, words: str) -> bool:
        """Whether `words` (compare form) are modifiers only."""
        if not words:
            return True
        if (whose := _WHOSE.match(words)) and self.modifies(words[whose.end():]):
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

    def _is_never(self, form: str) -> bool:
        return any((entry := self.endings.get(form[at:])) and entry.strength is Strength.NONE
                   for at in range(len(form)))

    def _opened(self, form: str) -> str:
        while opener := next((one for one in self.openers if form.startswith(one)
                              and len(form) >= len(one) + 2), ""):
            form = form[len(opener):]
        return form

    def _whole(self, form: str) -> dict[str, Strength]:
        """The topic that owns the longest ending of `form`, and those of names with a gap."""
        ended = self._ended(form)
        if max(ended.values(), default=Strength.NONE) >= Strength.ALIAS or self._is_never(form):
            return ended
        spanned = {topic: Strength.HEAD for pattern, topic in self.spans
                   if pattern.fullmatch(form)}
        # What only may be meant is no question where another name fits.
        return {topic: strength for topic, strength in ended.items()
                if strength > Strength.NEAR or not spanned} | spanned

    def _ended(self, form: str) -> dict[str, Strength]:
        for size in range(min(len(form), self.longest), 0, -1):
            entry = self.endings.get(form[-size:])
            if entry is None:
                continue
            before = form[:-size]
            if not before:
                return dict.fromkeys(entry.topics, entry.strength)
            # An alias (工作制度) may be the end of a name for one thing among many; a head may not.
            known = entry.tells or self.modifies(before.replace("的", ""))
            return dict.fromkeys(entry.topics, Strength.HEAD if known else Strength.NEAR)
        return {}


def parts_of(title: str) -> tuple[str, ...]:
    """The parts of a compound title (目标和任务 → 目标, 任务); empty where it is none."""
    parts = [part for part in _JOINS.split(_BRACKETS.sub("", title)) if len(part.strip()) >= 2]
    return tuple(parts) if len(parts) > 1 else ()


def nearest_topic(topics: Topics, name: str) -> str | None:
    """The topic whose name is nearest to `name`, None if none is near."""
    return nearest(name, topics.topics)
