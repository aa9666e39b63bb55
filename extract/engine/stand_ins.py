"""What stands in for fonts that a PDF names and does not carry: the same on every machine, whatever fonts it has.

pdfium asks the system for such fonts, and text none of whose letters has a shape in what it is given is no text to it: bullets and
arrows in an old paper's Symbol were read where LibreOffice was installed and lost elsewhere. The fonts that pdfium carries itself
hold the letters of western alphabets. For the rest it is given one font that draws each character as a box.
"""

from __future__ import annotations

import ctypes
from functools import cache
from importlib.resources import files

import pypdfium2
import pypdfium2.raw as pdfium

_ANSI, _DEFAULT, _SYMBOL = 0, 1, 2
_WESTERN = frozenset({_ANSI, _DEFAULT, _SYMBOL})  # character sets for which pdfium's own fonts have letters
_BOXES = 1  # the handle of our font


def use_stand_ins() -> None:
    """From now on pdfium takes no font of the system. Call it before a document is opened; again, it costs nothing."""
    if not isinstance(pypdfium2.PdfSysfontBase.SINGLETON, _StandIns):
        _StandIns(pdfium.FPDF_SYSFONTINFO(version=1)).setup()


@cache
def _boxes() -> bytes:
    """A font in which every character is a box: tests/extract/boxes_font.py makes it."""
    return files(__package__).joinpath("boxes.ttf").read_bytes()


class _StandIns(pypdfium2.PdfSysfontBase):  # type: ignore[misc]  # pypdfium2 tells no types
    """pdfium's questions for fonts, answered without the system's."""

    def Release(self, _: object) -> None:
        """There is nothing to give back."""

    def EnumFonts(self, _: object, mapper: object) -> None:
        """No font of the system is named."""

    def MapFont(
        self, _: object, weight: int, italic: int, charset: int, pitch: int, face: object, exact: object
    ) -> int | None:
        """Boxes for symbols and for alphabets that pdfium has no font of; it has one for the rest."""
        name = ctypes.cast(face, ctypes.c_char_p).value or b""  # type: ignore[arg-type]  # it is a pointer
        return _BOXES if charset not in _WESTERN or b"symbol" in name.lower() else None

    def GetFont(self, _: object, face: object) -> None:
        """No font is had by its name."""

    def GetFontData(self, _: object, font: int, table: int, buffer: int, size: int) -> int:
        """The bytes of the whole font, where `table` is 0, and how many there are."""
        if table:
            return 0
        data = _boxes()
        if buffer and size >= len(data):
            ctypes.memmove(buffer, data, len(data))
        return len(data)

    def GetFaceName(self, _: object, font: int, buffer: object, size: int) -> int:
        """Without a name."""
        return 0

    def GetFontCharset(self, _: object, font: int) -> int:
        """Any."""
        return _DEFAULT

    def DeleteFont(self, _: object, font: int) -> None:
        """It stays: the next may ask for it."""
