"""Text as YAML that reads back as the same text, whatever stands in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from plans.plan import Passage

# What YAML reads as it is written, between brackets too; all else goes into quotes.
_PLAIN = re.compile(r"[\w\u3400-\u9fff《》（）“”、。，；？！·—]"
                    r"[\w\u3400-\u9fff《》（）“”、。，；？！·—：　 ./+=-]*", re.ASCII)
_TYPED = re.compile(r"[-+.]?\d[\w.,:+-]*|(?i:true|false|yes|no|on|off|y|n)", re.ASCII)
_NOT_TEXT = frozenset({"null", "Null", "NULL", "~", ""})
# Characters that no input may hold, and those that must not stand in a file as they are.
_REFUSED = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_UNSAFE = re.compile("[\x80-\x9f\u2028\u2029\ufeff]")


def scalar(text: str) -> str:
    """`text` on one line: as it is where that is safe, else in double quotes."""
    text = _REFUSED.sub("", text)
    if _PLAIN.fullmatch(text) and text == text.strip() and text not in _NOT_TEXT:
        return text
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}",
                       json.dumps(text, ensure_ascii=False))


def worded(text: str) -> str:
    """As `scalar`; what other readers of YAML take for a number, a date or yes stays text there."""
    plain = scalar(text)
    return f'"{plain}"' if _TYPED.fullmatch(plain) else plain


def value_lines(name: str, text: str, indent: str = "") -> Iterator[str]:
    """The lines of `name:` with a text, a line of it on each where it has several."""
    text = _REFUSED.sub("", text).strip("\n")
    lines = text.split("\n")
    # What begins with a blank would move the edge of the whole block.
    if len(lines) == 1 or _UNSAFE.search(text) or text[0].isspace():
        yield f"{indent}{name}: {worded(text)}"
        return
    yield f"{indent}{name}: |"
    yield from (f"{indent}  {line}" if line else "" for line in lines)


def content(name: str, passages: Sequence[Passage], indent: str, comment: str = "",
            ) -> Iterator[str]:
    """The lines of `name:` with its passages: a text, one paragraph a line, or a list.

    An item among paragraphs is a line that begins with a hyphen; `comment` stands behind the name.
    """
    behind = f"    # {comment}" if comment else ""
    if passages and all(one.depth for one in passages):
        yield f"{indent}{name}:{behind}"
        depth = 1
        for one in passages:
            # A list in a list is an item that is a list itself: `- - …`, then `  - …`.
            opened = "- " * max(0, one.depth - depth)
            yield f"{indent}  {'  ' * (min(one.depth, depth) - 1)}{opened}- {scalar(one.text)}"
            depth = one.depth
        return
    lines = [("- " if one.depth else "") + _REFUSED.sub("", one.text) for one in passages]
    if any(_UNSAFE.search(line) for line in lines):
        yield f"{indent}{name}: {scalar(chr(10).join(lines))}{behind}"
        return
    yield f"{indent}{name}: |{behind}"
    yield from (f"{indent}  {line}" for line in lines or ("",))


def mapping(values: dict[str, str]) -> str:
    """Names and texts on one line between braces; blank texts are left out."""
    return "{" + ", ".join(f"{name}: {scalar(text)}" for name, text in values.items()
                           if text) + "}"


def on_line(text: str) -> str:
    """`text` as a comment may hold it: on one line, without what no input may hold."""
    return _UNSAFE.sub("", _REFUSED.sub("", " ".join(text.split())))
