"""A document of last year, read for a new input; what `check` would refuse is refused here too."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from office.terminal import say_notice
from plans.drafts import Draft
from plans.errors import Fault, Place, UserError
from plans.house import House
from plans.kinds import Kind
from plans.messages import _
from plans.task_columns import task_columns

_ABOUT_FILES = "F"      # the rules that speak of the file, not of what it says
_IN_PART = "去年的文件没有全部读出来，请对照原件补上缺的部分"


def last_year(path: Path, kind: Kind, house: House) -> Draft:
    """What the document at `path` holds for an input of `kind`.

    What else is odd about the file is told. Raises UserError where it cannot be read.
    """
    from checkers.case import Demand, case_of
    from checkers.drafts import draft_of
    from checkers.verdict import findings_in
    from office.one_reading import read_one

    submission = read_one(path)
    case = case_of(submission, Demand(house.topics, kind=kind, calendar=house.calendar))
    faults = [Fault(Place(str(path)), one.message, one.fix) for one in findings_in(case)
              if one.rule.startswith(_ABOUT_FILES)]
    document = submission.document
    if document is None or document.is_blank:
        raise UserError(faults or [Fault(Place(str(path)), _("the file holds no text"),
                                         _("give a Word file or a PDF whose text can be copied"))])
    for fault in faults:
        say_notice(fault)
    draft = draft_of(case, kind, house.topics, task_columns(house))
    return replace(draft, source=path.name, doubts=() if case.is_judged else (_IN_PART,))
