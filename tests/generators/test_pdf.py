"""Word documents printed by LibreOffice: what is on the pages, in which fonts, what is left over."""

from __future__ import annotations

import hashlib
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote

import pypdfium2
import pytest

from generators import pdf
from generators.asked_fonts import asked_fonts
from generators.documents import generate
from generators.fonts import Asked, FontUse, sheet_of
from generators.libreoffice import find_soffice
from generators.pdf import Pdf, Printer
from plans.errors import UserError
from plans.house import House
from plans.inputs import load_input
from plans.plan import Plan, WrittenSection

ROOT = Path(__file__).parents[2]
PLAN, SCHEDULE = "studio-plan-2026", "month-schedule-2014"
NO_SUCH_FONT = "青山手写体"
NOT_A_DOCUMENT = random.Random(7).randbytes(3000)

linux = pytest.mark.skipif(sys.platform in ("win32", "darwin"),
                           reason="LibreOffice asks fontconfig, and /proc is there, on Linux only")


def plan_of(sample: str) -> Plan:
    return load_input(ROOT / "samples" / f"{sample}.yaml", House())


def document_of(sample: str) -> bytes:
    return generate(plan_of(sample)).data


def text_of(paper: Pdf | UserError) -> str:
    """All that a reader sees, blanks and line ends taken out."""
    assert isinstance(paper, Pdf), paper
    with pypdfium2.PdfDocument(paper.data) as document:
        text = "".join(page.get_textpage().get_text_range() for page in document)
    return re.sub(r"\s", "", text)


def titles_of(sections: Sequence[WrittenSection]) -> Iterator[str]:
    for section in sections:
        yield section.title
        yield from titles_of(section.sections)


def what_of(result: Pdf | UserError) -> str:
    assert isinstance(result, UserError)
    return result.faults[0].what


def taken_for(name: str, result: Pdf | UserError) -> str:
    assert isinstance(result, Pdf)
    return next(use.got for use in result.fonts if use.asked == name)


def running_in(folder: Path) -> list[str]:
    """The command lines of processes that were started with something in `folder`."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = path.read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:     # it has just ended
            continue
        if str(folder) in unquote(words):
            found.append(words)
    return found


@pytest.fixture(scope="module")
def needs_soffice() -> None:
    try:
        find_soffice()
    except UserError:
        if os.environ.get("CI"):
            pytest.fail("LibreOffice is not there, and under CI no test that needs it is skipped")
        pytest.skip("needs LibreOffice (soffice)")


@pytest.fixture(scope="module")
def printed(needs_soffice: None) -> list[Pdf | UserError]:
    """A plan, what is no document, a schedule, and a sheet in a font that nobody has."""
    with Printer() as printer:
        return printer.pdfs([document_of(PLAN), NOT_A_DOCUMENT, document_of(SCHEDULE),
                             sheet_of(Asked(NO_SUCH_FONT))])


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files, with blanks and Chinese characters in its path."""
    folder = tmp_path / "临时 文件 & 其他"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)      # it remembers the one it found first
    return folder


def test_a_printed_plan_holds_its_title_and_every_heading(printed: list[Pdf | UserError]) -> None:
    plan, text = plan_of(PLAN), text_of(printed[0])
    wanted = [plan.title, *titles_of(plan.sections)]
    assert len(wanted) > 5
    assert [title for title in wanted if re.sub(r"\s", "", title) not in text] == []


def test_every_heading_is_a_bookmark(printed: list[Pdf | UserError]) -> None:
    assert isinstance(printed[0], Pdf)
    with pypdfium2.PdfDocument(printed[0].data) as document:
        bookmarks = [one.get_title() for one in document.get_toc()]
    for title in titles_of(plan_of(PLAN).sections):
        assert any(one.endswith(title) for one in bookmarks), title


def test_the_title_is_told_to_the_reader_program(printed: list[Pdf | UserError]) -> None:
    assert isinstance(printed[0], Pdf)
    with pypdfium2.PdfDocument(printed[0].data) as document:
        assert document.get_metadata_value("Title") == plan_of(PLAN).title
    assert b"/DisplayDocTitle true" in printed[0].data


def test_documents_come_out_in_order(printed: list[Pdf | UserError]) -> None:
    assert plan_of(SCHEDULE).title in text_of(printed[2])
    assert plan_of(SCHEDULE).title not in text_of(printed[0])


def test_a_hopeless_document_is_told_and_does_not_stop_the_others(
        printed: list[Pdf | UserError]) -> None:
    assert what_of(printed[1]) == "LibreOffice could not read this document"
    assert [isinstance(one, Pdf) for one in printed] == [True, False, True, True]


def test_the_same_document_gives_the_same_bytes(printed: list[Pdf | UserError]) -> None:
    with Printer() as printer:
        again, = printer.pdfs([document_of(SCHEDULE)])
    assert again == printed[2]


def test_every_object_of_a_pdf_lies_where_its_table_says(printed: list[Pdf | UserError]) -> None:
    assert isinstance(printed[0], Pdf)
    data = printed[0].data
    table = int(data.rsplit(b"startxref", 1)[1].split()[0])
    places = re.findall(rb"(\d{10}) \d{5} n", data[table:])
    assert len(places) > 20
    for number, place in enumerate(places, start=1):
        assert data.startswith(b"%d 0 obj" % number, int(place))


def test_a_pdf_was_made_when_its_document_was(printed: list[Pdf | UserError]) -> None:
    signature = plan_of(PLAN).signature
    assert isinstance(printed[0], Pdf)
    assert signature is not None
    assert f"/CreationDate(D:{signature.date:%Y%m%d}".encode() in printed[0].data


def test_no_documents_are_no_pdfs(needs_soffice: None) -> None:
    with Printer() as printer:
        assert printer.pdfs([]) == []


def test_a_printer_prints_again(needs_soffice: None) -> None:
    with Printer() as printer:
        first = printer.pdfs([sheet_of(Asked("宋体"))])
        assert printer.pdfs([NOT_A_DOCUMENT, sheet_of(Asked("宋体"))])[1:] == first


def test_more_documents_than_one_run_takes_come_out_in_order(
        needs_soffice: None, monkeypatch: pytest.MonkeyPatch,
        template: Callable[..., bytes]) -> None:
    monkeypatch.setattr(pdf, "TOGETHER", 2)
    with Printer() as printer:
        papers = printer.pdfs([template(f"第{number}份") for number in range(5)])
    assert [text_of(one).rstrip("—1")[:3] for one in papers] == [
        "第0份", "第1份", "第2份", "第3份", "第4份"]


def test_every_font_of_the_chinese_text_is_told_once(printed: list[Pdf | UserError]) -> None:
    assert isinstance(printed[0], Pdf)
    asked = [use.asked for use in printed[0].fonts]
    assert sorted(asked) == sorted(["仿宋", "黑体", "楷体", "宋体", "方正小标宋简体"])


def test_a_font_that_nobody_has_is_told_with_what_it_became(
        printed: list[Pdf | UserError]) -> None:
    assert isinstance(printed[3], Pdf)
    use, = printed[3].fonts
    assert use.asked == NO_SUCH_FONT
    assert use.got not in ("", NO_SUCH_FONT)


@linux
def test_the_styles_of_type_stay_apart(printed: list[Pdf | UserError]) -> None:
    styles = {taken_for(name, printed[0]) for name in ("仿宋", "黑体", "楷体")}
    assert len(styles) == 3


@linux
def test_a_font_that_is_there_is_used_itself(
        needs_soffice: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = subprocess.run(["fc-match", "--format=%{file}", "AR PL KaitiM GB"], check=True,
                          capture_output=True, text=True).stdout
    if "gkai" not in file:
        assert not os.environ.get("CI"), "CI installs fonts-arphic-gkai00mp"
        pytest.skip("needs the font AR PL KaitiM GB")
    own = tmp_path / "学校的 字体"
    own.mkdir()
    shutil.copy(file, own)
    system = tmp_path / "字体 设置.conf"
    system.write_text(f"""<?xml version="1.0"?><fontconfig>
        <dir>{own}</dir><cachedir>{tmp_path / "cache"}</cachedir>
        <match target="scan"><test name="family"><string>AR PL KaitiM GB</string></test>
        <edit name="family" mode="assign"><string>仿宋</string></edit></match>
        <include>fonts.conf</include></fontconfig>""", encoding="utf-8")
    monkeypatch.setenv("FONTCONFIG_FILE", str(system))
    with Printer() as printer:
        paper, = printer.pdfs([sheet_of(Asked("仿宋"))])
    assert isinstance(paper, Pdf)
    assert paper.fonts == (FontUse("仿宋", "仿宋"),)
    assert b"GBZenKai" in paper.data


@linux
def test_without_fc_match_the_font_is_told_as_the_pdf_names_it(
        needs_soffice: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOMEROOM_SOFFICE", find_soffice())
    tools = tmp_path / "tools"
    tools.mkdir()
    for tool in ("sh", "sed", "uname", "dirname", "basename", "cut", "grep", "ls", "pwd"):
        (tools / tool).symlink_to(shutil.which(tool) or "/bin/false")
    monkeypatch.setenv("PATH", str(tools))
    with Printer() as printer:
        paper, = printer.pdfs([sheet_of(Asked(NO_SUCH_FONT))])
    assert isinstance(paper, Pdf)
    assert paper.fonts[0].got.encode() in paper.data


def test_nothing_is_left_in_a_temporary_folder_of_any_name(
        needs_soffice: None, temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    with Printer() as printer:
        paper, = printer.pdfs([document_of(SCHEDULE)])
        assert len(list(temporary.iterdir())) == 1
    assert plan_of(SCHEDULE).title in text_of(paper)
    assert list(temporary.iterdir()) == []


@linux
def test_what_takes_too_long_is_ended_and_told(needs_soffice: None, temporary: Path) -> None:
    with Printer(seconds=0.01) as printer:
        results = printer.pdfs([document_of(SCHEDULE), document_of(PLAN)])
    assert [what_of(one) for one in results] == [
        "LibreOffice printed nothing within 0.01 s"] * 2
    assert running_in(temporary) == []
    assert list(temporary.iterdir()) == []


@linux
def test_ctrl_c_ends_libreoffice_and_leaves_nothing(
        needs_soffice: None, temporary: Path) -> None:
    # a process that some shell started in the background would not hear it
    script = ("import signal\n"
              "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
              "from generators.fonts import Asked, sheet_of\n"
              "from generators.pdf import Printer\n"
              "with Printer() as printer:\n"
              "    while True: printer.pdfs([sheet_of(Asked('宋体'))] * 20)\n")
    with subprocess.Popen([sys.executable, "-c", script], stderr=subprocess.PIPE, cwd=ROOT,
                          env=os.environ | {"PYTHONPATH": str(ROOT)}, text=True) as process:
        try:
            socket = wait_for(lambda: _socket(temporary))
        finally:
            process.send_signal(signal.SIGINT)
            _, said = process.communicate(timeout=60)
    assert said.rstrip().endswith("KeyboardInterrupt")
    assert running_in(temporary) == []
    assert list(temporary.iterdir()) == []
    assert not socket.exists()


def _socket(folder: Path) -> Path | None:
    """By which the LibreOffice that runs in `folder` is found; None where there is none yet."""
    for words in running_in(folder):
        profile = re.search(r"-env:UserInstallation=(\S+)", words)
        assert profile is not None
        digest = hashlib.md5(profile[1].encode("utf-16-le")).digest()
        path = Path(f"/tmp/OSL_PIPE_{os.getuid()}_SingleOfficeIPC_"
                    + "".join(f"{byte:x}" for byte in digest))
        if path.exists():
            return path
    return None


def wait_for(look: Callable[[], Path | None]) -> Path:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if found := look():
            return found
        time.sleep(0.02)
    pytest.fail("LibreOffice did not come up")


@linux
def test_what_a_breakdown_left_undone_is_printed_by_another_run(
        needs_soffice: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"      # breaks down at the paper that is no document
    program.write_text(f"""#!{sys.executable}
import subprocess, sys
words, kept = sys.argv[1:], []
for word in words:
    broken = word.endswith(".docx") and not open(word, "rb").read(2) == b"PK"
    if broken: break
    kept.append(word)
if kept[-1].endswith(".docx"): subprocess.run([{find_soffice()!r}, *kept], check=True)
sys.exit(134 if broken else 0)
""", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("HOMEROOM_SOFFICE", str(program))
    with Printer() as printer:
        papers = printer.pdfs([NOT_A_DOCUMENT, document_of(PLAN), NOT_A_DOCUMENT,
                               document_of(SCHEDULE)])
    assert [isinstance(one, Pdf) for one in papers] == [False, True, False, True]
    assert plan_of(SCHEDULE).title in text_of(papers[3])


@linux
def test_an_office_that_prints_nothing_at_all_is_told_in_its_own_words(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\necho no display today >&2\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("HOMEROOM_SOFFICE", str(program))
    with Printer() as printer:
        results = printer.pdfs([NOT_A_DOCUMENT, sheet_of(Asked("宋体"))])
    assert {what_of(one) for one in results} == {
        "LibreOffice printed nothing; it said: no display today"}


def test_without_libreoffice_it_is_said_what_to_install(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("HOMEROOM_SOFFICE", raising=False)
    monkeypatch.setattr("generators.libreoffice._usual_places", lambda: iter(()))
    with pytest.raises(UserError) as caught:
        Printer()
    fault, = caught.value.faults
    assert "the Word documents are written all the same" in fault.what
    assert "https://www.libreoffice.org/download" in fault.mend
    assert "libreoffice-writer-nogui" in fault.mend


def test_a_program_that_is_named_and_not_there_is_told(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOMEROOM_SOFFICE", str(tmp_path / "soffice"))
    with pytest.raises(UserError) as caught:
        Printer()
    assert str(caught.value) == (
        f"HOMEROOM_SOFFICE: there is no such program: {tmp_path / 'soffice'}")


def test_a_temporary_folder_that_cannot_be_written_is_told(
        needs_soffice: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(UserError, match="temporary files cannot be written"):
        Printer().__enter__()


class TestAskedFonts:
    """No LibreOffice is needed to read which fonts a document names."""

    @pytest.fixture
    def asked(self, template: Callable[..., bytes]) -> Callable[..., list[str]]:
        def read(body: str, **parts: str) -> list[str]:
            named = {f"word/{name.replace('__', '/')}.xml": text for name, text in parts.items()}
            return [font.name for font in asked_fonts(template(body=body, parts=named))]
        return read

    def test_what_is_no_document_asks_for_none(self) -> None:
        assert asked_fonts(NOT_A_DOCUMENT) == ()

    def test_a_style_that_nothing_uses_is_not_asked_for(self, template) -> None:
        assert "黑体" not in [font.name for font in asked_fonts(template("正文"))]

    def test_a_style_counts_where_it_is_used(self, asked) -> None:
        body = '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>一</w:t></w:r></w:p>'
        assert asked(body)[0] == "黑体"

    def test_a_run_has_the_last_word(self, asked) -> None:
        body = ('<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:rPr><w:rFonts '
                'w:eastAsia="隶书"/></w:rPr><w:t>一</w:t></w:r></w:p>')
        assert asked(body)[0] == "隶书"

    def test_latin_letters_ask_for_no_chinese_font(self, asked) -> None:
        body = '<w:p><w:r><w:rPr><w:rFonts w:eastAsia="隶书"/></w:rPr><w:t>ABC</w:t></w:r></w:p>'
        assert "隶书" not in asked(body)

    def test_marks_ask_for_a_chinese_font_where_they_are_said_to_be_chinese(self, asked) -> None:
        run = '<w:p><w:r><w:rPr><w:rFonts w:eastAsia="隶书"{}/></w:rPr><w:t>——</w:t></w:r></w:p>'
        assert "隶书" not in asked(run.format(""))
        assert "隶书" in asked(run.format(' w:hint="eastAsia"'))

    def test_the_footer_counts(self, template) -> None:
        assert asked_fonts(template("正文"))[-1].name == "宋体"

    def test_a_theme_is_looked_up(self, asked) -> None:
        body = ('<w:p><w:r><w:rPr><w:rFonts w:eastAsiaTheme="minorEastAsia"/></w:rPr>'
                "<w:t>文</w:t></w:r></w:p>")
        theme = ('<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
                 '<a:minorFont><a:ea typeface=""/><a:font script="Jpan" typeface="游明朝"/>'
                 '<a:font script="Hans" typeface="等线"/></a:minorFont></a:theme>')
        assert asked(body, theme__theme1=theme)[0] == "等线"

    def test_styles_that_stand_on_each_other_in_a_ring_are_left(self, asked) -> None:
        w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        ring = (f'<w:styles {w}><w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/>'
                '</w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/>'
                "</w:style></w:styles>")
        body = '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>文</w:t></w:r></w:p>'
        assert asked(body, styles=ring) == []
