"""The Chinese fonts that a Word document asks for, and what each was printed with.

What LibreOffice takes for a font that is not there is not told by it, and follows other rules on
every system. So a sheet with one character in that font is printed as well: its PDF holds exactly
the font that was taken.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import unicodedata
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from generators.package import Member, pack
from plans.house import TEMPLATES

_SECONDS = 30           # s for fc-match, which may have to read all fonts of the computer first
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_BASE_FONT = re.compile(rb"/BaseFont\s*/(?:[A-Z]{6}\+)?([^\s/<>\[\]()]+)")
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)

# Fonts that are there under their own name, as their files name themselves within a PDF.
_IN_PDF = {
    "仿宋": "FangSong", "楷体": "KaiTi", "宋体": "SimSun", "新宋体": "NSimSun", "黑体": "SimHei",
    "仿宋_GB2312": "FangSong_GB2312", "楷体_GB2312": "KaiTi_GB2312", "等线": "DengXian",
    "微软雅黑": "MicrosoftYaHei", "方正小标宋简体": "FZXBSJW--GB1-0", "方正小标宋_GBK":
    "FZXBSK--GBK1-0", "標楷體": "DFKaiShu-SB-Estd-BF", "新細明體": "PMingLiU", "細明體": "MingLiU",
    "微軟正黑體": "MicrosoftJhengHeiRegular"}


@dataclass(frozen=True, slots=True)
class FontUse:
    """A font that a document names, and the one it was printed with; the same where it is there.

    Where that cannot be known, `got` lists all fonts of the PDF.
    """

    asked: str
    got: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A font as a document asks for it: the language decides what stands in for it."""

    name: str
    language: str = "zh-CN"


def sheet_of(font: Asked) -> bytes:
    """A Word document of one character, 永, in `font`."""
    name, language = quoteattr(font.name), quoteattr(font.language)
    parts = {
        "[Content_Types].xml":
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName='
            '"/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
            'wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels":
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="document" Type='
            f'"{_OFFICE}/relationships/officeDocument" Target="word/document.xml"/>'
            "</Relationships>",
        "word/document.xml":
            f'<w:document xmlns:w="{_W}"><w:body><w:p><w:r><w:rPr><w:rFonts w:hint="eastAsia" '
            f"w:ascii={name} w:hAnsi={name} w:eastAsia={name}/><w:lang w:eastAsia={language}/>"
            "</w:rPr><w:t>永</w:t></w:r></w:p></w:body></w:document>"}
    return pack(Member.of(part, xml.encode()) for part, xml in parts.items())


def fonts_in(pdf: bytes) -> tuple[str, ...]:
    """The fonts that `pdf` embeds, as they name themselves, each once."""
    found = {_plain(one): None for piece in _readable(pdf) for one in _BASE_FONT.findall(piece)}
    return tuple(found)


def _readable(pdf: bytes) -> Iterator[bytes]:
    yield pdf
    if not _BASE_FONT.search(pdf):      # later LibreOffices pack such objects into a stream
        for stream in _STREAM.findall(pdf):
            try:
                yield zlib.decompress(stream)
            except zlib.error:          # packed otherwise: a picture
                continue


def _plain(name: bytes) -> str:
    """A name without the settings that LibreOffice adds (NotoSerifCJKjp-Regular-VKana)."""
    text = re.sub(rb"#([0-9A-Fa-f]{2})", lambda two: bytes.fromhex(two[1].decode()), name)
    return text.decode("utf-8", "replace").removesuffix("-VKana")


def taken_for(font: Asked, sheet: bytes, variables: Mapping[str, str]) -> str:
    """The font that the PDF of `font`'s sheet was printed with; `font.name` where it was there.

    `variables` are those that LibreOffice was given. Empty where the PDF embeds none.
    """
    embedded = fonts_in(sheet)
    if len(embedded) != 1:
        return ", ".join(embedded)
    own = embedded[0]
    if _bare(own) in (_bare(font.name), _bare(_IN_PDF.get(font.name, font.name))):
        return font.name
    families, inner = _matched(font, variables)
    if _shape(inner) != _shape(own):
        return own
    return font.name if font.name.casefold() in map(str.casefold, families) else families[0]


def _bare(name: str) -> str:
    letters = "".join(filter(str.isalnum, unicodedata.normalize("NFKC", name))).casefold()
    return letters.removesuffix("regular")


def _shape(name: str) -> str:
    """Without weight and region: a file of several regions names itself after its first one."""
    return re.sub(r"(?i)(?:jp|kr|sc|tc|hk|cn|tw)?(?:-.*)?$", "", name, count=1).casefold()


def _matched(font: Asked, variables: Mapping[str, str]) -> tuple[tuple[str, ...], str]:
    """The names of the family that fontconfig takes for `font`, and its name within a PDF."""
    name = re.sub(r"([\\:,-])", r"\\\1", font.name)
    try:
        said = subprocess.run(
            ["fc-match", "--format=%{postscriptname}\n%{family}", f"{name}:lang={font.language}"],
            stdin=subprocess.DEVNULL, capture_output=True, timeout=_SECONDS, check=True,
            env=os.environ | dict(variables)).stdout.decode("utf-8", "replace")
    except (OSError, ValueError, subprocess.SubprocessError):
        return ("",), ""
    inner, _newline, families = said.partition("\n")
    return tuple(families.split(",")), inner


def stand_ins(folder: Path) -> dict[str, str]:
    """The variables by which programs take templates/fonts.conf; `folder` is for its files.

    Empty where LibreOffice does not ask fontconfig: on Windows and macOS.
    """
    if sys.platform in ("win32", "darwin"):
        return {}
    # A bare name is looked for where fontconfig was built to look, in /etc/fonts or elsewhere.
    usual = os.environ.get("FONTCONFIG_FILE") or "fonts.conf"
    cache = folder / "fontconfig"       # after the system's: only used where those cannot be
    lines = ['<?xml version="1.0" encoding="UTF-8"?>',
             '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">', "<fontconfig>",
             f"<include>{escape(str(TEMPLATES / 'fonts.conf'))}</include>",
             f'<include ignore_missing="yes">{escape(usual)}</include>',
             "<dir>/usr/share/fonts</dir>", f"<cachedir>{escape(str(cache))}</cachedir>",
             "</fontconfig>"]
    path = folder / "homeroom-fonts.conf"
    path.write_text("\n".join(lines), encoding="utf-8")
    return {"FONTCONFIG_FILE": str(path)}
