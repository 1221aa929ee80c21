"""Children of w:pPr, w:rPr and w:style in the order of the schema: Word refuses any other."""

from __future__ import annotations

from lxml import etree

from generators.styles import W

_ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
           "suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct "
           "topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind "
           "contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
           "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
           "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u "
           "effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath "
           "rPrChange",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden "
             "unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr "
             "tblPr trPr tcPr tblStylePr",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "p": "pPr",
}
_ORDERED = {parent: names.split() for parent, names in _ORDERS.items()}


def w(name: str) -> str:
    """The name of an element or attribute of Word's main namespace."""
    return f"{{{W}}}{name}"


def child(parent: etree._Element, name: str) -> etree._Element:
    """The child `name` of `parent`, made where it stands in the schema if it is not there."""
    found = parent.find(w(name))
    if found is not None:
        return found
    order = _ORDERED[etree.QName(parent).localname]
    behind = set(order[order.index(name) + 1:]) if parent.tag != w("p") else None
    made = etree.Element(w(name))
    for position, other in enumerate(parent):
        if behind is None or etree.QName(other).localname in behind:
            parent.insert(position, made)
            return made
    parent.append(made)
    return made
