"""F012 other-kind: the form is another than the one that is asked for, or an older version of it.

Fails:
    stamp lesson-notes 1
    form 姓名*, 联系电话*:phone, 学科*
    听课人 | 王珂
    课题 | 春
Passes:
    form 姓名*, 联系电话*:phone, 学科*
    姓名 | 王珂
    联系电话 | 13800000001
    学科 | 语文
Why:    last year's form, or that of another school, does not ask what is asked this year.
Mend:   hand in the form that was given out.
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.answers import MISSING
from checkers.asked_fields import fits, is_required, is_stranger
from checkers.case import Case
from checkers.findings import Finding, Location
from plans.kinds import Kind
from plans.messages import _

SEVERITY = "error"
_FEWEST = 3         # required fields from which it tells something that most are not there


def check(case: Case) -> Iterator[Finding]:
    """By what the form says of itself; one that says nothing by the fields that it has."""
    document, kind = case.submission.document, case.kind
    if document is None or kind is None:
        return
    stamp = document.stamp
    fix = _("hand in the form {name} that was given out").format(name=kind.name)
    place = Location(quote=case.outline.title if case.outline else "")
    if stamp is not None and is_stranger(stamp, kind):
        title = place.quote
        if case.answers is None:
            yield Finding(_("this is the form {other}, and {name} is asked for").format(
                other=f"{title} ({stamp.kind})" if title else stamp.kind, name=kind.name),
                fix, place)
        else:
            yield Finding(_("the file says that it is the form {other}, but it has the fields of "
                            "{name}").format(other=stamp.kind, name=kind.name),
                          _("see which form it is"), place, severity="warning", review=True)
    elif stamp is not None and stamp.version and stamp.version != str(kind.version):
        yield Finding(_("this is version {other} of the form {name}; version {version} is asked for"
                        ).format(other=stamp.version, name=kind.name, version=kind.version),
                      fix, place, severity="warning")
    elif stamp is None:
        yield from _by_labels(case, kind, fix, place)


def _by_labels(case: Case, kind: Kind, fix: str, place: Location) -> Iterator[Finding]:
    if case.answers is None or not case.is_judged or fits(case.answers, kind):
        return
    required = [one for one in case.answers if is_required(one.field, kind)]
    if len(required) >= _FEWEST:
        yield Finding(
            _("this may be another form: of {count} fields that {name} asks for, {there} are there"
              ).format(count=len(required), name=kind.name,
                       there=sum(one.state != MISSING for one in required)),
            fix, place, severity="warning", review=True)
