"""The round trip of every form: what is filled in comes back, whatever editor saved it meanwhile.

Values are equal after each type's own normalisation, pictures by their pixels. After LibreOffice a
value that does not come back must be doubtful, and few may be.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkers.answers import Answers
from checkers.form_reading import answers_of
from checkers.submission import submission_of
from forms.data import data_for, normal, write_input
from forms.reshaped import flattened, resaved
from generators.documents import generate
from office.collecting import collect
from plans.house import House
from plans.inputs import load_input
from plans.kinds import Kind
from plans.plan import Plan

HOUSE = House()
FORMS = [kind for kind in HOUSE.kinds if kind.family == "form"]
DOUBTFUL = 0.02         # of all values, after LibreOffice

each_form = pytest.mark.parametrize("kind", FORMS, ids=lambda kind: kind.id)


def filled_in(kind: Kind, seed: int, folder: Path, *, full: bool = False) -> Plan:
    """A plan of random data, read from an input as `generate` reads it."""
    path = folder / f"{kind.id}-{seed}.yaml"
    write_input(kind, data_for(kind, Random(seed), full=full), path)
    return load_input(path, HOUSE)


def answers_in(data: bytes, kind: Kind) -> Answers:
    document = submission_of(data, "form.docx").document
    assert document
    return answers_of(document, kind, HOUSE.calendar)


def lost(plan: Plan, answers: Answers, *, pictures: bool = True) -> Iterator[str]:
    """The fields whose value did not come back."""
    values = answers.values()
    for field in plan.kind.fields:
        if field.type == "picture" and not pictures:
            continue
        wanted = normal(field, plan.values.get(field.name))
        if (wanted or None) != (normal(field, values.get(field.name)) or None):
            yield field.name


def doubtful(answers: Answers) -> set[str]:
    return {one.field.name for one in answers if one.is_doubtful}


@each_form
def test_what_is_filled_in_comes_back(kind: Kind, tmp_path: Path) -> None:
    @settings(max_examples=8)
    @given(st.integers(0, 10**9))
    def comes_back(seed: int) -> None:
        plan = filled_in(kind, seed, tmp_path)
        data = generate(plan).data
        for made in (data, generate(plan, to_fill_in=True).data, flattened(data)):
            answers = answers_in(made, kind)
            assert [*lost(plan, answers)] == []
            assert doubtful(answers) == set()

    comes_back()


@each_form
def test_a_blank_form_holds_no_answer(kind: Kind, tmp_path: Path) -> None:
    (tmp_path / "blank.yaml").write_text(f"kind: {kind.id}\n", encoding="utf-8")
    blank = generate(load_input(tmp_path / "blank.yaml", HOUSE, draft=True), to_fill_in=True).data
    for made in (blank, flattened(blank)):
        answers = answers_in(made, kind)
        assert answers.values() == {}
        assert [one.field.label for one in answers if one.state == "missing"
                and one.field.type != "picture"] == []


def test_a_form_comes_back_from_libreoffice(tmp_path: Path, soffice_program: str) -> None:
    plans = [filled_in(kind, seed, tmp_path, full=full) for kind in FORMS
             for seed, full in ((1, True), (2, False))]
    paths = []
    for plan in plans:
        paths.append(tmp_path / f"{Path(plan.path).stem}.docx")
        paths[-1].write_bytes(generate(plan).data)
    as_word = resaved(paths, "docx:MS Word 2007 XML", tmp_path / "docx", soffice_program)
    odt = resaved(paths, "odt", tmp_path / "odt", soffice_program)
    back = resaved(odt, "docx:MS Word 2007 XML", tmp_path / "back", soffice_program)
    total = unsure = 0
    for folder in (as_word, back):
        for plan, path in zip(plans, folder, strict=True):
            answers = answers_in(path.read_bytes(), plan.kind)
            in_doubt = doubtful(answers)
            assert set(lost(plan, answers)) <= in_doubt, path
            assert answers.stamp
            assert answers.stamp.kind == plan.kind.id
            total += len(plan.kind.fields)
            unsure += len(in_doubt)
    assert unsure <= DOUBTFUL * total


def test_a_form_that_was_printed_comes_back_but_for_its_pictures(
        tmp_path: Path, soffice_program: str) -> None:
    """Where a word goes on in the next line, a blank may come or go."""
    plans = [filled_in(kind, 3, tmp_path, full=True) for kind in FORMS]
    paths = []
    for plan in plans:
        paths.append(tmp_path / f"{Path(plan.path).stem}.docx")
        paths[-1].write_bytes(generate(plan).data)
    for plan, path in zip(plans, resaved(paths, "pdf", tmp_path / "pdf", soffice_program),
                          strict=True):
        document = submission_of(path.read_bytes(), "form.pdf").document
        assert document
        answers = answers_of(document, plan.kind, HOUSE.calendar)
        values, wanted = answers.values(), plan.values
        for field in plan.kind.fields:
            if field.type != "picture" and field.name not in doubtful(answers):
                assert _unspaced(normal(field, values.get(field.name))) == _unspaced(
                    normal(field, wanted.get(field.name))), (path.name, field.label)
        assert len(doubtful(answers)) <= 1


def _unspaced(value: object) -> object:
    if isinstance(value, str):
        return "".join(value.split())
    if isinstance(value, list):
        return [{name: _unspaced(one) for name, one in row.items()} for row in value]
    return value


def test_what_is_collected_is_an_input_of_the_same_data(tmp_path: Path) -> None:
    inbox = tmp_path / "in"
    inbox.mkdir()
    plans = {}
    for kind in FORMS:
        plan = filled_in(kind, 4, tmp_path)
        plans[kind.id] = plan
        (inbox / f"{kind.id}.docx").write_bytes(generate(plan).data)
    collect([str(inbox)], kind=None, roster=None, out=[str(tmp_path / "all.xlsx")],
            yaml=str(tmp_path / "yaml"), newest=False, jobs=2, force=False, ocr=False, house=None)
    found = [load_input(path, HOUSE, draft=True) for path in (tmp_path / "yaml").glob("*.yaml")]
    assert {one.kind.id for one in found} == set(plans)
    for one in found:
        plan = plans[one.kind.id]
        for field in one.kind.fields:
            assert normal(field, one.values.get(field.name)) == normal(
                field, plan.values.get(field.name)), (one.kind.id, field.label)
