"""What a form is preferred for, by the conditions of its kind."""

from __future__ import annotations

from collections.abc import Mapping

from plans.kinds import Kind
from plans.plan import Value


def preferred(kind: Kind, values: Mapping[str, Value]) -> tuple[str, ...]:
    """What the conditions say that `values` fulfil and that are no musts."""
    return ()
