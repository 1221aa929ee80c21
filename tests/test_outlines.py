"""What is generated from a sample has the headings of the paper that its kind was drawn from.

The titles are names of sections only, of the first and second level, in the source's order.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from checkers.outline import outline_of
from checkers.submission import submission_of
from generators.documents import generate
from plans.comparing import compare_form
from plans.house import House
from plans.inputs import load_input

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
HOUSE = House()

# Below the headings of the main part those of the annexes.
OUTLINES = {
    "studio-plan-2026.yaml": [
        "指导思想", "主要工作目标与任务", "工作措施", "工作室规章制度", "学习活动制度", "课题管理制度",
        "经费使用制度", "总结交流制度", "表彰奖励制度", "总结制度"],
    "studio-scheme-2026.yaml": [
        "指导思想", "工作目标", "组建、运行程序", "主要任务", "工作室主要任务", "培养任务", "科研任务",
        "引领辐射任务", "工作室主持人主要职责", "制定规划", "组织团队学习", "注重管理", "突出实效",
        "成果辐射", "保障措施", "组织管理", "条件保障", "工作要求",
        "总体要求", "领导有力", "定位准确", "方案周密", "工作室成员", "人员组成", "人员要求", "建设实践",
        "建设模式", "工作载体", "组织实施", "资源建设", "建班育人", "建设成效", "育人理念", "工作团队",
        "工作研究", "育人资源", "班级建设质量", "工作保障"],
    "construction-plan-2026.yaml": [
        "现状与定位", "建设目标", "研究与探索", "资源建设", "活动与举措", "年度安排", "预期成果",
        "组织保障", "经费预算"],
    "research-plan-2014.yaml": [
        "指导思想", "总体目标", "具体目标", "措施和方法", "2014年各月份工作安排"],
}
ANNEXES = {
    "studio-scheme-2026.yaml": [
        "名班主任工作室主持人申报条件", "名班主任工作室考核细则", "名班主任工作室申报表",
        "名班主任工作室申报汇总表"],
}


def outline(sample: str):
    made = generate(load_input(SAMPLES / sample, HOUSE))
    document = submission_of(made.data, made.file_name).document
    assert document is not None
    return outline_of(document, HOUSE.topics)


@pytest.mark.parametrize("sample", OUTLINES)
def test_each_heading_of_the_source_is_there_in_its_order(sample: str) -> None:
    read = iter([compare_form(one.title) for one in outline(sample).headings()])
    missed = [title for title in OUTLINES[sample] if compare_form(title) not in read]
    assert missed == []


@pytest.mark.parametrize("sample", ANNEXES)
def test_each_annex_of_the_source_is_there_in_its_order(sample: str) -> None:
    assert [part.title for part in outline(sample).parts[1:]] == ANNEXES[sample]
