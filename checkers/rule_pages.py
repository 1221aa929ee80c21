"""A rule's docstring as the page that people read: what, two examples, why, and how to mend."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checkers.rules import Rule
from plans.messages import N_, _

_PART = re.compile(r"^(Fails|Passes|Why|Mend):[ ]*", re.MULTILINE)
_EXAMPLES = {"Fails": N_("Fails:"), "Passes": N_("Passes:")}


@dataclass(frozen=True, slots=True)
class Page:
    """`fails` and `passes` are lines: options of `check`, `roster CELL,CELL` for the rows of a
    roster, `plan MONTH TASK` for the tasks of a plan, `file NAME` (`file NAME as OTHER`), the
    paragraphs of a document, or the fields of a form (`form LABEL*, LABEL:TYPE`) and the rows of
    its table (`LABEL | VALUE`); `summary`, `why` and `mend` are sentences in English, to be
    translated when shown."""

    summary: str
    fails: tuple[str, ...]
    passes: tuple[str, ...]
    why: str
    mend: str

    def sentences(self) -> tuple[str, str, str]:
        """What the catalogue has to hold."""
        return self.summary, self.why, self.mend


def page_of(rule: Rule) -> Page:
    """The page of a rule; raises KeyError where its docstring lacks a part."""
    head, *pieces = _PART.split(rule.page)
    parts = dict(zip(pieces[::2], pieces[1::2], strict=True))
    return Page(_joined(head.split(":", 1)[1]), _lines(parts["Fails"]), _lines(parts["Passes"]),
                _joined(parts["Why"]), _joined(parts["Mend"]))


def page_lines(rule: Rule, name: str) -> Iterator[str]:
    """The page for a terminal, in the chosen language; `name` is what people call the rule."""
    page = page_of(rule)
    yield f"{name}  {rule.id} {rule.name}"
    yield _(page.summary)
    for label, lines in (("Fails", page.fails), ("Passes", page.passes)):
        yield ""
        yield _(_EXAMPLES[label])
        yield from ("    " + line for line in lines)
    yield ""
    yield _("Why: {sentence}").format(sentence=_(page.why))
    yield _("Mend: {sentence}").format(sentence=_(page.mend))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().split("\n"))


def _joined(text: str) -> str:
    return " ".join(text.split())
