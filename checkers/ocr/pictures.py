"""Files that are pictures of pages: those that a scan in Word consists of, or a photo itself."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import replace

from PIL import Image, ImageOps, ImageSequence

from checkers import limits
from checkers.document import Reading
from checkers.ocr import LONG_SIDE, Eyes
from checkers.pdf import reading_of
from checkers.pdf.pages import Page

_SHORT, _LONG = 595.0, 842.0        # pt; as what kind of paper a picture is taken
_SMALL = 200                        # px; a logo or a signature is no page


def with_pictures_read(reading: Reading, eyes: Eyes) -> Reading:
    """`reading`, which found pictures only, with what stands on them, each a page."""
    files = reading.pictures() if reading.pictures else None
    if not files:                   # what is linked to lies elsewhere
        return reading
    return replace(pictures_read(files, eyes), margins=reading.margins, skipped=reading.skipped,
                   tracked_changes=reading.tracked_changes)


def pictures_read(files: Sequence[bytes], eyes: Eyes) -> Reading:
    """What stands on the pictures in `files`; those that cannot be read stay scanned pages."""
    images = [image for file in files for image in _images(file)]
    pages: list[Page] = []
    for number, image in enumerate(images, 1):
        page = None
        if image is not None:
            wide = image.width > image.height
            width, height = (_LONG, _LONG * image.height / image.width) if wide else (
                _SHORT, _SHORT * image.height / image.width)
            page = eyes.page(image, number, width, height, (number, len(images)))
        pages.append(page or Page(number, _SHORT, _LONG, (), is_scan=True))
    return reading_of(pages or [Page(1, _SHORT, _LONG, (), is_scan=True)], max(1, len(pages)))


def _images(file: bytes) -> Iterator[Image.Image | None]:
    """The pictures in a file, upright; None for one that cannot be read. Small ones are no pages.
    """
    with warnings.catch_warnings():
        # A picture that would fill the memory is warned of; it is not opened.
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(io.BytesIO(file)) as opened:
                for count, frame in enumerate(ImageSequence.Iterator(opened)):
                    if count >= limits.PDF_PAGES:
                        break
                    if min(frame.size) >= _SMALL:
                        upright = ImageOps.exif_transpose(frame)
                        upright.thumbnail((LONG_SIDE, LONG_SIDE))
                        yield _on_white(upright)
        except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError,
                Image.DecompressionBombWarning):
            yield None


def _on_white(image: Image.Image) -> Image.Image:
    """The picture without transparency, which else would be black."""
    if not image.has_transparency_data:
        return image.convert("RGB")
    clear = image.convert("RGBA")
    paper = Image.new("RGB", clear.size, "white")
    paper.paste(clear, mask=clear.getchannel("A"))
    return paper
