"""Which words are names of people: names.yaml, the school's own file merged in.

A name stays as it was typed when a document is turned into Traditional Chinese. A word is taken for
one when it begins with a known surname, has a given name of one or two characters behind it, and
does not end like an office or a post; a doubtful word (高中部) is no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plans.comparing import simplified
from plans.errors import Fault, UserError
from plans.keys import items_in, keyed
from plans.located import Node, Text, read_yaml
from plans.messages import _

_TOP = {"people": "姓名", "surnames": "姓氏", "titles": "称呼", "endings": "结尾", "words": "词语"}
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_FOREIGN = re.compile(rf"{_HAN.pattern}(?:[·•・]{_HAN.pattern})+")
_BETWEEN = re.compile(r"[^\w·•・]+")
# 王珂和周明慧 are two, 李和平 is one: a joining word has two characters on either side.
_JOINED = re.compile(r"(?<=\w\w)[和与與及](?=\w\w)")


@dataclass(frozen=True, slots=True)
class Names:
    """What names look like; all but `people` is in Simplified characters."""

    people: frozenset[str] = frozenset()        # names that are known, as typed
    surnames: frozenset[str] = frozenset()
    titles: tuple[str, ...] = ()                # longest first: 副主任 before 主任
    endings: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()         # no names, whatever they look like

    def names_in(self, text: str) -> tuple[str, ...]:
        """The names of people in a list such as 王珂、德育处, as typed: only 王珂.

        A title behind a name (周明慧老师) is no part of it.
        """
        return tuple(dict.fromkeys(name for part in _BETWEEN.split(text) if part
                                   for name in self._in_part(part)))

    def _in_part(self, part: str) -> Iterator[str]:
        whole = self._name(part)
        for word in (part,) if whole else _JOINED.split(part):
            if name := self._name(word):
                yield name

    def _name(self, word: str) -> str:
        """The name that `word` is, without a title; "" where it is none."""
        plain = simplified(word)
        if word in self.people or self._is_name(plain):
            return word
        for title in self.titles:
            bare = word[:-len(title)]       # Traditional and Simplified titles are equally long
            if plain.endswith(title) and (bare in self.people or
                                          self._is_name(plain[:-len(title)])):
                return bare
        return ""

    def _is_name(self, plain: str) -> bool:
        if _FOREIGN.fullmatch(plain):
            return True
        if not _HAN.fullmatch(plain) or plain in self.words or plain.endswith(self.endings):
            return False
        return any(plain[:size] in self.surnames and 1 <= len(plain) - size <= 2
                   for size in (1, 2))


def read_names(path: Path, own: Path | None) -> Names:
    """The lists of `path` with those of the school's `own` file added to them.

    Raises UserError with every fault of both files.
    """
    faults: list[Fault] = []
    lists: dict[str, list[str]] = {name: [] for name in _TOP}
    for one in (path, own):
        if one is not None:
            top = keyed(read_yaml(one, faults), _TOP, faults, "names.yaml")
            for name, node in top.items():
                lists[name] += _words(node, faults)
    if faults:
        raise UserError(faults)
    plain = {name: [simplified(word) for word in words] for name, words in lists.items()}
    return Names(frozenset(lists["people"]), frozenset(plain["surnames"]),
                 tuple(sorted(plain["titles"], key=len, reverse=True)), tuple(plain["endings"]),
                 frozenset(plain["words"]))


def _words(node: Node, faults: list[Fault]) -> list[str]:
    if isinstance(node, Text):
        return [] if node.is_blank else [node.text.strip()]
    words = []
    for item in items_in(node, faults, _("a list of names")):
        if isinstance(item, Text) and not item.is_blank:
            words.append(item.text.strip())
        else:
            faults.append(Fault(item.place, _("a name must be plain text"),
                                _("write each name or word on its own, with a comma between")))
    return words
