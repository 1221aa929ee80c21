"""Results made by hand: what a check said of some files, without any file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from checkers.findings import Finding, Location
from checkers.results import NotSubmitted, results_of
from checkers.verdict import Checked, MonthChecked, Verdict
from office.reports.report import Report
from plans.house import House

HOUSE = House()
PLAN, PLAN_NAME = "school-research-plan", "校本研修计划"

Says = Callable[..., Finding]
Judged = Callable[..., Verdict]
Reported = Callable[..., Report]


@pytest.fixture(scope="session")
def says() -> Says:
    """`says("缺少“工作措施”部分", severity="warning", quote="一、指导思想")`: a finding."""
    def made(message: str = "缺少“工作措施”部分", *, rule: str = "S001",
             name: str = "missing-section", severity: str = "error", quote: str = "",
             section: str = "", page: int | None = None, fix: str = "请加上这个标题",
             review: bool = False) -> Finding:
        return Finding(message, fix, Location(page=page, section=section, quote=quote), rule, name,
                       severity, review)
    return made


@pytest.fixture(scope="session")
def judged() -> Judged:
    """`judged("交/甲.docx", "fail", says(), asked={"工作措施": "missing"})`; a section whose name
    ends in ? need not be there."""
    def made(path: str = "交/甲.docx", status: str = "pass", *findings: Finding,
             asked: Mapping[str, str] = {"指导思想": "met"}, kind: str | None = PLAN,
             kind_name: str = PLAN_NAME, months: int = 0) -> Verdict:
        return Verdict(
            path, "0" * 64, kind, kind_name if kind else "", "detected", status, findings,
            tuple(Checked(one.strip("?"), one.strip("?").rpartition("/")[2],
                          not one.endswith("?"), state) for one, state in asked.items()),
            tuple(MonthChecked(2014, month, Location()) for month in range(3, 3 + months)))
    return made


@pytest.fixture(scope="session")
def reported() -> Reported:
    """A report of 24 November 2026 of these verdicts; `absent` is None without a roster."""
    def made(*verdicts: Verdict, absent: tuple[NotSubmitted, ...] | None = None) -> Report:
        return Report(results_of(verdicts, absent), date(2026, 11, 24), HOUSE)
    return made
