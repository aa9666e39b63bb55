"""A pdfium font as what a reader sees of it: name, bold, italic."""

from __future__ import annotations

import ctypes
import re
import struct
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from extract.engine import raw
from models.late import late

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_BOLD = late(r"bold|black|heavy|demi|(?:^|[-, ])bd(?![a-z])|(?<=[a-z])Bd(?![a-z])", re.IGNORECASE)
_NOT_BOLD = re.compile(r"demi-?light", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|(?:^|[-, ])(?:it|obl)(?![a-z])|(?<=[a-z])It$", re.IGNORECASE)
_SYMBOLS = re.compile(r"wingdings|webdings|symbol|dingbats", re.IGNORECASE)
_SAYS_NOTHING = re.compile(r"^(?:CIDFont)?\+?[A-Z]{0,4}_?\d+\w{0,8}$|^$")  # F1, TT2, CIDFont+F3, T1_0
_FORCE_BOLD = 1 << 18
_ITALIC_FLAG = 1 << 6


class Face(NamedTuple):
    """A font without its size and colour."""

    name: str  # without the subset prefix
    bold: bool
    italic: bool
    symbols: bool  # a font of arrows, bullets and ticks
    handle: int  # pdfium's, good while the page is open


def faces_of(fonts: Sequence[int]) -> list[Face]:
    """The faces of many fonts, each looked at once."""
    known = {font: face_of(font) for font in set(fonts)}
    return [known[font] for font in fonts]


def face_of(font: int) -> Face:
    """What can be known of a font handle."""
    if not font:
        return Face("", False, False, False, font)
    told = raw.text_of(raw.font_name, font), raw.text_of(raw.font_family, font), max(raw.font_flags(font), 0)
    name, family, bold, italic, symbols = _told_by(*told)
    italic = italic or _leans(font)
    if _SAYS_NOTHING.match(name):
        style = _embedded_style(font)
        bold, italic = bold or bool(style & 1), italic or bool(style & 2)
    return Face(name or family, bold, italic, symbols, font)


@lru_cache(maxsize=1000)
def _told_by(name: str, family: str, flags: int) -> tuple[str, str, bool, bool, bool]:
    """A font's name and family without the prefix of its subset, and whether they say that it is bold, italic, of symbols."""
    name, family = _SUBSET.sub("", name), _SUBSET.sub("", family)
    bold = (bool(_BOLD.search(name)) and not _NOT_BOLD.search(name)) or bool(flags & _FORCE_BOLD)
    italic = bool(_ITALIC.search(name)) or bool(flags & _ITALIC_FLAG)
    return name, family, bold, italic, bool(_SYMBOLS.search(name) or _SYMBOLS.search(family))


def _leans(font: int) -> bool:
    angle = ctypes.c_int32()
    return bool(raw.font_italic_angle(font, ctypes.addressof(angle))) and abs(angle.value) >= 4


def _embedded_style(font: int) -> int:
    """`macStyle` of an embedded TrueType font's head table (1 bold, 2 italic), for fonts whose name says nothing; else 0."""
    size = np.zeros(1, dtype=np.uint64)
    if not raw.font_data(font, 0, 0, size.ctypes.data) or not 12 <= int(size[0]) < 50_000_000:
        return 0
    data = np.zeros(int(size[0]), dtype=np.uint8)
    raw.font_data(font, data.ctypes.data, len(data), size.ctypes.data)
    content = data.tobytes()
    tables = struct.unpack_from(">H", content, 4)[0]
    for number in range(min(tables, (len(content) - 12) // 16)):
        tag, _, offset, length = struct.unpack_from(">4sLLL", content, 12 + 16 * number)
        if tag == b"head" and length >= 46 and offset + 46 <= len(content):
            style: int = struct.unpack_from(">H", content, offset + 44)[0]
            return style
    return 0
