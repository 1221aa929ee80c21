"""Rows and columns: which file has which of the sections that its kind asks for."""

from __future__ import annotations

from office.reports.file_lines import file_lines
from office.reports.matrix import legend, matrices, state_text, states_of


def columns(*verdicts) -> list[list[str]]:
    return [[one.title for one in grid.columns] for grid in matrices(file_lines(verdicts))]


def test_each_kind_has_the_columns_that_it_asks_for_and_its_own_files(judged) -> None:
    verdicts = [judged("a", asked={"目标": "met"}),
                judged("b", asked={"措施": "met"}, kind="other", kind_name="别的"),
                judged("c", asked={"目标": "missing"})]
    grids = matrices(file_lines(verdicts))
    assert columns(*verdicts) == [["目标"], ["措施"]]
    assert [[line.name for line in grid.lines] for grid in grids] == [["a", "c"], ["b"]]


def test_a_file_that_nothing_could_be_asked_of_is_in_no_matrix(judged) -> None:
    assert columns(judged("a", "unreadable", asked={})) == []


def test_sections_asked_for_without_a_kind_are_columns_too(judged) -> None:
    assert columns(judged("a", asked={"目标": "met", "措施": "missing"}, kind=None)) == [
        ["目标", "措施"]]


def test_the_parts_of_a_section_stand_behind_it_whichever_file_has_them(judged) -> None:
    without = judged("a", asked={"制度": "missing", "安排": "met"})
    whole = judged("b", asked={"制度": "met", "制度/学习": "met", "制度/表彰": "empty",
                               "安排": "met"})
    assert columns(without, whole) == columns(whole, without) == [["制度", "学习", "表彰", "安排"]]
    assert "制度/学习" not in states_of(without)


def test_an_optional_section_is_not_called_missing(judged) -> None:
    states = states_of(judged(asked={"安排?": "missing", "目标": "missing"}))
    assert states["安排"] != states["目标"]
    assert state_text(states["安排"]) == "–"


def test_months_are_a_column_of_their_own_at_the_end(judged, says) -> None:
    gap = says("缺七月", rule="M001", name="missing-month")
    perhaps = says("缺七月", rule="M001", name="missing-month", severity="warning")
    verdicts = [judged("a", months=9), judged("b", "fail", gap, months=8),
                judged("c", "pass", perhaps, months=8), judged("d", asked={"指导思想": "met", "附件": "met"})]
    assert columns(*verdicts) == [["指导思想", "附件", "Months"]]
    assert [state_text(dict(states_of(one)).get("\x00months", "")) for one in verdicts] == [
        "✓ there", "✗ missing", "? unclear", ""]


def test_every_state_differs_by_its_sign_alone() -> None:
    signs = [part.split(" ")[0] for part in legend().split("　")]
    assert len(set(signs)) == len(signs) == 5
