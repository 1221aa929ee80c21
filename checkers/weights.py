"""What each trait of a line is worth, as evidence for a heading (above 0) or against it.

The weights are those of a logistic regression over labelled papers of our own, their looks and the
forms of their numbers varied at random so that no habit of one writer counts; signs that make no
sense were not allowed. The weights of looks are chosen by hand, for looks mislead: in 92 files
saved by Word and WPS, heading styles alone find headings with F1 0.30. They add up to the log odds
that the line is a heading.
"""

from __future__ import annotations

from collections.abc import Mapping

NUMBERED: Mapping[str, float] = {
    "": -3.5,
    # the line itself
    "stands alone": 1.0, "text run in after 。": 1.4, "text run in after ：": -0.2,
    "is a sentence": -1.4, "a value is run in": -1.0,
    "very short": 2.6, "short": 0.8, "rather long": -0.6, "long": -1.8, "very long": -1.0,
    "ends like a sentence": -2.0, "ends like an item": -1.2,
    "says a duty": -0.4, "names a role": -2.6, "names a paper": -1.1,
    "known name": 0.8, "ends in a known noun": 1.9, "nearly a known name": -1.1,
    "unknown name": -1.1,
    # its number
    "number of a part": 2.0, "一、": 1.7, "（一）": 2.1, "1.": 1.2, "（1）": 2.3, "①": 0.3,
    "1.1": 1.2, "第一条": -0.8, "一是": -3.0, "within a clause": -1.2,
    # what stands below it
    "text stands below": 0.4, "a list stands below": 2.4, "a table stands below": -1.0,
    "nothing stands below": -1.7, "stands over a text": 3.7,
    # the others of its list
    "others have text below": 3.5, "others have text run in": 3.5,
    "others stand over a text": 0.7, "others bear a known name": 1.2, "others are long": -1.0,
    "others end like items": -0.7, "a list without texts": -2.0,
    # looks
    "outline level": 1.2, "bold": 0.5, "larger": 0.8, "other font": 0.6,
    "others look different": 0.6, "in brackets": 0.5,
}

PLAIN: Mapping[str, float] = {
    "": -1.7,
    "stands alone": 1.2, "known name, text run in": 2.0, "text run in after ：": 0.4,
    "text run in after 】": -1.6, "a value is run in": -3.0,
    "very short": 1.9, "short": 1.3, "middling": -0.7, "rather long": -1.7, "long": -1.0,
    "ends in a colon": 2.8, "ends like a sentence": -2.1, "has a comma": -0.3,
    "says a duty": -1.4, "says a number": -0.4, "names a role": -4.5, "names a paper": -0.6,
    "holds a date": -4.0, "greets": -4.5, "announces what follows": -2.6, "is an aside": -7.0,
    "is the title": -2.6, "is a month": 1.5,
    "known name": 2.5, "ends in a known noun": 2.7, "nearly a known name": -0.7,
    "unknown name": -1.0,
    "text stands below": 0.7, "a list stands below": 1.2, "nothing stands below": -3.0,
    "others end in a colon": 1.6, "others look the same": 0.8, "others are numbered": -1.2,
    "above the first heading": -1.8, "a short line stands above": -0.7,
    "outline level": 1.2, "bold": 1.8, "larger": 1.0, "other font": 1.2, "centred": -0.8,
    "in brackets": 1.5, "at the right": -2.0,
}

LABEL: Mapping[str, float] = {"names the cell beside or below it": 4.0}
