"""The one shape that every submitted file is read into; everything is frozen.

A Document has parts (main, annex-1, …); a part has blocks in reading order, paragraphs and tables.
Readers (Word, PDF) know nothing of headings; the rest knows nothing of Word or PDF.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from checkers.controls import Control, Drawn, Stamp
from checkers.later import Later as Later
from checkers.later import Spot as Spot
from checkers.sheets import Sheets

MAIN = "main"
GARBLED = 0.03
"""Share of unreadable signs from which text tells nothing; good files have none."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph looks; None and 0 mean that the file does not say."""

    bold: bool = False          # every visible run is bold
    size: float = 0.0           # pt, the size that most of the characters have
    font: str = ""              # the east-Asian font of most of the characters
    centred: bool = False
    right: bool = False
    page_break: bool = False    # the paragraph starts a new page


@dataclass(frozen=True, slots=True)
class Layout:
    """How the lines of a paragraph lie.

    `line` is the fixed line spacing in pt, 0 where it is not fixed; `first` (less than 0 where the
    other lines hang) and `right` are indents in characters of the paragraph's own size.
    """

    line: float = 0.0
    first: float = 0.0
    right: float = 0.0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as a reader sees it.

    `text` is the final view without an automatic number; `number` is that number as displayed
    ("一、", "（二）", "1."), "" where there is none. `displayed` joins them.
    `paragraph` counts the paragraphs of the part outside tables from 1, blank ones too; a paragraph
    of a text box carries the count of the paragraph that it is anchored to.
    """

    text: str
    number: str = ""
    part: str = MAIN
    paragraph: int | None = None
    page: int | None = None
    table: int | None = None        # set for a paragraph within a table, from 1 in the part
    row: int | None = None
    column: int | None = None
    outline: int | None = None      # 1-9: the outline level of the paragraph, own or by its style
    style: str = ""                 # the style's name in lower case, "heading 1", "标题 1"
    look: Look = Look()
    toc: bool = False               # a line of a table of contents
    source: str = "body"            # body | text-box
    spot: Spot | None = field(default=None, compare=False, repr=False)
    measure: Later[Layout] | None = field(default=None, compare=False, repr=False)

    @property
    def layout(self) -> Layout | None:
        """How its lines lie; None where the file does not tell (a PDF)."""
        return self.measure() if self.measure else None

    @property
    def displayed(self) -> str:
        """The paragraph as it is shown on paper, its automatic number included."""
        return self.number + self.text


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: `row` and `column` count from 1 on the grid, `width` in grid columns.

    `covered` is True for a cell that continues the one above it (a vertical merge); it has no text.
    """

    row: int
    column: int
    width: int
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[Table, ...] = ()
    covered: bool = False

    @property
    def text(self) -> str:
        """The cell's own text, one line a paragraph, nested tables included at its end."""
        lines = [paragraph.displayed for paragraph in self.paragraphs]
        lines += [cell.text for table in self.tables for row in table.rows for cell in row]
        return "\n".join(lines).strip()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: rows of cells as the file holds them, so rows may differ in length."""

    rows: tuple[tuple[Cell, ...], ...]
    part: str = MAIN
    table: int = 1                  # counted from 1 in the part, nested tables not counted
    page: int | None = None


Block = Paragraph | Table


def paragraphs_in(block: Block | Cell) -> Iterator[Paragraph]:
    """The paragraphs of a block or of a cell in order, those of tables in it too."""
    if isinstance(block, Paragraph):
        yield block
    elif isinstance(block, Cell):
        yield from block.paragraphs
        for table in block.tables:
            yield from paragraphs_in(table)
    else:
        for row in block.rows:
            for cell in row:
                yield from paragraphs_in(cell)


@dataclass(frozen=True, slots=True)
class Part:
    """The main text or one annex, its blocks in reading order."""

    name: str
    blocks: tuple[Block, ...]
    title: str = ""

    def paragraphs(self) -> Iterator[Paragraph]:
        """The paragraphs outside tables, in order."""
        return (block for block in self.blocks if isinstance(block, Paragraph))

    def tables(self) -> Iterator[Table]:
        """The tables that are not inside another table, in order."""
        return (block for block in self.blocks if isinstance(block, Table))


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader hands over: the blocks of the whole file, numbered as one part "main".

    `margins` are the paragraphs of headers, footers, footnotes and endnotes. `skipped` names what
    could not be read (for `parts_skipped`); "missing" is said only where it is empty. `pictures`
    gives the files of the pictures that a scan in Word consists of, in order.
    """

    blocks: tuple[Block, ...]
    margins: tuple[Paragraph, ...] = ()
    skipped: tuple[str, ...] = ()
    tracked_changes: int = 0        # insertions, deletions and moves that are still pending
    pages: int | None = None
    scanned_pages: tuple[int, ...] = ()   # pages that are a picture without text, from 1
    garbled_share: float = 0.0      # share (0 to 1) of the characters that cannot be read
    ocr_pages: tuple[int, ...] = ()       # pages whose text was recognised from a picture of it
    survey: Later[Sheets] | None = field(default=None, compare=False, repr=False)
    pictures: Later[tuple[bytes, ...]] | None = field(default=None, compare=False, repr=False)
    controls: Later[tuple[Control, ...]] | None = field(default=None, compare=False, repr=False)
    drawings: Later[tuple[Drawn, ...]] | None = field(default=None, compare=False, repr=False)
    stamp: Stamp | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A submission that could be read, cut into its parts."""

    parts: tuple[Part, ...]
    margins: tuple[Paragraph, ...] = ()
    skipped: tuple[str, ...] = ()
    tracked_changes: int = 0
    pages: int | None = None
    scanned_pages: tuple[int, ...] = ()
    garbled_share: float = 0.0
    ocr_pages: tuple[int, ...] = ()
    survey: Later[Sheets] | None = field(default=None, compare=False, repr=False)
    controls: Later[tuple[Control, ...]] | None = field(default=None, compare=False, repr=False)
    drawings: Later[tuple[Drawn, ...]] | None = field(default=None, compare=False, repr=False)
    stamp: Stamp | None = None

    @property
    def sheets(self) -> Sheets | None:
        """The pages as they are set up; None where the file does not tell (a PDF)."""
        return self.survey() if self.survey else None

    @property
    def main(self) -> Part:
        """The main part; it is always there, though it may hold nothing."""
        return self.parts[0]

    @property
    def is_blank(self) -> bool:
        """Whether no part holds any text."""
        return not any(_has_text(block) for part in self.parts for block in part.blocks)


def _has_text(block: Block) -> bool:
    if isinstance(block, Paragraph):
        return bool(block.text.strip())
    return any(cell.text for row in block.rows for cell in row)


UNOPENED, BROKEN_OFF = "unopened", "broken-off"
"""Details of F003: the system would not open the file; reading it ended its process."""

ARCHIVE, CONVERSION = "archive", "conversion"


class Unreadable(Exception):
    """A file that cannot be read at all; `rule` is the F rule that says why ("F003").

    `detail` is a fact for the message (a limit, a format), never a sentence: it is not translated.
    `of` tells what is in trouble where that is not the file itself: an ARCHIVE, or its CONVERSION.
    """

    def __init__(self, rule: str, detail: str = "", of: str = "") -> None:
        super().__init__(f"{rule} {detail}".strip())
        self.rule = rule
        self.detail = detail
        self.of = of
