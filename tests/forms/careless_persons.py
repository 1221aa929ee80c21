"""Teachers who apply, all invented, and what they want to say in the form of a host's application.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date
from random import Random

from PIL import Image, ImageDraw

from forms.data import data_for
from plans.kinds import Field, Kind
from plans.periods import Month
from plans.pictures import Picture
from plans.plan import Row, Value

_SURNAMES = ("王", "李", "张", "刘", "陈", "杨", "黄", "赵", "周", "吴", "徐", "孙", "马", "朱", "胡",
             "欧阳", "郭", "何", "高", "罗")
_GIVEN = ("珂", "明慧", "明远", "立秋", "海燕", "玉兰", "文㛃", "俊杰", "思齐")
_TEXTS: Mapping[str, tuple[str, ...]] = {
    "nation": ("汉族", "回族", "土家族", "满族", "壮族", "汉"),
    "degree": ("教育学学士", "文学学士", "理学学士", "教育硕士", "无"),
    "subject": ("语文", "数学", "英语", "护理学基础", "幼儿心理学", "机械制图", "道德与法治", "信息技术"),
    "class_name": ("23级幼师2班", "24级护理1班", "高一（3）班", "七年级5班", "25级数控3+2班", "八(2)班"),
    "department": ("幼教系", "护理系", "信息技术系", "江城实验学校", "高一年级组", "机电工程系"),
    "posts.class": ("{year}级护理1班", "20{year}级5班", "{year}级幼师2班", "高二（1）班", "七(4)班", "初一3班"),
    "posts.school": ("江城职业中专", "江城实验学校", "江城二中", "江城市第三中学", "青石镇中心学校"),
    "class_honours.what": ("先进班集体", "优秀团支部", "文明班级", "书香班级", "五四红旗团支部"),
    "honours.what": ("优秀班主任", "师德标兵", "优秀教师", "德育先进个人", "“四有”好老师"),
    "research.what": ("新生班级第一个月的常规", "中职班级日志的使用", "《让学生说话》", "班会课的三种问法",
                      "家校沟通A/B两种方式的比较"),
    "research.place": ("江城市教育科学研究院", "《江城教育》", "省教育学会", "《江城德育》第3期"),
    "contests.what": ("班主任能力比赛", "班主任基本功大赛", "主题班会评比", "育人故事征文"),
    "student_prizes.what": ("技能大赛护理赛项", "经典诵读", "“文明风采”活动", "科技节·纸桥承重"),
    "student_prizes.students": ("22级护理1班三名学生", "何立", "马文、朱秋", "高一（3）班"),
    "prize": ("一等奖", "二等奖", "三等奖", "优秀奖", "第2名"),
    "issuer": ("江城市教育局", "江城职业中专", "东湖区教育局", "省教育厅", "共青团江城市委"),
}
_SENTENCES = (
    "我带班从早读前的十分钟抓起，谁先到谁开窗，三周以后全班都成了习惯。",
    "班里的规矩由学生自己提、自己表决，每学期改一次。",
    "班训：慢慢来，比较快。",
    "每周五下午留二十分钟，让一名学生讲自己这周最难的一件事。",
    "和家长只约定三条：不当众批评、不代写作业、有事先打电话。",
    "2019年接手的班里有7名留守学生，三年没有一人掉队。",
    "班级日志轮流写，我每天回一句话，毕业时装订成12本。",
    "我把值日、收费、考勤这些事（共14项）都交给学生，一人一岗。",
    "班会课上我只提问，不下结论。",
    "工作室拟吸收6至8名任职不满五年的班主任，结对两年。",
    "每两月一次案例研讨，每学期进班听课两次，留下记录。",
    "预期成果：1本案例集、1套新班主任手册、2节示范班会课。",
    "经费主要用于购书和外出学习，账目每学期公布。",
    "遇到难题先找三个人问：学生、家长、任课教师。")
_ENCLOSED = ("荣誉证书.pdf", "职称证书.jpg", "课题结题证书（扫描件）.pdf", "论文首页.pdf", "班主任聘书.pdf")


def person(kind: Kind, number: int, rows: Mapping[str, int]) -> dict[str, Value]:
    """What the teacher with this number writes into a form of `kind`, all that is theirs to fill
    in; a table named in `rows` has so many, another no more than the form."""
    random = Random(f"teacher {number}")
    values = data_for(kind, random, full=True)
    since = Month(random.randint(2000, 2010), random.choice((7, 8, 9)))
    birth = Month(since.year - random.randint(21, 24), random.randint(1, 12))
    values |= {"name": _SURNAMES[number % len(_SURNAMES)] + _GIVEN[number * 7 // 20 % len(_GIVEN)],
               "birth": birth, "id_number": _id_number(birth, random), "work_since": since,
               "homeroom_years": random.randint(3, 25),
               "title_since": since + random.randint(60, 130), "photo": _portrait(random),
               "date": date(2026, 3, random.randint(1, 28)), "enclosed": "\n".join(
                   f"{at}. {name}" for at, name in enumerate(
                       random.sample(_ENCLOSED, random.randint(1, 4)), 1))}
    for field in kind.fields:
        if field.by == "office":
            values.pop(field.name, None)
        elif field.columns:
            most = field.rows or 3
            count = rows.get(field.name, random.randint(1, most))
            values[field.name] = _rows(field, count, random, since)
        elif field.name in _TEXTS:
            values[field.name] = random.choice(_TEXTS[field.name])
        elif field.type == "longtext" and not field.attached:
            values[field.name] = _prose(random)
    return values


def _rows(field: Field, count: int, random: Random, since: Month) -> tuple[Row, ...]:
    made: list[Row] = []
    at = since
    for number in range(count):
        at += random.choice((10, 12, 22, 24))
        row: dict[str, Value] = {}
        for column in field.columns:
            texts = _TEXTS.get(f"{field.name}.{column.name}") or _TEXTS.get(column.name)
            if texts:
                row[column.name] = random.choice(texts).format(year=f"{at.year % 100:02}")
            elif column.options:
                row[column.name] = random.choice(column.options).name
            elif column.name == "last":
                # 现在还在带就不填
                if number < count - 1 or random.random() < 0.5:
                    row["last"] = at + random.choice((8, 9))
            else:
                row[column.name] = at
        made.append(row)
    return tuple(made)


def _prose(random: Random) -> str:
    chosen = random.sample(_SENTENCES, random.randint(5, 8))
    cut = random.randint(2, 4)
    return random.choice(("\n", "\n", "")).join(("".join(chosen[:cut]), "".join(chosen[cut:])))


def _id_number(birth: Month, random: Random) -> str:
    bare = f"990101{birth.year}{birth.month:02}{random.randint(1, 28):02}{random.randint(0, 999):03}"
    return bare + "10X98765432"[sum(int(one) * (2 ** (17 - at) % 11)
                                    for at, one in enumerate(bare)) % 11]


def _portrait(random: Random) -> Picture:
    """A drawn face on blue or red, as a .png or .jpg."""
    image = Image.new("RGB", (120, 160), random.choice(((67, 142, 219), (200, 40, 40))))
    pen = ImageDraw.Draw(image)
    skin = (random.randint(215, 245), random.randint(180, 205), random.randint(150, 175))
    pen.ellipse((15, 118, 105, 220), fill=(random.randint(20, 90), 40, 60))
    pen.ellipse((32, 22, 88, 80), fill=(25, 20, 20))
    pen.ellipse((36, 32, 84, 106), fill=skin)
    suffix, kind = random.choice((("png", "PNG"), ("jpg", "JPEG")))
    out = io.BytesIO()
    image.save(out, kind)
    return Picture(f"照片.{suffix}", out.getvalue())
