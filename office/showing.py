"""`kinds` and `rules`: what there is, and what each one asks for."""

from __future__ import annotations

import json

from checkers.as_text import RULE_NAMES
from checkers.rule_pages import page_lines
from checkers.rules import RULES, rule_called
from office.folding import width_of
from office.kind_page import page_of
from office.terminal import say, style
from plans.comparing import nearest
from plans.errors import UsageError
from plans.house import House, find_house
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
        say(*page_of(kind))
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
