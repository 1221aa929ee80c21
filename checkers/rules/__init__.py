"""The rules: one file each, run in the order in which they are reported.

A rule's docstring is its page; its first line holds id and name, its examples are run by a test.
It has one function: `check` looks at one file, `check_newest` at a file among those before it,
`check_whole` at all that was handed in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import ModuleType

from checkers.case import Case
from checkers.findings import Finding
from checkers.lot import Lot
from checkers.rules import (
    c001_name_differs,
    c002_year_differs,
    c003_signature,
    c004_handed_in_twice,
    c005_not_handed_in,
    c006_not_spoken_of,
    c008_date,
    f001_type_not_supported,
    f002_password,
    f003_damaged,
    f004_legacy_format,
    f005_over_a_limit,
    f006_scan,
    f007_garbled,
    f008_extension,
    f009_tracked_changes,
    f010_empty,
    f011_kind_not_recognised,
    f012_other_kind,
    f014_recognised,
    k001_missing_field,
    k002_blank_field,
    k003_placeholder,
    k004_bad_value,
    k005_not_an_option,
    k006_ticks,
    k007_condition,
    k008_ambiguous,
    k009_attachment_missing,
    l001_page_setup,
    l002_title_look,
    l003_heading_look,
    l004_body_look,
    l005_typed_number,
    l006_page_number,
    l007_signature_place,
    l008_annex_page,
    l009_theme_font,
    m001_missing_month,
    m002_month_twice,
    m003_month_outside,
    m004_month_without_tasks,
    s001_missing_section,
    s002_out_of_order,
    s003_empty_section,
    s004_section_twice,
    s006_wrong_level,
    s007_near_miss,
    s008_numbering_gap,
    s009_only_in_contents,
    s010_too_short,
    t001_missing_table,
    t002_missing_column,
    t003_blank_rows,
)


@dataclass(frozen=True, slots=True)
class Rule:
    """`severity` is the level in plans, schedules and reports, `severity_in_forms` that in forms;
    a kind may set another. `page` is the manual page, in English."""

    id: str
    name: str
    page: str
    severity: str
    severity_in_forms: str
    stem: str       # of the file that it is in
    check: Callable[[Case], Iterator[Finding]]
    check_newest: Callable[[Lot], Iterator[Finding]]
    check_whole: Callable[[Lot], Iterator[Finding]]


def _quiet(looked_at: object) -> Iterator[Finding]:
    """Of what a rule does not look at it says nothing."""
    return iter(())


def _rule(module: ModuleType) -> Rule:
    page = (module.__doc__ or "").strip()
    head = page.split(":", 1)[0]
    rule_id, name = head.split(" ", 1)
    severity = module.SEVERITY
    return Rule(rule_id, name, page, severity, getattr(module, "SEVERITY_IN_FORMS", severity),
                module.__name__.rpartition(".")[2],
                *(getattr(module, name, _quiet)
                  for name in ("check", "check_newest", "check_whole")))


RULES: tuple[Rule, ...] = tuple(_rule(module) for module in (
    f001_type_not_supported,
    f002_password,
    f003_damaged,
    f004_legacy_format,
    f005_over_a_limit,
    f006_scan,
    f007_garbled,
    f008_extension,
    f009_tracked_changes,
    f010_empty,
    f011_kind_not_recognised,
    f012_other_kind,
    f014_recognised,
    s001_missing_section,
    s002_out_of_order,
    s003_empty_section,
    s004_section_twice,
    s006_wrong_level,
    s007_near_miss,
    s008_numbering_gap,
    s009_only_in_contents,
    s010_too_short,
    m001_missing_month,
    m002_month_twice,
    m003_month_outside,
    m004_month_without_tasks,
    k001_missing_field,
    k002_blank_field,
    k003_placeholder,
    k004_bad_value,
    k005_not_an_option,
    k006_ticks,
    k007_condition,
    k008_ambiguous,
    k009_attachment_missing,
    t001_missing_table,
    t002_missing_column,
    t003_blank_rows,
    c001_name_differs,
    c002_year_differs,
    c003_signature,
    c004_handed_in_twice,
    c005_not_handed_in,
    c006_not_spoken_of,
    c008_date,
    l001_page_setup,
    l002_title_look,
    l003_heading_look,
    l004_body_look,
    l005_typed_number,
    l006_page_number,
    l007_signature_place,
    l008_annex_page,
    l009_theme_font,
))


def rule_called(key: str) -> Rule | None:
    """The rule with that id or name, whatever its case."""
    return next((one for one in RULES if key.lower() in (one.id.lower(), one.name)), None)
