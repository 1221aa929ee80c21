"""K005: what is none of the options."""

FORM = ("form 姓名*, 职称*:choice 初级/中级/副高级", "姓名 | 王珂")


def test_an_option_is_let_be(form_said):
    assert form_said("K005", *FORM, "职称 | 副高级") == []


def test_a_box_that_is_ticked_is_an_option(form_said):
    assert form_said("K005", *FORM, "职称 | □初级 ☑中级 □副高级") == []


def test_what_is_none_is_told_with_the_options(form_said):
    (one,) = form_said("K005", *FORM, "职称 | 特级")
    assert one.message == "职称: 特级 is none of the options"
    assert "初级、中级、副高级" in one.fix


def test_the_nearest_is_suggested(form_said):
    (one,) = form_said("K005", *FORM, "职称 | 付高级")
    assert "write 副高级" in one.fix
