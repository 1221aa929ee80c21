"""topics.yaml → Topics, ours with a school's own merged in, every fault with its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from plans.comparing import compare_form
from plans.errors import Fault, UserError
from plans.field_types import yes_of
from plans.keys import entries_in, items_in, keyed
from plans.located import Items, Node, Text, read_yaml
from plans.messages import _
from plans.topics import Ending, Strength, Topic, Topics

_TOP = {"modifiers": "修饰语", "openers": "起首动词", "closers": "收尾词", "papers": "文种",
        "looking_back": "回顾文种", "both": "一名两题", "topics": "主题"}
_TOPIC = {"heads": "中心词", "tells": "定词", "also": "别称", "spans": "夹词", "never": "排除",
          "under": "上位", "near": "近似", "in_plans": "计划中即", "schedule": "排月份"}
_AS_WRITTEN = ("in_plans", "spans")
_OF_TOPICS = ("under", "near", "in_plans")
_LONG = 4           # characters of a noun that says its topic by itself
_GAP = 8            # characters between the words of a name with a gap


def read_topics(path: Path, own: Path | None) -> Topics:
    """The topics of `path` with those of the school's `own` file merged in.

    Raises UserError with every fault of both files.
    """
    faults: list[Fault] = []
    words: dict[str, set[str]] = {name: set() for name in (
        "modifiers", "openers", "closers", "papers", "looking_back")}
    both: dict[str, list[str]] = {}
    gathered: dict[str, dict[str, list[str]]] = {}
    meant: list[Text] = []          # names of topics that there have to be
    for one in (path, own):
        if one is None:
            continue
        top = keyed(read_yaml(one, faults), _TOP, faults, "topics.yaml")
        for key, known in words.items():
            known |= set(_names(top.get(key), faults))
        for name, value in entries_in(top.get("both"), faults, "both"):
            both[compare_form(name.text)] = _names(value, faults, str)
            meant += _texts(value)
        node = top.get("topics")
        for name, value in entries_in(node, faults, "topics"):
            lists = gathered.setdefault(name.text, {key: [] for key in _TOPIC})
            entries = entries_in(value, faults, name.text)
            for key, names in keyed(entries, _TOPIC, faults, name.text).items():
                lists[key] += _names(names, faults, str if key in _AS_WRITTEN else compare_form)
                meant += _texts(names) if key in _OF_TOPICS else ()
    topics = {name: _topic(name, lists) for name, lists in gathered.items()}
    endings = _endings(topics, both)
    there = set(map(compare_form, topics))
    faults += [Fault(one.place, _("unknown topic {topic}").format(topic=one.text),
                     _("write the name of a topic as it stands under topics"))
               for one in meant if compare_form(one.text) not in there]
    if faults:
        raise UserError(faults)
    return Topics(topics, frozenset(words["modifiers"]), _longest_first(words["openers"]),
                  _longest_first(words["closers"]), tuple(sorted(words["papers"])),
                  tuple(sorted(words["looking_back"])), endings, _spans(gathered),
                  max(map(len, endings), default=0))


def _topic(name: str, lists: Mapping[str, list[str]]) -> Topic:
    return Topic(name, tuple(lists["heads"] + lists["tells"]), tuple(lists["tells"]),
                 tuple(lists["also"]), tuple(lists["never"]), "".join(lists["under"][-1:]),
                 tuple(lists["near"]), tuple(lists["in_plans"]),
                 bool(yes_of("".join(lists["schedule"][-1:]))))


def _spans(gathered: Mapping[str, Mapping[str, list[str]]]) -> tuple[
        tuple[re.Pattern[str], str], ...]:
    """The names with a gap (培训…内容) as patterns; a gap holds up to _GAP characters."""
    return tuple((re.compile(f".{{0,{_GAP}}}".join(map(compare_form, name.split("…")))), topic)
                 for topic, lists in gathered.items() for name in lists["spans"])


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def _texts(node: Node) -> list[Text]:
    """The names in a list, or the one name."""
    items = node.items if isinstance(node, Items) else (node,)
    return [item for item in items if isinstance(item, Text) and compare_form(item.text)]


def _names(node: Node | None, faults: list[Fault],
           form: Callable[[str], str] = compare_form) -> list[str]:
    """The names in a list, or the one name, each in a form."""
    if node is None:
        return []
    if isinstance(node, Text):
        return [form(one.text) for one in _texts(node)]
    names = []
    for item in items_in(node, faults, _("a list of names")):
        if isinstance(item, Text) and compare_form(item.text):
            names.append(form(item.text))
        else:
            faults.append(Fault(item.place, _("a name must be plain text"),
                                _("write the name as it stands in a heading")))
    return names


def _endings(topics: dict[str, Topic], both: Mapping[str, Iterable[str]]) -> dict[str, Ending]:
    """Each ending and what it says; a name beats an alias, an alias a head, all beat `never`."""
    endings: dict[str, Ending] = {}
    for topic in topics.values():
        endings |= dict.fromkeys(topic.never, Ending(Strength.NONE, ()))
    for topic in topics.values():
        for name in topic.heads:
            # A noun of four characters (指导思想) says its topic whatever stands before it.
            endings[name] = Ending(Strength.HEAD, (topic.name,),
                                   name in topic.tells or len(name) >= _LONG)
    for topic in topics.values():
        for name in topic.also:
            head = endings.get(name)
            endings[name] = Ending(Strength.ALIAS, (topic.name,), bool(
                head and head.tells and head.topics == (topic.name,)))
    for name, named in both.items():
        endings[name] = Ending(Strength.ALIAS, tuple(one for one in named if one in topics), True)
    for topic in topics.values():
        endings[compare_form(topic.name)] = Ending(Strength.EXACT, (topic.name,), True)
    return endings
