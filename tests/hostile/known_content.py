"""The classes of damage within pages that the public test sets are known for: pictures, fonts, maps of letters, numbers."""

from __future__ import annotations

from tests.hostile.content import FONT_MAPPED, FORM_AT
from tests.hostile.known import ANY, RUBBISH
from tests.hostile.parts import (
    HELVETICA,
    LINES,
    flate,
    one_page,
    stream,
)
from tests.hostile.structure import LIMITS, READ, WORDLESS, Made


def pictures() -> dict[str, Made]:
    """Pictures whose codes are broken, beside text that is not."""
    shown = LINES + b"q 400 0 0 400 50 50 cm /X Do Q"
    kinds = {
        "jbig2": (b"/JBIG2Decode", b"\x97JB2\r\n\x1a\n" + RUBBISH),
        "jpeg-2000": (b"/JPXDecode", b"\x00\x00\x00\x0cjP  \r\n\x87\n" + RUBBISH),
        "jpeg-2000-of-60000": (
            b"/JPXDecode",
            b"\xff\x4f\xff\x51\x00\x29\x00\x00" + (60_000).to_bytes(4, "big") * 8 + RUBBISH,
        ),
        "jpeg": (b"/DCTDecode", b"\xff\xd8\xff\xe0\x00\x10JFIF" + RUBBISH),
        "jpeg-of-65500": (
            b"/DCTDecode",
            b"\xff\xd8\xff\xc0\x00\x11\x08\xff\xdc\xff\xdc\x03\x01\x11\x00\x02\x11\x00\x03\x11\x00" + RUBBISH,
        ),
        "fax": (b"/CCITTFaxDecode", RUBBISH),
        "base-85": (b"/ASCII85Decode", b"~" + RUBBISH),
        "unheard-of": (b"/SomeDecode", RUBBISH),
    }
    made: dict[str, Made] = {
        f"picture-of-rubbish-{name}": (
            one_page(
                shown,
                FORM_AT,
                [
                    stream(
                        data,
                        b"/Subtype/Image/Width 900/Height 900/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter" + kind,
                    )
                ],
            ),
            (*READ, LIMITS),
        )
        for name, (kind, data) in kinds.items()
    }
    plain = b"/Subtype/Image/BitsPerComponent 8/ColorSpace/DeviceGray"
    sized = {
        "below-zero": b"/Width -9/Height -9",
        "of-no-size": b"/Width 0/Height 0",
        "beyond-bounds": b"/Width 1e30/Height 99999999999",
    }
    for name, size in sized.items():
        made[f"picture-{name}"] = (one_page(shown, FORM_AT, [stream(b"x", plain + size)]), (*READ, LIMITS))
    fax = plain + b"/Width 9/Height 9/Filter/CCITTFaxDecode/DecodeParms<</Columns 2147483647/Rows 2147483647/K -1>>"
    made["picture-of-endless-lines"] = (one_page(shown, FORM_AT, [stream(RUBBISH, fax)]), (*READ, LIMITS))
    jbig2 = plain + b"/Width 9/Height 9/Filter/JBIG2Decode/DecodeParms<</JBIG2Globals 6 0 R>>"
    made["picture-that-is-its-own-key"] = (one_page(shown, FORM_AT, [stream(RUBBISH, jbig2)]), (*READ, LIMITS))
    mask = plain + b"/Width 9/Height 9/SMask 6 0 R/Mask 6 0 R/Alternates[<</Image 6 0 R>>]"
    made["picture-masked-by-itself"] = (one_page(shown, FORM_AT, [stream(b"x" * 81, mask)]), (*READ, LIMITS))
    made["picture-in-the-text-without-end"] = (
        one_page(LINES + b"BT BI /W 5 /H 5 /L 99999999 ID xxxx"),
        (*READ, *WORDLESS),
    )
    made["picture-in-the-text-below-zero"] = (
        one_page(b"BI /W -5 /H -5 /BPC 8 /CS /G ID xxxx EI\n" + LINES),
        (*READ, *WORDLESS),
    )
    return made


def writing() -> dict[str, Made]:
    """Fonts that draw their letters, maps of letters that never end, numbers that are none, sizes below zero."""
    drawn = (
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[%s]/FirstChar 82/LastChar 82/Widths[9]"
        b"/Encoding<</Differences[82/a]>>/CharProcs<<%s>>>>"
    )
    show = b"BT /F 12 Tf 50 700 Td (Register RRR) Tj ET"
    head = b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange\n"
    maps = {
        "cut-short": head + b"1 beginbfchar <41> <00",
        "of-itself": head + b"/M usecmap endcmap",
        "of-all-and-more": head + b"1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange endcmap",
        "backwards": head + b"1 beginbfrange <FF> <00> <0041> endbfrange endcmap",
        "of-lists": head + b"1 beginbfrange <00> <FF> [" + b"<0041>" * 100_000 + b"] endbfrange endcmap",
        "of-rubbish": RUBBISH,
    }
    made: dict[str, Made] = {
        f"map-{name}": (
            one_page(show, font=FONT_MAPPED, more=[flate(text, b"/UseCMap 6 0 R")]),
            (*READ, *WORDLESS, LIMITS),
        )
        for name, text in maps.items()
    }
    made |= {
        "letters-that-are-not-drawn": (one_page(show, font=drawn % (b".1 0 0 .1 0 0", b"")), (*READ, *WORDLESS)),
        "letters-of-no-size": (
            one_page(show, font=drawn % (b"0 0 0 0 0 0", b"/a 6 0 R"), more=[stream(b"9 0 d0 0 0 9 9 re f")]),
            (*READ, *WORDLESS),
        ),
        "letters-of-no-number": (
            one_page(show, font=drawn % (b"nan inf -inf 1e99 0 0", b"/a 6 0 R"), more=[stream(b"9 0 d0")]),
            (*READ, *WORDLESS),
        ),
        "letters-without-end": (
            one_page(show, font=drawn % (b".1 0 0 .1 0 0", b"/a 6 0 R"), more=[stream(b"9 0 d0 BI /W 9 /H 9 ID xxx")]),
            (*READ, *WORDLESS),
        ),
        "letters-of-a-million-boxes": (
            one_page(
                show,
                font=drawn % (b".1 0 0 .1 0 0", b"/a 6 0 R"),
                more=[flate(b"9 0 d0 " + b"0 0 9 9 re f " * 1_000_000)],
            ),
            (*READ, *WORDLESS, LIMITS),
        ),
        "font-of-two-bytes-shown-one": (
            one_page(
                show,
                font=b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[6 0 R]>>",
                more=[b"<</Type/Font/Subtype/CIDFontType2/BaseFont/A/W[0 99999999 500]>>"],
            ),
            (*READ, *WORDLESS),
        ),
        "type-below-zero": (one_page(LINES.replace(b"/F 12 Tf", b"-100 Tz /F -12 Tf")), (*READ, *WORDLESS)),
        "widths-below-zero": (
            one_page(font=HELVETICA[:-2] + b"/FirstChar 32/LastChar 126/Widths[" + b"-900 " * 95 + b"]>>"),
            (*READ, *WORDLESS),
        ),
        "spacing-beyond-bounds": (
            one_page(LINES.replace(b"/F 12 Tf", b"1e30 Tc 1e30 Tw -1e30 TL /F 12 Tf")),
            (*READ, *WORDLESS),
        ),
        "numbers-that-are-none": (
            one_page(b"--5 5-3 +.e 1.2.3 .. - nan inf 0x12 1e5 re f\n" + LINES),
            (*READ, *WORDLESS),
        ),
        "numbers-of-a-thousand-digits": (one_page(b"9" * 1_000 + b" 0 0 1 0 0 cm\n" + LINES), (*READ, *WORDLESS)),
        "boxes-below-zero": (one_page(b"500 500 -900 -900 re f -9 -9 -9 -9 re S\n" + LINES), READ),
        "text-in-text-in-text": (one_page(b"BT " * 50_000 + LINES), (*READ, *WORDLESS)),
        "marks-without-end": (one_page(b"/P <</MCID 0>> BDC " * 100_000 + LINES), (*READ, *WORDLESS, LIMITS)),
        "strings-without-end": (one_page(LINES + b"BT (" * 20_000), (*READ, *WORDLESS)),
        "text-of-lists-of-lists": (
            one_page(b"BT /F 9 Tf " + b"[" * 5_000 + b"(a)" + b"]" * 5_000 + b" TJ ET\n" + LINES),
            (*READ, *WORDLESS),
        ),
        "page-of-no-number": (one_page(box=b"[0 0 nan inf]"), ANY),
        "page-whose-box-is-itself": (one_page(box=b" 6 0 R", more=[b"[6 0 R 6 0 R 6 0 R 6 0 R]"]), ANY),
        "page-cut-to-nothing": (one_page(keys=b"/CropBox[0 0 0 0]"), ANY),
        "page-cut-beside-itself": (one_page(keys=b"/CropBox[9000 9000 9900 9900]"), ANY),
        "page-cut-larger-than-itself": (one_page(keys=b"/CropBox[-9000 -9000 9900 9900]"), ANY),
    }
    return made
