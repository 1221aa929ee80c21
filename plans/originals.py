"""A YAML file as it lies on the disk, edited where something is put in: all else stays as it is."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

import yaml

from plans.composing import compose, decoded
from plans.errors import Fault, Place, UserError
from plans.messages import _
from plans.yaml_repair import Repaired

_LINE_END = re.compile(r"\r\n|\n|\r")
_BLANKS = " \t\r\n"
_MARKED = {"utf-8-sig": ((codecs.BOM_UTF8, "utf-8"), (b"", "utf-8")),
           "utf-16": ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")),
           "gb18030": ((b"", "gb18030"),)}


@dataclass(frozen=True, slots=True)
class Splice:
    """What stands in `text` from `start` to `end` (characters from 0) is replaced by `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Original:
    """The file: its bytes, its text as decoded, and the mapping that it holds.

    Offsets count the characters of `text`, of which nothing is normalised.
    """

    path: str
    data: bytes
    text: str
    root: yaml.MappingNode
    codec: str
    _repaired: Repaired
    _starts: tuple[int, ...]        # of the lines

    @property
    def line_end(self) -> str:
        """How its lines end."""
        found = _LINE_END.search(self.text)
        return found[0] if found else "\n"

    def start(self, node: yaml.Node) -> int:
        """Where `node` begins."""
        return self.offset(node.start_mark.line, node.start_mark.column)

    def end(self, node: yaml.Node) -> int:
        """Where its last character ends; blanks and comments after it are not its own."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return max(map(self.end, last)) if isinstance(last, tuple) else self.end(last)
        start, end = self.start(node), self.offset(node.end_mark.line, node.end_mark.column)
        # The mark of a text under | lies in a line after it.
        while end > start and self.text[end - 1] in _BLANKS:
            end -= 1
        return end

    def instead(self, node: yaml.ScalarNode, text: str) -> Splice:
        """Puts `text`, which needs no quotes, in the place of a scalar; its quotes stay."""
        start, end = self.start(node), self.end(node)
        if node.style in ("'", '"'):
            start, end = start + 1, end - 1
        return Splice(start, end, text)

    def offset(self, line: int, column: int) -> int:
        """The offset of a mark of the parser (both from 0)."""
        if line >= len(self._starts):
            return len(self.text)
        return min(self._starts[line] + self._repaired.column(line, column), len(self.text))

    def offset_of(self, place: Place) -> int:
        """The offset of a place in this file, as `plans.located` tells it."""
        return self._starts[(place.line or 1) - 1] + (place.column or 1) - 1

    def line_start(self, offset: int) -> int:
        """Where the line that holds `offset` begins."""
        return self._starts[bisect_right(self._starts, offset) - 1]

    def line_stop(self, offset: int) -> int:
        """Where the line that holds `offset` ends, before its line end."""
        found = _LINE_END.search(self.text, offset)
        return found.start() if found else len(self.text)

    def next_line(self, offset: int) -> int:
        """Where the line after the one that holds `offset` begins."""
        found = _LINE_END.search(self.text, offset)
        return found.end() if found else len(self.text)

    def spliced(self, splices: Iterable[Splice]) -> bytes:
        """The bytes of the file with `splices`, which do not overlap."""
        text = self.spliced_text(splices)
        mark = self.data[:len(self.data) - len(self.text.encode(self.codec))]
        return mark + text.encode(self.codec)

    def spliced_text(self, splices: Iterable[Splice]) -> str:
        """As `spliced`, the text."""
        pieces, at = [], 0
        for one in sorted(splices, key=lambda splice: (splice.start, splice.end)):
            assert one.start >= at
            pieces += [self.text[at:one.start], one.text]
            at = one.end
        return "".join([*pieces, self.text[at:]])


def original_of(data: bytes, path: str) -> Original:
    """The file at `path` with these bytes.

    Raises UserError where it is no YAML mapping, or its bytes do not come out again as they are.
    """
    faults: list[Fault] = []
    composed = compose(data, path, faults, (yaml.MappingNode,))
    text, encoding = decoded(data, path)
    codec = next((codec for mark, codec in _MARKED[encoding]
                  if mark + text.encode(codec, "surrogatepass") == data), "")
    if not codec:
        faults.append(Fault(Place(path), _("its characters cannot be written back as they are"),
                            _("save it as UTF-8 (in Notepad: Save as, Encoding UTF-8)")))
    if faults:
        raise UserError(faults)
    if not isinstance(composed.root, yaml.MappingNode):
        raise UserError.at(path, _("the file holds nothing"),
                           _("`homeroom new KIND` writes a file to start from"))
    starts = (0, *(found.end() for found in _LINE_END.finditer(text)))
    return Original(path, data, text, composed.root, codec, composed.repaired, starts)
