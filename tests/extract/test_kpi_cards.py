from __future__ import annotations

from dataclasses import replace

from extract.families.card_texts import parted, texts_of
from extract.families.kpi_blocks import with_ref
from extract.families.kpi_cards import cards_of
from extract.families.report_body import find_headings, is_caption, read_body
from extract.families.scorecard import FAMILY
from models.page import Fill, Rule
from models.record import Field
from models.section import Section
from tests.pages import Text, set_page
from tests.registers import paragraph, section, table


def card(x: float, top: float, name: str, latest: str, target: str, rating: str) -> list[Text]:
    return [
        Text(x + 5, top + 4, name, 9.0, bold=True),
        Text(x + 10, top + 24, "Latest (Q2)", 8.0),
        Text(x + 110, top + 24, f"Target\t{target}", 8.0, tab=40.0),
        Text(x + 10, top + 38, latest, 12.0),
        Text(x + 110, top + 38, "Floor\t10%", 8.0, tab=40.0),
        Text(x + 10, top + 54, rating, 8.0),
        Text(x + 5, top + 74, "Aim: to increase\t|\tLead: Harbour Master", 8.0, tab=10.0),
    ]


def framed(*frames: Fill | Rule) -> Section:
    texts = [
        Text(40, 30, "Harbour and Quays", 14.0, bold=True),
        *card(40, 60, "HQ1 Moorings let in the summer", "46%", "50%", "Amber"),
        *card(300, 60, "HQ2 Boats inspected in the year", "93%", "90%", "Green"),
    ]
    page = set_page(*texts)
    page = replace(
        page,
        fills=tuple(f for f in frames if isinstance(f, Fill)),
        rules=tuple(f for f in frames if isinstance(f, Rule)),
    )
    return replace(section(title="Harbour Dashboard"), pages=(page,))


FILLS = (Fill(38, 56, 285, 160, "#eeeeff"), Fill(298, 56, 560, 160, "#eeeeff"), Fill(45, 80, 120, 130, "#ed8b00"))
RULES = tuple(
    rule
    for left, right in ((38.0, 285.0), (298.0, 560.0))
    for rule in (Rule(left, 60, left, 156), Rule(right, 60, right, 156), Rule(left + 4, 56, right - 4, 56))
)


def test_cards_are_read_by_fills_or_by_rules():
    for frames in (FILLS, RULES):
        first, second = FAMILY.read(framed(*frames))
        assert {n: f.text for n, f in first.fields.items() if n != "trend"} == {
            "ref": "HQ1",
            "kpi": "Moorings let in the summer",
            "current_text": "46%",
            "target_text": "50%",
            "floor_text": "10%",
            "polarity": "to increase",
            "lead": "Harbour Master",
            "rag": "Amber",
            "section": "Harbour and Quays",
            "scorecard": "Harbour Dashboard",
        }
        assert second.fields["kpi"].text == "Boats inspected in the year"
        assert first.fields["current_text"].note == "Latest (Q2)"


def test_cards_are_claimed():
    assert FAMILY.claim(framed(*FILLS)).score > 0.6


def test_a_page_without_frames_has_no_cards():
    assert cards_of(framed()) == ()


def test_the_lines_of_a_table_are_no_headings_of_the_report():
    heads = paragraph("Service          Budget          Outturn", y=100, level=2)
    apart = replace(
        heads,
        lines=(replace(heads.lines[0], words=tuple(replace(w, x0=w.x0 + 90 * i, x1=w.x1 + 90 * i) for i, w in enumerate(heads.words))),),
    )  # fmt: skip
    blocks = (
        paragraph("Outturn", level=1),
        paragraph("The year ended within its budget.", marker="1.", y=50),
        apart,
        table([["Quays", "12", "13"], ["Boats", "9", "8"]], headings=0),
        paragraph("More was spent on quays than in any other year.", marker="2.", y=300),
    )
    headings = find_headings(blocks)
    assert id(apart) not in headings
    body = read_body(blocks, headings)
    assert [(e.number, e.heading.text if e.heading else None) for e in body.entries] == [
        ("1", "Outturn"),
        ("2", "Outturn"),
    ]


def test_captions_are_told_from_sentences():
    assert is_caption(paragraph("Table 3: Reserves at the end of the year"))
    assert is_caption(paragraph("Figure 2 Boats by quarter"))
    assert not is_caption(paragraph("Table 3 compares the reserves with those of last year."))
    assert not is_caption(paragraph("Table 3: see below", marker="4."))


def test_the_latest_month_of_a_card_is_no_figure():
    texts = [Text(40, 30, "Harbour and Quays", 14.0, bold=True)]
    for x, name, figure, month in ((40, "Moorings let", "46%", "Oct 31"), (300, "Boats inspected", "93%", "Sep 31")):
        texts += [
            Text(x + 5, 64, name, 9.0, bold=True),
            Text(x + 10, 84, figure, 16.0),
            Text(x + 10, 110, f"Latest month: {month}", 8.0),
            Text(x + 10, 124, "Target: 50%", 8.0),
        ]
    page = replace(set_page(*texts), fills=FILLS[:2])
    found = list(FAMILY.read(replace(section(title="Harbour Dashboard"), pages=(page,))))
    assert [(r.fields["current_text"].text, r.fields["period"].text) for r in found] == [
        ("46%", "Oct 31"),
        ("93%", "Sep 31"),
    ]


def test_a_card_with_the_parts_of_a_risk_is_no_indicator():
    plain = [
        *card(40, 60, "SR1 The lower town floods", "20", "6", "Amber"),
        *card(300, 60, "SR2 No bidder for the ferry", "12", "8", "Green"),
    ]
    parts = [Text(x + 60, y, t, 8.0) for x in (40, 300) for y, t in ((142, "Causes"), (151, "Inherent score"))]
    for texts, number in ((plain, 2), ([*plain, *parts], 0)):
        page = replace(set_page(*texts), fills=FILLS)
        assert len(cards_of(replace(section(title="Harbour Risks"), pages=(page,)))) == number


def test_a_pill_beside_the_name_and_a_small_table_of_target_and_periods():
    def tabled(x: float, name: str, pill: str, latest: str, *row: str) -> list[Text]:
        heads = [Text(x + 10 + 60 * n, 110, t, 7.0) for n, t in enumerate(("Target", "Q1", "Q2"))]
        cells = [Text(x + 10 + 60 * n, 122, t, 7.0) for n, t in enumerate(row)]
        return [
            Text(x + 5, 66, name, 9.0, bold=True),
            Text(x + 150, 66, pill, 7.0),
            Text(x + 5, 82, latest, 18.0),
            *heads,
            *cells,
        ]

    texts = [
        *tabled(40, "Moorings let", "On target", "46%", "45%", "41%", "46%"),
        *tabled(300, "Nets mended", "Adrift", "93", "95", "90", "93"),
    ]
    boxes = (Fill(38, 56, 285, 140, "#eef2f7"), Fill(298, 56, 560, 140, "#eef2f7"))
    pills = (Fill(186, 64, 240, 76, "#2e9e4f"), Fill(446, 64, 500, 76, "#c8102e"))
    page = replace(set_page(*texts), fills=(*boxes, *pills))
    found = list(FAMILY.read(replace(section(title="Harbour Dashboard"), pages=(page,))))
    assert [[f.fields[n].text for n in ("kpi", "current_text", "previous_text", "target_text")] for f in found] == [
        ["Moorings let", "46%", "41%", "45%"],
        ["Nets mended", "93", "90", "95"],
    ]
    assert (found[0].fields["rag"].text, found[0].fields["current_text"].note) == ("On target", "Q2")
    assert found[1].fields["rag"].fill == "#c8102e"


def test_headings_of_narrow_columns_on_one_line_are_parted_and_a_span_of_quarters_is_not():
    def parts(line: str) -> list[str]:
        page = set_page(Text(50, 50, line))
        return [t.text for t in parted(texts_of(page.words)[0])]

    assert parts("Q1 Q2 Current progress") == ["Q1", "Q2", "Current progress"]
    assert parts("Q1 Q2 Q3") == ["Q1", "Q2", "Q3"]
    assert parts("Q2 Current progress") == ["Q2 Current progress"]


def test_a_reference_of_two_groups_of_letters_stands_before_the_name():
    text = paragraph("HB LI 04 Visits to the old lighthouse")
    ref, name = with_ref(Field(text.text, text.words))
    assert (ref and ref.text, name.text) == ("HB LI 04", "Visits to the old lighthouse")
