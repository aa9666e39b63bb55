"""Any grid that is drawn is read back exactly: spans, texts and fills, whatever the borders, the rotation and the page breaks."""

from __future__ import annotations

import itertools

from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from extract.page import open_document
from extract.table import read_tables
from tests.extract.tables_drawn import STYLES, Plan, as_read, draw_plan

WORDS = [
    "Harbour",
    "Bridge",
    "Lantern",
    "Meadow",
    "Quarry",
    "Orchard",
    "Signal",
    "Ferry",
    "Granite",
    "Willow",
    "12",
    "4.5%",
    "Q3",
    "Tbc",
]
FILLS = ["#ff0000", "#ffc000", "#00b050", "#bdd7ee", "#d9d9d9", "#1f3864"]


def tiles(rows: int, columns: int, draw: st.DrawFn) -> list[tuple[int, int, int, int]]:
    """A tiling of a grid with cells of random spans, no grid line left without an edge."""
    taken: set[tuple[int, int]] = set()
    cells = []
    for r in range(rows):
        for c in range(columns):
            if (r, c) in taken:
                continue
            wide = high = 1
            if draw(st.integers(0, 5)) == 0:
                wide, high = draw(st.integers(1, 3)), draw(st.integers(1, 3))
            while c + wide > columns or any((r, c + k) in taken for k in range(wide)):
                wide -= 1
            while r + high > rows or any((r + i, c + k) in taken for i in range(high) for k in range(wide)):
                high -= 1
            cells.append((r, c, r + high - 1, c + wide - 1))
            taken.update((r + i, c + k) for i in range(high) for k in range(wide))
    return cells


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    rows, columns = draw(st.integers(2, 9)), draw(st.integers(2, 6))
    cells = tiles(rows, columns, draw)
    assume(all(any(r1 + 1 == line for _, _, r1, _ in cells) for line in range(1, rows)))
    assume(all(any(c1 + 1 == line for _, _, _, c1 in cells) for line in range(1, columns)))
    style = draw(st.sampled_from(STYLES))
    coloured = style in ("white", "fills")
    fills: list[str | None] = []
    for number, (r, c, _, _) in enumerate(cells):
        if style == "fills":  # neighbours differ
            fills.append(FILLS[(r * 2 + c + number) % 3 + 3 * ((r + c) % 2)])
        else:
            fills.append(draw(st.sampled_from(FILLS if coloured else [None, None, *FILLS])))
    texts = [
        " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=0 if n > 3 else 1, max_size=1)))
        for n, _ in enumerate(cells)
    ]
    return Plan(
        widths=[draw(st.sampled_from([45.0, 60.0, 78.5])) for _ in range(columns)],
        heights=[draw(st.sampled_from([16.0, 22.5, 34.0])) for _ in range(rows)],
        cells=cells,
        texts=texts,
        fills=fills,
        style=style,
        rotate=draw(st.sampled_from([0, 0, 90, 180, 270])),
    )


# Coloured cells left and right of one that is as high as the table.
PARTED_BY_ONE_CELL = Plan(
    widths=[45.0, 78.5, 45.0, 45.0, 45.0],
    heights=[16.0, 16.0],
    cells=[(r, c, 1 if c == 1 else r, c) for r in range(2) for c in range(5) if (r, c) != (1, 1)],
    texts=["Harbour", "12", "Harbour", "Harbour", "", "", "", "Harbour", "Harbour"],
    fills=["#ff0000", "#1f3864", "#ffc000", "#bdd7ee", "#00b050", "#d9d9d9", "#d9d9d9", "#ff0000", "#1f3864"],
    style="fills",
)

# The last rows stand beside a cell that is as high as both.
BESIDE_A_TALL_CELL = Plan(
    widths=[45.0] * 5,
    heights=[16.0] * 4,
    cells=[
        *((r, c, r, c) for r in range(3) for c in range(5) if (r, c) != (2, 4)),
        (2, 4, 3, 4),
        (3, 0, 3, 2),
        (3, 3, 3, 3),
    ],
    texts=["Harbour"] * 4 + [""] * 8 + ["Harbour"] * 2 + ["", "Harbour", "Harbour"],
    fills=[FILLS[n] for n in (0, 5, 1, 3, 2, 4, 0, 5, 1, 3, 2, 4, 0, 5, 1, 3, 1)],
    style="fills",
)

# The headings are divided where the row below them is not.
ONE_CELL_UNDER_TWO = Plan(
    widths=[45.0] * 4,
    heights=[16.0] * 2,
    cells=[*((0, c, 0, c) for c in range(4)), (1, 0, 1, 0), (1, 1, 1, 1), (1, 2, 1, 3)],
    texts=["Harbour"] * 4 + ["", "Harbour", "Harbour"],
    fills=[FILLS[n] for n in (0, 5, 1, 3, 3, 2, 4)],
    style="fills",
)

# The last rows stand left and right of a cell that is as high as both.
AROUND_A_TALL_CELL = Plan(
    widths=[45.0] * 5,
    heights=[16.0] * 5,
    cells=[
        *[(0, 0, 0, 0), (0, 1, 0, 1), (0, 2, 0, 4)],
        *((r, c, 4 if (r, c) == (3, 3) else r, c) for r in range(1, 5) for c in range(5) if (r, c) != (4, 3)),
    ],
    texts=["Harbour"] * 4 + [""] * 7 + ["Harbour"] * 2 + [""] * 4 + ["Harbour", "", "", "Harbour", "Harbour"],
    fills=[FILLS[n] for n in (0, 5, 1, 5, 1, 3, 2, 4, 0, 5, 1, 3, 2, 4, 0, 5, 1, 3, 2, 4, 0, 0)],
    style="fills",
)

# Each cell has a colour of its own, and few have words.
QUILT = Plan(
    widths=[45.0] * 6,
    heights=[16.0] * 5,
    cells=[
        *[
            (0, 0, 0, 0),
            (0, 1, 0, 1),
            (0, 2, 0, 2),
            (0, 3, 0, 5),
            (1, 0, 1, 0),
            (1, 1, 1, 1),
            (1, 2, 1, 2),
            (1, 3, 1, 3),
        ],
        *[
            (1, 4, 2, 5),
            (2, 0, 2, 0),
            (2, 1, 2, 1),
            (2, 2, 2, 2),
            (2, 3, 2, 3),
            (3, 0, 3, 0),
            (3, 1, 3, 3),
            (3, 4, 3, 4),
        ],
        *[(3, 5, 4, 5), (4, 0, 4, 0), (4, 1, 4, 1), (4, 2, 4, 2), (4, 3, 4, 3), (4, 4, 4, 4)],
    ],
    texts=["Harbour"] * 4 + [""] * 8 + ["Harbour"] * 2 + [""] * 3 + ["Harbour", "", "", "", "Harbour"],
    fills=[FILLS[n] for n in (0, 5, 1, 3, 3, 2, 4, 0, 5, 1, 3, 2, 4, 4, 0, 4, 0, 1, 3, 2, 4, 0)],
    style="fills",
)


# A cell of the last rows is as wide as three columns, and as high as both.
QUILT_WITH_A_WIDE_CELL = Plan(
    widths=[45.0, 60.0, 60.0, 45.0],
    heights=[22.5, 22.5, 16.0, 22.5],
    cells=[*((r, c, r, c) for r in range(2) for c in range(4)), (2, 0, 3, 2), (2, 3, 2, 3), (3, 3, 3, 3)],
    texts=["Willow", "Quarry", "Meadow", "4.5%", "Tbc", "", "", "", "", "Ferry", "Harbour"],
    fills=[FILLS[n] for n in (0, 5, 1, 3, 3, 2, 4, 0, 0, 4, 1)],
    style="fills",
)


@given(plans())
@example(QUILT)
@example(QUILT_WITH_A_WIDE_CELL)
@example(PARTED_BY_ONE_CELL)
@example(AROUND_A_TALL_CELL)
@example(ONE_CELL_UNDER_TWO)
@example(BESIDE_A_TALL_CELL)
@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_drawn_grid_is_read_back(plan: Plan) -> None:
    if plan.style == "fills":
        touching = {
            (a, b)
            for a, (r, c, r1, c1) in enumerate(plan.cells)
            for b, (s, d, s1, d1) in enumerate(plan.cells)
            if a < b and ((c1 + 1 == d and r <= s1 and s <= r1) or (r1 + 1 == s and c <= d1 and d <= c1))
        }
        assume(all(plan.fills[a] != plan.fills[b] for a, b in touching))
    with open_document(draw_plan(plan)) as document:
        tables = read_tables(list(document.pages()))
    assert [as_read(t) for t in tables] == [plan.expected()]


@st.composite
def registers(draw: st.DrawFn) -> Plan:
    """Records of one or more rows: the first columns span a record's rows, pages break anywhere."""
    parents, leaves = draw(st.integers(1, 3)), draw(st.integers(2, 4))
    records = [draw(st.integers(1, 4)) for _ in range(draw(st.integers(2, 6)))]
    columns, rows = parents + leaves, 1 + sum(records)
    assume(any(n > 1 for n in records))
    cells = [(0, c, 0, c) for c in range(columns)]
    texts = ["Ref", "Risk", "Owner", "Action", "Status", "Date", "Lead"][:columns]
    row = 1
    for number, size in enumerate(records):
        cells += [(row, c, row + size - 1, c) for c in range(parents)]
        texts += [f"R{number + 1}", *(f"{draw(st.sampled_from(WORDS[:10]))} {number}" for _ in range(parents - 1))]
        for leaf in range(row, row + size):
            cells += [(leaf, c, leaf, c) for c in range(parents, columns)]
            texts += [
                f"{draw(st.sampled_from(WORDS[:10]))} {leaf}",
                *(draw(st.sampled_from(WORDS[:10])) for _ in range(leaves - 1)),
            ]
        row += size
    breaks = sorted(draw(st.sets(st.integers(3, rows - 1), min_size=1, max_size=3)))
    assume(all(b - a >= 2 for a, b in itertools.pairwise([1, *breaks, rows + 1])))
    return Plan(
        widths=[60.0] * columns,
        heights=[20.0] * rows,
        cells=cells,
        texts=texts,
        fills=[draw(st.sampled_from([None, "#ffc000"])) if r else "#d9d9d9" for r, *_ in cells],
        style=draw(st.sampled_from(["strokes", "boxes", "thin", "short"])),
        bold_rows=1,
        breaks=breaks,
        repeat=draw(st.integers(0, 1)),
        closed=draw(st.booleans()),
    )


@given(registers())
@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_table_cut_by_pages_is_one_again(plan: Plan) -> None:
    with open_document(draw_plan(plan)) as document:
        tables = read_tables(list(document.pages()))
    assert [as_read(t) for t in tables] == [plan.expected()]
    assert tables[0].heading_rows == 1
    assert [page for page, _ in tables[0].pieces] == list(range(1, len(plan.breaks) + 2))
