"""The web page as a reader, a screen reader and a browser without a net meet it."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import lxml.html
import pytest

from checkers.results import NotSubmitted
from office.reports.web_page import web_page
from plans import messages


def read(report, folder: Path = Path()) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(web_page(report, folder))


def texts(page: lxml.html.HtmlElement, path: str) -> list[str]:
    """What stands in the elements at `path`, blanks as a browser shows them."""
    return [" ".join(one.text_content().split()) for one in page.xpath(path)]


def test_who_needs_action_comes_first_and_the_most_urgent_before_all(reported, judged,
                                                                     says) -> None:
    page = read(reported(
        judged("交/甲.docx"), judged("交/乙.docx", "review", says("是不是？", review=True)),
        judged("交/丙.docx", "unreadable", says("已损坏")), judged("交/丁.docx", "fail", says()),
        absent=(NotSubmitted("王珂"),)))
    assert texts(page, "//h2") == ["3 files need action", "Not handed in (1)", "Passed (1)"]
    assert texts(page, "//h3") == ["✗ to be returned (1)", "✗ cannot be read (1)",
                                   "? to be looked at (1)"]
    assert texts(page, "//h4") == ["✗ to be returned 丁.docx", "✗ cannot be read 丙.docx",
                                   "? to be looked at 乙.docx"]


def test_the_counts_stand_on_top_and_lead_to_their_part(reported, judged, says) -> None:
    page = read(reported(judged("a"), judged("b", "fail", says()), absent=(NotSubmitted("王珂"),)))
    assert texts(page, "//ul[@class='counts']/li") == [
        "1✗ to be returned", "0✗ cannot be read", "0? to be looked at", "1✓ passes",
        "1— Not handed in"]
    targets = page.xpath("//ul[@class='counts']//a/@href")
    assert targets == ["#fail", "#pass", "#absent"]
    assert all(len(page.xpath(f"//*[@id='{target[1:]}']")) == 1 for target in targets)


def test_each_problem_says_what_where_and_how_to_mend_it(reported, judged, says) -> None:
    page = read(reported(judged("交/乙.docx", "fail", says(
        "“工作思路”是不是？", rule="S007", name="near-miss", quote="工作思路", section="二、思路",
        fix="写 `topics: {}` 即可"), asked={"目标": "met", "措施": "missing"})))
    assert texts(page, "//li[@class='error']/p") == ["error “工作思路”是不是？ near miss S007"]
    assert texts(page, "//dl/*") == ["Where", "二、思路 › 工作思路", "How to mend it",
                                     "写 topics: {} 即可"]
    assert texts(page, "//dd/code") == ["topics: {}"]
    assert texts(page, "//ul[@class='asked']/li") == ["✓ there 目标", "✗ missing 措施"]


def test_a_file_that_passes_with_a_note_shows_it(reported, judged, says) -> None:
    page = read(reported(judged("a"), judged("b", "pass", says("顺序不对", severity="warning"))))
    assert texts(page, "//h3") == ["Passed, with notes (1)", "Passed without a note (1)"]
    assert texts(page, "//li[@class='warning']/p") == ["note 顺序不对 missing section S001"]
    assert texts(page, "//tbody/tr/th") == ["a"]


def test_nothing_to_do_is_said_by_leaving_it_out(reported, judged) -> None:
    page = read(reported(judged("a"), absent=()))
    assert texts(page, "//h2") == ["Not handed in (0)", "Passed (1)"]
    assert "Everybody on the roster has handed in." in texts(page, "//section/p")
    assert texts(read(reported()), "//h2") == []


def test_the_kind_is_told_where_there_are_several(reported, judged) -> None:
    one = read(reported(judged("a"), judged("b")))
    assert texts(one, "//h1") == ["Check of submissions: 校本研修计划"]
    assert texts(one, "//thead//th") == ["No.", "File"]
    two = read(reported(judged("a"), judged("b", kind="x", kind_name="方案")))
    assert texts(two, "//h1") == ["Check of submissions"]
    assert texts(two, "//tbody/tr") == ["1a校本研修计划", "2b方案"]


@pytest.mark.parametrize("evil", ["<script>alert(1)</script>", "\" onload=\"x", "&amp;", "{{ 1 }}",
                                  "'><img src=x>", "=1+1", "😀 & <b>", "长" * 200])
def test_everything_is_escaped(reported, judged, says, evil: str) -> None:
    plain = read(reported(judged("交/a.docx", "fail", says(quote="a"), asked={"a": "missing"}),
                          absent=(NotSubmitted("a", "a", "a", "a"),)))
    page = read(reported(
        judged("交/" + evil.replace("/", "∕"), "fail", says(evil, quote=evil, fix=evil),
               asked={evil: "missing"}), absent=(NotSubmitted(evil, evil, evil, evil),)))
    assert texts(page, "//h4")[0] == f"✗ to be returned {evil.replace('/', '∕')}"
    assert texts(page, "//tbody/tr/th") == [evil]
    assert evil in texts(page, "//dd")
    assert [one.tag for one in page.iter("*")] == [one.tag for one in plain.iter("*")]
    assert set(page.xpath("//@onload | //img")) == set()


def test_characters_that_no_page_may_hold_are_gone(reported, judged, says) -> None:
    data = web_page(reported(judged("a\x07\udcff", "fail", says("b\x00c\ufffed"))), Path())
    assert "bcd" in data.decode("utf-8")


def test_it_needs_no_net_and_no_script(reported, judged, says) -> None:
    page = read(reported(judged("交/甲.docx"), judged("交/乙.docx", "fail", says())))
    assert page.xpath("//@src | //link/@href | //iframe") == []
    assert [one for one in page.xpath("//a/@href") if not one.startswith(("#", "./"))] == []
    assert "http" not in "".join(page.xpath("//style/text() | //script/text()"))
    assert "default-src 'none'" in page.xpath("//meta[@http-equiv]/@content")[0]
    hidden = page.xpath("//*[@hidden]")
    assert [one.get("role") for one in hidden] == ["search"]    # of no use without a script


def test_a_screen_reader_finds_its_way(reported, judged, says) -> None:
    page = read(reported(judged("a"), judged("b", "fail", says()), absent=(NotSubmitted("王珂"),)))
    assert page.xpath("/html/@lang") == ["en"]
    assert (len(page.xpath("//h1")), len(page.xpath("//main"))) == (1, 1)
    assert [one for one in page.xpath("//th") if one.get("scope") not in ("row", "col")] == []
    assert len(page.xpath("//table/caption")) == len(page.xpath("//table")) == 2
    levels = [int(one.tag[1]) for one in page.iter("h1", "h2", "h3", "h4")]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert set(page.xpath("//@aria-labelledby")) <= set(ids)
    assert page.xpath("//label/@for") == page.xpath("//input/@id")


def test_a_file_opens_from_its_name(reported, judged, tmp_path: Path,
                                    monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    links = read(reported(judged("交/a #1%.docx"), judged("C:x.docx")), Path("结果")).xpath(
        "//a/@href[starts-with(., '.')]")
    assert links == ["./../%E4%BA%A4/a%20%231%25.docx", "./../C%3Ax.docx"]


def test_in_chinese_it_is_chinese(reported, judged, says) -> None:
    messages.speak("zh_CN")
    page = read(reported(judged("a"), judged("b", "fail", says(severity="error")), absent=()))
    assert page.xpath("/html/@lang") == ["zh-CN"]
    assert texts(page, "//h1 | //h2 | //h3") == [
        "校本研修计划检查结果", "先处理这 1 份材料", "✗ 退回（1）", "未提交（0）", "通过（1）"]
    shown = "".join(page.xpath("//body//text()[not(ancestor::script)]"))
    assert set(re.findall("[A-Za-z]{2,}", shown)) == {"homeroom"}


def test_sections_that_several_lack_are_pointed_out(reported, judged) -> None:
    lacks = {"目标": "missing", "措施": "empty", "安排?": "missing"}
    page = read(reported(judged("a", "fail", asked=lacks), judged("b", "fail", asked=lacks),
                         judged("c", "fail", asked={"附件": "missing"})))
    assert texts(page, "//p[@class='gaps']") == ["Missing most often: 目标 (2), 措施 (2)"]
