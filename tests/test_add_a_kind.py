"""docs/add-a-kind.md as a head follows it: each edit is made, each command run, each output true.

`python tests/test_add_a_kind.py` renews the outputs.
"""

from __future__ import annotations

import copy
import re
import runpy
import tempfile
from pathlib import Path
from types import SimpleNamespace

import docx

from called import called

# Test files are no package here, so what finds a command in a page is run in from the one beside.
readme = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("test_readme.py"))))
PAGE = readme.ROOT / "docs" / "add-a-kind.md"
_STEP = re.compile(r"```console\n\$ (?P<command>.*)\n(?P<said>(?:.*\n)*?)```\n"
                   r"|<!-- (?P<what>before|after|write) ?(?P<file>.*?) ?-->\n"
                   r"```\w+\n(?P<text>(?:.*\n)*?)```\n")


def renewed(text: str, folder: Path) -> str:
    """The page with what its commands print after its edits, all done in `folder` in turn."""
    parts, end = [], 0
    waiting = ("", "")      # the file and its passage that the next block replaces
    for step in _STEP.finditer(text):
        parts.append(text[end:step.start()])
        end = step.end()
        if step["command"]:
            parts.append(f"```console\n$ {step['command']}\n{said(step['command'], folder)}```\n")
            continue
        parts.append(step[0])
        if step["what"] == "write":
            (folder / step["file"]).write_text(step["text"], encoding="utf-8")
        elif step["what"] == "before":
            waiting = (step["file"], step["text"])
        else:
            replace(folder / waiting[0], waiting[1], step["text"])
    return "".join(parts) + text[end:]


def said(command: str, folder: Path) -> str:
    program, *arguments = command.split()
    assert program == "homeroom", command
    done = called(folder, *arguments, together=True, HOMEROOM_LANG="zh_CN")
    assert done.returncode in (0, 1), done.stdout
    return done.stdout


def replace(path: Path, old: str, new: str) -> None:
    """Puts `new` in place of `old`: lines of a text file (its last may be the beginning of one),
    or whole paragraphs of a Word file."""
    if path.suffix != ".docx":
        text = path.read_text(encoding="utf-8")
        assert text.count(old.rstrip("\n")) == 1, old
        path.write_text(text.replace(old.rstrip("\n"), new.rstrip("\n")), encoding="utf-8")
        return
    document = docx.Document(str(path))
    paragraph, = [one for one in document.paragraphs if one.text == old.strip()]
    for line in new.splitlines()[:-1]:
        added = copy.deepcopy(paragraph._p)
        paragraph._p.addprevious(added)
        docx.text.paragraph.Paragraph(added, paragraph._parent).text = line
    paragraph.text = new.splitlines()[-1]
    document.save(str(path))


def test_every_command_of_the_page_prints_what_the_page_shows(tmp_path: Path) -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert renewed(text, tmp_path) == text


def test_the_planted_fault_is_named_and_the_mended_template_is_in_order() -> None:
    shown = [step["said"] for step in _STEP.finditer(PAGE.read_text(encoding="utf-8"))
             if (step["command"] or "").startswith("homeroom lint")]
    assert [text[0] for text in shown] == ["✓", "✗", "✓", "✗", "✓"]
    assert "{{ 会张 }}" in shown[1]
    assert "会长" in shown[1]
    assert "1次" in shown[3]


def test_a_cell_of_the_roster_that_cannot_be_a_phone_is_named_and_its_form_is_made() -> None:
    shown = [step["said"] for step in _STEP.finditer(PAGE.read_text(encoding="utf-8"))
             if "--rows" in (step["command"] or "")]
    assert ["名单.csv:3:4" in text for text in shown] == [True]
    assert " 2 " in shown[0]


def test_the_submission_fails_until_the_name_is_added() -> None:
    shown = [step["said"] for step in _STEP.finditer(PAGE.read_text(encoding="utf-8"))
             if (step["command"] or "").startswith("homeroom check")]
    assert [text[0] for text in shown] == ["✓", "✗", "✓"]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as empty:
        PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8"), Path(empty)), encoding="utf-8")
