"""Charts and pictures are recorded with place, caption and labels; what is drawn in tables, behind text or in margins is no figure."""

from __future__ import annotations

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from extract.document import extract_document
from models.record import Printed
from tests.extract.drawn import draw, text

SIZE = (400.0, 500.0)
CAPTION = text("Figure 3: Calls by month", 60, 420, 10)
PLOT = (
    "0.5 w 60 250 m 340 250 l S 60 250 m 60 400 l S\n"  # the axes
    "1 w 0 0 1 RG 60 280 m 130 350 l 200 300 l 270 390 l 340 330 l S\n"
    + text("0", 45, 248, 8)
    + text("90", 42, 395, 8)
    + text("April", 60, 236, 8)
    + text("March", 318, 236, 8)
)
BARS = "".join(f"0.2 0.4 0.8 rg {70 + 50 * n} 250 30 {height} re f\n" for n, height in enumerate((40, 90, 65, 150, 20)))
PROSE = text("The service took more calls in every month than the year before.", 40, 120, 10)


def figures(content: str, pages: int = 1, extra: object = None) -> list[Printed]:
    data = draw(content, size=SIZE, pages=pages, extra=extra)  # type: ignore[arg-type]
    return [record for record in extract_document(data).printed if record.view == "figures"]


@pytest.mark.parametrize("drawing", [PLOT, BARS + PLOT, BARS])
def test_a_chart_is_recorded_with_its_caption_and_its_place(drawing: str) -> None:
    (figure,) = figures(CAPTION + drawing + PROSE)
    assert figure.facts == {"figure_no": 1, "kind": "chart"}
    assert figure.fields["caption"].text == "Figure 3: Calls by month"
    place = figure.fields["text"].place
    assert place is not None
    page, (x0, top, x1, bottom) = place
    assert page == 1
    assert 55 <= x0 <= 75 and 85 <= top <= 135
    assert 295 <= x1 <= 345 and 245 <= bottom <= 255


def test_the_labels_of_a_chart_are_no_unread_words() -> None:
    found = extract_document(draw(CAPTION + PLOT + PROSE, size=SIZE))
    held = [set(record.fields["text"].text.split()) for record in found.printed if record.view == "figures"]
    unread = {word.text for run in found.unread for word in run.words}
    assert held == [held[0]]
    assert not unread & {"90", "April", "March"}


def test_two_charts_apart_are_two() -> None:
    lower = f"q 1 0 0 1 0 -210 cm {PLOT} Q\n"
    assert [f.facts["figure_no"] for f in figures(PLOT + lower)] == [1, 2]


def test_a_table_with_coloured_cells_is_no_chart() -> None:
    cells = "".join(
        f"0.9 0.6 0.2 rg {60 + 70 * c} {400 - 24 * r} 70 24 re f 0 G {60 + 70 * c} {400 - 24 * r} 70 24 re S\n"
        + "0 g "
        + text(f"C{r}{c}", 66 + 70 * c, 408 - 24 * r, 9)
        for r in range(5)
        for c in range(4)
    )
    assert figures(cells) == []


def picture(pdf: Pdf, resources: Dictionary) -> None:
    image = Stream(pdf, bytes(range(0, 240, 5)) * 3)
    image.Type, image.Subtype, image.ColorSpace = Name.XObject, Name.Image, Name.DeviceGray
    image.Width, image.Height, image.BitsPerComponent = 12, 12, 8
    image.Decode = Array([0, 1])
    resources.XObject = Dictionary(Im=image)


def test_a_picture_is_recorded_with_the_heading_over_it() -> None:
    heading = text("Calls in the year", 60, 430, 16, "F2")
    (figure,) = figures(
        heading + "q 250 0 0 150 60 260 cm /Im Do Q\n" + PROSE + text("More of it.", 40, 100, 10), extra=picture
    )
    assert (figure.facts["kind"], figure.fields["caption"].text) == ("picture", "Calls in the year")


def test_a_logo_in_the_margin_of_every_page_is_none() -> None:
    assert figures("q 120 0 0 50 270 440 cm /Im Do Q\n" + PROSE, pages=3, extra=picture) == []


def test_a_picture_at_one_place_of_three_slides_is_one_of_each() -> None:
    assert len(figures("q 250 0 0 150 60 180 cm /Im Do Q\n" + PROSE, pages=3, extra=picture)) == 3


def test_a_picture_behind_the_text_is_none() -> None:
    lines = "".join(text("The service took more calls in every month.", 40, 300 - 14 * n, 10) for n in range(12))
    assert figures("q 380 0 0 300 10 120 cm /Im Do Q\n" + lines, extra=picture) == []
