"""Files whose skeleton is sound, and whose streams, drawings, fonts or locks are not."""

from __future__ import annotations

import io
import random
import zlib

import pikepdf

from tests.hostile.parts import FONT_AT, HELVETICA, LINES, flate, lzw, one_page, stream, zeros
from tests.hostile.structure import DAMAGED, LIMITS, READ, WORDLESS, Made
from tests.samples import pdf_of

ENCRYPTED, NOT_PERMITTED = "failed: encrypted", "failed: not permitted"
FORM_AT = FONT_AT + b"/XObject<</X 6 0 R>>"
BOX = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]"
DOUBLE = b"/Filter[/FlateDecode/FlateDecode]"


def _form(content: bytes, names: bytes = b"", resources: bool = True) -> bytes:
    inner = b"/Resources<<" + FONT_AT + b"/XObject<<" + names + b">>>>" if resources else b""
    return stream(content, BOX + inner)


def _multiplying(levels: int, times: int) -> list[bytes]:
    """Forms of which each paints the next so many times."""
    forms = [_form(b"/X Do\n" * times, b"/X %d 0 R" % (number + 7)) for number in range(levels - 1)]
    return [*forms, _form(LINES)]


def _nested(levels: int) -> list[bytes]:
    return [_form(LINES + b"/X Do\n", b"/X %d 0 R" % (number + 7)) for number in range(levels)] + [_form(LINES)]


def _boxes(number: int) -> bytes:
    return LINES + b"".join(b"%d %d 5 5 re f\n" % (place % 590, place * 7 % 840) for place in range(number))


def _mapped(lines: bytes) -> list[bytes]:
    """A font of one byte a letter, with a map of its letters to characters."""
    head = b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange\n"
    return [flate(head + lines + b"\nendcmap end")]


FONT_MAPPED = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>"


def bombs() -> dict[str, Made]:
    """Little that unpacks to much."""
    double = zlib.compress(zeros(1024), 9)
    hexed = zlib.compress(zeros(300).hex().encode() + b">", 9)
    only = (LIMITS,)
    return {
        "bomb": (one_page(stream=stream(zeros(512), b"/Filter/FlateDecode")), only),
        "bomb-of-three-kilobytes": (one_page(stream=stream(double, DOUBLE)), only),
        "bomb-packed-three-times": (
            one_page(stream=stream(zlib.compress(double, 9), b"/Filter[/FlateDecode/FlateDecode/FlateDecode]")), only,
        ),
        "bomb-in-hexadecimal": (
            one_page(stream=stream(hexed, b"/Filter[/FlateDecode/ASCIIHexDecode/FlateDecode]")), only,
        ),
        "bomb-of-lzw": (
            one_page(stream=stream(zlib.compress(lzw(400 * 2**20), 9), b"/Filter[/FlateDecode/LZWDecode]")),
            (LIMITS, *WORDLESS),
        ),
        "bomb-of-run-lengths": (
            one_page(stream=stream(zlib.compress(b"\x81 " * 2_000_000, 9), b"/Filter[/FlateDecode/RunLengthDecode]")), only,
        ),
        "bomb-of-short-names": (one_page(stream=stream(double, b"/Filter[/Fl/Fl]")), (LIMITS, DAMAGED, *WORDLESS)),
        "bomb-in-a-form": (one_page(LINES + b"/X Do", FORM_AT, [stream(double, BOX + DOUBLE)]), only),
        "bomb-in-a-map-of-letters": (one_page(font=FONT_MAPPED, more=[stream(double, DOUBLE)]), only),
        "bomb-in-a-font": (
            one_page(
                font=b"<</Type/Font/Subtype/TrueType/BaseFont/A/FirstChar 32/LastChar 33/Widths[500 500]/FontDescriptor 6 0 R>>",
                more=[b"<</Type/FontDescriptor/FontName/A/Flags 4/FontFile2 7 0 R>>", stream(double, b"/Length1 9" + DOUBLE)],
            ),
            only,
        ),
        "bomb-in-a-note": (
            one_page(
                keys=b"/Annots[6 0 R]",
                more=[b"<</Type/Annot/Subtype/Stamp/Rect[0 0 99 99]/AP<</N 7 0 R>>>>", stream(double, BOX + DOUBLE)],
            ),
            only,
        ),
        "bomb-in-a-pattern": (
            one_page(
                b"/Pattern cs /P scn 0 0 500 500 re f\n" + LINES,
                FONT_AT + b"/Pattern<</P 6 0 R>>",
                [stream(double, b"/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9/Resources<<>>" + DOUBLE)],
            ),
            only,
        ),
        "bomb-in-a-picture": (
            one_page(
                LINES + b"q 500 0 0 500 0 0 cm /X Do Q",
                FORM_AT,
                [stream(double, b"/Subtype/Image/Width 30000/Height 30000/BitsPerComponent 8/ColorSpace/DeviceGray" + DOUBLE)],
            ),
            (LIMITS,),
        ),
        "bomb-that-no-page-reaches": (one_page(more=[stream(double, DOUBLE)]), READ),
        "picture-of-ten-thousand-megapixels": (
            one_page(
                b"q 500 0 0 500 0 0 cm /X Do Q",
                FORM_AT,
                [flate(b"x", b"/Subtype/Image/Width 100000/Height 100000/BitsPerComponent 8/ColorSpace/DeviceRGB")],
            ),
            (*WORDLESS, LIMITS),
        ),
        "columns-without-number": (
            one_page(stream=flate(LINES, b"/DecodeParms<</Predictor 12/Columns 2147483647/Colors 32>>")),
            (*READ, *WORDLESS, LIMITS, DAMAGED),
        ),
        "content-of-eighty-megabytes": (one_page(stream=stream(zeros(80), b"/Filter/FlateDecode")), only),
    }  # fmt: skip


def drawings() -> dict[str, Made]:
    """More to draw than a page can show, and what draws itself."""
    only, circle = (LIMITS,), (DAMAGED, LIMITS)
    return {
        "sixty-thousand-boxes": (one_page(_boxes(60_000)), only),
        "two-million-boxes": (one_page(_boxes(2_000_000)), only),
        "three-hundred-thousand-words": (
            one_page(b"".join(b"BT /F 6 Tf %d %d Td (w%d) Tj ET\n" % (n % 590, n % 840, n) for n in range(300_000))), only,
        ),
        "a-million-letters": (one_page(b"BT /F 6 Tf 50 700 Td " + (b"(" + b"agenda " * 140 + b") Tj ") * 1_000 + b"ET"), only),
        "one-word-of-fifty-thousand": (one_page(b"BT /F 6 Tf 50 700 Td (" + b"a" * 50_000 + b") Tj ET"), READ),
        "all-on-one-spot": (one_page(b"BT /F 12 Tf 50 700 Td (risk) Tj ET\n" * 20_000), READ),
        "path-of-half-a-million-steps": (
            one_page(LINES + b"0 0 m " + b"".join(b"%d %d l " % (n % 600, n % 840) for n in range(500_000)) + b"S"), (*READ, LIMITS),
        ),
        "lines-as-a-net": (
            one_page(LINES + b"".join(b"%d 0 m %d 842 l S 0 %d m 595 %d l S\n" % (n, n, n, n) for n in range(590))), READ,
        ),
        "cells-as-sand": (
            one_page(b"".join(b"0 %f m 595 %f l S %f 0 m %f 842 l S\n" % (n * 0.5, n * 0.5, n * 0.5, n * 0.5) for n in range(1_500))),
            (*READ, *WORDLESS, LIMITS),
        ),
        "form-that-paints-itself": (one_page(LINES + b"/X Do", FORM_AT, [_form(LINES + b"/X Do", b"/X 6 0 R")]), circle),
        "forms-that-paint-each-other": (
            one_page(LINES + b"/X Do", FORM_AT, [_form(b"/Y Do", b"/Y 7 0 R"), _form(b"/X Do", b"/X 6 0 R")]), circle,
        ),
        "form-without-resources-that-paints-itself": (
            one_page(LINES + b"/X Do", FORM_AT, [_form(LINES + b"/X Do", resources=False)]), circle,
        ),
        "form-that-names-itself-unpainted": (one_page(LINES + b"/X Do", FORM_AT, [_form(LINES, b"/X 6 0 R")]), READ),
        "form-by-another-spelling": (one_page(LINES + b"/#58 Do", FORM_AT, [_form(b"/#58 Do", b"/X 6 0 R")]), circle),
        "forms-that-multiply": (one_page(LINES + b"/X Do", FORM_AT, _multiplying(12, 10)), circle),
        "forms-of-a-thousand-levels": (one_page(LINES + b"/X Do", FORM_AT, _nested(1_000)), circle),
        "forms-a-hundred-thousand-times": (one_page(LINES + b"/X Do " * 100_000, FORM_AT, [_form(b"0 0 1 1 re f")]), circle),
        "pattern-of-itself": (
            one_page(
                b"/Pattern cs /P scn 0 0 500 500 re f\n" + LINES,
                FONT_AT + b"/Pattern<</P 6 0 R>>",
                [
                    stream(
                        b"/Pattern cs /P scn 0 0 9 9 re f",
                        b"/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9/Resources<</Pattern<</P 6 0 R>>>>",
                    )
                ],
            ),
            (*READ, DAMAGED, LIMITS),
        ),
        "states-without-end": (one_page(b"q " * 300_000 + LINES), READ),
        "states-that-never-began": (one_page(b"Q " * 100_000 + LINES), READ),
        "lists-in-the-content": (one_page(b"[" * 50_000 + LINES), (*READ, *WORDLESS)),
        "no-operator-is-known": (one_page(b"foo bar 12 baz <</a>> [ ] ) > } qux\n" * 5_000 + LINES), (*READ, *WORDLESS)),
        "numbers-beyond-all-bounds": (
            one_page(b"1e38 0 0 1e38 1e38 1e38 cm 99999999999999999999 0 m -1e38 1e38 l S\n" + LINES), (*READ, *WORDLESS),
        ),
        "all-drawn-at-no-size": (one_page(b"0 0 0 0 0 0 cm\n" + LINES + b"0 0 9 9 re f"), (*READ, *WORDLESS)),
        "type-of-no-size": (one_page(LINES.replace(b"/F 12 Tf", b"/F 0 Tf")), (*READ, *WORDLESS)),
        "type-as-large-as-a-house": (one_page(LINES.replace(b"/F 12 Tf", b"/F 32000 Tf")), (*READ, *WORDLESS)),
        "clips-in-clips": (one_page(b"0 0 500 800 re W n\n" * 20_000 + LINES), READ),
        "picture-without-end": (one_page(LINES + b"BI /W 9 /H 9 /BPC 8 /CS /G ID " + b"\xff" * 100_000), (*READ, *WORDLESS)),
        "twenty-thousand-pictures": (
            one_page(LINES + b"BI /W 1 /H 1 /BPC 8 /CS /G ID \xff EI\n" * 20_000), (*READ, *WORDLESS, LIMITS),
        ),
        "ten-thousand-notes": (
            one_page(
                keys=b"/Annots[" + b"6 0 R " * 10_000 + b"]",
                more=[b"<</Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://example.org)>>>>"],
            ),
            READ,
        ),
        "note-that-shows-itself": (
            one_page(
                keys=b"/Annots[6 0 R]",
                more=[
                    b"<</Type/Annot/Subtype/Stamp/Rect[0 0 99 99]/AP<</N 7 0 R>>>>",
                    _form(LINES + b"/X Do", b"/X 7 0 R"),
                ],
            ),
            (*READ, DAMAGED, LIMITS),
        ),
    }  # fmt: skip


def fonts() -> dict[str, Made]:
    """Letters without a font, fonts without letters, and characters that are none."""
    show = b"BT /F 12 Tf 50 700 Td (ABCDEFGH register) Tj ET"
    every = b"BT /F 12 Tf 50 700 Td <" + bytes(range(256)).hex().encode() + b"> Tj ET"
    return {
        "no-fonts": (one_page(resources=b""), (*READ, *WORDLESS)),
        "font-that-is-not-there": (one_page(resources=b"/Font<</F 99 0 R>>"), (*READ, *WORDLESS)),
        "font-that-is-a-number": (one_page(font=b"42"), (*READ, *WORDLESS)),
        "font-that-is-itself": (one_page(font=b"5 0 R"), (*READ, *WORDLESS, DAMAGED)),
        "font-of-itself": (
            one_page(font=b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[5 0 R]>>"), (*READ, *WORDLESS),
        ),
        "font-of-rubbish": (
            one_page(
                font=b"<</Type/Font/Subtype/TrueType/BaseFont/A/FirstChar 32/LastChar 33/Widths[500 500]/FontDescriptor 6 0 R>>",
                more=[b"<</Type/FontDescriptor/FontName/A/Flags 4/FontFile2 7 0 R>>", flate(random.Random(7).randbytes(50_000))],
            ),
            (*READ, *WORDLESS),
        ),
        "letter-that-draws-itself": (
            one_page(
                show,
                font=b"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[.1 0 0 .1 0 0]/FirstChar 65/LastChar 65/Widths[9]"
                b"/Encoding<</Differences[65/a]>>/CharProcs<</a 6 0 R>>/Resources<</Font<</F 5 0 R>>>>>>",
                more=[stream(b"9 0 d0 BT /F 9 Tf (A) Tj ET")],
            ),
            (*READ, *WORDLESS),
        ),
        "widths-without-end": (
            one_page(font=HELVETICA[:-2] + b"/FirstChar 0/LastChar 2147483647/Widths[" + b"9 " * 100_000 + b"]>>"), (*READ, *WORDLESS),
        ),
        "map-to-nothing": (
            one_page(show, font=FONT_MAPPED, more=_mapped(b"1 beginbfrange <00> <FF> <0000> endbfrange")), (*READ, *WORDLESS),
        ),
        "map-to-halves-of-characters": (
            one_page(show, font=FONT_MAPPED, more=_mapped(b"1 beginbfrange <00> <FF> <D800> endbfrange")), (*READ, *WORDLESS),
        ),
        "map-to-private-characters": (
            one_page(show, font=FONT_MAPPED, more=_mapped(b"1 beginbfrange <00> <FF> <E000> endbfrange")), (*READ, *WORDLESS),
        ),
        "map-to-long-texts": (
            one_page(show, font=FONT_MAPPED, more=_mapped(b"1 beginbfchar <41> <" + b"0041" * 20_000 + b"> endbfchar")), (*READ, *WORDLESS),
        ),
        "map-of-a-million-lines": (
            one_page(show, font=FONT_MAPPED, more=_mapped(b"<41> <0042>\n" * 1_000_000)), (*READ, *WORDLESS, LIMITS),
        ),
        "every-byte-a-letter": (one_page(every), READ),
        "control-characters": (
            one_page(every, font=FONT_MAPPED, more=_mapped(b"1 beginbfrange <20> <7F> <FFF0> endbfrange")), (*READ, *WORDLESS),
        ),
        "written-from-right-to-left": (
            one_page(show, font=FONT_MAPPED, more=_mapped(b"1 beginbfrange <00> <FF> <05D0> endbfrange")), (*READ, *WORDLESS),
        ),
        "title-of-rubbish": (one_page(catalogue=b"<</Type/Catalog/Pages 2 0 R/Lang<ff>/Metadata 4 0 R>>"), READ),
    }  # fmt: skip


def locks() -> dict[str, Made]:
    """Encryption of every revision: with a password, open to all, and open to all but for its text."""
    found: dict[str, Made] = {}
    for revision in (2, 3, 4, 5, 6):
        plain = {"aes": False, "metadata": False} if revision < 4 else {}
        found[f"locked-r{revision}"] = (_locked(revision, "secret", extract=True, **plain), (ENCRYPTED,))
        found[f"open-r{revision}"] = (_locked(revision, "", extract=True, **plain), READ)
        found[f"open-but-not-its-text-r{revision}"] = (_locked(revision, "", extract=False, **plain), (NOT_PERMITTED,))
    whole = found["open-r4"][0]
    found["lock-of-rubbish"] = (whole.replace(b"/O <", b"/O <ff"), (*READ, ENCRYPTED, DAMAGED, NOT_PERMITTED))
    found["lock-of-another-maker"] = (whole.replace(b"/Standard", b"/Sundered"), (ENCRYPTED, DAMAGED))
    return found


def _locked(revision: int, user: str, *, extract: bool, aes: bool = True, metadata: bool = True) -> bytes:
    out = io.BytesIO()
    lock = pikepdf.Encryption(
        owner="the owner's",
        user=user,
        R=revision,
        aes=aes,
        metadata=metadata,
        allow=pikepdf.Permissions(extract=extract),
    )
    with pikepdf.open(pdf_of("minutes-table")) as pdf:
        pdf.save(out, encryption=lock)
    return out.getvalue()
