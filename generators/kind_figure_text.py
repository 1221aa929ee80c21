"""What a report counts, and what of a form goes into records, as lines of kind.yaml."""

from __future__ import annotations

from collections.abc import Iterator

from generators.kind_lines import Line, in_braces, in_brackets, listed
from generators.yaml_text import scalar
from plans.figures.vocabulary import (
    COUNTED,
    JUDGE,
    NUMBER,
    OF,
    RANK,
    Criterion,
    Each,
    Figure,
    Where,
)
from plans.kinds import Field, Kind
from plans.record_maps import RecordMap
from plans.scoring import Item, Scoring

_BOUNDS = ("at_least", "at_most", "under")


def counting_lines(one: Field) -> Iterator[Line]:
    """How the values of a field or column come about, and what they mean in records."""
    if one.each is not None:
        yield f"each: {each_text(one.each)}", "表格的每一行是什么"
    if one.figure is not None:
        yield f"figure: {figure_text(one.figure)}", "数字怎样算出来"
    if one.means:
        yield f"means: {one.means}", "这一列指的是什么：member 成员、day 日期、task 任务等"
    if one.unique:
        yield f"unique: {in_brackets(one.unique)}", "这几列都相同就是记重了"


def report_lines(kind: Kind) -> Iterator[Line]:
    """What a kind says of documents for each of many, of points, and of records."""
    if kind.each is not None:
        yield f"each: {each_text(kind.each)}", "给其中每一个各出一份"
    if kind.scoring is not None:
        yield "", ""
        yield from _scoring(kind.scoring)
    if kind.records:
        yield "", ""
        yield from listed("records", "填好的表里哪些算工作记录", (
            [(_map(one), "记进哪个清单")] for one in kind.records))


def each_text(each: Each) -> str:
    """`each:` on one line."""
    values = [("in", scalar(each.source))]
    if each.where:
        values.append(("where", _where(each.where)))
    if each.distinct:
        values.append(("distinct", scalar(each.distinct)))
    if each.sort:
        values.append(("sort", in_brackets(each.sort)))
    if each.having:
        values.append(("having", _where(each.having)))
    if each.most:
        values.append(("most", str(each.most)))
    if each.belonging:
        values.append(("belonging", "true"))
    return in_braces(values)


def figure_text(figure: Figure) -> str:
    """`figure:` on one line."""
    if figure.way == OF:
        return scalar(figure.columns[0])
    if figure.way == NUMBER:
        return NUMBER
    if figure.way == JUDGE:
        cases = ", ".join(in_braces([*([("when", _where(case.when))] if case.when else []),
                                     ("says", scalar(case.says))]) for case in figure.cases)
        return in_braces([(JUDGE, f"[{cases}]")])
    if figure.way in COUNTED:
        source = ".".join(filter(None, (figure.source, "+".join(figure.columns))))
        return in_braces([(figure.way, scalar(source)),
                          *([("where", _where(figure.where))] if figure.where else [])])
    return in_braces([(figure.way, scalar(figure.columns[0]) if figure.way == RANK
                       else in_brackets(figure.columns))])


def _where(where: Where) -> str:
    return in_braces((name, _test(test)) for name, test in where)


def _test(test: Criterion) -> str:
    bounds = [(name, scalar(getattr(test, name))) for name in _BOUNDS if getattr(test, name)]
    if not bounds and not test.none_of and test.any_of:
        return scalar(test.any_of[0]) if len(test.any_of) == 1 else in_brackets(test.any_of)
    words = [(name, in_brackets(value)) for name, value in (
        ("any_of", test.any_of), ("none_of", test.none_of)) if value]
    return in_braces([*words, *bounds])


def _scoring(scoring: Scoring) -> Iterator[Line]:
    yield "scoring:", "评哪些项目、各能得多少分"
    if scoring.form is not None:
        form = scoring.form
        for name, value, about in (("form", form.kind, "项目列在哪种表里"),
                                   ("table", form.table, "那张表里的哪个表格"),
                                   ("id", form.id, "哪一列是项目"),
                                   ("most", form.most, "哪一列是分值")):
            yield f"  {name}: {scalar(value)}", about
    if scoring.items:
        yield from ((f"  {text}" if text else "", about) for text, about in listed(
            "items", "评分项目", ([(_item(one), "最低分和最高分")] for one in scoring.items)))


def _item(one: Item) -> str:
    return in_braces((name, scalar(value)) for name, value in (
        ("id", one.id), ("part", one.part), ("at_least", one.bounds.at_least),
        ("at_most", one.bounds.at_most)) if value)


def _map(one: RecordMap) -> str:
    pairs = [("list", scalar(one.list)), *([("each", scalar(one.each))] if one.each else [])]
    for name, values in (("values", one.values), ("fixed", one.fixed)):
        if values:
            pairs.append((name, in_braces((key, scalar(value)) for key, value in values)))
    return in_braces(pairs)
