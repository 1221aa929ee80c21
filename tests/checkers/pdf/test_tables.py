"""Ruled tables come out as tables where they stand, and their text nowhere else."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import Any

from checkers.document import Paragraph, Reading, Table
from checkers.pdf import read_pdf

COLUMNS = (72, 150, 520)


def rule(drawn: Any, rows: Sequence[Sequence[str]], top: float, height: float = 30) -> None:
    """A table of two columns, `rows` from `top` down."""
    drawn.canvas.grid(COLUMNS, [842 - top - height * step for step in range(len(rows) + 1)])
    for step, row in enumerate(rows):
        for x, text in zip(COLUMNS, row, strict=False):
            drawn.write(text, top + height * step + 19, x + 6)


def tables(reading: Reading) -> list[Table]:
    return [block for block in reading.blocks if isinstance(block, Table)]


def cells(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def shown(reading: Reading) -> list[str]:
    return [block.text if isinstance(block, Paragraph) else "[table]" for block in reading.blocks]


def test_an_underlined_heading_is_no_table(paper: Callable[..., Any]) -> None:
    drawn = paper().column(["一、指导思想", "二、工作目标"], 80)
    for y in (84, 104, 124):
        drawn.canvas.line(72, 842 - y, 300, 842 - y)
    assert tables(read_pdf(drawn.pdf())) == []


def test_a_frame_around_the_page_is_no_table(paper: Callable[..., Any]) -> None:
    drawn = paper().column(["一、指导思想", "二、工作目标"], 80)
    drawn.canvas.rect(40, 40, 515, 762)
    assert shown(read_pdf(drawn.pdf())) == ["一、指导思想", "二、工作目标"]


def test_a_grid_without_text_is_no_table(paper: Callable[..., Any]) -> None:
    drawn = paper().write("附页", 60)
    rule(drawn, [["", ""], ["", ""]], 100)
    assert shown(read_pdf(drawn.pdf())) == ["附页"]


def test_a_table_stands_between_its_paragraphs(paper: Callable[..., Any]) -> None:
    drawn = paper().write("各月份工作安排如下：", 80).write("以上安排请遵照执行。", 220)
    rule(drawn, [["三月", "制定计划"], ["四月", "听课评课"]], 100)
    reading = read_pdf(drawn.pdf())
    assert shown(reading) == ["各月份工作安排如下：", "[table]", "以上安排请遵照执行。"]
    assert cells(tables(reading)[0]) == [["三月", "制定计划"], ["四月", "听课评课"]]


def test_a_cell_knows_its_place(paper: Callable[..., Any]) -> None:
    drawn = paper()
    rule(drawn, [["三月", "制定计划"], ["四月", "听课评课"]], 100)
    cell = tables(read_pdf(drawn.pdf()))[0].rows[1][1]
    assert (cell.row, cell.column, cell.width) == (2, 2, 1)
    place = cell.paragraphs[0]
    assert (place.table, place.row, place.column, place.page, place.paragraph) == (1, 2, 2, 1, None)


def test_lines_of_a_cell_are_joined_where_they_reach_its_edge(paper: Callable[..., Any]) -> None:
    drawn = paper()
    rule(drawn, [["三月", "1.制定计划"], ["四月", ""]], 100, 60)
    drawn.write("2." + "听" * 29, 139, 156).write("课", 154, 156)
    rows = cells(tables(read_pdf(drawn.pdf()))[0])
    assert rows[0][1] == "1.制定计划\n2." + "听" * 29 + "课"


def test_a_label_set_downwards_is_one_word(paper: Callable[..., Any]) -> None:
    drawn = paper()
    drawn.canvas.grid((72, 96, 520), (842 - 100, 842 - 200))
    drawn.column("审批意见", 120, 78).write("同意", 150, 110)
    assert cells(tables(read_pdf(drawn.pdf()))[0]) == [["审批意见", "同意"]]


def test_a_table_over_two_pages_is_one_and_its_repeated_heading_stands_once(
        paper: Callable[..., Any]) -> None:
    drawn = paper().write("月份安排", 80)
    rule(drawn, [["月份", "工作"], ["三月", "制定计划"], ["四月", "听课"]], 700)
    drawn.write("— 1 —", 815, 280).turn_page()
    rule(drawn, [["月份", "工作"], ["五月", "评课"]], 72)
    reading = read_pdf(drawn.write("完", 300).pdf())
    assert shown(reading) == ["月份安排", "[table]", "完"]
    table = tables(reading)[0]
    assert cells(table) == [["月份", "工作"], ["三月", "制定计划"], ["四月", "听课"],
                            ["五月", "评课"]]
    assert [row[0].row for row in table.rows] == [1, 2, 3, 4]


def test_a_table_under_text_on_the_next_page_is_another(paper: Callable[..., Any]) -> None:
    drawn = paper()
    rule(drawn, [["月份", "工作"], ["三月", "制定计划"]], 700)
    drawn.turn_page().write("另附成员名单：", 80)
    rule(drawn, [["姓名", "单位"], ["王珂", "江城实验学校"]], 100)
    reading = read_pdf(drawn.pdf())
    assert shown(reading) == ["[table]", "另附成员名单：", "[table]"]
    assert [table.table for table in tables(reading)] == [1, 2]


def test_a_table_inside_a_cell_is_the_cells_own(paper: Callable[..., Any]) -> None:
    drawn = paper()
    rule(drawn, [["经费", "使用如下"], ["备注", "无"]], 100, 120)
    drawn.canvas.grid((200, 300, 400), (842 - 140, 842 - 160, 842 - 180))
    drawn.write("购书", 154, 206).write("三百元", 154, 306)
    found = tables(read_pdf(drawn.pdf()))
    assert len(found) == 1
    inner = found[0].rows[0][1].tables[0]
    assert cells(inner)[0] == ["购书", "三百元"]
    assert found[0].rows[0][1].paragraphs[0].text == "使用如下"


def test_merged_cells_printed_from_word_keep_their_grid(
        word: Callable[[], Any], printed: Callable[[Any], bytes]) -> None:
    document = word()
    document.add_paragraph("申报表")
    table = document.add_table(3, 3)
    table.style = "Table Grid"
    table.cell(0, 0).merge(table.cell(1, 0)).text = "荣誉"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "先进班集体"
    for row, column, text in ((1, 1, "市级"), (1, 2, "2025年"), (2, 0, "备注"), (2, 2, "附证书")):
        table.cell(row, column).text = text
    reading = read_pdf(printed(document))
    assert shown(reading) == ["申报表", "[table]"]
    found = [[(cell.column, cell.width, cell.covered, cell.text) for cell in row]
             for row in tables(reading)[0].rows]
    assert found == [
        [(1, 1, False, "荣誉"), (2, 2, False, "先进班集体")],
        [(1, 1, True, ""), (2, 1, False, "市级"), (3, 1, False, "2025年")],
        [(1, 1, False, "备注"), (2, 1, False, ""), (3, 1, False, "附证书")]]


def test_a_month_table_printed_from_word_over_two_pages_is_one(
        word: Callable[[], Any], printed: Callable[[Any], bytes]) -> None:
    document = word()
    months = ["三月", "四月", "五月", "六月", "九月", "十月", "十一月", "十二月"]
    table = document.add_table(len(months), 2)
    table.style = "Table Grid"
    tasks = ["1.召开例会，研读一本专著并写下心得。", "2.到成员所在班级观摩班会。",
             "3.整理成长档案。"] * 2
    for row, month in enumerate(months):
        table.cell(row, 0).text = month
        table.cell(row, 1).text = "\n".join(tasks)
    reading = read_pdf(printed(document))
    assert (reading.pages or 0) > 1
    assert len(tables(reading)) == 1
    assert [row[0].text for row in tables(reading)[0].rows if row[0].text] == months
    everything = "\n".join(row[1].text for row in tables(reading)[0].rows)
    assert everything.split("\n") == tasks * len(months)


def test_a_table_without_borders_at_its_sides_keeps_its_outer_columns(
        paper: Callable[..., Any]) -> None:
    drawn = paper().write("成员名单", 80)
    for y in (100, 130, 160):
        drawn.canvas.line(72, 842 - y, 520, 842 - y)
    drawn.canvas.line(150, 742, 150, 682)
    for y, (name, unit) in ((119, ("姓名", "单位")), (149, ("王珂", "江城实验学校"))):
        drawn.write(name, y, 78).write(unit, y, 156)
    reading = read_pdf(drawn.pdf())
    assert shown(reading) == ["成员名单", "[table]"]
    assert cells(tables(reading)[0]) == [["姓名", "单位"], ["王珂", "江城实验学校"]]


def test_a_frame_that_follows_a_table_over_the_page_end_is_its_last_row(
        paper: Callable[..., Any]) -> None:
    drawn = paper().write("工作计划", 80)
    rule(drawn, [["三月", "制定计划"], ["四月", "听课"]], 700)
    drawn.write("— 1 —", 815, 280).turn_page()
    drawn.canvas.grid((72, 520), (842 - 72, 842 - 132))
    drawn.write("研修期间不得擅自离班。", 92, 78).write("完", 300)
    reading = read_pdf(drawn.pdf())
    assert shown(reading) == ["工作计划", "[table]", "完"]
    last = tables(reading)[0].rows[-1]
    assert [(cell.column, cell.width, cell.text) for cell in last] == [
        (1, 2, "研修期间不得擅自离班。")]


def test_a_frame_under_text_on_the_next_page_is_no_row(paper: Callable[..., Any]) -> None:
    drawn = paper()
    rule(drawn, [["三月", "制定计划"], ["四月", "听课"]], 700)
    drawn.turn_page().write("说明如下：", 120)
    drawn.canvas.grid((72, 520), (842 - 140, 842 - 200))
    assert shown(read_pdf(drawn.write("按时上交。", 160, 78).pdf())) == [
        "[table]", "说明如下：", "按时上交。"]


def test_cells_that_span_columns_on_the_next_page_keep_the_columns_of_the_table(
        paper: Callable[..., Any]) -> None:
    drawn = paper()
    drawn.canvas.grid((72, 150, 300, 520), (842 - 700, 842 - 730, 842 - 760))
    for x, text in ((78, "姓名"), (156, "王珂"), (306, "班主任")):
        drawn.write(text, 719, x).write(text, 749, x)
    drawn.turn_page()
    drawn.canvas.grid((72, 150, 520), (842 - 72, 842 - 102, 842 - 132))
    for y in (91, 121):
        drawn.write("意见", y, 78).write("同意", y, 156)
    rows = tables(read_pdf(drawn.pdf()))
    assert len(rows) == 1
    assert [(cell.column, cell.width) for cell in rows[0].rows[-1]] == [(1, 1), (2, 2)]


def test_a_label_turned_on_its_side_is_in_its_cell(paper: Callable[..., Any]) -> None:
    drawn = paper().write("申报表", 60)
    rule(drawn, [["", "同意推荐。"], ["", "经审核同意。"]], 100, 90)
    for turn, x, y in ((90, 110, 842 - 180), (270, 106, 842 - 200)):
        drawn.canvas.saveState()
        drawn.canvas.translate(x, y)
        drawn.canvas.rotate(turn)
        drawn.canvas.drawString(0, 0, "单位意见" if turn == 90 else "主管部门")
        drawn.canvas.restoreState()
    reading = read_pdf(drawn.pdf())
    assert cells(tables(reading)[0]) == [["单位意见", "同意推荐。"], ["主管部门", "经审核同意。"]]


def test_words_beside_the_page_are_no_text(paper: Callable[..., Any]) -> None:
    drawn = paper().column(["教" * 37] * 3, 80)
    drawn.canvas.translate(30, 300)
    drawn.canvas.rotate(90)
    drawn.canvas.drawString(0, 0, "装订线")
    reading = read_pdf(drawn.pdf())
    assert shown(reading) == ["教" * 37 * 3]
    assert [one.text for one in reading.margins] == ["装订线"]


def test_a_list_set_in_columns_without_rulings_stays_text(paper: Callable[..., Any]) -> None:
    drawn = paper()
    for step, (name, unit) in enumerate((("姓名", "单位"), ("王珂", "江城实验学校"))):
        drawn.write(name, 80 + 20 * step).write(unit, 80 + 20 * step, 200)
    assert shown(read_pdf(drawn.pdf())) == ["姓名 单位", "王珂 江城实验学校"]


def test_the_table_finder_is_only_loaded_for_rulings(paper: Callable[..., Any]) -> None:
    plain, ruled = paper().write("一、指导思想", 80), paper()
    plain.canvas.rect(40, 40, 200, 100, stroke=0, fill=1)
    rule(ruled, [["三月", "制定计划"], ["四月", "听课"]], 100)
    script = ("import sys; from checkers.pdf import read_pdf; read_pdf(sys.stdin.buffer.read());"
              "print('pdfplumber' in sys.modules)")
    said = [subprocess.run([sys.executable, "-c", script], input=drawn.pdf(), check=True,
                           capture_output=True).stdout.decode().strip()
            for drawn in (plain, ruled)]
    assert said == ["False", "True"]


def test_a_table_tells_how_wide_the_text_is_where_lines_are_few(paper: Callable[..., Any]) -> None:
    drawn = paper().write("校本研修工作计划", 80, 224, 18)
    rule(drawn, [["三月", "制定计划"], ["四月", "听课评课"]], 100)
    title = next(block for block in read_pdf(drawn.pdf()).blocks if isinstance(block, Paragraph))
    assert title.look.centred


def test_a_row_that_the_page_end_left_no_line_of_is_one_with_its_text(
        paper: Callable[..., Any]) -> None:
    drawn = paper()
    rule(drawn, [["三月", "制定计划"]], 700)
    drawn.canvas.grid(COLUMNS, (842 - 730, 842 - 745))
    drawn.turn_page()
    rule(drawn, [["四月", "听课"]], 72)
    assert cells(tables(read_pdf(drawn.pdf()))[0]) == [["三月", "制定计划"], ["四月", "听课"]]


def test_a_blank_row_stays_a_row(paper: Callable[..., Any]) -> None:
    drawn = paper()
    rule(drawn, [["三月", "制定计划"], ["", ""]], 700)
    drawn.turn_page()
    rule(drawn, [["四月", "听课"]], 72)
    assert len(tables(read_pdf(drawn.pdf()))[0].rows) == 3


def test_a_table_wider_than_the_text_does_not_break_its_lines(paper: Callable[..., Any]) -> None:
    drawn = paper().column(["教" * 36, "学完了。"], 80)
    drawn.canvas.grid((72, 150, 540), (842 - 120, 842 - 150, 842 - 180))
    for y in (139, 169):
        drawn.write("三月", y, 78).write("听课", y, 156)
    assert shown(read_pdf(drawn.pdf())) == ["教" * 36 + "学完了。", "[table]"]
