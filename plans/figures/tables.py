"""A table of rows that figures are counted from, or that they have come to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from plans.kinds import Field

GroundRow = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Ground:
    """A table to count from; `key` is the column that its rows are called by."""

    name: str
    label: str
    columns: tuple[Field, ...]
    rows: tuple[GroundRow, ...]
    key: str = ""

    def column(self, name: str) -> Field | None:
        """The column called `name`, or with that label."""
        return next((one for one in self.columns if name in one.keys), None)
