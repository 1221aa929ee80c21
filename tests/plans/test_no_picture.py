"""The figure that stands where a picture is missing."""

from __future__ import annotations

import hashlib

from plans.no_picture import no_picture


def test_it_is_a_picture_of_the_shape_of_a_photo():
    assert no_picture().suffix == "png"
    assert no_picture().size == (105, 147)


def test_it_is_the_same_everywhere():
    digest = hashlib.sha256(no_picture().data).hexdigest()
    assert digest == "f6506574feba314ab4b2df925fcf0783e5de888c455ee7927612a4fa6e2eea2f"
