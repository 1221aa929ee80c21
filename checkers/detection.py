"""Which kind a document is: what it says itself, else by its title, its sections and its labels.
"""

from __future__ import annotations

from collections.abc import Sequence

from checkers.controls import Stamp
from checkers.form_labels import is_label, share_of_labels
from checkers.matching import match
from checkers.outline import Outline
from plans.comparing import compare_form
from plans.kinds import Kind
from plans.placeholders import bare
from plans.topics import Topics

_SURE = 0.55            # of 1.5: a fitting title alone (0.6), or nine tenths of the sections (0.9)
_CLEARLY = 0.1          # by which the best must lead the second
_TITLE, _SECTIONS, _OTHER_TITLE = 0.6, 0.9, 0.3
# What is said for one another.
_PLANS = frozenset({"计划", "规划", "方案", "安排", "安排表", "行事历", "要点"})


def detect(outline: Outline, kinds: Sequence[Kind], topics: Topics,
           labels: frozenset[str] = frozenset(),
           stamp: Stamp | None = None) -> tuple[Kind | None, tuple[Kind, ...]]:
    """The kind that fits, and where none is chosen those that fit about equally (perhaps none).

    `labels` are those of the document's cells (see checkers.form_labels).
    """
    for kind in kinds:
        if stamp is not None and stamp.kind == kind.id:
            return kind, ()
    scored = sorted(((score(outline, kind, topics, labels), kind) for kind in kinds),
                    key=lambda one: -one[0])
    fitting = [(points, kind) for points, kind in scored if points >= _SURE]
    if not fitting:
        return None, ()
    best, kind = fitting[0]
    rivals = [other for points, other in fitting if best - points < _CLEARLY]
    return (kind, ()) if len(rivals) == 1 else (None, tuple(rivals))


def score(outline: Outline, kind: Kind, topics: Topics,
          labels: frozenset[str] = frozenset()) -> float:
    """How well a kind fits, 0 to 1.5: its name in the title, and its sections among the headings,
    of a form its fields among the labels."""
    # Where a form bears no title, a label above a text may be taken for it.
    title = "" if is_label(outline.title, kind) else compare_form(outline.title)
    points = 0.0
    names = [compare_form(one) for one in (kind.name, bare(kind.title), *kind.also)]
    fitting = [name for name in names if name and name in title]
    if fitting:
        points += _TITLE
    elif title.endswith(topics.papers):
        # 教学工作计划 has most of the sections of any plan, and calls itself something else.
        points -= _OTHER_TITLE
    if all(_is_other_paper(title, name, topics) for name in fitting or names[:1]):
        return 0.0
    # Annexes are often handed in as files of their own; the main text says what a paper is.
    wanted = [one for one in kind.main_sections if one.required]
    if wanted:
        asked = sum(below.required for one in wanted for below in one.walk())
        found = match(outline, wanted, topics)
        points += _SECTIONS * sum(one.section.required and one.heading is not None
                                  for one in found) / asked
    elif kind.is_drawn:
        points += _SECTIONS * share_of_labels(kind, labels)
    elif kind.schedule_required:
        # A schedule and nothing else: headings of other sections speak against it.
        points += 0.3 if len(outline.main.months) >= 3 else -_SURE
        points -= 0.3 if len(outline.main.headings) > len(outline.main.months) + 1 else 0.0
    return points


def _is_other_paper(title: str, name: str, topics: Topics) -> bool:
    """Whether a title ends as a paper of another sort than the kind: 总结, 章程, 通知 for 计划."""
    ends = [max((one for one in topics.papers if text.endswith(one)), key=len, default="")
            for text in (title, name)]
    return bool(all(ends) and ends[0] != ends[1] and not _PLANS.issuperset(ends))
