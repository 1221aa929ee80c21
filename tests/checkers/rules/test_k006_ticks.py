"""K006: how many boxes are ticked."""

FORM = ("form 姓名*, 活动*:ticks>=2 听课/读书/课题, 在岗:choice 是/否", "姓名 | 王珂")


def test_as_many_as_are_asked_for_are_let_be(form_said):
    assert form_said("K006", *FORM, "活动 | ☑听课 □读书 ☑课题", "在岗 | ☑是 □否") == []


def test_too_few_are_told(form_said):
    (one,) = form_said("K006", *FORM, "活动 | ☑听课 □读书 □课题")
    assert one.message == "活动: ticked: 1; at least 2 are asked for"


def test_none_is_a_blank_field(form_said):
    assert [one.rule for one in form_said("K", *FORM, "活动 | □听课 □读书 □课题")] == ["K002"]


def test_two_where_one_counts_are_told(form_said):
    (one,) = form_said("K006", *FORM, "活动 | ☑听课 ☑课题", "在岗 | ☑是 ☑否")
    assert one.message.startswith("在岗: more than one is ticked")
