"""Web pages under the name of a Word file, as they may be converted."""

from email.message import EmailMessage

import pytest

from generators.web_page import page_in


@pytest.mark.parametrize("page", [
    b"<html><body><p>x</p></body></html>", b"<p>a piece of a page</p>",
    "<HTML><meta charset=gbk><body>计划</body></HTML>".encode("gbk"),
    b"<html><body>a < b, <b>x</b> <table><tr><td colspan=2>y</table></body></html>"])
def test_a_page_is_left_as_it_is(page):
    assert page_in(page) == page


@pytest.mark.parametrize("piece", [
    b'<img src="http://example.org/a.png">', b"<IMG SRC=file:///etc/passwd>",
    b'<link rel=stylesheet href="http://example.org/a.css">',
    b"<script>document.write('<img src=x>')</script>", b'<script src="x.js"/>',
    b'<iframe src="http://example.org">', b"<base href=http://example.org>",
    b"<meta http-equiv=refresh content='0;url=http://example.org'>"])
def test_nothing_is_fetched(piece):
    assert page_in(b"<html><body>a" + piece + b"b</body></html>") == b"<html><body>ab</body></html>"


def test_a_style_that_is_fetched_is_left_out():
    assert page_in(b'<html><style>@import url("http://x/a.css");p{}</style></html>') == (
        b"<html><style>p{}</style></html>")


def test_a_page_that_breaks_off_is_none():
    assert page_in(b"<html><body><p>half a pl") is None


def test_the_page_in_a_letter_is_taken_with_its_encoding():
    letter = EmailMessage()
    letter["MIME-Version"] = "1.0"
    letter.set_content("plain")
    letter.add_alternative("<html><body>计划</body></html>", subtype="html", charset="gbk")
    letter.make_mixed()
    page = page_in(b"MIME-Version: 1.0\r\n" + letter.as_bytes())
    assert page is not None
    assert b"charset=gbk" in page
    assert "计划".encode("gbk") in page


def test_a_letter_without_a_page_is_none():
    assert page_in(b"MIME-Version: 1.0\nContent-Type: text/plain\n\nx") is None
