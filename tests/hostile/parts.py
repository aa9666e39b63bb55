"""A PDF put together by hand, object by object, so that any of it can be wrong."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
HELVETICA = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
LINES = b"BT /F 12 Tf 50 700 Td (Risk register of the Harbour Board) Tj 0 -20 Td (R1 Floods close the depot) Tj ET\n"
FONT_AT = b"/Font<</F 5 0 R>>"


def stream(data: bytes, keys: bytes = b"", length: bytes | None = None) -> bytes:
    told = b"%d" % len(data) if length is None else length
    return b"<<" + keys + b"/Length " + told + b">>\nstream\n" + data + b"\nendstream"


def flate(data: bytes, keys: bytes = b"") -> bytes:
    return stream(zlib.compress(data, 9), b"/Filter/FlateDecode" + keys)


def page(resources: bytes = FONT_AT, keys: bytes = b"", box: bytes = b"[0 0 595 842]") -> bytes:
    return (
        b"<</Type/Page/Parent 2 0 R/MediaBox" + box + b"/Contents 4 0 R/Resources<<" + resources + b">>" + keys + b">>"
    )


def file_of(
    objects: Sequence[bytes], *, trailer: bytes = b"", root: bytes = b"1 0 R", start: int | None = None
) -> bytes:
    """A file of numbered objects with a table of where they are."""
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, item in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + item + b"\nendobj\n"
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d/Root " % (len(objects) + 1) + root + trailer + b">>\n"
    out += b"startxref\n%d\n%%%%EOF\n" % (table if start is None else start)
    return bytes(out)


def one_page(content: bytes = LINES, resources: bytes = FONT_AT, more: Sequence[bytes] = (), **wrong: bytes) -> bytes:
    """A paper of one page; `more` are objects from number 6 on, `wrong` replaces catalogue, pages, page or font."""
    return file_of(
        [
            wrong.get("catalogue", CATALOGUE),
            wrong.get("pages", PAGES),
            wrong.get("page", page(resources, wrong.get("keys", b""), wrong.get("box", b"[0 0 595 842]"))),
            wrong.get("stream", flate(content)),
            wrong.get("font", HELVETICA),
            *more,
        ]
    )


def zeros(megabytes: int, byte: bytes = b" ") -> bytes:
    """So many megabytes of one byte, packed by deflate without being held unpacked."""
    packer = zlib.compressobj(9)
    block = byte * 2**20
    return b"".join(packer.compress(block) for _ in range(megabytes)) + packer.flush()


def lzw(data_length: int) -> bytes:
    """Blanks packed by LZW: codes 256 (clear), 32, then each code the one before and a blank more, cleared when codes run out."""
    bits: list[str] = []
    left = data_length
    while left > 0:
        bits.append(f"{256:09b}")
        width, code, run = 9, 258, 1
        bits.append(f"{32:09b}")
        left -= 1
        while code < 4090 and left > 0:
            if code in (511, 1023, 2047):
                width += 1
            bits.append(f"{code:0{width}b}")
            run += 1
            left -= run
            code += 1
    bits.append(f"{257:012b}")
    text = "".join(bits)
    text += "0" * (-len(text) % 8)
    return int(text, 2).to_bytes(len(text) // 8, "big")
