"""Files bound into one pack are told apart by the fonts that their pages share."""

from __future__ import annotations

import io

import pikepdf
import pytest

from extract.engine.typefaces import fonts_of_pages
from extract.joints import APART, DOUBTED, SCANNED, joints
from models.page import Font, Page, Word


def pages(*fonts: str) -> list[Page]:
    """Pages with a font for each letter, all set in type of their own."""
    return [
        Page(n, 595, 842, words=(Word("Pier", 60, 60, 90, 70, n, 0, Font(f"Type{n}", 10)),), fonts=frozenset(names))
        for n, names in enumerate(fonts, start=1)
    ]


@pytest.mark.parametrize(
    ("fonts", "expected"),
    [
        (("ab", "a", "b", "cd", "c"), {4: APART}),
        (("ab", "c", "b", "b"), {}),  # a picture's type between pages of one file
        (("a", "b", "c"), {2: APART, 3: APART}),
        (("ab", "a", "", "", "c"), {3: SCANNED, 5: SCANNED}),
        (("ab", "", "a"), {}),
        (("a", "a", ""), {}),  # a page with a signature
        (("", "", ""), {}),
    ],
)
def test_where_no_font_goes_on_another_file_begins(fonts: tuple[str, ...], expected: dict[int, float]) -> None:
    assert joints(pages(*fonts)) == expected


def test_pages_alike_whose_fonts_were_embedded_one_by_one_are_no_files() -> None:
    def page(number: int, font: str, name: str) -> Page:
        word = Word("Pier", 60, 60, 90, 70, number, 0, Font(name, 10))
        return Page(number, 595, 842, words=(word,), fonts=frozenset(font))

    assert set(joints([page(1, "a", "ABCDEF+Sans"), page(2, "b", "Sans"), page(3, "c", "Sans")]).values()) == {DOUBTED}
    assert joints([page(1, "a", "Sans"), page(2, "b", "Serif")]) == {2: APART}
    several = [page(1, "a", "Sans"), page(2, "a", "Sans"), page(3, "c", "Sans"), page(4, "c", "Sans")]
    assert joints(several) == {3: APART}


def test_a_stamp_over_all_pages_joins_nothing() -> None:
    bound = ["ab"] * 6 + ["cd"] * 6
    assert joints(pages(*bound)) == {7: APART}
    assert joints(pages(*[f + "z" for f in bound])) == {7: APART}


def test_a_paper_bound_in_twice_joins_nothing_between() -> None:
    assert set(joints(pages(*["a"] * 4, *["b"] * 40, *["a"] * 4))) == {5, 45}


def test_one_file_that_uses_its_fonts_throughout_is_no_pack() -> None:
    assert joints(pages(*(["ab"] * 20))) == {}


def pack(*names: tuple[str, bool]) -> bytes:
    """A page for each font; `True`: the object of the font is the one of the page before."""
    with pikepdf.new() as pdf:
        font = None
        for name, same in names:
            if font is None or not same:
                font = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Font, BaseFont=pikepdf.Name(f"/{name}")))
            page = pdf.add_blank_page()
            page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        held = io.BytesIO()
        pdf.save(held)
    return held.getvalue()


@pytest.mark.parametrize(
    ("first", "second", "shared"),
    [
        (("Arial", False), ("Arial", True), True),  # one object
        (("Arial", False), ("Arial", False), False),
        (("PUVUIO+Arial", False), ("PUVUIO+Arial", False), True),  # a tag drawn by lot
        (("BCDEEE+Arial", False), ("BCDEEE+Arial", False), False),  # counted
        (("FAAABH+Arial", False), ("FAAABH+Arial", False), False),
        (("ABCDEE+Arial", False), ("ABCDEE+Arial", False), False),
    ],
)
def test_a_font_is_known_by_its_object_or_by_a_tag_drawn_by_lot(
    first: tuple[str, bool], second: tuple[str, bool], shared: bool
) -> None:
    with pikepdf.open(io.BytesIO(pack(first, second))) as pdf:
        one, two = fonts_of_pages(pdf)
    assert bool(one & two) is shared
