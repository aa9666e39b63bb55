"""Tables drawn into PDFs from a plan, for the tests that read them back."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from itertools import pairwise

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from models.table import Table

STYLES = ("strokes", "boxes", "thin", "dashes", "double", "short", "open", "white", "fills")


@dataclass
class Plan:
    """A table as it should be read: cells as (row, column, last row, last column), and how it is drawn."""

    widths: list[float]
    heights: list[float]
    cells: list[tuple[int, int, int, int]]
    texts: list[str]
    fills: list[str | None]
    style: str = "strokes"
    rotate: int = 0
    bold_rows: int = 0
    size: tuple[float, float] = (595, 842)
    left: float = 50
    top: float = 70
    breaks: list[int] = field(default_factory=list)  # rows before which a page begins
    repeat: int = 0  # first rows that are printed again on each page
    closed: bool = True  # whether cells that a break cuts are drawn with a rule at the cut, as word processors do

    @property
    def xs(self) -> list[float]:
        xs = [self.left]
        for width in self.widths:
            xs.append(xs[-1] + width)
        return xs

    def expected(self) -> list[tuple[int, int, int, int, str, str | None]]:
        return sorted(
            (r, c, r1 - r + 1, c1 - c + 1, text, fill)
            for (r, c, r1, c1), text, fill in zip(self.cells, self.texts, self.fills, strict=True)
        )


def as_read(table: Table) -> list[tuple[int, int, int, int, str, str | None]]:
    return sorted((c.row, c.column, c.row_span, c.column_span, c.text, c.fill) for c in table.cells)


def draw_plan(plan: Plan) -> bytes:
    """The PDF of a plan: a page for each part between breaks, turned by its /Rotate but upright as seen."""
    out = io.BytesIO()
    wide, high = plan.size
    canvas = Canvas(out, pagesize=plan.size, invariant=1)  # reportlab itself turns the page with its rotation
    ends = [0, *plan.breaks, len(plan.heights)]
    for first, end in pairwise(ends):
        if plan.breaks:  # the table runs to the foot of each page but the last
            rows = [*range(plan.repeat if first else 0), *range(first, end)]
            high = plan.top + sum(plan.heights[row] for row in rows) + 30
            plan.size = (wide, high)
            canvas.setPageSize(plan.size)
        canvas.setPageRotation(plan.rotate)
        canvas.saveState()
        if plan.rotate == 90:
            canvas.transform(0, 1, -1, 0, high, 0)
        elif plan.rotate == 180:
            canvas.transform(-1, 0, 0, -1, wide, high)
        elif plan.rotate == 270:
            canvas.transform(0, -1, 1, 0, 0, wide)
        _draw_part(canvas, plan, first, end)
        canvas.restoreState()
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _draw_part(canvas: Canvas, plan: Plan, first: int, end: int) -> None:
    rows = list(range(first, end))
    if first and plan.repeat:
        rows = [*range(plan.repeat), *rows]
    ys = {}
    y = plan.top
    for row in rows:
        ys[row] = (y, y + plan.heights[row])
        y += plan.heights[row]
    edges: set[tuple[float, float, float, float]] = set()
    for (r, c, r1, c1), text, fill in zip(plan.cells, plan.texts, plan.fills, strict=True):
        shown = [row for row in range(r, r1 + 1) if row in ys]
        if not shown:
            continue
        x0, x1 = plan.xs[c], plan.xs[c1 + 1]
        top, bottom = ys[shown[0]][0], ys[shown[-1]][1]
        if fill:
            canvas.setFillColor(HexColor(fill))
            canvas.rect(x0, plan.size[1] - bottom, x1 - x0, bottom - top, stroke=0, fill=1)
        edges.update({(x0, top, x0, bottom), (x1, top, x1, bottom)})
        if plan.closed or shown[0] == r:
            edges.add((x0, top, x1, top))
        if shown[0] == r:
            _write(canvas, plan, text, x0 + 3, top + 11, bold=r < plan.bold_rows)
        if plan.closed or shown[-1] == r1:
            edges.add((x0, bottom, x1, bottom))
    _rule(canvas, plan, edges)


def _write(canvas: Canvas, plan: Plan, text: str, x: float, y: float, *, bold: bool) -> None:
    canvas.setFillColor(HexColor("#000000"))
    canvas.setFont("Helvetica-Bold" if bold else "Helvetica", 8)
    canvas.drawString(x, plan.size[1] - y, text)


def _rule(canvas: Canvas, plan: Plan, edges: set[tuple[float, float, float, float]]) -> None:
    high = plan.size[1]
    canvas.setStrokeColor(HexColor("#ffffff" if plan.style == "white" else "#000000"))
    canvas.setLineWidth(1.5 if plan.style == "white" else 0.5)
    if plan.style == "fills":
        return
    for x0, top, x1, bottom in sorted(edges):
        level = top == bottom
        if plan.style == "open" and not level and x0 in (plan.xs[0], plan.xs[-1]):
            continue
        if plan.style == "thin":
            canvas.setFillColor(HexColor("#000000"))
            canvas.rect(x0 - 0.3, high - bottom - 0.3, x1 - x0 + 0.6, bottom - top + 0.6, stroke=0, fill=1)
        elif plan.style == "dashes":
            length = (x1 - x0) + (bottom - top)
            at = 0.0
            while at < length:
                to = min(at + 3, length)
                if level:
                    canvas.line(x0 + at, high - top, x0 + to, high - top)
                else:
                    canvas.line(x0, high - top - at, x0, high - top - to)
                at += 5
        elif plan.style == "double":
            for off in (-0.8, 0.8):
                canvas.line(
                    x0 + (0 if level else off),
                    high - top - (off if level else 0),
                    x1 + (0 if level else off),
                    high - bottom - (off if level else 0),
                )
        elif plan.style == "short":
            cut = 1.4
            canvas.line(
                x0 + (cut if level else 0),
                high - top - (0 if level else cut),
                x1 - (cut if level else 0),
                high - bottom + (0 if level else cut),
            )
        else:
            canvas.line(x0, high - top, x1, high - bottom)
