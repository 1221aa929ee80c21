"""What a kind asks to be counted, held against what there is: names that nothing goes by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from plans.comparing import nearest
from plans.errors import Fault, Place
from plans.figures.criteria import bound_of
from plans.figures.tables import Ground
from plans.figures.vocabulary import COUNTED, NUMBER, RANK, RECKONED, Each, Figure
from plans.kinds import Field, Kind
from plans.messages import _


def faults_in_figures(kind: Kind, grounds: Mapping[str, Ground]) -> Iterator[Fault]:
    """What is wrong with the figures of `kind`; `grounds` are the tables that can be counted."""
    known = {name: {one.name for one in ground.columns} for name, ground in grounds.items()}
    tables = [one for one in kind.fields if one.each is not None]
    for one in tables:
        if one.name in grounds:
            yield _fault(kind, _("{name} is what is counted; a table of the report cannot be "
                                 "called so").format(name=one.name), _("give it another name"))
    known |= {one.name: {column.name for column in one.columns} for one in tables}
    for one in tables:
        yield from _each(kind, one.label, one.each, one.columns, known)
    singles = [one for one in kind.fields if one.figure is not None]
    if kind.each is not None:
        yield from _each(kind, kind.name, kind.each, singles, known)
    else:
        names = {one.name for one in kind.fields}
        for one in singles:
            if one.figure and one.figure.way in (RANK, NUMBER):
                yield _fault(kind, _("{label}: only rows of a table have a rank or a number"
                                     ).format(label=one.label),
                             _("put it into the columns of a table"))
            else:
                yield from _figure(kind, one, names, known)
        yield from _circles(kind, singles)


def _each(kind: Kind, label: str, each: Each | None, columns: Sequence[Field],
          known: Mapping[str, set[str]]) -> Iterator[Fault]:
    if each is None:
        return
    if each.source not in known:
        yield _unknown(kind, label, each.source, known)
        return
    theirs, own = known[each.source], {one.name for one in columns}
    names = [*(name for name, _test in each.where),
             *(each.distinct.split("+") if each.distinct else [])]
    yield from (_unknown(kind, label, name, theirs) for name in names if name not in theirs)
    finished = [*(name for name, _test in each.having), *(one.removeprefix("-")
                                                        for one in each.sort)]
    yield from (_unknown(kind, label, name, own) for name in finished if name not in own)
    for column in columns:
        yield from _figure(kind, column, theirs | own, known)
    yield from _circles(kind, columns)


def _circles(kind: Kind, columns: Iterable[Field]) -> Iterator[Fault]:
    """Figures that take one another: none of them can come first."""
    waits = {one.name: {*one.figure.columns} for one in columns
             if one.figure is not None and one.figure.way in RECKONED}
    while ready := [name for name, asked in waits.items() if not asked & waits.keys()]:
        for name in ready:
            del waits[name]
    for name in waits:
        yield _fault(kind, _("{name} is worked out from what is worked out from it").format(
            name=name), _("begin with something that is counted"))


def _figure(kind: Kind, one: Field, names: set[str],
            known: Mapping[str, set[str]]) -> Iterator[Fault]:
    figure = one.figure
    if figure is None:
        return
    if figure.way in COUNTED:
        if figure.source not in known:
            yield _unknown(kind, one.label, figure.source, known)
            return
        asked, there = [*figure.columns, *(name for name, _test in figure.where)], known[
            figure.source]
    else:
        asked, there = _asked(figure), names
    yield from (_unknown(kind, one.label, name, there) for name in asked if name not in there)


def _asked(figure: Figure) -> list[str]:
    return [name for name in (*figure.columns, *(
        name for case in figure.cases for name, _test in case.when)) if bound_of(name) is None]


def _unknown(kind: Kind, label: str, name: str, known: Iterable[str]) -> Fault:
    near = nearest(name, list(known))
    return _fault(kind, _("{label}: there is nothing called {name} to be counted").format(
        label=label, name=name), _("did you mean {near}?").format(near=near) if near else
        _("write one of: {names}").format(names=", ".join(sorted(known))))


def _fault(kind: Kind, what: str, mend: str) -> Fault:
    return Fault(Place(str(kind.folder / "kind.yaml")), what, mend)
