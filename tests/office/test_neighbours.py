"""What was handed in beside a file."""

from __future__ import annotations

from office.neighbours import MOST, beside


def test_a_file_alone_has_no_neighbours() -> None:
    assert beside(["交/申报表.docx"]) == [()]


def test_the_others_of_its_folder_and_what_lies_below_are_beside_a_file() -> None:
    assert beside(["交/王珂/申报表.docx", "交/王珂/证书.pdf", "交/王珂/佐证/1.jpg", "交/李娜/申报表.docx"]) == [
        ("证书.pdf", "佐证", "1.jpg"), ("申报表.docx", "佐证", "1.jpg"), (), ()]


def test_an_archive_is_a_folder_and_a_name() -> None:
    found = beside(["交/王珂.zip!/申报表.docx", "交/王珂.zip!/佐证.zip!/1.jpg", "交/李娜.docx"])
    assert found[0] == ("佐证.zip", "1.jpg")
    assert found[2] == ("王珂.zip", "申报表.docx", "佐证.zip", "1.jpg")


def test_a_heap_is_nobodys_folder() -> None:
    names = [f"交/{number}.docx" for number in range(MOST + 1)]
    assert set(beside(names)) == {()}
    assert len(beside(names[:MOST])[0]) == MOST - 1
