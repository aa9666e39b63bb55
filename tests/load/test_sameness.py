"""A pack and the same paper published alone: one set of facts, two sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

import pytest
import sqlalchemy as sa

from load.database import HEAD, migrate
from load.keys import fingerprint, fingerprint_of_words
from load.loader import load_rows
from load.rows import Rows
from load.sameness import FEWEST_WORDS, page_keys
from models.document import Claimed, Extracted
from models.record import Record
from models.section import Line, Paper, Paragraph, Section
from tests.load.papers import extracted, paper, printed_field, query, record, rows_of, words

TIDES = "The tide tables of the year were laid before the board and the harbour master spoke to them at some length. "
DUES = "Dues fell by a tenth in the spring while the quays were closed and the pilots had little to do but wait. "


def reading(*pages: str, footer: str = "") -> Extracted:
    """A paper of one section: a paragraph a page, and a footer at the edge of each."""
    blocks = []
    for number, text in enumerate(pages, start=1):
        lines = [Line(words(text, number, top=300), number, 72, 300, 500, 312)]
        if footer:
            lines.append(Line(words(f"{footer} {number}", number, top=810), number, 72, 810, 200, 822))
        blocks.append(
            Paragraph(
                tuple(lines), text, None, (), tuple(w for line in lines for w in line.words), 72, 10, False, False
            )
        )
    section = Section(1, Paper(1, 1, len(pages)), None, tuple(blocks))
    return replace(extracted(len(pages)), claims=(Claimed(section, None, 0.0),))


def minute(text: str, page: int) -> Record:
    return record("minutes", {"number": printed_field("12", page), "heading": printed_field(text, page, x=120)})


ALONE = rows_of([minute("Tides", 1), minute("Dues", 2)], paper("tides"), reading(TIDES * 2, DUES * 2, footer="Page"))
PACK = rows_of(
    [minute("Welcome", 1), minute("Tides", 2), minute("Dues", 3), minute("Cranes", 3)],
    paper("pack"),
    reading("Agenda " * 30, TIDES * 2, DUES * 2, footer="Pack page"),
)
OTHER = rows_of([minute("Tides", 1)], paper("other"), reading(DUES * 3))


class TestKeys:
    def test_a_pack_stamps_its_own_footers(self) -> None:
        alone, pack = (
            page_keys(reading(TIDES * 2, footer="Page")),
            page_keys(reading("", TIDES * 2, footer="Pack page")),
        )
        assert alone[1] == pack[2]

    @pytest.mark.parametrize("other", [TIDES * 2 + "No.", TIDES * 3, DUES * 2])
    def test_one_word_more_is_another_page(self, other: str) -> None:
        assert page_keys(reading(TIDES * 2))[1] != page_keys(reading(other))[1]

    def test_a_page_that_says_little_has_none(self) -> None:
        assert not page_keys(reading("word " * (FEWEST_WORDS - 1)))
        assert page_keys(reading("word " * FEWEST_WORDS))


@pytest.mark.parametrize("order", list(permutations([ALONE, PACK, OTHER])))
def test_what_is_printed_twice_can_be_counted_once(database: sa.Engine, order: Sequence[Rows]) -> None:
    for rows in order:
        load_rows(database, rows)
    same = query(
        database, "SELECT document, first_page, last_page, same_as_document, same_as_first_page FROM same_papers"
    )
    counts, repeats = sorted(["tides", "pack"], key=lambda name: {"tides": ALONE, "pack": PACK}[name].document_id)
    first = {"tides": 1, "pack": 2}
    assert same == [(repeats, first[repeats], first[repeats] + 1, counts, first[counts])]
    sql = """
        SELECT m.heading, r.same_as_document, o.heading FROM repeated r
        JOIN minutes m ON m.row_key = r.row_key JOIN minutes o ON o.row_key = r.same_as_row ORDER BY 1"""
    assert query(database, sql) == [(heading, counts, heading) for heading in ("Dues", "Tides")]
    once = "SELECT heading FROM minutes WHERE row_key NOT IN (SELECT row_key FROM repeated) ORDER BY 1"
    assert [heading for (heading,) in query(database, once)] == ["Cranes", "Dues", "Tides", "Tides", "Welcome"]
    assert query(database, "SELECT COUNT(*) FROM minutes") == [(7,)], "no row is taken from its document"


def test_pages_stay_when_their_keys_come_and_go(database: sa.Engine) -> None:
    load_rows(database, ALONE)
    for target in ("0009", HEAD):
        migrate(database, target)
        with database.connect() as connection:
            assert connection.scalar(sa.text("SELECT COUNT(*) FROM page")) == 2
    load_rows(database, ALONE, force=True)
    load_rows(database, PACK)
    assert query(database, "SELECT COUNT(*) FROM repeated") == [(2,)]


@pytest.mark.parametrize(
    "texts", [[], [""], ["One", "two-fold", "3.5%"], ["Café", "_x_", "½", "²"], ["a\0b", "c"], ["STRASSE", "straße"]]
)
def test_words_made_bare_at_once_have_the_fingerprint_they_have_one_by_one(texts: list[str]) -> None:
    assert fingerprint_of_words(texts, 10) == fingerprint(texts, 10)
