"""The classes of damage that the public test sets of PDF readers are known for: each the report of somebody whose reader fell over it."""

from __future__ import annotations

import io
import random
import re
import zlib
from functools import cache

import pikepdf

from tests.hostile.content import ENCRYPTED, NOT_PERMITTED, locks
from tests.hostile.parts import (
    CATALOGUE,
    FONT_AT,
    HELVETICA,
    LINES,
    PAGES,
    file_of,
    flate,
    one_page,
    page,
    stream,
    zeros,
)
from tests.hostile.structure import DAMAGED, LIMITS, NO_PAGES, READ, WORDLESS, Made
from tests.samples import pdf_of

RUBBISH = random.Random(5).randbytes(4_000)
ANY = (*READ, *WORDLESS, DAMAGED)
"""What a reader makes of it is its own affair, if it makes an end."""


@cache
def _saved(*, linearize: bool) -> bytes:
    """A sample with its objects in streams, and its table in one too."""
    out = io.BytesIO()
    with pikepdf.open(pdf_of("minutes-table")) as pdf:
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, linearize=linearize, static_id=True)
    return out.getvalue()


def _changed(data: bytes, pattern: bytes, replacement: bytes) -> bytes:
    made, times = re.subn(pattern, lambda _: replacement, data, flags=re.DOTALL)
    assert times, pattern
    return made


def tables() -> dict[str, Made]:
    """Tables of objects, and objects in streams, that lie."""
    good, packed = one_page(), _saved(linearize=False)
    start = packed.rindex(b"/Type /XRef") if b"/Type /XRef" in packed else packed.rindex(b"/XRef")
    data = packed.index(b"stream", start) + 7
    end = packed.index(b"endstream", data)
    table = good.index(b"xref\n")
    two = good.replace(b"/Root 1 0 R", b"/Prev %d/Root 1 0 R" % len(good))
    other = b"xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 6/Root 1 0 R/Prev %d>>\n" % (table)
    inner = b"10 0 11 4 " + b"(a) (b)"
    return {
        "table-stream-of-rubbish": (packed[:data] + RUBBISH[: end - data] + packed[end:], ANY),
        "table-stream-cut-out": (packed[: data + 3] + packed[end:], ANY),
        "table-stream-of-nul": (packed[:data] + b"\0" * (end - data) + packed[end:], ANY),
        "table-stream-too-wide": (_changed(packed, rb"/W \[[^\]]*\]", b"/W [ 9 9 9 ]"), ANY),
        "table-stream-of-no-width": (_changed(packed, rb"/W \[[^\]]*\]", b"/W [ 0 0 0 ]"), ANY),
        "table-stream-below-zero": (_changed(packed, rb"/W \[", b"/Index [ -5 99999999 ] /W ["), ANY),
        "tables-that-name-each-other": (two + other + b"startxref\n%d\n%%%%EOF\n" % len(two), ANY),
        "table-before-it-beyond-the-end": (one_page_with(b"/Prev 99999999"), ANY),
        "table-before-it-below-zero": (one_page_with(b"/Prev -17"), ANY),
        "table-before-it-is-a-name": (one_page_with(b"/Prev/Here"), ANY),
        "table-and-table-stream-in-one": (one_page_with(b"/XRefStm %d" % table), ANY),
        "table-of-a-billion": (good.replace(b"xref\n0 6", b"xref\n0 999999999"), (*ANY, LIMITS)),
        "size-of-a-billion": (good.replace(b"/Size 6", b"/Size 2147483647"), (*ANY, LIMITS)),
        "no-end-of-objects": (good.replace(b"\nendobj", b""), ANY),
        "no-end-of-streams": (good.replace(b"\nendstream", b""), ANY),
        "objects-misspelt": (good.replace(b" 0 obj", b" 0 ob"), ANY),
        "object-numbers-beyond-bounds": (good.replace(b"4 0 obj", b"4294967300 0 obj"), ANY),
        "generations-wrong": (good.replace(b" 0 obj", b" 7 obj"), ANY),
        "object-stream-of-too-many": (one_page(more=[stream(inner, b"/Type/ObjStm/N 99999999/First 10")]), READ),
        "object-stream-begins-below-zero": (one_page(more=[stream(inner, b"/Type/ObjStm/N 2/First -10")]), READ),
        "object-streams-of-the-sample-too-many": (_changed(packed, rb"/N \d+", b"/N 99999999"), (*ANY, LIMITS)),
        "object-streams-of-the-sample-begin-nowhere": (_changed(packed, rb"/First \d+", b"/First 99999999"), ANY),
        "object-stream-of-itself": (_changed(packed, rb"/First", b"/Extends 1 0 R /First"), ANY),
        "object-streams-of-rubbish": (_rubbish_in_object_streams(packed), ANY),
        "linearised-cut-in-half": (_saved(linearize=True)[: len(packed) // 2], ANY),
        "linearised-cut-after-its-first-page": (_saved(linearize=True)[:6_000], ANY),
        "linearised-of-another-length": (_changed(_saved(linearize=True), rb"/L \d+", b"/L 7"), ANY),
        "linearised-hints-nowhere": (_changed(_saved(linearize=True), rb"/H \[ \d+", b"/H [ 99999999"), ANY),
    }


def one_page_with(trailer: bytes) -> bytes:
    return file_of([CATALOGUE, PAGES, page(), flate(LINES), HELVETICA], trailer=trailer)


def _rubbish_in_object_streams(data: bytes) -> bytes:
    def spoil(match: re.Match[bytes]) -> bytes:
        return match[1] + RUBBISH[: min(len(match[2]), len(RUBBISH))] + match[2][len(RUBBISH) :] + match[3]

    return re.sub(rb"(/ObjStm.{0,200}?stream\r?\n)(.*?)(\r?\nendstream)", spoil, data, flags=re.DOTALL)


def trees() -> dict[str, Made]:
    """Trees of names, fields, structure and layers that run in a circle, and pages that inherit from themselves."""
    itself = b"<</Kids[6 0 R 6 0 R]/Limits[(a)(z)]>>"
    catalogue = b"<</Type/Catalog/Pages 2 0 R%s>>"
    return {
        "names-of-files-in-a-circle": (
            one_page(catalogue=catalogue % b"/Names<</EmbeddedFiles 6 0 R/JavaScript 6 0 R>>", more=[itself]),
            READ,
        ),
        "structure-in-a-circle": (
            one_page(
                catalogue=catalogue % b"/StructTreeRoot 6 0 R/MarkInfo<</Marked true>>",
                more=[b"<</K[6 0 R]/P 6 0 R/ParentTree 6 0 R>>"],
            ),
            READ,
        ),
        "fields-in-a-circle": (
            one_page(
                catalogue=catalogue % b"/AcroForm<</Fields[6 0 R]>>", more=[b"<</T(a)/FT/Tx/Kids[6 0 R]/Parent 6 0 R>>"]
            ),
            READ,
        ),
        "layers-in-a-circle": (
            one_page(
                catalogue=catalogue % b"/OCProperties<</OCGs[6 0 R]/D<</Order 7 0 R>>>>",
                more=[b"<</Type/OCG/Name(a)>>", b"[7 0 R [7 0 R]]"],
            ),
            READ,
        ),
        "layers-that-rest-on-themselves": (
            one_page(
                b"/OC /L BDC\n" + LINES + b"EMC",
                FONT_AT + b"/Properties<</L 6 0 R>>",
                [b"<</Type/OCMD/OCGs 6 0 R/VE[/Not 7 0 R]>>", b"[/And 7 0 R]"],
            ),
            (*READ, *WORDLESS),
        ),
        "articles-in-a-circle": (
            one_page(catalogue=catalogue % b"/Threads[6 0 R]", more=[b"<</F 6 0 R/N 6 0 R/V 6 0 R>>"]),
            READ,
        ),
        "page-is-its-own-parent": (
            one_page(page=page().replace(b"/Parent 2 0 R", b"/Parent 3 0 R").replace(b"/MediaBox[0 0 595 842]", b"")),
            ANY,
        ),
        "pages-are-their-own-parent": (one_page(pages=b"<</Type/Pages/Parent 2 0 R/Count 1/Kids[3 0 R]>>"), ANY),
        "one-page-two-hundred-times": (
            one_page(pages=b"<</Type/Pages/Count 200/Kids[" + b"3 0 R " * 200 + b"]>>"),
            (*ANY, LIMITS),
        ),
        "resources-of-themselves": (
            one_page(
                page=page().replace(b"/Resources<<", b"/Resources 6 0 R/Was<<"), more=[b"<</XObject 6 0 R/Font 6 0 R>>"]
            ),
            ANY,
        ),
        "note-of-itself": (
            one_page(
                keys=b"/Annots[6 0 R]", more=[b"<</Subtype/Popup/Parent 6 0 R/Popup 6 0 R/Rect[0 0 9 9]/IRT 6 0 R>>"]
            ),
            READ,
        ),
        "colour-of-itself": (
            one_page(
                b"/C cs 0 sc 9 9 99 99 re f\n" + LINES,
                FONT_AT + b"/ColorSpace<</C 6 0 R>>",
                [b"[/Indexed 6 0 R 1 <0011>]"],
            ),
            (*READ, *WORDLESS),
        ),
        "colour-on-colour-on-colour": (
            one_page(
                b"/C cs 0 sc 9 9 99 99 re f\n" + LINES,
                FONT_AT + b"/ColorSpace<</C 6 0 R>>",
                [b"[/Separation/A 7 0 R 7 0 R]", b"[/DeviceN[/A]6 0 R 6 0 R]"],
            ),
            (*READ, *WORDLESS),
        ),
        "mask-of-itself": (
            one_page(
                b"/G gs\n" + LINES,
                FONT_AT + b"/ExtGState<</G 6 0 R>>",
                [
                    b"<</SMask<</S/Luminosity/G 7 0 R>>>>",
                    stream(
                        b"/G gs 0 0 9 9 re f",
                        b"/Subtype/Form/BBox[0 0 9 9]/Group<</S/Transparency>>/Resources<</ExtGState<</G 6 0 R>>>>",
                    ),
                ],
            ),
            (*READ, *WORDLESS, DAMAGED, LIMITS),
        ),
        "function-of-itself": (
            one_page(
                b"/S sh\n" + LINES,
                FONT_AT + b"/Shading<</S 6 0 R>>",
                [
                    b"<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 9 9]/Function 7 0 R>>",
                    b"<</FunctionType 3/Functions[7 0 R]/Bounds[]/Encode[0 1]/Domain[0 1]>>",
                ],
            ),
            (*READ, *WORDLESS),
        ),
        "function-of-braces": (
            one_page(
                b"/S sh\n" + LINES,
                FONT_AT + b"/Shading<</S 6 0 R>>",
                [
                    b"<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 9 9]/Function 7 0 R>>",
                    stream(b"{" * 50_000 + b"}" * 50_000, b"/FunctionType 4/Domain[0 1]/Range[0 1]"),
                ],
            ),
            (*READ, *WORDLESS),
        ),
    }


def keys() -> dict[str, Made]:
    """Locks that are wrong: what stands in the dictionary of the encryption is not what a reader expects."""
    sound = {4: locks()["open-r4"][0], 6: locks()["open-r6"][0]}
    any_lock = (*ANY, ENCRYPTED, NOT_PERMITTED, NO_PAGES)
    changes = {
        "of-version-9": (4, rb"/V 4", b"/V 9"),
        "of-revision-99": (6, rb"/R 6", b"/R 99"),
        "without-owner": (4, rb"/O <", b"/Oh <"),
        "without-user": (6, rb"/U <", b"/Yo <"),
        "without-filters": (4, rb"/CF ", b"/CG "),
        "of-no-filter": (4, rb"/StmF", b"/StnF"),
        "of-seven-bits": (4, rb"/Length 128", b"/Length 7"),
        "without-permissions": (6, rb"/Perms", b"/Parms"),
        "of-all-permissions": (4, rb"/P -?\d+", b"/P 99999999999999"),
        "without-identity": (4, rb"/ID \[", b"/IE ["),
        "that-is-a-page": (4, rb"/Encrypt (\d+) 0 R", b"/Encrypt 3 0 R"),
        "that-is-nothing": (6, rb"/Encrypt (\d+) 0 R", b"/Encrypt 9999 0 R"),
    }
    made: dict[str, Made] = {}
    for name, (revision, pattern, replacement) in changes.items():
        if re.search(pattern, sound[revision]):
            made[f"lock-{name}"] = (_changed(sound[revision], pattern, replacement), any_lock)
    return made | {"object-stream-that-is-a-bomb": (_packed_bomb(), (LIMITS, DAMAGED))}


def _packed_bomb() -> bytes:
    """The page itself is in a stream of objects that unpacks to a gigabyte, with a table stream that leads there."""
    objects = {
        1: CATALOGUE,
        4: flate(LINES),
        5: HELVETICA,
        6: stream(zlib.compress(zeros(1024), 9), b"/Type/ObjStm/N 2/First 10/Filter[/FlateDecode/FlateDecode]"),
    }
    out, places = bytearray(b"%PDF-1.5\n"), {}
    for number, item in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n" % number + item + b"\nendobj\n"
    start = len(out)
    rows = [
        (0, 0, 255),
        (1, places[1], 0),
        (2, 6, 0),
        (2, 6, 1),
        (1, places[4], 0),
        (1, places[5], 0),
        (1, places[6], 0),
        (1, start, 0),
    ]
    table = b"".join(
        kind.to_bytes(1, "big") + place.to_bytes(4, "big") + last.to_bytes(1, "big") for kind, place, last in rows
    )
    out += b"7 0 obj\n" + stream(table, b"/Type/XRef/Size 8/W[1 4 1]/Root 1 0 R") + b"\nendobj\n"
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)
