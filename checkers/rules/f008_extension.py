"""F008 extension: the file is not what the end of its name says.

Fails:
    file really-docx.doc
Passes:
    file good.docx
Why:    such a file opens with a warning, or not at all, on another machine.
Mend:   save it again under the right type; renaming does not convert it.
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.case import Case
from checkers.findings import Finding
from checkers.sniff import name_of, named_so
from plans.messages import _

SEVERITY = "warning"
_USUAL = ("docx", "pdf")


def check(case: Case) -> Iterator[Finding]:
    """Only said of a file that can be read; otherwise its real trouble is the news."""
    submission = case.submission
    if (submission.document is not None and submission.promised
            and not named_so(submission.format, submission.promised)):
        is_picture = submission.format == "picture"
        yield Finding(
            _("the file is really {format}, whatever its name says").format(
                format=_("a picture") if is_picture else name_of(submission.format)),
            _("save it again as .{format}").format(format=submission.format)
            if submission.format in _USUAL else _("hand it in as .docx or .pdf") if is_picture
            else _("open it in Word or WPS and save it as .docx"))
