"""Where kinds, topics and calendars are found: the school's own folder first, then ours.

The house folder is `--house`, else HOMEROOM_HOUSE, else ./homeroom.d, else the user's config
folder; it holds kinds/NAME/kind.yaml, Word templates, and what differs of our topics.yaml,
calendar.yaml, holidays.yaml, profile.yaml, names.yaml, traditional.yaml, task_columns.yaml,
roster.yaml and tracing.yaml.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path

from plans.calendars import read_calendar
from plans.comparing import compare_form, nearest
from plans.errors import UsageError
from plans.holidays import Holidays, read_holidays
from plans.keys import meant
from plans.kind_files import read_kind
from plans.kinds import Kind
from plans.messages import _
from plans.names import Names, read_names
from plans.periods import Calendar
from plans.profile import BUILT_IN, Profile, read_profile
from plans.topic_files import read_topics
from plans.topics import Topics
from plans.traditional import Tradition, read_tradition

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"


_MANY = 5           # names of kinds that a message may suggest


# What lies beside the program does not change while it runs: 120 ms of reading, once a process.

@lru_cache(maxsize=1)
def _our_topics() -> Topics:
    return read_topics(TEMPLATES / "topics.yaml", None)


@cache
def _our_kind(folder: Path) -> Kind:
    return read_kind(folder, _our_topics(), TEMPLATES, None, _our_folder)


def _our_folder(key: str) -> Path | None:
    folder = TEMPLATES / key
    return folder if (folder / "kind.yaml").is_file() else None


@dataclass(frozen=True)
class House:
    """The school's own folder (None where there is none) over the built-in templates."""

    folder: Path | None = None

    @cached_property
    def topics(self) -> Topics:
        """The topics, the school's own names merged into ours."""
        own = self._own("topics.yaml")
        return read_topics(TEMPLATES / "topics.yaml", own) if own else _our_topics()

    @cached_property
    def calendar(self) -> Calendar:
        """When the school year and its terms run."""
        return read_calendar(TEMPLATES / "calendar.yaml", self._own("calendar.yaml"))

    @cached_property
    def holidays(self) -> Holidays:
        """The public holidays, the school's own put over ours day by day."""
        return read_holidays(TEMPLATES / "holidays.yaml", self._own("holidays.yaml"))

    @cached_property
    def profile(self) -> Profile:
        """The look of what is generated, the school's own values laid over ours."""
        return read_profile(BUILT_IN, self._own("profile.yaml"))

    @cached_property
    def names(self) -> Names:
        """What names of people look like, the school's own lists added to ours."""
        return read_names(TEMPLATES / "names.yaml", self._own("names.yaml"))

    @cached_property
    def tradition(self) -> Tradition:
        """How Traditional Chinese is written, the school's own choices over ours."""
        return read_tradition(TEMPLATES / "traditional.yaml", self._own("traditional.yaml"))

    def _own(self, name: str) -> Path | None:
        """The school's file of that name, None where there is none."""
        own = self.folder / name if self.folder else None
        return own if own and own.is_file() else None

    @cached_property
    def kind_folders(self) -> dict[str, Path]:
        """The folder of each kind by id, in natural order; the school's own replace ours."""
        folders: dict[str, Path] = {}
        for root in (TEMPLATES, self.folder / "kinds" if self.folder else None):
            if root and root.is_dir():
                folders |= {one.parent.name: one.parent for one in root.glob("*/kind.yaml")}
        return dict(sorted(folders.items()))

    @cached_property
    def kinds(self) -> tuple[Kind, ...]:
        """Every kind, in the order of their ids."""
        return tuple(self.kind(one) for one in self.kind_folders)

    @cached_property
    def _read(self) -> dict[str, Kind]:
        return {}       # each kind.yaml is read once, whatever the number of inputs

    def kind(self, key: str) -> Kind:
        """The kind with the id or one of the Chinese names `key`, in Traditional characters too.

        Raises UsageError where there is none.
        """
        if key in self.kind_folders:
            if self.folder is None:
                return _our_kind(self.kind_folders[key])
            if key not in self._read:
                self._read[key] = read_kind(self.kind_folders[key], self.topics, TEMPLATES,
                                            self.folder, self.kind_folders.get)
            return self._read[key]
        names: dict[str, Kind] = {}
        for kind in self.kinds:
            names |= dict.fromkeys((kind.name, *kind.also), kind)
        if (found := meant(key, names)) is not None:
            return found
        near = self._holding(key) or nearest(key, [*self.kind_folders, *names])
        raise UsageError.at(
            key, _("there is no such kind"),
            _("did you mean {near}?").format(near=near) if near else
            _("`homeroom kinds` lists them: {names}").format(names=", ".join(self.kind_folders)))

    def _holding(self, key: str) -> str:
        """The names of kinds that hold `key`, the first of each: 申报表 ends a long one."""
        form = compare_form(key)
        found = [names[0] for kind in self.kinds
                 if len(form) > 1 and (names := [one for one in (kind.name, *kind.also)
                                                 if form in compare_form(one)])]
        return "、".join(found) if len(found) <= _MANY else ""

    def kind_for(self, purpose: str) -> Kind:
        """The kind that serves a `purpose`, the school's own before ours.

        Raises UsageError where there is none.
        """
        serving = [kind for kind in self.kinds if kind.purpose == purpose]
        ours = [kind for kind in serving if kind.folder.is_relative_to(TEMPLATES)]
        for kind in (*(one for one in serving if one not in ours), *ours):
            return kind
        raise UsageError.at(
            purpose, _("no kind serves this purpose"),
            _("write `purpose: {purpose}` into the kind.yaml of one").format(purpose=purpose))


def find_house(given: str | None = None) -> House:
    """The house that `--house`, the environment or the usual places give.

    Raises UsageError where a folder was named and is not there.
    """
    for named in (given, os.environ.get("HOMEROOM_HOUSE")):
        if named:
            if not Path(named).is_dir():
                raise UsageError.at(named, _("there is no such folder"),
                                    _("name the folder that holds the school's own kinds/"))
            return House(Path(named))
    for usual in (Path("homeroom.d"), _config_folder()):
        if usual.is_dir():
            return House(usual)
    return House()


def _config_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", Path.home())) / "homeroom"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "homeroom"
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "homeroom"
