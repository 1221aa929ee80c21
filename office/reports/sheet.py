"""How a status, a state or a level looks in a cell of a report."""

from __future__ import annotations

from checkers.findings import FAIL, PASS, REVIEW, UNREADABLE
from checkers.matching import EMPTY, MET, MISSING, UNCERTAIN
from generators.sheet_table import Looks
from office.reports.matrix import OPTIONAL

LOOKS: Looks = {
    MISSING: ("FFC7CE", "9C0006"), FAIL: ("FFC7CE", "9C0006"), "error": ("FFC7CE", "9C0006"),
    UNREADABLE: ("D9D9D9", "9C0006"), EMPTY: ("FBD9B5", "7F3F00"),
    UNCERTAIN: ("FFEB9C", "6B5000"), REVIEW: ("FFEB9C", "6B5000"),
    "warning": ("", "6B5000"), MET: ("", "2F6B34"), PASS: ("", "2F6B34"),
    OPTIONAL: ("", "7F7F7F"), "info": ("", "44546A")}
