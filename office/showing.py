"""`kinds` and `rules`: what there is, and what each one asks for."""

from __future__ import annotations

import json

from checkers.as_text import RULE_NAMES
from checkers.rule_pages import page_lines
from checkers.rules import RULES, rule_called
from office.folding import width_of
from office.terminal import say, style
from plans.comparing import nearest
from plans.errors import UsageError
from plans.house import House, find_house
from plans.kinds import Kind, Section
from plans.messages import N_, _
from plans.schema import kind_json, schema_of

_FAMILIES = {"plan": N_("plan"), "schedule": N_("schedule"), "form": N_("form"),
             "report": N_("report"), "bundle": N_("bundle")}


def show_kinds(key: str | None, *, form: str, house: str | None) -> int:
    """Lists the kinds, or shows one: its fields, sections and names, as text, JSON or a schema."""
    found = find_house(house)
    if key is None:
        _list_kinds(found, form)
        return 0
    kind = found.kind(key)
    if form == "text":
        _show_kind(kind)
    else:
        value = schema_of(kind) if form == "schema" else kind_json(kind)
        say(json.dumps(value, ensure_ascii=False, indent=2))
    return 0


def _list_kinds(house: House, form: str) -> None:
    if form != "text":
        told = schema_of if form == "schema" else kind_json
        say(json.dumps([told(kind) for kind in house.kinds], ensure_ascii=False, indent=2))
        return
    wide = max(width_of(kind.id) for kind in house.kinds) + 2
    for kind in house.kinds:
        say(f"{style(kind.id, 'cyan')}{' ' * (wide - width_of(kind.id))}{kind.name}"
            f"（{_(_FAMILIES[kind.family])}）")
    say("", _("`homeroom kinds KIND` shows one; `homeroom new KIND` starts an input of it"))


def _show_kind(kind: Kind) -> None:
    say(style(f"{kind.name}  {kind.id}", "cyan", bold=True))
    if kind.also:
        say("  " + _("also called: {names}").format(names="、".join(kind.also)))
    say("  " + _("fields:"))
    for one in kind.fields:
        need = _("required") if one.required else _("optional")
        example = "  " + _("such as {example}").format(example=one.example) if one.example else ""
        say(f"    {one.label} ({one.name}, {need}){example}")
        if one.columns:
            say("      " + _("a table of: {columns}").format(
                columns="、".join(column.label for column in one.columns)))
    if kind.sections:
        say("  " + _("sections:"))
        for section in kind.sections:
            _show_section(section, 2)
    if kind.schedule_required:
        say("  " + _("a schedule with every month of the period is required"))
    if kind.targets:
        say("  " + _("targets, unless an input sets its own:"))
        for target in kind.targets:
            whose = f"（{target.role}）" if target.role else ""
            say(f"    {target.what}{whose}  {target.chinese}  {target.chinese_per}".rstrip())


def _show_section(section: Section, depth: int) -> None:
    need = "" if section.required else " (" + _("optional") + ")"
    names = "  " + _("or {names}").format(names="、".join(section.also)) if section.also else ""
    annex = f"附件{section.annex}  " if section.annex else ""
    say("  " * depth + annex + section.name + need + names)
    for below in section.sections:
        _show_section(below, depth + 1)


def show_rules(key: str | None) -> int:
    """Lists the rules, or shows the page of one."""
    if key is None:
        for one in RULES:
            say(f"{one.id}  {_(RULE_NAMES[one.name])}  {style(one.name, 'cyan')}")
        say("", _("`homeroom rules ID` shows when a rule speaks, and how to mend it"))
        return 0
    called = {_(RULE_NAMES[one.name]): one.id for one in RULES}
    rule = rule_called(called.get(key, key))
    if rule is None:
        near = nearest(key, [one.id for one in RULES] + [one.name for one in RULES])
        raise UsageError.at(key, _("there is no such rule"),
                            _("did you mean {near}?").format(near=near) if near else
                            _("`homeroom rules` lists them"))
    say(*page_lines(rule, style(_(RULE_NAMES[rule.name]), "cyan", bold=True)))
    return 0
