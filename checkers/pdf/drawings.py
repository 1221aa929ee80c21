"""What a page holds besides text: ruling lines, pictures, and text that is drawn twice."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

OBJECTS = 50_000                    # on one page; a map or a technical drawing has no tables
_FORM_DEPTH = 6                     # forms within forms; printers nest two or three
_THIN = 2.5                         # pt; what is thinner is a line, even when drawn as a rectangle
_ASIDE = 0.12                       # of the size: how far fake bold shifts its second copy
_CLOSE = 8.0                        # pt; more than any such shift
_SHORT = 4.0                        # pt; what is shorter rules nothing


class Box(NamedTuple):
    """A rectangle: x0 < x1, y0 < y1."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """The drawn things of a page in its own coordinates (points, y upwards)."""

    rulings: tuple[Box, ...] = ()   # flat boxes: height 0 for a horizontal line, width 0 upright
    pictures: tuple[Box, ...] = ()
    copies: frozenset[int] = frozenset()        # text objects that are also drawn a little aside


class _Matrix(NamedTuple):
    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def point(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        return _around([self.point(x, y) for x in (x0, x1) for y in (y0, y1)])

    def after(self, inner: _Matrix) -> _Matrix:
        a, b = inner.a * self.a + inner.b * self.c, inner.a * self.b + inner.b * self.d
        c, d = inner.c * self.a + inner.d * self.c, inner.c * self.b + inner.d * self.d
        return _Matrix(a, b, c, d, *self.point(inner.e, inner.f))


def drawing_on(page: Any, heard: Mapping[int, float]) -> Drawing:
    """The ruling lines and pictures of pdfium's `page`, those in forms included.

    `heard` are the text objects that have characters, by address, with their size in points.
    """
    rulings: list[Box] = []
    pictures: list[Box] = []
    texts: list[tuple[int, Any, _Matrix]] = []
    for kind, item, matrix in _objects(page):
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            rulings += _rulings(item, matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictures.append(_bounds(item, matrix))
        elif kind == pdfium.FPDF_PAGEOBJ_TEXT:
            texts.append((ctypes.cast(item, ctypes.c_void_p).value or 0, item, matrix))
    return Drawing(tuple(rulings), tuple(pictures), _doubled(texts, heard))


def _doubled(texts: Sequence[tuple[int, Any, _Matrix]],
             heard: Mapping[int, float]) -> frozenset[int]:
    """The text objects that are drawn twice: pdfium leaves the characters of the copy out."""
    near: defaultdict[tuple[int, int], list[Box]] = defaultdict(list)
    for address, item, matrix in texts:
        if address not in heard:
            copy = _bounds(item, matrix)
            if copy.x1 > copy.x0:   # objects of blanks have no characters either
                near[round(copy.x0 / _CLOSE), round(copy.y0 / _CLOSE)].append(copy)
    if not near:
        return frozenset()
    found = set()
    for address, item, matrix in texts:
        room = _ASIDE * heard.get(address, 0.0)
        box = _bounds(item, matrix)
        column, row = round(box.x0 / _CLOSE), round(box.y0 / _CLOSE)
        if any(all(abs(a - b) <= room for a, b in zip(box, copy, strict=True))
               for x in (-1, 0, 1) for y in (-1, 0, 1)
               for copy in near.get((column + x, row + y), ())):
            found.add(address)
    return frozenset(found)


def _objects(page: Any) -> Iterator[tuple[int, Any, _Matrix]]:
    left = OBJECTS
    waiting = [(page, _Matrix(), 0)]
    while waiting:
        holder, matrix, depth = waiting.pop()
        count = pdfium.FPDFFormObj_CountObjects if depth else pdfium.FPDFPage_CountObjects
        get = pdfium.FPDFFormObj_GetObject if depth else pdfium.FPDFPage_GetObject
        for index in range(min(count(holder), left)):
            left -= 1
            item = get(holder, index)
            if not item:
                continue
            kind = pdfium.FPDFPageObj_GetType(item)
            if kind != pdfium.FPDF_PAGEOBJ_FORM:
                yield kind, item, matrix
            elif depth < _FORM_DEPTH:
                waiting.append((item, matrix.after(_own_matrix(item)), depth + 1))


def _own_matrix(item: Any) -> _Matrix:
    own = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, own):
        return _Matrix()
    return _Matrix(own.a, own.b, own.c, own.d, own.e, own.f)


def _bounds(item: Any, matrix: _Matrix) -> Box:
    x0, y0, x1, y1 = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(item, x0, y0, x1, y1):
        return Box(0, 0, 0, 0)
    return matrix.box(x0.value, y0.value, x1.value, y1.value)


def _rulings(path: Any, matrix: _Matrix) -> Iterator[Box]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    matrix = matrix.after(_own_matrix(path))
    for points in _subpaths(path, matrix):
        if stroke.value:
            for one, other in pairwise(points):
                yield from _flattened(_around((one, other)))
        elif fill.value:            # Word draws borders as thin rectangles, many in one path
            yield from _flattened(_around(points))


def _subpaths(path: Any, matrix: _Matrix) -> Iterator[list[tuple[float, float]]]:
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for index in range(min(pdfium.FPDFPath_CountSegments(path), OBJECTS)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO and points:
            yield points
            points = []
        points.append(matrix.point(x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if points:
        yield points


def _around(points: Sequence[tuple[float, float]]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _flattened(box: Box) -> Iterator[Box]:
    width, height = box.x1 - box.x0, box.y1 - box.y0
    middle_x, middle_y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
    if height <= _THIN and width >= _SHORT:
        yield Box(box.x0, middle_y, box.x1, middle_y)
    elif width <= _THIN and height >= _SHORT:
        yield Box(middle_x, box.y0, middle_x, box.y1)
