"""What a document says of itself → the header values of an input: title, year, period, school."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checkers.months import year_in
from checkers.outline import Outline
from plans.comparing import simplified
from plans.drafts import DraftValue
from plans.kinds import Field, Kind
from plans.periods import Period

_TAG = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_YEAR = r"(\d{4}|[〇○零一二三四五六七八九]{4})"
_YEAR_WORD = re.compile(r"^年")
_YEAR_WORDS = "(?:学年度|学年|年度|年)"
_SCHOOL = re.compile(r".{2,}?(?:实验学校|学校|中学|小学|幼儿园|中专|学院|教育局|学)")
_SPAN = "起止月份"
_OWN = ("school", "issuer")     # fields that name who writes the paper
_LAST_YEAR = "去年的{label}，改成今年的"
_GUESSED = "从去年的材料里猜的"


def values_of(kind: Kind, outline: Outline, period: Period | None, unit: str,
              recipient: str) -> dict[str, DraftValue]:
    """The values of the kind's fields by name, as far as the document gives them.

    `unit` is who signs, `recipient` whom the document addresses; "" where it does not say.
    """
    found = {one.name: value for one, value in _in_title(kind, outline.title)}
    year = year_in(outline.title) or (period.first.year if period else None)
    own = next((name for name in _OWN if kind.field_called(name)), "")
    for one in kind.fields:
        if one.type == "period" and period:
            found[one.name] = DraftValue(str(period), _LAST_YEAR.format(label=one.label))
        elif one.label == _SPAN and outline.period:
            found[one.name] = DraftValue(outline.period.chinese,
                                         _LAST_YEAR.format(label=one.label))
        elif one.type == "integer" and one.name == "year" and one.name not in found and year:
            found[one.name] = DraftValue(str(year))
        elif one.name == own and not found.keys() & set(_OWN) and (school := _school(
                unit, outline.title)):
            found[one.name] = DraftValue(school, _GUESSED)
        elif one.name == "recipient" and recipient:
            found[one.name] = DraftValue(recipient)
        if one.name == "year" and one.name in found:
            found[one.name] = DraftValue(found[one.name].text, _LAST_YEAR.format(label=one.label))
    return found


def _in_title(kind: Kind, title: str) -> Iterator[tuple[Field, DraftValue]]:
    """The values that stand in the title where the kind's title has them."""
    plain = simplified(title.strip())
    if len(plain) != len(title.strip()):
        plain = title.strip()
    for exact, ending in ((True, ""), *((False, name) for name in (kind.name, *kind.also))):
        pattern, names = _pattern(kind.title, ending)
        match = re.fullmatch(pattern, plain)
        if match:
            for at, keys in enumerate(names, 1):
                text = title.strip()[match.start(at):match.end(at)]
                fields = [one for key in keys if (one := kind.field_called(key))]
                for one, part in _told_apart(fields, text):
                    sure = exact and len(fields) == 1
                    yield one, DraftValue(part, "" if sure else _GUESSED)
            return


def _told_apart(fields: Sequence[Field], text: str) -> Iterator[tuple[Field, str]]:
    """Fields with nothing between them in the title: the school in front, then what is spelt like
    the example of one."""
    if len(fields) > 1:
        own = next((one for one in fields if one.name == "school"), None)
        if own and (school := _school(text, "")):
            yield own, school
            text = text[len(school):]
        text = re.sub(_YEAR + _YEAR_WORDS, "", text)    # an old title may have a year there
    if text and fields:
        yield next((one for one in fields if one.example[-2:] == text[-2:]), fields[0]), text


def _pattern(template: str, ending: str) -> tuple[str, list[list[str]]]:
    """A title as a pattern, one group for each field, or for fields with nothing between them; its
    last words replaced by an `ending`."""
    parts = _TAG.split(template)
    if ending:
        parts[-1] = ("年" if parts[-1].startswith("年") else "") + ending
    pattern = ""
    names: list[list[str]] = []
    for at, part in enumerate(parts):
        if at % 2:
            is_year = parts[at + 1].startswith("年")
            if at > 1 and not parts[at - 1] and not is_year:
                names[-1].append(part)
                continue
            pattern += _YEAR if is_year else "(.+?)"
            names.append([part])
        elif part.startswith("年"):
            pattern += _YEAR_WORDS + re.escape(_YEAR_WORD.sub("", part))
        else:
            pattern += re.escape(part)
    return pattern, names


def _school(unit: str, title: str) -> str:
    """The school that a signature (江城实验学校教导处) or a title begins with."""
    for text in (unit, title):
        if match := _SCHOOL.match(simplified(text)):
            return text[:match.end()]
    return ""
