"""The sections and annexes of a new input as YAML, each with a comment on what to write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generators.yaml_text import content, on_line, scalar
from plans.drafts import DraftSection
from plans.keys import LEAD
from plans.kinds import Section
from plans.placeholders import bare
from plans.plan import Passage

DOUBT = "# 待核对："
_UNKNOWN = "# 这种材料没有规定的部分，留着也行"


def section_lines(section: DraftSection, depth: int, remarks: bool) -> Iterator[str]:
    """A section and those below it; an optional one without text is commented out.

    With `remarks` a section that the kind does not ask for says so.
    """
    indent = "  " * depth
    declared = section.declared
    if declared is not None and not declared.schedule and _is_left_out(section):
        yield f"{indent}# {scalar(section.title)}: |    # {_about(declared)}"
        return
    yield from remarks_of(section, indent, remarks)
    comment = _about(declared) if declared else ""
    if section.sections:
        yield f"{indent}{scalar(section.title)}:{f'    # {comment}' if comment else ''}"
        if section.passages or all(_is_left_out(one) for one in section.sections):
            yield from content(LEAD[0], section.passages, indent + "  ")
        for below in section.sections:
            # What stands under a section of a head's own is his own as well.
            yield from section_lines(below, depth + 1, remarks and declared is not None
                                     and bool(declared.sections))
    else:
        yield from content(scalar(section.title), section.passages, indent, comment)


def annex_lines(annex: DraftSection) -> Iterator[str]:
    """An annex as an item of `annexes:`; an optional one without text is commented out."""
    declared = annex.declared
    if declared is not None and annex.is_blank and not declared.required:
        yield f"  # - {{title: {scalar(annex.title)}, body: ……}}    # {_about(declared)}"
        return
    yield from remarks_of(annex, "  ", False)
    comment = _about(declared) if declared else ""
    yield f"  - title: {scalar(annex.title)}{f'    # {comment}' if comment else ''}"
    if annex.sections:
        yield "    body:"
        if annex.passages:
            yield from content(LEAD[0], annex.passages, "      ")
        for below in annex.sections:
            yield from section_lines(below, 3, False)
    elif annex.passages or declared is not None:
        yield from content("body", annex.passages, "    ")


def lead_lines(lead: Sequence[Passage], doubts: Sequence[str]) -> Iterator[str]:
    """What stands before the first section."""
    yield from (f"  {DOUBT}{doubt}" for doubt in doubts)
    if lead:
        yield from content(LEAD[0], lead, "  ", "第一部分前面的话")


def remarks_of(section: DraftSection, indent: str, remarks: bool) -> Iterator[str]:
    """The comments above a section: what it was called, and what is doubtful."""
    if section.declared is None and remarks:
        yield indent + _UNKNOWN
    if section.old_title:
        yield f"{indent}# 去年的标题：{on_line(section.old_title)}"
    yield from (f"{indent}{DOUBT}{on_line(doubt)}" for doubt in section.doubts)


def blank_section(section: Section) -> DraftSection:
    """A section of the kind without text."""
    title = section.title if bare(section.title) == section.title else section.name
    return DraftSection(title, (), tuple(blank_section(one) for one in section.sections
                                         if not one.schedule), section)


def _is_left_out(section: DraftSection) -> bool:
    declared = section.declared
    return declared is not None and not declared.required and section.is_blank


def _about(section: Section) -> str:
    optional = not section.required
    return "，".join(part for part in (
        "可不填" if optional else "", section.hint,
        f"至少{section.min_chars}字" if section.min_chars else "") if part)
