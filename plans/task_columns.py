"""What the columns of a table of tasks are called: task_columns.yaml, the school's merged in."""

from __future__ import annotations

from collections.abc import Mapping

from plans.comparing import compare_form
from plans.errors import Fault, UserError
from plans.house import TEMPLATES, House
from plans.keys import keyed, texts_in
from plans.located import read_yaml

MONTH, TASK, OWNER, DUE, EVIDENCE, NUMBER = (
    "month", "task", "owner", "due", "evidence", "number")
_TOP = {MONTH: "月份", TASK: "任务", OWNER: "责任人", DUE: "完成时限", EVIDENCE: "佐证材料",
        NUMBER: "序号"}
_FILE = "task_columns.yaml"


def task_columns(house: House) -> Mapping[str, str]:
    """Which of MONTH, TASK, OWNER, DUE, EVIDENCE, NUMBER a label means, by label in compare form.

    Raises UserError with every fault of our file and the school's own.
    """
    faults: list[Fault] = []
    meant: dict[str, str] = {}
    own = house.folder / _FILE if house.folder else None
    for path in (TEMPLATES / _FILE, own):
        if path is not None and path.is_file():
            for name, node in keyed(read_yaml(path, faults), _TOP, faults, _FILE).items():
                meant |= {compare_form(label): name for label in texts_in(node, faults, name)}
    if faults:
        raise UserError(faults)
    return meant
