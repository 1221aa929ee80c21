"""T003: rows that were not filled in."""

HEAD = "月份 任务 责任人 完成时限"
TITLE = "江城实验学校任务台账"


def test_rows_that_are_filled_in_are_let_be(said, table):
    assert "T003" not in said(TITLE, table(HEAD, "三月 制定计划 王珂 3月20日", "四月 听课 李明 4月20日"),
                              kind="task-ledger")


def test_spare_rows_at_the_end_are_let_be(said, table):
    assert "T003" not in said(TITLE, table(HEAD, "三月 制定计划 王珂 3月20日", "四月 听课 李明 4月20日",
                                           "- - - -", "- - - -"), kind="task-ledger")


def test_a_merged_cell_that_goes_on_fills_its_rows(said, table):
    assert "T003" not in said(TITLE, table(HEAD, "三月 制定计划 王珂 3月20日", "^ ^ ^ ^",
                                           "四月 听课 李明 4月20日"), kind="task-ledger")


def test_a_row_of_nothing_but_its_month_is_told(finding, table):
    one = finding("T003", TITLE, table(HEAD, "三月 制定计划 王珂 3月20日", "四月 - - -",
                                       "五月 听课 李明 5月20日"), kind="task-ledger")
    assert (one.severity, one.location.table, one.location.row) == ("warning", 1, 3)
