"""The bytes of a YAML file → the nodes of its text, or what is wrong with it."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from plans.errors import Fault, Place, UserError
from plans.messages import _
from plans.yaml_faults import control_fault, syntax_fault, too_much
from plans.yaml_repair import Repaired, repair

MAX_BYTES = 5 * 2**20       # a plan of 500 pages is about 1 MB
MAX_VALUES = 200_000        # values with every alias followed: stops "billion laughs"
MAX_DEPTH = 60              # of values in values; the parser itself dies of some 50,000
_UNREADABLE = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_PACKED = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_NO_LINE_ENDS = str.maketrans("\x85\u2028\u2029", "   ")  # to YAML they end a line, to no editor

Wanted = tuple[type[yaml.Node], ...]


@dataclass(frozen=True, slots=True)
class Composed:
    """The root of a file, None where it is blank; its marks count in `repaired`."""

    root: yaml.Node | None
    repaired: Repaired


def compose(data: bytes, name: str, faults: list[Fault], wanted: Wanted) -> Composed:
    """The nodes in `data`; the root is one of the types `wanted`.

    Faults that leave the rest readable are added to `faults`. Raises UserError where it is no text
    or no YAML.
    """
    if len(data) > MAX_BYTES:
        raise UserError.at(name, _("is larger than {limit} MB").format(limit=MAX_BYTES // 2**20),
                           _("an input is text; pictures and tables belong in files of their own"))
    text = _readable(decoded(data, name)[0], name, faults)
    try:
        root = _compose(text, name)
    except yaml.YAMLError as error:
        return _second_try(text, name, faults, error)
    if root is not None and not isinstance(root, wanted):
        return _second_try(text, name, faults, None)
    return Composed(root, Repaired(text))


def _second_try(text: str, name: str, faults: list[Fault],
                error: yaml.YAMLError | None) -> Composed:
    """Full-width colons and tabs are met as written, but only where plain YAML does not parse."""
    repaired = repair(text)
    try:
        root = _compose(repaired.text, name)
    except yaml.YAMLError as second:
        raise UserError([*faults, syntax_fault(second, name, repaired)]) from None
    if not isinstance(root, yaml.MappingNode):
        if error is not None:
            raise UserError([*faults, syntax_fault(error, name, Repaired(text))]) from None
        raise UserError([*faults, Fault(
            Place(name, 1, 1), _("is not a mapping of `name: value` lines"),
            _("begin with a line `kind: …`; `homeroom new KIND` writes a file to start from"))])
    return Composed(root, repaired)


def _compose(text: str, name: str) -> yaml.Node | None:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    depth = values = 0
    # Composing recurses in C, where a file of 100 kB ends the process; events come one by one.
    try:
        for event in yaml.parse(text, loader):
            depth += (isinstance(event, yaml.CollectionStartEvent)
                      - isinstance(event, yaml.CollectionEndEvent))
            values += isinstance(event, yaml.NodeEvent)
            if depth > MAX_DEPTH or values > MAX_VALUES:
                assert event.start_mark is not None     # only events of a stream have none
                raise too_much(Place(name, event.start_mark.line + 1, event.start_mark.column + 1))
        return yaml.compose(text, loader)
    except (ValueError, OverflowError) as error:    # \UFFFFFFFF where PyYAML lacks its C parser
        raise yaml.YAMLError(str(error)) from None


def _readable(text: str, name: str, faults: list[Fault]) -> str:
    """`text` without the characters that YAML refuses, each line that held one told."""
    text = text.translate(_NO_LINE_ENDS).replace("\r\n", "\n").replace("\r", "\n")
    if not _UNREADABLE.search(text):
        return text
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if bad := _UNREADABLE.search(line):
            faults.append(control_fault(Place(name, number, bad.start() + 1), bad.group()))
    return _UNREADABLE.sub("", text)


def decoded(data: bytes, name: str) -> tuple[str, str]:
    """The text in `data`, without its byte order mark, and the encoding that it is in.

    Raises UserError where it is neither UTF-8, UTF-16 nor GBK.
    """
    if data.startswith(_PACKED):
        raise UserError.at(name, _("is a Word file or a workbook, not the text of a plan"),
                           _("give the .yaml file that it was made of"))
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    for candidate in (encoding, "gb18030"):
        try:
            text = data.decode(candidate)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text, candidate
    raise UserError.at(name, _("is not text in UTF-8 or GBK"),
                       _("save it as UTF-8 (in Notepad: Save as, Encoding UTF-8)"))
