"""Actions of minutes and the lines of logs that follow them up, over the papers of a body."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import permutations

import pytest
import sqlalchemy as sa

from load.loader import forget, load_rows
from tests.load.papers import log_of, paper, printed_field, query, record, rows_of

BODY = "Orre Harbour Board"
DAY = "2031-03-04"
LINKS = "SELECT action, as_of, tracked_document, matched_by, confidence >= 0.8 FROM action_links ORDER BY action, as_of"


def minutes(engine: sa.Engine, actions: Sequence[Mapping[str, str]], day: str = DAY, body: str = BODY) -> None:
    held = record("meetings", {"body": printed_field(body, top=20)}, meeting_date=day)
    made = [held]
    for n, told in enumerate(actions):
        number = printed_field(told.get("number", str(n + 1)), top=60 + 40 * n)
        minute = record("minutes", {"number": number}, held)
        fields = {"action": printed_field(told["action"], x=120, top=80 + 40 * n)}
        more = {k: v for k, v in told.items() if k in {"owners", "owner_initials", "due_date", "ref"}}
        made += [minute, record("minute_actions", fields, minute, **more)]
    load_rows(engine, rows_of(made, paper(f"minutes {body} {day}")))


def log(
    engine: sa.Engine, lines: Sequence[Mapping[str, str]], day: str | None = "2031-06-03", body: str = BODY
) -> None:
    made = [record("meetings", {"body": printed_field(body, top=20)}, meeting_date=day)]
    for n, told in enumerate(lines):
        fields = {"action": printed_field(told["action"], x=120, top=80 + 40 * n)}
        more = {k: v for k, v in told.items() if k != "action"}
        made.append(record("tracked_actions", fields, **({"status": "outstanding"} | more)))
    load_rows(engine, rows_of(made, paper(f"log {body} {day}"), log_of("Action log")))


MADE = [
    {"action": "Circulate the survey of the lock gates to all members.", "owners": "Ida Penn", "number": "5"},
    {"action": "Write to the fishery about its nets", "owner_initials": "TO", "number": "6"},
]


def test_a_line_in_other_words_of_the_same_minute_meeting_and_owner(database: sa.Engine) -> None:
    minutes(database, MADE)
    log(
        database,
        [
            {"action": "Lock gates survey to be sent round", "minute_number": "5", "raised_date": DAY},
            {"action": "Letter to fishery on nets", "owner_initials": "TO", "raised_date": DAY},
            {"action": "Write to the ferry about its fares", "owner_initials": "TO", "raised_date": "2031-01-14"},
        ],
    )
    found = query(database, "SELECT action, matched_by FROM action_links ORDER BY action")
    assert found == [(MADE[0]["action"], "minute; meeting"), (MADE[1]["action"], "meeting; owner")]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_same_links_in_whatever_order_papers_come(database: sa.Engine, order: Sequence[int]) -> None:
    steps = [
        lambda: minutes(database, MADE),
        lambda: log(database, [{"action": MADE[0]["action"], "ref": "A1"}]),
        lambda: log(database, [{"action": "Survey: nothing yet", "ref": "A1"}], day="2031-09-02"),
    ]
    for place in order:
        steps[place]()
    assert query(database, LINKS) == [
        (MADE[0]["action"], "2031-06-03", f"log {BODY} 2031-06-03", "wording", 1),
    ]


def test_a_line_that_is_carried_on_in_another_log_follows_the_action_up_too(database: sa.Engine) -> None:
    minutes(database, MADE)
    first = {"action": "Circulate the survey of the lock gates to all members", "ref": "A1"}
    log(database, [first])
    log(database, [{"action": "Circulate a survey of the gates, Mrs Penn to report", "ref": "A1"}], day="2031-09-02")
    found = query(database, "SELECT as_of, matched_by FROM action_links ORDER BY as_of")
    assert found[0] == ("2031-06-03", "wording")
    assert [as_of for as_of, _ in found] == ["2031-06-03", "2031-09-02"]


@pytest.mark.parametrize(
    ("line", "day", "body"),
    [
        ({"raised_date": "2031-01-14"}, "2031-06-03", BODY),
        ({}, "2031-01-14", BODY),
        ({"due_date": "2030-12"}, "2031-06-03", BODY),
        ({}, "2031-06-03", "Vale Ferry Trust"),
    ],
    ids=["raised at another meeting", "a log from before", "due before it was made", "another body"],
)
def test_what_contradicts_a_link_ends_it(database: sa.Engine, line: Mapping[str, str], day: str, body: str) -> None:
    minutes(database, MADE)
    log(database, [{"action": MADE[0]["action"], **line}], day=day, body=body)
    assert query(database, "SELECT COUNT(*) FROM action_links") == [(0,)]


def test_a_reference_that_is_printed_in_both_or_made_of_the_minutes_number(database: sa.Engine) -> None:
    minutes(
        database,
        [
            {"action": "Bring the plan for the quay wall", "ref": "24/09", "number": "4"},
            {"action": "Ask the pilots about night work", "number": "24/07/05"},
        ],
    )
    log(
        database,
        [
            {"action": "Quay wall plan to next meeting", "ref": "24/09"},
            {"action": "Night work: pilots to be asked", "ref": "24/07/05/a"},
        ],
    )
    found = query(database, "SELECT action, matched_by FROM action_links ORDER BY action DESC")
    assert [told.split("; ")[0] for _, told in found] == ["reference", "minute"]


def test_a_number_tells_two_actions_apart(database: sa.Engine) -> None:
    minutes(database, [{"action": "Bring the accounts for quarter 1 to the Board"}])
    log(database, [{"action": "Bring the accounts for quarter 2 to the Board"}])
    assert query(database, "SELECT COUNT(*) FROM action_links") == [(0,)]


def test_links_go_with_either_paper(database: sa.Engine) -> None:
    minutes(database, MADE)
    log(database, [{"action": MADE[0]["action"]}])
    assert query(database, "SELECT COUNT(*) FROM action_links") == [(1,)]
    forget(database, f"log {BODY} 2031-06-03")
    assert query(database, "SELECT COUNT(*) FROM action_links") == [(0,)]
    log(database, [{"action": MADE[0]["action"]}])
    minutes(database, [*MADE, {"action": "Mend the crane"}], day="2031-03-05")
    assert query(database, "SELECT COUNT(*) FROM action_links") == [(2,)], "two meetings, as far as is printed"


def test_the_day_that_a_log_prints_itself_is_its_own(database: sa.Engine) -> None:
    log(database, [{"action": "Paint the pier", "ref": "1", "log_as_of": "2031-06-30"}], day="2031-06-03")
    assert query(database, "SELECT as_of FROM action_history") == [("2031-06-30",)]


def test_each_of_many_logs_that_say_the_same_has_its_own_line(database: sa.Engine) -> None:
    minutes(database, MADE)
    days = [f"2031-{month:02}-03" for month in range(4, 9)]
    for day in days:
        log(database, [{"action": MADE[0]["action"], "ref": "A1"}, {"action": MADE[0]["action"], "ref": "A2"}], day=day)
    found = query(database, "SELECT action, as_of, tracked_document FROM action_links ORDER BY as_of")
    assert found == [(MADE[0]["action"], day, f"log {BODY} {day}") for day in days], "one line of the two in each"
