"""A web page under the name of a Word file, as many systems export: what of it may be converted."""

from __future__ import annotations

import re

_FETCHES = re.compile(rb"<(?:link|script|iframe|frame|object|embed|base|img|image)\b[^>]*>"
                      rb"|@import\b[^;<]*;?|<meta[^>]*http-equiv\s*=\s*[\"']?refresh[^>]*>",
                      re.IGNORECASE)
_SCRIPT = re.compile(rb"<script\b.*?</script\s*>", re.IGNORECASE | re.DOTALL)
_BEGINS, _ENDS = re.compile(rb"<html\b", re.IGNORECASE), re.compile(rb"</html\s*>", re.IGNORECASE)
_CHARSET = re.compile(rb"charset\s*=", re.IGNORECASE)


def page_in(data: bytes) -> bytes | None:
    """The page in `data` (HTML, or the MHTML of Word) without what would be fetched from
    elsewhere; None where it breaks off."""
    page = _page_of_letter(data) if data.lstrip()[:5].lower() == b"mime-" else data
    if page is None or (_BEGINS.search(page) and not _ENDS.search(page)):
        return None
    return _FETCHES.sub(b"", _SCRIPT.sub(b"", page))


def _page_of_letter(data: bytes) -> bytes | None:
    """The first HTML part of a message."""
    import email
    import email.policy

    letter = email.message_from_bytes(data.lstrip(), policy=email.policy.default)
    for part in letter.walk():
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            if not isinstance(page, bytes):
                return None
            charset = part.get_content_charset()
            named = charset is None or _CHARSET.search(page[:4096])
            return page if named else (
                b'<meta http-equiv="Content-Type" content="text/html; charset=%b">' % (
                    charset or "").encode("ascii", "replace")) + page
    return None
