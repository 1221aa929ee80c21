"""The language of every message: English in the source, zh_CN in the catalogue.

One gettext domain serves our own words and click's, so that a message is looked up one way.
"""

from __future__ import annotations

import gettext as _gettext
import locale
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

DOMAIN = "homeroom"
LOCALES = Path(__file__).parent / "locales"
LANGUAGES = ("en", "zh_CN")

_catalogue: _gettext.NullTranslations = _gettext.NullTranslations()
_language = "en"


def speak(language: str) -> None:
    """Make every later message come out in `language` ("en" or "zh_CN")."""
    global _catalogue, _language
    _language = language
    os.environ["LANGUAGE"] = language  # read by gettext itself, and so by click and by children
    _gettext.bindtextdomain(DOMAIN, str(LOCALES))
    _gettext.textdomain(DOMAIN)
    _catalogue = _gettext.translation(DOMAIN, str(LOCALES), [language], fallback=True)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Within it messages come out in `language`: a paper has its own, whatever the screen's is."""
    before = _language
    speak(language)
    try:
        yield
    finally:
        speak(before)


def chosen_language() -> str:
    """The language that messages come out in now."""
    return _language


def choose_language(arguments: Sequence[str]) -> str:
    """The language asked for: `--lang`, else HOMEROOM_LANG, else the locale; "en" if none fits."""
    for position, argument in enumerate(arguments):
        if argument == "--lang" and position + 1 < len(arguments):
            return _known(arguments[position + 1])
        if argument.startswith("--lang="):
            return _known(argument.removeprefix("--lang="))
    for variable in ("HOMEROOM_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return _known(value)
    return _known(locale.getlocale()[0] or "")  # Windows has no LANG, but a locale of its own


def _known(name: str) -> str:
    return "zh_CN" if name.lower().replace("-", "_").startswith(("zh", "chinese")) else "en"


def _(message: str) -> str:
    """`message` in the chosen language."""
    return _catalogue.gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """The form of a message that `count` things take, in the chosen language."""
    return _catalogue.ngettext(one, many, count)


def N_(message: str) -> str:
    """Marks a message for the catalogue; it is translated where it is shown."""
    return message
