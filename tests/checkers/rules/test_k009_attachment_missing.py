"""K009: attachments that are named, and were not handed in."""

import pytest

FORM = "form 姓名*, 附件目录:attached"
NAME = "姓名 | 王珂"


def said(form_said, named, *beside):
    return [one.message for one in form_said("K009", FORM, NAME, f"附件目录 | {named}",
                                             *(f"beside {one}" for one in beside))]


@pytest.mark.parametrize(("named", "beside"), [
    ("荣誉证书.pdf", ()), ("无", ("照片.png",)), ("暂无。", ("照片.png",)), ("", ("照片.png",)),
    ("1.荣誉证书（2份）", ("荣誉证书.pdf",)), ("荣誉证书复印件2份", ("王珂荣誉证书复印件.jpg",)),
    ("《荣誉证书》、职称证书", ("荣誉证书1.jpg", "职称证书.docx")), ("佐证材料", ("佐证材料.zip",)),
    ("荣誉证书.pdf", ("李娜申报表.docx", "陈明远申报表.docx"))])
def test_what_is_there_or_may_be_is_let_be(form_said, named, beside):
    assert said(form_said, named, *beside) == []


def test_one_that_is_not_among_the_others_is_told(form_said):
    assert said(form_said, "荣誉证书.pdf、职称证书.pdf", "荣誉证书.pdf") == [
        "named in 附件目录, but not handed in: 职称证书.pdf"]


def test_in_a_folder_of_ones_own_all_of_them_are_told(form_said):
    assert said(form_said, "荣誉证书.pdf", "照片.png") == [
        "named in 附件目录, but not handed in: 荣誉证书.pdf"]


def test_it_is_an_error(form_said):
    (one,) = form_said("K009", FORM, NAME, "附件目录 | 证书.pdf", "beside 照片.png")
    assert (one.severity, one.location.row) == ("error", 2)
