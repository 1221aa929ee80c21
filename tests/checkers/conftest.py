"""Submissions built by hand: lines of text become paragraphs, rows of cells become a table."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checkers.case import Demand
from checkers.document import Block, Cell, Document, Look, Paragraph, Reading, Table
from checkers.lines import Row, lines_of
from checkers.outline import Outline, outline_of
from checkers.parts import document_of
from checkers.submission import Submission
from checkers.verdict import Verdict, judge
from plans.house import House
from plans.periods import period_of
from plans.topics import Topics

HOUSE = House()
GUIDANCE = ("以班主任专业成长为宗旨，立足本校实际，一步一步地做，把每件小事落到班级里和学生身上，"
            "让新手少走弯路，让老手有新的路可走，年底看得见变化。")
GOALS = "全年每人研读专著两本，写教育随笔四篇，公开上一节主题班会课，并在组内说明自己的想法。"
MEASURES = "每两个月召开一次例会，先听近况再谈专题，学期末由主持人收齐笔记翻阅，当面交换意见。"
GROUP = "由分管校长牵头，德育处负责日常事务，年级组长各管一段，每月碰头一次，商量下个月的事。"


@pytest.fixture(scope="session")
def topics() -> Topics:
    return HOUSE.topics


def document(*blocks: str | Block, **more: object) -> Document:
    """A document of these blocks; a string is a paragraph, counted from 1."""
    count, made, tables = 0, [], 0
    for block in blocks:
        if isinstance(block, Table):
            tables += 1
            made.append(Table(block.rows, table=tables))
            continue
        count += 1
        made.append(Paragraph(block, paragraph=count) if isinstance(block, str) else block)
    return document_of(Reading(tuple(made), **more))


@pytest.fixture(name="document", scope="session")
def _document() -> Callable[..., Document]:
    return document


@pytest.fixture(scope="session")
def outline() -> Callable[..., Outline]:
    """`outline("一、指导思想", …)` is the outline of a document of these blocks."""
    return lambda *blocks: outline_of(document(*blocks), HOUSE.topics)


@pytest.fixture(scope="session")
def rows() -> Callable[..., tuple[Row, ...]]:
    """The lines and tables of the main part."""
    return lambda *blocks: lines_of(document(*blocks).main)


@pytest.fixture(scope="session")
def headings(outline) -> Callable[..., list[str]]:
    """The headings of the main part as "1 指导思想": level and title."""
    return lambda *blocks: [f"{one.level} {one.title}" for one in outline(*blocks).main.headings]


@pytest.fixture(scope="session")
def months(outline) -> Callable[..., list[int]]:
    """The numbers of the months of the main part's schedules."""
    return lambda *blocks: [one.month for one in outline(*blocks).main.months]


@pytest.fixture(scope="session")
def table() -> Callable[..., Table]:
    """`table("月份 工作", "三月 例会")`: cells between blanks, ^ goes on with the cell above it,
    - is a blank cell."""
    def made(*lines: str) -> Table:
        return Table(tuple(
            tuple(Cell(row, column, 1, (Paragraph("" if text in "^-" else text, table=1, row=row,
                                                  column=column),), covered=text == "^")
                  for column, text in enumerate(line.split(" "), 1))
            for row, line in enumerate(lines, 1)))
    return made


@pytest.fixture(scope="session")
def check() -> Callable[..., Verdict]:
    """The verdict on a document of these blocks: `check(…, kind=, require=(…), period=)`, and
    whatever else a Reading holds."""
    def judged(*blocks: str | Block, kind: str = "", require: tuple[str, ...] = (),
               period: str = "", **more: object) -> Verdict:
        demand = Demand(HOUSE.topics, () if kind or require else HOUSE.kinds,
                        HOUSE.kind(kind) if kind else None, require,
                        period_of(period) if period else None)
        return judge(Submission("计划.docx", "docx", "docx", "0" * 64, document(*blocks, **more)),
                     demand)
    return judged


@pytest.fixture(scope="session")
def said(check) -> Callable[..., list[str]]:
    """The ids of the rules that speak of such a document, in order."""
    return lambda *blocks, **more: [one.rule for one in check(*blocks, **more).findings]


@pytest.fixture(scope="session")
def missing(check) -> Callable[..., list[str]]:
    """The names of the required sections that are said to be missing."""
    return lambda *blocks, **more: [one.location.section for one in
                                    check(*blocks, **more).findings if one.rule == "S001"]


@pytest.fixture(scope="session")
def bold() -> Callable[[str], Paragraph]:
    return lambda text: Paragraph(text, paragraph=1, look=Look(bold=True))


@pytest.fixture(scope="session")
def research() -> Callable[..., list[str]]:
    """The lines of a good 校本研修计划, March to May 2014; keywords replace a section's lines,
    None takes it out: `research(具体目标=None)`."""
    def lines(title: str = "江城实验学校2014年校本研修计划",
              **changed: list[str] | None) -> list[str]:
        sections = {"指导思想": [GUIDANCE], "总体目标": [GROUP], "具体目标": [GOALS],
                    "措施和方法": [MEASURES],
                    "2014年各月份工作安排": ["三月份：制定计划。", "四月份：听课评课。",
                                          "五月份：交流小结。"]} | changed
        kept = [(name, body) for name, body in sections.items() if body is not None]
        return [title, *(line for number, (name, body) in zip("一二三四五六", kept, strict=False)
                         for line in (f"{number}、{name}", *body))]
    return lines


@pytest.fixture(scope="session")
def plan() -> Callable[..., list[str]]:
    """The lines of a plan with four sections under the headings given; `forms` are the numbers
    before them, `run_in` what stands between a heading and its text on one line."""
    def lines(*titles: str, forms: str = "一、 二、 三、 四、", end: str = "",
              run_in: str | None = None) -> list[str]:
        numbers = [one.replace("_", " ") for one in forms.split(" ")] if forms else [""] * 4
        found = ["江城实验学校2026年班主任工作计划"]
        for number, title, body in zip(numbers, titles or PLAN, (GUIDANCE, GOALS, MEASURES, GROUP),
                                       strict=False):
            heading = number + title + end
            found += [heading, body] if run_in is None else [heading + run_in + body]
        return found
    return lines


PLAN = ("指导思想", "工作目标", "工作措施", "组织领导")
