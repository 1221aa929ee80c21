"""`new`: what last year's document and a sheet of tasks hold comes out again, nothing lost."""

from __future__ import annotations

import re
import runpy
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path
from subprocess import CompletedProcess
from types import SimpleNamespace

import docx
import openpyxl
import pytest

from called import called
from checkers.document import Table
from checkers.outline import Outline, outline_of
from checkers.submission import read_submission
from generators.documents import generate
from plans.house import House
from plans.inputs import load_input
from plans.plan import Plan

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
SEEDS = ROOT.parent / "shared" / "seeds"
HOUSE = House()
made = SimpleNamespace(**runpy.run_path(str(ROOT / "tests" / "test_texts.py")))
# A plan whose template lays it out in a way of its own is no plan to begin the next one from.
PAPERS = [path for path in sorted(SAMPLES.glob("*.yaml"))
          if load_input(path, HOUSE).kind.word == ROOT / "templates" / "_shared" / "plan.docx"]

New = Callable[..., CompletedProcess[str]]


@pytest.fixture
def new(tmp_path: Path) -> New:
    """Runs `new` in an empty folder of its own; the input is next.yaml."""
    def run(*words: str, out: str = "next.yaml") -> CompletedProcess[str]:
        return called(tmp_path, "new", *words, "-o", out, "--force")
    return run


@pytest.fixture
def begun(new: New, tmp_path: Path) -> Callable[..., Plan]:
    """The plan that an input begun from these paragraphs, or this file, is read as."""
    def run(kind: str, source: Path | Iterable[str], *options: str, draft: bool = True) -> Plan:
        path = source if isinstance(source, Path) else made.word_file(source,
                                                                      tmp_path / "last.docx")
        done = new(kind, "--from", str(path), *options)
        assert done.returncode == 0, done.stderr
        return load_input(tmp_path / "next.yaml", HOUSE, draft=draft)
    return run


def printed(path: Path) -> tuple[list[str], list[tuple[int, str]]]:
    """The lines and cells of a document, and its headings with their levels."""
    outline = outline_at(path)
    lines = [text for part in outline.parts for row in part.rows for text in (
        ["|".join(cell.text for cell in cells) for cells in row.rows]
        if isinstance(row, Table) else [row.text])]
    return lines, [(one.level, one.title) for one in outline.headings()]


def outline_at(path: Path) -> Outline:
    document = read_submission(path).document
    assert document is not None
    return outline_of(document, HOUSE.topics)


def texts(passages: Iterable[object]) -> list[str]:
    return [one.text for one in passages]       # type: ignore[attr-defined]


def written(plan: Plan, title: str) -> list[str]:
    return next([text for _level, one in section.walk() for text in texts(one.passages)]
                for section in plan.sections if section.title == title)


@pytest.mark.parametrize("sample", PAPERS, ids=lambda path: path.stem)
def test_a_plan_begun_from_its_own_print_prints_the_same(sample: Path, begun, tmp_path) -> None:
    plan = load_input(sample, HOUSE)
    first, second = tmp_path / "last.docx", tmp_path / "again.docx"
    first.write_bytes(generate(plan).data)
    second.write_bytes(generate(begun(plan.kind.id, first, draft=False)).data)
    assert printed(second) == printed(first)


def test_a_pdf_gives_what_its_word_file_gives(begun, tmp_path: Path, soffice) -> None:
    plan = load_input(SAMPLES / "research-plan-2014.yaml", HOUSE)
    path = tmp_path / "last.docx"
    path.write_bytes(generate(plan).data)
    from_word = begun(plan.kind.id, path, draft=False)
    from_pdf = begun(plan.kind.id, soffice(path, "pdf", tmp_path / "out"), draft=False)
    assert [one.title for one in from_pdf.sections] == [one.title for one in from_word.sections]
    assert [[task.text for task in one.tasks] for one in from_pdf.schedule] == [
        [task.text for task in one.tasks] for one in from_word.schedule]
    said = ["".join(written(one, "指导思想")) for one in (from_pdf, from_word)]
    assert said[0] == said[1]


PLAN = ["江城实验学校2014年校本研修计划", "一、指导思想：", "以学生为本。", "二、总体目标", "都有进步。",
        "三、具体目标", "1、读书；", "2、听课。", "四、具体措施", "（一）读书", "每周一次。", "（二）听课",
        "每月一次。", "五、2014年各月份工作安排", "三月份：制定计划", "四月份：1、开题；", "2、听课。",
        "江城实验学校教导处", "2014年3月5日"]


def test_the_sections_months_and_values_of_last_year_are_there(begun) -> None:
    plan = begun("school-research-plan", PLAN, draft=False)
    assert (plan.shown["school"], plan.shown["year"], str(plan.period)) == (
        "江城实验学校", "2014", "2014-03/2014-04")
    assert written(plan, "指导思想") == ["以学生为本。"]
    assert written(plan, "具体目标") == ["1、读书；", "2、听课。"]
    assert [[task.text for task in month.tasks] for month in plan.schedule] == [
        ["制定计划"], ["开题；", "听课。"]]
    assert plan.signature
    assert (plan.signature.unit, str(plan.signature.date)) == ("江城实验学校教导处", "2014-03-05")


@pytest.mark.parametrize("name", ["task-ledger-2026", "month-list-2026", "year-grid-2026"])
def test_names_that_stand_side_by_side_in_a_title_are_told_apart(name: str, begun,
                                                                tmp_path: Path) -> None:
    plan = load_input(SAMPLES / f"{name}.yaml", HOUSE)
    path = tmp_path / "last.docx"
    path.write_bytes(generate(plan).data)
    assert begun(plan.kind.id, path).shown == plan.shown


def test_sub_headings_keep_their_place(begun) -> None:
    plan = begun("school-research-plan", PLAN)
    measures = plan.sections[3]
    assert [(one.title, texts(one.passages)) for one in measures.sections] == [
        ("读书", ["每周一次。"]), ("听课", ["每月一次。"])]


def test_it_is_said_what_was_found_and_what_comes_next(new: New, tmp_path: Path) -> None:
    made.word_file(PLAN, tmp_path / "last.docx")
    said = new("school-research-plan", "--from", "last.docx").stdout
    assert "sections with text: 6, months: 2, tasks: 3" in said
    doubts = (tmp_path / "next.yaml").read_text("utf-8").count("# 待核对")
    assert f"(marked 待核对): {doubts}" in said
    assert "homeroom generate next.yaml" in said


def test_a_section_that_was_not_there_is_blank_and_told(new: New, begun, tmp_path: Path) -> None:
    plan = begun("school-research-plan", made.without(PLAN, "总体目标", ["总体目标", "具体目标"]))
    assert "# 待核对：去年的材料里没有找到这一部分\n  总体目标: |" in (
        tmp_path / "next.yaml").read_text("utf-8")
    assert "总体目标" in {gap.label for gap in plan.gaps}


def test_a_title_that_is_worded_otherwise_stands_in_a_comment(begun, tmp_path: Path) -> None:
    begun("school-research-plan", PLAN)
    assert "# 去年的标题：具体措施\n" in (tmp_path / "next.yaml").read_text("utf-8")


def test_a_section_that_the_kind_does_not_know_stays_in_its_place(begun) -> None:
    lines = [*PLAN[:3], "二、校史回顾", "建校五十年。",
             *(line.replace("二、总体", "三、总体").replace("三、具体", "四、具体").replace(
                 "四、具体措施", "五、具体措施").replace("五、2014", "六、2014") for line in PLAN[3:])]
    plan = begun("school-research-plan", lines)
    assert [one.title for one in plan.sections][:3] == ["指导思想", "校史回顾", "总体目标"]
    assert written(plan, "校史回顾") == ["建校五十年。"]


@pytest.mark.parametrize("text", [
    "他说：“读书: 好”，# 不是注释", "{{ 学校 }}、{% x %}", "a: b", "[1]", "0510", "~", "两  个空格\t制表",
    "①读书 ②写字", "《书》*&%@!`|>", "—— 破折号"])
def test_odd_text_is_kept_character_for_character(text: str, begun, tmp_path: Path) -> None:
    plan = begun("school-research-plan", [*PLAN[:3], text, *PLAN[3:]], draft=False)
    assert written(plan, "指导思想") == ["以学生为本。", text]
    assert text in generate_text(plan, tmp_path)


def generate_text(plan: Plan, folder: Path) -> str:
    path = folder / "again.docx"
    path.write_bytes(generate(plan).data)
    return "\n".join(printed(path)[0])


def test_a_document_without_headings_is_text_before_the_sections(begun) -> None:
    plan = begun("school-research-plan", ["我们今年读了很多书，也听了很多课。", "明年还要继续读书，继续听课。"])
    assert texts(plan.lead) == ["我们今年读了很多书，也听了很多课。", "明年还要继续读书，继续听课。"]
    assert plan.shown["school"] == "【待填：学校】"


def test_months_alone_make_a_schedule(begun) -> None:
    plan = begun("monthly-schedule", ["江城实验学校2014年各月份工作安排", "十二月：总结", "一月：放假",
                                      "三月：开学"])
    assert str(plan.period) == "2014-12/2015-03"
    assert [task.text for one in plan.schedule for task in one.tasks] == [
        "总结", "放假", "【待填：二月工作】", "开学"]


def test_a_month_between_that_has_no_tasks_is_told(begun, tmp_path: Path) -> None:
    plan = begun("school-research-plan", [line.replace("四月份", "五月份") for line in PLAN])
    assert "# 待核对：去年没有写这个月\n  - month: 2014-04" in (
        tmp_path / "next.yaml").read_text("utf-8")
    assert len(plan.schedule) == 3


def table(path: Path, lines: list[str], rows: list[list[str]], *,
          merged: tuple[int, int] | None = None) -> Path:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    grid = document.add_table(len(rows), len(rows[0]))
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            grid.cell(at, column).text = text
    if merged:
        joined = grid.cell(merged[0], 0).merge(grid.cell(merged[1], 0))
        joined.text = rows[merged[0]][0]
    document.save(str(path))
    return path


def test_a_table_of_months_keeps_who_until_when_and_where(begun, tmp_path: Path) -> None:
    path = table(tmp_path / "last.docx", PLAN[:14], [
        ["月份", "工作任务", "负责人", "完成时间", "地点"],
        ["三月", "制定计划", "王珂", "3月20日", "会议室"],
        ["", "开题", "教导处", "月底", ""],
        ["四月", "听课", "", "", ""]], merged=(1, 2))
    plan = begun("school-research-plan", path, draft=False)
    (first, second), (third,) = (one.tasks for one in plan.schedule)
    assert (first.text, first.owner, str(first.due)) == (
        "制定计划（地点：会议室）", "王珂", "2014-03-20")
    assert (second.text, second.owner, second.due) == ("开题（完成时间：月底）", "教导处", None)
    assert third.text == "听课"


def test_another_table_is_kept_as_text_and_told(begun, tmp_path: Path) -> None:
    path = table(tmp_path / "last.docx", ["一、指导思想", "以学生为本。"],
                 [["书名", "作者"], ["《班级里的小事》", "某某"]])
    plan = begun("school-research-plan", path)
    assert written(plan, "指导思想") == ["以学生为本。", "书名　作者", "《班级里的小事》　某某"]
    assert "# 待核对：原来是表格" in (tmp_path / "next.yaml").read_text("utf-8")


def test_annexes_come_with_their_titles_and_texts(begun) -> None:
    plan = begun("school-research-plan", [*PLAN[:-2], "附件：1.共读书目", "2.听课表", *PLAN[-2:],
                                          "附件1", "共读书目", "《班级里的小事》等三本。"])
    assert [(one.title, texts(one.passages)) for one in plan.annexes] == [
        ("共读书目", ["《班级里的小事》等三本。"]), ("听课表", [])]


def test_two_headings_of_one_name_lose_no_text(begun) -> None:
    lines = [*PLAN[:3], "（一）读书", "上半年读。", "（二）读书", "下半年再读。", *PLAN[3:]]
    plan = begun("school-research-plan", lines)
    assert written(plan, "指导思想") == ["以学生为本。", "上半年读。", "（二）读书", "下半年再读。"]


def test_a_document_of_two_hundred_sections_keeps_them_all(begun) -> None:
    lines = [line for at in range(1, 201) for line in (
        f"第{at}部分 专题{at}" if at < 100 else f"{at}．专题{at}", f"第{at}件事做完。")]
    plan = begun("school-research-plan", lines)
    said = [text for section in plan.sections for _level, one in section.walk()
            for text in texts(one.passages)] + texts(plan.lead)
    assert [text for text in said if text.startswith("第") and text.endswith("做完。")] == [
        f"第{at}件事做完。" for at in range(1, 201)]


def test_traditional_text_stays_traditional(begun) -> None:
    plan = begun("school-research-plan", ["一、指導思想", "以學生為本。", "二、總體目標", "都有進步。"])
    assert written(plan, "指导思想") == ["以學生為本。"]


@pytest.mark.parametrize("name", ["07-损坏.docx", "nowhere.docx"])
def test_a_file_that_cannot_be_read_is_told_as_check_tells_it(name: str, new: New,
                                                              tmp_path: Path) -> None:
    path = SAMPLES / "submissions" / name
    done = new("school-research-plan", "--from", str(path))
    assert (done.returncode, "damaged" in done.stderr) == ((1, True) if path.exists()
                                                           else (2, False))
    assert name in done.stderr
    assert not (tmp_path / "next.yaml").exists()


def sheet(path: Path, rows: list[list[object]], merge: str = "") -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    if merge:
        book.active.merge_cells(merge)
    book.active.title = "任务"
    book.save(path)
    return path


def test_a_sheet_of_tasks_becomes_the_schedule(new: New, begun, tmp_path: Path) -> None:
    sheet(tmp_path / "tasks.xlsx", [
        ["月份", "工作内容", "责任人", "时限", "备注", "天气"],
        ["2015-03", "制定计划", "王珂", "3月20日", "计划文本", "晴"],
        [None, "开题", None, "月底", None, None],
        ["2015年四月", "听课", "教导处", None, None, None]], merge="A2:A3")
    plan = begun("school-research-plan", PLAN, "--tasks", "tasks.xlsx", draft=False)
    assert str(plan.period) == "2015-03/2015-04"
    (first, second), (third,) = (one.tasks for one in plan.schedule)
    assert (first.text, first.owner, str(first.due), first.evidence) == (
        "制定计划", "王珂", "2015-03-20", "计划文本")
    assert (second.text, third.text) == ("开题（完成时限：月底）", "听课")
    said = new("school-research-plan", "--tasks", "tasks.xlsx").stderr
    assert said.count("天气") == 1


@pytest.mark.parametrize("month", ["3", 3, "三月", "3月份", "3月", "３月"])
def test_a_month_may_be_written_in_any_way(month: object, new: New, tmp_path: Path) -> None:
    sheet(tmp_path / "tasks.xlsx", [["月", "任务"], [month, "开学"]])
    assert new("school-research-plan", "--tasks", "tasks.xlsx").returncode == 0
    assert "  - month: 3\n    tasks:\n      - 开学\n" in (tmp_path / "next.yaml").read_text("utf-8")


def test_every_fault_of_a_sheet_is_told_at_its_cell(new: New, tmp_path: Path) -> None:
    sheet(tmp_path / "tasks.xlsx", [["月份", "任务", "责任人"], ["十三月", "开学", "王珂"],
                                    ["四月", None, "王珂"]])
    done = new("school-research-plan", "--tasks", "tasks.xlsx")
    assert done.returncode == 1
    assert "tasks.xlsx:任务:A2" in done.stderr
    assert "tasks.xlsx:任务:B3" in done.stderr


def test_a_sheet_without_months_is_told(new: New, tmp_path: Path) -> None:
    sheet(tmp_path / "tasks.xlsx", [["任务", "责任人"], ["开学", "王珂"]])
    done = new("school-research-plan", "--tasks", "tasks.xlsx")
    assert (done.returncode, "月份" in done.stderr) == (1, True)


SOURCES = {"000": "studio-annual-plan", "001": "implementation-plan", "002": "training-plan",
           "003": "studio-scheme", "004": "school-research-plan"}
SECTIONS = {"000": 4, "001": 5, "002": 5, "003": 6, "004": 5}
_NUMBERS = re.compile(r"^(?:[-•]|[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2}|l)[)）、.．]+)+")
_MONTH = re.compile(r"^[一二三四五六七八九十]{1,2}月份[：:]")


def sentences(text: str) -> list[str]:
    """What the text says: without blanks, and the numbers and months that begin a line."""
    found = []
    for line in text.split("\n"):
        line = _NUMBERS.sub("", _MONTH.sub("", _NUMBERS.sub("", re.sub(r"\s", "", line))))
        found += [one for one in re.split(r"(?<=[。；！？;!?])", line)
                  if one[-1:] in "。；！？;!?" and len(one) > 1]
    return found


def words(text: str) -> str:
    return re.sub(r"\W", "", unicodedata.normalize("NFKC", text))


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the five source texts are not ours to publish")
@pytest.mark.parametrize("name", SOURCES)
def test_every_sentence_of_a_source_is_printed_in_its_place(name: str, begun,
                                                            tmp_path: Path) -> None:
    path, = SEEDS.glob(f"{name}_*.txt")
    seed = path.read_text(encoding="utf-8")
    plan = begun(SOURCES[name], seed.split("\n"), draft=False)
    assert len(plan.sections) == SECTIONS[name]
    assert len(plan.schedule) == (10 if name == "004" else 0)
    # The stop at the end of a heading is not printed, so that marks are left aside.
    text = words(generate_text(plan, tmp_path))
    at = 0
    for one in map(words, sentences(seed)):
        found = text.find(one, at)
        assert found >= 0, one
        at = found + len(one)


def test_a_form_is_not_begun_from_a_paper(new: New, tmp_path: Path) -> None:
    (tmp_path / "去年.docx").write_bytes(b"")
    form = next(kind for kind in HOUSE.kinds if kind.is_all_fields)
    for option in ("--from", "--tasks"):
        done = new(form.id, option, "去年.docx")
        assert done.returncode == 2
        assert "is a form" in done.stderr
        assert "homeroom form" in done.stderr
