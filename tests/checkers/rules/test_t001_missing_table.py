"""T001: a table that a kind asks for."""

TITLE = "江城实验学校任务台账"


def test_a_kind_that_asks_for_no_table_is_let_be(said):
    lines = ("江城实验学校2026年各月份工作安排", "三月份：制定计划。", "四月份：听课。", "五月份：总结。")
    assert "T001" not in said(*lines, kind="monthly-schedule")


def test_a_table_with_half_of_the_columns_is_one(said, table):
    assert "T001" not in said(TITLE, table("月份 工作内容 责任人", "三月 制定计划 王珂", "四月 听课 李明"),
                              kind="task-ledger")


def test_a_list_where_a_table_is_asked_for_is_told(finding):
    one = finding("T001", TITLE, "三月份：制定计划。", "四月份：听课。", "五月份：总结。", kind="task-ledger")
    assert one.severity == "error"
    assert "责任人" in one.fix


def test_a_schedule_that_is_not_there_at_all_is_told_as_such(said):
    assert "T001" not in said(TITLE, "见附件。", kind="task-ledger")
