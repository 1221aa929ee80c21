"""A document kind as its folder declares it; what is generated and what is checked read this."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from plans.figures.vocabulary import Each, Figure
from plans.record_maps import RecordMap
from plans.scoring import Scoring
from plans.strips import Strip
from plans.targets import Target

SEVERITIES = ("error", "warning", "info", "off")
FILLERS = ("", "office")    # who fills a field in: whoever hands the paper in, or those who get it
PAPERS = ("portrait", "landscape")
MUST, PREFER = "must", "prefer"
NOTICE, CHECKLIST, TASK_LIST, RECORDS = PURPOSES = ("notice", "checklist", "task-list", "records")
"""What homeroom itself does with a kind: `check --notices`; `checklist` of a kind, of a plan; the
lists that records hold."""
FAMILIES = ("plan", "schedule", "form", "report", "bundle")


@dataclass(frozen=True, slots=True)
class Option:
    """One of the answers of a field; `also` are further words for it."""

    name: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """A value that a document holds: header value, form field or table column.

    `type` names an entry of plans.field_types; `columns` are set for a table only, `options` for
    choice and ticks, from the lowest to the highest where they are `ordered`.
    """

    name: str
    label: str
    type: str
    required: bool = False
    example: str = ""
    help: str = ""                  # what to write; the prompt of a form
    in_document: str = ""           # "required": a submission must show it
    verbatim: bool = False          # a name: never turned into Traditional Chinese
    columns: tuple[Field, ...] = ()
    also: tuple[str, ...] = ()      # other labels that forms of other schools have for it
    options: tuple[Option, ...] = ()
    ordered: bool = False
    at_least: float | None = None   # the smallest number, or the fewest ticks, rows or characters
    at_most: float | None = None
    unit: str = ""                  # what is counted, printed behind a number: 年
    by: str = ""                    # one of FILLERS
    signed: tuple[str, ...] = ()    # lines to sign on, below what is written in the box
    lines: int = 0                  # how many lines high its box is; 0: as its type asks
    rows: int = 0                   # blank rows of a table in a blank form; 0: a few
    width: float = 0.0              # share of the table's width that a column takes; 0: as its type
    fixed: tuple[Mapping[str, str], ...] = ()   # a table's own rows, by column; the rest is written
    limit: str = ""                 # of a column of numbers: the column whose number is the most
    sum_of: str = ""                # "table.column" that this number is the sum of
    attached: bool = False          # what is named here is handed in with the form
    small: bool = False             # a column in small print
    figure: Figure | None = None    # of a report: how the value is counted
    each: Each | None = None        # of a table of a report: what its rows are
    means: str = ""                 # of a column of records: one of MEANINGS
    unique: tuple[str, ...] = ()    # of a list of records: columns that no two rows share

    @property
    def keys(self) -> tuple[str, str]:
        """What the input may call it: the English name or the Chinese label."""
        return self.name, self.label

    @property
    def names(self) -> tuple[str, ...]:
        """What a form may call it."""
        return self.label, *self.also

    @property
    def must_be_filled(self) -> bool:
        """Whether a form is not whole without it; who hands it in is not asked for what the office
        writes."""
        return self.required and not self.by

    def column_called(self, key: str) -> Field | None:
        """The column whose name or label is `key`."""
        return next((one for one in self.columns if key in one.keys), None)


@dataclass(frozen=True, slots=True)
class Claim:
    """What a value must be: at least a number, an option or so many rows; or to hold one of some
    words. Without either it must only be there."""

    at_least: str = ""
    any_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """What somebody must fulfil (MUST) or is preferred for (PREFER); `says` is how the school puts
    it.

    `claim` is about the field. Of a table those rows count in which every column of `where` is as
    claimed and whose `date` column lies within the last `years` before the date of the field
    `until`; the claim is then about how many there are, one where it says nothing.
    """

    id: str
    field: str
    says: str
    level: str
    claim: Claim = Claim()
    where: tuple[tuple[str, Claim], ...] = ()
    date: str = ""
    years: int = 0
    until: str = ""


@dataclass(frozen=True, slots=True)
class Spans:
    """Years that a table adds up to: from the month in column `first` to that in `last` (until now
    where it is blank), to be compared with the number in `field`; `until` is the field with the
    date that "now" is."""

    field: str
    table: str
    first: str
    last: str
    until: str = ""


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
    says: str = ""                  # of a report: its first paragraph, with {{ figures }}
    tables: tuple[str, ...] = ()    # of a report: fields that are printed here as tables

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
    conditions: tuple[Condition, ...] = ()
    spans: tuple[Spans, ...] = ()
    layout: tuple[Strip, ...] = ()  # how a form without a Word template is laid out
    paper: str = PAPERS[0]
    notes: tuple[str, ...] = ()     # 填表说明, printed below a form
    summary: str = ""               # the kind that `collect` makes of many such forms
    scoring: Scoring | None = None  # what points are given for
    records: tuple[RecordMap, ...] = ()     # what of a filled-in form goes into records
    each: Each | None = None        # of a report: one document for each of these

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

    @property
    def is_form(self) -> bool:
        """Whether it goes out to be filled in: its fields are what is asked of a paper."""
        return self.family == "form"

    @property
    def is_drawn(self) -> bool:
        """Whether its Word file is drawn from `layout`: a form, or what has a layout."""
        return self.word is None and (self.is_form or bool(self.layout))

    @property
    def is_all_fields(self) -> bool:
        """Whether it is drawn and holds nothing but fields: no headings, months or signature."""
        return self.is_drawn and not (self.sections or self.schedule_required
                                      or self.signature_required)

    @property
    def is_counted(self) -> bool:
        """Whether it is a report with figures counted from a plan and its records."""
        return any(one.figure or one.each for one in self.fields)

    def demands(self, field: Field) -> bool:
        """Whether whoever hands such a paper in must show `field`; the office fills in its own."""
        return not field.by and (field.in_document == "required"
                                 or (field.required and self.is_form))

    def field_called(self, key: str) -> Field | None:
        """The field whose name or label is `key`."""
        return next((one for one in self.fields if key in one.keys), None)
