"""The files of the pictures in a document, for a document that holds nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml.etree import _Element

from checkers.document import Unreadable
from checkers.word import markup as m
from checkers.word.package import Package, Relationship


def picture_files(package: Package, body: _Element,
                  pointers: Mapping[str, Relationship]) -> tuple[bytes, ...]:
    """The bytes of the pictures of `body` in order, each file once; b"" for one that is damaged."""
    return tuple(_files(package, body, pointers))


def _files(package: Package, body: _Element,
           pointers: Mapping[str, Relationship]) -> Iterator[bytes]:
    told: set[str] = set()          # what is for older readers names the same files once more
    for element in body.iter(*m.PICTURES):
        link = element.get(m.EMBED) or element.get(m.LINK_ID) or ""
        name = pointers[link].target if link in pointers else ""
        if not name or name in told:
            continue
        told.add(name)
        try:
            content = package.content(name)
        except Unreadable:
            content = b""           # a page that cannot be read is still a page
        if content is not None:
            yield content
