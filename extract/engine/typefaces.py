"""Which fonts each page of a file names, and the names of those that only their descriptors name.

What two pages share, the same program has made.

A font is known by its object in the file, and by the tag of six letters that a program draws by lot for the part of a font
that it embeds (`PUVUIO+Arial`). Programs that count their tags (`BAAAAA`, `BCDEEE`, `FAAABH`) give the same ones in every file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise

import pikepdf

Known = frozenset[tuple[int, int] | str]
DEEPEST = 3  # forms in forms
_DRAWN = re.compile(r"/([A-Z]{6})\+")
MOST_IN_ORDER = 1  # letters of a drawn tag that are the one before again, or the next of the alphabet
MOST_ALIKE = 2
SEMIBOLD = 600  # weight
LEANS = 4  # degrees
_SAYS_WEIGHT = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_SAYS_SLANT = re.compile(r"italic|oblique", re.IGNORECASE)


def fonts_of_pages(pdf: pikepdf.Pdf, nameless: list[pikepdf.Dictionary] | None = None) -> tuple[Known, ...]:
    """The fonts of each page in order; an empty set where a page names none. Those without a name are added to `nameless`."""
    known: dict[tuple[int, int], Known] = {}
    return tuple(_of(resources_of(page), known, nameless, 0) for page in pdf.pages)


def name_as_described(fonts: Iterable[pikepdf.Dictionary]) -> bool:
    """Give fonts without a name the one that their descriptors tell, with weight and slant; whether any was given.

    Browsers draw the letters of fonts that a PDF cannot hold (Type 3: web fonts of variable weight, or with PostScript
    outlines). Such a font has a descriptor and no name of its own, and pdfium asks for the name: bold headings seemed plain.
    """
    named = False
    for font in fonts:
        told = font.get("/FontDescriptor")
        name = str(told.get("/FontName", ""))[1:] if isinstance(told, pikepdf.Dictionary) else ""
        if not name or "/BaseFont" in font:  # one font may be on many pages
            continue
        weight, angle = told.get("/FontWeight", 400), told.get("/ItalicAngle", 0)
        name += "-Bold" if _number(weight) >= SEMIBOLD and not _SAYS_WEIGHT.search(name) else ""
        name += "-Italic" if abs(_number(angle)) >= LEANS and not _SAYS_SLANT.search(name) else ""
        font["/BaseFont"] = pikepdf.Name(f"/{name}")
        named = True
    return named


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float | Decimal) else 0.0


def resources_of(page: pikepdf.Page) -> pikepdf.Object | None:
    """The resources that a page names; None where what should be a dictionary is none, and pdfium shows the page without."""
    try:
        return page.resources
    except (TypeError, ValueError, AttributeError):
        return None


def _of(
    resources: object, known: dict[tuple[int, int], Known], nameless: list[pikepdf.Dictionary] | None, depth: int
) -> Known:
    if not isinstance(resources, pikepdf.Dictionary) or depth > DEEPEST:
        return frozenset()
    found: set[tuple[int, int] | str] = set()
    fonts = resources.get("/Font")
    for font in fonts.values() if isinstance(fonts, pikepdf.Dictionary) else ():
        if isinstance(font, pikepdf.Dictionary):
            found.update({font.objgen} if font.is_indirect else ())
            name = str(font.get("/BaseFont", ""))
            found.update(_tag(name))
            if nameless is not None and not name:
                nameless.append(font)
    forms = resources.get("/XObject")
    for form in forms.values() if isinstance(forms, pikepdf.Dictionary) else ():
        if isinstance(form, pikepdf.Stream) and form.get("/Subtype") == "/Form":
            if form.objgen not in known:
                known[form.objgen] = frozenset()  # a form may name itself
                known[form.objgen] = _of(form.get("/Resources"), known, nameless, depth + 1)
            found |= known[form.objgen]
    return frozenset(found)


def _tag(name: str) -> set[str]:
    """A font's name with its tag, where the tag was drawn by lot; nothing where it was counted."""
    match = _DRAWN.match(name)
    tag = match.group(1) if match else ""
    in_order = sum(0 <= ord(b) - ord(a) <= 1 for a, b in pairwise(tag))
    counted = in_order > MOST_IN_ORDER or max(Counter(tag).values(), default=0) > MOST_ALIKE
    return set() if not tag or counted else {name}
