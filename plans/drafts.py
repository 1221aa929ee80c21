"""What an old document or a sheet of tasks gives a new input, for a head to look over.

A doubt is a short Chinese remark on what was guessed; it stands in the file as 待核对.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from plans.kinds import Section
from plans.periods import Month
from plans.plan import Member, Passage
from plans.targets import Target


@dataclass(frozen=True, slots=True)
class DraftValue:
    """The value of a field as the document writes it."""

    text: str
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class DraftSection:
    """A section or annex: `declared` is the kind's own, None for one that the kind does not know.

    `title` is the name that the input uses, `old_title` that of the document where it differs.
    """

    title: str
    passages: tuple[Passage, ...] = ()
    sections: tuple[DraftSection, ...] = ()
    declared: Section | None = None
    old_title: str = ""
    doubts: tuple[str, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether neither the section nor one below it holds any text."""
        return not self.passages and all(one.is_blank for one in self.sections)

    def walk(self) -> Iterator[DraftSection]:
        """This section and all below it, in order."""
        yield self
        for one in self.sections:
            yield from one.walk()


@dataclass(frozen=True, slots=True)
class DraftTask:
    """A task; `due` is text that an input takes for a date, "" where there is none."""

    text: str
    owner: str = ""
    due: str = ""
    evidence: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class DraftMonth:
    """A month (its bare number where the year is not known) and its tasks, in order."""

    month: Month | int
    tasks: tuple[DraftTask, ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """What there is for a new input of a kind; an empty one gives a blank input.

    `source` is the file that was read, "" where there is none; `title` the title it bears.
    """

    source: str = ""
    title: str = ""
    values: Mapping[str, DraftValue] = field(default_factory=dict)      # by field name
    lead: tuple[Passage, ...] = ()
    sections: tuple[DraftSection, ...] = ()     # in the order in which they are to be printed
    months: tuple[DraftMonth, ...] = ()
    annexes: tuple[DraftSection, ...] = ()
    members: tuple[Member, ...] = ()
    targets: tuple[Target, ...] = ()
    unit: str = ""
    date: str = ""
    doubts: tuple[str, ...] = ()
    lead_doubts: tuple[str, ...] = ()
    schedule_doubts: tuple[str, ...] = ()
    signature_doubts: tuple[str, ...] = ()
