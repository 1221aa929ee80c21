"""The checker reads the labelled submissions as well as it is said to: `make score` tells the rest.

Word files in every shape, PDFs in one; the bounds are those that the checker is held to.
"""

from __future__ import annotations

import pytest

from corpus.scoring import PDF, WHAT, differing, pdf_files, results, summed, word_files
from corpus.submissions import HALVES, submissions
from corpus.word_file import SHAPES

LEAST = 0.95            # precision and recall
LEAST_ALIKE = 0.97      # share of texts whose verdict is the same as Word file and as PDF
PRINTED = "look"


@pytest.mark.usefixtures("soffice_program")
def test_the_corpus_is_read_as_well_as_it_is_said_to_be() -> None:
    """In one test: the files are made once."""
    of = submissions()
    found = results(of, word_files(of) | pdf_files(of, [PRINTED]))
    low = {}
    for half in HALVES:
        for shape in (*SHAPES, PRINTED + PDF):
            own = [one for one in found if (one.submission.half, one.shape) == (half, shape)]
            for what in WHAT:
                tally = summed(own, what)
                if min(tally.precision, tally.recall) < LEAST:
                    low[half, shape, what] = (tally.precision, tally.recall)
    assert low == {}
    assert len(differing(found)) <= (1 - LEAST_ALIKE) * len(of)


def test_the_corpus_is_as_large_and_as_messy_as_it_is_said_to_be() -> None:
    of = submissions()
    assert len(of) >= 60
    assert sum(one.half == "frozen" for one in of) >= 30
    assert sum("layout-table" in one.mess for one in of) >= 8
    assert sum({"notice", "clauses", "rubric", "blank-form"} & {*one.mess} != set()
               for one in of) >= 8
