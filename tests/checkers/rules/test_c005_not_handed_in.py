"""C005: not handed in."""

from dataclasses import replace

from checkers.among import findings_on
from checkers.dues import Received
from checkers.lot import Lot
from checkers.owners import Whose
from plans.house import House
from plans.roster import Roster, Submitter
from plans.roster_words import roster_words
from plans.surroundings import surroundings_of

HOUSE = House()
KIND = HOUSE.kind("school-research-plan")
WANG, LI = Submitter("王珂", "一中"), Submitter("李明", due=(KIND,))
ROSTER = Roster((WANG, LI), surroundings_of(roster_words(HOUSE), HOUSE))


def test_nothing_is_said_without_a_roster():
    assert list(findings_on(Lot())) == []


def test_nothing_is_said_where_all_have_handed_in():
    lot = Lot(ROSTER)
    lot.add(Received("a", "1", KIND, Whose(WANG)))
    lot.add(Received("b", "2", KIND, Whose(LI)))
    assert list(findings_on(lot)) == []


def test_each_who_has_not_is_told():
    assert [(one.rule, one.severity, one.message) for one in findings_on(Lot(ROSTER))] == [
        ("C005", "error", "王珂（一中） has not handed in"),
        ("C005", "error", "李明 has not handed in 校本研修计划")]


def test_the_kind_that_is_asked_for_may_turn_it_down():
    lot = Lot(ROSTER, replace(KIND, rules={"C005": "warning"}))
    assert {one.severity for one in findings_on(lot)} == {"warning"}
    assert list(findings_on(Lot(ROSTER, replace(KIND, rules={"C005": "off"})))) == []
