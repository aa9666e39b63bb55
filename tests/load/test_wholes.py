"""Names of rows, and parts that find their whole."""

from __future__ import annotations

from load.rows import Rows
from tests.load.papers import meeting, paper, printed_field, record, register, rows_of, shown, table


class TestRowKeys:
    def keys(self, rows: Rows) -> list[object]:
        return [row["row_key"] for row in table(rows, "record")]

    def test_same_reading_same_keys(self) -> None:
        assert self.keys(rows_of([*register(), *meeting()])) == self.keys(rows_of([*register(), *meeting()]))

    def test_keys_outlast_what_other_fields_and_spaces_say(self) -> None:
        before = record("risks", {"ref": printed_field("R1"), "title": printed_field("Cyber-attack on  depots")})
        after = record(
            "risks",
            {
                "ref": printed_field("R1"),
                "title": printed_field("Cyber attack on depots"),
                "cause": printed_field("Phishing"),
            },
        )
        key = shown(rows_of([before]), "risks", "risk")[0]["of"]["row_key"]
        assert key == shown(rows_of([after]), "risks", "risk")[0]["of"]["row_key"]

    def test_repeats_are_counted(self) -> None:
        rows = rows_of([record("risk_controls", {"text": printed_field("Checks")}) for _ in range(3)])
        keys = self.keys(rows)
        assert len(set(keys)) == 3
        assert [str(key).removeprefix(str(keys[0])) for key in keys] == ["", "-2", "-3"]

    def test_papers_do_not_share_keys(self) -> None:
        one, two = rows_of(register(), paper("one")), rows_of(register(), paper("two"))
        assert not set(self.keys(one)) & set(self.keys(two))


class TestWholes:
    def test_parts_point_to_their_parent(self) -> None:
        rows = rows_of([*register(), *meeting()])
        (risk,) = shown(rows, "risks", "risk")
        assert table(rows, "risk_control")[0]["risk_id"] == risk["record_id"]
        (resolution,) = table(rows, "resolution")
        assert resolution["minute_id"] == table(rows, "minute")[0]["record_id"]
        assert resolution["meeting_id"] == table(rows, "meeting")[0]["record_id"]

    def test_risks_of_one_register_share_it(self) -> None:
        rows = rows_of(register(risks=[("R1", "Floods", 12), ("R2", "Fire", 9)]))
        (edition,) = table(rows, "register")
        assert edition["organisation"] == "Vale of Orre Council"
        assert edition["series"] == "vale-of-orre-council/strategic-risk-register"
        assert {risk["register_id"] for risk in table(rows, "risk")} == {edition["record_id"]}

    def test_an_orphan_finds_its_whole_by_name(self) -> None:
        risk = record("risks", {"ref": printed_field("R7"), "title": printed_field("Fire")})
        action = record("risk_actions", {"description": printed_field("Sprinklers")}, ref="R7")
        assert (
            table(rows_of([action, risk]), "risk_action")[0]["risk_id"]
            == shown(rows_of([action, risk]), "risks", "risk")[0]["record_id"]
        )

    def test_a_whole_that_nothing_prints_is_implied_and_not_shown(self) -> None:
        people = [
            record("attendance", {"person": printed_field(name)}, body="Police Panel", meeting_date="2031-05-06")
            for name in ("Ada Byrne", "Ben Cole")
        ]
        rows = rows_of(people)
        (held,) = table(rows, "meeting")
        assert (held["body"], held["meeting_date"]) == ("Police Panel", "2031-05-06")
        assert {row["meeting_id"] for row in table(rows, "attendee")} == {held["record_id"]}
        (implied,) = [row for row in table(rows, "record") if row["record_id"] == held["record_id"]]
        assert implied["view"] is None

    def test_a_part_that_says_otherwise_than_its_parent_keeps_what_it_says(self) -> None:
        held, person, *_ = meeting()
        other = record("attendance", {"person": printed_field("Cy Dove")}, held, meeting_date="2031-06-01")
        rows = rows_of([held, person, other])
        dates = {m["record_id"]: m["meeting_date"] for m in table(rows, "meeting")}
        assert [dates[a["meeting_id"]] for a in table(rows, "attendee")] == ["2031-05-06", "2031-06-01"]

    def test_minutes_of_two_meetings_with_one_number_stay_apart(self) -> None:
        first, second = (
            record("meetings", {"venue": printed_field(v)}, meeting_date=d)
            for v, d in (("Hall", "2031-01-01"), ("Barn", "2031-02-01"))
        )
        minutes = [record("minutes", {"number": printed_field("3")}, held) for held in (first, second)]
        orphan = record("resolutions", {"text": printed_field("Agreed")}, minute_number="3", meeting_date="2031-02-01")
        rows = rows_of([first, second, *minutes, orphan])
        assert table(rows, "resolution")[0]["minute_id"] == table(rows, "minute")[1]["record_id"]

    def test_a_part_of_nothing_is_kept(self) -> None:
        assert (
            table(rows_of([record("risk_controls", {"text": printed_field("Checks")})]), "risk_control")[0]["risk_id"]
            is None
        )
