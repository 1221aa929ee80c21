"""The forms of the rules' pages: a kind told in a line, the rows of its table, what lies beside.

    form 姓名*, 职称*:choice 初级/中级, 总分:integer=评分.得分, 评分:table 项目/得分:integer
    must 班主任年限 6 担任班主任须满6年
    stamp lesson-notes 1
    beside 荣誉证书.pdf
    姓名 | 王珂

`*` is a field that must be filled in, the word behind `:` its type (`attached`: names of files),
`>=2` the least of it, `=评分.得分` the column that it is the sum of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from checkers.controls import Stamp
from checkers.submission import Submission
from forms.paper import paper
from plans.kinds import Claim, Condition, Field, Kind, Option

_FIELD = re.compile(r"([^*:>=]+)(\*?)(?::([a-z-]+))?(?:>=(\d+))?(?:=([^ ]+))?(?: (.+))?$")


@dataclass(frozen=True)
class Example:
    """A kind, and a form of it."""

    kind: Kind
    rows: tuple[tuple[str, ...], ...]
    stamp: Stamp | None = None
    beside: tuple[str, ...] = ()

    @property
    def data(self) -> bytes:
        """The bytes of the form."""
        return paper(self.rows)

    def put_into(self, submission: Submission) -> Submission:
        """A submission of it, with what the bytes do not hold."""
        assert submission.document
        document = replace(submission.document, stamp=self.stamp)
        return replace(submission, document=document, beside=self.beside)


def example_of(lines: Sequence[str]) -> Example | None:
    """The form that the lines of a page show; None where they show another paper."""
    if not any(line.startswith("form ") for line in lines):
        return None
    fields: tuple[Field, ...] = ()
    conditions, rows, beside, stamp = [], [], [], None
    for line in lines:
        word, _blank, rest = line.partition(" ")
        if word == "form":
            fields = tuple(field_of(one) for one in rest.split(", "))
        elif word == "must":
            name, least, says = rest.split(" ", 2)
            conditions.append(Condition(says, name, says, "must", Claim(least)))
        elif word == "stamp":
            stamp = Stamp(*rest.split())
        elif word == "beside":
            beside.append(rest)
        else:
            assert "|" in line, line
            rows.append(tuple(cell.strip() for cell in line.split("|")))
    kind = Kind("example", "登记表", "form", 1, Path(), fields=fields, conditions=tuple(conditions))
    return Example(kind, tuple(rows), stamp, tuple(beside))


def field_of(text: str) -> Field:
    """The field that a word or two tell of; it goes by its label."""
    match = _FIELD.match(text.strip())
    assert match, text
    label, star, type_, least, sum_of, more = match.groups()
    attached = type_ == "attached"
    type_ = "longtext" if attached else type_ or "text"
    parts = more.split("/") if more else []
    return Field(
        label, label, type_, required=bool(star), at_least=float(least) if least else None,
        sum_of=sum_of or "", attached=attached,
        columns=tuple(map(field_of, parts)) if type_ == "table" else (),
        options=tuple(map(Option, parts)) if type_ != "table" else ())
