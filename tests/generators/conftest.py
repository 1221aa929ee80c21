"""Plans built by hand, and a reader of the Word files made from them."""

from __future__ import annotations

import io
import os
import re
import shutil
import signal
import subprocess
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from generators.form_file import form_file
from generators.package import Member, pack
from generators.paper import paper
from generators.properties import Properties
from generators.word import Missing, render_word
from plans.kinds import Field, Kind
from plans.periods import Month, Period
from plans.plan import (
    Annex,
    MonthTasks,
    Passage,
    Plan,
    Signature,
    Target,
    Task,
    WrittenSection,
)
from plans.plan import Member as Person
from plans.profile import Profile

SHARED = Path(__file__).parents[2] / "templates" / "_shared"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DAY = Properties("标题", "江城实验学校", date(2026, 3, 1))


class Word:
    """A Word file as its reader sees it, and as the zip it is."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.files = {info.filename: zipfile.ZipFile(io.BytesIO(content)).read(info)
                      for info in zipfile.ZipFile(io.BytesIO(content)).infolist()}

    def xml(self, part: str = "word/document.xml") -> etree._Element:
        return etree.fromstring(self.files[part])

    def text(self, part: str = "word/document.xml") -> str:
        return "\n".join(_text(one) for one in self.xml(part).iter(f"{W}p"))

    def rows(self, table: int = 0) -> list[list[str]]:
        """The cells of a table; a cell merged with the one above it is empty."""
        found = list(self.xml().iter(f"{W}tbl"))[table]
        return [[_text(cell) for cell in row.iter(f"{W}tc")] for row in found.iter(f"{W}tr")]

    def controls(self) -> dict[str, etree._Element]:
        """The content controls by their tags; the last of several alike."""
        return {tag.get(f"{W}val", ""): one for one in self.xml().iter(f"{W}sdt")
                if (tag := one.find(f"{W}sdtPr/{W}tag")) is not None}

    def control_texts(self) -> dict[str, str]:
        """What stands in each control; "" where it shows its prompt."""
        return {tag: "" if one.find(f"{W}sdtPr/{W}showingPlcHdr") is not None else _text(one)
                for tag, one in self.controls().items()}

    def styles(self) -> list[tuple[str, str]]:
        """Style id and text of every paragraph outside tables."""
        body = self.xml().find(f"{W}body")
        assert body is not None
        return [(style.get(f"{W}val") if (style := one.find(f"{W}pPr/{W}pStyle")) is not None
                 else "Normal", _text(one)) for one in body.findall(f"{W}p")]


def _text(element: etree._Element) -> str:
    return "".join(one.text or "" for one in element.iter(f"{W}t"))


@pytest.fixture
def word() -> Callable[[bytes], Word]:
    return Word


@pytest.fixture
def kind() -> Callable[..., Kind]:
    def build(word: str | Path | None = "plan.docx", **changes: Any) -> Kind:
        fields = (Field("school", "学校", "text", True), Field("studio", "工作室", "text", True),
                  Field("year", "年度", "integer", True), Field("note", "备注", "text"))
        values: dict[str, Any] = {
            "id": "studio-plan", "name": "工作计划", "family": "plan", "version": 1,
            "folder": SHARED, "word": SHARED / word if word else None,
            "file_name": "{{ 工作室 }}{{ 年度 }}年工作计划", "fields": fields}
        return Kind(**values | changes)
    return build


@pytest.fixture
def plan(kind: Callable[..., Kind]) -> Callable[..., Plan]:
    """A short plan; what is named is put in or taken out."""
    def build(**changes: Any) -> Plan:
        values: dict[str, Any] = {
            "id": "studio-2026", "kind": kind(), "title": "青禾工作室2026年工作计划",
            "shown": {"school": "青山小学", "studio": "青禾工作室", "year": "2026"},
            "period": Period(Month(2026, 3), Month(2026, 12)),
            "sections": (WrittenSection("指导思想", (Passage("把每一件小事做成。"),)),),
            "path": "studio.yaml"}
        return Plan(**values | changes)
    return build


@pytest.fixture
def full_plan(plan: Callable[..., Plan]) -> Callable[..., Plan]:
    """A plan that has everything."""
    def build(**changes: Any) -> Plan:
        listed = (Passage("要做的事："), Passage("读书；", 1), Passage("其中：", 1),
                  Passage("教育类；", 2), Passage("心理类。", 2), Passage("另外："),
                  Passage("写随笔。", 1))
        values: dict[str, Any] = {
            "sections": (
                WrittenSection("指导思想", (Passage("把每一件小事做成。"),)),
                WrittenSection("工作目标", listed, (
                    WrittenSection("成员目标", (Passage("互相听课。"),), (
                        WrittenSection("新任成员", (Passage("跟班；", 1), Passage("小结。", 1)), (
                            WrittenSection("第一周", (Passage("看。", 1),)),)),)),
                    WrittenSection("工作室目标", (Passage("建资源库。"),)))),
                WrittenSection("月度安排", schedule=True)),
            "schedule": (
                MonthTasks(Month(2026, 3), (
                    Task("定计划", owner="罗青", due=date(2026, 3, 20), evidence="计划文本"),
                    Task("建档案"))),
                MonthTasks(Month(2026, 4), (Task("例会", owner="孟禾"),))),
            "members": (Person("罗青", "主持人", "青山小学"), Person("孟禾")),
            "targets": (Target("books", "读书", 2.0, "本", "成员", "year"),),
            "signature": Signature("青山小学", date(2026, 3, 1)),
            "annexes": (Annex("听课表", sections=(WrittenSection("填法"), WrittenSection("交法"))),
                        Annex("预算", (Passage("购书；", 1),), (WrittenSection("购书"),)))}
        return plan(**values | changes)
    return build


@pytest.fixture
def template() -> Callable[..., bytes]:
    """A template whose body holds these paragraphs; `body` is XML, `header` text."""
    def build(*paragraphs: str, body: str = "", header: str = "",
              parts: dict[str, str] | None = None) -> bytes:
        written = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
        files = paper(written + body, header)
        files |= {name: text.encode() for name, text in (parts or {}).items()}
        return pack(Member.of(name, content) for name, content in files.items())
    return build


@pytest.fixture
def render() -> Callable[..., tuple[Word, tuple[Missing, ...]]]:
    def run(template: bytes, **context: Any) -> tuple[Word, tuple[Missing, ...]]:
        content, missing = render_word(template, context, DAY, "plan.docx")
        return Word(content), missing
    return run


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], str]:
    """The text of a Word file as LibreOffice prints it, blanks taken out."""
    soffice = shutil.which("soffice")
    if soffice is None or shutil.which("pdftotext") is None:
        assert not os.environ.get("CI"), "LibreOffice and pdftotext must be there in CI"
        pytest.skip("LibreOffice or pdftotext is not installed")
    folder = tmp_path_factory.mktemp("printed")

    def run(content: bytes) -> str:
        (folder / "plan.docx").write_bytes(content)
        process = subprocess.Popen(
            [soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
             "--convert-to", "pdf", "--outdir", str(folder), str(folder / "plan.docx")],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            process.wait(timeout=120)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
        text = subprocess.run(["pdftotext", "-layout", str(folder / "plan.pdf"), "-"],
                              capture_output=True, check=True, text=True, timeout=60).stdout
        return re.sub(r"[ \t\f]+", "", text)

    return run


@pytest.fixture
def form() -> Callable[..., Word]:
    """A drawn form of `fields`: `form(Field(…), values={…}, to_fill_in=True)`; what else is named
    is said of its kind."""
    def build(*fields: Field, values: dict[str, Any] | None = None, to_fill_in: bool = False,
              profile: Profile | None = None, title: str = "登记表", **changes: Any) -> Word:
        kind = Kind(**{"id": "some-form", "name": "登记表", "family": "form", "version": 3,
                       "folder": SHARED, "fields": fields} | changes)
        plan = Plan("some-form-1", kind, title, values or {})
        return Word(form_file(plan, profile, to_fill_in=to_fill_in))
    return build
