"""The names of WordprocessingML that the reader knows, and how their values are read.

Values come from strangers: a missing or impossible one reads as the default, never as an error.
"""

from __future__ import annotations

from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_CUSTOM = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}"

DOCUMENT, BODY, P, PPR, R = _W + "document", _W + "body", _W + "p", _W + "pPr", _W + "r"
RPR, T = _W + "rPr", _W + "t"
VAL, REL_ID = _W + "val", _R + "id"
TYPE, DEFAULT, CHAR, FONT = _W + "type", _W + "default", _W + "char", _W + "font"
INSTR = _W + "instr"

TBL, TR, TC, TRPR, TCPR = _W + "tbl", _W + "tr", _W + "tc", _W + "trPr", _W + "tcPr"
GRID_SPAN, GRID_BEFORE, V_MERGE = _W + "gridSpan", _W + "gridBefore", _W + "vMerge"
TEXT_DIRECTION = _W + "textDirection"
H_MERGE, CELL_DEL = _W + "hMerge", _W + "cellDel"

SDT, SDT_PR, SDT_CONTENT = _W + "sdt", _W + "sdtPr", _W + "sdtContent"
CUSTOM_XML, SMART_TAG, ALT_CHUNK = _W + "customXml", _W + "smartTag", _W + "altChunk"
SUB_DOC = _W + "subDoc"
PLACEHOLDER, DOC_PART, GALLERY = _W + "showingPlcHdr", _W + "docPartObj", _W + "docPartGallery"
CONTROL_TAG, CONTROL_ALIAS = _W + "tag", _W + "alias"
CONTROL_DATE, FULL_DATE = _W + "date", _W + "fullDate"
CONTROL_BOX, BOX_CHECKED, BOX_VALUE = _W14 + "checkbox", _W14 + "checked", _W14 + "val"
BOOKMARK_START, BOOKMARK_END = _W + "bookmarkStart", _W + "bookmarkEnd"
MARK_ID, MARK_NAME = _W + "id", _W + "name"
CUSTOM_PROPERTY = _CUSTOM + "property"
ALTERNATE, CHOICE, FALLBACK = _MC + "AlternateContent", _MC + "Choice", _MC + "Fallback"

INS, DEL, MOVE_FROM, MOVE_TO = _W + "ins", _W + "del", _W + "moveFrom", _W + "moveTo"
CHANGES = (INS, DEL, MOVE_FROM, MOVE_TO, *(_W + name for name in (
    "cellIns", "cellDel", "cellMerge", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange",
    "trPrChange", "tcPrChange", "tblPrExChange", "tblGridChange", "numberingChange")))

HYPERLINK, FLD_SIMPLE, FLD_CHAR = _W + "hyperlink", _W + "fldSimple", _W + "fldChar"
FLD_CHAR_TYPE, INSTR_TEXT = _W + "fldCharType", _W + "instrText"
FF_DATA, CHECK_BOX, CHECKED = _W + "ffData", _W + "checkBox", _W + "checked"
DD_LIST, LIST_ENTRY, RESULT = _W + "ddList", _W + "listEntry", _W + "result"
TAB, PTAB, BR, CR = _W + "tab", _W + "ptab", _W + "br", _W + "cr"
NO_BREAK_HYPHEN, SYM, RUBY = _W + "noBreakHyphen", _W + "sym", _W + "ruby"
RUBY_BASE = _W + "rubyBase"
DIR, BDO = _W + "dir", _W + "bdo"
DRAWING, PICT, OBJECT, TXBX = _W + "drawing", _W + "pict", _W + "object", _W + "txbxContent"
O_MATH, O_MATH_PARA, M_T = _M + "oMath", _M + "oMathPara", _M + "t"
A_P, A_T = _A + "p", _A + "t"
PICTURES = (_A + "blip", "{urn:schemas-microsoft-com:vml}imagedata")
EMBED, LINK_ID = _R + "embed", _R + "id"
ANCHOR, POSITION_H, ALIGN = _WP + "anchor", _WP + "positionH", _WP + "align"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
DIAGRAM_MODEL = _R + "dm"

P_STYLE, R_STYLE, NUM_PR, NUM_ID = _W + "pStyle", _W + "rStyle", _W + "numPr", _W + "numId"
ILVL, OUTLINE_LVL, JC = _W + "ilvl", _W + "outlineLvl", _W + "jc"
SPACING, LINE, LINE_RULE, IND = _W + "spacing", _W + "line", _W + "lineRule", _W + "ind"
FIRST, FIRST_CHARS = _W + "firstLine", _W + "firstLineChars"
HANGING, HANGING_CHARS = _W + "hanging", _W + "hangingChars"
RIGHT, RIGHT_CHARS = _W + "right", _W + "rightChars"
END, END_CHARS = _W + "end", _W + "endChars"
FRAME_PR, X_ALIGN = _W + "framePr", _W + "xAlign"
PG_SZ, PG_MAR, PG_W, PG_H = _W + "pgSz", _W + "pgMar", _W + "w", _W + "h"
TOP, BOTTOM, LEFT = _W + "top", _W + "bottom", _W + "left"
EVEN_AND_ODD = _W + "evenAndOddHeaders"
PAGE_BREAK_BEFORE = _W + "pageBreakBefore"
BOLD, SIZE, FONTS, EAST_ASIA = _W + "b", _W + "sz", _W + "rFonts", _W + "eastAsia"
EAST_ASIA_THEME, ASCII, VANISH = _W + "eastAsiaTheme", _W + "ascii", _W + "vanish"
SECT_PR, HEADER_REF, FOOTER_REF = _W + "sectPr", _W + "headerReference", _W + "footerReference"
FOOTNOTE, ENDNOTE = _W + "footnote", _W + "endnote"

STYLE, STYLE_ID, NAME, BASED_ON = _W + "style", _W + "styleId", _W + "name", _W + "basedOn"
DOC_DEFAULTS, RPR_DEFAULT = _W + "docDefaults", _W + "rPrDefault"
PPR_DEFAULT = _W + "pPrDefault"
NUM, ABSTRACT_NUM, ABSTRACT_NUM_ID = _W + "num", _W + "abstractNum", _W + "abstractNumId"
NUM_STYLE_LINK, LVL, LVL_OVERRIDE = _W + "numStyleLink", _W + "lvl", _W + "lvlOverride"
START_OVERRIDE = _W + "startOverride"
START, NUM_FMT, LVL_TEXT = _W + "start", _W + "numFmt", _W + "lvlText"
LVL_RESTART, IS_LGL = _W + "lvlRestart", _W + "isLgl"

_OFF = frozenset(("0", "false", "off", "none"))


def whole(text: str | None) -> int | None:
    """The whole number that `text` writes; None where it writes none, or one no file needs."""
    if text is None or len(text) > 12:
        return None
    try:
        return int(text)
    except ValueError:
        return None


def is_on(element: _Element) -> bool:
    """Whether a switch such as w:b is on; one without a value is."""
    return element.get(VAL, "1").lower() not in _OFF


def value_of(parent: _Element | None, tag: str) -> str | None:
    """The w:val of the first child `tag` of `parent`; None where there is none."""
    child = None if parent is None else parent.find(tag)
    return None if child is None else child.get(VAL)


def points(text: str | None) -> float:
    """The size that `text` writes in half-points, or as "12pt" (Strict files), in points; else 0.
    """
    try:
        size = float(text[:-2]) if text and text.endswith("pt") else float(text or 0) / 2
    except ValueError:
        return 0.0
    return size if 0 < size < 2_000 else 0.0    # Word stops at 1638; this turns nan away too


def chosen(alternate: _Element) -> _Element:
    """The alternative to be read: the first choice; the fallback only where no choice says a word.
    """
    choice = alternate.find(CHOICE)
    if choice is None or not len(choice):
        fallback = alternate.find(FALLBACK)
        return alternate if fallback is None else fallback
    return choice


def shows_prompt(control: _Element) -> bool:
    """Whether a content control is empty, and what stands in it is its prompt."""
    prompt = control.find(f"{SDT_PR}/{PLACEHOLDER}")
    return prompt is not None and is_on(prompt)
