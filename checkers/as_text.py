"""Verdicts and outlines for a person at a terminal: what is wrong, where, and how to mend it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Protocol

from checkers.findings import FAIL, PASS, REVIEW, STATUSES, UNREADABLE, Finding, Location
from checkers.outline import Outline
from checkers.page_numbers import pages_shown
from checkers.reasons import REASONS
from checkers.sniff import name_of
from checkers.submission import Submission
from checkers.verdict import Verdict
from plans.messages import N_, _, ngettext
from plans.printable import printable

STATUS_WORDS = {PASS: (N_("passes"), "green", "✓"), FAIL: (N_("to be returned"), "red", "✗"),
                REVIEW: (N_("to be looked at"), "yellow", "?"),
                UNREADABLE: (N_("cannot be read"), "red", "✗")}
"""What people call each status, its colour on a terminal, and its sign."""
SEVERITY_WORDS = {"error": (N_("error"), "red"), "warning": (N_("note"), "yellow"),
                  "info": (N_("hint"), "blue")}
"""What people call each level of a finding, and its colour on a terminal."""
RULE_NAMES = {
    "type-not-supported": N_("type not supported"), "password": N_("password"),
    "damaged": N_("damaged"), "legacy-format": N_("old format"),
    "over-a-limit": N_("over a limit"), "scan": N_("scan"), "garbled": N_("garbled"),
    "recognised": N_("read by OCR"),
    "extension": N_("wrong extension"), "tracked-changes": N_("tracked changes"),
    "empty": N_("empty file"), "kind-not-recognised": N_("kind not recognised"),
    "other-kind": N_("another form"), "missing-field": N_("missing field"),
    "blank-field": N_("blank field"), "bad-value": N_("wrong value"),
    "not-an-option": N_("none of the options"), "ticks": N_("number of ticks"),
    "condition": N_("condition not met"), "ambiguous": N_("not clear"),
    "attachment-missing": N_("missing attachment"),
    "missing-section": N_("missing section"), "out-of-order": N_("out of order"),
    "empty-section": N_("empty section"), "section-twice": N_("section twice"),
    "near-miss": N_("near miss"), "only-in-contents": N_("only in the contents"),
    "missing-month": N_("missing month"), "month-twice": N_("month twice"),
    "month-outside": N_("month outside the period"),
    "month-without-tasks": N_("month without tasks"),
    "wrong-level": N_("wrong level"), "numbering-gap": N_("gap in the numbers"),
    "too-short": N_("too short"), "placeholder": N_("left to be filled in"),
    "missing-table": N_("missing table"), "missing-column": N_("missing column"),
    "blank-rows": N_("blank rows"), "name-differs": N_("name differs"),
    "year-differs": N_("year differs"), "signature": N_("signature"), "date": N_("date"),
    "page-setup": N_("page set-up"), "title-look": N_("look of the title"),
    "heading-look": N_("look of headings"), "body-look": N_("look of the text"),
    "typed-number": N_("typed number"), "page-number": N_("page number"),
    "signature-place": N_("place of the signature"), "annex-page": N_("page of an annex"),
    "theme-font": N_("font of a theme"),
    "handed-in-twice": N_("handed in twice"), "not-handed-in": N_("not handed in"),
    "not-spoken-of": N_("not spoken of"),
}
"""What people call each rule, by its name."""



class Style(Protocol):
    """Colours a text: `style(text, "red")`; the plain one gives the text back."""

    def __call__(self, text: str, colour: str, *, bold: bool = False) -> str: ...


def plain(text: str, colour: str, *, bold: bool = False) -> str:
    """The style of a terminal without colour."""
    return text


def verdict_lines(verdict: Verdict, style: Style = plain) -> Iterator[str]:
    """The lines that tell of one file."""
    word, colour, sign = STATUS_WORDS[verdict.status]
    kind = f"  {verdict.kind_name}" if verdict.kind_name else ""
    if verdict.converted_from:
        kind += "  " + _("[converted from {format}]").format(
            format=name_of(verdict.converted_from))
    yield f"{style(sign + ' ' + _(word), colour, bold=True)}  {printable(verdict.path)}{kind}"
    for finding in verdict.findings:
        yield from _finding_lines(finding, style)


def _finding_lines(finding: Finding, style: Style) -> Iterator[str]:
    word, colour = SEVERITY_WORDS[finding.severity]
    name = rule_name(finding)
    yield f"    {style(_(word), colour)}  " + _("{message}  ({rule} {id})").format(
        message=finding.message, rule=name, id=finding.rule)
    if place := where(finding.location):
        yield "        " + _("where: {place}").format(place=place)
    yield "        " + _("mend: {fix}").format(fix=finding.fix)


def rule_name(finding: Finding) -> str:
    """What people call the rule that speaks."""
    return _(RULE_NAMES.get(finding.name, finding.name))


def where(place: Location) -> str:
    """The place as a person finds it: page, section and quote; "" where there is no text to quote.
    """
    if not place.quote:
        return ""
    page = _("page {page}: ").format(page=place.page) if place.page else ""
    section = f"{place.section} › " if place.section and place.section != place.quote else ""
    return printable(f"{page}{section}{place.quote}")


def summary_line(statuses: Counter[str], style: Style = plain, missing: int = 0) -> str:
    """How many files there were, how many ended with each status, and how many did not come."""
    total = sum(statuses.values())
    parts = [style(f"{_(STATUS_WORDS[one][0])} {statuses[one]}", STATUS_WORDS[one][1])
             for one in STATUSES if statuses[one]]
    if missing:
        parts.append(style(_("not handed in {count}").format(count=missing), "red"))
    return ngettext("{count} file: ", "{count} files: ", total).format(count=total) + (
        _(", ").join(parts))


def _part_name(name: str) -> str:
    number = name.removeprefix("annex-")
    return _("[annex {number}]").format(number=number) if number != name else _("[main text]")


def outline_lines(submission: Submission, outline: Outline | None,
                  explain: bool = False, style: Style = plain) -> Iterator[str]:
    """The lines that show one file's title, headings and months."""
    yield style(printable(submission.path), "cyan", bold=True)
    if outline is None:
        yield "    " + style(_("cannot be read"), "red")
        return
    for part in outline.parts:
        if len(outline.parts) > 1:
            yield "  " + _part_name(part.name)
        yield "  " + (part.title or _("(no title)"))
        for one in part.headings:
            run_in = " " + _("(text follows on the line)") if one.run_in else ""
            yield "    " * one.level + one.text + run_in
            if explain:
                reasons = _(", ").join(f"{_(REASONS[reason.text])} {reason.weight:+.2f}"
                                       for reason in one.reasons)
                yield "    " * one.level + f"  {one.confidence:.2f}: {reasons}"
    if outline.main.months:
        yield "  " + _("months: {months}").format(months="、".join(
            one.shown for one in outline.main.months))
    if outline.tables():
        yield "  " + _("tables: {count}").format(count=outline.tables())
    if outline.ocr_pages:
        yield "  " + _("pages recognised from their pictures (OCR): {pages}").format(
            pages=pages_shown(outline.ocr_pages))
    if outline.scanned_pages:
        yield "  " + style(_("pages that are pictures and were not read: {pages} (--ocr reads "
                             "them)").format(pages=pages_shown(outline.scanned_pages)), "yellow")
