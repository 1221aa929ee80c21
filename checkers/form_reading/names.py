"""Which field a label means, however it is spaced, broken or explained in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from plans.comparing import compare_form
from plans.kinds import Field

_ASIDE = re.compile(r"[（(\[【〔][^（()）\[\]【】〔〕]*[)）\]】〕]")
_LONGEST = 30       # characters of a label with all its spacing


def label_form(text: str) -> str:
    """`text` as labels are compared: without spacing, punctuation and what stands in brackets."""
    return compare_form(_ASIDE.sub("", text)) or compare_form(text)


class Names:
    """The fields of a form, or the columns of a table, by their names."""

    def __init__(self, fields: Iterable[Field]) -> None:
        self.fields = tuple(fields)
        self._by_form: dict[str, Field] = {}
        # What is said in brackets tells two labels apart: 成绩（上学期） and 成绩（下学期）.
        for form_of in (compare_form, label_form):
            for each in self.fields:
                self._by_form.setdefault(form_of(each.label), each)
            for each in self.fields:
                for name in each.also:
                    self._by_form.setdefault(form_of(name), each)
        for form in _shared(self.fields):
            del self._by_form[form]
        self._longest = max((len(form) for form in self._by_form), default=0)

    @property
    def forms(self) -> Mapping[str, Field]:
        """The fields by the compared forms of their names."""
        return self._by_form

    def called(self, text: str) -> Field | None:
        """The field whose label `text` is; None for what is no label."""
        if len(text) > _LONGEST and len("".join(text.split())) > _LONGEST:
            return None
        form = compare_form(text)
        if len(form) <= self._longest and form in self._by_form:
            return self._by_form[form]
        return self._by_form.get(label_form(text))


def _shared(fields: Iterable[Field]) -> Iterator[str]:
    """The forms that two labels have in common once what stands in brackets is left out, and that
    are the name of neither: alone they tell nothing."""
    owners: dict[str, Field] = {}
    whole = {compare_form(name) for one in fields for name in one.names}
    found = set()
    for one in fields:
        for name in one.names:
            form = label_form(name)
            if owners.setdefault(form, one) is not one and form not in whole:
                found.add(form)
    yield from found
