"""Everything a rule may look at: a submission, its outline, and what is asked of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from checkers.answers import Answers
from checkers.asked_fields import answers_in, is_of_another
from checkers.detection import detect
from checkers.document import GARBLED
from checkers.form_labels import labels_in
from checkers.form_reading.lists import people_in
from checkers.marks import mark_of
from checkers.matching import EMPTY, MISSING, UNCERTAIN, Requirement, match
from checkers.outline import Outline, outline_of
from checkers.sheets import Sheets
from checkers.submission import Submission
from plans.comparing import compare_form
from plans.kinds import Kind, Section
from plans.periods import Calendar, Period
from plans.planned import Planned
from plans.profile import Profile, built_in
from plans.topics import Strength, Topics
from plans.tracing_words import NO_WORDS, TracingWords


@dataclass(frozen=True, slots=True)
class Demand:
    """What a check asks for: one kind, or titles without any kind, or the best of all kinds.

    `period` is the one given on the command line, None where there was none; `profile` the look
    that L rules ask for, None for the built-in one. `keep_pictures` keeps the bytes of the pictures
    that a form holds; a check needs none. `planned` is what the documents have to speak of, and
    `words` tells in which other words they may.
    """

    topics: Topics
    kinds: tuple[Kind, ...] = ()            # to choose from where `kind` is None
    kind: Kind | None = None
    titles: tuple[str, ...] = ()            # --require
    period: Period | None = None
    profile: Profile | None = None
    calendar: Calendar = field(default_factory=Calendar)
    keep_pictures: bool = False
    workbooks: bool = False                 # forms and lists in .xlsx are read too
    planned: tuple[Planned, ...] = ()       # --plan
    words: TracingWords = NO_WORDS


@dataclass(frozen=True, slots=True)
class Case:
    """One submission and what was found in it; `outline` is None where it cannot be read.

    `candidates` are the kinds that fit equally well where none could be chosen. `answers` are those
    to the fields of a form, or of another paper that must show some; None where none are asked for.
    """

    submission: Submission
    outline: Outline | None
    kind: Kind | None
    kind_source: str                        # given | detected | none
    requirements: tuple[Requirement, ...] = ()
    period: Period | None = None
    candidates: tuple[Kind, ...] = ()
    kind_wanted: bool = False               # a kind was to be found
    profile: Profile | None = None
    answers: Answers | None = None
    people: tuple[Answers, ...] = ()        # of a list in a workbook, a row for each
    foreign: Answers | None = None          # what a form of another kind has all the same
    planned: tuple[Planned, ...] = ()       # what it has to speak of
    words: TracingWords = NO_WORDS

    @property
    def asks_months(self) -> bool:
        """Whether months are looked at: the kind asks for them, or a schedule is there; the months
        in the boxes of a form are none."""
        if self.outline is None:
            return False
        if self.kind is not None and (self.kind.schedule_required or self.kind.is_drawn
                                      or self.kind.is_form):
            return self.kind.schedule_required
        return bool(self.outline.main.months)

    @property
    def look(self) -> Profile:
        """The look that the document should have."""
        return self.profile or built_in()

    @property
    def sheets(self) -> Sheets | None:
        """The pages as set up; None where there is no document, or one that does not tell."""
        document = self.submission.document
        return document.sheets if document else None

    @property
    def is_judged(self) -> bool:
        """Whether "missing" may be said: there is a document, and all of it was read."""
        document = self.submission.document
        return document is not None and not (
            document.skipped or document.scanned_pages or document.garbled_share > GARBLED)

    @property
    def is_recognised(self) -> bool:
        """Whether text was recognised from pictures: it may hold mistakes that nobody made."""
        document = self.submission.document
        return document is not None and bool(document.ocr_pages)


def case_of(submission: Submission, demand: Demand) -> Case:
    """The case that a submission and a demand make."""
    document = submission.document
    if document is None:
        source = "given" if demand.kind else "none"
        return Case(submission, None, demand.kind, source)
    outline = outline_of(document, demand.topics)
    kind, source = demand.kind, "given"
    candidates: tuple[Kind, ...] = ()
    if demand.kind is None:
        source = "none"
        if not demand.titles:
            kind, candidates = detect(outline, demand.kinds, demand.topics,
                                      labels_in(document), document.stamp)
            source = "detected" if kind else "none"
    asked = match(outline, kind.sections, demand.topics) if kind else ()
    known = {one.section.id for one in asked} | {one.section.topic for one in asked}
    # What is asked for besides a kind does not compete with it for headings.
    more = match(outline, [one for one in _required(demand.titles, demand.topics)
                           if one.id not in known and (one.topic or one.id) not in known],
                 demand.topics)
    asked += tuple(replace(one, above=one.above or "--require") for one in more) if kind else more
    people = people_in(document, kind, demand.calendar) if (
        kind and submission.format == "xlsx") else ()
    answers = None if people else answers_in(document, kind, demand.calendar)
    if answers is not None and not demand.keep_pictures:
        answers = answers.without_pictures()
    foreign = answers if answers and kind and is_of_another(answers, kind) else None
    case = Case(submission, outline, kind, source, asked,
                demand.period or outline.period, candidates,
                not (demand.titles or demand.planned or demand.kind), demand.profile,
                None if foreign else answers, people, foreign, demand.planned, demand.words)
    if case.is_judged:
        return case
    return replace(case, requirements=tuple(
        replace(one, state=UNCERTAIN) if one.state in (MISSING, EMPTY) else one
        for one in case.requirements))


def _required(titles: Sequence[str], topics: Topics) -> list[Section]:
    """A section for each --require; a title that is a topic's name counts under all its names."""
    sections = []
    for title in dict.fromkeys(titles):
        mark = mark_of(title)
        bare = mark.rest if mark else title
        named = [one for one, strength in topics.meaning(bare).items()
                 if strength >= Strength.ALIAS
                 or compare_form(bare) in topics.topics[one].heads]
        topic = topics.topics[named[0]] if len(named) == 1 else None
        sections.append(Section(id=title, title=bare, topic=topic.name if topic else "",
                                schedule=topic is not None and topic.schedule))
    return sections
