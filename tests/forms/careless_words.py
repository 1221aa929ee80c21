"""Careless hands on what a form says: labels, prompts, boxes, dates, and what is typed beside them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from random import Random

from forms.careless_paper import (
    Element,
    Paper,
    W,
    blacken,
    controls_in,
    filled,
    is_blank,
    paragraph,
    run,
    tag_of,
    text_of,
    unwrap,
)
from forms.careless_pen import Place, fill, places, type_in, write
from plans.field_types import PICTURE, TICKS, YES_NO
from plans.kinds import Kind
from plans.periods import Month
from plans.plan import Value, rows_of

Values = Mapping[str, Value]
_HAN = str.maketrans("0123456789", "〇一二三四五六七八九")
_OTHER_DAY = date(2026, 3, 2)       # on which somebody opened the calendar of a control


def labels_spaced(form: bytes, values: Values, kind: Kind, turn: int) -> tuple[bytes, set[str]]:
    """Two labels of three retyped: 姓  名, 姓名：, over two paragraphs, with * or （必填）; in every
    second form by an editor that loses the controls, so that the labels are all there is."""
    random, paper = Random(f"labels {turn}"), Paper(form)
    fill(paper, kind, values, random)
    changed = set()
    for field, text, cell in list(paper.labels(kind)):
        if random.random() < 0.33:
            continue
        asked = field if text == field.label else field.column_called(text)
        _retype(cell, text, asked.required, random)
        changed.add(field.name)
    if turn % 2:
        unwrap(reversed(controls_in(paper.root)))
    return paper.bytes(), changed


def _retype(cell: Element, text: str, required: bool, random: Random) -> None:
    half = len(text) // 2
    ways = [f"{text}：", f"{text}:"]
    if len(text) <= 3:
        ways += ["  ".join(text), "\u3000".join(text), f"{' '.join(text)}："]
    else:
        ways += [f"{text[:half]}¶{text[half:]}"] * 2
    ways += [f"*{text}", f"{text}*", f"{text}（必填）", f"{text}¶(必填)"] if required else [
        f"{text}（选填）"]
    first, *further = random.choice(ways).split("¶")
    only = cell.find(f"{W}p")
    like = next(only.iter(f"{W}r"))
    for one in reversed(further):
        only.addnext(paragraph(one, only))
    like.getparent().replace(like, run(first, like))


def controls_deleted(form: bytes, values: Values, kind: Kind,
                     turn: int) -> tuple[bytes, set[str]]:
    """No control any more, plain text in the cells: an older office or WPS has saved the form.
    What nobody filled in is still grey, in every second form empty."""
    random, paper = Random(f"controls {turn}"), Paper(form)
    fill(paper, kind, values, random)
    for control in controls_in(paper.root) if turn % 2 else ():
        if is_blank(control):
            for text in list(control.iter(f"{W}t")):
                text.text = ""
    unwrap(reversed(controls_in(paper.root)))
    return paper.bytes(), set(values)


def ticks_typed(form: bytes, values: Values, kind: Kind, turn: int) -> tuple[bytes, set[str]]:
    """√ typed where a box is to be clicked: beside the box, instead of it, behind the word."""
    random, paper = Random(f"ticks {turn}"), Paper(form)
    asked = [one for one in places(paper, kind, values) if one.field.type in (TICKS, YES_NO)]
    owners = {one.owner for one in asked}
    fill(paper, kind, {name: value for name, value in values.items() if name not in owners},
         random)
    for place in asked:
        for control in place.controls:
            name = tag_of(control).rpartition("/")[2]
            _tick_by_hand(control, name in _chosen(place), turn)
    return paper.bytes(), owners


def _chosen(place: Place) -> tuple[str, ...]:
    return ("是" if place.value else "否",) if isinstance(place.value, bool) else place.value


def _tick_by_hand(control: Element, ticked: bool, turn: int) -> None:
    sign, word = next(control.iter(f"{W}t")), control.getnext()
    if turn == 0:                           # √是 □否
        sign.text = "√" if ticked else "□"
    elif turn == 1 and ticked:              # ☐√是 ☐否, the controls as they were
        word.addprevious(run("√", word))
    elif turn == 2:                         # 是√ 否
        sign.text = ""
    elif turn == 3:                         # ☑是 □否
        sign.text = "☑" if ticked else "□"
    elif turn == 5 and ticked:              # √是 ☐否, one control deleted
        sign.text = "√"
    if turn in (2, 4) and ticked:           # ☐是√ ☐否 with controls, or as above
        word.addnext(run("√", word))
    if turn in (0, 2, 3) or (turn == 5 and ticked):
        unwrap([control])


def dates_in_six_styles(form: bytes, values: Values, kind: Kind,
                        turn: int) -> tuple[bytes, set[str]]:
    """Dates as people write them, typed over what a control shows, or in its stead. Where a day was
    clicked before, the control still keeps that one and shows the one that was typed."""
    random, paper = Random(f"dates {turn}"), Paper(form)
    fill(paper, kind, values, random)
    changed = set()
    dated = [one for one in places(paper, kind, values) if isinstance(one.value, Month | date)]
    for number, place in enumerate(dated, turn):
        control = place.controls[0]
        type_in(control, dated_in_style(place.value, number % 6), random)
        kept = control.find(f"{W}sdtPr/{W}date")
        kept.attrib.pop(f"{W}fullDate", None)
        if number % 5 == 0:
            kept.set(f"{W}fullDate", f"{_OTHER_DAY}T00:00:00Z")
        elif number % 2:
            unwrap([control])
        changed.add(place.owner)
    return paper.bytes(), changed


def dated_in_style(value: Value, style: int) -> str:
    """A month or day in one of six styles: 2018.9 2018-09 2018年9月 二〇一八年九月 2018/9 201809."""
    year, month = value.year, value.month
    day = value.day if isinstance(value, date) else 0
    return (f"{year}.{month}" + (f".{day}" if day else ""),
            f"{year}-{month:02}" + (f"-{day:02}" if day else ""),
            f"{year}年{month}月" + (f"{day}日" if day else ""),
            f"{str(year).translate(_HAN)}年{_in_han(month)}月" + (f"{_in_han(day)}日" if day else ""),
            f"{year}/{month}" + (f"/{day}" if day else ""),
            f"{year}{month:02}" + (f"{day:02}" if day else ""))[style]


def _in_han(number: int) -> str:
    tens, ones = divmod(number, 10)
    return (("", "十", "二十", "三十")[tens] + str(ones).translate(_HAN).replace("〇", ""))


def a_prompt_left(form: bytes, values: Values, kind: Kind, turn: int) -> tuple[bytes, set[str]]:
    """Prompts that nobody took away: of what has no value, in black and without its control where
    that is required; and once the value typed behind its prompt, which is black then or still grey."""
    random, paper = Random(f"prompts {turn}"), Paper(form)
    name = ("nation", "homeroom_years", "subject", "id_number", "degree", "work_since")[turn]
    behind = next(one for one in places(paper, kind, values) if one.owner == name)
    prompt = text_of(behind.controls[0])
    fill(paper, kind, {key: value for key, value in values.items() if key != name}, random)
    control = behind.controls[0]
    if turn % 2:
        grey = next(control.iter(f"{W}r"))
        grey.addnext(run(behind.text, grey))
        filled(control)
    else:
        type_in(control, prompt + behind.text, random)
    changed = {name}
    for field in kind.fields:
        rows = rows_of(values.get(field.name))
        if (field.name in values or field.by == "office") and all(
                column.name in row for row in rows for column in field.columns):
            continue
        changed.add(field.name)
        if field.name not in values and field.required and not field.columns:
            for control in paper.controls(field.name):
                blacken(control)
                unwrap([control])
    return paper.bytes(), changed


def text_beside_the_box(form: bytes, values: Values, kind: Kind,
                        turn: int) -> tuple[bytes, set[str]]:
    """Typed behind the control, which still shows its prompt; of one field in the next paragraph of
    the cell; of boxes the word typed behind them all."""
    random, paper = Random(f"beside {turn}"), Paper(form)
    everything = list(places(paper, kind, values))
    empty = [one for one in everything if is_blank(one.controls[0])
             and one.field.type not in (PICTURE, "longtext")]
    boxes = [one for one in everything if one.field.type in (TICKS, YES_NO)]
    below, *behind = random.sample([one for one in empty if one.owner == one.field.name], 5)
    behind += random.sample([one for one in empty if one.owner != one.field.name], 2)
    for place in everything:
        if not any(place is one for one in (below, *behind, *boxes)):
            write(paper, place, random)
    for place in behind:
        place.controls[0].addnext(run(place.text, next(place.controls[0].iter(f"{W}r"))))
    only = next(below.controls[0].iterancestors(f"{W}p"))
    only.addnext(paragraph(below.text, only))
    for place in boxes:
        word = place.controls[-1].getnext()
        word.addnext(run(f" {place.text}", word))
    return paper.bytes(), {one.owner for one in (below, *behind, *boxes)}
