"""Heads of reports: labels in grids without rules, front sheets as tables, mastheads of one line."""

from __future__ import annotations

from dataclasses import replace

from extract.families import profile
from extract.families.report import FAMILY
from extract.families.report_grid import is_grid, label_grid
from extract.letterheads import names_body
from models.page import Font, Word
from models.section import Line, Paragraph
from tests.registers import paragraph, section, table, words_of

PLAIN, BOLD = Font("Sans", 10.0), Font("Sans-Bold", 10.0, bold=True)
LABELS = {
    "meeting date": "meeting_date",
    "presented by": "presented_by",
    "prepared by": "authors",
    "author of paper": "authors",
}


def set_words(*texts: tuple[float, float, str, Font]) -> list[Word]:
    words: list[Word] = []
    for x, y, text, font in texts:
        at = x
        for part in text.split():
            words.append(Word(part, at, y, at + 5 * len(part), y + 10, 1, len(words), font))
            at += 5 * len(part) + 3
    return words


def grid(*texts: tuple[float, float, str, Font]) -> list[tuple[str, str | None, str]]:
    return [
        (" ".join(w.text for w in f.label), f.known, " ".join(w.text for w in f.value))
        for f in label_grid(set_words(*texts), LABELS)
    ]


def test_labels_side_by_side_keep_their_own_lines():
    found = grid(
        (50, 100, "Meeting date:", BOLD), (125, 100, "April 26, 2031", PLAIN),
        (310, 100, "Presented by:", BOLD), (385, 100, "Dana Quill, Chief", PLAIN),
        (50, 115, "Prepared by:", BOLD), (115, 115, "Marc Tern, Manager of the", PLAIN),
        (310, 115, "File:", BOLD), (340, 115, "31-GOV-7", PLAIN),
        (50, 128, "Harbour Office", PLAIN),
    )  # fmt: skip
    assert found == [
        ("Meeting date:", "meeting_date", "April 26, 2031"),
        ("Presented by:", "presented_by", "Dana Quill, Chief"),
        ("Prepared by:", "authors", "Marc Tern, Manager of the Harbour Office"),
        ("File:", None, "31-GOV-7"),
    ]


def test_a_text_below_a_grid_is_no_value_of_its_last_label():
    found = grid(
        (50, 100, "Meeting date", BOLD), (150, 100, "April 26, 2031", PLAIN),
        (50, 115, "Author of paper", BOLD), (150, 115, "Marc Tern", PLAIN),
        (50, 150, "The harbour was open", PLAIN),
    )  # fmt: skip
    assert [value for _, _, value in found] == ["April 26, 2031", "Marc Tern"]


def test_a_title_with_a_colon_in_larger_type_is_no_label() -> None:
    title = (50, 80, "Quay plan: Progress in spring", Font("Sans", 16.0))
    rows = (50, 100, "Prepared by", PLAIN), (150, 100, "Marc Tern", PLAIN), (50, 115, "Presented by", PLAIN)
    found = grid(title, *rows, (150, 115, "Dana Quill", PLAIN))
    assert [(label, value) for label, _, value in found] == [
        ("Prepared by", "Marc Tern"),
        ("Presented by", "Dana Quill"),
    ]


def test_one_label_alone_is_no_grid():
    assert label_grid(set_words((50, 100, "Meeting date:", BOLD), (125, 100, "today", PLAIN)), LABELS) == []
    plain = label_grid(
        set_words((50, 100, "Meeting date: today", PLAIN), (50, 115, "Prepared by: Marc Tern", PLAIN)), LABELS
    )
    assert not is_grid(plain)


def of(records, view):
    return [{name: f.text for name, f in r.fields.items()} for r in records if r.view == view]


def test_a_front_sheet_makes_a_report_of_a_paper_without_prose():
    sheet = table(
        [
            ["Meeting date", "Thursday 26 September 2031"],
            ["Author(s)", "Sam Tern, Head of Quays"],
            ["Purpose", "To tell the board how the harbour is used."],
            ["Action required", "☐ Decision ☒ Discussion"],
        ],
        headings=0,
    )
    paper = section(paragraph("Harbour Use – Month 5", level=1), sheet, title=None)
    claim = FAMILY.claim(paper)
    assert claim.score >= 0.5
    assert any("front sheet" in reason for reason in claim.reasons)
    report = of(FAMILY.read(paper), "reports")[0]
    assert report["title"] == "Harbour Use – Month 5"
    assert report["purpose"] == "To tell the board how the harbour is used."
    assert report["authors"].startswith("Sam Tern")


def test_running_text_on_a_front_sheet_is_paragraphs_under_its_labels_and_how_to_reach_people_is_no_name():
    sheet = table(
        [
            ["MEETING", "Harbour Audit Committee"],
            ["DATE OF MEETING", "26 September 2031"],
            ["OFFICER", "Dana Quill, Head of Quays"],
            ["SUBJECT OF THE REPORT", "Dues of the year"],
            ["EXECUTIVE SUMMARY", "This report tells what was paid.\nIt was more than last year."],
            ["RECOMMENDATIONS", "1. That the report be noted.\n2. That dues stay as they are."],
            ["LEGAL IMPLICATIONS", "None."],
            ["APPENDICES", "The tariff, as it was agreed in May."],
            ["REPORT ORIGINATOR AND CONTACT", "Marc Tern\nmtern@harbour.example\n01632 960 418"],
        ],
        headings=0,
    )
    text = (paragraph("Purpose", level=2, y=300), paragraph(PURPOSE, y=320))
    records = list(FAMILY.read(section(paragraph("Harbour", level=1), sheet, *text, title="Harbour")))
    report = of(records, "reports")[0]
    assert (report["title"], report["authors"]) == ("Dues of the year", "Marc Tern")
    assert report["presented_by"] == "Dana Quill, Head of Quays"
    said = [(p["heading"], p.get("number"), p["text"]) for p in of(records, "report_paragraphs")][:-1]
    assert said == [
        ("EXECUTIVE SUMMARY", None, "This report tells what was paid. It was more than last year."),
        ("RECOMMENDATIONS", "1", "That the report be noted."),
        ("RECOMMENDATIONS", "2", "That dues stay as they are."),
    ]


def test_several_senders_under_each_other_and_a_long_title_behind_its_label():
    title = (
        "Moving the pilots of the eastern quays, their boats and their sheds from the Office of the Harbour Master to the Office of "
        "Pilotage and Lights, with all that belongs to them, from the first day of April of next year"
    )
    senders = (
        labelled_line("From:", "Dana Quill, Member for Quays", 40),
        labelled_line("", "Marc Tern, Master of Boats", 70),
        labelled_line("", "Una Reed, Head of Lights", 100),
    )
    head = (
        *senders,
        labelled_line("To:", "Harbour Cabinet - 26 September 2031", 130),
        labelled_line("Subject:", title, 150),
    )
    found = front_of(*head, paragraph("Purpose", level=2, y=300), paragraph(PURPOSE, y=320))
    assert found["title"] == title
    assert found["authors"] == "Dana Quill, Member for Quays; Marc Tern, Master of Boats; Una Reed, Head of Lights"


def test_a_known_word_alone_in_the_last_line_of_a_value_is_no_label():
    found = grid(
        (50, 100, "Prepared by:", PLAIN), (150, 100, "Marc Tern, deputy to the", PLAIN),
        (150, 112, "Author of paper", PLAIN),
        (50, 130, "Meeting date:", PLAIN), (150, 130, "April 26, 2031", PLAIN),
    )  # fmt: skip
    assert found == [
        ("Prepared by:", "authors", "Marc Tern, deputy to the Author of paper"),
        ("Meeting date:", "meeting_date", "April 26, 2031"),
    ]


def labelled_line(label: str, value: str, y: float) -> Paragraph:
    """A line with its value at one place, however long the label."""
    words = (*words_of(label, 1, 20, y), *words_of(value, 1, 120, y))
    line = Line(words, 1, words[0].x0, y, 500, y + 9)
    return Paragraph((line,), f"{label} {value}".strip(), None, (), words, words[0].x0, 9.0, False, False)


def test_a_table_of_actions_is_no_front_sheet():
    actions = table(
        [["Ref", "Action", "Owner", "Date", "Status"], ["1", "Mend the quay", "Ann Pike", "May 2031", "Open"]],
        headings=1,
    )
    assert FAMILY.claim(section(actions, title="Actions")).score < 0.5


def test_a_purpose_that_is_ticked_is_none():
    sheet = table([["Author", "Sam Tern"], ["Purpose", "☐ Decision ☒ Assurance"], ["Date", "3 May 2031"]], headings=0)
    paper = section(paragraph("Harbour Use", level=1), sheet, title=None)
    assert "purpose" not in of(FAMILY.read(paper), "reports")[0]


def test_a_masthead_of_one_line_gives_body_and_date():
    words = set_words(
        (50, 60, "HARBOUR COURT", PLAIN), (140, 60, "19 March 2031", PLAIN), (230, 60, "Paper H31/7", PLAIN)
    )
    from extract.paragraphs import make_paragraph

    masthead = make_paragraph([Line(tuple(words), 1, 50, 60, 290, 70)])
    sheet = table([["Author", "Sam Tern"], ["Summary of paper", "How the harbour is used"]], headings=0)
    paper = section(masthead, paragraph("Harbour Use", y=80, level=1), sheet, title=None)
    report = of(FAMILY.read(paper), "reports")[0]
    assert (report["organisation"], report["meeting_date"]) == ("HARBOUR COURT", "19 March 2031")


def test_the_day_of_the_week_behind_a_committee_is_of_the_date():
    heads = paragraph("HARBOUR COMMITTEE THURSDAY, 24 NOVEMBER 2031", bold=True)
    text = paragraph("The committee is asked to note what has been done since the last meeting about the walls.")
    made = section(paragraph("Quay walls: progress", level=1), heads, paragraph("1. Introduction", level=2), text)
    report = next(r for r in FAMILY.read(made) if r.view == "reports")
    assert report.fields["meeting_date"].text == "24 NOVEMBER 2031"


def test_a_body_may_be_named_with_its_committee():
    assert names_body("Marlbury Hospitals Trust – Board of Directors (Public)")
    assert names_body("Marlbury County Council | Cabinet")
    assert not names_body("Marlbury County Council – Budget 2031")


def test_a_post_at_the_head_gives_way_to_the_name_at_the_foot():
    long = "The harbour office has counted every boat that came in since the new quay was opened in the spring"
    paper = section(
        paragraph("Marlbury Harbour Authority", level=1), paragraph("Report of the Head of Quays", y=20, level=1),
        paragraph("Boats in the Harbour", y=40, level=1), paragraph("Purpose of report", y=60, level=2),
        paragraph(long, y=80, marker="1."), paragraph("Author: Rosa Quill, Head of Quays", y=120), title=None,
    )  # fmt: skip
    assert of(FAMILY.read(paper), "reports")[0]["authors"] == "Rosa Quill, Head of Quays"


def front_of(*blocks):
    found = [r for r in FAMILY.read(section(*blocks, title=None)) if r.view == "reports"]
    return {name: f.text for name, f in found[0].fields.items()}


PURPOSE = (
    "This paper tells the harbour what became of the boats that were moored at the quays this year, and of their nets"
)


def test_a_letter_to_members_does_not_say_whose_report_it_is():
    sheet = table(
        [["TO:", "Honorable Mayor and Members of the Harbour Council"], ["FROM:", "Rosa Quill"], ["SUBJECT:", "Nets"]],
        headings=0,
    )
    text = (paragraph("Purpose", level=2, y=300), paragraph(PURPOSE, y=320))
    assert front_of(paragraph("City of Ellery", y=40), sheet, *text)["organisation"] == "City of Ellery"
    assert front_of(sheet, *text)["organisation"] == "Harbour Council"


def test_what_a_meeting_is_asked_for_is_no_body_and_a_sponsor_presents_where_nobody_else_does():
    rows = [
        ["Report for", "Assurance ☒ Decision ☐"],
        ["Executive sponsor", "Dana Quill"],
        ["Report author", "Marc Tern"],
    ]
    text = (paragraph("Purpose", level=2, y=300), paragraph(PURPOSE, y=320))
    found = front_of(table(rows, headings=0), *text)
    assert "organisation" not in found and found["presented_by"] == "Dana Quill"
    found = front_of(
        table([["Report for", "Noting and discussion"], *rows[1:], ["Presented by", "Una Reed"]], headings=0), *text
    )
    assert "organisation" not in found and found["presented_by"] == "Una Reed"


def test_a_name_in_two_lines_of_a_letterhead_is_one_body():
    head = (paragraph("Ellery Bay and Marsh", y=40, bold=True), paragraph("NHS Foundation Trust", y=53))
    sheet = table([["Report title", "Nets"], ["Report author", "Marc Tern"]], headings=0)
    text = (paragraph("Purpose", level=2, y=300), paragraph(PURPOSE, y=320))
    assert front_of(*head, sheet, *text)["organisation"] == "Ellery Bay and Marsh NHS Foundation Trust"


def test_a_line_of_strokes_and_a_small_key_below_a_table_are_no_paragraphs():
    blocks = (
        paragraph("Nets", level=1, y=40),
        paragraph("_" * 60, y=60),
        paragraph("Purpose", level=2, y=80),
        paragraph(PURPOSE, y=100),
        table([["Net", "Status"], ["Trawl", "G"]]),
        replace(paragraph("Status: G is mended, R is torn.", y=400), size=7.0),
    )
    found = [r.fields["text"].text for r in FAMILY.read(section(*blocks, title=None)) if r.view == "report_paragraphs"]
    assert found == [PURPOSE]


def test_what_a_paper_is_for_and_its_number_above_the_title_are_no_paragraphs():
    blocks = (
        paragraph("For decision Paper 3", y=20, bold=True),
        paragraph("Nets and their menders", level=1, y=40),
        paragraph("Author: Rosa Quill", y=60),
        paragraph("Purpose", level=2, y=80),
        paragraph(PURPOSE, y=100),
    )
    records = list(FAMILY.read(section(*blocks, title=None)))
    assert of(records, "reports")[0]["title"] == "Nets and their menders"
    assert [p["text"] for p in of(records, "report_paragraphs")] == [PURPOSE]


def test_what_is_left_of_minutes_is_no_report():
    text = [paragraph(f"{PURPOSE} {n}", marker=f"{n}.", y=100 + 20 * n) for n in range(8)]
    assert FAMILY.claim(section(*text, title="Nets of the year")).score >= 0.5
    assert FAMILY.claim(section(*text, title="Minutes of the Quays Committee meeting")).score < 0.5


def test_whose_report_it_is_called_wrote_it_where_nobody_else_did():
    text = (paragraph("Purpose", level=2, y=300), paragraph(PURPOSE, y=320))
    rows = [["Report title", "Nets"], ["Report of", "Head of Quays"], ["Meeting date", "3 May 2024"]]
    assert front_of(table(rows, headings=0), *text)["authors"] == "Head of Quays"
    found = front_of(table([*rows, ["Author", "Una Reed"]], headings=0), *text)
    assert (found["authors"], found["presented_by"]) == ("Una Reed", "Head of Quays")
    found = front_of(table([["Author", "Una Reed"], *rows, ["Presented by", "Marc Tern"]], headings=0), *text)
    assert (found["authors"], found["presented_by"]) == ("Una Reed", "Marc Tern")


def test_a_recommendation_in_full_behind_its_label_is_a_paragraph():
    blocks = (
        paragraph("Report to: Quays Committee", y=20),
        paragraph("Author: Rosa Quill", y=40),
        paragraph("Subject: Nets", y=60),
        paragraph(PURPOSE, y=80),
        paragraph("Recommendation: that the nets be mended before the winter.", y=110),
    )
    found = of(FAMILY.read(section(*blocks, title=None)), "report_paragraphs")
    assert [p["text"] for p in found] == [PURPOSE, "Recommendation: that the nets be mended before the winter."]


def test_two_who_sign_in_one_line_and_the_sender_at_the_head():
    sheet = table([["TO:", "Quays Council"], ["FROM:", "Dana Quill, Director"], ["SUBJECT:", "Nets"]], headings=0)
    foot = paragraph("Prepared by: Lee Tern, Engineer Approved by: Dana Quill, Director", y=400)
    text = (paragraph("Purpose", level=2, y=300), paragraph(PURPOSE, y=320))
    found = front_of(sheet, *text, foot)
    assert (found["authors"], found["presented_by"]) == ("Lee Tern, Engineer", "Dana Quill, Director")
    assert front_of(sheet, *text)["authors"] == "Dana Quill, Director"


SHEET = (
    ["Author", "Rosa Quill"],
    ["Title of report", "Nets in the harbour"],
    ["Purpose", "To tell the board how many nets were mended last year."],
    [
        "*Executive summary",
        "Most of the nets were mended in the spring of last year.",
    ],
    ["*Recommendations", "1. That the nets be counted again next year.\n2. That the boats be counted."],
    ["*Fishing rights", "None arise from this report."],
    ["Previously considered by", "Quays Committee"],
)


def test_what_stands_in_the_cells_of_a_front_sheet_is_text_of_the_report():
    found = of(FAMILY.read(section(table(SHEET, headings=0), title=None)), "report_paragraphs")
    assert [(p["heading"], p.get("number")) for p in found] == [
        ("Purpose", None), ("Executive summary", None), ("Recommendations", "1"),
        ("Recommendations", "2"), ("Fishing rights", None),
    ]  # fmt: skip
    assert found[2]["text"] == "That the nets be counted again next year."


def test_the_purpose_on_a_front_sheet_is_that_of_the_text_behind_it():
    paper = section(table(SHEET, headings=0), paragraph(PURPOSE, y=400), title=None)
    assert [p.get("heading") for p in of(FAMILY.read(paper), "report_paragraphs")].count("Purpose") == 0


def test_labels_in_bold_behind_the_text_say_who_wrote_and_who_presents_it():
    def line(label: str, value: str, y: float):
        words = tuple(set_words((20, y, label, BOLD), (250, y, value, PLAIN)))
        return replace(paragraph(f"{label} {value}", y=y), words=words, lines=(Line(words, 1, 20, y, 400, y + 10),))

    lines = (
        line("Author", "Rosa Quill, Clerk", 200),
        line("Presenter", "Marc Tern", 215),
        line("Freedom of Information", "Open", 230),
    )
    paper = section(
        paragraph("Nets", level=1), paragraph("Consultation", y=20, level=2), paragraph(PURPOSE, y=40, marker="1."),
        *lines, paragraph("Appendix 1", y=260, level=2), title=None,
    )  # fmt: skip
    found = list(FAMILY.read(paper))
    report = of(found, "reports")[0]
    assert (report["authors"], report["presented_by"]) == ("Rosa Quill, Clerk", "Marc Tern")
    assert next(p["text"] for p in of(found, "report_paragraphs")) == PURPOSE


def test_a_running_footer_names_the_body_and_the_day_of_the_meeting():
    blocks = [
        paragraph("Harbour dues for the year", level=1),
        paragraph("Purpose of the Report", y=40, level=3),
        paragraph("The purpose of this report is to set the harbour dues for the year to come.", y=60, marker="1."),
    ]
    whole = section(*blocks, title=None)
    foot = paragraph("Harbour Executive – 2nd November 2031", y=800)
    found = next(iter(FAMILY.read(replace(whole, paper=replace(whole.paper, feet=(foot,))))))
    assert (found.fields["organisation"].text, found.fields["meeting_date"].text) == (
        "Harbour Executive",
        "2nd November 2031",
    )
    plain = paragraph("Printed on 2nd November 2031", y=800)
    other = next(iter(FAMILY.read(replace(whole, paper=replace(whole.paper, feet=(plain,))))))
    assert "meeting_date" not in other.fields


def test_a_front_sheet_is_no_form_of_a_risk():
    sheet = table(
        [
            ["Reference:", "BD 31/088", "Agenda item no:", "8a"],
            ["Date of Meeting:", "26 January 2031", "Enclosure no:", "9"],
            ["Document Title:", "Plans for the harbour", "", ""],
            ["Responsible Director:", "Una Mott", "", ""],
            ["Author:", "Seth Cray", "", ""],
            ["Purpose of the Paper & Key Points", "To tell of the risks of the plans for the harbour.", "", ""],
            ["Board Assurance Framework Risks", "Risks are told apart from this paper.", "", ""],
            ["Impact and Implications", "Ships may wait.", "", ""],
            ["Action required by the Board", "The Board is asked to note this.", "", ""],
        ],
        headings=0,
    )
    whole = section(paragraph("Board of Governors", level=1), sheet, title="Board of Governors")
    assert profile.claim(whole).score == 0
    report = next(r for r in FAMILY.read(whole) if r.view == "reports")
    assert (report.fields["title"].text, report.fields["authors"].text) == ("Plans for the harbour", "Seth Cray")
