"""Small PDFs drawn operator by operator, for the tests of the page engine."""

import io
from collections.abc import Callable

from pikepdf import Array, Dictionary, Name, Pdf, Stream

from extract.page import open_document
from models.page import Page

Extra = Callable[[Pdf, Dictionary], None]


def draw(
    content: str | bytes,
    size: tuple[float, float] = (400, 300),
    media: tuple[float, float, float, float] | None = None,
    crop: tuple[float, float, float, float] | None = None,
    rotate: int = 0,
    extra: Extra | None = None,
    pages: int = 1,
) -> bytes:
    """A PDF of `pages` equal pages with Helvetica as /F1 and Helvetica-Bold as /F2. `extra` may add resources."""
    pdf = Pdf.new()
    fonts = Dictionary(
        F1=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding),
        F2=Dictionary(
            Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/Helvetica-Bold"), Encoding=Name.WinAnsiEncoding
        ),
    )
    resources = Dictionary(Font=fonts)
    if extra:
        extra(pdf, resources)
    data = content.encode("cp1252") if isinstance(content, str) else content
    for _ in range(pages):
        page = pdf.add_blank_page(page_size=size).obj
        page.Resources = resources
        page.Contents = Stream(pdf, data)
        page.Rotate = rotate
        if media:
            page.MediaBox = Array(media)
        if crop:
            page.CropBox = Array(crop)
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def read(data: bytes, number: int = 1) -> Page:
    """One page of a PDF."""
    with open_document(data) as document:
        return document.read(number)


def text(words: str, x: float, y: float, size: float = 12, font: str = "F1") -> str:
    """The operators that set `words` at (x, y) from the bottom left."""
    return f"BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({words}) Tj ET\n"


def said(page: Page) -> list[str]:
    """The words of a page as text."""
    return [word.text for word in page.words]


def symbol_font(name: str, codes: dict[int, int], subset: str = "ABCDEF") -> Extra:
    """Adds a font /S of that name with a ToUnicode map of codes to Unicode values."""

    def add(pdf: Pdf, resources: Dictionary) -> None:
        lines = "".join(f"<{code:02X}> <{chr(value).encode('utf-16-be').hex()}>\n" for code, value in codes.items())
        cmap = (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
            "1 begincodespacerange <00> <FF> endcodespacerange\n"
            f"{len(codes)} beginbfchar\n{lines}endbfchar endcmap end end"
        )
        resources.Font.S = Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=Name(f"/{subset}+{name}"),
            FirstChar=0,
            LastChar=255,
            Widths=Array([600] * 256),
            FontDescriptor=pdf.make_indirect(
                Dictionary(
                    Type=Name.FontDescriptor, FontName=Name(f"/{subset}+{name}"), Flags=4, ItalicAngle=0,
                    Ascent=800, Descent=-200, CapHeight=700, StemV=80, FontBBox=Array([0, -200, 1000, 800]),
                )
            ),
            ToUnicode=Stream(pdf, cmap.encode()),
        )  # fmt: skip

    return add
