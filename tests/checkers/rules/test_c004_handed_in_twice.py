"""C004: handed in twice."""

from checkers.among import among
from checkers.dues import Received
from checkers.lot import Lot
from checkers.owners import Whose
from checkers.rules.c004_handed_in_twice import check_newest
from plans.house import House
from plans.roster import Submitter

KIND = House().kind("school-research-plan")
WANG = Submitter("王珂", "一中")


def said(*files: Received, **more: object) -> list[str]:
    lot, found = Lot(**more), []
    for file in files:
        lot.add(file)
        found += [one.message for one in check_newest(lot)]
    return found


def test_different_files_are_let_be():
    assert said(Received("a", "1"), Received("b", "2")) == []


def test_the_same_file_is_told_with_the_earlier_one():
    assert said(Received("a", "1"), Received("b", "1")) == [
        "the file is the same, byte for byte, as a"]


def test_a_second_paper_is_told_with_whose_it_is():
    assert said(Received("a", "1", KIND, Whose(WANG)), Received("b", "2", KIND, Whose(WANG))) == [
        "王珂（一中） has handed in such a paper already (校本研修计划): a"]
    assert said(Received("a", "1", None, Whose(WANG)), Received("b", "2", None, Whose(WANG)),
                one_kind=True) == ["王珂（一中） has handed in a paper already: a"]


def test_what_is_both_is_told_once():
    assert len(said(Received("a", "1", KIND, Whose(WANG)),
                    Received("b", "1", KIND, Whose(WANG)))) == 1


def test_the_verdict_of_the_later_file_bears_it_as_a_note(check, research):
    lot, verdict = Lot(), check(*research())
    assert among(verdict, "a.docx", KIND, lot) is verdict
    later = among(verdict, "b.docx", KIND, lot)
    assert [(one.rule, one.name, one.severity) for one in later.findings] == [
        ("C004", "handed-in-twice", "warning")]
    assert later.status == "pass"


def test_a_kind_may_take_it_for_an_error_or_for_nothing(check, research):
    from dataclasses import replace

    for level, status, rules in (("error", "fail", ["C004"]), ("off", "pass", [])):
        lot, verdict = Lot(), check(*research())
        kind = replace(KIND, rules={"C004": level})
        among(verdict, "a.docx", kind, lot)
        later = among(verdict, "b.docx", kind, lot)
        assert (later.status, [one.rule for one in later.findings]) == (status, rules)


def test_pictures_and_empty_files_may_be_alike(judged):
    for name in ("picture.png", "empty.docx"):
        lot, verdict = Lot(), judged(name)
        among(verdict, name, None, lot)
        assert among(verdict, name, None, lot) is verdict
