"""What is wrong with a YAML file as such, told to people who never heard of YAML."""

from __future__ import annotations

import yaml

from plans.errors import Fault, Place, UserError
from plans.messages import N_, _
from plans.yaml_repair import Repaired

_TOO_DEEP = N_("is nested too deep or repeats itself too often")
_WRITE_OUT = N_("write the values out instead of referring to them with * and &")
_SYNTAX = (     # words of the parser, what they mean to the writer, how to mend it; first fitting
    (("maximum nesting depth",), _TOO_DEEP, _WRITE_OUT),
    (("mapping values are not allowed",),
     N_("a second colon stands in this line, or the indent is wrong"),
     N_("put the whole value in quotes, or line it up with its neighbours")),
    (("end of stream while scanning a quoted scalar",),
     N_("a quotation mark is not closed"),
     N_("put a quotation mark of the same kind at the end of the text")),
    (("parsing a flow",),
     N_("a bracket is not closed, or a comma is missing"),
     N_("close the bracket, and use the half-width comma between values")),
    (("cannot start any token", "undefined alias", "scanning an alias", "scanning an anchor"),
     N_("the text begins with a sign that YAML keeps for itself"),
     N_("put the whole text in quotes")),
    (("expected ':'", "simple key"),
     N_("a line without `name: value`"),
     N_("write a colon and a blank after the name, and indent the text under it")),
    (("block end", "expected key", "block mapping", "block collection"),
     N_("this line is not lined up with the lines around it"),
     N_("give lines of one list or group the same number of blanks in front")),
)
_FOUND_LATE = ("parsing a flow", "end of stream", "expected ':'")


def syntax_fault(error: yaml.YAMLError, name: str, repaired: Repaired) -> Fault:
    """What the parser's `error` means, at its place in the file that the person sees."""
    problem = str(getattr(error, "problem", "") or error)
    context = str(getattr(error, "context", "") or "")
    mark = getattr(error, "problem_mark", None)
    if any(word in f"{problem} {context}" for word in _FOUND_LATE):
        # What is not closed is found where the file ends; it is mended where it begins.
        mark = getattr(error, "context_mark", None) or mark
    place = Place(name, mark.line + 1, repaired.column(mark.line, mark.column) + 1) if mark \
        else Place(name)
    for words, what, mend in _SYNTAX:
        if any(word in f"{problem} {context}" for word in words):
            return Fault(place, _(what), _(mend))
    return Fault(place, _("is not valid YAML: {why}").format(why=problem),
                 _("see `homeroom new KIND` for a file to start from"))


def control_fault(place: Place, character: str) -> Fault:
    """A character that nobody can see, such as U+0007."""
    return Fault(place, _("the text holds an invisible control character (U+{code:04X})").format(
        code=ord(character)), _("type the text again instead of pasting it"))


def too_much(place: Place) -> UserError:
    """The error of a file that would take for ever."""
    return UserError.at(place, _(_TOO_DEEP), _(_WRITE_OUT))
