"""Makes `extract/engine/boxes.ttf`: run `python -m tests.extract.boxes_font`."""

import io
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

from extract import engine

PLACE = Path(engine.__file__).with_name("boxes.ttf")
MOMENT = 3_800_000_000  # of its making, in seconds from 1904: so that it is the same each time


def boxes_font() -> bytes:
    """A TrueType font of 1 KB in which each character is a box as high as a capital and .6 em wide, symbols too."""
    build = FontBuilder(1000, isTTF=True)
    build.setupGlyphOrder([".notdef", "box"])
    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    for corner in ((50, 700), (550, 700), (550, 0)):
        pen.lineTo(corner)
    pen.closePath()
    box = pen.glyph()
    build.setupGlyf({".notdef": box, "box": box})
    build.setupHorizontalMetrics({".notdef": (600, 50), "box": (600, 50)})
    build.setupHorizontalHeader(ascent=800, descent=-200)
    build.setupCharacterMap({})
    build.setupNameTable({"familyName": "Boxes", "styleName": "Regular"})
    build.setupOS2()
    build.setupPost(keepGlyphNames=False)
    symbols = _subtable(0, 4, {0xF000 + code: "box" for code in range(0x20, 0x100)})
    build.font["cmap"].tables = [symbols, _subtable(10, 13, dict.fromkeys(range(32, 69632), "box"))]
    build.font["head"].created = build.font["head"].modified = MOMENT
    build.font.recalcTimestamp = False
    out = io.BytesIO()
    build.save(out)
    return out.getvalue()


def _subtable(encoding: int, form: int, characters: dict[int, str]) -> CmapSubtable:
    table = CmapSubtable.newSubtable(form)
    table.platformID, table.platEncID, table.language, table.reserved, table.cmap = 3, encoding, 0, 0, characters
    return table


if __name__ == "__main__":
    PLACE.write_bytes(boxes_font())
