"""Meetings, people, votes, actions and resolutions: what is printed gets its meaning."""

from __future__ import annotations

import pytest

from models.record import Field, Printed, Record
from normalise.actions import heading_status, status_word
from normalise.attendees import full_name, may_be
from normalise.clock import read_time
from normalise.document import normalise_document
from normalise.outcomes import outcome_of
from normalise.votes import read_count

MEETING = Printed("meetings", {"body": Field("Quay Board"), "meeting_date": Field("4 March 2024")})


def attendee(person: str, status: str = "present", **fields: str) -> Printed:
    values = {name: Field(text) for name, text in fields.items()}
    return Printed("attendance", {"person": Field(person), "status": Field(status, note=status), **values}, MEETING)


def minute(text: str, number: str = "12") -> Printed:
    return Printed("minutes", {"number": Field(number), "heading": Field("Ferry"), "text": Field(text)}, MEETING)


def rows(records: tuple[Record, ...], view: str) -> list[dict[str, object]]:
    return [{name: v.value for name, v in r.values.items()} for r in records if r.view == view]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("the Commissioner be recommended to pay for a worker from 2025/26", "other"),
        ("a working group of five members be established", "agreed"),
        ("That a task group be set up", "agreed"),
        ("That the report be noted;", "noted"),
        ("That the work programme be received and noted", "received"),
        ("That the minutes of 2 May be confirmed as a correct record.", "approved"),
        ("that the minutes were a correct record and that they be signed", "approved"),
        ("that the minutes of the last meeting held on 2 May as typed were correct.", "approved"),
        ("To delegate authority to the Chief Executive to agree any other change", "delegated"),
        ("That authority to agree the wording be delegated to the Chair", "delegated"),
        ("That the Lead Officer be authorised to settle the text", "delegated"),
        ("That the Clerk should ask for two prices", "requested"),
        ("The Commissioner report back on the number of ferries", "requested"),
        ("That the harbour master be invited to the next meeting", "requested"),
        ("The Panel supports the proposed fare", "supported"),
        ("That the question of permits be referred to the Ferry Committee", "referred"),
        ("THAT the CEO be authorized to spend up to $32,000 on the pier", "delegated"),
        ("that the fees of the ferry be frozen until March", "agreed"),
        ("That the Board move in camera at 7:48 p.m.", "agreed"),
        ("The review of the draft will run for 75 days.", "agreed"),
        ("That a grant of £250 be made to the rowing club", "approved"),
        ("That the land at the quay be sold to the higher bidder", "approved"),
        ("That the following points be put to the harbour master:", "other"),
        ("That the Council objects to the crane and asks that it be moved", "other"),
        ("to re-appoint Ida Penn for three years", "agreed"),
        ("That the report be published on the website", "other"),
        ("That the matter be brought back in September", "other"),
        ("That the press and public be excluded from the meeting", "agreed"),
        ("to accept the quotation of North Cranes", "approved"),
        ("That we accept the correspondence as presented.", "received"),
        ("The Board THANKED Mr R and NOTED his story.", "noted"),
        ("WHEREAS the culvert is failing; NOW THEREFORE this Council approves the works", "approved"),
        ("That Council extends the contract to 2026 only and requests a report.", "agreed"),
        ("That Council awards the tender to Roadmakers.", "agreed"),
        ("“That we, the members of Oran Council, hereby approve the sale.”", "approved"),
        ("That the report, copies of which had been circulated to members, be and is hereby approved.", "approved"),
        ("That the accounts be, and they are hereby, approved.", "approved"),
        ("THAT Mayor and Council approve the plan", "approved"),
        ("The Authority noted the report.", "noted"),
        ("The Commissioners approved the tariff.", "approved"),
        ("That A Reed be re-elected as Treasurer, and to hold the keys.", "agreed"),
        ("That the Lamp Bye-Laws 2024 be made in the form circulated.", "approved"),
        ("the Head of Lamps being authorised, in consultation with the Chair, to refuse it", "delegated"),
        ("That consent is hereby given to the disposal of the quay.", "approved"),
        ("Court NOTED the report and, on the advice of the Senate, APPROVED a new sail.", "noted"),
    ],
)
def test_outcome_by_the_main_verb(text: str, outcome: str):
    assert outcome_of(text).name == outcome


def test_a_noun_in_a_list_takes_the_outcome_of_what_stands_over_it():
    assert outcome_of("The net budget of £4m.", "is asked to agree the following:").name == "agreed"
    assert outcome_of("Fees reviewed under the policy agreed in 2022", "agrees the following:").name == "agreed"
    assert (
        outcome_of("that the lights be mended;", "That the report contain the following recommendations:").name
        == "requested"
    )


def test_a_verb_in_capitals_tells_the_outcome_whoever_acts():
    assert outcome_of("The Friends of the Quay RECEIVED with thanks a bell.", "RECEIVED").name == "received"


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("14:00 HOURS", "14:00"),
        ("1:30pm", "13:30"),
        ("9.10 p.m.", "21:10"),
        ("noon", "12:00"),
        ("12.05am", "00:05"),
        ("1400 hours", "14:00"),
    ],
)
def test_times(text: str, time: str):
    assert read_time(text) == (time, 1.0)


def test_the_end_of_a_range_says_which_half_of_the_day_it_is():
    assert read_time("6.00", "8.15 pm") == ("18:00", 1.0)
    assert read_time("11.30", "1.15 pm") == ("11:30", 1.0)
    found = read_time("7.30")
    assert found is not None and found[1] < 0.8
    assert read_time("25.99") is None


def test_counts_in_words():
    assert [read_count(t) for t in ("(12)", "three", "nil", "None", "many")] == [12, 3, 0, 0, None]


def test_surname_first():
    assert full_name("MARLOWE, Edith") == "Edith Marlowe"
    assert full_name("CASTLE-WARD, Mei") == "Mei Castle-Ward"
    assert full_name("McWard, Dr Mei") == "Mei McWard"
    assert full_name("Ward, MBE") == "Ward"
    assert full_name("Cllr Ida Marsh MBE") == "Ida Marsh"
    assert may_be("J Marsh", "Jo Marsh") and may_be("Marsh", "Jo Marsh") and not may_be("Al Marsh", "Jo Marsh")


def test_people_lose_their_titles_and_keep_their_meeting():
    found = normalise_document([MEETING, attendee("Cllr Ida Marsh", affiliation="Northby")])
    assert rows(found.records, "attendance") == [
        {
            "body": "Quay Board",
            "meeting_date": "2024-03-04",
            "person": "Ida Marsh",
            "affiliation": "Northby",
            "status": "present",
        }
    ]


def test_the_chair_named_over_the_list_has_that_role():
    meeting = Printed("meetings", {"body": Field("Quay Board"), "chair": Field("Dr Ida Marsh", note="Chair")})
    listed = Printed(
        "attendance", {"person": Field("Ida Marsh"), "status": Field("Attendees", note="present")}, meeting
    )
    (row,) = rows(normalise_document([meeting, listed]).records, "attendance")
    assert row["role"] == "Chair"


def test_who_is_listed_under_the_very_name_that_sent_apologies_was_away():
    found = normalise_document(
        [MEETING, attendee("Kay Moon"), attendee("Kay Moon", "apologies"), minute("The ferry runs again.")]
    )
    assert [r["status"] for r in rows(found.records, "attendance")] == ["apologies"]
    assert [f.rule for f in found.findings] == ["present and in apologies"]


def test_a_shorter_name_among_the_apologies_is_a_doubt_only():
    found = normalise_document(
        [MEETING, attendee("Cllr Abel Khan"), attendee("Cllr Khan", "apologies"), minute("The ferry runs again.")]
    )
    assert len(rows(found.records, "attendance")) == 2
    assert [f.rule for f in found.findings] == ["present and in apologies"]


def test_absent_without_apologies_is_no_row():
    found = normalise_document([MEETING, attendee("Kay Moon", "absent")])
    assert rows(found.records, "attendance") == []
    assert [f.severity for f in found.findings] == ["info"]


def action(owners: str, due: str | None = None, parent: Printed | None = None) -> Printed:
    fields = {"action": Field("Mend the lights."), "owners": Field(owners)} | ({"due_text": Field(due)} if due else {})
    return Printed("minute_actions", fields, parent)


def test_owners_through_initials_that_the_minutes_introduce():
    talk = minute("Tom Ferris (TF) and Kit Orme (KO) spoke. John Neil (JN) asked why.")
    people = [attendee("Thomas Ferris"), attendee("Kit Orme"), attendee("John Neil")]
    found = normalise_document(
        [
            MEETING,
            *people,
            talk,
            action("TF", "by 28 June 2024", talk),
            action("Panel members/ KO", None, talk),
            action("MoJ and HO", None, talk),
            action("the Clerk", None, talk),
            action("KO TF", None, talk),
        ]
    )
    first, second, third, fourth, stacked = rows(found.records, "minute_actions")
    assert (first["owners"], first["owner_initials"], first["due_date"]) == ("Tom Ferris", "TF", "2024-06-28")
    assert first["minute_number"] == "12"
    assert (second["owners"], second["owner_initials"]) == ("Panel members; Kit Orme", "KO")
    assert third["owners"] == "MoJ; HO" and "owner_initials" not in third
    assert fourth["owner_posts"] == "Clerk" and "owners" not in fourth
    assert stacked["owners"] == "Kit Orme; Tom Ferris"


def test_initials_that_the_list_prints_are_its_persons_though_they_are_short_for_a_post():
    listed = Printed(
        "attendance",
        {"person": Field("Mia Dunn"), "initials": Field("MD"), "status": Field("Present", note="present")},
        MEETING,
    )
    (found,) = rows(
        normalise_document([MEETING, listed, action("MD", None, minute("Nothing."))]).records, "minute_actions"
    )
    assert (found["owners"], found["owner_initials"]) == ("Mia Dunn", "MD")


def test_a_post_that_is_to_act_is_the_persons_who_holds_it_at_the_meeting():
    held = attendee("Flo Reed", role="Director of Boats")
    found = normalise_document([MEETING, held, action("the Director of Boats", None, minute("Nothing."))])
    (row,) = rows(found.records, "minute_actions")
    assert (row["owners"], row["owner_posts"]) == ("Flo Reed", "Director of Boats")


def test_a_post_beside_a_name_is_its_holders_too():
    listed = [attendee("Flo Reed", role="Clerk"), attendee("Abe Wren")]
    acts = [
        action("Clerk; Cllr Wren", None, minute("Nothing.")),
        action("Cllr Wren; Treasurer", None, minute("Nothing.")),
    ]
    both, one = rows(normalise_document([MEETING, *listed, *acts]).records, "minute_actions")
    assert both["owners"] == "Flo Reed; Abe Wren"
    assert one["owners"] == "Abe Wren"  # who the treasurer is, nothing tells


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("That the matter be deferred to the next meeting.", "other"),
        ("That the lamps be deferred to a later date.", "other"),
        ("That the lamps be deferred to June.", "other"),
        ("That the lamps be deferred to the Harbour Committee.", "referred"),
    ],
)
def test_what_is_put_off_is_referred_to_nobody(text: str, outcome: str):
    assert outcome_of(text).name == outcome


def test_names_of_the_list_one_below_the_other_are_several_owners():
    people = [attendee("Flo Reed"), attendee("Abe Wren")]
    found = normalise_document([MEETING, *people, action("Flo Reed Abe Wren", None, minute("Nothing."))])
    (row,) = rows(found.records, "minute_actions")
    assert row["owners"] == "Flo Reed; Abe Wren"


def test_initials_of_two_people_are_nobodys():
    found = normalise_document(
        [MEETING, attendee("Jo May"), attendee("John Moss"), action("JM", None, minute("Nothing."))]
    )
    (row,) = rows(found.records, "minute_actions")
    assert row.get("owners") != "Jo May"


def test_a_date_without_a_year_stays_text():
    found = normalise_document([MEETING, action("Jo May", "late January", minute("Nothing."))])
    (row,) = rows(found.records, "minute_actions")
    assert row["due_text"] == "late January" and "due_date" not in row


@pytest.mark.parametrize(
    ("fields", "heading", "status", "rag"),
    [
        ({"status": "Complete", "rag": "G"}, None, "completed", "green"),
        ({"update_text": "Carried forward"}, None, "outstanding", None),
        ({"update_text": "Completed: sent in May"}, "Completed actions", "completed", None),
        ({"update_text": "Completed"}, "Outstanding actions", "completed", None),
        ({"update_text": "Letter sent"}, "CLOSED SINCE THE MARCH MEETING", "completed", None),
        ({"update_text": "To be programmed"}, "Outstanding Actions", "outstanding", None),
    ],
)
def test_status_of_a_tracked_action(fields: dict[str, str], heading: str | None, status: str, rag: str | None):
    context = {"status_heading": Field(heading)} if heading else {}
    printed = Printed(
        "tracked_actions", {"action": Field("Mend it"), **{k: Field(v) for k, v in fields.items()}}, context=context
    )
    (row,) = rows(normalise_document([printed]).records, "tracked_actions")
    assert row["status"] == status
    assert row.get("rag") == rag


@pytest.mark.parametrize(
    ("said", "update", "rag"), [("R", None, "red"), ("Amber", None, "amber"), ("Sent", "Sent", None)]
)
def test_a_status_that_is_but_a_colour_is_no_update(said: str, update: str | None, rag: str | None):
    printed = Printed("tracked_actions", {"action": Field("Mend it"), "status": Field(said)})
    (row,) = rows(normalise_document([printed]).records, "tracked_actions")
    assert (row.get("update_text"), row.get("rag")) == (update, rag)


def test_a_fill_is_the_colour_of_the_status():
    printed = Printed("tracked_actions", {"action": Field("Mend it"), "rag": Field("", fill="#8db3e2")})
    (row,) = rows(normalise_document([printed]).records, "tracked_actions")
    assert (row["rag"], row["status"]) == ("blue", "completed")


def test_status_words_and_headings():
    assert status_word("Closed. Circulated in April") == "completed"
    assert status_word("Letter sent in May") is None
    assert heading_status("Actions to be completed") is None
    assert heading_status("Open actions") == "outstanding"


def vote(**fields: str) -> Printed:
    return Printed("votes", {k: Field(v) for k, v in fields.items()}, minute("They voted."))


PEOPLE = [attendee("Mr A Reed"), attendee("Mr B Moss"), attendee("Ms C Hay")]


def test_movers_and_voters_are_those_of_the_list():
    cast = vote(votes_for="2", votes_against="1", carried="Motion carried.", proposer="Mr Reed", seconder="Ms Hay",
                votes_for_names="Mr Reed, Ms Hay", votes_against_names="Mr Moss")  # fmt: skip
    found = normalise_document([MEETING, *PEOPLE, cast])
    (row,) = rows(found.records, "votes")
    assert (row["proposer"], row["seconder"], row["carried"]) == ("A Reed", "C Hay", True)
    assert row["votes_for_names"] == "A Reed; C Hay"
    assert found.findings == ()


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"votes_for": "3", "votes_for_names": "Mr Reed, Ms Hay"}, "votes differ from their names"),
        ({"votes_for": "2", "votes_for_names": "Mr Reed, Mr Nunn"}, "voter not present"),
        ({"votes_for_names": "Mr Reed", "votes_against_names": "Mr Reed"}, "voted twice"),
        ({"votes_for": "9", "votes_against": "4", "carried": "Motion lost."}, "result differs from the votes"),
    ],
)
def test_votes_that_do_not_add_up(fields: dict[str, str], rule: str):
    found = normalise_document([MEETING, *PEOPLE, vote(**fields)])
    assert rule in [f.rule for f in found.findings]


def test_who_sent_apologies_cannot_have_voted():
    away = attendee("Mr D Nunn", status="apologies")
    cast = vote(votes_for="2", votes_for_names="Mr Reed, Mr Nunn")
    (finding,) = normalise_document([MEETING, *PEOPLE, away, cast]).findings
    assert (finding.rule, finding.value_found) == ("voter not present", "D Nunn")


def test_a_vote_that_had_to_be_unanimous_may_be_lost_with_a_majority():
    talk = minute("It was noted that statute required a unanimous decision.")
    cast = Printed(
        "votes", {"votes_for": Field("8"), "votes_against": Field("1"), "carried": Field("was not carried")}, talk
    )
    found = normalise_document([MEETING, talk, cast])
    assert rows(found.records, "votes")[0]["carried"] is False
    assert found.findings == ()


def test_a_missing_minute_number_is_told():
    found = normalise_document([MEETING, *(minute("Text.", n) for n in ("25/14", "25/15", "25/17", "25/18", "25/19"))])
    (finding,) = found.findings
    assert (finding.rule, finding.value_found, finding.value_expected) == ("minute number missing", "25/17", "16")


def test_a_meeting_that_ends_before_it_begins():
    meeting = Printed(
        "meetings", {"meeting_date": Field("4 March 2024"), "start_time": Field("14:00"), "end_time": Field("9.30 am")}
    )
    assert [f.rule for f in normalise_document([meeting]).findings] == ["meeting ends before it begins"]


def test_who_speaks_in_a_minute_and_what_it_refers_to():
    people = [attendee("Jonathan Jardine", role="Chief Executive"), attendee("Cllr Ida Marsh"), attendee("Kit Orme")]
    talk = minute(
        "Further to Minute No. 593, Mr Jardine highlighted the cost. Kit Orme was thanked. Cllr Marsh asked why."
    )
    (row,) = rows(normalise_document([MEETING, *people, talk]).records, "minutes")
    assert row["people"] == "Jonathan Jardine; Ida Marsh"
    assert row["cites"] == "593"


def test_who_speaks_by_rank_post_or_letters():
    people = [
        attendee("Assistant Chief Constable Lena Marsh"),
        attendee("Tobias Finch", role="Area Manager"),
        attendee("Ms Yvonne de Souza", role="Chief Finance Officer"),
        attendee("Simon Foster", role="Commissioner"),
        attendee("Mr R Tams", status="apologies"),
    ]
    talk = minute(
        "ACC Marsh explained the change. AM Finch outlined the review; Area Manager Finch replied. The CFO advised, and Ms de Souza"
        " confirmed it. The Commissioner undertook to write. Mr Tams was thanked. A PC asked why."
    )
    (row,) = rows(normalise_document([MEETING, *people, talk]).records, "minutes")
    assert row["people"] == "Lena Marsh; Tobias Finch; Yvonne de Souza; Simon Foster"


def test_agenda_times_and_durations():
    timed = Printed("agenda_items", {"number": Field("4."), "title": Field("Ferry"), "time": Field("1.30 pm")}, MEETING)
    lasting = Printed("agenda_items", {"number": Field("5"), "title": Field("Pier"), "time": Field("10 mins")}, MEETING)
    first, second = rows(normalise_document([MEETING, timed, lasting]).records, "agenda_items")
    assert (first["number"], first["time"]) == ("4", "13:30")
    assert "time" not in second


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("That Council receives the list of payments made under delegated authority in May.", "received"),
        ("Authorises the Works Manager to sell the old crane by tender.", "delegated"),
        ("Authorised the purchase of two lamps.", "approved"),
        ("That authority be delegated to the Clerk to sign the lease.", "delegated"),
    ],
)
def test_powers_given_are_told_from_powers_used(text: str, outcome: str):
    assert outcome_of(text).name == outcome


def test_numbers_that_end_in_the_year_count_by_what_stands_before_it():
    run = [minute("Text.", f"{n:02}/24") for n in range(8, 14)]
    assert normalise_document([MEETING, *run]).findings == ()
    (finding,) = normalise_document([MEETING, *run[:3], *run[4:]]).findings
    assert (finding.rule, finding.value_found, finding.value_expected) == ("minute number missing", "12/24", "11")


@pytest.mark.parametrize(
    ("owner", "values"),
    [
        ("Parks & Recreation", {"owners": "Parks & Recreation"}),
        ("Planning, Building and Enforcement", {"owners": "Planning, Building and Enforcement"}),
        ("Director, Community Services", {"owner_posts": "Director, Community Services"}),
        ("Manager – Roads and Drainage", {"owner_posts": "Manager – Roads and Drainage"}),
        ("City Attorney", {"owner_posts": "City Attorney"}),
        ("Ann Lee and Bo Hart", {"owners": "Ann Lee; Bo Hart"}),
        ("Police, Fire", {"owners": "Police; Fire"}),
        ("Clerk and Treasurer", {"owner_posts": "Clerk; Treasurer"}),
        ("Democratic and Ferry Services Officer", {"owner_posts": "Democratic and Ferry Services Officer"}),
        ("Policy, Lamps and Ferry Manager", {"owner_posts": "Policy, Lamps and Ferry Manager"}),
        (
            "Pier Manager – Works / Cabinet Member for Lamps and Building Services",
            {"owner_posts": "Pier Manager – Works; Cabinet Member for Lamps and Building Services"},
        ),
        ("Ann Reed and Head of Law", {"owners": "Ann Reed", "owner_posts": "Head of Law"}),
        ("All members", {"owners": "All members"}),
    ],
)
def test_departments_and_the_posts_over_them_own_actions_whole(owner: str, values: dict[str, str]):
    printed = Printed("tracked_actions", {"action": Field("Mend it"), "owners": Field(owner)})
    (row,) = rows(normalise_document([printed]).records, "tracked_actions")
    assert {name: row.get(name) for name in ("owners", "owner_posts", "owner_initials") if row.get(name)} == values


def test_minutes_bound_twice_are_told_and_an_agenda_before_them_is_none_of_them():
    day = {"body": Field("Pier Board"), "meeting_date": Field("6 March 2031")}
    first, second, other = (Printed("meetings", day) for _ in range(3))

    def items(meeting: Printed, view: str, column: str, *titles: str) -> list[Printed]:
        return [
            Printed(view, {"number": Field(str(n)), column: Field(t)}, meeting) for n, t in enumerate(titles, start=1)
        ]

    titles = ("Welcome", "Lamps", "Slipway", "Close")
    minutes, again = items(first, "minutes", "heading", *titles), items(second, "minutes", "heading", *titles)
    (finding,) = normalise_document([first, *minutes, second, *again]).findings
    assert (finding.rule, finding.severity) == ("meeting printed twice", "warning")
    agenda = items(other, "agenda_items", "title", *titles)
    assert normalise_document([other, *agenda, first, *minutes]).findings == ()
    changed = items(second, "minutes", "heading", "Welcome", "Budget", "Fares", "Close")
    assert normalise_document([first, *minutes, second, *changed]).findings == ()


def test_a_list_of_those_present_without_an_item_is_told():
    listed = [MEETING, attendee("Ida Penn"), attendee("Tom Roe", "apologies")]
    (finding,) = normalise_document(listed).findings
    assert (finding.rule, finding.severity) == ("a meeting of which no item is read", "warning")
    assert finding.message.startswith("2 people are listed")
    assert normalise_document([*listed, minute("The ferry runs again.")]).findings == ()
    assert normalise_document([MEETING]).findings == ()


def test_of_two_with_the_same_initials_the_one_who_came_is_to_act():
    listed = [attendee("Kit Dale", "apologies"), attendee("Kay Dunn"), attendee("Cy Ball"), attendee("Cat Bell")]
    found = normalise_document([MEETING, *listed, *(action(who, None, minute("Nothing.")) for who in ("KD", "CB"))])
    first, second = rows(found.records, "minute_actions")
    assert (first["owners"], first["owner_initials"]) == ("Kay Dunn", "KD")
    assert "Cy Ball" not in str(second.get("owners")) and "Cat Bell" not in str(second.get("owners"))
