"""Files whose skeleton is wrong: no PDF at all, tables that lie, trees that run in circles, pages of no size."""

from __future__ import annotations

import io
import re
import zipfile

from tests.hostile.parts import CATALOGUE, HELVETICA, LINES, PAGES, file_of, flate, one_page, page, stream
from tests.samples import pdf_of

NOT_PDF, EMPTY, DAMAGED, LIMITS = "failed: not a pdf", "failed: empty file", "failed: damaged", "failed: limits"
NO_PAGES = "failed: no pages"
READ = ("loaded", "nothing recognised", "partly read")
"""What a reader that mends can make of it."""
WORDLESS = ("needs ocr",)

Made = tuple[bytes, tuple[str, ...]]


def _zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as folder:
        folder.writestr("minutes.txt", "Minutes of the meeting")
    return out.getvalue()


def _chained(first: bytes, second: bytes) -> bytes:
    """A file with a second table that names a table before it."""
    return first + b"xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 6/Root 1 0 R/Prev " + second + b">>\n"


def _looped_tables() -> bytes:
    plain = one_page()
    place = len(plain)
    return _chained(plain, b"%d" % place) + b"startxref\n%d\n%%%%EOF\n" % place


def _deep_tree(levels: int) -> bytes:
    objects = [CATALOGUE]
    objects += [b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % (number + 3) for number in range(levels)]
    objects.append(b"<</Type/Page/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<<>>>>" % (levels + 3))
    objects.append(flate(LINES))
    return file_of(objects)


def _shared_tree(levels: int, wide: int) -> bytes:
    """Each level names the next so many times: a few objects, and more pages than there are atoms."""
    objects = [CATALOGUE]
    for number in range(levels):
        kids = b" ".join([b"%d 0 R" % (number + 3)] * wide)
        objects.append(b"<</Type/Pages/Count %d/Kids[%s]>>" % (wide ** (levels - number), kids))
    objects.append(b"<</Type/Page/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<<>>>>" % (levels + 3))
    objects.append(flate(LINES))
    return file_of(objects)


def _many_pages(number: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (place + 5) for place in range(number))
    one = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R/Resources<</Font<</F 4 0 R>>>>>>"
    pages = b"<</Type/Pages/Count %d/Kids[%s]>>" % (number, kids)
    return file_of([CATALOGUE, pages, flate(LINES), HELVETICA, *[one] * number])


def _with_boxes(box: bytes) -> bytes:
    return one_page(box=box)


def structures() -> dict[str, Made]:
    """Each file with the outcomes that it may end in."""
    good = one_page()
    sample = pdf_of("minutes-table").read_bytes()
    table = good.index(b"xref\n")
    half = sample[: len(sample) // 2]
    return {
        "empty": (b"", (EMPTY,)),
        "one-byte": (b"%", (NOT_PDF,)),
        "header-alone": (b"%PDF-1.7\n", (DAMAGED,)),
        "letter": (b"Dear Clerk, the register follows.\n" * 50, (NOT_PDF,)),
        "error-page": (b"<!DOCTYPE html><html><body><h1>404 Not Found</h1></body></html>", (NOT_PDF,)),
        "zip": (_zip(), (NOT_PDF,)),
        "nothing-but-nul": (b"\0" * 100_000, (NOT_PDF,)),
        "rubbish-before-header": (b"HTTP/1.1 200 OK\r\n\r\n" + good, READ),
        "header-too-late": (b"x" * 3000 + good, (NOT_PDF,)),
        "no-end-mark": (good[: good.rindex(b"startxref")], READ),
        "no-table": (good[:table] + good[good.index(b"trailer") :], READ),
        "table-of-rubbish": (re.sub(rb"\d{10} 00000 n", b"9999999999 00000 n", good), READ),
        "table-off-by-some": (good.replace(b"\n3 0 obj", b"\n       3 0 obj"), READ),
        "start-beyond-the-end": (good[: good.rindex(b"startxref")] + b"startxref\n99999999\n%%EOF", READ),
        "start-below-zero": (good[: good.rindex(b"startxref")] + b"startxref\n-5\n%%EOF", READ),
        "start-too-large-a-number": (good[: good.rindex(b"startxref")] + b"startxref\n" + b"9" * 40 + b"\n%%EOF", (*READ, DAMAGED)),
        "tables-in-a-circle": (_looped_tables(), (*READ, DAMAGED)),
        "no-trailer": (good[:table], (*READ, DAMAGED)),
        "no-root": (good.replace(b"/Root 1 0 R", b"/Rooot 1 0 R"), (*READ, DAMAGED)),
        "root-is-a-page": (file_of([CATALOGUE, PAGES, page(), flate(LINES), HELVETICA], root=b"3 0 R"), (*READ, DAMAGED, NO_PAGES)),
        "root-is-itself": (file_of([b"1 0 R", PAGES, page(), flate(LINES), HELVETICA]), (*READ, DAMAGED, NO_PAGES)),
        "no-pages-at-all": (one_page(catalogue=b"<</Type/Catalog>>"), (NO_PAGES, DAMAGED)),
        "no-page": (one_page(pages=b"<</Type/Pages/Count 0/Kids[]>>"), (NO_PAGES, DAMAGED)),
        "more-pages-told-than-there": (one_page(pages=b"<</Type/Pages/Count 900/Kids[3 0 R]>>"), (DAMAGED,)),
        "fewer-pages-told-than-there": (one_page(pages=b"<</Type/Pages/Count 0/Kids[3 0 R]>>"), (*READ, DAMAGED)),
        "pages-below-zero": (one_page(pages=b"<</Type/Pages/Count -7/Kids[3 0 R]>>"), (*READ, DAMAGED)),
        "pages-name-themselves": (one_page(pages=b"<</Type/Pages/Count 2/Kids[3 0 R 2 0 R]>>"), (DAMAGED, LIMITS)),
        "pages-in-a-circle": (
            one_page(page=b"<</Type/Pages/Parent 2 0 R/Count 1/Kids[2 0 R]>>"), (DAMAGED, LIMITS),
        ),
        "page-tree-of-300-levels": (_deep_tree(300), (*READ, DAMAGED, LIMITS)),
        "page-tree-of-20000-levels": (_deep_tree(20_000), (*READ, DAMAGED, LIMITS)),
        "page-tree-that-multiplies": (_shared_tree(10, 10), (DAMAGED, LIMITS)),
        "pages-of-nothing": (one_page(pages=b"<</Type/Pages/Count 3/Kids[null 3 0 R 99 0 R]>>"), (*READ, DAMAGED)),
        "pages-of-numbers": (one_page(pages=b"<</Type/Pages/Count 3/Kids[1 (two) 3 0 R]>>"), (*READ, DAMAGED)),
        "too-many-pages": (_many_pages(5_200), (LIMITS,)),
        "resources-are-a-word": (
            one_page(page=b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources/None>>"),
            (*READ, *WORDLESS, DAMAGED),
        ),
        "layers-are-a-word": (one_page(catalogue=b"<</Type/Catalog/Pages 2 0 R/OCProperties<</D/Off/OCGs(all)>>>>"), (*READ, DAMAGED)),
        "page-without-box": (one_page(page=page().replace(b"/MediaBox[0 0 595 842]", b"")), READ),
        "page-of-no-size": (_with_boxes(b"[0 0 0 0]"), (*READ, *WORDLESS, DAMAGED)),
        "page-inside-out": (_with_boxes(b"[595 842 0 0]"), READ),
        "page-far-away": (_with_boxes(b"[-900000 -900000 -899000 -899000]"), (*READ, *WORDLESS)),
        "page-as-large-as-a-town": (_with_boxes(b"[0 0 100000000 100000000]"), (*READ, *WORDLESS, LIMITS)),
        "page-larger-than-numbers": (_with_boxes(b"[0 0 1e39 9" + b"9" * 60 + b"]"), (*READ, *WORDLESS, LIMITS, DAMAGED)),
        "page-of-words": (_with_boxes(b"[(a) /b null true]"), (*READ, *WORDLESS, DAMAGED)),
        "page-turned-by-45": (one_page(keys=b"/Rotate 45"), READ),
        "page-turned-by-words": (one_page(keys=b"/Rotate (left)/UserUnit 1000000"), READ),
        "cut-in-half": (half, (DAMAGED,)),
        "cut-by-a-tenth": (sample[: len(sample) * 9 // 10], (DAMAGED,)),
        "cut-by-a-line": (sample[:-40], (*READ, DAMAGED)),
        "first-half-twice": (half + half, (DAMAGED, *READ)),
        "one-paper-after-another": (sample + good, (*READ, DAMAGED)),
        "nul-in-the-middle": (sample[:4000] + b"\0" * 4000 + sample[8000:], (*READ, *WORDLESS, DAMAGED)),
        "line-ends-of-another-system": (sample.replace(b"\n", b"\r\n"), (*READ, *WORDLESS, DAMAGED)),
        "length-too-short": (one_page(stream=stream(LINES, length=b"5")), READ),
        "length-too-long": (one_page(stream=stream(LINES, length=b"999999")), READ),
        "length-missing": (one_page(stream=stream(LINES).replace(b"/Length %d" % len(LINES), b"")), READ),
        "length-is-itself": (one_page(stream=stream(LINES, length=b"4 0 R")), READ),
        "length-below-zero": (one_page(stream=stream(LINES, length=b"-1")), READ),
        "content-is-the-page": (one_page(page=page().replace(b"4 0 R", b"3 0 R")), (*READ, *WORDLESS)),
        "content-a-million-times": (
            one_page(page=page().replace(b"/Contents 4 0 R", b"/Contents[" + b"4 0 R " * 200_000 + b"]")), (LIMITS, DAMAGED),
        ),
        "nested-lists": (one_page(more=[b"[" * 100_000 + b"]" * 100_000]), READ),
        "nested-dictionaries": (one_page(keys=b"/PieceInfo" + b"<</A" * 5_000 + b" 1" + b">>" * 5_000), (*READ, DAMAGED)),
        "outline-in-a-circle": (
            one_page(
                catalogue=b"<</Type/Catalog/Pages 2 0 R/Outlines 6 0 R/Names<</Dests 7 0 R>>>>",
                more=[b"<</First 6 0 R/Last 6 0 R/Next 6 0 R/Prev 6 0 R/Title(x)>>", b"<</Kids[7 0 R]/Limits[(a)(b)]>>"],
            ),
            READ,
        ),
        "script-and-launch": (
            one_page(
                catalogue=b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(while(1);)>>/AA<</WC 6 0 R>>>>",
                more=[b"<</S/Launch/F(/bin/sh)>>"],
            ),
            READ,
        ),
        "page-labels-in-a-circle": (
            one_page(catalogue=b"<</Type/Catalog/Pages 2 0 R/PageLabels 6 0 R>>", more=[b"<</Kids[6 0 R 6 0 R]>>"]), READ,
        ),
    }  # fmt: skip
