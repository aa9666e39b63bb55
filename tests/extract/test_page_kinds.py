"""The benchmark of kinds of pages tells pages with tables from pages of text, and leaves the reading as it was."""

from pathlib import Path
from unittest.mock import patch

from benchmarks.kinds import TABLE, TEXT, time_pages
from extract import table
from extract.tables import camelot_adapter
from tests.extract.drawn import draw, text

GRID = "".join(
    f"40 {y} m 340 {y} l S {x} 100 m {x} 250 l S\n" for x, y in zip((40, 190, 340), (100, 175, 250), strict=True)
)
CELLS = text("Pay", 50, 200) + text("9,100", 200, 200) + text("Fuel", 50, 120) + text("870", 200, 120)


def test_a_page_with_a_table_is_told_from_one_of_text(tmp_path: Path):
    original = table.read_grids
    for name, content, kind in (
        ("grid", GRID + CELLS, TABLE),
        ("prose", text("The board met in June.", 40, 200), TEXT),
    ):
        paper = tmp_path / f"{name}.pdf"
        paper.write_bytes(draw(content, pages=2))
        times = time_pages(paper, second=True)
        assert [told for told, _ in times] == [kind, kind]
        assert all(milliseconds > 0 for _, milliseconds in times)
    assert table.read_grids is original


def test_without_the_second_reading_camelot_is_not_asked(tmp_path: Path):
    paper = tmp_path / "figures.pdf"
    rows = "".join(
        text(f"Item {n}", 40, 260 - 20 * n) + text(f"{n}00", 200, 260 - 20 * n) + text(f"{n}.5", 300, 260 - 20 * n)
        for n in range(1, 9)
    )
    paper.write_bytes(draw(rows))
    with patch.object(camelot_adapter, "_stream") as asked:
        time_pages(paper, second=False)
    asked.assert_not_called()
