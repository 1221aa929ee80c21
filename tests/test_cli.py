"""The command line as a person meets it: exit codes, statuses, messages."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import docx
import msoffcrypto.format.ooxml
import pytest

from called import called

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "samples"
GOOD = SAMPLES / "submissions" / "01-合格-研修计划.docx"
NO_MEASURES = SAMPLES / "submissions" / "03-缺工作措施.docx"

Run = Callable[..., CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs `homeroom …` in an empty folder."""
    def homeroom(*arguments: str | Path, **variables: str) -> CompletedProcess[str]:
        return called(tmp_path, *arguments, **variables)
    return homeroom


def word(path: Path, *lines: str) -> Path:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(path))
    return path


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A small valid input."""
    path = tmp_path / "plan.yaml"
    path.write_text("""\
kind: school-research-plan
学校: 江城实验学校
年度: 2014
起止月份: 2014-03/2014-05
sections:
  指导思想: 以提高教师专业能力为宗旨，把研修放在课堂里做、放在组里做，一学期一个主题，一月一次公开课，让每位教师说得出自己改了什么、学生学得怎样。
  总体目标: 人人参加研修。
  具体目标: [每组每月一节公开课, 每人一篇案例]
  工作措施: 分组研修，按月检查。
schedule:
  - {month: 3, tasks: [制定计划]}
  - {month: 4, tasks: [组内公开课]}
  - {month: 5, tasks: [小结]}
""", encoding="utf-8")
    return path


# Exit codes.

def test_help_and_version_end_with_0(run: Run) -> None:
    assert run("--help").returncode == 0
    assert run("--version").stdout.startswith("homeroom 0.")


def test_a_good_submission_ends_with_0(run: Run) -> None:
    assert run("check", GOOD).returncode == 0


def test_a_finding_ends_with_1(run: Run) -> None:
    assert run("check", NO_MEASURES).returncode == 1


def test_a_file_to_be_looked_at_ends_with_1(run: Run, tmp_path: Path) -> None:
    done = run("check", word(tmp_path / "通知.docx", "秋季运动会通知", "各班：定于十月举行。"))
    assert done.returncode == 1
    assert "F011" in done.stdout


def test_a_faulty_input_ends_with_1_and_writes_nothing(run: Run, plan: Path,
                                                      tmp_path: Path) -> None:
    plan.write_text(plan.read_text("utf-8").replace("2014-03/2014-05", "明年"), "utf-8")
    done = run("generate", plan, "-o", tmp_path / "out")
    assert done.returncode == 1
    assert f"{plan}:4:" in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("arguments", [
    ("check", "--no-such-option", "."), ("check",), ("nothing",), ("check", "没有.docx"),
    ("check", str(GOOD), "--kind", "no-such-kind"), ("check", str(GOOD), "--period", "明年"),
    ("generate", "没有.yaml"), ("new", "no-such-kind"), ("kinds", "no-such-kind"),
    ("rules", "S999"), ("check", str(GOOD), "--house", "nowhere"), ("outline", "没有.pdf")])
def test_wrong_usage_ends_with_2_and_says_why(run: Run, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_an_empty_folder_ends_with_2(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = run("check", "empty")
    assert done.returncode == 2
    assert "nothing to check" in done.stderr


def test_a_bug_ends_with_3_and_its_traceback(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c",
         "import sys, cli, office.showing\n"
         "office.showing.show_rules = lambda key: 1 // 0\n"
         "sys.argv = ['homeroom', 'rules']\ncli.main()"],
        cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True,
        encoding="utf-8", check=False)
    assert done.returncode == 3
    assert "ZeroDivisionError" in done.stderr
    assert "report" in done.stderr


def test_python_files_among_the_submissions_are_not_run(run, tmp_path):
    for name in ("checkers", "docx", "multiprocessing"):
        (tmp_path / f"{name}.py").write_text("open('ran', 'w')", "utf-8")
    done = run("check", GOOD)
    assert (done.returncode, done.stderr) == (0, "")
    assert not (tmp_path / "ran").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent another way there")
def test_ctrl_c_ends_with_130(tmp_path: Path) -> None:
    for number in range(300):
        (tmp_path / f"{number}.docx").write_bytes(GOOD.read_bytes())
    with subprocess.Popen(
            [sys.executable, str(ROOT / "cli.py"), "check", str(tmp_path)],
            env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, encoding="utf-8", start_new_session=True) as process:
        assert process.stdout
        process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)
        _out, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "stopped" in errors
    assert "Traceback" not in errors


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number}.docx").write_bytes(NO_MEASURES.read_bytes())
    done = subprocess.run(
        f'"{sys.executable}" "{ROOT / "cli.py"}" check "{tmp_path}" | head -1', shell=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, encoding="utf-8",
        check=False)
    assert "Traceback" not in done.stderr


# Statuses.

def test_each_status_is_given(run: Run, tmp_path: Path) -> None:
    (tmp_path / "坏.docx").write_bytes(GOOD.read_bytes()[:900])
    word(tmp_path / "近.docx", "一、班级公约汇编", "见面问好。")
    word(tmp_path / "缺.docx", "一、工作目标", "每学期研读专著一本。")
    word(tmp_path / "好.docx", "一、班级公约", "见面问好。")
    done = run("check", tmp_path, "--require", "班级公约", "--format", "json")
    report = json.loads(done.stdout)
    assert {Path(one["path"]).stem: one["status"] for one in report["files"]} == {
        "坏": "unreadable", "近": "review", "缺": "fail", "好": "pass"}
    assert report["summary"] == {"files": 4, "pass": 1, "fail": 1, "review": 1, "unreadable": 1}
    assert done.returncode == 1


def test_warnings_leave_a_file_pass_and_fail_on_changes_the_exit_only(run: Run,
                                                                     tmp_path: Path) -> None:
    path = word(tmp_path / "序.docx", "一、工作措施", "每月例会。", "二、指导思想", "以人为本。")
    arguments = ("check", path, "--require", "指导思想", "--require", "工作措施",
                 "--format", "json")
    mild, strict = run(*arguments), run(*arguments, "--fail-on", "warning")
    assert (mild.returncode, strict.returncode) == (0, 1)
    assert mild.stdout == strict.stdout
    assert json.loads(mild.stdout)["files"][0]["status"] == "pass"


def test_a_folder_of_broken_files_ends_normally_and_names_each(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "上交"
    folder.mkdir()
    (folder / "损坏.docx").write_bytes(GOOD.read_bytes()[:3000])
    (folder / "旧版.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
                                     + "WordDocument".encode("utf-16-le") + b"\x00" * 600)
    with (folder / "加密.docx").open("wb") as target, GOOD.open("rb") as source:
        msoffcrypto.format.ooxml.OOXMLFile(source).encrypt("1234", target)
    (folder / "照片.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\x00" * 100)
    (folder / "空.docx").write_bytes(b"")
    (folder / "~$锁.docx").write_bytes(b"lock")
    done = run("check", folder, "--format", "json", HOMEROOM_SOFFICE="no-such-program")
    files = {Path(one["path"]).name: one for one in json.loads(done.stdout)["files"]}
    assert {name: [finding["rule"] for finding in one["findings"]]
            for name, one in files.items()} == {
        "损坏.docx": ["F003"], "旧版.doc": ["F004"], "加密.docx": ["F002"], "照片.png": ["F001"],
        "空.docx": ["F010"]}
    assert {one["status"] for one in files.values()} == {"unreadable"}
    assert done.returncode == 1
    assert done.stderr == ""


# What is printed.

def test_json_lines_are_one_file_a_line_and_the_summary_last(run: Run) -> None:
    lines = run("check", GOOD, NO_MEASURES, "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line).get("status") for line in lines[:2]] == ["pass", "fail"]
    assert json.loads(lines[2])["summary"]["files"] == 2


def test_files_come_in_natural_order_whatever_the_jobs(run: Run, tmp_path: Path) -> None:
    for number in (10, 9, 2, 1):
        (tmp_path / f"{number}.docx").write_bytes(GOOD.read_bytes())
    for jobs in ("1", "4"):
        done = run("check", tmp_path, "--jobs", jobs, "--format", "json")
        assert [Path(one["path"]).stem for one in json.loads(done.stdout)["files"]] == [
            "1", "2", "9", "10"]


def test_a_pipe_gets_no_colour_codes(run: Run) -> None:
    assert "\x1b" not in run("check", NO_MEASURES).stdout


def test_outline_shows_headings_and_months_as_json(run: Run) -> None:
    report = json.loads(run("outline", GOOD, "--format", "json").stdout)
    one = report["files"][0]
    assert report["schema_version"] == 1
    assert {"level", "number", "title", "text", "run_in", "part", "paragraph",
            "page"} <= set(one["headings"][0])
    assert one["months"] == [3, 4, 5, 6, 7, 8, 9, 10, 11, 12]


def test_outline_explains_why(run: Run) -> None:
    assert "text stands below" in run("outline", GOOD, "--explain").stdout


def test_kinds_can_be_shown_as_a_schema(run: Run) -> None:
    schema = json.loads(run("kinds", "校本研修计划", "--format", "schema").stdout)
    assert {"学校", "school", "sections"} <= set(schema["properties"])


# Generating.

def test_generate_writes_and_says_where(run: Run, plan: Path, tmp_path: Path) -> None:
    done = run("generate", plan, "-o", "out")
    assert done.returncode == 0
    assert (tmp_path / "out" / "江城实验学校2014年校本研修计划.docx").is_file()
    assert "江城实验学校2014年校本研修计划.docx" in done.stdout


def test_what_is_written_passes_the_check(run: Run, plan: Path) -> None:
    run("generate", plan, "-o", "out")
    assert run("check", "out", "--fail-on", "warning").returncode == 0


def test_an_existing_file_stays_without_force(run: Run, plan: Path, tmp_path: Path) -> None:
    target = tmp_path / "江城实验学校2014年校本研修计划.docx"
    target.write_bytes(b"mine")
    assert run("generate", plan).returncode == 1
    assert target.read_bytes() == b"mine"
    assert run("generate", plan, "--force").returncode == 0
    assert target.read_bytes() != b"mine"


def test_two_inputs_never_write_one_file(run: Run, plan: Path, tmp_path: Path) -> None:
    second = tmp_path / "second.yaml"
    second.write_bytes(plan.read_bytes())
    done = run("generate", plan, second, "-o", "out", "--force")
    assert done.returncode == 1
    assert "second.yaml" in done.stderr
    assert len(list((tmp_path / "out").glob("*.docx"))) == 1


def test_a_faulty_input_does_not_stop_the_others(run: Run, plan: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("kind: nothing\n", encoding="utf-8")
    done = run("generate", bad, plan, "-o", "out")
    assert done.returncode == 1
    assert "bad.yaml:1:7" in done.stderr
    assert len(list((tmp_path / "out").glob("*.docx"))) == 1


def test_a_draft_counts_what_is_missing(run: Run, plan: Path, tmp_path: Path) -> None:
    plan.write_text(plan.read_text("utf-8").replace("人人参加研修。", ""), encoding="utf-8")
    done = run("generate", plan, "-o", "out", "--draft")
    assert done.returncode == 0
    assert "1 place is still to be filled in" in done.stdout
    made = docx.Document(str(next((tmp_path / "out").iterdir())))
    assert "【待填：总体目标】" in [paragraph.text for paragraph in made.paragraphs]
    checked = run("check", "out", "--format", "json")
    assert [one["rule"] for one in json.loads(checked.stdout)["files"][0]["findings"]] == ["S003"]


def test_another_view_is_another_document(run: Run, plan: Path, tmp_path: Path) -> None:
    done = run("generate", plan, "--as", "monthly-schedule", "-o", "out")
    assert done.returncode == 0, done.stderr
    assert [path.name for path in (tmp_path / "out").iterdir()] == [
        "江城实验学校2014年各月份工作安排.docx"]


def test_a_new_input_can_be_generated_as_a_draft(run: Run, tmp_path: Path) -> None:
    for kind in ("school-research-plan", "studio-annual-plan", "monthly-schedule"):
        assert run("new", kind, "-o", f"{kind}.yaml").returncode == 0
        assert run("generate", f"{kind}.yaml").returncode == 1
        text = (tmp_path / f"{kind}.yaml").read_text("utf-8").replace(
            "起止月份:", "起止月份: 2026-03/2026-12")
        (tmp_path / f"{kind}.yaml").write_text(text, encoding="utf-8")
        done = run("generate", f"{kind}.yaml", "--draft", "-o", kind)
        assert done.returncode == 0, done.stderr


def test_new_keeps_a_file_that_is_there(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("mine", encoding="utf-8")
    assert run("new", "monthly-schedule", "-o", "a.yaml").returncode == 1
    assert (tmp_path / "a.yaml").read_text("utf-8") == "mine"


# The demo.

def test_the_demo_keeps_what_somebody_changed(run: Run, tmp_path: Path) -> None:
    assert run("demo").returncode == 0
    changed = tmp_path / "homeroom-demo" / "inputs" / "studio-plan-2026.yaml"
    changed.write_text("mine", encoding="utf-8")
    done = run("demo")
    assert done.returncode == 0
    assert changed.read_text("utf-8") == "mine"
    assert "kept as you changed it" in done.stdout


def test_another_package_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "__init__.py").write_text("", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", "import cli; cli.main()", "kinds"], cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"}, capture_output=True,
        encoding="utf-8", check=False)
    assert done.returncode != 0
    assert "plans" in done.stderr
    assert "pipx" in done.stderr


def test_a_file_over_the_time_limit_does_not_stop_the_others(tmp_path: Path) -> None:
    from checkers.case import Demand
    from office.batch import check_files
    from office.hand_ins import hand_ins
    from office.scratch import Scratch
    from plans.house import House

    slow = tmp_path / "slow.docx"
    document = docx.Document()
    for _number in range(6000):
        document.add_paragraph("一、工作目标" * 3)
    document.save(str(slow))
    house = House()
    with Scratch() as scratch:
        verdicts = [verdict for _file, verdict in check_files(
            hand_ins([str(slow), str(GOOD)], scratch), Demand(house.topics, house.kinds), scratch,
            jobs=1, language="en", seconds=0.4)]
    assert [one.rule for one in verdicts[0].findings] == ["F005"]
    assert verdicts[1].status == "pass"




# What a hostile or careless world hands in.

def test_a_year_that_cannot_be_does_not_stop_the_others(run: Run, tmp_path: Path) -> None:
    word(tmp_path / "a.docx", "工作计划", "一、月度安排", "1014年3月：制定计划。", "4月：公开课。")
    (tmp_path / "b.docx").write_bytes(GOOD.read_bytes())
    done = run("check", tmp_path, "--kind", "monthly-schedule", "--format", "json")
    assert [one["months"][:2] for one in json.loads(done.stdout)["files"]] == [[3, 4], [3, 4]]


def test_a_linked_folder_is_looked_into_and_a_loop_is_not(run: Run, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.docx").write_bytes(NO_MEASURES.read_bytes())
    (tmp_path / "handed-in").mkdir()
    (tmp_path / "handed-in" / "link").symlink_to(tmp_path / "real")
    (tmp_path / "real" / "back").symlink_to(tmp_path / "handed-in")
    done = run("check", "handed-in", "--format", "json")
    assert [one["path"] for one in json.loads(done.stdout)["files"]] == ["handed-in/link/a.docx"]


def test_a_link_to_nothing_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "lost.docx").symlink_to(tmp_path / "gone.docx")
    done = run("check", tmp_path)
    assert done.returncode == 1
    assert "cannot be opened" in done.stdout


def test_a_name_too_long_is_the_users_to_mend(run: Run) -> None:
    done = run("check", "长" * 300)
    assert done.returncode in (1, 2)
    assert "Traceback" not in done.stderr


def test_a_name_cannot_fake_a_line(run: Run, tmp_path: Path) -> None:
    word(tmp_path / "a\n✓ passes  b.docx", "一、工作目标")
    out = run("check", tmp_path, "--require", "工作措施").stdout
    assert "\n✓ passes" not in out


def test_a_title_asked_for_beside_a_kind_does_not_take_its_heading(run: Run) -> None:
    done = run("check", GOOD, "--kind", "school-research-plan", "--require", "措施")
    assert (done.returncode, "missing" in done.stdout) == (0, False)


def test_a_title_may_be_asked_for_with_its_number(run: Run) -> None:
    assert run("check", GOOD, "--require", "一、指导思想").returncode == 0


def test_a_blank_title_is_wrong_usage(run: Run) -> None:
    assert run("check", GOOD, "--require", "").returncode == 2


def test_a_reader_that_goes_away_leaves_no_error_code(tmp_path: Path) -> None:
    done = subprocess.run(
        ["bash", "-c", f'"{sys.executable}" "{ROOT / "cli.py"}" rules | true; '
                       "exit ${PIPESTATUS[0]}"],
        env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, encoding="utf-8",
        check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_outline_explains_headings_that_look_alike(run: Run, tmp_path: Path) -> None:
    document = docx.Document()
    for title in ("读书的事", "听课的事", "写作的事", "带班的事"):
        document.add_paragraph().add_run(title).bold = True
        document.add_paragraph("每两个月召开一次例会，先听近况再谈专题，学期末收齐笔记翻阅。")
    document.save(str(tmp_path / "a.docx"))
    done = run("outline", "a.docx", "--explain")
    assert done.returncode == 0
    assert "others look the same" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent another way there")
def test_ctrl_c_does_not_wait_for_a_slow_file(tmp_path: Path) -> None:
    document = docx.Document()
    for _number in range(9000):
        document.add_paragraph("一、工作目标" * 3)
    document.save(str(tmp_path / "slow.docx"))
    with subprocess.Popen(
            [sys.executable, str(ROOT / "cli.py"), "check", str(tmp_path)],
            env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
            start_new_session=True) as process:
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(timeout=1.2)       # it is reading the file now
        os.killpg(process.pid, signal.SIGINT)
        _out, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in errors
