"""How a task stands: as it is written in a `done:` list, and as a ledger shows it.

The words are part of the input format and of the workbook, like the names in `plans.keys`: a file
reads the same everywhere.
"""

from __future__ import annotations

from plans.comparing import plain_form

TYPED = (DONE, DOING, OPEN, DROPPED) = ("done", "doing", "open", "dropped")
LATE, LATE_DONE = "late", "late-done"       # what a day makes of them; nobody types these

LEDGER_STATES = {DONE: "已完成", LATE_DONE: "逾期完成", DOING: "进行中", OPEN: "未完成",
                 LATE: "逾期", DROPPED: "取消"}
"""What each state is called in Chinese."""

_WORDS = {
    DONE: ("已完成", "逾期完成", "完成", "完成了", "已办结", "办结", "已办", "销号", "已销号",
           "销账", "已销账", "做完", "已做", "√", "✓", "✔", "☑", "是", "yes", "true", "y"),
    DOING: ("进行中", "正在进行", "办理中", "推进中", "部分完成", "在做"),
    OPEN: ("未完成", "逾期", "未做", "没做", "没完成", "未开始", "待办", "否", "×", "no", "false",
           "n"),
    DROPPED: ("取消", "已取消", "不做", "不做了", "作废", "停办", "cancelled", "canceled"),
}
_MEANT = {word: state for state, words in _WORDS.items() for word in (state, *words)}


def state_of(text: str) -> str | None:
    """The state that `text` names (已完成, 进行中, √ …), one of TYPED; None if it names none."""
    return _MEANT.get("".join(plain_form(text).split()).strip("。.！!"))
