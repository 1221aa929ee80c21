"""How a school writes Traditional Chinese: traditional.yaml, the school's own file over ours."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from plans.errors import Fault, UserError
from plans.keys import entries_in, keyed, text_in
from plans.located import Node, Text, read_yaml
from plans.messages import _

CONFIGS = ("s2t", "s2hk", "s2tw", "s2twp")
"""What opencc may convert by: plain, Hong Kong, Taiwan, Taiwan with its words as well."""

_TOP = {"opencc": "字形", "language": "语言", "characters": "换字", "fonts": "字体"}
_LANGUAGE = re.compile(r"zh-[A-Z]{2}")


@dataclass(frozen=True, slots=True)
class Tradition:
    """The characters, the language tag and the fonts of a Traditional document."""

    config: str = "s2t"
    language: str = "zh-TW"
    characters: Mapping[str, str] = field(default_factory=dict)     # after opencc, one for one
    fonts: Mapping[str, str] = field(default_factory=dict)          # by the name that is replaced


def read_tradition(path: Path, own: Path | None) -> Tradition:
    """What `path` says, with what the school's `own` file says otherwise.

    Raises UserError with every fault of both files.
    """
    faults: list[Fault] = []
    texts: dict[str, str] = {}
    pairs: dict[str, dict[str, str]] = {"characters": {}, "fonts": {}}
    for one in (path, own):
        if one is None:
            continue
        top = keyed(read_yaml(one, faults), _TOP, faults, "traditional.yaml")
        for name in ("opencc", "language"):
            if text := text_in(top, name, faults):
                faults += _wrong(name, text, top[name])
                texts[name] = text
        for name, known in pairs.items():
            known |= _pairs(top.get(name), name, faults)
    if faults:
        raise UserError(faults)
    return Tradition(texts.get("opencc", "s2t"), texts.get("language", "zh-TW"),
                     pairs["characters"], pairs["fonts"])


def _wrong(name: str, text: str, node: Node) -> list[Fault]:
    if name == "opencc" and text not in CONFIGS:
        return [Fault(node.place, _("there is no conversion {name}").format(name=text),
                      _("write one of: {names}").format(names=", ".join(CONFIGS)))]
    if name == "language" and not _LANGUAGE.fullmatch(text):
        return [Fault(node.place, _("{text} is no language that Word knows").format(text=text),
                      _("write one of: {names}").format(names="zh-TW, zh-HK, zh-MO"))]
    return []


def _pairs(node: Node | None, name: str, faults: list[Fault]) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for key, value in entries_in(node, faults, name):
        old, new = key.text.strip(), value.text.strip() if isinstance(value, Text) else ""
        if name == "characters" and not len(old) == len(new) == 1:
            faults.append(Fault(key.place, _("one character must be given for one character"),
                                _("write it like {example}").format(example="爲: 為")))
        elif not (old and new):
            faults.append(Fault(key.place, _("the font {name} has no other in its place").format(
                name=key.text), _("write it like {example}").format(
                    example="方正小标宋简体: 方正小标宋_GBK")))
        else:
            pairs[old] = new
    return pairs
