"""What a person can mend: told in the order of the file, each once."""

from plans.errors import Fault, Place, UsageError, UserError


def test_a_place_prints_as_editors_understand_it():
    assert [str(Place("a.yaml", 3, 5)), str(Place("a.yaml", 3)), str(Place("a.yaml"))] == [
        "a.yaml:3:5", "a.yaml:3", "a.yaml"]


def test_faults_are_told_by_file_line_and_column():
    places = [Place("b", 1, 1), Place("a", 10, 1), Place("a", 9, 7), Place("a", 9, 2), Place("a")]
    error = UserError(Fault(place, "x", "y") for place in places)
    assert [str(fault.place) for fault in error.faults] == ["a", "a:9:2", "a:9:7", "a:10:1",
                                                            "b:1:1"]
    assert str(error).startswith("a: x\na:9:2: x\n")


def test_the_same_fault_is_told_once():
    fault = Fault(Place("a", 1, 1), "x", "y")
    assert UserError([fault, fault]).faults == (fault,)


def test_a_wrong_command_has_an_exit_code_of_its_own():
    assert UserError.at("a", "x", "y").exit_code == 1
    assert UsageError.at(Place("a"), "x", "y").exit_code == 2
    assert isinstance(UsageError.at("a", "x", "y"), UserError)
