"""Tables: each cell once, at its place on the grid."""

import pytest

from checkers import limits
from checkers.document import Unreadable


def grid(table):
    return [[(cell.column, cell.width, cell.text) for cell in row] for row in table.rows]


def span(width):
    return f'<w:gridSpan w:val="{width}"/>'


def test_cells_stand_in_rows_and_columns_from_one(w):
    table = w.read(w.table(w.row(w.cell("姓名"), w.cell("王珂")), w.row(w.cell("学校")))).blocks[0]
    assert grid(table) == [[(1, 1, "姓名"), (2, 1, "王珂")], [(1, 1, "学校")]]


def test_cell_paragraphs_tell_where_they_stand(w):
    table = w.table(w.row(w.cell("一")), w.row(w.cell("二"), w.cell("三")))
    one = w.read(w.p(), table).blocks[1].rows[1][1].paragraphs[0]
    assert (one.table, one.row, one.column, one.paragraph) == (1, 2, 2, None)


def test_tables_count_from_one_and_do_not_take_part_in_the_count_of_paragraphs(w):
    one = w.table(w.row(w.cell("格")))
    blocks = w.read(w.p("一"), one, w.p("二"), one).blocks
    assert [block.table for block in blocks[1::2]] == [1, 2]
    assert [block.paragraph for block in blocks[::2]] == [1, 2]


def test_a_spanning_cell_moves_those_after_it(w):
    table = w.read(w.table(w.row(w.cell("宽", span(3)), w.cell("后")))).blocks[0]
    assert grid(table) == [[(1, 3, "宽"), (4, 1, "后")]]


def test_a_row_that_begins_further_in_does_so_on_the_grid(w):
    table = w.read(w.table(w.row(w.cell("缩"), trpr='<w:gridBefore w:val="2"/>'))).blocks[0]
    assert grid(table) == [[(3, 1, "缩")]]


def test_a_cell_that_goes_on_from_above_is_covered_and_silent(w):
    table = w.read(w.table(
        w.row(w.cell("类别", '<w:vMerge w:val="restart"/>'), w.cell("一")),
        w.row(w.cell("藏着的字", "<w:vMerge/>"), w.cell("二")),
        w.row(w.cell("", '<w:vMerge w:val="continue"/>'), w.cell("三")))).blocks[0]
    assert [[cell.covered for cell in row] for row in table.rows] \
        == [[False, False], [True, False], [True, False]]
    assert table.rows[1][0].paragraphs == ()


def test_a_cell_that_goes_on_from_nothing_is_a_cell(w):
    table = w.read(w.table(w.row(w.cell("首", "<w:vMerge/>")))).blocks[0]
    assert (table.rows[0][0].covered, table.rows[0][0].text) == (False, "首")


def test_a_merge_ends_where_a_row_has_a_plain_cell(w):
    table = w.read(w.table(w.row(w.cell("甲", '<w:vMerge w:val="restart"/>')),
                           w.row(w.cell("乙")),
                           w.row(w.cell("丙", "<w:vMerge/>")))).blocks[0]
    assert [row[0].text for row in table.rows] == ["甲", "乙", "丙"]


def test_the_old_sideways_merge_makes_one_cell(w):
    table = w.read(w.table(w.row(w.cell("合", '<w:hMerge w:val="restart"/>'),
                                 w.cell("", "<w:hMerge/>"), w.cell("后")))).blocks[0]
    assert grid(table) == [[(1, 2, "合"), (3, 1, "后")]]


def test_rows_and_cells_in_content_controls_keep_their_place(w):
    table = w.read(w.table(w.row(w.cell("姓名"), w.sdt(w.cell("王珂")), w.cell("性别")),
                           w.sdt(w.row(w.cell("学校"))))).blocks[0]
    assert grid(table) == [[(1, 1, "姓名"), (2, 1, "王珂"), (3, 1, "性别")], [(1, 1, "学校")]]


def test_rows_and_cells_in_custom_markup_or_alternatives_keep_their_place(w):
    row = w.row(f"<w:customXml>{w.cell('一')}</w:customXml>", w.cell("二"))
    choice = f"<mc:AlternateContent><mc:Choice>{row}</mc:Choice></mc:AlternateContent>"
    table = w.read(w.table(choice, f"<w:customXml>{w.row(w.cell('三'))}</w:customXml>")).blocks[0]
    assert grid(table) == [[(1, 1, "一"), (2, 1, "二")], [(1, 1, "三")]]


def test_lines_that_run_down_a_cell_are_read_from_the_left(w):
    down = '<w:textDirection w:val="tbRlV"/>'
    level = '<w:textDirection w:val="lrTb"/>'
    row = w.read(w.table(w.row(w.cell(w.p("简历") + w.p("个人"), down),
                               w.cell(w.p("甲") + w.p("乙"), level)))).blocks[0].rows[0]
    assert [cell.text for cell in row] == ["个人\n简历", "甲\n乙"]


def test_the_prompt_in_a_control_cell_leaves_the_cell_empty_in_its_place(w):
    prompt = w.sdt(w.cell("请输入"), "<w:showingPlcHdr/>")
    table = w.read(w.table(w.row(prompt, w.cell("后")))).blocks[0]
    assert grid(table) == [[(1, 1, ""), (2, 1, "后")]]


def test_a_nested_table_is_held_by_its_cell_and_points_to_it(w):
    inner = w.table(w.row(w.cell("内一"), w.cell("内二")))
    reading = w.read(w.table(w.row(w.cell("外"), w.cell(inner + w.p("后")))),
                     w.table(w.row(w.cell("下一张"))))
    cell = reading.blocks[0].rows[0][1]
    assert grid(cell.tables[0]) == [[(1, 1, "内一"), (2, 1, "内二")]]
    deepest = cell.tables[0].rows[0][1].paragraphs[0]
    assert (deepest.table, deepest.row, deepest.column) == (1, 1, 2)
    assert reading.blocks[1].table == 2


def test_automatic_numbers_run_through_cells(w):
    numbering = ('<w:abstractNum w:abstractNumId="0">' + w.lvl(0, "decimal", "%1.")
                 + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>')
    table = w.table(w.row(w.cell(w.numbered("甲"))), w.row(w.cell(w.numbered("乙"))))
    rows = w.read(table, numbering=numbering).blocks[0].rows
    assert [row[0].text for row in rows] == ["1.甲", "2.乙"]


@pytest.mark.parametrize("width", ["100000000", "2147483647", "-5", "0", "x", ""])
def test_an_impossible_span_costs_nothing(w, width):
    table = w.read(w.table(w.row(*[w.cell("格", span(width))] * 50))).blocks[0]
    assert [cell.text for cell in table.rows[0]] == ["格"] * 50
    assert all(1 <= cell.width <= limits.GRID_COLUMNS for cell in table.rows[0])
    assert all(1 <= cell.column <= limits.GRID_COLUMNS for cell in table.rows[0])


def test_a_row_of_more_cells_than_a_grid_may_have_is_over_a_limit(w):
    with pytest.raises(Unreadable, match="F005"):
        w.read(w.table(w.row(*[w.cell()] * (limits.GRID_COLUMNS + 1))))


def test_all_cells_together_have_a_limit(w, monkeypatch):
    monkeypatch.setattr(limits, "CELLS", 20)
    with pytest.raises(Unreadable, match="F005"):
        w.read(*[w.table(w.row(w.cell(), w.cell()))] * 11)


def test_all_paragraphs_together_have_a_limit(w, monkeypatch):
    monkeypatch.setattr(limits, "BLOCKS", 20)
    with pytest.raises(Unreadable, match="F005"):
        w.read(w.p() * 21)


def test_an_empty_table_is_none(w):
    assert w.read(w.table(), w.table(w.row())).blocks[0].rows == ((),)
