"""What was handed in beside a file: the attachments that a form names may be among it."""

from __future__ import annotations

from collections.abc import Iterable

MOST = 60       # names; more than these is a heap of many people's papers, and much to send about


def beside(shown: Iterable[str]) -> list[tuple[str, ...]]:
    """For each path, as it is shown (交/王珂.zip!/申报表.docx), what lies in its folder and below:
    the names of files, folders and archives.

    () where nothing does, and where more than MOST do.
    """
    paths = [one.split("/") for one in shown]
    names: dict[tuple[str, ...], dict[str, None]] = {}
    for parts in paths:
        for at in range(len(parts)):
            below = names.setdefault(tuple(parts[:at]), {})
            if len(below) <= MOST:
                below |= dict.fromkeys(one.removesuffix("!") for one in parts[at:])
    return [tuple(one for one in below if one != parts[-1]) if len(below) <= MOST else ()
            for parts in paths for below in [names[tuple(parts[:-1])]]]
