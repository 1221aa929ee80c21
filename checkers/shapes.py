"""What stands after a number: a title of its own, a title with its text run in, or a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checkers.lines import SENTENCE_ENDS

_LONGEST_TITLE = 40     # characters; longer lines are sentences, whatever they end in
_LONGEST_LEAD = 16      # of a title whose text follows on the same line
_COLON = re.compile(r"([^：:。；;，,！？!?【】]{2,20})(?:[：:]|——)\s*(.+)$", re.DOTALL)
_BRACKETS = re.compile(r"[【〔]([^【】〔〕]{2,16})[】〕][：:]?\s*(\S.+)$", re.DOTALL)
_STOP = re.compile(r"([^：:。；;！？!?]{2,16})。\s*(.{6,})$", re.DOTALL)
_BLANK = re.compile(r"([^\s：:。；;，,]{2,14})[ \t\u3000\n]+(\S.{7,})$", re.DOTALL)
_APPENDED = re.compile(r"^附[：:]\s*")       # 附：各月份工作安排表 is named by what follows
_TRAILING = "：:。.；;，,、— \t\u3000\n"


@dataclass(frozen=True, slots=True)
class Shape:
    """`form` is bare, run-in or sentence; `title` and `body` are what a heading would hold, `sep`
    what stands between them (：, 。, a blank, 】)."""

    form: str
    title: str
    body: str = ""
    sep: str = ""


def shape_of(rest: str) -> Shape:
    """The shape of `rest`, a line without its number."""
    rest = _APPENDED.sub("", rest.strip())
    if match := _BRACKETS.match(rest):
        return Shape("run-in", tidy(match[1]), match[2], "】")
    if match := _COLON.match(rest):
        if len(match[1]) <= _LONGEST_LEAD:
            return Shape("run-in", tidy(match[1]), match[2], "：")
        return Shape("sentence", tidy(rest))
    if (match := _STOP.match(rest)) and match[1].count("，") + match[1].count(",") <= 1:
        return Shape("run-in", tidy(match[1]), match[2], "。")
    inner = rest.rstrip(_TRAILING)
    if len(inner) <= _LONGEST_TITLE and not any(end in inner for end in SENTENCE_ENDS):
        if match := _BLANK.match(rest):
            return Shape("run-in", tidy(match[1]), match[2], " ")
        commas = inner.count("，") + inner.count(",")
        if commas <= (1 if len(inner) <= 20 else 0) or (commas <= 2 and rest[-1:] in "：:"):
            return Shape("bare", tidy(inner))
        return Shape("sentence", tidy(inner))
    if match := _BLANK.match(rest):
        return Shape("run-in", tidy(match[1]), match[2], " ")
    return Shape("sentence", tidy(rest))


def tidy(title: str) -> str:
    """A title without the marks at its end; blanks that only spread it out (指 导 思 想) go too."""
    title = title.strip().rstrip(_TRAILING).strip("　 \t")
    words = re.split(r"[ \u3000\t\n]+", title)
    if len(words) > 1 and all(len(word) == 1 for word in words):
        return "".join(words)
    return re.sub(r"\s*\n\s*", "", title)
