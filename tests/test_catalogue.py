"""Whatever we say can be said in Chinese: the catalogue holds every message, and no other."""

from __future__ import annotations

import ast
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po

from checkers.rule_pages import page_of
from checkers.rules import RULES

ROOT = Path(__file__).parents[1]
SOURCES = [ROOT / "cli.py", *(path for room in ("plans", "generators", "checkers", "office")
                              for path in sorted((ROOT / room).rglob("*.py")))]
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
LANGUAGES = sorted(path.parents[1].name
                   for path in ROOT.glob("plans/locales/*/LC_MESSAGES/homeroom.po"))

Said = str | tuple[str, ...] | list[str]


def messages_of_the_source() -> dict[str | tuple[str, ...], str]:
    """Every message that is marked in our source, with file:line of its first use."""
    found: dict[str | tuple[str, ...], str] = {}
    for path in SOURCES:
        for line, said, _comments, _context in extract_from_file("python", path, KEYWORDS):
            found.setdefault(said, f"{path.relative_to(ROOT)}:{line}")
    return found


def catalogue(language: str, name: str = "homeroom") -> Catalog:
    path = ROOT / "plans" / "locales" / language / "LC_MESSAGES" / f"{name}.po"
    return read_po(io.BytesIO(path.read_bytes()), locale=language)


def forms(text: Said | None) -> tuple[str, ...]:
    """The forms of a message: one, or those for each number."""
    return (text,) if isinstance(text, str) else tuple(text or ())


def placeholders(text: str) -> set[str]:
    """The names that a text asks for, as {name} or %(name)s; conversions and formats count."""
    return set(re.findall(r"(?<!\{)\{[^{}]*\}|%\(\w+\)\w", text))


def faults_of(said: Said, message: Message | None) -> Iterator[str]:
    """What is wrong with the translation of `said`, a phrase each."""
    if message is None or not forms(message.string) or not all(forms(message.string)):
        yield "not translated"
        return
    if message.fuzzy:
        yield "marked fuzzy: look at it and take the mark away"
    # A language with one form for all numbers follows the plural, which names the number.
    asked = placeholders(forms(said)[-1])
    least = placeholders(forms(said)[0]) if len(forms(message.string)) > 1 else asked
    for form in forms(message.string):
        if not least & asked <= placeholders(form) <= asked:
            yield f"placeholders differ: {sorted(asked)} became {sorted(placeholders(form))}"


def told(said: Said) -> str:
    return " / ".join(repr(form) for form in forms(said))


def unreadable_calls(source: str) -> list[int]:
    """The lines of calls whose message cannot be looked up: it is put together within the call."""
    return [node.lineno for node in ast.walk(ast.parse(source))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            and node.func.id in KEYWORDS
            for argument in node.args[:1 if node.func.id != "ngettext" else 2]
            if isinstance(argument, ast.JoinedStr | ast.BinOp | ast.IfExp)
            or (isinstance(argument, ast.Call) and isinstance(argument.func, ast.Attribute)
                and argument.func.attr in ("format", "join"))]


def hidden_calls(source: str) -> list[int]:
    """The lines of calls within an f-string: before Python 3.12 it is one word to the extractor."""
    return [node.lineno for text in ast.walk(ast.parse(source)) if isinstance(text, ast.JoinedStr)
            for node in ast.walk(text)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            and node.func.id in KEYWORDS
            and any(isinstance(argument, ast.Constant) for argument in node.args)]


def nested_calls(source: str) -> list[int]:
    """The lines of calls within the arguments of another: the extractor sees the outer one only."""
    return [inner.lineno for outer in ast.walk(ast.parse(source)) if _is_keyword(outer)
            for inner in ast.walk(outer) if inner is not outer and _is_keyword(inner)]


def _is_keyword(node: ast.AST) -> bool:
    return (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            and node.func.id in KEYWORDS)


def sentences_of_the_rules() -> dict[str, str]:
    """Every sentence of the rules' pages, with the id of the first rule that says it."""
    found: dict[str, str] = {}
    for rule in RULES:
        for sentence in page_of(rule).sentences():
            found.setdefault(sentence, rule.id)
    return found


def half_width(text: str) -> list[str]:
    """Where Chinese is followed or led by a half-width mark, outside `code` and placeholders."""
    plain = re.sub(r"`[^`]*`|\{[^{}]*\}", "x", text)
    return re.findall(r"[\u4e00-\u9fff”][,;:?!()](?=.)|[,;:?!()][\u4e00-\u9fff“]", plain)


def catalogue_of(text: str) -> Catalog:
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    return read_po(io.BytesIO((header + text).encode()), locale="zh_CN")


@pytest.mark.parametrize(("said", "entry"), [
    ("no kind {kind}", 'msgid "no kind {kind}"\nmsgstr "没有 {kind}"'),
    ("plain", 'msgid "plain"\nmsgstr "平"'),
    (("one file", "{n} files"),
     'msgid "one file"\nmsgid_plural "{n} files"\nmsgstr[0] "{n} 个文件"'),
])
def test_a_whole_translation_is_left_alone(said: Said, entry: str) -> None:
    assert list(faults_of(said, catalogue_of(entry).get(forms(said)[0]))) == []


@pytest.mark.parametrize(("said", "entry"), [
    ("no kind {kind}", 'msgid "no kind"\nmsgstr "没有"'),
    ("no kind {kind}", 'msgid "no kind {kind}"\nmsgstr ""'),
    ("no kind {kind}", 'msgid "no kind {kind}"\nmsgstr "没有"'),
    ("no kind {kind}", 'msgid "no kind {kind}"\nmsgstr "没有 {knid}"'),
    ("no kind {kind}", '#, fuzzy\nmsgid "no kind {kind}"\nmsgstr "没有 {kind}"'),
    (("one file", "{n} files"),
     'msgid "one file"\nmsgid_plural "{n} files"\nmsgstr[0] "文件 {m}"'),
    (("one file", "{n} files"),
     'msgid "one file"\nmsgid_plural "{n} files"\nmsgstr[0] "1 个文件"'),
])
def test_a_broken_translation_is_caught(said: Said, entry: str) -> None:
    assert list(faults_of(said, catalogue_of(entry).get(forms(said)[0])))


@pytest.mark.parametrize("source", [
    '_("no kind {kind}").format(kind=k)', "_(rule.name)", "_(NAMES.get(name, name))",
    '_("one "\n  "two")', "f(f'{x}')"])
def test_a_message_written_out_is_left_alone(source: str) -> None:
    assert unreadable_calls(source) == []


@pytest.mark.parametrize("source", [
    '_(f"no kind {kind}")', '_("no kind " + k)', '_("no kind {}".format(k))', '_("no %s" % k)',
    'ngettext("one", f"{n} files", n)', '_("a" if x else "b")'])
def test_a_message_put_together_is_caught(source: str) -> None:
    assert unreadable_calls(source) == [1]


@pytest.mark.parametrize("source", [
    "f'{_(rule.name)} {n}'", "_('no kind {kind}').format(kind=f'“{k}”')", "f'{len(names)} files'"])
def test_a_message_beside_an_f_string_is_left_alone(source: str) -> None:
    assert hidden_calls(source) == []


@pytest.mark.parametrize("source", ["f'  {_(\"or\")} {names}'",
                                    "f'{ngettext(\"one\", \"many\", n)}'"])
def test_a_message_within_an_f_string_is_caught(source: str) -> None:
    assert hidden_calls(source) == [1]


@pytest.mark.parametrize(("source", "lines"), [
    ('_(MEND.get(key, DEFAULT))', []), ('f(_("one"), N_("two"))', []),
    ('_(MEND.get(key, N_("hand it in")))', [1])])
def test_a_message_within_another_is_caught(source: str, lines: list[int]) -> None:
    assert nested_calls(source) == lines


@pytest.mark.parametrize("text", [
    "用 Word 打开，另存为 .docx", "“{label}”没有填：{text}", "写上 `学校: 江城`",
    "共 {n:,} 个（约）", "用法:"])
def test_full_width_punctuation_is_left_alone(text: str) -> None:
    assert half_width(text) == []


@pytest.mark.parametrize("text", ["没有填, 请补上", "位置: 第一部分", "“目标”: 没有",
                                  "文件(旧格式)"])
def test_half_width_punctuation_is_caught(text: str) -> None:
    assert half_width(text)


def test_every_message_is_written_out() -> None:
    found = [f"{path.relative_to(ROOT)}:{line}" for path in SOURCES
             for line in unreadable_calls(path.read_text("utf-8"))]
    assert not found, "what is put together is never found in the catalogue:\n" + "\n".join(found)


def test_no_message_hides_in_an_f_string() -> None:
    found = [f"{path.relative_to(ROOT)}:{line}" for path in SOURCES
             for line in hidden_calls(path.read_text("utf-8"))]
    assert not found, "the extractor does not see these; use + or format:\n" + "\n".join(found)


def test_no_message_hides_in_another() -> None:
    found = [f"{path.relative_to(ROOT)}:{line}" for path in SOURCES
             for line in nested_calls(path.read_text("utf-8"))]
    assert not found, "the extractor does not see these; give them a name:\n" + "\n".join(found)


def test_there_is_a_chinese_catalogue() -> None:
    assert "zh_CN" in LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated(language: str) -> None:
    words = catalogue(language)
    missing = [f"{place}: {told(said)}: {fault}"
               for said, place in messages_of_the_source().items()
               for fault in faults_of(said, words.get(forms(said)[0]))]
    if missing:
        pytest.fail(f"{len(missing)} to mend, after `make messages` in {language}/homeroom.po:\n"
                    + "\n".join(missing), pytrace=False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_left_of_what_is_no_longer_said(language: str) -> None:
    said = {forms(one)[0] for one in messages_of_the_source()}
    words = catalogue(language)
    left = [told(message.id) for message in words
            if message.id and forms(message.id)[0] not in said]
    left += [told(message.id) for message in words.obsolete.values()]
    if left:
        pytest.fail("`make messages` drops these:\n" + "\n".join(left), pytrace=False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_a_rule_page_is_translated(language: str) -> None:
    words = catalogue(language, "rules")
    missing = [f'#. {rule}\nmsgid "{sentence}"\nmsgstr ""\n'
               for sentence, rule in sentences_of_the_rules().items()
               if list(faults_of(sentence, words.get(sentence)))]
    if missing:
        pytest.fail(f"{len(missing)} to add to {language}/rules.po and translate:\n\n"
                    + "\n".join(missing), pytrace=False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_left_of_what_no_rule_page_says(language: str) -> None:
    words, said = catalogue(language, "rules"), sentences_of_the_rules()
    left = [told(message.id) for message in [*words, *words.obsolete.values()]
            if message.id and message.id not in said]
    if left:
        pytest.fail(f"to take out of {language}/rules.po:\n" + "\n".join(left), pytrace=False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_click_says_asks_for_nothing_that_click_does_not_give(language: str) -> None:
    # Less is right: “integer range”, which click puts into one of them, has no translation.
    faults = [told(message.id) for message in catalogue(language, "click") if message.id
              for form in forms(message.string)
              if not form or not placeholders(form) <= placeholders(" ".join(forms(message.id)))]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("name", ["homeroom", "click", "rules"])
def test_chinese_is_written_with_full_width_punctuation(name: str) -> None:
    faults = [form for message in catalogue("zh_CN", name) if message.id
              for form in forms(message.string) if half_width(form)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("name", ["homeroom", "click", "rules"])
def test_nothing_in_the_chinese_catalogue_is_still_english(name: str) -> None:
    faults = [form for message in catalogue("zh_CN", name)
              if re.search("[a-z]", re.sub(r"%\(\w+\)\w|\{[^{}]*\}", "", told(message.id)))
              for form in forms(message.string) if form and not re.search("[\u4e00-\u9fff]", form)]
    assert not faults, "\n".join(faults)
