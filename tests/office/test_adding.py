"""`homeroom add-kind` as a head meets it: a folder that works at once, and nothing overwritten."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from office.adding import add_kind
from office.trial import example_input
from plans.errors import NOWHERE
from plans.house import House
from plans.kinds import Kind

ROOT = Path(__file__).resolve().parents[2]
KINDS = [kind.id for kind in House().kinds if kind.word]
DRAWN = [kind.id for kind in House().kinds if kind.is_drawn]
PRINTED = ["studio-annual-plan", "monthly-schedule", "return-notice"]     # of each family one
FORMS = ["host-application", "studio-assessment"]   # all that a form can declare, between them

Run = Callable[..., CompletedProcess[str]]


def folder_of(tmp_path: Path, name: str) -> Path:
    return tmp_path / "homeroom.d" / "kinds" / name


# A new kind works before anything in it is changed.

@pytest.mark.parametrize(("source", "name"), [(None, "家长委员会工作计划"), (None, "parents-2"), *zip(
    PRINTED, cycle(["家长委员会工作计划", "parents-2"]))])
def test_a_new_kind_works_at_once(run: Run, tmp_path: Path, name: str, source: str | None) -> None:
    done = run("add-kind", name, *(["--from", source] if source else []))
    assert (done.returncode, done.stderr) == (0, "")
    assert {one.name for one in folder_of(tmp_path, name).iterdir()} == {
        "kind.yaml", "document.docx"}
    linted = run("lint", folder_of(tmp_path, name))
    assert (linted.returncode, linted.stdout.count("\n")) == (0, 4)
    assert run("kinds", name).returncode == 0
    assert run("new", name, "-o", "blank.yaml").returncode == 0
    kind = House(tmp_path / "homeroom.d").kind(name)
    (tmp_path / "filled.yaml").write_text(example_input(kind), encoding="utf-8")
    made = run("generate", "filled.yaml", "-o", "out")
    assert (made.returncode, made.stderr) == (0, "")
    checked = run("check", "out")
    assert checked.returncode == 0, checked.stdout
    assert checked.stdout.splitlines()[0].endswith(kind.name)


@pytest.mark.parametrize("source", FORMS)
def test_a_copy_of_a_form_works_at_once(run: Run, tmp_path: Path, source: str) -> None:
    done = run("add-kind", "家访登记表", "--from", source)
    assert (done.returncode, done.stderr) == (0, "")
    assert "homeroom form 家访登记表" in done.stdout
    linted = run("lint", folder_of(tmp_path, "家访登记表"))
    assert linted.returncode == 0, linted.stdout
    made = run("form", "家访登记表", "-o", "out")
    assert (made.returncode, made.stdout) == (0, "written: out/家访登记表.docx\n")


def asked_by(kind: Kind) -> Kind:
    """A kind without its names and places."""
    return replace(kind, id="", name="", version=0, title="", file_name="", also=(), word=None,
                   folder=ROOT, targets=tuple(replace(one, place=NOWHERE) for one in kind.targets))


@pytest.mark.parametrize("source", sorted({*KINDS, *DRAWN}))
def test_a_copy_asks_for_what_the_kind_it_is_of_asks_for(tmp_path: Path, source: str) -> None:
    assert add_kind("家访登记表", from_=source, house=str(tmp_path)) == 0
    copy, given = House(tmp_path).kind("家访登记表"), House().kind(source)
    assert asked_by(copy) == asked_by(given)
    assert (copy.name, copy.also, copy.folder) == (
        "家访登记表", (), tmp_path / "kinds" / "家访登记表")
    assert {one.name for one in copy.folder.iterdir()} == {
        "kind.yaml", *(["document.docx"] if given.word else [])}


def test_other_kinds_are_still_recognised_beside_a_copy(run: Run) -> None:
    run("add-kind", "copy-1", "--from", KINDS[-1])
    run("add-kind", "家校共育计划", "--from", KINDS[-2])
    good = [one for one in (ROOT / "samples" / "submissions").iterdir() if "合格" in one.name]
    done = run("check", *good)
    assert done.returncode == 0, done.stdout


def test_the_house_folder_is_made_and_said(run: Run) -> None:
    assert "own folder is made: homeroom.d" in run("add-kind", "家委会计划").stdout
    assert "is made" not in run("add-kind", "家校计划").stdout


def test_the_house_that_is_named_gets_the_kind(run: Run, tmp_path: Path) -> None:
    (tmp_path / "本校 文件夹").mkdir()
    done = run("add-kind", "家委会计划", "--house", "本校 文件夹")
    assert (tmp_path / "本校 文件夹" / "kinds" / "家委会计划" / "kind.yaml").is_file()
    assert not (tmp_path / "homeroom.d").exists()
    command = next(line for line in done.stdout.splitlines() if "homeroom new" in line)
    assert command.endswith('--house "本校 文件夹"')


def test_the_house_of_the_environment_gets_the_kind(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    run("add-kind", "家委会计划", HOMEROOM_HOUSE=str(tmp_path / "own"))
    assert (tmp_path / "own" / "kinds" / "家委会计划").is_dir()


def test_what_to_do_next_is_said(run: Run) -> None:
    said = run("add-kind", "家委会计划").stdout
    for step in ("document.docx", "kind.yaml", "homeroom lint ", "homeroom new 家委会计划"):
        assert step in said.partition("next:")[2]


def test_a_kind_of_our_own_may_replace_a_built_in_one(run: Run, tmp_path: Path) -> None:
    assert run("add-kind", KINDS[0], "--from", KINDS[0]).returncode == 0
    own = House(tmp_path / "homeroom.d").kind(KINDS[0])
    built_in = House().kind(KINDS[0])
    assert own.folder == folder_of(tmp_path, KINDS[0])
    assert (own.name, own.title, own.also, own.fields, own.sections) == (
        built_in.name, built_in.title, built_in.also, built_in.fields, built_in.sections)


def test_a_copy_leaves_the_names_of_the_other_kind_to_it(run: Run, tmp_path: Path) -> None:
    run("add-kind", "家校共育计划", "--from", KINDS[-1])
    copy = House(tmp_path / "homeroom.d").kind("家校共育计划")
    assert (copy.name, copy.also) == ("家校共育计划", ())
    assert copy.title.endswith("家校共育计划")


# Nothing is overwritten, and no name is taken that cannot work.

def test_a_kind_that_is_there_is_left_as_it_is(run: Run, tmp_path: Path) -> None:
    run("add-kind", "家委会计划")
    mine = folder_of(tmp_path, "家委会计划") / "kind.yaml"
    mine.write_text("# 我的", encoding="utf-8")
    done = run("add-kind", "家委会计划", "--from", KINDS[0])
    assert (done.returncode, mine.read_text(encoding="utf-8")) == (1, "# 我的")
    assert "there already" in done.stderr


def test_capital_letters_alone_make_no_other_name(run: Run, tmp_path: Path) -> None:
    run("add-kind", "parents")
    assert run("add-kind", "Parents").returncode == 1
    assert [one.name for one in folder_of(tmp_path, "").iterdir()] == ["parents"]
    assert run("add-kind", KINDS[0].upper()).returncode == 1


@pytest.mark.parametrize("name", ["a b", "../上级", "家委会/计划", ".隐藏", "con", "LPT1", "-a", "a-",
                                  "计划。", "计" * 41, "", "a--b", "计划:1", "_shared"])
def test_a_name_that_cannot_be_a_folder_everywhere_is_wrong_usage(run: Run, tmp_path: Path,
                                                                 name: str) -> None:
    done = run("add-kind", "--", name)
    assert done.returncode == 2
    assert "mend: " in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_name_of_another_kind_is_wrong_usage(run: Run) -> None:
    done = run("add-kind", House().kind(KINDS[0]).name)
    assert done.returncode == 2
    assert f"--from {KINDS[0]}" in done.stderr


def test_a_form_copied_to_change_it_keeps_its_chinese_name(run: Run, tmp_path: Path) -> None:
    done = run("add-kind", "host-application", "--from", "host-application")
    assert done.returncode == 0
    assert "its Chinese name" not in done.stdout


def test_an_unknown_kind_to_copy_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    assert run("add-kind", "家委会计划", "--from", "没有").returncode == 2
    assert list(tmp_path.iterdir()) == []


def test_a_house_that_may_not_be_written_to_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "homeroom.d").mkdir()
    (tmp_path / "homeroom.d" / "kinds").write_text("a file where the folder should be")
    done = run("add-kind", "家委会计划")
    assert done.returncode == 1
    assert "cannot be made" in done.stderr
    assert [one.name for one in (tmp_path / "homeroom.d").iterdir()] == ["kinds"]
