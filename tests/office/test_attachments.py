"""What a form names as its attachments is no hand-in of its own; all else stays one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from checkers.findings import UNREADABLE
from checkers.verdict import Verdict
from generators.documents import generate
from office.attachments import Attachments
from office.checking import check
from office.collecting import collect
from office.hand_ins import HandIn
from plans.house import House
from plans.inputs import load_input

HOUSE = House()
SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "host-application-2026.yaml"
UNREAD = Verdict("", "", None, "", "none", UNREADABLE, ())
PNG = (SAMPLE.parent / "photo.png").read_bytes()


@pytest.fixture
def inbox(tmp_path, word):
    """A folder a person: a form that names two attachments, which lie beside and below it."""
    values = yaml.safe_load(SAMPLE.read_text("utf-8"))
    values["附件目录"] = "1.荣誉证书（2份）\n2.结题证书.jpg"
    (tmp_path / "photo.png").write_bytes(PNG)
    (tmp_path / "input.yaml").write_text(yaml.safe_dump(values, allow_unicode=True), "utf-8")
    folder = tmp_path / "in" / "陈明远"
    (folder / "证书").mkdir(parents=True)
    (folder / "申报表.docx").write_bytes(generate(load_input(tmp_path / "input.yaml", HOUSE)).data)
    (folder / "荣誉证书.jpg").write_bytes(PNG)
    (folder / "证书" / "结题证书.jpg").write_bytes(PNG)
    other = tmp_path / "in" / "别人"
    other.mkdir()
    (other / "荣誉证书.jpg").write_bytes(PNG)
    (other / "总结.docx").write_bytes(word("随便写写"))
    return tmp_path / "in"


def checked(inbox, capsys):
    code = check([str(inbox)], kind=None, require=(), period=None, roster=None, form="text",
                 fail_on="error", jobs=1, house=None, annotate=None, notices=None, deadline=None,
                 contact=None, force=False)
    return code, capsys.readouterr().out


def test_an_attachment_of_a_form_is_left_out_and_told(inbox, capsys):
    _code, said = checked(inbox, capsys)
    assert "陈明远/荣誉证书.jpg" not in said
    assert "结题证书.jpg  " not in said
    assert "2 attachments named in forms, not checked by themselves: 荣誉证书.jpg, 结题证书.jpg" in said


def test_a_file_of_that_name_beside_no_form_is_a_hand_in(inbox, capsys):
    code, said = checked(inbox, capsys)
    assert "别人/荣誉证书.jpg" in said
    assert code == 1


def test_a_file_that_no_form_names_is_a_hand_in(inbox, capsys):
    (inbox / "陈明远" / "合影.jpg").write_bytes(PNG)
    assert "陈明远/合影.jpg" in checked(inbox, capsys)[1]


def test_files_are_told_in_their_order(inbox, capsys):
    (inbox / "陈明远" / "01.jpg").write_bytes(PNG)
    said = checked(inbox, capsys)[1]
    places = [said.index(name) for name in ("别人/总结.docx", "别人/荣誉证书.jpg", "陈明远/01.jpg",
                                            "陈明远/申报表.docx")]
    assert places == sorted(places)


def test_collect_leaves_them_out_too(inbox, tmp_path, capsys):
    collect([str(inbox / "陈明远")], kind=None, roster=None, out=[str(tmp_path / "all.xlsx")],
            yaml=None, newest=False, jobs=1, force=False, ocr=False, house=None)
    said = capsys.readouterr().out
    assert "not collected" not in said
    assert "2 attachments named in forms" in said


def test_in_a_heap_of_many_people_s_papers_nothing_is_held_back():
    """Nor does K009 speak there: files come as they are read, whatever waits behind them."""
    told = []

    def read():
        for name in ("01.jpg", "02.docx"):
            told.append(name)
            yield HandIn(Path(name), name, name), replace(UNREAD, path=name)

    assert next(Attachments().without(read()))[1].path == "01.jpg"
    assert told == ["01.jpg"]
