"""Designed cards: a number and the title on a coloured band, the category at its right, a sentence below, gauges beside."""

from __future__ import annotations

from dataclasses import replace

from extract.document import extract_pages
from models.page import Fill, Page
from models.record import Printed
from tests.pages import Text, set_page

TEAL = "#1f6f8b"
CARDS = (
    ("Sea wall and storm surge", "Infrastructure", "The wall fails in a surge and the lower town is flooded.", "20",
     "12", "Wall is a century old", "Survey each spring", "Rebuild the northern end of the wall", "March 2032"),
    ("Ferry contract", "Operations", "No bidder is found and the island is cut off in winter.", "16",
     "9", "Few operators run small ferries", "Talks with three operators", "Invite bids with the county", "May 2031"),
    ("Ticket office fraud", "Finance", "Takings are stolen and found missing too late.", "12",
     "4", "Cash is still taken", "Takings are counted twice a day", "Install card readers at both piers", "June 2031"),
    ("Seasonal staff", "People", "Too few people can be hired before the summer opens.", "15",
     "8", "Pay lags behind the next harbour", "Stall at both colleges", "Raise the pay to that beside", "April 2031"),
)  # fmt: skip


def card(number: int, top: float, category: str | None = None) -> list[Text]:
    title, area, says, gross, now, driver, control, planned, due = CARDS[number]
    return [
        Text(50, top, str(number + 1), size=12, bold=True), Text(62, top, title, size=12, bold=True),
        Text(420, top, area if category is None else category),
        Text(40, top + 30, says),
        Text(330, top + 30, "Inherent risk", bold=True), Text(430, top + 30, "Residual risk", bold=True),
        Text(345, top + 50, gross, size=14), Text(445, top + 50, now, size=14),
        Text(40, top + 100, "Risk drivers", bold=True), Text(300, top + 100, "Mitigation in place", bold=True),
        Text(40, top + 114, driver), Text(300, top + 114, control),
        Text(40, top + 150, "Planned mitigation", bold=True), Text(420, top + 150, "Completion date", bold=True),
        Text(40, top + 166, planned), Text(420, top + 166, due),
    ]  # fmt: skip


def pages(category: str | None = None) -> list[Page]:
    made = []
    for at in (0, 2):
        texts = [*card(at, 60, category), *card(at + 1, 360, category)]
        bands = tuple(Fill(40, top - 8, 520, top + 18, TEAL) for top in (60, 360))
        made.append(replace(set_page(*texts, number=at // 2 + 1), fills=bands))
    return made


def risks(made: list[Page]) -> list[Printed]:
    return [r for r in extract_pages(made).printed if r.view == "risks"]


def test_the_head_of_a_card_says_number_category_and_what_could_happen() -> None:
    found = risks(pages())
    told = [[r.fields[n].text for n in ("ref", "title", "category", "description")] for r in found]
    assert told == [[str(n + 1), *c[:3]] for n, c in enumerate(CARDS)]
    assert [(r.fields["gross_score"].text, r.fields["residual_score"].text) for r in found] == [c[3:5] for c in CARDS]


def test_what_stands_right_of_the_title_and_says_no_category_is_none() -> None:
    assert all("category" not in r.fields for r in risks(pages("15/05/2031")))
