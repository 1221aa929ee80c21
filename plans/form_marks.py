"""What a form of ours says of itself in the file, so that it is found again when it comes back: a
tag on every place that is filled in, and a stamp."""

from __future__ import annotations

LONGEST_TAG = 64        # characters; Word takes no more
OF_COLUMN, OF_OPTION = ".", "/"
"""What parts a tag: experience.from is a column of a table, gender/女 an option."""

STAMP = ("homeroom-kind", "homeroom-version", "homeroom-form")
"""The properties of a file that make up its stamp: the kind, the version of that, an id."""


def column_tag(table: str, column: str) -> str:
    """The tag of a place in the rows of a table, by the names of both."""
    return f"{table}{OF_COLUMN}{column}"


def option_tag(tag: str, option: str) -> str:
    """The tag of the box to tick for an option of what bears `tag`."""
    return f"{tag}{OF_OPTION}{option}"
