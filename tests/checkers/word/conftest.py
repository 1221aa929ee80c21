"""A tiny language for Word files: `w.read(w.p("一、指导思想"))` builds one and reads it."""

import io
import zipfile
from xml.sax.saxutils import escape

import pytest

from checkers.word import read_word

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"')


class Words:
    """Word XML from few words; `ppr` and `rpr` are the XML within w:pPr and w:rPr."""

    def p(self, content="", ppr="", rpr=""):
        """A paragraph; content that is no XML becomes a run."""
        inner = content if content.startswith("<") or not content else self.r(content, rpr)
        return f"<w:p>{self._with('pPr', ppr)}{inner}</w:p>"

    def r(self, content, rpr=""):
        inner = content if content.startswith("<") else self.t(content)
        return f"<w:r>{self._with('rPr', rpr)}{inner}</w:r>"

    def t(self, text):
        return f'<w:t xml:space="preserve">{escape(text)}</w:t>'

    def sdt(self, content, properties=""):
        return f"<w:sdt>{self._with('sdtPr', properties)}<w:sdtContent>{content}" \
               "</w:sdtContent></w:sdt>"

    def table(self, *rows):
        return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"

    def row(self, *cells, trpr=""):
        return f"<w:tr>{self._with('trPr', trpr)}{''.join(cells)}</w:tr>"

    def cell(self, content="", tcpr=""):
        inner = content if content.startswith("<") else self.p(content)
        return f"<w:tc>{self._with('tcPr', tcpr)}{inner}</w:tc>"

    def box(self, content):
        """A drawing with a text box, as Word writes it: the shape, and VML for older readers."""
        return ("<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:wsp>"
                f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></wps:wsp>"
                "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
                f"<w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict>"
                "</mc:Fallback></mc:AlternateContent></w:r>")

    def field(self, instruction, result=""):
        inner = result if result.startswith("<") or not result else self.r(result)
        return (f"{self.mark('begin')}<w:r><w:instrText>{instruction}</w:instrText></w:r>"
                f"{self.mark('separate')}{inner}{self.mark('end')}")

    def mark(self, kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    def numbered(self, text, num=1, level=0):
        return self.p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')

    def lvl(self, level, fmt, text, start=1, more=""):
        return (f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{fmt}"/>'
                f'{more}<w:lvlText w:val="{text}"/></w:lvl>')

    def style(self, style_id, name, inner="", kind="paragraph", based_on="", default=False):
        parent = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
        mark = ' w:default="1"' if default else ""
        return (f'<w:style w:type="{kind}"{mark} w:styleId="{style_id}"><w:name w:val="{name}"/>'
                f"{parent}{inner}</w:style>")

    def root(self, tag, inner):
        return f"<w:{tag} {NAMESPACES}>{inner}</w:{tag}>"

    def parts(self, body="", **others):
        """The parts of a file by name; `styles`, `numbering`, `footnotes`, `endnotes` and headers
        (`header1`, `footer2`) are the XML within their roots."""
        parts, links = {}, ""
        for name, inner in others.items():
            kind = name.rstrip("0123456789")
            tag = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
            parts[f"word/{name}.xml"] = self.root(tag, inner)
            links += self.link(name, kind, f"{name}.xml")
        parts["word/_rels/document.xml.rels"] = self.links(links)
        parts["_rels/.rels"] = self.links(self.link("rId1", "officeDocument", "word/document.xml"))
        parts["word/document.xml"] = self.root("document", f"<w:body>{body}</w:body>")
        return parts

    def link(self, link_id, kind, target):
        return f'<Relationship Id="{link_id}" Type="{OFFICE}/{kind}" Target="{target}"/>'

    def links(self, inner):
        return ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
                f'relationships">{inner}</Relationships>')

    def zip(self, parts):
        """The bytes of a package of `parts`, a mapping of names to text or bytes."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in parts.items():
                package.writestr(name, content)
        return out.getvalue()

    def file(self, *blocks, **others):
        return self.zip(self.parts("".join(blocks), **others))

    def read(self, *blocks, **others):
        return read_word(self.file(*blocks, **others))

    def texts(self, *blocks, **others):
        """What the paragraphs outside tables say, numbers included."""
        return [block.displayed for block in self.read(*blocks, **others).blocks
                if hasattr(block, "displayed")]

    def _with(self, tag, inner):
        return f"<w:{tag}>{inner}</w:{tag}>" if inner else ""


@pytest.fixture(scope="session")
def w():
    return Words()
