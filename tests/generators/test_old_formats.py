"""Old papers become .docx; what stops LibreOffice at one of them does not stop the others."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pytest

from generators.old_formats import NO_OFFICE, SLOW, TOGETHER, UNREAD, Converter, OldPaper
from plans.errors import UserError

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a program made of a script")


@pytest.fixture
def office(tmp_path, monkeypatch):
    """Puts a program in the place of LibreOffice that converts a paper by copying it, sleeps over
    one that says `sleep`, ends at one that says `crash`, and goes past one that says `bad`."""
    def put(start: str = "") -> Path:
        program, log = tmp_path / "some-office", tmp_path / "log"
        program.write_text(f"""#!{sys.executable}
import pathlib, sys, time, zipfile
words = sys.argv[1:]
out = pathlib.Path(words[words.index("--outdir") + 1])
papers = [pathlib.Path(one) for one in words[words.index("--outdir") + 2:]]
with open({str(log)!r}, "a") as log: print(*[one.name for one in papers], file=log)
{start}
for one in papers:
    said = one.read_text()
    if "crash" in said: sys.exit(134)
    if "sleep" in said: (out / f"{{one.stem}}.docx").write_bytes(b"PK half"); time.sleep(600)
    if "bad" not in said:
        with zipfile.ZipFile(out / f"{{one.stem}}.docx", "w") as made: made.writestr("said", said)
""", encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setenv("HOMEROOM_SOFFICE", str(program))
        return log
    return put


@pytest.fixture
def converted(tmp_path):
    """What becomes of papers that say this: the text in their copy, or why there is none."""
    def of(*texts: str, seconds: float = 60, form: str = "rtf") -> list[str]:
        papers = []
        for number, text in enumerate(texts):
            papers.append(OldPaper(tmp_path / f"{number}.{form}", form))
            papers[-1].path.write_text(text, encoding="utf-8")
        results: dict[int, list[str]] = {}
        Converter(tmp_path / "work", seconds=seconds).convert(papers, lambda number, result: (
            results.setdefault(number, []).append(
                zipfile.ZipFile(result).read("said").decode() if isinstance(result, Path)
                else result)))
        assert all(len(one) == 1 for one in results.values()), "a paper is told once"
        return [results[number][0] for number in range(len(texts))]
    return of


@linux
def test_papers_are_converted_in_one_run(office, converted):
    log = office()
    assert converted("a", "b", "c") == ["a", "b", "c"]
    assert log.read_text().splitlines() == ["first.rtf 0.rtf 1.rtf 2.rtf last.rtf"]


@linux
def test_many_papers_take_several_runs(office, converted):
    log = office()
    texts = [str(number) for number in range(TOGETHER + 1)]
    assert converted(*texts) == texts
    assert len(log.read_text().splitlines()) == 2


@linux
def test_what_cannot_be_read_takes_no_run_of_its_own(office, converted):
    log = office()
    assert converted("a", "bad", "bad", "d", "bad") == ["a", UNREAD, UNREAD, "d", UNREAD]
    assert len(log.read_text().splitlines()) == 1


@linux
def test_a_breakdown_is_the_fault_of_the_paper_that_was_read(office, converted):
    log = office()
    assert converted("a", "bad", "crash", "d", "crash") == ["a", UNREAD, UNREAD, "d", UNREAD]
    assert len(log.read_text().splitlines()) == 3


@linux
def test_a_paper_that_never_ends_does_not_stop_the_others(office, converted):
    office()
    assert converted("a", "sleep", "c", seconds=2) == ["a", SLOW, "c"]


@linux
def test_an_office_that_does_nothing_is_started_twice_and_no_more(office, converted):
    log = office("sys.exit(1)")
    assert converted(*"abc") == [NO_OFFICE] * 3
    assert len(log.read_text().splitlines()) == 2


@linux
def test_a_page_that_breaks_off_starts_no_office(office, converted):
    log = office()
    assert converted("<html><body>half", form="html") == [UNREAD]
    assert not log.exists()


@linux
def test_a_paper_that_is_gone_does_not_stop_the_others(office, tmp_path):
    office()
    (tmp_path / "a.rtf").write_text("a")
    papers = [OldPaper(tmp_path / "gone.rtf", "rtf"), OldPaper(tmp_path / "a.rtf", "rtf")]
    results = {}
    Converter(tmp_path / "work").convert(papers, results.__setitem__)
    assert (results[0], results[1].suffix) == (UNREAD, ".docx")


@linux
def test_papers_are_not_converted_where_they_lie(office, converted, tmp_path):
    office()
    assert converted("a") == ["a"]
    assert (tmp_path / "0.rtf").read_text() == "a"
    assert not list(tmp_path.glob("work/run-*/*.rtf"))


def test_without_an_office_it_is_said_at_once(tmp_path, monkeypatch):
    monkeypatch.setenv("HOMEROOM_SOFFICE", str(tmp_path / "none"))
    with pytest.raises(UserError):
        Converter(tmp_path)
