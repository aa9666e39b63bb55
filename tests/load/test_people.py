"""Who is named in a paper, and as which person."""

from __future__ import annotations

import pytest

from models.record import Record
from tests.load.papers import meeting, printed_field, record, register, rows_of, table


class TestPeople:
    def mentions(self, *records: Record) -> list[dict[str, object]]:
        return table(rows_of(records), "person_mention")

    def test_names_become_people(self) -> None:
        (action,) = (r for r in register() if r.view == "risk_actions")
        found = self.mentions(*register())
        assert {m["person_id"] for m in found} == {"ada-byrne", "ben-cole"}
        assert [m["position"] for m in found if m["field"] == "owners" and m["name"] == "Ada Byrne"] == [1, 2]
        assert {m["seen"] for m in found} == {"2031-03"}
        assert action.values["owners"].value == "Ben Cole; Ada Byrne"

    def test_initials_and_a_surname_hold_within_one_body(self) -> None:
        held, *_ = meeting()
        person = record("attendance", {"person": printed_field("J Meadow")}, held)
        assert [m["person_id"] for m in self.mentions(held, person)] == ["j-meadow@police-panel"]

    @pytest.mark.parametrize("text", ["All members", "XY", "Group 4", "Finance Team", "AB / CD", "?"])
    def test_what_is_no_name_is_nobody(self, text: str) -> None:
        assert (
            self.mentions(record("tracked_actions", {"action": printed_field("Call"), "owners": printed_field(text)}))
            == []
        )

    def test_an_author_counts_where_the_paper_names_the_person_elsewhere(self) -> None:
        reports = [
            record("reports", {"title": printed_field("Budget"), "authors": printed_field(a)})
            for a in ("Ada Byrne", "Chief Clerk")
        ]
        assert self.mentions(*reports) == []
        assert [m["field"] for m in self.mentions(*meeting(), *reports)] == ["person", "authors"]

    def test_initials_come_from_the_key_and_from_lists_of_one_length(self) -> None:
        key = record("owner_keys", {"initials": printed_field("AB"), "name": printed_field("Ada Byrne", x=150)})
        risk = record(
            "risks",
            {"ref": printed_field("1"), "owner_initials": printed_field("AB / BC")},
            owners="Ada Byrne; Ben Cole",
        )
        assert [(m["name"], m["initials"]) for m in self.mentions(key, risk)] == [
            ("Ada Byrne", "AB"),
            ("Ada Byrne", "AB"),
            ("Ben Cole", "BC"),
        ]
