"""What a template brings along that its documents should not have: paper, fonts, old changes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generators.template_places import WARNING, TemplateFinding
from generators.word import tagged_parts
from plans.messages import _

_LETTER = re.compile(rb'<w:pgSz\b[^>]*\bw:(?:w="122[34]\d"[^>]*\bw:h="158[34]\d"'
                     rb'|h="122[34]\d"[^>]*\bw:w="158[34]\d")')
_THEME = re.compile(rb'<w:rFonts\b[^>]*\bw:(?:ascii|hAnsi|eastAsia|cs)Theme="')
_JAPANESE = re.compile(rb'\bw:eastAsia="ja(?:-JP)?"')
_CHANGED = re.compile(rb"<w:(?:ins|del|moveFrom|moveTo) ")
_TAG = re.compile(rb"\{\{[^<>{}]+\}\}|\{%[^<>{}]+%\}")
_DEFAULTS = re.compile(rb"<w:docDefaults>.*?</w:docDefaults>|<w:themeFontLang[^>]*>", re.DOTALL)


def look_findings(files: Mapping[str, bytes]) -> Iterator[TemplateFinding]:
    """What is to be said of a package as a whole; each thing once."""
    document = files.get("word/document.xml", b"")
    styles = files.get("word/styles.xml", b"")
    base = b"".join(_DEFAULTS.findall(styles + files.get("word/settings.xml", b"")))
    if _LETTER.search(document):
        yield _warning(_("the paper is Letter, not A4"),
                       _("choose A4 in Word under Layout, Size"))
    if _THEME.search(document) or _THEME.search(styles):
        yield _warning(_("fonts are left to the theme; WPS and other computers show others"),
                       _("choose fonts by name, such as 仿宋 or 宋体, for the text and for each "
                         "style"))
    if _JAPANESE.search(base) or _JAPANESE.search(document):
        yield _warning(_("the language is Japanese: some signs are drawn as in Japan"),
                       _("mark all text in Word and choose Chinese under Review, Language"))
    read = tagged_parts(files)
    if any(_CHANGED.search(content) for part, content in files.items() if part in read):
        yield _warning(_("tracked changes are still open; they go into every document"),
                       _("accept or reject all changes in Word under Review"))
    for name, content in sorted(files.items()):
        if name.endswith(".xml") and name not in read and (tag := _TAG.search(content)):
            yield _warning(_("{tag} stands in {part}, where nothing is filled in").format(
                tag=tag[0].decode(errors="replace"), part=name),
                _("write it into the text, a table, a text box, the header or the footer"))


def _warning(what: str, mend: str) -> TemplateFinding:
    return TemplateFinding(WARNING, None, what, mend)
