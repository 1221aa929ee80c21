"""Five texts as schools write them, handed in as Word prints them: headings, months, gaps.

Each tests/texts/NAME.txt has its headings of the first level and its months in NAME.yaml. The texts
are imitations of real ones, with what web pages leave around them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

import docx
import pytest
import yaml
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from called import called
from checkers.outline import Outline, outline_of
from checkers.submission import read_submission
from generators.pdf import Pdf
from office.press import Press
from plans.house import House

FOLDER = Path(__file__).parent / "texts"
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))
KINDS = {"studio": "studio-annual-plan", "research_traditional": "school-research-plan"}
TOPICS = House().topics
LIST = 77               # a number that the file that python-docx starts from does not use
_NUMBER = r"[一二三四五六七八九十]+、"


def told(name: str) -> dict[str, list]:
    return yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))


def lines_of(name: str) -> list[str]:
    return (FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("\n")


def word_file(lines: Iterable[str], path: Path, automatic: Iterable[str] = ()) -> Path:
    """A .docx of these paragraphs; the headings `automatic` are numbered by Word itself."""
    document = docx.Document()
    titles = set(automatic)
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{LIST}"><w:lvl w:ilvl="0">'
        '<w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>'
        '<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'))
    numbering.append(parse_xml(
        f'<w:num {nsdecls("w")} w:numId="{LIST}"><w:abstractNumId w:val="{LIST}"/></w:num>'))
    for line in lines:
        bare = re.sub(rf"^\s*{_NUMBER}", "", line)
        if bare != line and heading_form(bare) in titles:
            titles.discard(heading_form(bare))
            document.add_paragraph(bare)._p.get_or_add_pPr().append(parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{LIST}"/></w:numPr>'))
        else:
            document.add_paragraph(line)
    assert not titles, f"no line of the text is the heading {titles}"
    document.save(str(path))
    return path


def heading_form(line: str) -> str:
    return line.strip().rstrip("：:。")


def unglued(lines: Iterable[str]) -> list[str]:
    """The lines, a first heading that hangs at the end of the title on a line of its own."""
    return [piece for line in lines for piece in re.split(r"(?<=計劃)(?=一、)", line)]


def without(lines: list[str], title: str, titles: list[str]) -> list[str]:
    """The lines without the section called `title`, from its heading to the next one."""
    starts = {heading_form(re.sub(rf"^\s*{_NUMBER}", "", line)): at
              for at, line in reversed(list(enumerate(lines))) if re.match(rf"\s*{_NUMBER}", line)}
    following = titles[titles.index(title) + 1:][:1]
    end = starts[following[0]] if following else len(lines)
    return lines[:starts[title]] + lines[end:]


def outline_at(path: Path) -> Outline:
    document = read_submission(path).document
    assert document is not None
    return outline_of(document, TOPICS)


def first_level(path: Path) -> list[str]:
    return [one.title for one in outline_at(path).main.headings if one.level == 1]


def run_check(path: Path, *options: str) -> tuple[int, dict]:
    """The exit code of `check` on one file, and what it says of the file."""
    done = called(path.parent, "check", path, "--format", "json", *options)
    assert done.stdout, done.stderr
    return done.returncode, json.loads(done.stdout)["files"][0]


def missing_in(file: dict) -> list[str]:
    return [one["location"]["section"] for one in file["findings"] if one["rule"] == "S001"]


@pytest.mark.parametrize("name", NAMES)
def test_its_headings_are_read_from_plain_paragraphs(name: str, tmp_path: Path) -> None:
    assert first_level(word_file(lines_of(name), tmp_path / "a.docx")) == told(name)["headings"]


@pytest.mark.parametrize("name", NAMES)
def test_its_headings_are_read_where_word_numbers_them(name: str, tmp_path: Path) -> None:
    titles = told(name)["headings"]
    path = word_file(unglued(lines_of(name)), tmp_path / "a.docx", titles)
    assert first_level(path) == titles


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory, soffice_program: str) -> Path:
    """A folder with the PDF of every text."""
    folder = tmp_path_factory.mktemp("printed")
    print_beside([word_file(lines_of(name), folder / f"{name}.docx") for name in NAMES])
    return folder


def print_beside(papers: list[Path]) -> None:
    """The PDF of each paper, beside it, all made by one LibreOffice."""
    with Press(1) as press:
        for paper, pdf in zip(papers, press.pdfs([one.read_bytes() for one in papers]),
                              strict=True):
            assert isinstance(pdf, Pdf), pdf
            paper.with_suffix(".pdf").write_bytes(pdf.data)


@pytest.mark.parametrize("name", NAMES)
def test_its_headings_are_read_from_a_pdf(name: str, printed: Path) -> None:
    assert first_level(printed / f"{name}.pdf") == told(name)["headings"]


@pytest.mark.parametrize("name", NAMES)
def test_its_months_are_read(name: str, tmp_path: Path) -> None:
    outline = outline_at(word_file(lines_of(name), tmp_path / "a.docx"))
    assert [one.month for one in outline.main.months] == told(name)["months"]


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("given", [True, False], ids=["given", "detected"])
def test_it_passes_as_its_kind(name: str, given: bool, tmp_path: Path) -> None:
    path = word_file(lines_of(name), tmp_path / "a.docx")
    code, file = run_check(path, *(["--kind", KINDS[name]] if given else []))
    assert (code, file["status"], file["kind"]) == (0, "pass", KINDS[name])


@pytest.mark.parametrize("numbers", ["typed", "automatic"])
@pytest.mark.parametrize(("name", "number"), [
    (name, number) for name in KINDS for number in range(len(told(name)["headings"]))])
def test_a_section_that_is_cut_out_is_missed(
        name: str, number: int, numbers: str, tmp_path: Path) -> None:
    titles = told(name)["headings"]
    kept = [title for title in titles if title != titles[number]]
    lines = without(unglued(lines_of(name)), titles[number], titles)
    path = word_file(lines, tmp_path / "a.docx", kept if numbers == "automatic" else ())
    code, file = run_check(path, "--kind", KINDS[name])
    topics = [one.topic for one in House().kind(KINDS[name]).sections if one.required]
    assert (code, missing_in(file)) == (1, [topics[number]])
