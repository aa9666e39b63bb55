"""Items of minutes: their two levels of numbers, and the actions at their ends."""

from __future__ import annotations

from dataclasses import replace

from extract.families.minutes import read
from models.record import Printed
from models.section import Paragraph
from tests.meetings import paper, texts
from tests.registers import paragraph, section

HEAD = (
    ("Saltby Harbour Health Board", None, True),
    ("Draft Minutes of the Public Board meeting", None, True),
    ("held on Monday 3 March 2025 at 10:00am", None, False),
    ("Present: Dr Ada Finch (Chair), Mr Tom Reed (Finance Director)", None, False),
)
BANDS = (
    ("OPENING BUSINESS", "1.", True),
    ("Welcome", "1.1", True),
    ("The Chair welcomed all who had come.", None, False),
    ("Interests", "1.2", True),
    ("Nobody declared an interest.", None, False),
    ("SAFETY AND CARE", "2.", True),
    ("Ferry transfers", "2.1", True),
    ("Tom Reed said that four patients a week came by the ferry.", None, False),
    ("Resolved: the report be noted.", None, False),
    ("Night cover", "2.2", True),
    ("The rota had gaps in two weeks of April.", None, False),
)


def lines(*entries: tuple[str, str | None, bool]) -> list[Paragraph]:
    return [paragraph(t, y=20.0 * n, marker=m, bold=b) for n, (t, m, b) in enumerate(entries)]


def of(records: list[Printed], view: str) -> list[dict[str, str]]:
    return [{name: f.text for name, f in r.fields.items()} for r in records if r.view == view]


def read_lines(*entries: tuple[str, str | None, bool]) -> list[Printed]:
    return list(read(section(*lines(*entries), title=None)))


def test_items_under_numbered_bands_are_items_of_their_own():
    records = read_lines(*HEAD, *BANDS)
    minutes = of(records, "minutes")
    assert [m["number"] for m in minutes] == ["1", "1.1", "1.2", "2", "2.1", "2.2"]
    assert "text" not in minutes[0]
    assert minutes[4]["heading"] == "Ferry transfers"
    assert minutes[4]["text"] == "Tom Reed said that four patients a week came by the ferry."
    (resolution,) = [r for r in records if r.view == "resolutions"]
    assert resolution.parent is not None
    assert resolution.parent.fields["number"].text == "2.1"


def test_lower_numbers_before_sentences_stay_in_the_text():
    records = read_lines(
        *HEAD,
        ("OPENING BUSINESS", "1.", True),
        ("The Chair welcomed all who had come.", "1.1", False),
        ("Nobody declared an interest.", "1.2", False),
        ("SAFETY AND CARE", "2.", True),
        ("Tom Reed said that four patients a week came by the ferry.", "2.1", False),
        ("The rota had gaps in two weeks of April.", "2.2", False),
    )
    minutes = of(records, "minutes")
    assert [m["number"] for m in minutes] == ["1", "2"]
    assert minutes[0]["text"] == "1.1 The Chair welcomed all who had come. 1.2 Nobody declared an interest."


def action_of(text: str) -> dict[str, str]:
    (action,) = of(read_lines(*HEAD, *BANDS, (text, None, False)), "minute_actions")
    return action


def test_an_action_between_dashes_has_its_owner_and_date():
    assert action_of("Action: Tom Reed – ask the ferry company for a later boat – 4 April 2025") == {
        "action": "ask the ferry company for a later boat",
        "owners": "Tom Reed",
        "due_text": "4 April 2025",
    }
    assert action_of("Action: AF/TR - print the rota - before the next meeting") == {
        "action": "print the rota",
        "owners": "AF/TR",
        "due_text": "before the next meeting",
    }
    assert action_of("Action: Print the rota for April – Finance Director – May 2025")["owners"] == "Finance Director"


def test_a_dash_within_an_action_parts_nothing():
    action = action_of("Action: Tom Reed to print the rota – two weeks of it – for the ward")
    assert action["owners"] == "Tom Reed"
    assert action["action"] == "Tom Reed to print the rota – two weeks of it – for the ward"


def test_who_sat_in_the_chair_keeps_the_role_without_it():
    records = read_lines(
        HEAD[0],
        ("Minutes of a meeting of the Ferry Committee held on 3 March 2025", None, True),
        (
            "Present: Councillor Ada Finch (Leader of the Council, in the Chair), Councillor Tom Reed (Chair of Works).",
            None,
            False,
        ),
        *BANDS,
    )
    assert [a.get("role") for a in of(records, "attendance")] == ["Leader of the Council", "Chair of Works"]
    assert of(records, "meetings")[0]["chair"].endswith("Ada Finch")


def test_the_count_behind_a_resolution_is_the_votes_and_not_its_text():
    records = read_lines(
        *HEAD,
        *BANDS,
        ("Pier lights", "2.3", True),
        (
            "It was moved by Mr Reed and seconded by Dr Finch that the lights be left as they are. On being put to the vote"
            " the motion was lost, with 2 votes in favour, 3 against and no abstentions.",
            None,
            False,
        ),
        (
            "Decision: that new lights be bought. The decision was carried by 3 votes to 1, with 1 abstention.",
            None,
            False,
        ),
    )
    assert of(records, "resolutions")[-1]["text"] == "that new lights be bought."
    assert [v["motion"] for v in of(records, "votes")] == [
        "that the lights be left as they are.",
        "that new lights be bought.",
    ]
    assert "proposer" not in of(records, "votes")[1]


def test_an_item_of_resolutions_alone_keeps_their_words_without_the_mark():
    records = read_lines(
        *HEAD, *BANDS, ("Pier lights", "2.3", True), ("RESOLVED: that new lights be bought.", None, False)
    )
    assert of(records, "minutes")[-1]["text"] == "that new lights be bought."


def body_of(*titles: str) -> str | None:
    heads = [(t, None, True) for t in titles]
    records = read_lines(*heads, ("held on Monday 3 March 2025 at 10:00am", None, False), HEAD[-1], *BANDS)
    return of(records, "meetings")[0].get("body")


def test_the_body_is_told_from_the_name_of_its_minutes():
    assert (
        body_of("Saltby Harbour Health Board", "Unconfirmed Minutes of the Public Board meeting")
        == "Saltby Harbour Health Board"
    )
    assert body_of("Saltby NHS Trust", "Draft minutes of the Trust Board meeting held in public") == "Trust Board"
    assert (
        body_of("Saltby District Council", "Approved Minutes of the Extraordinary Council Meeting")
        == "Saltby District Council"
    )
    assert (
        body_of("Saltby NHS Trust", "Unconfirmed minutes of the Public Works Committee meeting")
        == "Public Works Committee"
    )


def test_a_list_beside_the_first_is_read_though_it_comes_after_the_first_heading():
    first = lines(*HEAD, ("Apologies: Mr Sam Gale", None, False), *BANDS)
    column = [paragraph("In attendance", y=45.0, bold=True), paragraph("Ms Kay Lund – Secretary", y=65.0)]
    beside = [replace(p, words=tuple(replace(w, x0=w.x0 + 200, x1=w.x1 + 200) for w in p.words)) for p in column]
    place = next(n for n, p in enumerate(first) if p.marker == "1.1")
    records = list(read(section(*first[:place], *beside, *first[place:], title=None)))
    assert "Kay Lund" in " ".join(a["person"] for a in of(records, "attendance"))


def test_what_a_weak_rule_reads_is_no_sure_thing():
    records = read_lines(*HEAD, *BANDS, ("Action: a word about the pier lamps", None, False))
    (action,) = [r for r in records if r.view == "minute_actions"]
    assert action.fields["action"].confidence < 0.8
    sure = read_lines(*HEAD, *BANDS, ("Action: Tom Reed – mend the lamps – 4 April 2025", None, False))
    assert next(r for r in sure if r.view == "minute_actions").fields["action"].confidence >= 0.8
    assert next(r for r in sure if r.view == "meetings").fields["meeting_date"].confidence == 1.0


def test_who_acts_on_a_resolution_in_brackets_behind_it_is_none_of_its_text():
    text = """*MINUTES OF THE HARBOUR BOARD HELD ON 4 MARCH 2024

*Present: Ida Marsh (Chair), Cy Penn (CP)

*1.   Fares
The fares were told.

*2.   Statement
RESOLVED: that the statement be published. [Action: CP, by June 2024]

*3.   Close
There was no more business.
"""
    records = list(read(paper(text)))
    assert [r["text"] for r in texts(records, "resolutions")] == ["that the statement be published."]
    (action,) = texts(records, "minute_actions")
    assert (action["action"], action["owners"], action["due_text"]) == (
        "that the statement be published.",
        "CP",
        "June 2024",
    )


def test_a_number_that_is_printed_twice_is_two_items():
    titles = ("Apologies", "Minutes", "Footpaths", "The ferry", "AOB", "Date of next meeting")
    numbers = (1, 2, 3, 4, 5, 5)
    items = [f"*{n}.   {title}\n\nNothing was said of it.\n" for n, title in zip(numbers, titles, strict=True)]
    found = texts(list(read(paper("*Minutes of Pier Parish Council\n\nPresent: A Reed, B Holt\n", *items))), "minutes")
    assert [(m["number"], m["heading"]) for m in found] == [(str(n), t) for n, t in zip(numbers, titles, strict=True)]
