"""A person who asks for Chinese meets no English: every command as a process of its own.

Names stay as they are typed: commands, options, metavars, kinds, rules, files.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from cli import cli, ledger
from plans.messages import LOCALES

ROOT = Path(__file__).parents[1]
COLUMNS = 80
SECONDS = 120  # a machine that is busy with other tests takes its time

Homeroom = Callable[..., subprocess.CompletedProcess[str]]

GOOD = ("江城实验学校工作室工作计划", "一、指导思想", "以促进班主任专业成长为宗旨，扎实开展研修。",
        "二、工作目标", "全年每人研读专著两本，撰写论文一篇。")
BAD = ("江城实验学校工作室工作计划", "一、指导思想", "二、工作措施",
       "每两个月召开一次例会，交流心得。")


@pytest.fixture(scope="module", autouse=True)
def _compiled() -> None:
    """Without the compiled catalogue every test here would blame the translation."""
    folder = LOCALES / "zh_CN" / "LC_MESSAGES"
    compiled = folder / "homeroom.mo"
    newest = max(path.stat().st_mtime for path in folder.glob("*.po"))
    if not compiled.is_file() or compiled.stat().st_mtime < newest:
        pytest.fail("the catalogue is not compiled: run `make catalogue`", pytrace=False)


@pytest.fixture
def homeroom(tmp_path: Path) -> Homeroom:
    """Runs the command in `tmp_path`, in Chinese unless `lang` is None; `env` is added or, where
    None, taken away."""

    def run(*arguments: str, lang: str | None = "zh_CN",
            **env: str | None) -> subprocess.CompletedProcess[str]:
        given = os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": str(COLUMNS)} | env
        return subprocess.run(
            [sys.executable, str(ROOT / "cli.py"), *(["--lang", lang] if lang else []), *arguments],
            cwd=tmp_path, env={name: value for name, value in given.items() if value is not None},
            capture_output=True, encoding="utf-8", timeout=SECONDS, check=False)

    return run


def english_in(text: str) -> list[str]:
    """Two or more English words in a row, or one that opens a line as a label does.

    Not counted: `code`, what is typed (homeroom NAME, --option), METAVARS, names with a dot, dash,
    slash or underscore in them.
    """
    plain = re.sub(r"`[^`\n]*`|homeroom [a-z-]+", "", text)
    word = r"(?<![\w./:=-])[A-Za-z']*[a-z](?![\w./=-])"
    return re.findall(rf"{word}(?: {word})+", plain) + re.findall(r"(?m)^ *[A-Z][a-z]+:", plain)


def width(line: str) -> int:
    """Columns of a terminal: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line)


def write_docx(path: Path, paragraphs: tuple[str, ...]) -> None:
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(str(path))


@pytest.mark.parametrize("text", [
    "写到哪个文件；不写则显示在屏幕上。", "  --fail-on [error|warning|info]  达到这一级时",
    "用法: homeroom check [OPTIONS] PATH...", "  --jobs INTEGER RANGE  同时检查几个文件",
    "用 Word 或 WPS 打开", "已写好：plan.yaml", "S001  缺少必写部分  missing-section",
    "用 `homeroom new KIND` 新建", "用 `uv tool install` 安装", "例：homeroom demo -o 试用",
    "studio: 没有这个种类", "缺少参数 'PATH...'."])
def test_what_stays_latin_is_left_alone(text: str) -> None:
    assert english_in(text) == []


@pytest.mark.parametrize("text", [
    "Usage: homeroom check", "Options:", "  --help  Show this message and exit.",
    "错误：'x' 不是有效的 integer range。", "怎样改：write it as 2026-03-20",
    "    Error: 缺少部分"])
def test_english_is_caught(text: str) -> None:
    assert english_in(text)


@pytest.mark.parametrize("command", [(), *((name,) for name in sorted(cli.commands)),
                                     *(("ledger", name) for name in sorted(ledger.commands))],
                         ids=lambda command: " ".join(command) or "homeroom")
def test_help_is_chinese_and_fits_the_terminal(homeroom: Homeroom,
                                               command: tuple[str, ...]) -> None:
    done = homeroom(*command, "--help")
    assert done.returncode == 0
    assert english_in(done.stdout) == []
    assert [line for line in done.stdout.splitlines() if width(line) > COLUMNS] == []


@pytest.mark.parametrize("arguments", [
    ("check", "计划.docx", "--kinde", "x"), ("check",), ("chek", "计划.docx"),
    ("check", "计划.docx", "--jobs", "many"), ("check", "计划.docx", "--jobs", "1000"),
    ("check", "计划.docx", "--fail-on", "never"), ("check", "--period"),
    ("new", "studio-annual-plan", "甲", "乙"), ("demo", "--house=a", "b"),
    ("new", "studio-anual-plan"), ("check", "计划.docx", "--kind", "某某"),
    ("check", "没有.docx"), ("generate", "没有.yaml"), ("check", "."),
    ("kinds", "--house", "没有"), ("check", "计划.docx", "--period", "2014年"), ("rules", "S999"),
], ids=" ".join)
def test_wrong_usage_is_told_in_chinese(homeroom: Homeroom, arguments: tuple[str, ...]) -> None:
    done = homeroom(*arguments)
    assert done.returncode == 2
    assert re.search("[\u4e00-\u9fff]", done.stderr)
    assert english_in(done.stderr) == []


def test_a_near_miss_is_suggested(homeroom: Homeroom) -> None:
    assert "是不是要写“studio-annual-plan”？" in homeroom("new", "studio-anual-plan").stderr
    assert "是不是想写 '--kind'？" in homeroom("check", "x", "--kinde").stderr


def test_every_fault_of_an_input_is_told_in_chinese(homeroom: Homeroom, tmp_path: Path) -> None:
    (tmp_path / "计划.yaml").write_text("""\
kind: studio-annual-plan
学校: 江城实验学校
学校名: 江城
起止月份: 2026-03/2026-06
年度: 今年
sections:
  指导思相: 以促进班主任成长为宗旨。
  工作目标: 研读专著。
  工作目标: 撰写论文。
schedule:
  - {month: 3, tasks: [制定计划]}
  - {month: 9, tasks: [开学]}
  - {every: 偶尔, task: 例会}
  - 五月开会
members: [{role: 学员}]
signature: {unit: 江城实验学校, date: 某日}
""", encoding="utf-8")
    done = homeroom("generate", "计划.yaml")
    assert done.returncode == 1
    assert english_in(done.stderr) == []
    told = {int(line) for line in re.findall(r"(?m)^计划\.yaml:(\d+):", done.stderr)}
    assert {3, 5, 7, 9, 12, 13, 14, 15, 16} <= told
    assert done.stderr.count("怎样改：") == len(re.findall(r"(?m)^计划\.yaml", done.stderr))


@pytest.mark.parametrize(("line", "said"), [
    ("学校: 江城: 实验", "冒号"), ("学校: [江城", "括号"), ("学校: \"江城", "引号"),
    ("- 学校", "对齐"), ("学校: !x 江城", "标签"), ("学校: 江\x07城", "控制字符")])
def test_broken_yaml_is_told_in_chinese(homeroom: Homeroom, tmp_path: Path, line: str,
                                        said: str) -> None:
    (tmp_path / "计划.yaml").write_text(f"kind: studio-annual-plan\n{line}\n年度: 2026\n",
                                        encoding="utf-8")
    done = homeroom("generate", "计划.yaml")
    assert done.returncode == 1
    assert said in done.stderr
    assert english_in(done.stderr) == []


def test_submissions_are_judged_in_chinese(homeroom: Homeroom, tmp_path: Path) -> None:
    folder = tmp_path / "上交材料"
    folder.mkdir()
    write_docx(folder / "合格.docx", GOOD)
    write_docx(folder / "不合格.docx", BAD)
    (folder / "损坏.docx").write_bytes((folder / "合格.docx").read_bytes()[:2000])
    (folder / "照片.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    done = homeroom("check", "上交材料", "--require", "指导思想", "--require", "工作目标")
    assert (done.returncode, done.stderr) == (1, "")
    assert english_in(done.stdout) == []
    for said in ("✓ 通过  上交材料/合格.docx", "✗ 退回  上交材料/不合格.docx",
                 "✗ 无法读取  上交材料/损坏.docx", "缺少“工作目标”部分", "位置：一、指导思想",
                 "共 4 个文件：通过 1，退回 1，无法读取 2"):
        assert said in done.stdout


def test_an_outline_is_shown_in_chinese(homeroom: Homeroom, tmp_path: Path) -> None:
    write_docx(tmp_path / "计划.docx", (
        *GOOD, "三、月度安排", "三月份：制定计划。", "四月份：读书。"))
    done = homeroom("outline", "计划.docx")
    assert done.returncode == 0
    assert "月份：3月、4月" in done.stdout
    assert english_in(done.stdout) == []


def test_the_pages_of_the_rules_are_chinese(homeroom: Homeroom) -> None:
    done = homeroom("rules", "S001")
    assert "缺少必写部分  S001 missing-section" in done.stdout
    assert "怎样改：请加上这个标题" in done.stdout
    assert english_in(done.stdout) == []
    assert english_in(homeroom("rules").stdout) == []


def test_the_kinds_are_shown_in_chinese(homeroom: Homeroom) -> None:
    assert english_in(homeroom("kinds").stdout) == []
    one = homeroom("kinds", "studio-annual-plan").stdout
    assert "学校 (school, 必填)  如 江城实验学校" in one
    assert english_in(one) == []


def test_a_new_input_is_explained_in_chinese(homeroom: Homeroom, tmp_path: Path) -> None:
    done = homeroom("new", "studio-annual-plan", "-o", "计划.yaml")
    assert done.stdout == "已写好：计划.yaml\n填好以后运行：homeroom generate 计划.yaml\n"
    again = homeroom("new", "studio-annual-plan", "-o", "计划.yaml")
    assert (again.returncode, english_in(again.stderr)) == (1, [])
    blank = homeroom("generate", "计划.yaml")
    assert (blank.returncode, english_in(blank.stderr)) == (1, [])
    draft = homeroom("generate", "计划.yaml", "--draft")
    assert (draft.returncode, english_in(draft.stdout)) == (0, [])
    assert "处没有填，已标上【待填：…】" in draft.stdout


@pytest.mark.parametrize("env", [
    {"HOMEROOM_LANG": "zh_CN"}, {"HOMEROOM_LANG": "zh"},
    {"HOMEROOM_LANG": None, "LC_ALL": None, "LC_MESSAGES": None, "LANG": "zh_CN.UTF-8"},
    {"HOMEROOM_LANG": "zh_CN", "LC_ALL": "C.UTF-8", "LANG": "en_US.UTF-8"}],
    ids=lambda env: " ".join(f"{name}={value}" for name, value in env.items() if value))
def test_the_surrounding_chooses_chinese(homeroom: Homeroom, env: dict[str, str | None]) -> None:
    assert homeroom("--help", lang=None, **env).stdout.startswith("用法: homeroom")


@pytest.mark.parametrize("lang", ["HOMEROOM_LANG", "LANG"])
def test_what_is_asked_for_beats_the_surrounding(homeroom: Homeroom, lang: str) -> None:
    env = {"HOMEROOM_LANG": None} | {lang: "zh_CN.UTF-8"}
    done = homeroom("--help", lang="en", **env)
    assert done.stdout.startswith("Usage: homeroom")
    assert "检查" not in done.stdout


def test_the_language_may_be_asked_for_after_the_command(homeroom: Homeroom) -> None:
    assert homeroom("rules", "S999", "--lang", "zh_CN", lang=None).stderr.startswith(
        "S999: 没有这条规则")
