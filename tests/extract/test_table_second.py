"""The second readers: our adapters give what the libraries read from the same pages by themselves, and agreement is measured."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pdfplumber
import pytest
from reportlab.pdfgen.canvas import Canvas

from extract.page import open_document
from extract.table import read_page_tables
from extract.tables import camelot_adapter
from extract.tables.camelot_adapter import columns_and_rows
from extract.tables.pdfplumber_adapter import find_cells
from extract.tables.second import agreement
from extract.tables.textlines import box_of_lines, text_lines
from models.geometry import Box
from models.page import Page
from tests.extract.tables_drawn import Plan, draw_plan

ROWS = [
    ("Service", "Budget", "Forecast", "Variance"),
    ("Libraries", "120.5", "131.0", "10.5"),
    ("Parks", "45.0", "44.2", "-0.8"),
    ("Roads", "910.0", "905.3", "-4.7"),
    ("Museums", "77.1", "79.0", "1.9"),
]


def typed() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=1)
    canvas.setFont("Helvetica", 9)
    for n, row in enumerate(ROWS):
        canvas.drawString(60, 700 - 16 * n, row[0])
        for x, text in zip((220, 310, 400), row[1:], strict=True):
            canvas.drawRightString(x, 700 - 16 * n, text)
    canvas.save()
    return out.getvalue()


def first_page(data: bytes) -> Page:
    with open_document(data) as document:
        return next(iter(document.pages()))


def test_pdfplumbers_finder_gives_on_our_rules_what_it_gives_on_its_own() -> None:
    cells = [(0, 0, 0, 2), (1, 0, 2, 0), (1, 1, 1, 1), (1, 2, 1, 2), (2, 1, 2, 2)]
    plan = Plan([70, 80, 60], [20, 24, 30], cells, ["Title", "a", "b", "c", "d"], [None] * 5)
    data = draw_plan(plan)
    page = first_page(data)
    with pdfplumber.open(io.BytesIO(data)) as document:
        own = sorted(tuple(round(v) for v in c) for t in document.pages[0].find_tables() for c in t.cells)
    ours = find_cells(page.rules, Box(0, 0, page.width, page.height))
    assert sorted(tuple(round(v) for v in c) for t in ours for c in t) == own


def test_camelots_parser_gives_on_our_lines_what_it_gives_on_its_own(tmp_path: Path) -> None:
    camelot = pytest.importorskip("camelot")
    file = tmp_path / "typed.pdf"
    file.write_bytes(typed())
    own = camelot.read_pdf(str(file), flavor="stream")[0]
    page = first_page(typed())
    lines = text_lines(page.words)
    found = columns_and_rows(lines, box_of_lines(lines), page.height)
    assert found is not None
    xs, ys = found
    assert (len(ys) - 1, len(xs) - 1) == own.shape
    assert [round(x) for x in xs[1:-1]] == pytest.approx([round(c[1]) for c in own.cols[:-1]], abs=3)


def test_two_readings_that_agree_make_a_table_surer() -> None:
    (table,) = read_page_tables(first_page(typed()))
    assert [[c.text for c in table.row(r)] for r in range(table.rows)] == [list(row) for row in ROWS]
    assert table.confidence > 0.85


def test_agreement_is_the_share_of_neighbours_put_alike() -> None:
    from extract.table import read_grids

    (grid,) = read_grids(first_page(typed())).grids
    tops = [min(w.top for w in c.words) for c in grid.cells if c.column == 0]
    assert agreement(grid, grid.xs, [t - 2 for t in tops]) == 1.0
    assert agreement(grid, [grid.xs[0], grid.xs[-1]], [t - 2 for t in tops]) < 0.6


def test_a_grid_with_a_region_that_is_no_rectangle_is_read_twice() -> None:
    cells = [(0, 0, 0, 0), (0, 1, 0, 1), (1, 0, 1, 0), (1, 1, 1, 1)]
    data = draw_plan(Plan([70, 70], [30, 30], cells, ["Harbour", "Bridge", "Ferry", "Quarry"], [None] * 4))
    page = first_page(data)
    whole = read_page_tables(page)[0].confidence
    # Without half a rule, three cells run together into a corner shape.
    broken = [r for r in page.rules if not (r.vertical and 110 < r.x0 < 130)]
    from dataclasses import replace

    upright = next(r for r in page.rules if r.vertical and 110 < r.x0 < 130)
    half = replace(upright, top=(upright.top + upright.bottom) / 2)
    level = [r for r in broken if not r.vertical and 95 < r.top < 105]
    kept = [r for r in broken if r not in level] + [half] + [replace(r, x1=(r.x0 + r.x1) / 2) for r in level]
    tables = read_page_tables(replace(page, rules=tuple(kept)))
    assert tables
    assert tables[0].confidence < whole


def test_what_stands_in_for_a_library_gives_way_to_it_when_it_is_used(monkeypatch):
    later = camelot_adapter._Later("colorsys")
    monkeypatch.setitem(sys.modules, "colorsys", later)
    assert later.rgb_to_hsv(1.0, 1.0, 1.0) == (0.0, 0.0, 1.0)
    assert sys.modules["colorsys"] is not later
