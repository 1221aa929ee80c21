"""The pages of a document, as far as its file tells of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """The pages of one section: lengths in mm, 0 where the file does not say.

    `odd` and `even` tell where their page number stands: left, centre, right, "" for nowhere.
    """

    width: float = 0.0
    height: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    left: float = 0.0
    odd: str = ""
    even: str = ""

    @property
    def is_landscape(self) -> bool:
        return self.width > self.height


@dataclass(frozen=True, slots=True)
class Sheets:
    """The pages of a Word file, section by section, and whether any font is left to a theme."""

    pages: tuple[Page, ...]
    theme_fonts: bool = False
