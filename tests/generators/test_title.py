"""Where a long title is broken, and that it stays one title."""

from __future__ import annotations

import pytest

from checkers.outline import outline_of
from checkers.submission import submission_of
from generators.documents import generate
from generators.title import broken
from plans.house import House

SCHOOL, STUDIO = "江城实验学校", "王珂名班主任工作室"


@pytest.mark.parametrize(("title", "names"), [
    ("江城实验学校2026年工作计划", (SCHOOL, "2026")),      # short enough
    ("关" * 30, ()),                                    # no good place
    (SCHOOL * 8, (SCHOOL,)),                            # two lines do not hold it
    ("江城实验学校年度工作要点和有关事项的说明的补充的补充", (SCHOOL,)),    # a name is not cut from its 年度
])
def test_a_title_is_left_to_word(title, names):
    assert broken(title, names, 20) == title


@pytest.mark.parametrize(("title", "names", "lines"), [
    (f"{SCHOOL}{STUDIO}月度工作清单", (SCHOOL, STUDIO), [f"{SCHOOL}{STUDIO}", "月度工作清单"]),
    (f"{SCHOOL}{STUDIO}2026年各月份工作安排", (SCHOOL, STUDIO, "2026"),
     [f"{SCHOOL}{STUDIO}", "2026年各月份工作安排"]),
    ("江城职业中专关于开展名班主任工作室主持人申报工作的通知", ("江城职业中专", "名班主任工作室主持人"),
     ["江城职业中专关于开展名班主任工作室主持人", "申报工作的通知"]),
    ("江城市滨河小学关于印发学校安全工作管理办法的通知", ("江城市滨河小学",),
     ["江城市滨河小学", "关于印发学校安全工作管理办法的通知"]),
])
def test_a_title_is_broken_by_meaning(title, names, lines):
    assert broken(title, names, 20).split("\n") == lines


def test_a_broken_title_is_read_as_one_and_names_the_file(plan, kind):
    made = generate(plan(kind=kind(file_name=""), title=f"{SCHOOL}{STUDIO}2026年全年工作计划", values={"studio": STUDIO},
                         shown={"studio": STUDIO, "school": SCHOOL}))
    seen = outline_of(submission_of(made.data, made.file_name).document, House().topics)
    assert seen.main.title == f"{SCHOOL}{STUDIO}2026年全年工作计划"
    assert made.file_name == f"{SCHOOL}{STUDIO}2026年全年工作计划.docx"
