"""What `check` demands of a paper of a kind, line by line: for a checklist, and to be held against
what a check found.

Only what a check says is missing or not met: what need not be there has no line, nor has what a
kind switches off among its `rules`, nor a condition that only prefers (`collect` lists those).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from plans.field_bounds import amount_asked
from plans.field_types import CHOICE, LONG, PICTURE, TABLE, TICKBOX, TICKS, YES_NO
from plans.fixed_rows import fixed_columns
from plans.kinds import MUST, Field, Kind, Section
from plans.placeholders import tags_in

SECTION, FIELD, CONDITION, ATTACHMENT, SCHEDULE, SIGNATURE = GROUPS = (
    "section", "field", "condition", "attachment", "schedule", "signature")
COLUMNS = "schedule/columns"    # the id of the table that the months must make up
_LONGEST_CHOICE = 30            # characters of options that a line names
_VERBS: Mapping[str, str] = {CHOICE: "选填", TICKS: "勾选", YES_NO: "勾选", TICKBOX: "勾选",
                             PICTURE: "贴上"}


@dataclass(frozen=True, slots=True)
class Required:
    """One thing that is asked for.

    `id` is its own within the kind, and stays while the kind does: that of the section (as in
    规章制度/学习活动制度), the field, the condition. `of` is the section, field or condition that
    it is about, "" for months and signature. `words` say in Chinese what is to be there.
    """

    id: str
    group: str
    words: str
    of: str = ""


def requirements_of(kind: Kind) -> tuple[Required, ...]:
    """Every requirement of `kind`, group by group; each id once."""
    found = [*_sections(kind), *_months(kind), *_fields(kind), *_conditions(kind),
             *_attachments(kind), *_signature(kind)]
    taken: set[str] = set()
    for at, one in enumerate(found):
        if one.id in taken:         # a section may bear the name of a field
            found[at] = replace(one, id=f"{one.group}:{one.id}")
        taken.add(found[at].id)
    return tuple(found)


def _asks(kind: Kind, *rules: str) -> bool:
    """Whether one of the rules at least speaks in papers of the kind."""
    return any(kind.rules.get(rule) != "off" for rule in rules)


def _sections(kind: Kind) -> Iterator[Required]:
    if _asks(kind, "S001"):
        for one in kind.sections:
            yield from _section(kind, one, "")


def _section(kind: Kind, one: Section, above: str) -> Iterator[Required]:
    """A section and those below it; below one that need not be there nothing must."""
    if not one.required:
        return
    # A title with {{ 年度 }} in it is no name without the year.
    title = one.name if tags_in(one.title) else one.title
    words = [f"附有附件{one.annex}“{title}”" if one.annex is not None else
             f"“{above}”下写有“{title}”" if above else f"写有“{title}”部分"]
    if one.min_chars and _asks(kind, "S010"):
        words.append(f"不少于{one.min_chars}字")
    if one.columns and _asks(kind, "T001", "T002"):
        words.append(f"列成表格，有{_columns(one.columns)}栏")
    yield Required(one.id, SECTION, "，".join(words), one.id)
    for below in one.sections:
        yield from _section(kind, below, title)


def _columns(labels: tuple[str, ...]) -> str:
    return "".join(f"“{label.replace('/', '或')}”" for label in labels)


def _months(kind: Kind) -> Iterator[Required]:
    if kind.schedule_required and _asks(kind, "M001", "M004"):
        yield Required(SCHEDULE, SCHEDULE, "起止月份内的每个月都有安排，不留空月")
    if kind.schedule_required and kind.schedule_columns and _asks(kind, "T001", "T002"):
        yield Required(COLUMNS, SCHEDULE,
                       f"月度安排列成表格，有{_columns(kind.schedule_columns)}栏")


def _fields(kind: Kind) -> Iterator[Required]:
    if _asks(kind, "K001", "K002"):
        for one in kind.fields:
            if kind.demands(one):
                yield Required(one.name, FIELD, _field_words(one), one.name)


def _field_words(one: Field) -> str:
    words = [_table_words(one) if one.type == TABLE else
             f"{_VERBS.get(one.type, '填写')}“{one.label}”"]
    options = "、".join(option.name for option in one.options)
    if one.type == CHOICE and len(options) <= _LONGEST_CHOICE:
        words.append(f"{options}选一项")
    # 至少0人 is what every number is.
    if (one.at_least or one.at_most) and (amount := amount_asked(one)):
        words.append(f"不少于{amount.removeprefix('至少')}" if one.type in LONG
                     and amount.startswith("至少") else amount)
    return "，".join(words) + (f"（{one.help}）" if one.help else "")


def _table_words(table: Field) -> str:
    """What each row must say; of rows that are laid down what is not."""
    laid = fixed_columns(table)
    asked = "、".join(column.label for column in table.columns
                     if column.must_be_filled and column.name not in laid)
    if table.fixed:
        return f"“{table.label}”逐行填写" + (asked and f"：{asked}")
    return f"填写“{table.label}”" + (asked and f"，每行都有{asked}")


def _conditions(kind: Kind) -> Iterator[Required]:
    if _asks(kind, "K007"):
        for one in kind.conditions:
            if one.level == MUST:
                yield Required(one.id, CONDITION, one.says, one.id)


def _attachments(kind: Kind) -> Iterator[Required]:
    if kind.is_form and _asks(kind, "K009"):
        for one in kind.fields:
            if one.attached:
                yield Required(f"{one.name}/attached", ATTACHMENT,
                               f"“{one.label}”里写到的材料都已随表附上", one.name)


def _signature(kind: Kind) -> Iterator[Required]:
    if kind.signature_required and _asks(kind, "C003"):
        yield Required(SIGNATURE, SIGNATURE, "文末有落款：写明单位（或姓名）和日期")
