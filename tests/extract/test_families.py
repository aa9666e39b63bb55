"""Which families are asked for a section: no claim is above what its family said at best, and asking fewer changes nothing."""

import pytest

from extract import document
from extract.families import Claim, Family, by_tables, families
from extract.flow import flow
from extract.furniture import find_furniture
from extract.page import open_document
from extract.section import cut_papers, make_section
from extract.table import read_tables
from extract.text import lexicon
from models.section import Section
from tests.registers import paragraph, section, table
from tests.samples import pdf_of


def sections_of(name: str) -> list[Section]:
    with open_document(pdf_of(name).read_bytes()) as opened:
        pages = list(opened.pages())
    known, furniture = lexicon(pages), find_furniture(pages)
    tables = read_tables(pages, frozenset(w for f in furniture.values() for w in f.words), known)
    return [make_section(n, run) for n, run in enumerate(cut_papers(flow(pages, tables, furniture, known)), start=1)]


SCORES = (0.0, 0.3, 0.5, 0.6, 0.65, 0.7, 0.8, 0.85, 0.9, 0.93)


@pytest.mark.parametrize(
    "name",
    [
        "pack-panel",
        "agenda-front",
        "minutes-table",
        "minutes-nhs",
        "minutes-parish",
        "register-profiles",
        "scorecard-nhs-ipr",
    ],
)
def test_no_family_claims_more_than_it_said_at_best(name):
    for found in sections_of(name):
        for family in families():
            claimed = family.claim(found).score
            assert claimed <= family.at_best(found)
            assert all(family.above(found, score) for score in SCORES if claimed > score)


def offering(name: str, score: float, asked: list[str], **more: object) -> Family:
    def claim(_: Section) -> Claim:
        asked.append(name)
        return Claim(score)

    return Family(name, claim, lambda _: (), **more)  # type: ignore[arg-type]


def ranked(monkeypatch: pytest.MonkeyPatch, *known: Family) -> list[tuple[str, float]]:
    monkeypatch.setattr(document, "families", lambda: known)
    offers = document._ranked(section(paragraph("Boats in the harbour")), {"tried"}, [])
    return [(family.name, claim.score) for claim, family in offers]


def test_a_family_that_cannot_come_near_the_surest_is_not_asked(monkeypatch):
    asked: list[str] = []
    dear = offering("dear", 0.2, asked, at_best=lambda _: 0.8, turn=2)
    near = offering("near", 0.82, asked, at_best=lambda _: 0.88)
    sure = offering("sure", 0.86, asked, turn=0)
    assert ranked(monkeypatch, dear, near, sure, offering("tried", 1.0, asked)) == [("sure", 0.86), ("near", 0.82)]
    assert asked == ["sure", "near"]


def test_a_family_is_not_asked_where_a_look_at_the_words_says_that_it_is_not_surer(monkeypatch):
    asked: list[str] = []
    sure = offering("sure", 0.9, asked, turn=0)
    low = offering("low", 0.1, asked, above=lambda _, score: score < 0.6)
    high = offering("high", 0.88, asked, above=lambda _, score: score < 0.88)
    assert ranked(monkeypatch, low, high, sure) == [("sure", 0.9), ("high", 0.88)]
    assert asked == ["sure", "high"]


def test_of_a_section_that_nobody_reads_the_highest_claim_is_told(monkeypatch):
    asked: list[str] = []
    low = offering("low", 0.3, asked, turn=0)
    assert ranked(monkeypatch, low, offering("higher", 0.4, asked, at_best=lambda _: 0.4)) == [
        ("higher", 0.4),
        ("low", 0.3),
    ]


def test_of_two_as_sure_the_first_by_name_reads(monkeypatch):
    asked: list[str] = []
    assert ranked(monkeypatch, offering("b", 0.7, asked, turn=0), offering("a", 0.7, asked))[0] == ("a", 0.7)


def test_a_family_of_tables_is_asked_where_one_is():
    best = by_tables(0.9, without=0.2)
    assert best(section(table([["a", "b"], ["c", "d"]]))) == 0.9
    assert best(section(paragraph("Boats"))) == 0.2
