"""The language of messages: who asks for it, and that it then comes out."""

import io
import locale
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from plans import messages
from plans.messages import N_, _, choose_language, chosen_language, ngettext, speak

VARIABLES = ("HOMEROOM_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
PO = """\
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\nPlural-Forms: nplurals=1; plural=0;\\n"

msgid "there is no such kind"
msgstr "没有这个种类"

msgid "{n} file"
msgid_plural "{n} files"
msgstr[0] "{n} 个文件"
"""


@pytest.fixture(autouse=True)
def _no_language(monkeypatch):
    for variable in VARIABLES:
        monkeypatch.delenv(variable, raising=False)


@pytest.fixture
def chinese(tmp_path, monkeypatch):
    """A catalogue of two messages, made as the package makes its own."""
    folder = tmp_path / "zh_CN" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "homeroom.mo").open("wb") as file:
        write_mo(file, read_po(io.BytesIO(PO.encode()), locale="zh_CN"))
    monkeypatch.setattr(messages, "LOCALES", tmp_path)
    speak("zh_CN")


@pytest.mark.parametrize(("arguments", "variables", "language"), [
    (["--lang", "zh", "check"], {"HOMEROOM_LANG": "en"}, "zh_CN"),
    (["--lang=en"], {"HOMEROOM_LANG": "zh_CN"}, "en"),
    (["check", "--lang", "zh_CN"], {}, "zh_CN"),
    (["--lang", "fr"], {"LANG": "zh_CN.UTF-8"}, "en"),
    (["--lang"], {"LANG": "zh_CN.UTF-8"}, "zh_CN"),
    ([], {"HOMEROOM_LANG": "zh", "LC_ALL": "en_US.UTF-8"}, "zh_CN"),
    ([], {"LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"}, "zh_CN"),
    ([], {"LC_ALL": "C.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
    ([], {"LC_MESSAGES": "zh_TW", "LANG": "en_GB"}, "zh_CN"),
    ([], {"LANG": "zh-Hans"}, "zh_CN"),
    ([], {"HOMEROOM_LANG": "", "LANG": "ZH_cn"}, "zh_CN"),
    ([], {"LANG": "Chinese (Simplified)_China.936"}, "zh_CN"),
    ([], {"LANG": "de_DE.UTF-8"}, "en"),
])
def test_the_option_beats_our_variable_which_beats_the_locale(arguments, variables, language,
                                                              monkeypatch):
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert choose_language(arguments) == language


def test_without_any_variable_the_system_is_asked():
    assert choose_language([]) == (
        "zh_CN" if (locale.getlocale()[0] or "").lower().startswith(("zh", "chinese")) else "en")


def test_messages_are_english_until_another_language_is_chosen():
    assert chosen_language() == "en"
    assert _("there is no such kind") == "there is no such kind"
    assert [ngettext("{n} file", "{n} files", count) for count in (1, 2)] == ["{n} file",
                                                                              "{n} files"]


@pytest.mark.usefixtures("chinese")
def test_messages_come_out_in_the_language_chosen():
    assert chosen_language() == "zh_CN"
    assert _("there is no such kind") == "没有这个种类"
    assert ngettext("{n} file", "{n} files", 1).format(n=1) == "1 个文件"


@pytest.mark.usefixtures("chinese")
def test_a_message_that_nobody_translated_stays_english():
    assert _("not in the catalogue") == "not in the catalogue"


@pytest.mark.usefixtures("chinese")
def test_english_can_be_chosen_again():
    speak("en")
    assert _("there is no such kind") == "there is no such kind"


def test_a_marked_message_is_translated_only_where_it_is_shown():
    assert N_("text on one line") == "text on one line"


def test_every_language_but_english_has_a_catalogue():
    folder = Path(messages.__file__).parent / "locales"
    assert {path.name for path in folder.iterdir()} == set(messages.LANGUAGES) - {"en"}
