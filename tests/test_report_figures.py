"""The figures of the sample year, counted again in another way: SQL over the same rows.

What a reader sees is taken from the Word files, not from our own values.
"""

from __future__ import annotations

import io
import sqlite3
from functools import cache
from pathlib import Path

import docx
import pytest
import yaml

from generators.documents import generate
from plans.house import House
from plans.inputs import load_input, plans_of
from plans.ledger import ledger_lines
from plans.periods import Month, Period
from plans.plan import Plan
from plans.sources import read_source

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
HOUSE = House()
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
AS_OF = "2014-12-30"            # the day of the signature of the annual summary


@cache
def report(name: str) -> Plan:
    return load_input(SAMPLES / f"{name}-2014.yaml", HOUSE)


@cache
def printed(name: str) -> docx.document.Document:
    return docx.Document(io.BytesIO(generate(report(name)).data))


def table(name: str, *labels: str) -> list[list[str]]:
    """The table of a report whose header begins with these labels, wherever the header stands."""
    for word_table in printed(name).element.body.iter(f"{W}tbl"):
        rows = [["".join(text.text or "" for text in cell.iter(f"{W}t"))
                 for cell in row.iterchildren(f"{W}tc")] for row in word_table.iter(f"{W}tr")]
        for at, row in enumerate(rows):
            if row[:len(labels)] == list(labels):
                return [one for one in rows[at + 1:] if len(one) == len(row)]
    pytest.fail(f"{name} has no table {labels}")


@pytest.fixture(scope="module")
def db() -> sqlite3.Connection:
    """The sample records and the plan in tables of their own."""
    base = sqlite3.connect(":memory:")
    data = yaml.safe_load((SAMPLES / "records" / "research-2014.yaml").read_text("utf-8"))
    plan_data = yaml.safe_load((SAMPLES / "research-plan-2014.yaml").read_text("utf-8"))
    for name in ("done", "attendance", "outputs", "scores", "expenses", "checks"):
        rows = data[name]
        columns = sorted({key for row in rows for key in row})
        base.execute(f"create table {name} ({', '.join(f'{one!r}' for one in columns)})")
        base.executemany(
            f"insert into {name} values ({', '.join('?' * len(columns))})",
            [[str(row.get(key)) if key in ("date", "month") and row.get(key) else row.get(key)
              for key in columns] for row in rows])
    base.execute("create table members (name, role)")
    base.executemany("insert into members values (?, ?)", [
        (one["name"], role) for one in plan_data["members"] for role in one["role"].split("、")])
    base.execute("create table targets (id, what, role, at_least, per)")
    base.executemany("insert into targets values (?, ?, ?, ?, ?)", [
        (one["id"], one["what"], one["role"], one["at_least"], one["per"])
        for one in plan_data["targets"]])
    plan = load_input(SAMPLES / "research-plan-2014.yaml", HOUSE)
    base.execute("create table tasks (key, month, last_day, owner, text)")
    base.executemany("insert into tasks values (?, ?, ?, ?, ?)", [
        (line.key, str(line.month), line.last_day.isoformat(), line.task.owner, line.task.text)
        for line in ledger_lines(plan)])
    base.execute(f"""create view ledger as select tasks.*, case
        when done.state = 'dropped' then '取消'
        when done.key is null or done.state = 'doing' then
            case when last_day < '{AS_OF}' then '逾期' else '未完成' end
        when done.date > last_day then '逾期完成' else '已完成' end as state
        from tasks left join (select task as key, date, state from done) done using (key)""")
    base.execute("create table windows (per, first, last)")
    base.executemany("insert into windows values (?, ?, ?)", [
        *(("month", f"2014-{month:02}", f"2014-{month:02}") for month in (3, 4, 5, 6, 7, 9, 10, 11,
                                                                         12)),
        ("term", "2014-03", "2014-07"), ("term", "2014-09", "2014-12"),
        ("year", "2014-03", "2014-12")])
    base.execute("""create view duties as select members.name as who, targets.id as target,
        windows.first, targets.at_least as required, coalesce((
            select sum(coalesce(amount, 1)) from outputs
            where outputs.who = members.name and outputs.target = targets.id
            and substr(date, 1, 7) between windows.first and windows.last), 0) as reached
        from targets join members using (role) join windows using (per)""")
    return base


def test_the_tasks_of_each_month_stand_in_the_annual_summary(db) -> None:
    wanted = db.execute("""select month, count(*), sum(state in ('已完成', '逾期完成')),
        sum(state = '逾期完成'), sum(state in ('未完成', '进行中', '逾期')), sum(state = '取消')
        from ledger group by month order by month""").fetchall()
    shown = table("annual-summary", "月份", "任务数")
    months = {month.chinese: month.month for month in Period(Month(2014, 3), Month(2014, 12))}
    assert [(months[row[0]], *map(int, row[1:6])) for row in shown] == [
        (int(month[5:]), *counts) for month, *counts in wanted]
    assert [row[6].count("■") for row in shown] == [10 * done // all_ for _m, all_, done, *_rest
                                                    in wanted]


def test_the_sentence_of_the_annual_summary_says_the_same(db) -> None:
    all_, done, late, open_, dropped = db.execute("""select count(*),
        sum(state in ('已完成', '逾期完成')), sum(state = '逾期完成'),
        sum(state in ('未完成', '进行中', '逾期')), sum(state = '取消') from ledger""").fetchone()
    text = "\n".join(one.text for one in printed("annual-summary").paragraphs)
    assert (f"共安排任务{all_}项，完成{done}项（其中逾期完成{late}项），完成率{100 * done // all_}%；"
            f"没有完成{open_}项，取消{dropped}项。") in text
    duties, met = db.execute("select count(*), sum(reached >= required) from duties").fetchone()
    assert f"分成{duties}项，达标{met}项，达标率{round(100 * met / duties, 1)}%" in text


def test_targets_are_held_against_what_was_done(db) -> None:
    wanted = db.execute("""select what, role, count(*), sum(reached >= required), sum(reached)
        from duties join targets on targets.id = target group by target
        order by targets.rowid""").fetchall()
    assert [(row[0], row[1], *map(int, row[3:])) for row in table(
        "annual-summary", "指标", "对象")] == wanted


def test_members_are_held_against_their_tasks_and_duties(db) -> None:
    wanted = db.execute("""select name, (select count(*) from ledger where owner = name),
        (select count(*) from ledger where owner = name and state in ('已完成', '逾期完成')),
        (select count(*) from duties where who = name),
        (select count(*) from duties where who = name and reached >= required)
        from (select distinct name, min(rowid) as at from members group by name)
        order by at""").fetchall()
    assert [(row[0], *map(int, row[2:6])) for row in table(
        "annual-summary", "姓名", "职责")] == wanted


def test_late_and_open_tasks_are_named(db) -> None:
    for labels, states in ((("月份", "任务", "责任人", "情况", "原因"), "'逾期完成', '取消'"),
                           (("月份", "任务", "责任人", "情况", "说明"), "'未完成', '进行中', '逾期'")):
        wanted = db.execute(f"select text from ledger where state in ({states})").fetchall()
        assert [row[1] for row in table("annual-summary", *labels)] == [text for text, in wanted]


def test_the_half_year_counts_its_own_months_only(db) -> None:
    wanted = db.execute("""select count(*), sum(state in ('已完成', '逾期完成')) from ledger
        where month <= '2014-07'""").fetchone()
    shown = table("half-year-summary", "月份", "任务数")
    assert (len(shown), sum(int(row[1]) for row in shown), sum(int(row[2]) for row in shown)) == (
        5, *wanted)


def test_the_register_says_who_gets_a_certificate(db) -> None:
    wanted = db.execute("""select who, count(*), sum(present = '是'), sum(hours * (present = '是')),
        (select points from scores where scores.who = attendance.who and item = '培训考核') as exam
        from attendance group by who order by who""").fetchall()
    shown = table("training-register", "序号", "姓名", "应到次数")
    assert [(row[1], *map(int, row[2:6])) for row in shown] == wanted
    assert [row[6] for row in shown] == [
        "学时不足" if hours < 30 else "合格" if exam >= 60 else "考核未过"
        for *_rest, hours, exam in wanted]
    assert {row[6] for row in shown} == {"学时不足", "合格", "考核未过"}
    passed = [row[1] for row in shown if row[6] == "合格"]
    assert [plan.shown["name"] for plan in plans_of(read_source(
        SAMPLES / "certificate-2014.yaml"), HOUSE)] == passed


def test_a_third_of_absences_is_too_much(db) -> None:
    wanted = db.execute("""select who, count(*) - sum(present = '是'), 3 * (count(*) - sum(present = '是'))
        >= count(*) from attendance group by who order by min(rowid)""").fetchall()
    shown = table("attendance", "序号", "姓名", "应到")
    assert [(row[1], int(row[4]), row[7] == "缺席过多，退出") for row in shown] == [
        (who, absent, bool(out)) for who, absent, out in wanted]
    assert {out for _who, _absent, out in wanted} == {0, 1}


def test_scores_are_added_to_a_hundred_and_ranked_with_ties(db) -> None:
    wanted = db.execute("""with totals as (select who,
            100 + sum(points) as total from scores where item != '培训考核' group by who)
        select 1 + (select count(*) from totals other where other.total > totals.total), who, total
        from totals""").fetchall()
    shown = table("homeroom-score", "名次", "姓名", "加分")
    assert sorted((int(row[0]), row[1], float(row[4])) for row in shown) == sorted(wanted)
    ranks = [int(row[0]) for row in shown]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) < len(ranks)         # the sample holds a tie


def test_awards_go_to_the_first_three_ranks(db) -> None:
    ranked = table("homeroom-score", "名次", "姓名", "加分")
    assert [row[:2] for row in table("award-list", "名次", "姓名")] == [
        row[:2] for row in ranked if int(row[0]) <= 3]


def test_expenses_are_summed_by_use_against_the_year(db) -> None:
    wanted = db.execute("""select "use", count(*), sum(amount) from expenses group by "use"
        order by min(rowid)""").fetchall()
    assert [(row[0], int(row[1]), float(row[2])) for row in table(
        "expense-report", "用途", "笔数")] == [(use, n, round(sum_, 2)) for use, n, sum_ in wanted]
    spent = round(sum(one for _use, _n, one in wanted), 2)
    assert (report("expense-report").shown["spent"], report("expense-report").shown["left"]) == (
        f"{spent:g}元", f"{round(3000 - spent, 2):g}元")


def test_monthly_checks_are_summed_by_person_and_month(db) -> None:
    people = dict(db.execute("select who, sum(count) from checks group by who"))
    months = dict(db.execute("select month, sum(count) from checks group by month"))
    assert {row[0]: int(row[-1]) for row in table(
        "monthly-check-summary", "姓名", "检查次数")} == people
    shown = {f"2014-{int(row[0][5:-1]):02}": int(row[-1])
             for row in table("monthly-check-summary", "月份", "馆友往来")}
    assert {month: count for month, count in shown.items() if count} == months
