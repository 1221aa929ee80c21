"""主送机关: whom a notice goes to, flush left under the title (GB/T 9704 7.3.2)."""

from __future__ import annotations

import pytest

from generators.documents import generate
from plans.kinds import Field

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RECIPIENT = Field("recipient", "主送机关", "text")


@pytest.fixture
def notice(plan, kind):
    """A plan of a kind with a recipient; None leaves it blank."""
    def notice(recipient):
        shown = {"recipient": recipient} if recipient else {}
        made = plan(period=None)
        asked = kind(fields=(*made.kind.fields, RECIPIENT))
        return plan(kind=asked, period=None, shown={**made.shown, **shown})

    return notice


def test_the_recipient_stands_between_title_and_text(notice, word):
    styles = word(generate(notice("各系部、各处室")).data).styles()
    assert [style for style, _text in styles[:3]] == ["Title", "Recipient", "Heading1"]
    assert styles[1] == ("Recipient", "各系部、各处室：")


@pytest.mark.parametrize("typed", ["各系部：", "各系部:", "各系部"])
def test_there_is_one_full_width_colon_whoever_types_it(typed, notice, word):
    assert ("Recipient", "各系部：") in word(generate(notice(typed)).data).styles()


def test_a_plan_that_goes_to_nobody_has_no_such_line(notice, word):
    styles = word(generate(notice(None)).data).styles()
    assert [style for style, _text in styles[:2]] == ["Title", "Heading1"]


def test_it_is_set_like_the_text_but_for_the_indent(notice, word):
    made = word(generate(notice("各系部")).data)
    style, = [one for one in made.xml("word/styles.xml").iter(f"{W}style")
              if one.get(f"{W}styleId") == "Recipient"]
    assert style.find(f"{W}basedOn").get(f"{W}val") == "Normal"
    indent = style.find(f"{W}pPr/{W}ind")
    assert {indent.get(f"{W}{side}") for side in ("firstLineChars", "firstLine", "left")} == {"0"}
    assert len(style.find(f"{W}rPr")) == 0


def test_one_blank_line_stands_above_it(notice, word):
    made = word(generate(notice("各系部")).data)
    spacings = {one.get(f"{W}styleId"): one.find(f"{W}pPr/{W}spacing")
                for one in made.xml("word/styles.xml").iter(f"{W}style")}
    title, text = spacings["Title"], spacings["Normal"]
    assert title.get(f"{W}after") == text.get(f"{W}line")
    assert made.xml().find(f"{W}body/{W}p/{W}pPr/{W}spacing") is None
