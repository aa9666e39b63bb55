"""Published decisions: reference, title, text and the link under them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.families import minutes
from extract.families.decisions import claim, read
from extract.meeting.decision_lists import linked
from models.page import Link
from models.section import Section
from tests.meetings import paper, texts
from tests.registers import table

LIST = """*Harbour Commissioner Key Decisions: May 2024

PCC Decision 006-2024 – Repair of the Old Crane – Relates to works on the north quay
that were put off in 2023.

PCC Decision 001-2024 Beacon - PCC Decision 001-2024 is a confidential decision
of the Commissioner.

Decision 002 – 2024 – Ferry Pass – Relates to fares for pupils.
"""


def test_entries_that_begin_with_a_reference():
    section = paper(LIST)
    assert claim(section).score > 0.7
    assert texts(list(read(section)), "decisions") == [
        {
            "ref": "006-2024",
            "title": "Repair of the Old Crane",
            "text": "Relates to works on the north quay that were put off in 2023.",
        },
        {
            "ref": "001-2024",
            "title": "Beacon",
            "text": "PCC Decision 001-2024 is a confidential decision of the Commissioner.",
        },
        {"ref": "002 – 2024", "title": "Ferry Pass", "text": "Relates to fares for pupils."},
    ]


def test_what_is_linked_is_reference_and_title():
    section = paper(LIST)
    words = [w for p in section.paragraphs for w in p.words if p.text.startswith("PCC Decision 006")]
    title = words[: [w.text for w in words].index("Crane") + 1]
    link = Link(title[0].x0, title[0].top, title[-1].x1, title[-1].bottom, "https://quay.example/6")
    (first, *others) = texts(list(read(paper(LIST, links=[link]))), "decisions")
    assert (first["url"], first["title"]) == ("https://quay.example/6", "Repair of the Old Crane")
    assert all("url" not in d for d in others)


def test_of_two_links_that_overlap_the_one_that_covers_more_of_a_word_is_its():
    section = paper(LIST)
    words = [w for p in section.paragraphs for w in p.words if p.text.startswith("PCC Decision 006")]
    first, last = words[0], words[-1]
    high = 0.4 * (first.bottom - first.top)
    above = Link(first.x0, first.top - 9, last.x1, first.bottom - high, "https://quay.example/5")
    own = Link(first.x0, first.top, last.x1, last.bottom, "https://quay.example/6")
    found = linked(words, replace(section, pages=(replace(section.pages[0], links=(above, own)),)))
    assert found is not None and found[0].url == "https://quay.example/6"


def test_a_table_of_decisions():
    found = table(
        [
            ["Reference", "Decision", "Date", "Decision maker", "Summary"],
            ["EX/2025/031", "Award of the ferry contract", "3 March 2025", "Leader", "Award to Northby Ferries."],
        ]
    )
    section = paper("*Executive decisions published\n", found)
    assert claim(section).score >= 0.5
    assert texts(list(read(section)), "decisions") == [
        {"ref": "EX/2025/031", "title": "Award of the ferry contract", "text": "Award to Northby Ferries."}
    ]


def test_a_text_that_speaks_of_one_decision_is_no_list():
    assert claim(paper("*Report\n\nThe decision of the Board in May was to wait for the survey.\n")).score == 0.0


NOTICES = """*Record of delegated decisions

*Decision reference

DD/24/41

*Date

3 May 2024

*Lease of the boat shed

To let the boat shed for a year, with a break at six months.

*Decision taken by: Harbour Master

*Decision reference

DD/24/42 (exempt)

*Date

10 May 2024

*Repair of the crane

To accept the lower of two tenders.

*Decision taken by: Treasurer
"""


def test_cards_with_labelled_lines():
    section = paper(NOTICES)
    assert claim(section).score > 0.7
    assert texts(list(read(section)), "decisions") == [
        {
            "ref": "DD/24/41",
            "title": "Lease of the boat shed",
            "text": "To let the boat shed for a year, with a break at six months.",
        },
        {"ref": "DD/24/42 (exempt)", "title": "Repair of the crane", "text": "To accept the lower of two tenders."},
    ]


NOTICE = """*Record of delegated decisions

*Decision reference: DD/24/43

*Title: Lease of the slipway

*Decision: To let the slipway for a year.

*Reasons for decision: The slipway stands empty.
It costs money every winter.

*Alternatives considered: To sell it.

*Wards affected: Quayside

*Date: 3 May 2024

*Decision reference: DD/24/44

*Title: Repair of the crane

*Decision: To accept the lower of two tenders.

*Taken by: Treasurer
"""


def test_reasons_and_other_labelled_parts_are_parts_of_their_own():
    records = list(read(paper(NOTICE)))
    assert [d["text"] for d in texts(records, "decisions")] == [
        "To let the slipway for a year.",
        "To accept the lower of two tenders.",
    ]
    parts = [(r.parent.fields["ref"].text, *texts([r], "decision_fields")[0].values()) for r in records if r.parent]
    assert parts == [
        ("DD/24/43", "Reasons for decision", "The slipway stands empty. It costs money every winter."),
        ("DD/24/43", "Alternatives considered", "To sell it."),
        ("DD/24/43", "Wards affected", "Quayside"),
        ("DD/24/43", "Date", "3 May 2024"),
        ("DD/24/44", "Taken by", "Treasurer"),
    ]
    values = {w for r in records for f in r.fields.values() for w in f.words}
    labels = {w.text for r in records for w in r.taken if w not in values}
    assert labels == {"Decision", "reference:", "Title:", "Decision:"}, "nothing but labels is taken and not kept"


def test_other_columns_of_a_list_are_parts_of_its_decisions():
    found = table(
        [
            ["Reference", "Decision", "Date", "Decision maker", "Reasons", "Folio"],
            ["EX/2025/031", "Award of the ferry contract", "3 March 2025", "Leader", "Cheapest", "12"],
            ["EX/2025/032", "Ferry fares", "4 March 2025", "", "", "14"],
        ]
    )
    records = list(read(paper("*Executive decisions published\n", found)))
    parts = [(r.parent.fields["ref"].text[-2:], r.facts["header"], r.fields["text"].text) for r in records if r.parent]
    assert parts == [
        ("31", "Date", "3 March 2025"),
        ("31", "Decision maker", "Leader"),
        ("31", "Reasons", "Cheapest"),
        ("31", "Folio", "12"),
        ("32", "Date", "4 March 2025"),
        ("32", "Folio", "14"),
    ]


def test_a_title_in_bold_has_its_text_under_it():
    section = paper(
        "*Harbour decision log\n\n*D012/2021 – Agreement: regional pilots\n\nSigned for the five ports.\n\n"
        "*D013/2021 – Confidential\n"
    )
    assert texts(list(read(section)), "decisions") == [
        {"ref": "D012/2021", "title": "Agreement: regional pilots", "text": "Signed for the five ports."},
        {"ref": "D013/2021", "title": "Confidential"},
    ]


def test_a_table_with_title_and_decision_in_one_cell_and_a_printed_address():
    found = table(
        [
            ["Ref. no.", "Subject and decision", "Taken by", "More information"],
            [
                "NP 22-071",
                "*Car park charges\nTo raise the charge from May.",
                "Chief Executive",
                "https://quay.example/dec isions/22-071",
            ],
            ["NP 22-072", "*Ranger vehicles\nTo lease four pick-ups.", "Director", "–"],
        ]
    )
    first, second = texts(list(read(paper("*Decisions taken between meetings\n", found))), "decisions")
    assert first == {
        "ref": "NP 22-071",
        "title": "Car park charges",
        "text": "To raise the charge from May.",
        "url": "https://quay.example/decisions/22-071",
    }
    assert second["title"] == "Ranger vehicles" and "url" not in second


def test_the_longer_of_two_columns_that_may_be_the_title_is_the_text():
    found = table(
        [
            ["Ref", "Date signed", "Subject", "Decision", "Decision maker"],
            ["D/31", "3 March 2025", "Ferry contract", "To award the contract to Northby Ferries for a year.", "Clerk"],
            ["D/32", "4 March 2025", "Slipway", "To close the slipway while its boards are made good.", "Clerk"],
        ]
    )
    section = paper("*Register of decisions taken by officers\n", found)
    assert claim(section).score > 0.7
    assert texts(list(read(section)), "decisions") == [
        {"ref": "D/31", "title": "Ferry contract", "text": "To award the contract to Northby Ferries for a year."},
        {"ref": "D/32", "title": "Slipway", "text": "To close the slipway while its boards are made good."},
    ]


def test_a_list_by_date_needs_no_reference():
    found = table(
        [
            ["Date of decision", "Title", "Details of decision", "Taken by"],
            ["3 March 2025", "Ferry contract", "To award the contract to Northby Ferries.", "Clerk"],
        ]
    )
    section = paper("*Decision log\n", found)
    assert claim(section).score > 0.7
    assert texts(list(read(section)), "decisions") == [
        {"title": "Ferry contract", "text": "To award the contract to Northby Ferries."}
    ]


def test_a_word_in_brackets_behind_a_reference_is_none_of_it():
    rows = [["2025-031", "Ferry grant", "To award it."], ["2025-033 (Confidential)", "A claim", "Not published."]]
    found = list(read(paper("*Decisions taken\n", table([["Decision No.", "Subject", "Decision"], *rows]))))
    assert [r.fields["ref"].text for r in found if r.view == "decisions"] == ["2025-031", "2025-033"]
    assert [(r.facts["header"], r.fields["text"].text) for r in found if r.view == "decision_fields"] == [
        ("Decision No.", "Confidential")
    ]


def test_references_of_several_parts_begin_an_entry():
    text = "*Decisions\n\nPFCC/D/2025-035 – Mobile data – to approve the case\n\n2025/PCC/036 – CONFIDENTIAL DECISION\n"
    found = texts(list(read(paper(text))), "decisions")
    assert [(d["ref"], d["title"]) for d in found] == [
        ("PFCC/D/2025-035", "Mobile data"),
        ("2025/PCC/036", "CONFIDENTIAL DECISION"),
    ]


ONE_BY_ONE = """*Officer decision notices

*Lease of the boat shed

Reference: ODN-31

Decision maker: Harbour Master

Date of decision: 3 May 2024

Decision: To let the shed for a year.

Reasons: It stands empty.

Alternatives considered: To sell it.

*Repair of the north crane

Reference: ODN-32

Decision maker: Treasurer

Date of decision: 4 May 2024

Decision:

To accept the lower of two tenders.

To pay for the rope.

Reasons: The crane is broken.

Alternatives considered: None.
"""


def test_notices_under_headings_that_are_their_titles():
    assert texts(list(read(paper(ONE_BY_ONE))), "decisions") == [
        {"title": "Lease of the boat shed", "ref": "ODN-31", "text": "To let the shed for a year."},
        {
            "title": "Repair of the north crane",
            "ref": "ODN-32",
            "text": "To accept the lower of two tenders. To pay for the rope.",
        },
    ]


def test_notices_without_references():
    bare = "\n".join(line for line in ONE_BY_ONE.split("\n") if not line.startswith("Reference"))
    found = texts(list(read(paper(bare))), "decisions")
    assert [d["title"] for d in found] == ["Lease of the boat shed", "Repair of the north crane"]
    assert found[0]["text"] == "To let the shed for a year."


def test_decisions_known_by_the_items_of_a_meeting_and_the_meeting():
    found = table(
        [
            ["Agenda item", "Topic", "Decision", "Reasons for decision"],
            ["A5", "Ferry fares", "RESOLVED: That fares be frozen for the year.", "Fewer people cross."],
            ["B6", "Slipway", "That the slipway be closed until it is mended.", "Its boards are loose."],
        ]
    )
    head = (
        "*CABINET – DECISIONS\n\nThe decisions taken at the meeting of the Cabinet held on 15 January 2025 are set out"
        " below. The deadline for call-in is 5.00 pm on 24 January 2025.\n"
    )
    records = list(read(paper(head, found)))
    assert [(d["ref"], d["title"]) for d in texts(records, "decisions")] == [("A5", "Ferry fares"), ("B6", "Slipway")]
    assert texts(records, "meetings") == [{"meeting_date": "15 January 2025", "body": "Cabinet"}]


def test_a_sheet_of_items_with_what_was_decided():
    sheet = """*DECISION SHEET

Decisions made by the Executive on 11 March 2025.

*5.   Ferry fares

Agreed that fares be frozen for the year.

*6.   Slipway

That the slipway be closed until it is mended.

*7.   Crane

Deferred to the meeting in April.
"""
    section = paper(sheet)
    assert claim(section).score > 0.7
    assert [(d["ref"], d["title"], d["text"]) for d in texts(list(read(section)), "decisions")] == [
        ("5", "Ferry fares", "Agreed that fares be frozen for the year."),
        ("6", "Slipway", "That the slipway be closed until it is mended."),
        ("7", "Crane", "Deferred to the meeting in April."),
    ]


def test_a_register_whose_only_text_is_what_was_decided():
    rows = [
        ["OD-87", "2 May 2024", "Clerk", "To settle the claim of a former contractor.", "It costs less."],
        ["OD-88", "3 May 2024", "Clerk", "To appoint counsel for the inquiry into the quay.", "Skill is needed."],
    ]
    for heading in ("Details of decision", "Decision"):
        found = table([["Decision no.", "Date", "Officer", heading, "Reasons for decision"], *rows])
        section = paper("*Register of officer decisions\n", found)
        assert claim(section).score > 0.7
        assert texts(list(read(section)), "decisions") == [{"ref": r[0], "text": r[3]} for r in rows]


def test_reasons_under_an_item_of_a_sheet_are_parts_of_its_decision():
    sheet = """*RECORD OF DECISIONS

The following decisions were taken by the Executive on 20 March 2025

*EX/25/31   QUAY PROGRAMME

RESOLVED – That the programme be approved.

*Reason for decision

To mend the quays.

*EX/25/32   FERRY PERMITS

RESOLVED – That permits be issued from June.

*Reason for decision

To save costs.

Alternative options considered: To keep paper permits.
"""
    records = list(read(paper(sheet)))
    assert [(d["ref"], d["title"], d["text"]) for d in texts(records, "decisions")] == [
        ("EX/25/31", "QUAY PROGRAMME", "RESOLVED – That the programme be approved."),
        ("EX/25/32", "FERRY PERMITS", "RESOLVED – That permits be issued from June."),
    ]
    assert [d["text"] for d in texts(records, "decision_fields")] == [
        "To mend the quays.",
        "To save costs.",
        "To keep paper permits.",
    ]


RELEASE = """*Government of the Quay Islands

Press release

*Decisions taken by the Cabinet of Ministers at the meeting held on 9 June 2031

{}

*Una Mott

Secretary to the Cabinet
"""
TOLD = (
    (
        "Harbour dues bill",
        "The act in force knows no ferries. The proposal to lay a new bill was approved by the Cabinet.",
    ),
    (
        "Lease of the customs house",
        "It has stood empty since spring. The Cabinet granted approval to let it for thirty years.",
    ),
    ("Survey of the east wall", "Divers found cracks in May. A survey of all piles is to be let by tender."),
)


def release(entry: str) -> Section:
    return paper(
        RELEASE.format("\n\n".join(entry.format(n=n, title=t, text=x) for n, (t, x) in enumerate(TOLD, start=1)))
    )


@pytest.mark.parametrize(
    ("entry", "ref", "titled"),
    [
        ("*{n}. {title}\n\n{text}", True, True),
        ("*{title}\n\n{text}", False, True),
        ("*Item {n} - {title}\n\n{text}", True, True),
        ("{n}. {text}", True, False),
    ],
)
def test_a_release_tells_in_prose_what_was_decided(entry: str, ref: bool, titled: bool) -> None:
    section = release(entry)
    assert claim(section).score >= 0.7
    found = texts(list(read(section)), "decisions")
    assert [d["text"] for d in found] == [text for _, text in TOLD]
    assert [d.get("title") for d in found] == [title if titled else None for title, _ in TOLD]
    assert [d.get("ref") for d in found] == [str(n) if ref else None for n in (1, 2, 3)]


def test_a_paper_that_lists_who_came_is_no_release() -> None:
    listed = RELEASE.replace("Press release", "*Present\n\nUna Mott, Seth Cray, Ida Penn")
    entries = "\n\n".join(f"*{n}. {title}\n\n{text}" for n, (title, text) in enumerate(TOLD, start=1))
    assert claim(paper(listed.format(entries))).score == 0.0


def test_a_release_that_decides_little_is_none() -> None:
    says = "\n\n".join(f"*{title}\n\nNothing was said of it." for title, _ in TOLD)
    assert claim(paper(RELEASE.format(says))).score == 0.0


SHEET = """*PENNARD ISLAND COUNCIL

*EXECUTIVE BOARD – DECISION SHEET

Date of meeting: 4 March 2031

*Present:

Councillor Una Mott (Leader of the Council and Chair)
Councillor Seth Cray (Board Member for Piers)

Apologies for absence: Councillor Ida Penn (Board Member for Lamps)
"""
SIGNED = """*Rhys Alder

Monitoring Officer
"""


def test_what_a_table_of_decisions_leaves_tells_who_met() -> None:
    decided = table([["Reference", "Subject", "Decision"], ["EB 31/1", "Lease of the slipway", "To let it."]])
    section = paper(SHEET, decided, SIGNED)
    assert claim(section).score > minutes.claim(section).score  # the decisions are read first
    rest = replace(section, blocks=tuple(b for b in section.blocks if b is not decided), whole=section.blocks)
    assert minutes.claim(rest).score >= 0.5
    found = list(minutes.read(rest))
    (meeting,) = texts(found, "meetings")
    assert (meeting["body"], meeting["meeting_date"]) == ("EXECUTIVE BOARD", "4 March 2031")
    assert meeting["chair"] == "Councillor Una Mott"
    assert [(a["person"], a["role"]) for a in texts(found, "attendance")] == [
        ("Councillor Una Mott", "Leader of the Council and Chair"),
        ("Councillor Seth Cray", "Board Member for Piers"),
        ("Councillor Ida Penn", "Board Member for Lamps"),
    ]


def test_what_is_left_of_another_paper_with_people_is_no_meeting() -> None:
    listed = paper(SHEET.replace("EXECUTIVE BOARD – DECISION SHEET", "ISLAND SURVEY"))
    assert minutes.claim(replace(listed, whole=listed.blocks)).score < 0.5


@pytest.mark.parametrize(
    "title",
    [
        "Decisions taken by the Executive Board on Tuesday 4 March 2031",
        "DECISIONS OF THE EXECUTIVE BOARD HELD ON 4 MARCH 2031",
    ],
)
def test_a_title_in_capitals_says_whose_decisions_a_table_holds(title: str) -> None:
    decided = table([["Reference", "Subject", "Decision"], ["EB 31/1", "Lease of the slipway", "To let it."]])
    alone = paper(f"*PENNARD ISLAND COUNCIL\n\n*{title}\n", decided)
    (meeting,) = texts(list(read(alone)), "meetings")
    assert (meeting["body"].casefold(), meeting["meeting_date"][-12:].casefold()) == ("executive board", "4 march 2031")
    section = paper(f"*{title}\n\n*Present: Una Mott, Seth Cray\n\n*Apologies: Ida Penn\n", decided)
    assert claim(section).score > minutes.claim(section).score
    rest = replace(section, blocks=tuple(b for b in section.blocks if b is not decided), whole=section.blocks)
    assert [a["person"] for a in texts(list(minutes.read(rest)), "attendance")] == ["Una Mott", "Seth Cray", "Ida Penn"]


FROM_THE_WEB = """*Decisions

Use the options below to find decisions that have been taken.

*Lamps on the north pier

Decision Maker: Harbour Portfolio

Decision published: 09/05/2031

Is Key decision?: No

Decision:

That the lamps be lit at dusk.

Lead officer: Una Mott

*Repair of the slipway

Reference number: HBR/2031/07

Decision Maker: Harbour Master

Decision published: 11/05/2031

Is Key decision?: Yes

Decision:

To accept the lower of two tenders.

Lead officer: Seth Cray

*Ropes

Decision Maker: Harbour Master

Decision published: 12/05/2031

Decision:

To buy ropes.

Lead officer: Seth Cray

Show earlier decisions.
"""


def test_some_notices_have_a_reference_under_their_heading_and_the_page_ends_none() -> None:
    found = texts(list(read(paper(FROM_THE_WEB))), "decisions")
    assert [(d.get("ref"), d["title"], d["text"]) for d in found] == [
        (None, "Lamps on the north pier", "That the lamps be lit at dusk."),
        ("HBR/2031/07", "Repair of the slipway", "To accept the lower of two tenders."),
        (None, "Ropes", "To buy ropes."),
    ]
