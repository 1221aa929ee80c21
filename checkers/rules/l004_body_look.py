"""L004 body-look: the text is not set as the profile asks.

Fails:
    file loose-lines.docx
Passes:
    file standard.docx
Why:    22 lines of 28 characters on every page come from type, line spacing and indent together.
Mend:   set font, size, fixed line spacing and indent in the style of the text (正文).
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.case import Case
from checkers.differences import differences, joined
from checkers.findings import Finding, at_paragraph
from checkers.lines import Line
from checkers.outline import PartOutline
from checkers.rules.l002_title_look import title_lines
from checkers.signature import annex_list_rows, signature_rows
from plans.messages import _, ngettext

SEVERITY = "off"


def check(case: Case) -> Iterator[Finding]:
    """Each way of differing is told once, at its first paragraph, with the number of them all."""
    if case.outline is None or case.sheets is None:
        return
    found: dict[tuple[str, ...], list[Line]] = {}
    body = case.look.element("body")
    for part in case.outline.parts:
        for line in _text(part):
            # The indent of a numbered paragraph is its list's business.
            asked = ("font", "size", "line") if line.paragraph.number else (
                "font", "size", "line", "indent")
            if phrases := tuple(differences(line.paragraph, body, asked)):
                found.setdefault(phrases, []).append(line)
    for phrases, lines in found.items():
        yield Finding(ngettext("{count} paragraph of text: {differences}",
                               "{count} paragraphs of text: {differences}", len(lines)).format(
            count=len(lines), differences=joined(phrases)),
            _("change it in the style of the text, not paragraph by paragraph"),
            at_paragraph(lines[0].paragraph))


def _text(part: PartOutline) -> Iterator[Line]:
    """The running text: what is no title, heading, signature, list of annexes or caption."""
    others = {one.row for one in part.headings} | signature_rows(part.rows)
    others |= annex_list_rows(part.rows)
    others |= _recipient_rows(part)
    titles = [line.paragraph for line in title_lines(part)]
    for index, line in enumerate(part.rows):
        if not isinstance(line, Line) or index in others:
            continue
        paragraph = line.paragraph
        begins_annex = part.name != "main" and not index
        if not (paragraph.table or paragraph.source != "body" or paragraph.look.centred
                or paragraph.look.right or begins_annex or is_note(line)
                or any(paragraph is one for one in titles)):
            yield line


def _recipient_rows(part: PartOutline) -> set[int]:
    """The line under the title that says whom a notice goes to: flush left (7.3.2), a colon at
    its end."""
    last = len(title_lines(part))
    for index, line in enumerate(part.rows[:last + 2]):
        if isinstance(line, Line) and index >= last and line.text.endswith("："):
            return {index}
    return set()


def is_note(line: Line) -> bool:
    """Whether a line names the annexes (附件：…)."""
    return line.text.lstrip().startswith(("附件：", "附件:"))
