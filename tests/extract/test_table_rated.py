"""Logs with a painted rating in each row, and titles of sections between the rows: with level rules, with stripes, with neither."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TypeVar

import pytest

from extract.families.tracker import read
from extract.table import read_page_tables, read_tables
from models.page import Fill, Rule
from models.table import Table
from tests.extract.sheet import BOLD, PLAIN, Sheet, texts
from tests.registers import section

LEFT, RIGHT = 40.0, 560.0
WIDTHS = (50.0, 50.0, 190.0, 90.0, 140.0)
HEADS = ("RAG", "Ref", "Action", "Lead", "Update")
AMBER, RED, BLUE, BAND, PALE, DARK = "#ffc000", "#ff0000", "#00b0f0", "#f2f2f2", "#eef3f8", "#20405f"
ROWS: Sequence[tuple[str, tuple[str, str, tuple[str, ...], str, str]]] = (
    (AMBER, ("A", "L1", ("Paint the light before", "the winter gales"), "T Reed", "Paint is bought.")),
    (RED, ("R", "L2", ("Mend the slip",), "A Finch", "Timber is late.")),
    (BLUE, ("B", "L3", ("Count the boats in the", "inner basin"), "K Lund", "Counted in May.")),
    (RED, ("R", "L4", ("Ask for a later boat",), "T Reed", "No answer so far.")),
    (AMBER, ("A", "L5", ("Print the rota of the", "crews once more"), "A Finch", "With the printer.")),
)
T = TypeVar("T")


@dataclass
class Log(Sheet):
    """A log set row by row. `stripes` paints every other row, `ruled` draws a rule below each, `bands` paints the titles."""

    number: int = 1
    top: float = 100.0
    ruled: bool = False
    stripes: bool = False
    bands: bool = False
    rated: int = 0  # the column of the rating
    words_in_rating: bool = True
    counted: int = 0

    def __post_init__(self) -> None:
        super().__init__(self.number)

    @property
    def xs(self) -> list[float]:
        """The edges of the columns."""
        return list(accumulate(self.in_order(WIDTHS), initial=LEFT))

    def heads(self, *, bold: bool = True, painted: bool = False) -> None:
        if painted:
            self.fills += [Fill(a, self.top, b, self.top + 18, DARK) for a, b in pairwise(self.xs)]
        for x, text in zip(self.xs, self.in_order(HEADS), strict=False):
            self.write(x + 4, self.top + 4, text, BOLD if bold else PLAIN)
        self.close(18)

    def in_order(self, cells: Sequence[T]) -> list[T]:
        first, *others = cells
        return [*others[: self.rated], first, *others[self.rated :]]

    def close(self, height: float) -> None:
        self.top += height
        if self.ruled:
            self.rules.append(Rule(LEFT, self.top, RIGHT, self.top))

    def title(self, text: str) -> None:
        if self.bands:
            self.fills.append(Fill(LEFT, self.top, RIGHT, self.top + 18, BAND))
            self.write(LEFT + 4, self.top + 4, text, BOLD)
            self.close(18)
            return
        self.write(LEFT, self.top + 10, text, BOLD)
        self.top += 26

    def rows(self, rows: Sequence[tuple[str, tuple[str, str, tuple[str, ...], str, str]]]) -> None:
        for colour, (letter, ref, action, lead, update) in rows:
            self.counted += 1
            height = 8 + 12 * len(action)
            own = self.rated
            if self.stripes and not self.counted % 2:
                cells = [c for n, c in enumerate(pairwise(self.xs)) if n != own]
                self.fills += [Fill(a, self.top, b, self.top + height, PALE) for a, b in cells]
            self.fills.append(Fill(self.xs[own], self.top, self.xs[own + 1], self.top + height, colour))
            cells = self.in_order([letter if self.words_in_rating else "", ref, action[0], lead, update])
            for x, text in zip(self.xs, cells, strict=False):
                self.write(x + 4, self.top + 4, text)
            for n, line in enumerate(action[1:], start=1):
                self.write(self.xs[cells.index(action[0])] + 4, self.top + 4 + 12 * n, line)
            self.close(height)


def expected(log: Log, *rows: int) -> list[list[str]]:
    found = []
    for _, (letter, ref, action, lead, update) in [ROWS[n] for n in rows]:
        found.append(log.in_order([letter if log.words_in_rating else "", ref, " ".join(action), lead, update]))
    return found


def only(log: Log) -> Table:
    (table,) = read_page_tables(log.page)
    return table


@pytest.mark.parametrize("ruled", [True, False])
def test_rules_and_ratings_tell_the_rows_below_painted_titles(ruled: bool) -> None:
    log = Log(ruled=ruled, bands=True)
    log.heads()
    log.title("Harbour")
    log.rows(ROWS[:3])
    log.title("Ferries")
    log.rows(ROWS[3:])
    heads = log.in_order(HEADS)
    assert texts(only(log)) == [heads, ["Harbour"], *expected(log, 0, 1, 2), ["Ferries"], *expected(log, 3, 4)]


@pytest.mark.parametrize("painted", [True, False])
@pytest.mark.parametrize("rated", [0, 4])
def test_a_title_over_a_row_that_has_a_rule_below_it_alone_is_no_part_of_it(rated: int, painted: bool) -> None:
    log = Log(ruled=True, rated=rated)
    log.heads(painted=painted)
    log.rows(ROWS[:3])
    log.title("Ferries that run in winter")
    log.rows(ROWS[3:])
    heads = log.in_order(HEADS)
    title = ["Ferries that run in winter"]
    assert texts(only(log)) == [heads, *expected(log, 0, 1, 2), title, *expected(log, 3, 4)]


def test_headings_over_ratings_without_words_are_found_above_the_first_rule() -> None:
    log = Log(ruled=True, words_in_rating=False)
    log.write(LEFT, 82, "What the harbour board asked to be done, and how far it is on the first day of the month")
    log.heads()
    log.rows(ROWS[:3])
    log.title("Ferries")
    log.rows(ROWS[3:])
    assert texts(only(log))[0] == list(HEADS)


def test_headings_that_are_not_bold_are_told_by_their_words_in_a_striped_log() -> None:
    log = Log(stripes=True)
    log.write(LEFT, 76, "Harbour", BOLD)
    log.heads(bold=False)
    log.rows(ROWS[:3])
    log.title("Ferries that run in winter")
    log.heads(bold=False)
    log.counted = 0
    log.rows(ROWS[3:])
    heads, title = list(HEADS), ["Ferries that run in winter"]
    assert texts(only(log)) == [heads, *expected(log, 0, 1, 2), title, heads, *expected(log, 3, 4)]


def test_so_are_those_of_a_log_without_ratings() -> None:
    log = Log(stripes=True)
    for first in (0, 2):
        log.title("Harbour and its outer works")
        log.heads(bold=False)
        log.counted = 0
        log.rows(ROWS[first : first + 3])
    log.fills = [f for f in log.fills if f.colour == PALE]
    log.fills += [Fill(LEFT, f.top, log.xs[1], f.bottom, PALE) for f in log.fills if f.x0 == log.xs[1]]
    heads = list(HEADS)
    rows = [row for table in read_page_tables(log.page) for row in texts(table) if len(row) > 1]
    assert rows == [heads, *expected(log, 0, 1, 2), heads, *expected(log, 2, 3, 4)]


def test_the_last_row_of_a_striped_log_stands_above_the_next_one_of_the_next_page() -> None:
    first, second = Log(stripes=True, top=700), Log(number=2, stripes=True, top=40)
    first.heads()
    first.rows(ROWS[:2])
    second.rows(ROWS[2:3])
    second.title("Ferries")
    second.heads()
    second.counted = 0
    second.rows([*ROWS[3:], ROWS[0]])
    tables = read_tables([first.page, second.page])
    assert expected(first, 2)[0] in [row for table in tables for row in texts(table)]


def test_a_colour_alone_rates_an_action_on_a_stripe() -> None:
    log = Log(stripes=True, rated=4, words_in_rating=False)
    log.heads(painted=True)
    log.words = [w for w in log.words if w.text != "RAG"]
    log.write(log.xs[4] + 4, 104, "Status", BOLD)
    log.rows(ROWS)
    found = list(read(section(only(log), title="Action log")))
    assert [p.fields["rag"].fill for p in found] == [colour for colour, _ in ROWS]
