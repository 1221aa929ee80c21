"""A year of attendance of a district, to count a register from."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from openpyxl import Workbook

MEMBERS, SESSIONS = 200, 30         # of a district, and in each month of its year
ROWS = MEMBERS * SESSIONS * 12
REGISTER = "training-register"

READ_ROWS = """
import sys
from openpyxl import load_workbook
for row in load_workbook(sys.argv[1], read_only=True, data_only=True).worksheets[0].iter_rows(
        values_only=True):
    pass
"""
"""Reads the same rows, and does nothing with them."""


def register_of_many(folder: Path) -> tuple[str, str]:
    """A plan of many members for a year, and a workbook of their attendance."""
    folder.mkdir()
    names = [f"学员{number:03}" for number in range(MEMBERS)]
    plan = folder / "plan.yaml"
    plan.write_text("kind: training-plan\nid: many\n单位: 江城区教师进修学校\n年度: 2026\n"
                    "起止月份: 2026-01/2026-12\nmembers: [" + ", ".join(names) + "]\nsections:\n"
                    + "".join(f"  {title}: {'按计划办好培训，' * 9}\n" for title in (
                        "指导思想", "目标和任务", "组织和保障", "培训内容", "培训方法")), "utf-8")
    book = Workbook(write_only=True)
    sheet = book.create_sheet("培训考勤")
    sheet.append(["活动", "日期", "学时", "姓名", "出席"])
    for month in range(1, 13):
        for number in range(SESSIONS):
            for name in names:
                sheet.append([f"{month}月第{number + 1}次", date(2026, month, number % 28 + 1), 2,
                              name, "是"])
    book.save(folder / "records.xlsx")
    return str(plan), str(folder / "records.xlsx")
