"""What holds over several papers: risks through editions, people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import permutations
from typing import ClassVar

import pytest
import sqlalchemy as sa

from load.identity import Edition, follow
from load.loader import forget, load_rows
from tests.load.papers import log_of, meeting, paper, printed_field, query, record, register, rows_of


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


class TestActions:
    """An action through the logs of successive meetings."""

    def load(self, engine: sa.Engine, day: str | None, lines: Sequence[Mapping[str, str]], name: str = "") -> None:
        made = []
        for number, line in enumerate(lines):
            printed = {
                c: printed_field(line[c], x=72 + 90 * n, top=90 + 20 * number)
                for n, c in enumerate(line)
                if c != "status"
            }
            made.append(
                record(
                    "tracked_actions", printed, status=line.get("status", "outstanding"), due_date=line.get("due_text")
                )
            )
        if day is not None:
            body = printed_field("Orre Harbour Board", top=20)
            made.insert(0, record("meetings", {"body": body}, meeting_date=day))
        load_rows(engine, rows_of(made, paper(name or f"log {day}"), log_of("Outstanding Actions")))

    LOGS: ClassVar[dict[str, list[dict[str, str]]]] = {
        "2031-03-04": [
            {"ref": "A1", "action": "Bring a plan for the lock gates", "due_text": "2031-05-01"},
            {"ref": "A2", "action": "Write to the fishery about its nets"},
        ],
        "2031-06-03": [
            {"ref": "A1", "action": "Bring a plan for the lock gates", "due_text": "2031-09-01"},
            {"ref": "A3", "action": "Count the moorings on the north quay"},
        ],
        "2031-09-02": [
            {
                "ref": "A1",
                "action": "Bring a plan for the new lock gates",
                "due_text": "2031-09-01",
                "status": "completed",
            },
            {"ref": "7", "action": "Count the moorings on the north quay."},
            {"ref": "A2", "action": "Ask the treasurer for a list of unpaid harbour dues"},
        ],
    }

    @pytest.mark.parametrize("order", list(permutations(range(3))))
    def test_an_action_is_one_in_all_logs_in_whatever_order_they_come(
        self, database: sa.Engine, order: Sequence[int]
    ) -> None:
        days = list(self.LOGS)
        for place in order:
            self.load(database, days[place], self.LOGS[days[place]])
        sql = "SELECT as_of, action_key, change FROM action_history WHERE ref {} ORDER BY as_of, action"
        lock = "orre-harbour-board:a1"
        assert query(database, sql.format("= 'A1'")) == [
            ("2031-03-04", lock, "first seen"),
            ("2031-06-03", lock, "date moved"),
            ("2031-09-02", lock, "closed"),
        ]
        assert query(database, sql.format("IN ('A3', '7')")) == [
            ("2031-06-03", "orre-harbour-board:a3", "first seen"),
            ("2031-09-02", "orre-harbour-board:a3", "unchanged"),
        ], "a reference may change where the words stay"
        assert query(database, sql.format("= 'A2'")) == [
            ("2031-03-04", "orre-harbour-board:a2", "first seen"),
            ("2031-09-02", "orre-harbour-board:a2~2", "first seen"),
        ], "a reference that is used again for something else"

    def test_a_log_that_goes_leaves_the_rest_right(self, database: sa.Engine) -> None:
        for day in list(self.LOGS)[1:]:
            self.load(database, day, self.LOGS[day])
        forget(database, "log 2031-06-03")
        assert set(query(database, "SELECT action_key, change FROM action_history")) == {
            ("orre-harbour-board:a1", "first seen"),
            ("orre-harbour-board:7", "first seen"),
            ("orre-harbour-board:a2", "first seen"),
        }

    def test_the_same_log_twice_is_one_edition(self, database: sa.Engine) -> None:
        first, second, _ = self.LOGS
        self.load(database, first, self.LOGS[first])
        for name in ("pack", "log alone"):
            self.load(database, second, self.LOGS[second], name)
        sql = "SELECT document, change FROM action_history WHERE ref = 'A1' ORDER BY as_of, document"
        assert query(database, sql) == [
            ("log 2031-03-04", "first seen"),
            ("log alone", "date moved"),
            ("pack", "date moved"),
        ]

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            (
                {"action": "Bring the figures of quarter 1 to the board"},
                {"action": "Bring the figures of quarter 2 to the board"},
            ),
            (
                {"minute_number": "12", "action": "Circulate the minutes of the meeting"},
                {"minute_number": "31", "action": "Circulate the minutes of the meeting"},
            ),
            (
                {"ref": "1", "action": "Repaint the buoys at the harbour mouth before the winter"},
                {"ref": "1", "action": "Ask the county for a grant towards the sea wall"},
            ),
        ],
    )
    def test_two_actions_stay_two(self, database: sa.Engine, one: Mapping[str, str], other: Mapping[str, str]) -> None:
        self.load(database, "2031-03-04", [one])
        self.load(database, "2031-06-03", [other])
        assert query(database, "SELECT COUNT(DISTINCT action_key) FROM tracked_actions") == [(2,)]

    def test_a_log_without_a_date_tells_no_change(self, database: sa.Engine) -> None:
        self.load(database, None, [{"action": "Mend the crane"}], "crane log")
        assert query(database, "SELECT as_of, change, action_key FROM action_history") == [
            (None, None, "crane-log:mend-the-crane")
        ]

    def test_only_keys_that_change_are_written(self, database: sa.Engine) -> None:
        first, second, third = self.LOGS
        for day in (first, second):
            self.load(database, day, self.LOGS[day])
        written: list[object] = []

        def note(_c: object, _u: object, statement: str, parameters: object, *_: object) -> None:
            if statement.startswith("UPDATE tracked_action"):
                written.append(parameters)

        sa.event.listen(sa.Engine, "before_cursor_execute", note)
        try:
            self.load(database, third, self.LOGS[third])
        finally:
            sa.event.remove(sa.Engine, "before_cursor_execute", note)
        assert len(written) == 1
        assert len(written[0]) == 3, "the three lines of the log that came"  # type: ignore[arg-type]


def test_an_edition_that_says_the_same_as_the_one_before_is_compared_once() -> None:
    said = [("R1", "Floods close the depot"), ("R2", "Fire"), ("R2", "Fire")]
    editions = [
        Edition(10 * month + n, month, "orre", f"2031-{month:02}", ref, title if month != 4 else f"{title} again")
        for month in range(1, 9)
        for n, (ref, title) in enumerate(said)
    ]
    asked: list[int] = []

    def alike(later: Sequence[Edition], earlier: Sequence[Edition]) -> list[tuple[float, int, int]]:
        asked.append(later[0].register_id)
        return [
            (100.0, i, j)
            for i, one in enumerate(later)
            for j, other in enumerate(earlier)
            if one.ref == other.ref and one.title is not None and one.title.startswith(other.title or "")
        ]

    keys = follow(editions, alike)
    assert asked == [1, 2, 4, 5, 6], "the months in which something is new, and those behind them"
    assert [keys[10 + n] for n in range(3)] == ["orre:r1", "orre:r2", "orre:r2~2"]
    assert [keys[40 + n] for n in range(3)] == ["orre:r1", "orre:r2", "orre:r2~2"]
    assert [keys[80 + n] for n in range(3)] == ["orre:r1~2", "orre:r2~3", "orre:r2~4"]
    assert follow(reversed(editions), alike) == keys
