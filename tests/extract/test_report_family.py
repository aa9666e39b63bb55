from __future__ import annotations

from dataclasses import replace

from extract.families.report import FAMILY
from models.record import Printed
from models.section import Paragraph, Section
from tests.registers import paragraph, section, table

PROSE = (
    "The harbour office has counted every boat that came in since the new quay was opened in the spring of last year"
)


def lines(*texts: str | tuple[str, str | None, int | None]) -> list[Paragraph]:
    """Paragraphs down a page, each (text, marker, heading level) or a plain text."""
    made = []
    for number, entry in enumerate(texts):
        text, marker, level = entry if isinstance(entry, tuple) else (entry, None, None)
        made.append(paragraph(text, y=20.0 * number, marker=marker, level=level))
    return made


def of(records: list[Printed], view: str) -> list[dict[str, str]]:
    return [{name: f.text for name, f in r.fields.items()} for r in records if r.view == view]


def a_report() -> Section:
    return section(
        *lines(
            ("Marlbury Harbour Authority", None, 1),
            "Report of: Clerk to the Authority",
            "Date: 14 June 2023",
            ("Boats in the Harbour", None, 1),
            ("Purpose of Report", "1.", 2),
            (f"{PROSE}.", "1.1", None),
            ("Recommendation", "2.", 2),
            ("That the report be noted.", "a.", None),
            ("That a new buoy be bought.", "b.", None),
            ("Background", "3.", 2),
            (f"{PROSE}:", "3.1", None),
            ("Trawlers", "•", None),
            ("Yachts", "•", None),
            (f"{PROSE} too.", "3.2", None),
            ("Background papers:", None, 2),
            "Harbour Plan 2021",
            ("Contact officer:", None, 2),
            "Rosa Quill, Clerk",
        ),
        title=None,
    )


def test_a_report_is_claimed_for_its_headings_and_numbers():
    claim = FAMILY.claim(a_report())
    assert claim.score > 0.8
    assert any("purpose" in reason for reason in claim.reasons)


def test_the_head_of_a_report():
    (report,) = of(list(FAMILY.read(a_report())), "reports")
    assert report == {
        "authors": "Clerk to the Authority",
        "meeting_date": "14 June 2023",
        "organisation": "Marlbury Harbour Authority",
        "title": "Boats in the Harbour",
        "purpose": f"{PROSE}.",
    }


def test_paragraphs_take_their_bullets_and_leave_what_stands_behind_the_text():
    found = of(list(FAMILY.read(a_report())), "report_paragraphs")
    assert [(p["heading"], p.get("number")) for p in found] == [
        ("Purpose of Report", "1.1"),
        ("Recommendation", "a"),
        ("Recommendation", "b"),
        ("Background", "3.1"),
        ("Background", "3.2"),
    ]
    assert found[3]["text"] == f"{PROSE}: Trawlers Yachts"


def test_unnumbered_paragraphs_under_a_heading_are_rows():
    paper = section(
        *lines(
            ("Summary", None, 1),
            f"{PROSE}.",
            ("Trawlers are fewer.", "•", None),
            ("Detail", None, 1),
            (f"{PROSE}.", "7.", None),
            "It was a good year.",
        ),
        title="Boats",
    )
    found = of(list(FAMILY.read(paper)), "report_paragraphs")
    assert [(p["heading"], p.get("number"), p["text"]) for p in found] == [
        ("Summary", None, f"{PROSE}."),
        ("Summary", None, "Trawlers are fewer."),
        ("Detail", "7", f"{PROSE}. It was a good year."),
    ]


def test_a_key_is_no_text_of_a_report() -> None:
    paper = section(
        *lines(
            ("Summary", None, 1), f"{PROSE}.", ("Key", None, 1), "Gone up Gone down", ("Detail", None, 1), f"{PROSE}!"
        ),
        title="Boats",
    )
    found = of(list(FAMILY.read(paper)), "report_paragraphs")
    assert [(p["heading"], p["text"]) for p in found] == [("Summary", f"{PROSE}."), ("Detail", f"{PROSE}!")]


def test_a_table_ends_a_paragraph():
    paper = section(
        *lines(("Detail", None, 1), (f"{PROSE}:", "1.", None)),
        table([["Boat", "Length"], ["Gull", "12"]]),
        paragraph("The table shows the boats of the first quay.", y=400),
        title="Boats",
    )
    found = of(list(FAMILY.read(paper)), "report_paragraphs")
    assert [(p.get("number"), p["text"]) for p in found] == [
        ("1", f"{PROSE}:"),
        (None, "The table shows the boats of the first quay."),
    ]


def test_a_list_of_numbers_inside_a_paragraph_joins_it():
    inner = [replace(p, indent=60.0) for p in lines(("Firstly", "1.", None), ("Secondly", "2.", None))]
    moved = [
        replace(p, marker_words=tuple(replace(w, x0=w.x0 + 40, x1=w.x1 + 40) for w in p.marker_words)) for p in inner
    ]
    paper = section(
        *lines(("Detail", None, 1), (f"{PROSE}:", "14.", None)),
        *moved,
        *lines((f"{PROSE}.", "15.", None)),
        title="Boats",
    )
    found = of(list(FAMILY.read(paper)), "report_paragraphs")
    assert [p["number"] for p in found] == ["14", "15"]
    assert found[0]["text"].endswith("1. Firstly 2. Secondly")


def test_milestones_are_the_headings_with_leads_and_their_like():
    paper = section(
        *lines(
            ("Progress of the Harbour Plan", None, 1),
            ("A safe harbour", None, 2),
            ("Dredge the channel", None, 3),
            "Lead Harbour Master – Quarterly",
            (f"{PROSE}.", "1.", None),
            ("Light the breakwater", None, 3),
            (f"{PROSE}.", "2.", None),
            ("A busy harbour", None, 2),
            ("Bring back the ferry", None, 3),
            "Chief Executive - 6 monthly",
            (f"{PROSE}.", "3.", None),
        ),
        title="Boats",
    )
    assert of(list(FAMILY.read(paper)), "deliverables") == [
        {"objective": "A safe harbour", "deliverable": "Dredge the channel", "lead": "Harbour Master", "frequency": "Quarterly"},
        {"objective": "A safe harbour", "deliverable": "Light the breakwater"},
        {"objective": "A busy harbour", "deliverable": "Bring back the ferry", "lead": "Chief Executive", "frequency": "6 monthly"},
    ]  # fmt: skip


def test_a_front_sheet_is_a_table_of_labels():
    sheet = table(
        [["Report title", "Boats in the Harbour"], ["Author", "Rosa Quill"], ["Meeting date", "14 June 2023"]],
        headings=0,
    )
    paper = section(sheet, *lines(("Purpose", None, 2), (f"{PROSE}.", "1.", None)), title=None)
    (report,) = of(list(FAMILY.read(paper)), "reports")
    assert (report["title"], report["authors"], report["meeting_date"]) == (
        "Boats in the Harbour",
        "Rosa Quill",
        "14 June 2023",
    )


def test_the_lines_of_a_front_sheet_say_where_further_authors_begin():
    sheet = table([["Report title", "Boats"], ["Authors", "Rosa Quill, Clerk\nNed Oakes, Pilot"]], headings=0)
    paper = section(sheet, *lines(("Purpose", None, 2), (f"{PROSE}.", "1.", None)), title=None)
    report = next(r for r in FAMILY.read(paper) if r.view == "reports")
    authors = report.fields["authors"]
    assert [authors.text[at:] for at in authors.breaks] == ["Ned Oakes, Pilot"]


def test_a_signature_at_the_foot_is_the_author():
    paper = section(
        *lines(("Boats", None, 1), ("Purpose", None, 2), (f"{PROSE}.", "1.", None), "Harbour Master, Rosa Quill"),
        title=None,
    )
    records = list(FAMILY.read(paper))
    assert of(records, "reports")[0]["authors"] == "Harbour Master, Rosa Quill"
    assert len(of(records, "report_paragraphs")) == 1


def test_a_day_below_a_signature_belongs_to_it() -> None:
    signed = ("Rosa Quill", "Harbour Master", "May 2031")
    paper = section(*lines(("Boats", None, 1), ("Purpose", None, 2), (f"{PROSE}.", "1.", None), *signed), title=None)
    records = list(FAMILY.read(paper))
    assert of(records, "reports")[0]["authors"] == "Rosa Quill, Harbour Master"
    assert [p["text"] for p in of(records, "report_paragraphs")] == [f"{PROSE}."]


def test_every_word_of_a_report_is_accounted_for():
    paper = a_report()
    taken = set()
    for record in FAMILY.read(paper):
        taken |= set(record.taken)
        taken |= {w for f in record.fields.values() for w in f.words}
    left = {w.text for p in paper.paragraphs for w in p.all_words} - {w.text for w in taken}
    assert left <= {"Harbour", "Plan", "2021", "Rosa", "Quill,", "Clerk"}  # what stands behind the text stays unread


def test_a_short_paper_that_its_title_calls_a_report_is_one():
    text = "The noticeboard has been put up at the quay, and the old one was taken to the depot by the river in March."
    blocks = (paragraph("Dated 8 April 2025", y=60), paragraph(text, y=90))
    assert FAMILY.claim(section(*blocks, title="Clerk’s report")).score >= 0.5
    assert FAMILY.claim(section(*blocks, title="Clerk’s diary")).score < 0.5
