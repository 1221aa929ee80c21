"""The five real texts that the project began with, where they lie beside the checkout.

They are not ours to publish, so none of their sentences stands here, only names of headings. Where
they are absent (as in a clone, or under CI) these tests skip and say so; tests/texts holds
imitations of our own that are always read.
"""

from __future__ import annotations

import os
import re
import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

from plans.house import House

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "seeds"
# Test files are no package here, so what makes and reads a file is run in from the one beside.
made = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("test_texts.py"))))

HEADINGS = {
    "000": ["指导思想", "主要工作目标与任务", "措施", "工作室规章制度"],
    "001": ["实施目的", "组织领导", "加强班主任培训", "方法措施", "奖励办法"],
    "002": ["指导思想", "目标和任务", "组织和保障", "培训内容", "培训方法"],
    "003": ["指导思想", "工作目标", "组建、运行程序", "主要任务", "保障措施", "工作要求"],
    "004": ["校本培訓研修工作指導思想", "校本研修工作總體目標", "校本研修的具體目標",
            "具體工作措施和方法", "2014年各月份工作安排"],
}
KINDS = {"000": "studio-annual-plan", "001": "implementation-plan",
         "002": "training-plan", "003": "studio-scheme", "004": "school-research-plan"}

pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(),
    reason="the five source texts are not ours to publish and are not beside this checkout"
           + (", nor does CI have them" if os.environ.get("CI") else f" ({FOLDER})"))


def lines_of(name: str) -> list[str]:
    path, = FOLDER.glob(f"{name}_*.txt")
    return path.read_text(encoding="utf-8").split("\n")


@pytest.fixture
def plain(tmp_path: Path):
    return lambda name: made.word_file(lines_of(name), tmp_path / f"{name}.docx")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory, soffice_program: str) -> Path:
    """A folder with the PDF of every source."""
    folder = tmp_path_factory.mktemp("printed")
    made.print_beside([made.word_file(lines_of(name), folder / f"{name}.docx")
                       for name in HEADINGS])
    return folder


@pytest.mark.parametrize("name", HEADINGS)
def test_headings_are_read_from_plain_paragraphs(name: str, plain) -> None:
    assert made.first_level(plain(name)) == HEADINGS[name]


@pytest.mark.parametrize("name", HEADINGS)
def test_headings_are_read_where_word_numbers_them(name: str, tmp_path: Path) -> None:
    path = made.word_file(lines_of(name), tmp_path / "a.docx", HEADINGS[name])
    assert made.first_level(path) == HEADINGS[name]


@pytest.mark.parametrize("name", HEADINGS)
def test_headings_are_read_from_a_pdf(name: str, printed: Path) -> None:
    assert made.first_level(printed / f"{name}.pdf") == HEADINGS[name]


@pytest.mark.parametrize(("name", "months"), [
    ("000", []), ("001", []), ("002", []), ("003", []),
    ("004", [(2014, month) for month in range(3, 13)])])
def test_months_are_read(name: str, months: list[tuple[int, int]], plain) -> None:
    outline = made.outline_at(plain(name))
    assert [(one.year, one.month) for one in outline.main.months] == months


@pytest.mark.parametrize(("name", "months"), [("000", []), ("004", list(range(3, 13)))])
def test_months_are_read_from_a_pdf(name, months, printed) -> None:
    outline = made.outline_at(printed / f"{name}.pdf")
    assert [one.month for one in outline.main.months] == months


def test_the_conditions_of_an_annex_are_no_headings(plain) -> None:
    outline = made.outline_at(plain("003"))
    assert [one.name for one in outline.parts] == ["main", "annex-1", "annex-2"]
    assert outline.parts[1].headings == ()


@pytest.mark.parametrize("given", [True, False], ids=["given", "detected"])
@pytest.mark.parametrize("name", KINDS)
def test_a_plan_passes_as_its_kind(name: str, given: bool, plain) -> None:
    code, file = made.run_check(plain(name), *(["--kind", KINDS[name]] if given else []))
    assert (code, file["status"], file["kind"]) == (0, "pass", KINDS[name])


@pytest.mark.parametrize("name", KINDS)
def test_a_plan_passes_as_a_pdf(name: str, printed: Path) -> None:
    code, file = made.run_check(printed / f"{name}.pdf")
    assert (code, file["status"], file["kind"]) == (0, "pass", KINDS[name])


@pytest.mark.parametrize(("name", "numbers", "given"), [
    ("000", "typed", True), ("000", "typed", False), ("000", "automatic", True),
    ("001", "typed", True), ("001", "typed", False), ("001", "automatic", True),
    ("002", "typed", True), ("002", "typed", False), ("002", "automatic", True),
    ("004", "typed", True), ("004", "typed", False), ("004", "automatic", True)])
def test_each_section_that_is_cut_out_is_missed(
        name: str, numbers: str, given: bool, tmp_path: Path) -> None:
    titles = HEADINGS[name]
    topics = [one.topic for one in House().kind(KINDS[name]).sections if one.required]
    for title, topic in zip(titles, topics, strict=True):
        kept = [one for one in titles if one != title]
        path = made.word_file(made.without(lines_of(name), title, titles), tmp_path / "a.docx",
                              kept if numbers == "automatic" else ())
        code, file = made.run_check(path, *(["--kind", KINDS[name]] if given else []))
        assert (title, code, made.missing_in(file)) == (title, 1, [topic])


def scheme() -> dict[str, list[str]]:
    """The lines of 003 by what they belong to, in order: sections, the list of annexes, annexes."""
    lines = [line.strip() for line in lines_of("003")]
    starts = {title: next(at for at, line in enumerate(lines)
                          if re.match(rf"[一二三四五六]、{title}$", line))
              for title in HEADINGS["003"]}
    starts["list"] = next(at for at, line in enumerate(lines) if re.match("附件1[:：]", line))
    starts["annex-1"] = lines.index("附件1")
    starts["annex-2"] = max(at for at, line in enumerate(lines) if line.endswith("考核细则"))
    # The text has lost the label of its second annex; without the first one nothing else marks it.
    lines[starts["annex-2"]:starts["annex-2"]] = ["附件2"]
    for name in range(1, 6):
        starts[f"annex-2/{name}"] = next(
            at for at, line in enumerate(lines) if at > starts["annex-2"]
            and line.startswith("一二三四五"[name - 1] + "、"))
    ends = [*list(starts.values())[1:], len(lines)]
    return {"": lines[:starts["指导思想"]]} | {
        name: lines[start:end] for (name, start), end in zip(starts.items(), ends, strict=True)}


ASKED = {"annex-1": "名班主任工作室主持人申报条件", "annex-2": "名班主任工作室考核细则",
         "annex-2/1": "总体要求", "annex-2/2": "工作室成员", "annex-2/3": "建设实践",
         "annex-2/4": "建设成效", "annex-2/5": "工作保障",
         "组建、运行程序": "组建运行"}


@pytest.mark.parametrize("given", [True, False], ids=["given", "detected"])
def test_each_section_and_annex_of_the_scheme_that_is_cut_out_is_missed(
        given: bool, tmp_path: Path) -> None:
    pieces = scheme()
    for cut in [*HEADINGS["003"], *(name for name in pieces if name.startswith("annex"))]:
        lines = [line for name, piece in pieces.items()
                 if name != cut and not name.startswith(f"{cut}/") for line in piece]
        path = made.word_file(lines, tmp_path / "a.docx")
        code, file = made.run_check(path, *(["--kind", KINDS["003"]] if given else []))
        places = [(one["location"]["part"], one["location"]["section"])
                  for one in file["findings"] if one["rule"] == "S001"]
        assert (cut, code, places) == (
            cut, 1, [(cut.split("/")[0] if "annex" in cut else "main", ASKED.get(cut, cut))])
