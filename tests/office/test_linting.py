"""`homeroom lint` as a head meets it: what is wrong, where, how to mend it, and the exit code."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import docx
import pytest

from office.linting import lint
from plans.house import TEMPLATES, House

KINDS = [kind.id for kind in House().kinds]
PLAN = TEMPLATES / "_shared" / "plan.docx"

Run = Callable[..., CompletedProcess[str]]


@pytest.fixture
def folder(run: Run, tmp_path: Path) -> Path:
    """The folder of a kind that is in order."""
    run("add-kind", "家委会计划")
    return tmp_path / "homeroom.d" / "kinds" / "家委会计划"


def add(path: Path, *lines: str) -> None:
    """Writes paragraphs behind the title of a Word template."""
    document = docx.Document(str(path))
    body, = [one for one in document.paragraphs if one.text == "{{p 正文(内容) }}"]
    for line in lines:
        body.insert_paragraph_before(line)
    document.save(str(path))


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_every_built_in_kind_is_in_order(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert lint(str(TEMPLATES / kind), kind=None, house=None) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert said.out.startswith("✓ can be used")
    assert "error" not in said.out
    assert "    note" not in said.out


def test_a_kind_in_order_says_what_was_looked_at(run: Run, folder: Path) -> None:
    assert run("lint", folder).stdout.splitlines()[1:] == [
        "    kind.yaml can be read", "    the tags of document.docx are in order",
        "    an example document is made, and passes its own check"]


def test_a_fault_is_named_with_its_place_and_how_to_mend_it(run: Run, folder: Path) -> None:
    add(folder / "document.docx", "负责人：{{ 学较 }}")
    done = run("lint", folder)
    assert done.returncode == 1
    lines = [line.strip() for line in done.stdout.splitlines()]
    assert lines[0].startswith("✗ to be mended")
    assert lines[1] == "error  the name 学较 is not known"
    assert lines[2].startswith("where: document.docx › text, paragraph ")
    assert lines[2].endswith("“负责人：{{ 学较 }}”")
    assert lines[3] == "mend: did you mean 学校?"
    assert lines[-1] == "1 error"


def test_a_warning_alone_ends_with_0(run: Run, folder: Path) -> None:
    change(folder / "kind.yaml", "\nsections:", "\n  - {name: chair, label: 会长}\nsections:")
    done = run("lint", folder)
    assert done.returncode == 0
    assert "会长 is asked for, but printed nowhere" in done.stdout
    assert done.stdout.splitlines()[-1] == "1 note"


def test_a_field_that_may_be_blank_and_is_always_printed_is_found_by_trying(
        run: Run, folder: Path) -> None:
    change(folder / "kind.yaml", "\nsections:",
           "\n  - {name: chair, label: 会长, example: 周明慧}\nsections:")
    add(folder / "document.docx", "会长：{{ 会长 }}")
    done = run("lint", folder)
    assert done.returncode == 1
    assert "会长 has no value; the template prints it" in done.stdout


def test_a_field_that_is_printed_only_where_it_is_filled_in_is_in_order(
        run: Run, folder: Path) -> None:
    change(folder / "kind.yaml", "\nsections:",
           "\n  - {name: chair, label: 会长, example: 周明慧}\nsections:")
    add(folder / "document.docx", "{%p if 会长 %}", "会长：{{ 会长 }}", "{%p endif %}")
    assert run("lint", folder).returncode == 0


def test_an_example_that_its_field_does_not_take_is_found_by_trying(run: Run,
                                                                  folder: Path) -> None:
    change(folder / "kind.yaml", "example: 2026 ", "example: 今年 ")
    done = run("lint", folder)
    assert done.returncode == 1
    assert "年度: 今年 is not understood" in done.stdout


def test_a_template_that_prints_no_text_fails_its_own_check(run: Run, folder: Path) -> None:
    path = folder / "document.docx"
    document = docx.Document(str(path))
    for one in document.paragraphs:
        if one.text == "{{p 正文(内容) }}":
            one._p.getparent().remove(one._p)
    document.save(str(path))
    done = run("lint", folder)
    assert done.returncode == 1
    assert "指导思想" in done.stdout


def test_every_fault_of_kind_yaml_is_told_with_its_line_and_the_template_too(
        run: Run, folder: Path) -> None:
    change(folder / "kind.yaml", "topic: 指导思想 ", "topic: 指导思相 ")
    change(folder / "kind.yaml", "type: integer ", "type: intager ")
    add(folder / "document.docx", "{{ 学校")
    done = run("lint", folder)
    assert done.returncode == 1
    assert "unknown topic 指导思相" in done.stdout
    assert "type cannot be intager" in done.stdout
    assert f"where: {folder / 'kind.yaml'}:" in done.stdout
    assert "opened and not closed" in done.stdout
    assert done.stdout.splitlines()[-1] == "3 errors"


def test_a_word_file_that_nothing_names_is_a_warning(run: Run, folder: Path) -> None:
    shutil.copy(folder / "document.docx", folder / "document - 副本.docx")
    (folder / "~$cument.docx").write_bytes(b"what Word keeps beside an open file")
    done = run("lint", folder)
    assert done.returncode == 0
    assert "document - 副本.docx is not used" in done.stdout
    assert "~$" not in done.stdout


def test_a_kind_without_a_template_says_so(run: Run, folder: Path) -> None:
    change(folder / "kind.yaml", "word: ", "# word: ")
    (folder / "document.docx").unlink()
    done = run("lint", folder)
    assert done.returncode == 0
    assert "no Word template is named" in done.stdout


def test_a_file_is_linted_for_the_kind_beside_it(run: Run, folder: Path) -> None:
    add(folder / "document.docx", "{{ 学较 }}")
    assert "did you mean 学校?" in run("lint", folder / "document.docx").stdout


def test_a_file_is_linted_for_the_kind_that_is_named(run: Run, tmp_path: Path) -> None:
    shutil.copy(PLAN, tmp_path / "mine.docx")
    add(tmp_path / "mine.docx", "{{ 学较 }}")
    done = run("lint", "mine.docx", "--kind", "studio-annual-plan")
    assert done.returncode == 1
    assert "did you mean 学校?" in done.stdout


def test_a_file_without_a_kind_is_checked_for_common_names_and_says_so(run: Run,
                                                                     tmp_path: Path) -> None:
    shutil.copy(PLAN, tmp_path / "mine.docx")
    add(tmp_path / "mine.docx", "{{ 会长 }}{% for m in 各月 %}{{ m.任务x }}{% endfor %}")
    done = run("lint", "mine.docx")
    assert done.returncode == 1
    assert "the name m.任务x is not known" in done.stdout
    assert "taken for fields, not checked: 会长" in done.stdout
    assert "only the names that every kind has are known" in done.stdout


def test_a_kind_that_lies_in_no_house_is_linted(run: Run, folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "elsewhere" / "家委会计划")
    done = run("lint", tmp_path / "elsewhere" / "家委会计划")
    assert done.returncode == 0, done.stdout
    assert "passes its own check" in done.stdout


def test_a_file_that_is_no_word_file_is_an_error(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_text("文字", encoding="utf-8")
    done = run("lint", "a.docx")
    assert done.returncode == 1
    assert "not a Word file" in done.stdout


@pytest.mark.parametrize("arguments", [("没有.docx",), ("没有",), (".",), (),
                                       ("a.docx", "--kind", "没有")])
def test_wrong_usage_ends_with_2(run: Run, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    shutil.copy(PLAN, tmp_path / "a.docx")
    done = run("lint", *arguments)
    assert done.returncode == 2
    assert done.stderr
    assert "Traceback" not in done.stderr


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """The folder of a form without a Word template."""
    folder = tmp_path / "homeroom.d" / "kinds" / "家访表"
    folder.mkdir(parents=True)
    (folder / "kind.yaml").write_text("""\
name: 家访表
family: form
file_name: "{{ 姓名 }}家访表"
fields:
  - {name: name, label: 姓名, required: true}
  - {name: level, label: 职称, type: choice, options: [初级, 中级], ordered: true, required: true}
  - {name: phone, label: 电话, type: phone, required: true}
  - {name: id_number, label: 身份证号, type: id-number, required: true}
  - {name: photo, label: 照片, type: picture, required: true}
  - {name: topics, label: 主题, type: ticks, options: [学习, 心理, 纪律], at_least: 2, required: true}
  - {name: now, label: 在岗, type: yesno, required: true}
  - {name: years, label: 年限, type: integer, at_least: 1, at_most: 45, required: true}
  - {name: story, label: 经过, type: longtext, at_least: 30, required: true}
  - {name: fee, label: 经费, type: money}
  - name: items
    label: 评分
    type: table
    required: true
    columns:
      - {name: item, label: 指标}
      - {name: most, label: 满分, type: number}
      - {name: got, label: 得分, type: number, limit: 满分, required: true}
    fixed: [[班会, 10], [家访, 5]]
  - {name: total, label: 总分, type: number, sum_of: 评分.得分}
layout:
  - {photo: 照片, rows: 2}
  - [姓名, 职称]
  - 经过
""", encoding="utf-8")
    return folder


def test_a_form_needs_no_word_template(run: Run, form: Path) -> None:
    done = run("lint", form)
    assert (done.returncode, done.stdout.splitlines()[1:]) == (0, [
        "    kind.yaml can be read", "    the form is drawn as layout: says, no Word template is needed",
        "    an example document is made, and passes its own check"])


def test_a_fault_in_a_form_is_named_with_how_to_mend_it(run: Run, form: Path) -> None:
    change(form / "kind.yaml", "  - 经过", "  - [经过, 年限]")
    change(form / "kind.yaml", "layout:",
           "conditions:\n  - {field: 职称, at_least: 高级, says: 须有高级职称}\nsummary: 没有的表\nlayout:")
    done = run("lint", form)
    assert done.returncode == 1
    assert "须有高级职称: 职称 has no option 高级" in done.stdout
    assert "mend: write one of: 初级、中级" in done.stdout
    assert "does not stand beside others (经过、年限)" in done.stdout
    assert "summary: there is no kind 没有的表" in done.stdout
    assert "3 errors" in done.stdout


def test_points_that_nobody_has_set_are_told_and_are_no_fault(run: Run, form: Path) -> None:
    change(form / "kind.yaml", "[家访, 5]", "[家访]")
    done = run("lint", form)
    assert done.returncode == 0
    assert "the points in column 满分 of 评分 are not set yet" in done.stdout
