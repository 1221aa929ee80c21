"""Ticks are put into a plan's file, and nothing else of it changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from office.ticking import _ledger as ledger_in
from office.ticking import ticked
from plans.errors import NOWHERE, UserError
from plans.house import House
from plans.ledger import DOING, DONE, DROPPED, Tick

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
HOUSE = House()
PLANS = [path for path in sorted(SAMPLES.glob("*.yaml")) if "schedule:" in path.read_text("utf-8")]
SMALL = """\
kind: monthly-schedule
学校: 江城实验学校
年度: 2026
起止月份: 2026-03/2026-05
schedule:
  - {month: 3, tasks: [{id: t1, task: 定计划}, 读书]}   # 春季
  - {month: 4, tasks: [家访]}
  - {every: month, id: t7, task: 例会}
"""


@lru_cache(maxsize=64)
def opened(data: bytes):
    return ledger_in(data, "plan.yaml", HOUSE)


def changed(data: bytes, number: int, tick: Tick | None) -> bytes:
    return ticked(opened(data), {number: tick})


def one_place(before: bytes, after: bytes) -> bytes:
    """What was put in where all else is the same, byte for byte."""
    start = next((at for at, (one, other) in enumerate(zip(before, after, strict=False))
                  if one != other), min(len(before), len(after)))
    stop = len(before) - start
    assert after.endswith(before[start:]), "more than one place differs"
    return after[start:len(after) - stop]


def said(data: bytes) -> list[tuple[str, Tick]]:
    return [(f"{line.month} {line.key}", replace(line.tick, task="", month=None, place=NOWHERE))
            for line in opened(data).lines if line.tick]


@st.composite
def ticks(draw, first: date):
    """A tick as somebody may make it."""
    state = draw(st.sampled_from([DONE, DOING, DROPPED]))
    day = first + timedelta(draw(st.integers(0, 200)))
    return Tick("", day if state == DONE or draw(st.booleans()) else None, None, state,
                draw(st.sampled_from(["", "佐证/0920.docx", "a: b #c", "{x}"])),
                draw(st.sampled_from(["停课", "'", "：", "- 无"])))


@pytest.mark.parametrize("path", PLANS, ids=[path.stem for path in PLANS])
@settings(max_examples=12)
@given(data=st.data())
def test_ticking_any_line_of_a_sample_changes_one_place(path: Path, data) -> None:
    before = data.draw(st.sampled_from([path.read_bytes(), path.read_bytes().rstrip(),
                                        path.read_bytes().replace(b"\n", b"\r\n"),
                                        b"\xef\xbb\xbf" + path.read_bytes(),
                                        path.read_text("utf-8").encode("gb18030")]))
    lines = opened(before).lines
    line = data.draw(st.sampled_from(lines))
    first_day = date(lines[0].month.year, lines[0].month.month, 1)
    one, two = (data.draw(ticks(first_day)) for _ in range(2))
    first = changed(before, line.number, one)
    assert one_place(before, first)
    key = f"{line.month} {line.key}"
    assert said(first) == [(key, replace(one, place=NOWHERE))]
    again = changed(first, line.number, two)
    assert said(again) == [(key, replace(two, place=NOWHERE))]
    other = data.draw(st.sampled_from([found for found in lines if found.number != line.number]))
    both = changed(again, other.number, one)
    assert one_place(again, both)
    assert changed(both, other.number, None) == again
    assert one_place(before.rstrip(), changed(again, line.number, None)).split() == [b"done:"]


# odd layouts: what stands before, and what after t1 was ticked

ODD = {
    "no list": ("", "\ndone:\n  - {task: t1, date: 2026-03-09}\n"),
    "a blank list": ("done:   # 一行一件\n", "done:   # 一行一件\n  - {task: t1, date: 2026-03-09}\n"),
    "nothing": ("done: ~\n", "done: [{task: t1, date: 2026-03-09}]\n"),
    "brackets": ("done: [ ]  # 空\n", "done: [{task: t1, date: 2026-03-09} ]  # 空\n"),
    "one in brackets": ("done: [{task: 家访, date: 4月2日},]\n",
                        "done: [{task: 家访, date: 4月2日}, {task: t1, date: 2026-03-09},]\n"),
    "brackets over lines": (
        "done: [\n  {task: 家访, date: 4月2日}   # 晴\n]\n",
        "done: [\n  {task: 家访, date: 4月2日},\n  {task: t1, date: 2026-03-09}   # 晴\n]\n"),
    "no indent, comments": (
        "done:\n# 四月\n- task: 家访   # 晴\n  date: 4月2日  # 第2周\n\n# 完\nid: x\n",
        "done:\n# 四月\n- task: 家访   # 晴\n  date: 4月2日  # 第2周\n- {task: t1, date: 2026-03-09}\n"
        "\n# 完\nid: x\n"),
    "a text in many lines": (
        "done:\n  - task: 家访\n    date: 4月2日\n    reason: |\n      晴\n\n# 完\n",
        "done:\n  - task: 家访\n    date: 4月2日\n    reason: |\n      晴\n"
        "  - {task: t1, date: 2026-03-09}\n\n# 完\n"),
    "Chinese names": ("完成情况：\n\t- 任务：家访\n\t  完成日期：4月2日\n", "完成情况：\n\t- 任务：家访\n"
                      "\t  完成日期：4月2日\n\t- {任务: t1, 完成日期: 2026-03-09}\n"),
    "an end of the document": ("...\n", "\ndone:\n  - {task: t1, date: 2026-03-09}\n...\n"),
}


@pytest.mark.parametrize(("before", "after"), ODD.values(), ids=ODD)
def test_a_list_keeps_its_layout(before: str, after: str) -> None:
    for line_end in ("\n", "\r\n"):
        start, wanted = ((SMALL + text).replace("\n", line_end).encode() for text in (before, after))
        found = changed(start, 1, Tick("t1", date(2026, 3, 9)))
        assert found.decode() == wanted.decode()
        assert before == "done: ~\n" or one_place(start, found)


def test_a_file_without_a_last_line_end_gets_none() -> None:
    found = changed(SMALL.rstrip().encode(), 1, Tick("t1", date(2026, 3, 9)))
    assert found.decode() == SMALL.rstrip() + "\n\ndone:\n  - {task: t1, date: 2026-03-09}"


def test_a_file_between_braces_can_be_ticked() -> None:
    text = ('{"kind": "monthly-schedule", "学校": "甲", "年度": 2026, "起止月份": "2026-03/2026-03",'
            ' "schedule": [{"month": 3, "tasks": ["读书"]}]}')
    assert changed(text.encode(), 1, Tick("", date(2026, 3, 9))).decode() == (
        text[:-1] + ", done: [{task: 读书, date: 2026-03-09}]}")


def test_a_line_that_is_ticked_anew_keeps_its_comments_and_its_neighbours() -> None:
    start = (SMALL + "done:\n  # 三月\n  - {task: t7, date: 3月2日}   # 准时\n"
             "  - task: 家访  # 两户\n    state: doing\n  - {task: t1, state: 进行中}\n").encode()
    numbers = {(line.month.month, line.task.text): line.number for line in opened(start).lines}
    found = changed(start, numbers[4, "家访"], Tick("", date(2026, 4, 2)))
    assert found == start.replace("task: 家访  # 两户\n    state: doing".encode(),
                                  "{task: 家访, date: 2026-04-02}    # 两户".encode())
    found = changed(start, numbers[3, "例会"], None)
    assert found == start.replace("  - {task: t7, date: 3月2日}   # 准时\n".encode(), b"")


def test_a_task_in_another_month_than_its_date_says_so() -> None:
    found = changed(SMALL.encode(), 5, Tick("", date(2026, 5, 2))).decode()
    assert "- {task: t7, date: 2026-05-02, month: 2026-04}" in found
    found = changed(SMALL.encode(), 5, Tick("", state=DOING)).decode()
    assert "- {task: t7, month: 2026-04, state: doing}" in found


def test_a_file_in_gbk_stays_in_gbk() -> None:
    found = changed(SMALL.encode("gbk"), 2, Tick("", date(2026, 3, 9)))
    assert found.decode("gbk").startswith(SMALL)
    assert "task: 读书" in found.decode("gbk")


def test_a_list_that_refers_elsewhere_is_left_alone() -> None:
    text = SMALL + "id: &day x\ndone: &all [{task: t1, date: 3月9日, reason: *day}]\n"
    assert one_place(text.encode(), changed(text.encode(), 2, Tick("", date(2026, 3, 9))))
    shared = SMALL.replace("[家访]}", "&more [家访]}") + "done:\n  - *more\n"
    with pytest.raises(UserError):
        changed(shared.encode(), 1, Tick("", date(2026, 3, 9)))
