"""`check --annotate` and `--notices`: what goes back, where it lies, and that originals stay."""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from subprocess import CompletedProcess

import docx
import pdfplumber
import pytest
from docx.table import Table

from called import called
from checkers.findings import FAIL, PASS, REVIEW, UNREADABLE
from checkers.returned import Problem, Returned
from checkers.verdict import Verdict
from generators.pdf import Printer
from office.annotating import Copies
from office.hand_ins import hand_ins
from office.notices import Notices
from office.returned_files import ReturnedFiles
from office.returning import Wishes, returns_for
from office.scratch import Scratch
from office.shelf import Shelf
from plans.errors import UsageError
from plans.house import House
from plans.kinds import NOTICE

ROOT = Path(__file__).resolve().parents[2]
SUBMISSIONS = ROOT / "samples" / "submissions"
HOUSE = House()
Done = CompletedProcess[str]


def homeroom(folder: Path, *arguments: str | Path, **variables: str) -> Done:
    return called(folder, *arguments, **{"HOMEROOM_LANG": "en"} | variables)


def word(path: Path, *lines: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(path))
    return path


def hashes(folder: Path) -> dict[str, str]:
    return {one.relative_to(folder).as_posix(): hashlib.sha256(one.read_bytes()).hexdigest()
            for one in folder.rglob("*") if one.is_file()}


def names_in(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def text_of(path: Path) -> str:
    """The lines of a notice, its table left out."""
    return "\n".join(one.text for one in docx.Document(str(path)).paragraphs)


def rows_of(path: Path) -> list[list[str]]:
    table: Table = docx.Document(str(path)).tables[0]
    return [[cell.text for cell in row.cells] for row in table.rows]


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what teachers hand in: good and bad, Word and PDF, two of one name."""
    folder = tmp_path_factory.mktemp("work") / "上交"
    for number in ("01", "03", "05", "07"):
        source, = SUBMISSIONS.glob(f"{number}-*")
        (folder / "一年级").mkdir(parents=True, exist_ok=True)
        (folder / "一年级" / source.name).write_bytes(source.read_bytes())
    source, = SUBMISSIONS.glob("03-*")
    (folder / "二年级").mkdir()
    (folder / "二年级" / source.name).write_bytes(source.read_bytes())
    (folder / "二年级" / "旧名字.doc").write_bytes(next(SUBMISSIONS.glob("04-*")).read_bytes())
    (folder / "二年级" / "缺月份.pdf").write_bytes(next(SUBMISSIONS.glob("06-*")).read_bytes())
    return folder


@pytest.fixture(scope="module")
def returned(handed_in: Path) -> Done:
    """All of it checked once, in English, and everything given back."""
    return homeroom(handed_in.parent, "check", handed_in.name, "--period", "2014-01/2014-12",
                    "--annotate", "退回/批注", "--notices", "退回/通知", "--deadline", "2126-03-20",
                    "--contact", "德育处  王老师\n6666")


# The run as a whole.

def test_the_run_says_how_many_went_back_and_where(returned: Done) -> None:
    assert returned.stderr == ""
    assert returned.returncode == 1
    assert returned.stdout.splitlines()[-2:] == [
        f"{len(COPIES)} copies with comments: 退回/批注", f"{len(NOTICES)} return notices: 退回/通知"]


COPIES = ["01-合格-研修计划.docx", "03-缺工作措施-2.docx", "03-缺工作措施.docx", "05-缺七月八月.docx",
          "旧名字.docx", "缺月份.pdf"]
NOTICES = [f"退回通知单-{name}.docx" for name in (
    "01-合格-研修计划", "03-缺工作措施-2", "03-缺工作措施", "05-缺七月八月", "07-损坏", "旧名字", "缺月份")]


def test_each_goes_back_under_its_name_and_those_of_one_name_are_numbered(
        handed_in: Path, returned: Done) -> None:
    assert names_in(handed_in.parent / "退回" / "批注") == sorted(COPIES)
    assert names_in(handed_in.parent / "退回" / "通知") == sorted(NOTICES)


def test_a_file_that_goes_back_under_another_name_is_told(returned: Done) -> None:
    lines = [line.strip() for line in returned.stdout.splitlines()]
    assert [line for line in lines if line.startswith("goes back as")] == [
        "goes back as: 03-缺工作措施-2.docx", "goes back as: 退回通知单-03-缺工作措施-2.docx"]


def test_the_originals_are_not_touched(handed_in: Path, returned: Done) -> None:
    assert {Path(name).name: value for name, value in hashes(handed_in / "一年级").items()} == {
        one.name: hashlib.sha256(one.read_bytes()).hexdigest() for number in ("01", "03", "05", "07")
        for one in SUBMISSIONS.glob(f"{number}-*")}
    assert len(hashes(handed_in)) == 7


def test_a_copy_holds_the_document_and_a_comment_at_each_finding(handed_in: Path,
                                                                 returned: Done) -> None:
    copy = docx.Document(str(handed_in.parent / "退回" / "批注" / "05-缺七月八月.docx"))
    comment = next(iter(copy.comments))
    assert comment.author == "homeroom"
    assert comment.text.startswith("months missing from the schedule")
    assert [one.text for one in copy.paragraphs] == [one.text for one in docx.Document(
        str(handed_in / "一年级" / "05-缺七月八月.docx")).paragraphs]


def test_a_pdf_goes_back_with_notes(handed_in: Path, returned: Done) -> None:
    with pdfplumber.open(handed_in.parent / "退回" / "批注" / "缺月份.pdf") as copy:
        notes = [note["contents"] for page in copy.pages for note in page.annots]
    assert len(notes) == 1
    assert notes[0].startswith("months missing")


def test_a_notice_is_chinese_whatever_the_screen_speaks(handed_in: Path, returned: Done) -> None:
    path = handed_in.parent / "退回" / "通知" / "退回通知单-03-缺工作措施.docx"
    text = text_of(path)
    today = date.today()
    for words in ("材料退回通知单", "“03-缺工作措施.docx”的提交人：", "《名班主任工作室工作计划》",
                  f"已于{today.year}年{today.month}月{today.day}日审核",
                  "请于2126年3月20日前改好", "请联系德育处 王老师 6666。",
                  "随单退回的《03-缺工作措施", "签收人："):
        assert words in text
    rows = rows_of(path)
    assert rows[0] == ["序号", "问题", "位置", "怎样修改"]
    assert rows[1] == ["1", "缺少“工作措施”部分", "“三、工作室规章制度：”之前",
                       "请加上标题“工作措施”，并在下面写出内容"]
    assert "missing" not in "".join(map("".join, rows))


def test_the_notice_of_a_damaged_file_speaks_of_the_file(handed_in: Path, returned: Done) -> None:
    path = handed_in.parent / "退回" / "通知" / "退回通知单-07-损坏.docx"
    assert rows_of(path)[1:] == [["1", "文件已损坏，无法读取", "整个文件", "请用 Word 打开，另存为新文件后上交"]]
    assert "批注" not in text_of(path)


# What is there already, and where nothing may be put.

def test_what_is_there_stays_unless_it_is_forced(tmp_path: Path) -> None:
    source = word(tmp_path / "上交" / "计划.docx", "江城实验学校班主任工作计划", "一、工作目标",
                  "全年研读专著两本。", "二、工作措施")
    arguments = ("check", source.parent, "--require", "工作措施", "--annotate", "退回",
                 "--notices", "退回", "--lang", "zh_CN")
    assert homeroom(tmp_path, *arguments).stdout.splitlines()[-2:] == [
        "加了批注的副本 1 份：退回", "退回通知单 1 张：退回"]
    (tmp_path / "退回" / "计划.docx").write_bytes("别人写了批示".encode())
    (tmp_path / "退回" / "上月.docx").write_bytes(b"x")
    again = homeroom(tmp_path, *arguments)
    assert again.returncode == 1
    assert again.stdout.splitlines()[-3:] == [
        "共 1 个文件：退回 1", "退回 里有 2 个文件是原来就有的，没有改动；要重新写请加 --force",
        "退回 里另有 1 份文件，不是这次写的"]
    assert (tmp_path / "退回" / "计划.docx").read_bytes() == "别人写了批示".encode()
    forced = homeroom(tmp_path, *arguments, "--force")
    assert forced.stdout.splitlines()[-3:-1] == ["加了批注的副本 1 份：退回", "退回通知单 1 张：退回"]
    assert docx.Document(str(tmp_path / "退回" / "计划.docx")).paragraphs


@pytest.mark.parametrize(("wishes", "said"), [
    (Wishes(annotate="上交"), "the originals lie in this folder"),
    (Wishes(notices="上交/../上交/"), "the originals lie in this folder"),
    (Wishes(annotate="上交/退回"), "this folder lies in 上交, which is checked"),
    (Wishes(annotate="计划.docx"), "this is a file, not a folder"),
    (Wishes(annotate="计划.docx/退回"), "a part of the path is a file"),
    (Wishes(annotate="退" * 200), "the system cannot use this name"),
    (Wishes(annotate=" "), "the folder has no name"),
    (Wishes(deadline="2126-03-20"), "none are asked for"),
    (Wishes(contact="王老师", annotate="退回"), "none are asked for"),
    (Wishes(notices="退回", deadline="月底"), "月底 is no date"),
])
def test_a_wish_that_cannot_be_met_is_refused_before_anything_is_read(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wishes: Wishes, said: str) -> None:
    word(tmp_path / "计划.docx", "计划")
    word(tmp_path / "上交" / "计划.docx", "计划")
    before = hashes(tmp_path)
    monkeypatch.chdir(tmp_path)
    with Scratch() as scratch:
        originals = [one.original for one in hand_ins(["上交"], scratch)]
        with pytest.raises(UsageError, match=said):
            returns_for(wishes, ["上交"], originals, scratch, HOUSE)
    assert hashes(tmp_path) == before


def test_a_link_to_the_folder_of_the_originals_is_it(tmp_path: Path) -> None:
    source = word(tmp_path / "上交" / "计划.docx", "计划")
    (tmp_path / "别名").symlink_to(tmp_path / "上交")
    assert homeroom(tmp_path, "check", source, "--annotate", "别名").returncode == 2


def test_a_copy_is_never_written_through_a_link_to_an_original(tmp_path: Path) -> None:
    (tmp_path / "上交").mkdir()
    source = Path(shutil.copy(next(SUBMISSIONS.glob("03-*")), tmp_path / "上交" / "计划.docx"))
    (tmp_path / "退回").mkdir()
    (tmp_path / "退回" / "计划.docx").symlink_to(source)
    before = source.read_bytes()
    done = homeroom(tmp_path, "check", "上交", "--annotate", "退回", "--force")
    assert done.returncode == 1
    assert "退回/计划.docx: this file is itself among those to be checked" in done.stderr
    assert source.read_bytes() == before


def test_where_nothing_is_wrong_nothing_is_written(tmp_path: Path) -> None:
    source = next(SUBMISSIONS.glob("01-*"))
    done = homeroom(tmp_path, "check", source, "--annotate", "退回", "--notices", "退回")
    assert done.returncode == 0
    assert done.stdout.splitlines()[-2:] == ["nothing to comment on: no copies",
                                             "nothing to return: no notices"]
    assert not (tmp_path / "退回").exists()


def test_json_stays_json_and_the_rest_is_said_beside_it(tmp_path: Path) -> None:
    source = next(SUBMISSIONS.glob("03-*"))
    done = homeroom(tmp_path, "check", source, "--annotate", "a", "--notices", "n",
                    "--deadline", "2020-01-01", "--format", "json")
    found = json.loads(done.stdout)["files"][0]["findings"][0]
    assert "spot" not in found["location"]
    assert done.stderr.splitlines() == [
        "--deadline: 2020-01-01 is past", "    mend: see whether the year is right",
        "1 copy with comments: a", "1 return notice: n"]


@pytest.mark.skipif(os.name == "nt" or not os.geteuid(), reason="such folders are open to root")
def test_a_folder_that_may_not_be_written_is_refused_at_once(tmp_path: Path) -> None:
    (tmp_path / "退回").mkdir(mode=0o500)
    done = homeroom(tmp_path, "check", next(SUBMISSIONS.glob("03-*")), "--notices", "退回/通知")
    assert done.returncode == 2
    assert "you may not write there" in done.stderr


def test_a_file_of_which_no_copy_could_be_made_is_told(tmp_path: Path) -> None:
    copies = Copies(ReturnedFiles(Shelf(tmp_path)))
    found = replace(verdict(FAIL), returned=Returned(why_no_copy="a part of the file is damaged"))
    assert copies.add(found) == ""
    assert copies.told() == ["    no copy of 上交/计划.docx: a part of the file is damaged"]


# Who gets a notice, and what is on it.

Written = Callable[..., str]


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Notices]:
    def notices(**more: object) -> Notices:
        files = ReturnedFiles(Shelf(tmp_path / "退回", numbered=True))
        return Notices(files, HOUSE.kind_for(NOTICE), HOUSE.profile, date(2026, 3, 12), **more)
    return notices


def verdict(status: str, *problems: Problem, path: str = "上交/计划.docx") -> Verdict:
    return Verdict(path, "", None, "班主任工作计划", "given", status, (),
                   returned=Returned(problems))


MUST = Problem("缺少“工作措施”部分", "“三、保障措施”之前", "请加上", is_due=True)
ADVICE = Problem("（建议）落款没有日期", "“江城实验学校”", "请写上", is_due=False)


@pytest.mark.parametrize(("status", "problems", "name"), [
    (PASS, (ADVICE,), ""), (REVIEW, (ADVICE,), ""), (UNREADABLE, (), ""),
    (FAIL, (ADVICE, MUST), "退回通知单-计划.docx"), (REVIEW, (MUST,), "退回通知单-计划.docx"),
    (UNREADABLE, (MUST,), "退回通知单-计划.docx")])
def test_a_notice_is_for_those_who_must_mend_something(written, status, problems, name) -> None:
    assert written().add(verdict(status, *problems)) == name


def test_what_must_be_mended_comes_first_and_the_rest_is_called_advice(written, tmp_path) -> None:
    written().add(verdict(FAIL, ADVICE, MUST))
    path = tmp_path / "退回" / "退回通知单-计划.docx"
    assert [row[:2] for row in rows_of(path)[1:]] == [
        ["1", "缺少“工作措施”部分"], ["2", "（建议）落款没有日期"]]
    assert "下列2项需要请您处理，其中1项必须修改，其余供您参考：" in text_of(path)


def test_a_person_that_is_known_is_addressed_and_what_is_not_said_is_left_to_be_written(
        written, tmp_path) -> None:
    written().add(verdict(FAIL, MUST), person="王珂老师")
    text = text_of(tmp_path / "退回" / "退回通知单-计划.docx")
    assert text.splitlines()[1] == "王珂老师："
    assert "请于______年____月____日前改好" in text
    assert "请联系________________。" in text


@pytest.mark.parametrize("name", [
    "a" * 200 + ".docx", "计划&<草稿>.docx", "{{ 学校 }}.docx", "..docx", "CON.docx", " 空 格 .docx"])
def test_any_name_of_a_file_makes_a_notice(written, tmp_path, name) -> None:
    made = written().add(verdict(FAIL, MUST, path=f"pack.zip!/{name}"))
    assert made.startswith("退回通知单-")
    assert name in text_of(tmp_path / "退回" / made)


def test_the_schools_own_wording_is_printed(tmp_path: Path) -> None:
    own = tmp_path / "school" / "kinds" / HOUSE.kind_for(NOTICE).id
    own.mkdir(parents=True)
    own.joinpath("kind.yaml").write_text(
        "name: 退改单\nfamily: report\npurpose: notice\nword: slip.docx\nfile_name: 退改-{{ 文件名 }}\n"
        "fields: [{name: file_stem, label: 文件名}]\n", "utf-8")
    word(own / "slip.docx", "请把{{ 文件名 }}改一改。")
    done = homeroom(tmp_path, "check", next(SUBMISSIONS.glob("03-*")), "--house", "school",
                    "--notices", "退回")
    assert done.stderr == ""
    assert text_of(tmp_path / "退回" / "退改-03-缺工作措施.docx") == "请把03-缺工作措施改一改。"


def test_a_fault_in_the_schools_template_is_told_once(tmp_path: Path) -> None:
    own = tmp_path / "school" / "kinds" / HOUSE.kind_for(NOTICE).id
    own.mkdir(parents=True)
    own.joinpath("kind.yaml").write_text(
        "name: 退改单\nfamily: report\npurpose: notice\nword: slip.docx\n"
        "fields: [{name: file_stem, label: 文件名}]\n", "utf-8")
    word(own / "slip.docx", "{{ 校长 }}")
    done = homeroom(tmp_path, "check", *(next(SUBMISSIONS.glob(f"{number}-*"))
                                         for number in ("03", "04", "05")),
                    "--house", "school", "--notices", "退回")
    assert done.returncode == 1
    assert done.stderr.count("the template prints 校长") == 1


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """Notices of ten long problems and of sixty, on paper."""
    if shutil.which("soffice") is None:
        if os.environ.get("CI"):
            pytest.fail("soffice is not there, and under CI no test that needs it may be skipped")
        pytest.skip("needs LibreOffice (soffice)")
    folder = tmp_path_factory.mktemp("notices")
    long = Problem("缺少“班主任工作室三年发展目标与年度重点任务分解说明”部分", "“三、工作室规章制度：”之前",
                   "请加上标题“三年发展目标与年度重点任务分解说明”，并在下面写出内容", is_due=True)
    kind = HOUSE.kind_for(NOTICE)
    notices = Notices(ReturnedFiles(Shelf(folder, numbered=True)), kind, HOUSE.profile,
                      date(2026, 3, 12), contact="德育处 王老师 6666")
    names = [notices.add(verdict(FAIL, *[long] * count), copy="计划.docx") for count in (10, 60)]
    with Printer() as printer:
        made = printer.pdfs([(folder / name).read_bytes() for name in names])
    return [one.data for one in made]


def test_ten_long_problems_fit_on_one_grey_page(printed: list[bytes]) -> None:
    with pdfplumber.open(io.BytesIO(printed[0])) as document:
        assert len(document.pages) == 1
        assert "签收人" in document.pages[0].extract_text()
        assert {part for char in document.pages[0].chars
                for part in (char["non_stroking_color"] or (0,))} == {0}


def test_the_head_of_a_long_table_is_repeated(printed: list[bytes]) -> None:
    with pdfplumber.open(io.BytesIO(printed[1])) as document:
        assert len(document.pages) > 3
        assert all("怎样修改" in page.extract_text() for page in document.pages[:-1])


def test_files_of_an_archive_and_old_ones_go_back_as_word_files_to_whom_the_roster_names(
        tmp_path: Path, soffice: Callable[[Path, str, Path], Path]) -> None:
    source = next(SUBMISSIONS.glob("03-*"))
    old = soffice(source, "doc", tmp_path / "old")
    with zipfile.ZipFile(tmp_path / "交.zip", "w") as archive:
        archive.write(old, "云溪一中/王珂.doc")
        archive.write(source, "云溪二中/赵小满.docx")
    (tmp_path / "名单.csv").write_text("姓名,单位\n王珂,云溪一中\n赵小满,云溪二中\n", encoding="utf-8")
    before = hashes(tmp_path)
    done = homeroom(tmp_path, "check", "交.zip", "--roster", "名单.csv", "--annotate", "退/副本",
                    "--notices", "退/通知")
    assert (done.returncode, done.stderr) == (1, "")
    assert before.items() <= hashes(tmp_path).items()
    copies = sorted(one.name for one in (tmp_path / "退" / "副本").iterdir())
    assert copies == ["王珂.docx", "赵小满.docx"]
    for name in copies:
        comments = "".join(one.text for one in docx.Document(
            str(tmp_path / "退" / "副本" / name)).comments)
        assert "工作措施" in comments
    notices = sorted((tmp_path / "退" / "通知").iterdir())
    assert len(notices) == 2
    for name, notice in zip(("王珂", "赵小满"), notices, strict=True):
        assert any(name in one.text for one in docx.Document(str(notice)).paragraphs)


def test_a_folder_of_the_archive_is_a_folder_of_originals(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "交.zip", "w") as archive:
        archive.write(next(SUBMISSIONS.glob("03-*")), "计划.docx")
    done = homeroom(tmp_path, "check", "交.zip", "--annotate", ".")
    assert done.returncode == 2
    assert "the originals lie in this folder" in done.stderr


def test_a_word_file_saved_as_xml_has_no_copy_and_that_is_said(
        tmp_path: Path, soffice: Callable[[Path, str, Path], Path]) -> None:
    source = next(SUBMISSIONS.glob("03-*"))
    soffice(source, "xml:MS Word 2003 XML", tmp_path)
    done = homeroom(tmp_path, "check", f"{source.stem}.xml", "--annotate", "退")
    assert "comments cannot be written into a file of this type" in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="such names are not allowed there")
def test_a_name_that_could_fake_a_line_is_told_as_codes(tmp_path: Path) -> None:
    evil = "计划\n✓ 合格\x1b[2J"
    for folder in "甲乙":
        (tmp_path / "上交" / folder).mkdir(parents=True)
        shutil.copy(next(SUBMISSIONS.glob("03-*")), tmp_path / "上交" / folder / f"{evil}.docx")
    arguments = ("check", "上交", "--annotate", "退回")
    first = homeroom(tmp_path, *arguments)
    assert r"goes back as: 计划\n✓ 合格\x1b[2J-2.docx" in first.stdout
    (tmp_path / "退回").rename(tmp_path / "旧")
    (tmp_path / "退回" / f"{evil}.docx").mkdir(parents=True)
    again = homeroom(tmp_path, *arguments, "--force")
    assert r"退回/计划\n✓ 合格\x1b[2J.docx: " in again.stderr
    assert "\x1b" not in first.stdout + again.stdout + again.stderr


def test_a_report_never_takes_the_place_of_a_copy(tmp_path: Path) -> None:
    source = word(tmp_path / "上交" / "张三-计划.docx", "工作计划", "一、工作目标")
    done = homeroom(tmp_path, "check", source, "--annotate", "退回", "--report", "退回/张三-计划.docx")
    assert done.returncode == 2
    assert "copies or notices go into this folder" in done.stderr
    assert not (tmp_path / "退回").exists()


def test_copies_are_not_put_where_a_pattern_finds_them_the_next_time(tmp_path: Path) -> None:
    word(tmp_path / "上交" / "一" / "计划.docx", "工作计划", "一、工作目标")
    done = homeroom(tmp_path, "check", "上交/**/*.docx", "--annotate", "上交/退回")
    assert done.returncode == 2
    assert "checked the next time" in done.stderr
