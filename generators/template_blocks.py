"""The tags of a template as blocks: what opens must close, and close where it can be repeated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2.exceptions import TemplateError

from generators.sandbox import Sandbox
from generators.template_parts import Tag, TemplatePart
from generators.template_places import ERROR, WARNING, TemplateFinding, text_of, w
from plans.comparing import nearest
from plans.messages import _

_BLOCKS = ("for", "if", "macro", "call", "filter", "set", "with", "block", "raw")
_BETWEEN = {"else": ("if", "for"), "elif": ("if",)}
_OURS = ("right", "col", "vm", "hm", "colspan", "cellbg")
_BARRED = ("include", "import", "from", "extends", "autoescape")
_KNOWN = (*_BLOCKS, *(f"end{one}" for one in _BLOCKS), *_BETWEEN, *_OURS, *_BARRED,
          "endautoescape", "print")
_EXAMPLES = {"for": "{%tr for member in 成员 %}", "if": "{%p if 成员 %}"}
_FULL_WIDTH = re.compile(r"[（）【】［］｛｝，、；：。．！？＝＋－＊／｜％＜＞＂＇～]")
_STRING = re.compile(r"\"[^\"]*\"|'[^']*'")
_EXPECTED = re.compile(r"[Ee]xpected .*, got '(.+)'|unexpected '(.+)'")


def block_findings(part: TemplatePart, sandbox: Sandbox) -> Iterator[TemplateFinding]:
    """What is wrong with each tag by itself, and with opening and closing ones as pairs."""
    if any(tag.word == "raw" for tag in part.tags):
        return      # what stands in it is no tag; Jinja itself judges such a part
    for tag in part.tags:
        yield from _tag_findings(tag, sandbox)
    yield from _pair_findings(part.tags)
    macros = [tag.body.split()[1].partition("(")[0] for tag in part.tags
              if tag.word == "macro" and tag.prefix == "p" and " " in tag.body]
    for tag in part.tags:
        if tag.text.startswith("{{") and not tag.prefix and tag.body.startswith(
                tuple(f"{name}(" for name in macros)):
            yield _error(tag, _("{tag} writes whole paragraphs into a paragraph").format(
                tag=tag.text), _("write {plain} in a paragraph of its own").format(
                    plain=f"{{{{p {tag.body} }}}}"))


def _tag_findings(tag: Tag, sandbox: Sandbox) -> Iterator[TemplateFinding]:
    if sign := _FULL_WIDTH.search(_STRING.sub("''", tag.body)):
        yield _error(tag, _("{tag}: the sign {sign} is full-width").format(
            tag=tag.text, sign=sign[0]), _("write it with an English keyboard: ( ) , : = …"))
    elif tag.text.startswith("{%") and tag.word not in _KNOWN:
        yield _unknown_word(tag)
    elif tag.word == "col":     # those in their place are taken out before
        yield _error(tag, _("{tag} stands outside the first row of a table").format(tag=tag.text),
                     _("write it behind the heading of a column"))
    elif tag.word in _BARRED:
        yield _error(tag, _("{tag}: a template may not do this").format(tag=tag.text),
                     _("take it away; what you need must stand in the template itself"))
    elif why := _syntax_fault(tag, sandbox):
        yield _error(tag, _("{tag} cannot be understood: {error}").format(tag=tag.text, error=why),
                     _("compare it with a tag that works, such as {example}").format(
                         example=_EXAMPLES.get(tag.word, "{{ 标题 }}")))
    if tag.prefix and tag.text.startswith("{{") and not (tag.prefix == "p" and "(" in tag.body):
        yield _error(tag, _("the text of {tag} would be lost").format(tag=tag.text),
                     _("write {plain}").format(plain=f"{{{{ {tag.body} }}}}"))


def _unknown_word(tag: Tag) -> TemplateFinding:
    if re.match(r"(p|tr|tc|r)\s", tag.body):
        prefix = tag.body.split()[0]
        mend = _("write {start} together, without a blank").format(start="{%" + prefix)
    else:
        near = nearest(tag.word, [one for one in _KNOWN if one not in _BARRED], cutoff=0.5)
        mend = (_("did you mean {near}?").format(near=near) if near else
                _("write {example} to print a value").format(example="{{ … }}"))
    return _error(tag, _("{tag}: there is no tag {word}").format(
        tag=tag.text, word=tag.word or tag.body[:10]), mend)


def _syntax_fault(tag: Tag, sandbox: Sandbox) -> str:
    """What Jinja says against the tag by itself, "" where it says nothing."""
    source = _by_itself(tag)
    try:
        sandbox.parse(source)
    except TemplateError as error:
        found = _EXPECTED.match(error.message or "")
        got = (found[1] or found[2]) if found else ""
        if "{{  }}" in source:
            return _("it is empty")
        if got.startswith(("end of", "begin of")):
            return _("something is missing at its end")
        return _("“{got}” was not expected there").format(got=got) if got else str(error.message)
    return ""


def _by_itself(tag: Tag) -> str:
    """A source that holds nothing but the tag, closed where it opens a block."""
    if tag.text.startswith("{{"):
        return f"{{{{ {tag.body} }}}}"
    if tag.text.startswith("{#") or tag.word in ("else", "vm", "hm") or tag.word.startswith("end"):
        return ""
    if tag.word in _OURS:
        expression = re.sub(r"^col\s+if\b|^\w+", "", tag.body).strip()
        return f"{{{{ {expression} }}}}"
    if tag.word == "elif":
        return f"{{% if 1 %}}{{% {tag.body} %}}{{% endif %}}"
    end = f"{{% end{tag.word} %}}" if _opens(tag) else ""
    return f"{{% {tag.body} %}}{end}"


def _opens(tag: Tag) -> bool:
    """Whether the tag begins a block; {% set x = 1 %} is whole by itself."""
    return tag.word in _BLOCKS and not (tag.word == "set" and "=" in tag.body)


def _pair_findings(tags: tuple[Tag, ...]) -> Iterator[TemplateFinding]:
    opened: list[Tag] = []
    for tag in tags:
        word = tag.word
        if _opens(tag):
            opened.append(tag)
        elif tag.body in ("vm", "hm") and all(one.word != "for" for one in opened):
            yield _error(tag, _("{tag} stands outside a loop").format(tag=tag.text),
                         _("use it in a row between {start} and {end}").format(
                             start="{%tr for … %}", end="{%tr endfor %}"))
        elif word in _BETWEEN:
            if not opened or opened[-1].word not in _BETWEEN[word]:
                yield _error(tag, _("{tag} stands outside its block").format(tag=tag.text),
                             _("put it between {start} and its end").format(
                                 start="{% if … %}"))
            else:
                yield from _apart(opened[-1], tag)
        elif word.startswith("end") and word in _KNOWN and word.removeprefix("end") in _BLOCKS:
            inner = [one for one in opened if one.word == word.removeprefix("end")]
            if not inner:
                yield _error(tag, _("{tag} closes nothing").format(tag=tag.text),
                             _("take it away, or write {start} before it").format(
                                 start="{% " + word.removeprefix("end") + " … %}"))
                continue
            while opened[-1] is not inner[-1]:
                yield _unclosed(opened.pop())
            yield from _apart(opened.pop(), tag)
    yield from map(_unclosed, opened)


def _unclosed(tag: Tag) -> TemplateFinding:
    prefix = tag.prefix + " " if tag.prefix else " "
    return _error(tag, _("{tag} is not closed").format(tag=tag.text),
                  _("write {end} where it ends").format(end=f"{{%{prefix}end{tag.word} %}}"))


def _apart(start: Tag, end: Tag) -> Iterator[TemplateFinding]:
    """What is wrong where two tags of a block stand so that Word cannot repeat what is between."""
    if start.holder is end.holder and {start.prefix, end.prefix} <= {"", "r"}:
        return
    if start.holder is end.holder and start.prefix == end.prefix:
        if start.prefix == "p" and start.word in ("for", "if"):
            yield from _blank_cell(start, end)
        return
    cells = [next(tag.paragraph.iterancestors(w("tc")), None) for tag in (start, end)]
    if {start.prefix, end.prefix} <= {"", "r"} and cells[0] is cells[1] and (
            start.paragraph.getparent() is end.paragraph.getparent()):
        if start.spot.quote.strip() == start.text:
            yield TemplateFinding(WARNING, start.spot, _(
                "{tag} leaves blank lines behind").format(tag=start.text), _(
                "write {start} and {end}, each in a paragraph of its own").format(
                    start=_with_p(start), end=_with_p(end)))
        return
    if cells[0] is not None and cells[1] is not None and start.word == "for":
        yield _error(start, _("{start} repeats a table row, and its cells would be joined").format(
            start=start.text), _("write {row} in a row of its own above, and {end} below").format(
                row="{%tr " + start.body + " %}", end="{%tr endfor %}"))
    else:
        yield _error(start, _("{start} and {end} do not stand alike: the document would be "
                              "broken").format(start=start.text, end=end.text),
                     _("write both alike: both in one paragraph, or both with {p} in paragraphs, "
                       "or both with {tr} in rows of one table").format(p="{%p … %}",
                                                                       tr="{%tr … %}"))


def _with_p(tag: Tag) -> str:
    return f"{{%p {tag.body} %}}"


def _blank_cell(start: Tag, end: Tag) -> Iterator[TemplateFinding]:
    """A cell whose paragraphs all go where the list is empty: it is kept, but nothing is in it."""
    cell = start.holder
    paragraphs = cell.findall(w("p"))
    if cell.tag != w("tc") or (paragraphs[0], paragraphs[-1]) != (start.paragraph, end.paragraph):
        return
    if any(text_of(one).replace(" ", "").startswith(("{%pelse", "{%pelif")) for one in paragraphs):
        return
    yield TemplateFinding(WARNING, start.spot, _(
        "the cell is left blank where {tag} finds nothing").format(tag=start.text), _(
        "write {otherwise} and what is to stand there then, such as 无, before {end}").format(
            otherwise="{%p else %}", end=end.text))


def _error(tag: Tag, what: str, mend: str) -> TemplateFinding:
    return TemplateFinding(ERROR, tag.spot, what, mend)
