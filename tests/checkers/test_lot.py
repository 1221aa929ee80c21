"""All that was handed in together: who has not, and what has come twice."""

from __future__ import annotations

import pytest

from checkers.dues import Received
from checkers.lot import Lot
from checkers.owners import Whose
from plans.house import House
from plans.roster import Roster, Submitter
from plans.roster_words import roster_words
from plans.surroundings import surroundings_of

HOUSE = House()
AROUND = surroundings_of(roster_words(HOUSE), HOUSE)
PLAN, RESEARCH = HOUSE.kind("studio-annual-plan"), HOUSE.kind("school-research-plan")
WANG, LI = Submitter("王珂", "一中"), Submitter("李明", "二中", "07")


def lot(*files: Received, people=(WANG, LI), **more) -> Lot:
    one = Lot(Roster(people, AROUND), **more)
    for file in files:
        one.add(file)
    return one


def file(path, owner=None, kind=None, sha256="", asked=()) -> Received:
    return Received(path, sha256, kind, Whose(owner, asked))


def missing(*files, **more):
    return [(one.name, one.kind) for one in lot(*files, **more).not_submitted()]


# Who has not handed in.

def test_who_has_handed_in_anything_has_handed_in():
    assert missing(file("a", WANG, PLAN), file("b", LI)) == []


def test_who_has_not_is_told_in_the_order_of_the_roster():
    assert missing() == [("王珂", ""), ("李明", "")]
    assert missing(file("a", WANG)) == [("李明", "")]


def test_what_is_told_of_them():
    one, = lot(file("a", WANG), people=(WANG, Submitter("李明", "二中", "07", (PLAN,)))
               ).not_submitted()
    assert (one.name, one.unit, one.id, one.kind, one.kind_name) == (
        "李明", "二中", "07", "studio-annual-plan", PLAN.name)


def test_without_a_roster_nobody_is_missing():
    assert Lot().not_submitted() == ()


def test_each_paper_that_is_due_is_asked_for():
    both = Submitter("王珂", due=(PLAN, RESEARCH))
    assert missing(people=(both,)) == [("王珂", PLAN.id), ("王珂", RESEARCH.id)]
    assert missing(file("a", both, PLAN), people=(both,)) == [("王珂", RESEARCH.id)]
    assert missing(file("a", both, PLAN), file("b", both, RESEARCH), people=(both,)) == []


def test_a_file_that_cannot_be_read_counts_for_what_has_not_come():
    both = Submitter("王珂", due=(PLAN, RESEARCH))
    assert missing(file("a.docx", both), file("b", both, RESEARCH), people=(both,)) == []
    assert missing(file("王珂校本研修计划.docx", both), people=(both,)) == [("王珂", PLAN.id)]
    assert missing(file("a.docx", both), people=(both,)) == [("王珂", RESEARCH.id)]


def test_another_kind_of_paper_is_told_and_does_not_count():
    one = Submitter("王珂", due=(PLAN,))
    found, = lot(file("研修.docx", one, RESEARCH), people=(one,)).not_submitted()
    assert (found.kind, found.instead) == (PLAN.id, ("研修.docx",))


def test_a_file_that_may_be_theirs_is_not_missing():
    assert missing(file("王珂.docx", asked=(WANG, LI))) == []


def test_the_kind_that_is_asked_for_is_due_from_all():
    assert missing(asked=PLAN) == [("王珂", PLAN.id), ("李明", PLAN.id)]
    both = Submitter("王珂", due=(PLAN, RESEARCH))
    assert missing(people=(both,), asked=PLAN) == [("王珂", PLAN.id)]


def test_from_whom_another_kind_is_due_nothing_is_missing():
    assert missing(people=(Submitter("王珂", due=(RESEARCH,)),), asked=PLAN) == []


def test_files_of_nobody_and_of_several_are_told():
    whole = lot(file("a"), file("b", WANG), file("c", asked=(WANG, LI)))
    assert [one.path for one in whole.unmatched()] == ["a", "c"]
    assert Lot().unmatched() == ()


# What has come twice.

def twice(*files, **more):
    """The earlier file that the last one repeats: byte for byte, or as a paper."""
    whole = lot(*files, **more)
    return [one.path if one else "" for one in (whole.same_bytes, whole.same_paper)]


def test_different_papers_are_let_be():
    assert twice(file("a", WANG, PLAN, "1"), file("b", LI, PLAN, "2")) == ["", ""]
    assert twice(file("a", WANG, PLAN, "1"), file("b", WANG, RESEARCH, "2")) == ["", ""]


def test_the_same_bytes_are_told_whoever_handed_them_in():
    assert twice(file("a", WANG, PLAN, "1"), file("x", LI, PLAN, "2"),
                 file("b", LI, RESEARCH, "1")) == ["a", ""]


def test_bytes_that_nobody_knows_are_not_the_same():
    assert twice(file("a"), file("b")) == ["", ""]


def test_the_third_names_the_first():
    assert twice(*(file(name, WANG, PLAN, "1") for name in "abc"))[0] == "a"


def test_two_papers_of_one_kind_from_one_person_are_told():
    assert twice(file("a", WANG, PLAN, "1"), file("b", WANG, PLAN, "2")) == ["", "a"]


def test_papers_of_no_kind_may_be_anything():
    assert twice(file("a", WANG, None, "1"), file("b", WANG, None, "2")) == ["", ""]
    assert twice(file("a", WANG, None, "1"), file("b", WANG, None, "2"), one_kind=True) == ["", "a"]


def test_one_paper_in_two_formats_is_one():
    assert twice(file("王珂/计划.docx", WANG, PLAN, "1"), file("王珂/计划.pdf", WANG, PLAN, "2")) == [
        "", ""]


def test_papers_of_nobody_are_not_compared():
    assert twice(file("a", None, PLAN, "1"), file("b", None, PLAN, "2")) == ["", ""]


@pytest.mark.parametrize("count", [2000])
def test_a_whole_district_is_compared_in_one_pass(count):
    people = tuple(Submitter(f"教师{number}", due=(PLAN,)) for number in range(count))
    whole = lot(*(file(f"{number}", one, PLAN, str(number)) for number, one in enumerate(people)),
                people=people)
    assert whole.not_submitted() == ()
