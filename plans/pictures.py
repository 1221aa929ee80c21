"""A picture as people hand it in: its bytes, and what is compared of it."""

from __future__ import annotations

import hashlib
import io
import warnings
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from plans.errors import Place, UserError
from plans.messages import _

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

MAX_BYTES = 20 * 2**20      # a photo of a telephone has 3 to 8 MB
MAX_PIXELS = 120 * 10**6    # the largest photo of a telephone has 108 million
_DAMAGE = (OSError, ValueError, SyntaxError)
_BEGINNINGS = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg", b"GIF8": "gif", b"BM": "bmp"}


@dataclass(frozen=True)
class Picture:
    """A picture called `name`, read from a file or out of a document."""

    name: str
    data: bytes = field(repr=False)

    @property
    def suffix(self) -> str:
        """png, jpg, gif or bmp by its content; "" for what is none of these."""
        return next((suffix for begin, suffix in _BEGINNINGS.items()
                     if self.data.startswith(begin)), "")

    @cached_property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels; (0, 0) where the data are no picture."""
        try:
            with _opened(self.data) as image:
                return image.size
        except _DAMAGE:
            return (0, 0)

    @cached_property
    def pixels(self) -> str:
        """A digest of its pixels: equal for pictures that look the same, however they are packed;
        "" where the data are no picture."""
        try:
            with _opened(self.data) as image:
                if image.width * image.height > MAX_PIXELS:
                    return ""
                plain = image.convert("RGB")
                return hashlib.sha256(repr(plain.size).encode() + plain.tobytes()).hexdigest()
        except _DAMAGE:
            return ""

    def looks_like(self, other: Picture) -> bool:
        """Whether both show the same, however they are packed."""
        return self.data == other.data or (
            bool(self.data) and self.size == other.size and self.pixels == other.pixels != "")

    def __str__(self) -> str:
        return self.name


def _opened(data: bytes) -> ImageFile:
    """The picture in `data`, nothing of it unpacked yet; raises one of _DAMAGE."""
    from PIL import Image  # late: 40 ms

    with warnings.catch_warnings():
        # How large a picture is we ask ourselves; nobody is helped by what Pillow says of it.
        warnings.simplefilter("ignore")
        try:
            return Image.open(io.BytesIO(data))
        except Image.DecompressionBombError as error:
            raise ValueError from error


def read_picture(path: Path, place: Place) -> Picture:
    """The picture in the file at `path`; raises UserError at `place` where there is none."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UserError.at(place, _("the picture {name} is larger than {size} MB").format(
                name=path.name, size=MAX_BYTES // 2**20), _("save it smaller"))
        picture = Picture(path.name, path.read_bytes())
    except OSError as error:
        raise UserError.at(place, _("the picture {name} cannot be read: {error}").format(
            name=path, error=error.strerror), _(
            "give its path as seen from the folder of this file")) from error
    if not picture.suffix:
        raise UserError.at(place, _("{name} is no picture of a type that Word shows").format(
            name=path.name), _("save it as .png or .jpg"))
    return picture
