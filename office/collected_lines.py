"""What is told of a collection at its end: what came, what is doubtful, what and who is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from checkers.as_text import summary_line
from checkers.lot_text import not_submitted_lines, unmatched_lines
from office.collection import Collected
from office.doubts import doubts_of
from office.filled_forms import FilledForm
from office.problems import why_none
from office.terminal import style
from plans.masking import masked_all
from plans.messages import _, ngettext
from plans.printable import printable

_LONGEST = 60   # characters of a reason
_MOST = 20      # lines of one sort; the rest stands in the workbook


def collected_lines(collected: Collected, due_from: int) -> Iterator[str]:
    """The lines; ID and phone numbers are masked in them. `due_from` are on the roster."""
    count = len(collected.forms)
    yield style("✓ " if count else "✗ ", "green" if count else "red") + ngettext(
        "{count} form collected", "{count} forms collected", count).format(count=count) + (
        f"  {collected.kinds[0].name}" if len(collected.kinds) == 1 else "")
    if len(collected.kinds) > 1:
        counts = Counter(one.kind.name for one in collected.forms)
        yield from (f"    {name}: {number}" for name, number in counts.items())
    yield from _doubtful(collected)
    yield from _persons(collected)
    yield from _failing(collected)
    yield from _others(collected)
    results = masked_all(collected.results)
    if results.not_submitted is not None:
        yield from not_submitted_lines(masked_all(collected.findings), results.not_submitted,
                                       results.absent, due_from, style)
    if results.unmatched:
        yield from unmatched_lines(results.unmatched, style)
    yield summary_line(results.statuses, style, results.absent)


def _doubtful(collected: Collected) -> Iterator[str]:
    lines = [f"    {printable(form.verdict.path)}  {name}: " + _("; ").join(
        doubts_of(masked_all(answer)))
        for form in collected.forms for name, answer in form.doubtful]
    if lines:
        yield style("? " + ngettext("{count} value is to be looked at",
                                    "{count} values are to be looked at", len(lines)).format(
                                        count=len(lines)), "yellow", bold=True)
        yield from _some(lines)


def _persons(collected: Collected) -> Iterator[str]:
    """Who handed in several forms, and which of them were left out."""
    if collected.repeated:
        yield style("? " + ngettext("{count} person handed in several forms",
                                    "{count} people handed in several forms",
                                    len(collected.repeated)).format(
                                        count=len(collected.repeated)), "yellow", bold=True)
        yield from _some([f"    {masked_all(group[0].person)}: " + _(", ").join(
            printable(one.verdict.path) for one in group) for group in collected.repeated])
        yield "        " + _("mend: {fix}").format(fix=_(
            "ask which one counts, or take the newest with --newest"))
    if collected.replaced:
        count = len(collected.replaced)
        yield ngettext("{count} form was left out for a newer one:",
                       "{count} forms were left out for newer ones:", count).format(count=count)
        yield from _some(["    " + _("{old} (newer: {new})").format(
            old=printable(old.verdict.path), new=printable(new.verdict.path))
            for old, new in collected.replaced.items()])


def _failing(collected: Collected) -> Iterator[str]:
    if failing := collected.failing:
        yield style("✗ " + ngettext("{count} form is to be returned", "{count} forms are to be "
                                    "returned", len(failing)).format(count=len(failing)), "red",
                    bold=True) + "  " + _("(why: sheet 问题, or `homeroom check`)")
        yield from _some([f"    {printable(one.verdict.path)}  {_reason(one)}" for one in failing])


def _reason(form: FilledForm) -> str:
    """The first thing that is wrong with a form, on one line."""
    message = next((masked_all(one).message for one in form.verdict.findings
                    if one.severity == "error"), "")
    line = " ".join(message.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST - 1] + "…"


def _others(collected: Collected) -> Iterator[str]:
    if not collected.others:
        return
    count = len(collected.others)
    yield style("✗ " + ngettext("{count} file not collected", "{count} files not collected",
                                count).format(count=count), "red", bold=True)
    lines = []
    for verdict in collected.others:
        what, mend = masked_all(why_none(verdict))
        lines += [f"    {printable(verdict.path)}  {what}",
                  "        " + _("mend: {fix}").format(fix=mend)]
    yield from _some(lines, 2)


def _some(lines: Sequence[str], each: int = 1) -> Iterator[str]:
    """The first lines, `each` so many for a thing, and how many more things there are."""
    yield from islice(lines, _MOST * each)
    more = len(lines) // each - _MOST
    if more > 0:
        yield "    " + _("… and {count} more; the sheet 问题 has them all").format(count=more)
