"""K001: fields that a form has no place for."""

from dataclasses import replace

from checkers.anchors import anchor_of
from checkers.findings import AFTER, BEFORE

FORM = "form 姓名*, 性别, 联系电话*:phone, 学科*, 系部*"
WHOLE = (FORM, "姓名 | 王珂", "联系电话 | 13800000001", "学科 | 语文", "系部 | 幼教系")


def test_a_form_with_all_required_fields_is_let_be(form_said):
    assert form_said("K001", *WHOLE) == []


def test_a_blank_field_has_a_place(form_said):
    assert form_said("K001", *WHOLE[:-1], "系部 |") == []


def test_one_that_is_not_there_is_told(form_said):
    (one,) = form_said("K001", *WHOLE[:-1])
    assert "系部" in one.message
    assert (one.severity, one.location.section) == ("error", "系部")


def test_two_are_told_each_and_three_together(form_said):
    assert len(form_said("K001", *WHOLE[:3])) == 2
    (one,) = form_said("K001", *WHOLE[:2])
    assert "3 fields: 联系电话、学科、系部" in one.message


def test_nothing_is_said_to_be_missing_where_not_all_was_read(form_said, case_on):
    submission = case_on(*WHOLE[:2]).submission
    part = replace(submission, document=replace(submission.document, skipped=("page 2",)))
    assert form_said("K001", *WHOLE[:2], submission=part) == []


def test_what_the_office_fills_in_is_not_asked_for(form_said, case_on):
    kind = case_on(*WHOLE).kind
    fields = tuple(replace(one, by="office") if one.label == "系部" else one for one in kind.fields)
    answers = case_on(*WHOLE[:-1]).answers
    by_field = {name: replace(one, field=field) for field, (name, one) in zip(
        fields, answers.by_field.items(), strict=True)}
    assert form_said("K001", *WHOLE[:-1], kind=replace(kind, fields=fields),
                     answers=replace(answers, by_field=by_field)) == []


def test_a_column_that_a_table_lacks_is_told(form_said):
    lines = ("form 姓名*, 经历*:table 起始*/班级*/学校", "姓名 | 王珂", "经历 |", "起始 | 学校",
             "2019年9月 | 江城职业中专")
    (one,) = form_said("K001", *lines)
    assert "经历, column 班级" in one.message


def test_a_plan_need_not_show_its_fields(said, research):
    assert not {one for one in said(*research()) if one[0] == "K"}


def test_a_comment_goes_where_the_field_belongs(case_on, form_said):
    case = case_on(*WHOLE[:3], "系部 | 幼教系")
    anchor = anchor_of(form_said("K001", *WHOLE[:3], "系部 | 幼教系")[0], case)
    assert (anchor.side, anchor.location.quote, anchor.spot is not None) == (
        AFTER, "13800000001", True)
    first = (FORM, *WHOLE[2:])
    anchor = anchor_of(form_said("K001", *first)[0], case_on(*first))
    assert (anchor.side, anchor.location.quote) == (BEFORE, "13800000001")
