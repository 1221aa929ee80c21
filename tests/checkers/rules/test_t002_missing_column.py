"""T002: columns that a table lacks."""

TITLE = "江城实验学校任务台账"


def test_columns_by_other_names_are_there(said, table):
    found = said(TITLE, table("月份 重点工作任务 责任部门及人员 完成时间", "三月 制定计划 王珂 3月20日",
                              "四月 听课 李明 4月20日"), kind="task-ledger")
    assert not {"T001", "T002"} & set(found)


def test_a_head_below_a_title_row_is_found(said, table):
    found = said(TITLE, table("任务台账", "月份 任务 责任人 完成时限", "三月 制定计划 王珂 3月20日",
                              "四月 听课 李明 4月20日"), kind="task-ledger")
    assert "T002" not in found


def test_the_columns_that_are_not_there_are_named_at_the_table(finding, table):
    one = finding("T002", TITLE, table("月份 任务 责任人", "三月 制定计划 王珂", "四月 听课 李明"),
                  kind="task-ledger")
    assert "完成时限" in one.message
    assert (one.severity, one.location.table, one.location.row) == ("error", 1, 1)
