"""What stands in grey in a field of a form until somebody fills it in."""

from __future__ import annotations

from plans.field_types import CHOICE, PICTURE
from plans.kinds import Field

BLANK = "\u3000"
"""Stands for the prompt where none is to be seen: a control without a sign cannot be clicked."""

_PROMPTS = {CHOICE: "选择一项", "date": "选择日期", "month": "选择年月", PICTURE: "点击插入图片"}


def prompt_of(field: Field) -> str:
    """What to write in `field`, as the form says it there."""
    return field.help or _PROMPTS.get(field.type, "点击填写")
