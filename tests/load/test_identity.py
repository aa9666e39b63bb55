"""What holds over several papers: risks through editions, people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from load.loader import forget, load_rows
from tests.load.papers import meeting, paper, printed_field, query, record, register, rows_of


class TestHistory:
    def load(self, engine: sa.Engine, editions: Iterable[tuple[str, Sequence[tuple[str, str, float]]]]) -> None:
        for as_of, risks in editions:
            load_rows(engine, rows_of(register(as_of, risks), paper(f"register {as_of}")))

    def test_a_risk_is_followed_through_its_editions(self, database: sa.Engine) -> None:
        self.load(
            database,
            [
                ("2031-09", [("R1", "Floods close the depot for good", 16), ("R2", "Fire", 9)]),
                ("2031-03", [("R1", "Floods close the depot", 12)]),
                ("2032-03", [("R4", "Floods close the depot for good", 8), ("R1", "Strike of the drivers", 20)]),
            ],
        )
        sql = "SELECT as_of, ref, current_score, change FROM risk_history WHERE risk_key LIKE :key ORDER BY as_of"
        assert query(database, sql, key="%:r1") == [
            ("2031-03", "R1", 12, None),
            ("2031-09", "R1", 16, 4),
            ("2032-03", "R4", 8, -8),
        ]
        assert query(database, "SELECT COUNT(DISTINCT risk_key) FROM risks") == [(3,)]

    def test_an_edition_that_goes_leaves_the_rest_right(self, database: sa.Engine) -> None:
        self.load(database, [("2031-03", [("R1", "Floods", 12)]), ("2031-09", [("R9", "Floods", 16)])])
        assert query(database, "SELECT risk_key FROM risks WHERE ref = 'R9'")[0][0].endswith(":r1")
        forget(database, "register 2031-03")
        assert query(database, "SELECT risk_key FROM risks")[0][0].endswith(":r9")

    def test_the_score_printed_for_the_time_before_stands_in(self, database: sa.Engine) -> None:
        made = record(
            "risks", {"ref": printed_field("R1"), "title": printed_field("Fire")}, current_score=6, previous_score=9
        )
        load_rows(database, rows_of([made]))
        assert query(database, "SELECT change FROM risk_history") == [(-3,)]

    def test_registers_of_other_bodies_stay_apart(self, database: sa.Engine) -> None:
        for name in ("north", "south"):
            made = record("risks", {"register_title": printed_field("Risk Register"), "ref": printed_field("R1")})
            load_rows(database, rows_of([made], paper(f"{name} register")))
        assert query(database, "SELECT COUNT(DISTINCT risk_key) FROM risks") == [(2,)]


def test_people_are_one_over_all_papers(database: sa.Engine) -> None:
    load_rows(database, rows_of(register("2031-03"), paper("register")))
    load_rows(database, rows_of(meeting(), paper("minutes")))
    sql = "SELECT person_id, name, roles, first_seen, last_seen, mentions, document FROM people ORDER BY person_id"
    assert query(database, sql) == [
        ("ada-byrne", "Ada Byrne", "Chair", "2031-03", "2031-05-06", 3, "register"),
        ("ben-cole", "Ben Cole", None, "2031-03", "2031-03", 1, "register"),
    ]
