"""C001: a file under the name of another school or studio."""

from dataclasses import replace

import pytest

from checkers.case import Demand
from checkers.submission import Submission
from checkers.verdict import judge
from plans.house import House

HOUSE = House()
TEXT = "把每件小事落到班级里和学生身上，一步一步地做。"


@pytest.fixture
def named(document):
    """Whether C001 speaks of a document with a title under a file name."""
    def speaks(title: str, name: str) -> bool:
        made = Submission(name, "docx", "docx", "0" * 64,
                          document(title, "一、指导思想", TEXT, "二、工作目标", TEXT))
        found = judge(made, replace(Demand(HOUSE.topics), titles=("指导思想",))).findings
        return any(one.rule == "C001" for one in found)
    return speaks


@pytest.mark.parametrize(("title", "name"), [
    ("江城实验学校2026年校本研修计划", "江城实验学校校本研修计划.docx"),
    ("江城市第二实验小学德育工作计划", "实验小学德育计划（定稿）.docx"),
    ("江城区实验小学2026年工作计划", "3.江城实验小学.docx"),
    ("2026年校本研修计划", "滨河小学校本研修计划.docx"),
    ("江城实验学校2026年校本研修计划", "校本研修计划终稿2.docx"),
    ("小学班主任工作实施方案", "滨河小学方案.docx"),
    ("关于加强中小学校德育工作的实施方案", "滨河小学方案.docx"),
    ("王珂名班主任工作室2026年工作计划", "王珂工作室计划.docx"),
    ("江城实验学校王珂名班主任工作室工作计划", "王珂班主任工作室.docx")])
def test_names_that_may_be_one_are_let_be(named, title, name):
    assert not named(title, name)


@pytest.mark.parametrize(("title", "name"), [
    ("江城实验学校2026年校本研修计划", "滨河小学校本研修计划.docx"),
    ("王珂名班主任工作室2026年工作计划", "李慧敏名班主任工作室工作计划.docx")])
def test_another_school_or_studio_is_told(named, title, name):
    assert named(title, name)
