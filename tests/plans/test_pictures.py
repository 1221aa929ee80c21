"""Pictures as people hand them in: what is damaged or far too large harms nobody."""

from __future__ import annotations

import io
import warnings

from PIL import Image

from plans.pictures import Picture


def picture(width: int, height: int, colour: int = 1) -> Picture:
    out = io.BytesIO()
    Image.new("1", (width, height), colour).save(out, "PNG")
    return Picture("照片.png", out.getvalue())


def test_a_picture_that_unpacks_to_gigabytes_has_a_size_and_is_not_unpacked():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        bomb = picture(13_000, 13_000)
        assert (bomb.size, bomb.pixels) == ((13_000, 13_000), "")


def test_damaged_pictures_do_not_look_like_one_another():
    one, other = Picture("一.png", b"\x89PNG one"), Picture("二.png", b"\x89PNG two")
    assert (one.size, one.pixels) == ((0, 0), "")
    assert not one.looks_like(other)
    assert picture(3, 4).looks_like(picture(3, 4))
    assert not picture(3, 4).looks_like(picture(3, 4, 0))
