"""The styles that a drawn form has beside those of every paper (`generators.styles`)."""

from __future__ import annotations

from generators.styles import fonts, indent, letters, size, spacing, twips
from plans.profile import built_in

PROMPT, FORM_LABEL = "PlaceholderText", "表单标签"
_GREY = "808080"
_SMALL = 10.5                   # pt, 五号


def with_form_styles(styles: bytes) -> bytes:
    """word/styles.xml with the styles of a form."""
    return styles.replace(b"</w:styles>", f"{_styles()}</w:styles>".encode())


def _styles() -> str:
    text, head = built_in().element("table_text"), built_in().element("table_head")
    line = spacing(before=20, after=20, line=twips(text.line), rule="atLeast")
    first = f'<w:ind w:firstLineChars="200" w:firstLine="{2 * twips(text.size)}"/>'
    return "".join((
        _style("FormLabel", FORM_LABEL, "", fonts(head.font), "TableCentred"),
        _style("FormText", "表单正文", f'{line}{first}<w:jc w:val="both"/>', "", "TableText"),
        _style("FormSign", "表单签字", '<w:keepLines/><w:jc w:val="right"/>', "", "TableText"),
        _style("FormSmall", "表单小字", "", letters(text) + size(_SMALL), "TableCentred"),
        _style("FormNote", "填表说明", f"{line}{indent()}" + '<w:jc w:val="left"/>',
               letters(text) + size(_SMALL), "Normal"),
        # Word knows it by this name: the text that it takes out when somebody types.
        f'<w:style w:type="character" w:styleId="{PROMPT}"><w:name w:val="Placeholder Text"/>'
        '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:semiHidden/>'
        f'<w:rPr><w:color w:val="{_GREY}"/>{size(_SMALL)}</w:rPr></w:style>'))


def _style(identity: str, name: str, paragraph: str, run: str, based_on: str) -> str:
    return (f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{identity}">'
            f'<w:name w:val="{name}"/><w:basedOn w:val="{based_on}"/><w:qFormat/>'
            f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>")
