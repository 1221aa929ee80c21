"""The look of what is generated (profile.yaml): margins, and how each element of a page is set.

Every value knows where it is from: a clause of GB/T 9704-2012, our custom where the standard has
no number, a measurement, or the school's own file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

STANDARD = "GB/T 9704-2012"
HABIT, MEASURED = "habit", "measured"
"""Sources of a value for which the standard has no number."""

BUILT_IN = Path(__file__).resolve().parent.parent / "templates" / "profile.yaml"
PAGE = (210.0, 297.0)
"""Width and height of the paper, in mm: A4 (5.1)."""

_TEXT = ("font", "size", "line", "letter", "indent")
_UNINDENTED = _TEXT[:4]
# Chinese name, the element that it follows where it is silent, and what can be said of it.
_ELEMENTS: Mapping[str, tuple[str, str, tuple[str, ...]]] = {
    "body": ("正文", "", _TEXT),
    "title": ("标题", "body", _TEXT), "subtitle": ("副标题", "body", _TEXT),
    "heading1": ("一级标题", "body", _TEXT), "heading2": ("二级标题", "body", _TEXT),
    "heading3": ("三级标题", "body", _TEXT), "heading4": ("四级标题", "body", _TEXT),
    "heading5": ("五级标题", "body", _TEXT), "item": ("条目", "body", _TEXT),
    "annex_note": ("附件说明", "body", _UNINDENTED), "signature": ("落款", "body", _UNINDENTED),
    "annex_label": ("附件序号", "body", _TEXT), "annex_title": ("附件标题", "title", _TEXT),
    "caption": ("表题", "body", _TEXT),
    "table_text": ("表格文字", "body", _UNINDENTED),
    "table_head": ("表头", "table_text", _UNINDENTED),
    "header": ("页眉", "body", _TEXT[:2]), "page_number": ("页码", "body", _TEXT[:2])}


@dataclass(frozen=True, slots=True)
class Sourced:
    """Values by name with their sources: "GB/T 9704-2012 7.3.1", HABIT, MEASURED, or the name of
    the school's file. `own` are the names of the values that the school's file gave."""

    name: str
    sources: tuple[tuple[str, str], ...] = ()
    own: frozenset[str] = frozenset()

    def source(self, value: str) -> str:
        """Where the value of that name is from."""
        return dict(self.sources)[value]


@dataclass(frozen=True, slots=True)
class Margins(Sourced):
    """The margins of an upright page, in mm."""

    top: float = 0.0
    bottom: float = 0.0
    left: float = 0.0
    right: float = 0.0


@dataclass(frozen=True, slots=True)
class Element(Sourced):
    """How one element is set: size and line spacing in points, letter spacing in points between
    characters, first-line indent in characters of its size."""

    font: str = ""
    size: float = 0.0
    line: float = 0.0
    letter: float = 0.0
    indent: float = 0.0


@dataclass(frozen=True, slots=True)
class Profile:
    """The look of a school's papers."""

    margins: Margins
    elements: tuple[Element, ...]

    def element(self, name: str) -> Element:
        """The element of that name; raises KeyError where there is none."""
        for one in self.elements:
            if one.name == name:
                return one
        raise KeyError(name)

    def heading(self, level: int) -> Element:
        """Headings of a level from 1; below the fifth they look like the fifth."""
        return self.element(f"heading{min(level, 5)}")

    @property
    def has_own(self) -> bool:
        """Whether the school's file gave any value."""
        return any(one.own for one in (self.margins, *self.elements))


@lru_cache(maxsize=1)
def built_in() -> Profile:
    """The profile that follows the standard."""
    return read_profile(BUILT_IN, None)


def read_profile(path: Path, own: Path | None) -> Profile:
    """The profile of `path` with what the school's `own` file says laid over it.

    Raises UserError with every fault of both files.
    """
    from plans.profile_files import read

    return read(path, own)


def properties_of(element: str) -> tuple[str, ...]:
    """The names of what can be said of an element."""
    return _ELEMENTS[element][2]


def names() -> Iterator[tuple[str, str]]:
    """The elements by English and Chinese name."""
    return ((name, label) for name, (label, _parent, _said) in _ELEMENTS.items())


def parent_of(element: str) -> str:
    """The element that `element` follows where it is silent, "" for the text itself."""
    return _ELEMENTS[element][1]
