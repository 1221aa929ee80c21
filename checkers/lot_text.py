"""What is told a person of all that was handed in: who is missing, and whose files nobody knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from checkers.as_text import RULE_NAMES, SEVERITY_WORDS, Style, plain
from checkers.dues import NotSubmitted, Received
from checkers.findings import Finding
from plans.messages import _, ngettext
from plans.printable import printable
from plans.roster import Submitter


def not_submitted_lines(findings: Sequence[Finding], missing: Sequence[NotSubmitted],
                        people: int, due_from: int, style: Style = plain) -> Iterator[str]:
    """The list of those who have not handed in, `people` of the `due_from` on the roster.

    `findings` are those of the rule that says so, of one level.
    """
    if not findings:
        yield style("✓ " + ngettext("the one on the roster has handed in",
                                    "all {count} on the roster have handed in",
                                    due_from).format(count=due_from), "green", bold=True)
        return
    first = findings[0]
    _word, colour = SEVERITY_WORDS[first.severity]
    count = _("not handed in: {count} of {total}").format(count=people, total=due_from)
    yield style("✗ " + count, colour, bold=True) + "  " + _("({rule} {id})").format(
        rule=_(RULE_NAMES[first.name]), id=first.rule)
    for one in missing:
        line = "  ".join(filter(None, (one.name, one.unit, one.id, one.kind_name)))
        instead = "  " + _("[handed in instead: {files}]").format(
            files="、".join(one.instead)) if one.instead else ""
        yield "    " + printable(line + instead)
    yield "        " + _("mend: {fix}").format(fix=first.fix)


def unmatched_lines(files: Sequence[Received], style: Style = plain) -> Iterator[str]:
    """The files of which a person has to say whose they are, and those of nobody."""
    asked = [one for one in files if one.whose.asked]
    if asked:
        yield style("? " + ngettext("whose is this file?", "whose are these {count} files?",
                                    len(asked)).format(count=len(asked)), "yellow", bold=True)
    for one in asked:
        yield "    " + printable(one.path) + "  " + _("perhaps: {names}").format(
            names=names_of(one.whose.asked))
    if asked:
        yield "        " + _("mend: {fix}").format(fix=_(
            "write name and unit, or the number, into the name of the file"))
    nobody = [one for one in files if not one.whose.asked]
    if nobody:
        yield style(ngettext("a file that belongs to nobody on the roster:",
                             "{count} files that belong to nobody on the roster:",
                             len(nobody)).format(count=len(nobody)), "yellow")
    yield from ("    " + printable(one.path) for one in nobody)


def names_of(people: Sequence[Submitter]) -> str:
    """Several people of whom one is meant; those of one name and unit with their numbers."""
    times = Counter(one.called for one in people)
    return _(" or ").join(f"{one.called} {one.id}" if times[one.called] > 1 and one.id
                          else one.called for one in people)
