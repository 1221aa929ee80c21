"""F012: another form than the one that is asked for."""

FORM = "form 姓名*, 联系电话*:phone, 学科*"
WHOLE = (FORM, "姓名 | 王珂", "联系电话 | 13800000001", "学科 | 语文")
OTHER = (FORM, "听课人 | 王珂", "课题 | 春")


def test_a_form_that_says_what_it_is_is_let_be(form_said):
    assert form_said("F012", "stamp example 1", *WHOLE) == []


def test_a_form_that_says_nothing_and_has_the_fields_is_let_be(form_said):
    assert form_said("F012", *WHOLE) == form_said("F012", *WHOLE[:3]) == []


def test_a_form_of_another_kind_is_an_error_and_its_fields_are_not_asked_for(form_said):
    found = form_said("", "stamp lesson-notes 1", *OTHER)
    assert [(one.rule, one.severity) for one in found] == [("F012", "error")]
    assert "lesson-notes" in found[0].message
    assert "登记表" in found[0].message


def test_a_form_that_only_bears_another_name_is_a_question(form_said):
    (one,) = form_said("F012", "stamp lesson-notes 1", *WHOLE)
    assert (one.severity, one.review) == ("warning", True)


def test_an_older_version_is_a_warning(form_said):
    (one,) = form_said("F012", "stamp example 0", *WHOLE)
    assert (one.severity, one.review) == ("warning", False)
    assert "version 0" in one.message
    assert "version 1" in one.message


def test_a_form_with_few_of_the_fields_is_a_question(form_said):
    (one,) = form_said("F012", *OTHER)
    assert (one.severity, one.review) == ("warning", True)
    assert "of 3 fields that 登记表 asks for, 0 are there" in one.message
