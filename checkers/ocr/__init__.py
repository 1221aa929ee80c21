"""Pages that are pictures, read by text recognition; the extra `ocr` brings what that needs."""

from __future__ import annotations

import time
from collections.abc import Callable
from importlib.util import find_spec
from typing import TYPE_CHECKING

from checkers import limits

if TYPE_CHECKING:
    from PIL.Image import Image

    from checkers.pdf.pages import Page

LONG_SIDE = 2000                    # px; a larger picture takes longer and reads no better
_NEEDED = ("rapidocr", "onnxruntime", "cv2")

__all__ = ["LONG_SIDE", "Eyes", "is_installed"]


def is_installed() -> bool:
    """Whether the extra `ocr` is there."""
    return all(find_spec(name) is not None for name in _NEEDED)


class Eyes:
    """Reads the pictures of one file for as long as there is time.

    `threads` is how many of the machine's cores may be used; `told` is called before each page with
    its place among those that are to be read, and their number.
    """

    def __init__(self, threads: int = 0, told: Callable[[int, int], None] | None = None,
                 seconds: float = limits.OCR_SECONDS) -> None:
        self._threads, self._told, self._seconds = threads, told, seconds
        self._until: float | None = None

    def page(self, image: Image, number: int, width: float, height: float,
             place: tuple[int, int] = (1, 1)) -> Page | None:
        """What stands on the picture of page `number`, `width` times `height` points; None where
        the time is over. A picture that lies on its side gives a page that stands upright."""
        if self._until is None:
            self._until = time.monotonic() + self._seconds
        elif time.monotonic() > self._until:
            return None
        if self._told:
            self._told(*place)
        from checkers.ocr.sheet import page_of  # seconds of libraries

        return page_of(image, number, width, height, self._threads)
