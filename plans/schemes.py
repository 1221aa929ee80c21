"""The items that points may be given for: what kinds say, and what the forms they name lay down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plans.errors import Fault, Place, UserError
from plans.figures.vocabulary import Criterion
from plans.house import House
from plans.kinds import Kind
from plans.messages import _
from plans.scoring import Item, Scheme


def scheme_of(kind: Kind, house: House) -> Scheme | None:
    """What `kind` scores; None where it scores nothing. Raises UserError where the form that it
    names has no such table."""
    scoring = kind.scoring
    if scoring is None:
        return None
    if scoring.form is None:
        return Scheme(scoring.items)
    form = house.kind(scoring.form.kind)
    table = form.field_called(scoring.form.table)
    names = [table.column_called(one) if table else None
             for one in (scoring.form.id, scoring.form.most)]
    if table is None or None in names:
        raise UserError.at(Place(str(kind.folder / "kind.yaml")), _(
            "scoring: {form} has no such table").format(form=form.name),
            _("name a table of that form, and its columns id and most"))
    number, most = (one.name if one else "" for one in names)
    items = tuple(Item(row.get(number, ""), Criterion(at_least="0", at_most=row.get(most, "")))
                  for row in table.fixed)
    return Scheme(items, tuple(one.id for one in items if not one.bounds.at_most))


def schemes_of(kinds: Iterable[Kind], house: House) -> Iterator[Scheme]:
    """The schemes of all kinds that score something."""
    for kind in kinds:
        scheme = scheme_of(kind, house)
        if scheme is not None:
            yield scheme


def refuse_unset(kind: Kind, scheme: Scheme | None, house: House) -> None:
    """Raises UserError where points are still unset: no total could be right."""
    if scheme is None or not scheme.unset or kind.scoring is None or kind.scoring.form is None:
        return
    form = house.kind(kind.scoring.form.kind)
    raise UserError([Fault(Place(str(form.folder / "kind.yaml")), _(
        "the points of {count} items are not set: {items}").format(
            count=len(scheme.unset), items="、".join(scheme.unset[:5]) + (
                "…" if len(scheme.unset) > 5 else "")),
        _("set them in the school's own copy of {form}: homeroom add-kind {id} --from {id}").format(
            form=form.name, id=form.id))])
