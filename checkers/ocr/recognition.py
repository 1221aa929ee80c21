"""Lines of text on a picture, as RapidOCR's models recognise them.

The models lie in the wheel of the pinned release. They are named by their paths, for a model that
is asked for by its kind is fetched from the network where its file is not as expected.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy
import rapidocr
from PIL.Image import Image

from checkers.ocr import LONG_SIDE
from checkers.ocr.punctuation import as_typed
from checkers.ocr.seen import Seen

_SEARCHED = 1280                    # px; the size at which lines are looked for
_SURE = 0.5                         # a line that is less sure than this is dirt
_DOUBTFUL = 0.8                     # a page whose lines are less sure than this may lie askew
_FEW = 3                            # lines; of fewer nothing can be said

Lines = Callable[[Any], Any]


def lines_on(image: Image, threads: int) -> tuple[Image, list[Seen]]:
    """The picture as it is read, upright and no larger than needed, and the lines on it."""
    image = image.convert("RGB")
    image.thumbnail((LONG_SIDE, LONG_SIDE))
    seen = _recognised(image, threads)
    best = image, seen
    for turn in _turns(seen):
        turned = image.rotate(turn, expand=True, fillcolor="white")
        found = _recognised(turned, threads)
        if _worth(found) > 1.1 * _worth(best[1]):
            best = turned, found
    return best


def _turns(seen: Sequence[Seen]) -> tuple[int, ...]:
    """By how many degrees a page should be turned to see whether it reads better then."""
    if len(seen) < _FEW:
        return (90, 270) if sum(one.height > 2 * one.width for one in seen) else ()
    if 2 * sum(one.height > 1.5 * one.width for one in seen) > len(seen):
        return (90, 270)
    letters = sum(len(one.text) for one in seen)
    return (180,) if _worth(seen) < _DOUBTFUL * letters else ()


def _worth(seen: Sequence[Seen]) -> float:
    return sum(one.sure * len(one.text) for one in seen)


def _recognised(image: Image, threads: int) -> list[Seen]:
    result = _engine(threads)(numpy.asarray(image)[:, :, ::-1])     # it wants blue first
    if result.boxes is None or result.txts is None:
        return []
    return [Seen(as_typed(text), tuple((float(x), float(y)) for x, y in corners), float(score))
            for corners, text, score in zip(result.boxes, result.txts, result.scores, strict=True)
            if text.strip()]


@lru_cache(maxsize=1)
def _engine(threads: int) -> Lines:
    models = Path(rapidocr.__file__).parent / "models"
    logging.getLogger("RapidOCR").setLevel(logging.CRITICAL)
    engine: Lines = rapidocr.RapidOCR(params={
        "Global.log_level": "critical",
        "Global.use_cls": False,    # it turns single lines; ours turns the page
        "Global.text_score": _SURE,
        "Global.max_side_len": LONG_SIDE,
        "Det.model_path": str(next(models.glob("*det*.onnx"))),
        "Rec.model_path": str(next(models.glob("*rec*.onnx"))),
        "Det.limit_type": "max",
        "Det.limit_side_len": _SEARCHED,
        "EngineConfig.onnxruntime.intra_op_num_threads": threads or -1,
    })
    return engine
