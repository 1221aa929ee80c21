"""A document kind as its folder declares it; what is generated and what is checked read this."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from plans.targets import Target

SEVERITIES = ("error", "warning", "info", "off")
PURPOSES = ("notice",)      # what homeroom itself writes with a kind: `check --notices`
FAMILIES = ("plan", "schedule", "form", "report", "bundle")


@dataclass(frozen=True, slots=True)
class Field:
    """A value that a document holds: header value, form field or table column.

    `type` names an entry of plans.field_types; `columns` are set for a table only.
    """

    name: str
    label: str
    type: str
    required: bool = False
    example: str = ""
    help: str = ""
    in_document: str = ""           # "required": a submission must show it
    verbatim: bool = False          # a name: never turned into Traditional Chinese
    columns: tuple[Field, ...] = ()

    @property
    def keys(self) -> tuple[str, str]:
        """What the input may call it: the English name or the Chinese label."""
        return self.name, self.label


@dataclass(frozen=True, slots=True)
class Section:
    """A section that a kind asks for.

    `topic` refers to topics.yaml ("" for a section with a title of its own). `title` is what is
    printed; it may hold {{ field }}. `also` and `never` are further names that count or never do.
    """

    id: str                         # nested with /: 规章制度/学习活动制度
    title: str
    topic: str = ""
    required: bool = True
    also: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    min_chars: int = 0
    hint: str = ""                  # what to write, for a blank input or form
    schedule: bool = False          # the section holds the month table
    columns: tuple[str, ...] = ()   # of the table that the section must hold; 任务/工作内容 either
    annex: int | None = None        # looked for in that annex instead of the main part
    sections: tuple[Section, ...] = ()

    @property
    def name(self) -> str:
        """What a person calls the section: its topic, else its title."""
        return self.topic or self.title

    def walk(self) -> Iterator[Section]:
        """This section and all below it, in order."""
        yield self
        for section in self.sections:
            yield from section.walk()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document: `word` is the path of its Word template, None where it has none."""

    id: str
    name: str
    family: str
    version: int
    folder: Path
    word: Path | None = None
    file_name: str = ""
    title: str = ""                 # the printed title, a template over the fields; else the name
    also: tuple[str, ...] = ()      # further titles that such documents bear
    fields: tuple[Field, ...] = ()
    sections: tuple[Section, ...] = ()
    schedule_required: bool = False
    schedule_columns: tuple[str, ...] = ()      # the schedule must be a table with these
    signature_required: bool = False
    targets: tuple[Target, ...] = ()    # what such plans are counted by, unless a plan says else
    rules: Mapping[str, str] = field(default_factory=dict)   # rule id → severity or "off"
    purpose: str = ""               # one of PURPOSES

    def walk(self) -> Iterator[Section]:
        """Every section, sub-sections included, in order."""
        for section in self.sections:
            yield from section.walk()

    @property
    def main_sections(self) -> tuple[Section, ...]:
        """The sections of the main part."""
        return tuple(one for one in self.sections if one.annex is None)

    @property
    def annexes(self) -> tuple[Section, ...]:
        """The sections that are annexes of their own, in the order of their numbers."""
        return tuple(sorted((one for one in self.sections if one.annex is not None),
                            key=lambda one: one.annex or 0))

    def field_called(self, key: str) -> Field | None:
        """The field whose name or label is `key`."""
        return next((one for one in self.fields if key in one.keys), None)
