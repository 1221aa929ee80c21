"""Forms filled in by careless hands are what they claim, by what is to be seen in them.

Nothing here knows the code that reads forms: a mistake in a form is not blamed on it.
"""

from __future__ import annotations

import re
import time
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import docx
import pytest
from lxml import etree

from forms.careless import KNOWN, TURNS, WAYS, Filled, prefilled, sixty
from forms.careless_words import dated_in_style
from forms.reshaped import flattened, resaved
from plans.field_types import printed
from plans.house import House
from plans.kinds import Field, Kind
from plans.periods import Month
from plans.pictures import Picture
from plans.plan import Value, rows_of
from plans.prompts import prompt_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HOUSE = House()
NAMES = [way.__name__ for way in WAYS]


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory) -> list[Filled]:
    return sixty(tmp_path_factory.mktemp("sixty"))


@pytest.fixture(scope="module")
def kind() -> Kind:
    return HOUSE.kind("host-application")


@pytest.fixture(scope="module")
def blank(kind: Kind, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The form as it was handed out, with nothing known."""
    folder = tmp_path_factory.mktemp("blank")
    (folder / "form.docx").write_bytes(prefilled(HOUSE, kind, {}, folder))
    return folder / "form.docx"


def by(forms: list[Filled], way: str) -> list[Filled]:
    return [one for one in forms if one.way == way]


# What is to be seen in a form.

def body_of(path: Path) -> etree._Element:
    return docx.Document(str(path)).element.body


def said(element: etree._Element) -> str:
    """The text of an element without any blanks."""
    return squeezed("".join(one.text or "" for one in element.iter(f"{W}t")))


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def rows_in(body: etree._Element) -> list[list[etree._Element]]:
    return [list(row.iter(f"{W}tc")) for row in body.iter(f"{W}tr")]


def label_in(cell: etree._Element) -> str:
    return re.sub(r"[*：:]|[（(](必填|选填)[)）]", "", said(cell))


def places(form: Filled, kind: Kind) -> Iterator[tuple[str, Field, Value, etree._Element]]:
    """Every value of a form with the cell where a person looks for it: behind its label, or under
    that of its column."""
    rows = rows_in(body_of(form.path))
    for field in kind.fields:
        value = form.truth.get(field.name)
        if value is None:
            continue
        at, left = next((at, left) for at, row in enumerate(rows) for left, cell in enumerate(row)
                        if label_in(cell).startswith(field.label) and (
                            label_in(cell) == field.label or field.type == "picture"))
        if not field.columns:
            yield field.name, field, value, rows[at][left + (field.type != "picture")]
            continue
        heads = [label_in(cell) for cell in rows[at]]
        for number, given in enumerate(rows_of(value), at + 1):
            for name, one in given.items():
                column = field.column_called(name)
                assert column
                yield field.name, column, one, rows[number][heads.index(column.label)]


def ways_to_write(field: Field, value: Value) -> list[str]:
    if isinstance(value, Month | date):
        return [dated_in_style(value, style) for style in range(6)]
    return [squeezed(printed(field, value))]


def is_shown(field: Field, value: Value, text: str) -> bool:
    return any(one in text for one in ways_to_write(field, value))


def spans(row: list[etree._Element]) -> int:
    return sum(int(found.get(f"{W}val")) if (found := cell.find(f"{W}tcPr/{W}gridSpan"))
               is not None else 1 for cell in row)


def tags_in(body: etree._Element) -> set[str]:
    return {one.get(f"{W}val") for one in body.iter(f"{W}tag")}


# All of them.

def test_there_are_six_forms_of_each_of_ten_ways_by_sixty_teachers(forms: list[Filled]) -> None:
    assert [one.way for one in forms] == [name for name in NAMES for _turn in range(TURNS)]
    assert len({one.truth["name"] for one in forms}) == len(forms) == 60


def test_they_are_always_the_same(forms: list[Filled], tmp_path: Path) -> None:
    assert all(one.path.read_bytes() == other.path.read_bytes()
               for one, other in zip(forms[::TURNS], sixty(tmp_path, [0]), strict=True))


@pytest.mark.parametrize("way", NAMES)
def test_a_value_stands_where_a_person_looks_for_it(way: str, forms: list[Filled],
                                                    kind: Kind) -> None:
    cut = {"a_cell_split", "a_row_merged"}
    seen = 0
    for form in by(forms, way):
        for owner, field, value, cell in places(
                form if way not in cut else without(form, form.changed), kind):
            if field.type == "yesno":
                assert ticked(cell) == value, form.turn
            elif isinstance(value, Picture):
                assert shown_pictures(form.path, cell) == [value.pixels]
            else:
                assert is_shown(field, value, said(cell)), (form.turn, owner, value, said(cell))
            seen += 1
    assert seen > 6 * 25


def without(form: Filled, names: frozenset[str]) -> Filled:
    return Filled(form.path, form.way, form.turn, {
        name: value for name, value in form.truth.items() if name not in names}, form.changed)


def ticked(cell: etree._Element) -> bool | None:
    """What a person takes for ticked in a cell that asks for 是 or 否."""
    words = words_of(cell)
    found = {word for word in "是否" for one in words
             if re.fullmatch(rf"[☐□]?√{word}|☑{word}|[☐□]?{word}√", one)}
    if not found and words[:2] == ["☐是", "☐否"]:
        found = set(words[2:])
    return found == {"是"} if len(found) == 1 else None


def words_of(cell: etree._Element) -> list[str]:
    return "".join(one.text or "" for one in cell.iter(f"{W}t")).split()


def shown_pictures(path: Path, cell: etree._Element) -> list[str]:
    document = docx.Document(str(path))
    return [Picture("", document.part.related_parts[value].blob).pixels for one in cell.iter()
            for name, value in one.attrib.items() if name.endswith("}embed")]


@pytest.mark.parametrize("way", NAMES)
def test_every_value_is_in_the_text(way: str, forms: list[Filled], kind: Kind) -> None:
    for form in by(forms, way):
        assert hidden(form, kind, said(body_of(form.path))) == []


def test_every_value_is_in_the_text_that_libreoffice_shows(
        forms: list[Filled], kind: Kind, soffice_program: str, tmp_path: Path) -> None:
    texts = resaved([one.path for one in forms], "txt:Text (encoded):UTF8", tmp_path,
                    soffice_program)
    for form, text in zip(forms, texts, strict=True):
        assert hidden(form, kind, squeezed(text.read_text("utf-8-sig"))) == [], form.way


def hidden(form: Filled, kind: Kind, text: str) -> list[tuple[str, Value]]:
    """The values that a text does not show."""
    found = []
    for field in kind.fields:
        rows: list[Mapping[str, Value]] = list(rows_of(form.truth.get(field.name)))
        parts = [(column, row[column.name]) for row in rows for column in field.columns
                 if column.name in row] if field.columns else [
                     (field, form.truth[field.name])] if field.name in form.truth else []
        found += [(field.name, value) for one, value in parts
                  if not isinstance(value, bool | Picture) and not is_shown(one, value, text)]
    return found


@pytest.mark.parametrize("way", NAMES)
def test_the_rows_still_fit_the_grid_of_their_table(way: str, forms: list[Filled]) -> None:
    for form in by(forms, way):
        for table in body_of(form.path).iter(f"{W}tbl"):
            grid = len(table.findall(f"{W}tblGrid/{W}gridCol"))
            assert {spans(row) for row in rows_in(table)} == {grid}
            ids = [one.get(f"{W}val") for one in table.iter(f"{W}id")]
            assert len(ids) == len(set(ids))


def test_what_a_way_has_changed_is_a_field_of_the_form(forms: list[Filled], kind: Kind) -> None:
    names = {one.name for one in kind.fields}
    for form in forms:
        assert form.changed
        assert form.changed <= names


# Each of them.

def test_there_are_more_rows_than_the_form_has(forms: list[Filled], kind: Kind) -> None:
    for form in by(forms, "rows_added"):
        for name in form.changed:
            field = kind.field_called(name)
            assert field
            assert len(rows_of(form.truth[name])) > field.rows
            rows = rows_in(body_of(form.path))
            at = next(at for at, row in enumerate(rows) if said(row[0]) == field.label)
            merged = [row[0].find(f"{W}tcPr/{W}vMerge") for row in rows[at:]]
            down = next((n for n, one in enumerate(merged[1:], 1)
                         if one is None or one.get(f"{W}val") == "restart"), len(merged))
            assert down == len(rows_of(form.truth[name])) + 1


def test_labels_are_retyped(forms: list[Filled], kind: Kind) -> None:
    seen = set()
    for form in by(forms, "labels_spaced"):
        body = body_of(form.path)
        raw = ["¶".join("".join(one.text for one in line.iter(f"{W}t"))
                        for line in cell.iter(f"{W}p"))
               for row in rows_in(body) for cell in row]
        assert len(form.changed) > 10
        for name in form.changed:
            field = kind.field_called(name)
            assert field
            assert field.columns or field.label not in raw
        seen |= {mark for mark in ("  ", "\u3000", "：", "¶", "*", "必填") for text in raw
                 if mark in text and len(text) < 20}
        assert bool(tags_in(body)) == (form.turn % 2 == 0)
    assert len(seen) == 6


def test_no_control_is_left_where_they_are_deleted(forms: list[Filled]) -> None:
    for form in by(forms, "controls_deleted"):
        assert next(body_of(form.path).iter(f"{W}sdt"), None) is None


def test_ticks_are_typed_in_six_ways_and_no_box_is_clicked(forms: list[Filled],
                                                           kind: Kind) -> None:
    seen = set()
    for form in by(forms, "ticks_typed"):
        cell = next(cell for owner, _field, _value, cell in places(form, kind)
                    if owner == "in_post")
        seen.add(" ".join(words_of(cell)))
        assert {value for one in cell.iter() for name, value in one.attrib.items()
                if one.tag.endswith("}checked")} <= {"0"}
    assert len(seen) == 6


def test_dates_are_typed_in_six_styles_and_no_control_keeps_them(forms: list[Filled],
                                                                kind: Kind) -> None:
    patterns = (r"\d{4}\.\d{1,2}(\.\d+)?", r"\d{4}-\d\d(-\d\d)?", r"\d{4}年\d+月(\d+日)?",
                r"[〇一二三四五六七八九]{4}年\w+月(\w+日)?", r"\d{4}/\d+(/\d+)?", r"\d{6}(\d\d)?")
    seen: set[int] = set()
    for form in by(forms, "dates_in_six_styles"):
        for _owner, _field, value, cell in places(form, kind):
            if isinstance(value, Month | date):
                found = [at for at, one in enumerate(patterns) if re.fullmatch(one, said(cell))]
                assert len(found) == 1
                seen.update(found)
                assert {one.get(f"{W}fullDate") for one in cell.iter(f"{W}date")} <= {
                    None, "2026-03-02T00:00:00Z"}
                assert next(cell.iter(f"{W}showingPlcHdr"), None) is None
    assert seen == set(range(6))


def test_prompts_are_left(forms: list[Filled], kind: Kind) -> None:
    for form in by(forms, "a_prompt_left"):
        body = body_of(form.path)
        cells = [said(cell) for row in rows_in(body) for cell in row]
        unwritten = [one for one in kind.fields if one.name not in form.truth
                     and one.by != "office"]
        black = [one for one in unwritten if one.required]
        assert len(unwritten) == 3
        assert len(black) == 1
        for field in black:
            assert squeezed(prompt_of(field)) in [text.removesuffix(field.unit) for text in cells]
            assert field.name not in tags_in(body)
        for field in set(unwritten) - set(black):
            showing = [one for one in body.iter(f"{W}sdt") for tag in one.iter(f"{W}tag")
                       if tag.get(f"{W}val", "").partition(".")[0] == field.name
                       and one.find(f"{W}sdtPr/{W}showingPlcHdr") is not None]
            assert showing
        behind = [owner for owner, field, value, cell in places(form, kind) if owner == field.name
                  and said(cell).removesuffix(field.unit) in [
                      squeezed(prompt_of(field)) + one for one in ways_to_write(field, value)]]
        assert len(behind) == 1


def test_two_columns_have_changed_places(forms: list[Filled], kind: Kind) -> None:
    for form in by(forms, "two_columns_swapped"):
        for name in form.changed:
            field = kind.field_called(name)
            assert field
            heads = next([said(cell) for cell in row[1:]] for row in rows_in(body_of(form.path))
                         if said(row[0]) == field.label)
            labels = [one.label for one in field.columns]
            assert sorted(heads) == sorted(labels)
            assert sum(one != other for one, other in zip(heads, labels, strict=True)) == 2
    assert len({name for form in by(forms, "two_columns_swapped") for name in form.changed}) == 6


def test_values_stand_beside_controls_that_show_their_prompts(forms: list[Filled],
                                                              kind: Kind) -> None:
    for form in by(forms, "text_beside_the_box"):
        beside = below = 0
        for owner, field, value, cell in places(form, kind):
            rows = 2 if kind.field_called(owner) is not field else 0     # controls around a row
            outside = "".join(said(one) for one in cell.iter(f"{W}r")
                              if len(list(one.iterancestors(f"{W}sdt"))) == rows)
            prompt = next(cell.iter(f"{W}showingPlcHdr"), None)
            if prompt is not None and is_shown(field, value, outside):
                assert owner in form.changed
                beside += 1
                below += len(cell.findall(f"{W}p")) == 2
        assert (beside, below) == (7, 1)


@pytest.mark.parametrize("way", ["a_cell_split", "a_row_merged"])
def test_cells_are_split_or_merged(way: str, forms: list[Filled], blank: Path) -> None:
    before = [len(row) for row in rows_in(body_of(blank))]
    for form in by(forms, way):
        after = [len(row) for row in rows_in(body_of(form.path))]
        differences = sorted(now - then for now, then in zip(after, before, strict=True)
                             if now != then)
        if way == "a_cell_split":
            assert differences == [1]
        else:
            assert differences == ([-3, -1] if form.turn % 2 == 0 else [-1, -1])


def test_the_school_has_written_what_it_knows(kind: Kind, forms: list[Filled],
                                              tmp_path: Path) -> None:
    truth = forms[0].truth
    (tmp_path / "form.docx").write_bytes(prefilled(HOUSE, kind, truth, tmp_path))
    text = said(body_of(tmp_path / "form.docx"))
    assert all(str(truth[name]) in text for name in KNOWN)
    assert str(truth["id_number"]) not in text


# Forms after another program has had them.

def test_a_flattened_form_says_the_same_without_controls_and_stamp(
        forms: list[Filled], kind: Kind, tmp_path: Path) -> None:
    for form in by(forms, "rows_added"):
        path = tmp_path / form.path.name
        path.write_bytes(flattened(form.path.read_bytes()))
        body = body_of(path)
        assert next(body.iter(f"{W}sdt"), None) is None
        assert hidden(form, kind, said(body)) == []
        with zipfile.ZipFile(path) as archive:
            assert not [name for name in archive.namelist() if "custom" in name]
            assert b"custom" not in archive.read("_rels/.rels") + archive.read("[Content_Types].xml")


def test_a_flattened_form_has_no_prompts(blank: Path, tmp_path: Path) -> None:
    assert "点击填写" in said(body_of(blank))
    (tmp_path / "flat.docx").write_bytes(flattened(blank.read_bytes()))
    body = body_of(tmp_path / "flat.docx")
    assert "点击填写" not in said(body)
    assert "☐是" in said(body)
    assert not [one for one in body.iter() if one.tag.endswith("}blip")]


def test_many_forms_are_saved_anew_in_one_go(forms: list[Filled], kind: Kind, soffice_program: str,
                                             tmp_path: Path) -> None:
    some = forms[::20]
    odts = resaved([one.path for one in some], "odt", tmp_path / "odt", soffice_program)
    back = resaved(odts, "docx:MS Word 2007 XML", tmp_path / "docx", soffice_program)
    for form, path in zip(some, back, strict=True):
        assert hidden(form, kind, said(body_of(path))) == []


def test_a_program_that_never_ends_is_stopped(monkeypatch: pytest.MonkeyPatch,
                                              tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nsleep 600 &\nwait\n")
    program.chmod(0o755)
    monkeypatch.setattr("forms.reshaped._SECONDS", 1)
    begun = time.monotonic()
    with pytest.raises(AssertionError, match="did not end"):
        resaved([], "odt", tmp_path / "out", str(program))
    assert time.monotonic() - begun < 60
