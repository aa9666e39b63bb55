"""A pdfium font as what a reader sees of it: name, bold, italic."""

from __future__ import annotations

import re
from typing import NamedTuple

import numpy as np

from extract.engine import raw

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_BOLD = re.compile(r"bold|black|heavy|semibold|demi(?!-?light)|(?:^|[-, ])bd(?:$|[^a-z])", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|kursiv|(?:^|[-, ])(?:it|obl)(?:$|[^a-z])|(?:Bold|Light|Medium|Regular)It$", re.IGNORECASE)
_FORCE_BOLD = 1 << 18
_ITALIC_FLAG = 1 << 6


class Face(NamedTuple):
    """A font without its size and colour."""

    name: str  # without the subset prefix
    bold: bool
    italic: bool


def face_of(font: int) -> Face:
    """What pdfium knows of a font handle."""
    name = _SUBSET.sub("", raw.text_of(raw.font_name, font))
    family = raw.text_of(raw.font_family, font)
    flags = raw.font_flags(font)
    flags = flags if flags > 0 else 0
    bold = bool(_BOLD.search(name)) or bool(flags & _FORCE_BOLD)
    italic = bool(_ITALIC.search(name)) or bool(flags & _ITALIC_FLAG) or _leans(font)
    return Face(name or family, bold, italic)


def _leans(font: int) -> bool:
    angle = np.zeros(1, dtype=np.int32)
    return bool(raw.font_italic_angle(font, angle.ctypes.data)) and abs(int(angle[0])) >= 4
