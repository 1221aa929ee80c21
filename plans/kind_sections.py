"""The sections that a kind.yaml declares, to any depth."""

from __future__ import annotations

from plans.comparing import compare_form
from plans.errors import Fault
from plans.keys import items_in
from plans.kind_nodes import KindNodes
from plans.kinds import Section
from plans.located import Entries, Node
from plans.messages import _
from plans.topics import Topics, nearest_topic

_SECTION = ("topic", "title", "required", "also", "never", "min_chars", "hint", "schedule",
            "columns", "annex", "sections", "says", "tables")


def sections_in(node: Node | None, nodes: KindNodes, topics: Topics, schedule_required: bool,
                above: str = "") -> tuple[Section, ...]:
    """The sections under a node; `above` is the id of the one that they are part of, with /."""
    sections = []
    seen: dict[str, str] = {}
    for item in items_in(node, nodes.faults, "sections") if node else ():
        values = nodes.values(item, _SECTION, _("a section"))
        topic = nodes.text(values, "topic")
        title = nodes.text(values, "title") or topic
        if not title and isinstance(item, Entries):
            nodes.faults.append(Fault(item.place, _("a section needs a topic or a title"),
                                     _("write `topic: 工作目标` or `title: …`")))
        elif topic and topic not in topics.topics:
            near = nearest_topic(topics, topic)
            nodes.faults.append(Fault(
                values["topic"].place, _("unknown topic {topic}").format(topic=topic),
                _("did you mean {near}?").format(near=near) if near else
                _("use `title:`, or add the topic to topics.yaml")))
        name = above + (topic or title)
        schedule = nodes.yes(values, "schedule", False)
        also = nodes.names(values, "also")
        nodes.claim({compare_form(one): None for one in (title, topic, *also)}, topic or title,
                     item.place, seen)
        sections.append(Section(
            id=name, title=title, topic=topic,
            required=nodes.yes(values, "required", schedule_required if schedule else True),
            also=also, never=nodes.names(values, "never"),
            min_chars=nodes.number(values, "min_chars"),
            hint=nodes.text(values, "hint"),
            schedule=schedule,
            columns=nodes.names(values, "columns"),
            annex=nodes.number(values, "annex") or None,
            sections=sections_in(values.get("sections"), nodes, topics, schedule_required,
                                 name + "/"),
            says=nodes.text(values, "says"), tables=nodes.names(values, "tables")))
    return tuple(sections)
