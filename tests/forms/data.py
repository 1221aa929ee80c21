"""Random data that a form takes: for each field a value of its type, as a person might fill it in.
"""

from __future__ import annotations

import io
from datetime import date, timedelta
from pathlib import Path
from random import Random

import yaml
from PIL import Image

from plans.field_types import TABLE, printed
from plans.kinds import Field, Kind
from plans.periods import Month, Period
from plans.pictures import Picture
from plans.plan import Row, Value

SURNAMES, GIVEN = "王李张刘陈杨黄赵周吴徐孙马朱胡林郭何高罗欧阳", "珂明慧远志强秋立文英俊杰婷玉兰桂芳海燕㛃𠮷"
WORDS = ("从一日常规抓起", "让学生自己订班规", "班级日志", "家校共育", "每周一次谈心", "A&B班", "<示范>课",
         "“四有”好老师", "{{不是标签}}", "心理健康教育", "三年没有一人掉队", "第1课堂", "100%参与", "C++社团",
         "主题班会", "师徒结对", "月考", "10~12岁", "导师：王老师", "——", "数学（选修）", "2班/3班")


def data_for(kind: Kind, random: Random, *, full: bool = False) -> dict[str, Value]:
    """Values by field that a form of `kind` takes; what need not be given is given or not, all of
    it where `full`."""
    found: dict[str, Value] = {}
    for field in kind.fields:
        if field.sum_of:
            continue
        if field.required or full or random.random() < 0.7:
            value = value_for(field, random, full=full)
            if value != ():
                found[field.name] = value
    return found


def value_for(field: Field, random: Random, *, full: bool = False) -> Value:
    """A value of a field."""
    low = int(field.at_least) if field.at_least is not None else None
    high = int(field.at_most) if field.at_most is not None else None
    match field.type:
        case "text":
            return _text(field, random, low or 1)
        case "longtext":
            return _long(random, low or 1, high)
        case "integer":
            return random.randint(low or 0, high if high is not None else (low or 0) + 90)
        case "number" | "money":
            return random.randint((low or 0) * 10, (high if high is not None else (low or 0) + 90)
                                  * 10) / 10
        case "date":
            return date(1990, 1, 1) + timedelta(random.randint(0, 15000))
        case "month":
            return Month(random.randint(1970, 2026), random.randint(1, 12))
        case "period":
            first = Month(random.randint(2000, 2026), random.randint(1, 12))
            return Period(first, first + random.randint(0, 20))
        case "choice":
            return random.choice(field.options).name
        case "ticks":
            names = [one.name for one in field.options]
            count = random.randint(low or 1, min(high or len(names), len(names)))
            chosen = set(random.sample(names, count))
            return tuple(one for one in names if one in chosen)
        case "yesno" | "tickbox":
            return random.random() < 0.5
        case "phone":
            return random.choice([f"1380000{random.randint(0, 9999):04}",
                                  f"0571{random.randint(20000000, 89999999)}"])
        case "id-number":
            return _id_number(random)
        case "picture":
            return Picture("照片.png", picture(random))
    assert field.type == TABLE, field.type
    return _rows(field, random, low, high, full)


def picture(random: Random) -> bytes:
    """A PNG of noise."""
    image = Image.new("RGB", (random.randint(9, 20), random.randint(12, 30)))
    image.putdata([(random.randint(0, 255), random.randint(0, 255), random.randint(0, 255))
                   for _pixel in range(image.width * image.height)])
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def _rows(field: Field, random: Random, low: int | None, high: int | None,
          full: bool) -> tuple[Row, ...]:
    if field.fixed:
        return tuple(_row(field, random, fixed, full) for fixed in field.fixed)
    least = max(low or 0, 1 if field.required or full else 0)
    return tuple(_row(field, random, {}, full)
                 for _n in range(random.randint(least, max(least, min(high or 5, 5)))))


def _row(field: Field, random: Random, fixed, full: bool) -> Row:
    row: dict[str, Value] = {name: text for name, text in fixed.items() if text}
    blank = {name for one in field.fixed for name in one}
    for at, column in enumerate(field.columns):
        if column.name in row or column.name in blank:
            continue
        if column.required or full or at == 0 or random.random() < 0.6:
            most = row.get(column.limit) if column.limit else None
            value = value_for(column, random)
            if most is not None and isinstance(value, int | float):
                value = min(value, int(most))
            row[column.name] = value
    return row


def _text(field: Field, random: Random, least: int) -> str:
    text = ""
    while len(text) < least or not text.strip("—-/_"):
        text += (random.choice(SURNAMES) + random.choice(GIVEN) if "姓名" in field.label
                 or random.random() < 0.3 else random.choice(WORDS))
    return text


def _long(random: Random, least: int, most: int | None) -> str:
    lines = [""]
    while len("".join(lines)) < least + random.randint(0, 60):
        if lines[-1] and random.random() < 0.2:
            lines.append("")
        lines[-1] += random.choice(WORDS[:5]) + random.choice(WORDS) + random.choice("，。；")
    text = "\n".join(line for line in lines if line)
    return text[:most].strip() if most else text


def _id_number(random: Random) -> str:
    born = date(1965, 1, 1) + timedelta(random.randint(0, 12000))
    bare = f"990101{born:%Y%m%d}{random.randint(0, 999):03}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return bare + "10X98765432"[sum(int(one) * weight for one, weight in
                                    zip(bare, weights, strict=True)) % 11]


def write_input(kind: Kind, values: dict[str, Value], path: Path) -> None:
    """Writes `values` as an input of the kind, pictures beside it."""
    top: dict[str, object] = {"kind": kind.id}
    for field in kind.fields:
        if field.name in values:
            top[field.label] = _written(field, values[field.name], path)
    path.write_text(yaml.safe_dump(top, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _written(field: Field, value: Value, path: Path) -> object:
    if field.columns:
        return [{column.label: _written(column, row[column.name], path)
                 for column in field.columns if column.name in row} for row in value]
    if isinstance(value, Picture):
        (path.parent / f"{path.stem}.png").write_bytes(value.data)
        return f"{path.stem}.png"
    if isinstance(value, tuple):
        return list(value)
    return printed(field, value)


def normal(field: Field, value: Value | None) -> object:
    """`value` as two of them are compared: pictures by their pixels, texts by their lines."""
    if field.columns:
        return [{column.name: normal(column, row.get(column.name)) for column in field.columns
                 if row.get(column.name) not in (None, "")} for row in value or ()]
    if isinstance(value, Picture):
        return value.pixels
    if isinstance(value, str):
        return "\n".join(line.strip() for line in value.split("\n") if line.strip())
    return value
