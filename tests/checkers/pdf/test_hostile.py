"""Files made to exhaust a machine, or drawn as nobody draws, cost little and harm nobody."""

from __future__ import annotations

import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from checkers.case import Demand
from checkers.document import Paragraph
from checkers.pdf import read_pdf
from office.batch import check_files
from office.hand_ins import hand_ins
from office.scratch import Scratch
from plans.house import House

ROOT = Path(__file__).parents[3]
GOOD = ROOT / "samples" / "submissions" / "01-合格-研修计划.docx"
CATALOGUE, PAGES = "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[4 0 R]/Count 1>>"
FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def page(box: str = "0 0 595 842", more: str = "") -> str:
    return (f"<</Type/Page/Parent 2 0 R/MediaBox[{box}]/Contents 5 0 R"
            f"/Resources<</Font<</F 3 0 R>>{more}>>>>")


def stream(drawn: str, more: str = "") -> str:
    return f"<<{more}/Length {len(drawn)}>>\nstream\n{drawn}\nendstream"


def texts(data: bytes) -> list[str]:
    return [block.text for block in read_pdf(data).blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("box", ["0 0 1e9 1e9", "0 0 -595 -842", "0 0 0 0", "0 0 1e-9 1e-9"])
def test_a_page_of_impossible_size_is_read(box: str, raw_pdf: Callable[..., bytes]) -> None:
    assert texts(raw_pdf(CATALOGUE, PAGES, FONT, page(box),
                         stream("BT /F 12 Tf 72 700 Td (Plan) Tj ET"))) == ["Plan"]


@pytest.mark.parametrize("drawn", [
    "/F 0 Tf 72 700 Td", "/F 1e30 Tf 72 700 Td", "/F 12 Tf 0 0 0 0 0 0 Tm",
    "/F 12 Tf 1e-20 0 0 1e-20 72 700 Tm", "/F 12 Tf 1e38 1e38 Td 1e38 1e38 Td"])
def test_text_of_impossible_size_does_not_hide_the_rest(
        drawn: str, raw_pdf: Callable[..., bytes]) -> None:
    assert "Good" in texts(raw_pdf(CATALOGUE, PAGES, FONT, page(), stream(
        f"BT {drawn} (Bad) Tj ET BT /F 12 Tf 72 600 Td (Good) Tj ET")))


def test_text_of_negative_size_in_a_turned_page_is_upright(
        raw_pdf: Callable[..., bytes]) -> None:
    drawn = "BT /F -12 Tf -1 0 0 -1 72 700 Tm (Plan of work) Tj ET"
    assert texts(raw_pdf(CATALOGUE, PAGES, FONT, page(), stream(drawn))) == ["Plan of work"]


def test_a_drawing_of_countless_lines_is_no_table(raw_pdf: Callable[..., bytes]) -> None:
    lines = "".join(f"{x} 0 m {x} 842 l S 0 {x} m 595 {x} l S\n" for x in range(520))
    reading = read_pdf(raw_pdf(CATALOGUE, PAGES, FONT, page(), stream(
        lines + "BT /F 12 Tf 72 700 Td (Plan) Tj ET")))
    assert [type(block).__name__ for block in reading.blocks] == ["Paragraph"]


def test_a_form_that_draws_itself_ends(raw_pdf: Callable[..., bytes]) -> None:
    form = "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X 6 0 R>>>>"
    assert texts(raw_pdf(
        CATALOGUE, PAGES, FONT, page(more="/XObject<</X 6 0 R>>"),
        stream("BT /F 12 Tf 72 700 Td (Plan) Tj ET /X Do"), stream("/X Do", form))) == ["Plan"]


def test_forms_within_forms_without_end_are_given_up(
        raw_pdf: Callable[..., bytes], tmp_path: Path) -> None:
    def form(level: int) -> str:
        return stream("/X Do " * 10, "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources"
                                     f"<</XObject<</X {level + 1} 0 R>>>>")

    last = stream("BT /F 12 Tf 72 700 Td (Plan) Tj ET",
                  "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>")
    bomb = tmp_path / "bomb.pdf"
    bomb.write_bytes(raw_pdf(CATALOGUE, PAGES, FONT, page(more="/XObject<</X 6 0 R>>"),
                             stream("/X Do"), *(form(level) for level in range(6, 15)), last))
    house = House()
    with Scratch() as scratch:
        files = hand_ins([str(bomb), str(GOOD)], scratch)
        verdicts = [verdict for _file, verdict in check_files(
            files, Demand(house.topics, house.kinds), scratch, jobs=1, language="en", seconds=1)]
    assert [one.rule for one in verdicts[0].findings] == ["F005"]
    assert verdicts[1].status == "pass"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems set no such bound")
def test_a_stream_that_unpacks_to_more_than_the_bound_takes_no_more(
        raw_pdf: Callable[..., bytes], tmp_path: Path) -> None:
    blanks = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = blanks.compress(b" " * 2**20) + blanks.flush(zlib.Z_FULL_FLUSH)
    packed = zlib.compress(b"\x78\xda" + block * 600, 9)          # 600 MB
    bomb = tmp_path / "bomb.pdf"
    bomb.write_bytes(raw_pdf(
        CATALOGUE, PAGES, FONT, page(), f"<</Length {len(packed)}"
        f"/Filter[/FlateDecode/FlateDecode]>>\nstream\n{packed.decode('latin-1')}\nendstream"))
    script = ("import sys, resource, office.bounds, checkers.pdf; "
              "office.bounds.bound_memory(300 * 2**20); "
              "checkers.pdf.read_pdf(open(sys.argv[1], 'rb').read()); "
              "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)")
    done = subprocess.run([sys.executable, "-c", script, str(bomb)], cwd=ROOT, check=False,
                          capture_output=True)
    assert done.returncode or int(done.stdout) < 400 * 2**10    # KB
