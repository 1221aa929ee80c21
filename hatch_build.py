"""Compiles the message catalogues, so that a wheel or an editable install speaks Chinese.

Hatchling calls the hook before it builds; `python hatch_build.py` does the same in a checkout.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_catalogues(root: Path) -> list[Path]:
    """The homeroom.mo files below `root`, one a language, each written from the .po beside it.

    What click says (click.po) and the pages of the rules (rules.po) go into the same file, for all
    of it is looked up in our domain.
    """
    return [_compiled(folder) for folder in sorted(root.glob("plans/locales/*/LC_MESSAGES"))]


def _compiled(folder: Path) -> Path:
    words = _catalogue(folder / "homeroom.po")
    for name in ("click.po", "rules.po"):
        for message in _catalogue(folder / name):
            if message.id and message.id not in words:
                words[message.id] = message
    content = io.BytesIO()
    write_mo(content, words)
    target = folder / "homeroom.mo"
    # Renamed into place, because a process that speaks Chinese may be reading the old one.
    unfinished = folder / "homeroom.mo.new"
    unfinished.write_bytes(content.getvalue())
    unfinished.replace(target)
    return target


def _catalogue(source: Path) -> Catalog:
    with source.open("rb") as stream:
        return read_po(stream, locale=source.parts[-3])


class CatalogueHook(BuildHookInterface[BuilderConfig]):
    """What hatchling looks for in this file."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, whatever is built: `version` is "standard" or "editable"."""
        compile_catalogues(Path(self.root))


if __name__ == "__main__":
    for written in compile_catalogues(Path(__file__).parent):
        print(written)
