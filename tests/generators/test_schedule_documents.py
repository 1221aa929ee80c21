"""The views of a schedule in Word: list, grid and ledger, as files and as LibreOffice prints them.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from checkers.outline import outline_of
from checkers.submission import submission_of
from generators.documents import generate
from plans.house import House
from plans.inputs import load_input
from plans.periods import Month
from plans.plan import MonthTasks, Task, Tick
from plans.states import DOING

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
HOUSE = House()
VIEWS = ("monthly-list", "year-grid", "task-ledger", "monthly-schedule")
PLANS = ("research-plan-2014", "studio-plan-2026", "training-plan-2026",
         "implementation-plan-2026")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OWNERS = [f"年级组{number}" for number in "一二三四五六七八九十"] + ["各年级组长和备课组长", "德育处"]
LONG = "组织全校班主任围绕班级日常管理开展一次案例研讨并形成可供推广的书面材料报送存档备查"


def view(kind, name="studio-plan-2026"):
    return load_input(SAMPLES / f"{name}.yaml", HOUSE, as_kind=HOUSE.kind(kind))


@pytest.fixture
def crowded():
    """A view with twelve owners and long tasks; August has no owner, May is longer than a page."""
    def crowded(kind):
        months = [MonthTasks(Month(2026, month), tuple(
            Task(f"第{month}之{number}项{LONG}", owner=OWNERS[(month * 5 + number) % 12],
                 due=date(2026, month, 20), week=number + 1)
            for number in range(5))) for month in range(3, 13)]
        months[5] = MonthTasks(Month(2026, 8), (Task("暑期读书"), Task("家访")))
        months[2] = MonthTasks(Month(2026, 5), tuple(
            Task(f"五月之{number}件{LONG}{LONG}", owner=OWNERS[3]) for number in range(8)))
        return replace(view(kind), schedule=tuple(months))

    return crowded


# read back

@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("kind", VIEWS)
def test_every_view_of_every_plan_shows_its_months_with_their_tasks(kind, name):
    plan = view(kind, name)
    made = generate(plan)
    document = submission_of(made.data, made.file_name).document
    seen = {one.month: one.tasks for one in outline_of(document, HOUSE.topics).main.months}
    assert list(seen) == [one.month.month for one in plan.schedule]
    assert all(seen.values())


@pytest.mark.parametrize("owner", ["各部门负责人", "全体人员", "活动对象", "时间管理组"])
def test_a_month_of_an_owner_whose_name_says_who_or_when_has_tasks(owner):
    plan = view("year-grid")
    plan = replace(plan, schedule=tuple(replace(one, tasks=(Task("听课", owner=owner), Task(
        "读书", owner="王珂")) if number else (Task("听课", owner=owner),))
        for number, one in enumerate(plan.schedule)))
    document = submission_of(generate(plan).data, "x.docx").document
    assert all("听课" in one.tasks for one in outline_of(document, HOUSE.topics).main.months)


# the files

def test_the_list_numbers_the_tasks_of_each_month_anew(word):
    made = word(generate(view("monthly-list")).data)
    nums: list[list[str]] = []
    for paragraph in made.xml().iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if "".join(paragraph.itertext()).endswith("月份："):
            nums.append([])
        elif style is not None and style.get(f"{W}val") == "ListNumber":
            nums[-1].append(paragraph.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val"))
    assert [len(set(one)) for one in nums] == [1] * 10
    assert len({one[0] for one in nums}) == 10


def test_the_list_says_in_brackets_who_and_by_when(word):
    text = word(generate(view("monthly-list")).data).text()
    assert "召开计划会，讨论通过年度计划（责任人：王珂；完成时限：3月6日）" in text
    assert "\n公布上半年共读书目，把书发到每个人手里\n" in text


def test_the_week_of_the_term_is_printed_where_it_is_known(word):
    sample = generate(load_input(SAMPLES / "task-ledger-2026.yaml", HOUSE)).data
    assert word(sample).rows()[1][1:5] == ["九月", "各班制定班级公约", "各班主任", "9月11日（第2周）"]
    listed = generate(load_input(SAMPLES / "month-list-2026.yaml", HOUSE)).data
    assert "（责任人：吴向东；完成时限：3月13日，第3周）" in word(listed).text()


def test_the_ledger_numbers_its_rows_by_itself(word):
    made = word(generate(view("task-ledger")).data)
    rows = list(made.xml().iter(f"{W}tr"))
    numbers = [row.find(f"{W}tc/{W}p/{W}pPr/{W}numPr/{W}numId").get(f"{W}val")
               for row in rows[1:]]
    assert set(numbers) == {"3"}
    assert {row[0] for row in made.rows()[1:]} == {""}
    assert made.rows()[0] == ["序号", "月份", "任务", "责任人", "完成时限", "佐证材料", "完成情况"]


def test_the_ledger_shows_what_is_ticked(word):
    plan = replace(view("task-ledger"), ticks=(
        Tick("t01", date(2026, 3, 9), evidence="佐证/0309.docx"),
        Tick("t20", month=Month(2026, 5), state=DOING), Tick("t12", date(2027, 1, 5))))
    rows = {(row[1], row[2]): row[5:] for row in word(generate(plan).data).rows()}
    assert rows["三月", "召开计划会，讨论通过年度计划"] == ["会议纪要：佐证/0309.docx", "逾期完成3月9日"]
    assert rows["五月", "工作室例会"] == ["签到表、例会纪要", "进行中"]
    assert rows["十二月", "对照指标逐条核对，写出年度总结"] == ["年度总结", "逾期完成2027年1月5日"]
    assert rows["三月", "公布上半年共读书目，把书发到每个人手里"] == ["", ""]


@pytest.mark.parametrize("owners", range(14))
def test_the_grid_fills_the_width_of_the_page_with_columns_of_one_width(word, owners):
    plan = view("year-grid")
    tasks = tuple(Task("听课", owner=f"人{number}") for number in range(owners)) or (Task("读书"),)
    made = word(generate(replace(plan, schedule=(MonthTasks(Month(2026, 3), tasks),))).data)
    rows = list(made.xml().iter(f"{W}tr"))
    spans = [[cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.findall(f"{W}tc")][1:]
             for row in rows]
    columns = min(owners, 6) or 1
    assert [[span.get(f"{W}val") for span in row] for row in spans] == [
        [str(60 // columns)] * columns] * 2
    grid = [int(one.get(f"{W}w")) for one in made.xml().iter(f"{W}gridCol")]
    assert (len(grid), sum(grid)) == (61, 12756)
    assert made.rows()[0][1] == ("人0" if owners else "工作内容")
    assert (made.rows()[0][-1] == "其他") is (owners > 6)


@pytest.mark.parametrize("kind", ["year-grid", "task-ledger"])
def test_a_wide_table_lies_across_the_page_and_repeats_its_head(word, kind):
    made = word(generate(view(kind)).data)
    page = next(made.xml().iter(f"{W}pgSz"))
    assert page.get(f"{W}orient") == "landscape"
    assert int(page.get(f"{W}w")) > int(page.get(f"{W}h"))
    assert next(made.xml().iter(f"{W}tr")).find(f"{W}trPr/{W}tblHeader") is not None


# printed

@pytest.mark.parametrize(("kind", "head"), [("year-grid", "年级组四"), ("task-ledger", "佐证材料")])
def test_a_crowded_table_is_printed_whole_with_its_head_on_every_page(
        crowded, soffice, tmp_path, kind, head):
    import pdfplumber

    plan = crowded(kind)
    (tmp_path / "crowded.docx").write_bytes(generate(plan).data)
    with pdfplumber.open(soffice(tmp_path / "crowded.docx", "pdf", tmp_path / "pdf")) as pdf:
        assert all(page.width > page.height for page in pdf.pages)
        pages = ["".join(cell or "" for table in page.extract_tables() for row in table
                         for cell in row) for page in pdf.pages]
    assert len(pages) > 3
    for page in pages[:-1]:     # the last holds the signature, and perhaps nothing else
        assert head in page
    # Text that runs out of its cell, or under the end of a page, is in no cell of a table.
    written = "".join(pages)
    for char in "研推档":
        assert written.count(char) == sum(task.text.count(char) for month in plan.schedule
                                          for task in month.tasks)


def test_the_numbers_of_the_ledger_are_printed(printed):
    text = printed(generate(view("task-ledger")).data)
    assert "\n26十二月" in text
    assert "\n27" not in text
