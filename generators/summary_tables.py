"""The sheets of a summary: a row a person, a sheet for each table, what is wrong, what came whence.

Its words are Chinese whatever the language of the messages: it is a paper that is handed on.
Loading this module loads openpyxl (190 ms): it is imported where a workbook is made, not before.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import islice

from generators.collected import Absent, Form, Found, Problem, Summary, is_blank
from generators.sheet_look import Column
from generators.sheet_table import Entry, Looks, Table
from plans.dates import show_date
from plans.field_types import LONG
from plans.kinds import PREFER, Field, Kind
from plans.printable import printable

DOUBT, LACKING = "doubt", "lacking"
LOOKS: Looks = {DOUBT: ("FFEB9C", ""), LACKING: ("FBE5E1", ""), "pass": ("", "2F6B34"),
                "fail": ("FFC7CE", "9C0006"), "review": ("FFEB9C", "6B5000"),
                "error": ("", "9C0006"), "warning": ("", "6B5000"), "info": ("", "44546A")}
STATUSES = {"pass": "通过", "fail": "退回", "review": "待核对", "unreadable": "无法读取"}
_LEVELS = {"error": "错误", "warning": "注意", "info": "提示"}
_FIRST_YEAR = 1901      # Excel counts days from 1900, and takes that for a leap year
_LOST = 10**15          # Excel keeps 15 digits of a number
_NARROWEST, _WIDEST, _LONGEST_TEXT = 8, 28, 44      # widths of a digit
_ROWS = 1_000_000       # Excel has 1,048,576 rows
_NUMBER = Column("序号", 6)


def tables(summary: Summary) -> Iterator[Table]:
    """The sheets, in order."""
    for kind in summary.kinds:
        yield _overview(kind, summary.of_kind(kind), summary.day)
    for kind in summary.kinds:
        for field in kind.fields:
            if field.columns and not field.by:
                yield _rows_of(kind, field, summary.of_kind(kind))
    yield _problems(summary.problems)
    if summary.absent is not None:
        yield _absent(summary.absent)
    yield from _sources(summary)


def name_of(kind: Kind) -> str:
    """What the summary of forms of a kind is called: 申报表 → 申报汇总表."""
    return kind.name.removesuffix("表") + "汇总表"


def _overview(kind: Kind, forms: Sequence[Form], day: date) -> Table:
    fields = [one for one in kind.fields if not one.by]
    prefers = any(one.level == PREFER for one in kind.conditions)
    noted = any(form.note for form in forms)
    # A kind whose forms do not say whose they are; the roster or the file may.
    named = not any(form.named_by for form in forms) and any(form.person for form in forms)
    rows = []
    for number, form in enumerate(forms, 1):
        rows.append((
            Entry(number), *([Entry(form.person)] if named else ()),
            *(_entry(form.found_in(field.name)) for field in fields),
            *([Entry("\n".join(form.preferred))] if prefers else ()),
            Entry(STATUSES.get(form.status, form.status), form.status),
            _file(form.file, form.link), *([Entry(form.note, DOUBT if form.note else "")]
                                           if noted else ())))
    labels = ["序号", *(["姓名"] if named else ()), *(one.label for one in fields),
              *(["优先条件"] if prefers else ()), "状态", "来源文件", *(["备注"] if noted else ())]
    long = {one.label for one in fields if one.columns or one.type in LONG} | {
        "优先条件", "来源文件", "备注"}
    ends = Counter(form.status for form in forms)
    note = "　　".join((
        f"{show_date(day)}汇总", f"共{len(forms)}份：" + "，".join(
            f"{STATUSES[one]}{ends[one]}份" for one in STATUSES if ends[one]),
        "黄色的格子请对照原件核对，原因见批注；红色的格子应填未填"))
    first = fields[0].name if fields else ""
    pinned = 2 if named or any(form.named_by == first for form in forms) else 1
    return _table(name_of(kind), name_of(kind), note, labels, rows, long, pinned)


def _rows_of(kind: Kind, field: Field, forms: Sequence[Form]) -> Table:
    """The rows of a table of all people."""
    rows: list[tuple[Entry, ...]] = []
    for form in forms:
        found = form.found_in(field.name)
        for row in found.rows if found else ():
            if is_blank(row):
                continue
            rows.append((Entry(len(rows) + 1), Entry(form.person),
                         *(_entry(row.get(column.name)) for column in field.columns),
                         _file(form.file, form.link)))
    labels = ["序号", "姓名", *(one.label for one in field.columns), "来源文件"]
    long = {one.label for one in field.columns if one.type in LONG} | {"来源文件"}
    note = f"{kind.name}，共{len(rows)}行" if rows else f"{kind.name}，没有人填写"
    return _table(field.label, field.label, note, labels, rows, long)


def _problems(problems: Sequence[Problem]) -> Table:
    rows = [(Entry(number), _file(one.file, one.link), Entry(one.person),
             Entry(_LEVELS.get(one.severity, one.severity), one.severity), Entry(one.field),
             Entry(one.what), Entry(one.mend)) for number, one in enumerate(problems, 1)]
    note = "一行一个问题；用标题行的箭头可以只看一份材料或一种问题" if rows else "没有发现问题"
    return _table("问题", "需要处理的问题", note,
                  ("序号", "来源文件", "姓名", "级别", "栏目", "问题", "怎样修改"), rows,
                  {"来源文件", "问题", "怎样修改"})


def _absent(absent: Sequence[Absent]) -> Table:
    columns = (("姓名", [one.name for one in absent]), ("单位", [one.unit for one in absent]),
               ("编号", [one.number for one in absent]), ("应交", [one.paper for one in absent]),
               ("另交了", [printable(one.instead) for one in absent]))
    kept = [(label, texts) for label, texts in columns if any(texts)] or [columns[0]]
    rows = [(Entry(number), *map(Entry, row)) for number, row in enumerate(
        zip(*(texts for _label, texts in kept), strict=True), 1)]
    note = f"名单上还有{len(rows)}份没有交来" if rows else "名单上的人都交了"
    return _table("未提交", "未提交名单", note, ("序号", *(label for label, _texts in kept)), rows,
                  {"另交了"})


def _sources(summary: Summary) -> Iterator[Table]:
    """Where each value stood; one sheet holds a million rows."""
    several = len(summary.kinds) > 1
    labels = ("姓名", *(["表名"] if several else ()), "栏目", "汇总的内容", "原件上的文字",
              "来源文件", "位置", "填写处", "待核对")
    long = {"栏目", "汇总的内容", "原件上的文字", "来源文件", "待核对"}
    rows = (
        (Entry(form.person), *([Entry(form.kind.name)] if several else ()), Entry(name),
         Entry(one.shown), Entry(one.text), _file(form.file), Entry(one.place),
         Entry(one.source), Entry("\n".join(one.doubts), DOUBT if one.doubts else ""))
        for form in summary.forms for found in form.found for name, one in found.walk()
        if not one.is_blank or one.doubts)
    while piece := list(islice(rows, _ROWS)):
        yield _table("出处", "每项内容的出处", "汇总的每一项内容，都可以照此在原件上找到", labels,
                     piece, long, 1)


def _entry(found: Found | None) -> Entry:
    """The cell of a value: numbers and days as such, all else as text."""
    if found is None:
        return Entry(None)
    if found.field.columns:
        doubts = tuple(f"{name}：{doubt}" if one is not found else doubt
                       for name, one in found.walk() for doubt in one.doubts)
    else:
        doubts = found.doubts
    look = DOUBT if doubts else LACKING if found.is_lacking else ""
    return Entry(_value(found), look, remark="\n".join(doubts) or (
        "没有填写" if found.is_lacking else ""))


def _value(found: Found) -> str | int | float | date:
    value = found.value
    if isinstance(value, date) and value.year >= _FIRST_YEAR:
        return value
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < _LOST:
        return value
    return found.shown


def _file(file: str, link: str = "") -> Entry:
    """LibreOffice shows one line of a link: a name that takes several bears none."""
    shown = printable(file)
    return Entry(shown, link=link if _text_width(shown) <= _LONGEST_TEXT - 2 else "")


def _table(name: str, title: str, note: str, labels: Iterable[str],
           rows: Sequence[tuple[Entry, ...]], long: set[str], pinned: int = 2) -> Table:
    """A table whose columns are as wide as what stands in them, within bounds."""
    columns = []
    for at, label in enumerate(labels):
        widest = max((_width(row[at].value) for row in rows), default=0)
        most = _LONGEST_TEXT if label in long else _WIDEST
        # A long label takes two lines, with the arrow of the filter behind it.
        width = max(_NARROWEST, -(-_text_width(label) // 4) * 2 + 4, min(widest + 2, most))
        columns.append(_NUMBER if label == "序号" else Column(label, width,
                                                              centred=label not in long))
    return Table(name, title, note, tuple(columns), tuple(rows), pinned, shows_noughts=True)


def _width(value: object) -> int:
    if isinstance(value, date):
        return 14
    return max((_text_width(line) for line in str(value or "").split("\n")), default=0)


@lru_cache(maxsize=4096)
def _text_width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)
