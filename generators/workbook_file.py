"""A workbook as the bytes of an .xlsx file: the same cells give the same bytes.

Loading this module loads openpyxl (190 ms): it is imported where a workbook is made, not before.
"""

from __future__ import annotations

import io
import re
from datetime import date, datetime, time
from typing import cast

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.xml.functions import tostring

from generators.package import Member, members_of, pack
from generators.properties import CORE
from generators.sheet_text import legible

# A height that openpyxl sets is fixed; without the mark the row grows when somebody writes in it.
_GROWING = re.compile(rb'(<row r="(?!1"|2")\d+"[^>]*?) customHeight="1"')
_APP = "docProps/app.xml"
_APPLICATION = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"><Application>homeroom</Application></Properties>')


def workbook_file(book: Workbook, *, title: str, creator: str, created: date,
                  identifier: str = "", category: str = "") -> bytes:
    """The file of `book`; rows under the second grow with what is written into them."""
    out = io.BytesIO()
    book.save(out)
    moment = datetime.combine(created, time())
    core = DocumentProperties(
        title=legible(title), identifier=legible(identifier) or None, category=category or None,
        creator=legible(creator), lastModifiedBy=legible(creator), created=moment, modified=moment)
    # Saving writes the present time and openpyxl's own name.
    own = {CORE: cast(bytes, tostring(core.to_tree())),     # the stubs say str
           _APP: _APPLICATION}
    return pack(Member.of(name, own.get(name) or _GROWING.sub(rb"\1", content))
                for name, content in members_of(out.getvalue()))
