"""Forms of a risk told by the labels that they all repeat, without rules, boxes or colons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from extract.document import extract_pages
from extract.registers.form_starts import starts_of
from extract.registers.pieces import Piece, down
from extract.registers.reading import read_section
from extract.registers.tables import look
from extract.tables.textlines import cut
from extract.text import lines_of
from models.geometry import box_around
from models.page import Page, Rule
from models.table import Table
from tests.pages import Text, set_page
from tests.registers import Set, section, table

RISKS = (
    ("Ferry breaks down", "Old engines fail in winter", "Islanders are cut off", "Ann Brook", (5, 4), (4, 4), (2, 4)),
    ("Pier gives way", "Shipworm in the piles", "Freight stops", "Carl Dean", (4, 5), (3, 5), (1, 5)),
    ("Crews leave", "Better pay on the mainland", "Sailings are cancelled", "Eve Marsh", (4, 4), (4, 3), (2, 2)),
)


def read(pages: Sequence[Page], view: str) -> list[dict[str, str]]:
    """What is printed in a view, without the facts that the section gives."""
    found = extract_pages(pages).printed
    return [{n: f.text for n, f in r.fields.items()} for r in found if r.view == view]


def beside(number: int, head: str, top: float = 30) -> Page:
    """A page with the reference in its head, bold labels at the left edge and their values right of them."""
    title, cause, effect, owner, gross, now, _ = RISKS[number]
    told = (
        ("Risk title", title), ("Cause", cause), ("Consequence", effect), ("Risk owner", owner),
        ("Risk appetite", "Cautious"), ("Inherent score", f"{gross[0]} x {gross[1]} = {gross[0] * gross[1]}"),
        ("Current score", f"{now[0]} x {now[1]} = {now[0] * now[1]}"),
    )  # fmt: skip
    lines = [Text(40, 90 + 20 * n, label, bold=True) for n, (label, _) in enumerate(told)]
    lines += [Text(180, 90 + 20 * n, value) for n, (_, value) in enumerate(told)]
    lines += [
        Text(40, 250, "Further action", bold=True), Text(250, 250, "Lead", bold=True), Text(400, 250, "Due date", bold=True),
        Text(40, 270, "Survey it again"), Text(250, 270, owner), Text(400, 270, "31 March 2026"),
        Text(40, 300, "Report to the board"), Text(250, 300, "Eve Marsh"), Text(400, 300, "May 2026"),
    ]  # fmt: skip
    return set_page(Text(40, top, head, size=14, bold=True), *lines, number=number + 1)


@pytest.mark.parametrize(("head", "refs"), [("STR 0{}", "STR 0{}"), ("BAF {}", "BAF {}"), ("Risk {} of 3", "{}")])
def test_a_reference_in_the_page_head_begins_a_form(head: str, refs: str) -> None:
    risks = read([beside(n, head.format(n + 1)) for n in range(3)], "risks")
    assert [r["ref"] for r in risks] == [refs.format(n + 1) for n in range(3)]
    assert [r["title"] for r in risks] == [risk[0] for risk in RISKS]
    assert [r["cause"] for r in risks] == [risk[1] for risk in RISKS]
    assert risks[1]["gross_both"] == "4 x 5 = 20"


def test_rows_under_headings_of_actions_are_the_actions_of_the_form() -> None:
    actions = read([beside(n, f"SR{n + 1}") for n in range(3)], "risk_actions")
    assert [a["description"] for a in actions] == ["Survey it again", "Report to the board"] * 3
    assert [a["target_text"] for a in actions[:2]] == ["31 March 2026", "May 2026"]
    assert actions[2]["owners"] == "Carl Dean"


def below(number: int, top: float) -> list[Text]:
    """A form with its labels over their values, in two columns, stages over measures beside it."""
    title, cause, effect, owner, *stages = RISKS[number]
    lines = [
        Text(40, top, f"C{number + 1} {title}", size=14, bold=True),
        Text(40, top + 24, "Why it could happen", bold=True), Text(40, top + 36, cause),
        Text(40, top + 54, "What it would mean", bold=True), Text(40, top + 66, effect),
        Text(40, top + 84, "Owner", bold=True), Text(40, top + 96, owner),
        Text(40, top + 114, "Key controls", bold=True),
        Text(40, top + 126, "• Spare parts in store"), Text(40, top + 138, "• Yearly dry dock"),
    ]  # fmt: skip
    for n, (name, (one, two)) in enumerate(zip(("Inherent", "Current", "Target"), stages, strict=True)):
        x = 230 + 120 * n
        lines.append(Text(x, top + 24, name, bold=True))
        for k, (label, value) in enumerate((("L", one), ("I", two), ("Score", one * two))):
            lines += [Text(x + 34 * k, top + 38, label, bold=True), Text(x + 34 * k, top + 50, str(value))]
    return lines


def test_labels_over_values_two_forms_a_page_with_stages_over_measures() -> None:
    pages = [set_page(*below(0, 60), *below(1, 300), number=1), set_page(*below(2, 60), number=2)]
    risks = read(pages, "risks")
    assert [(r["ref"], r["title"]) for r in risks] == [(f"C{n + 1}", risk[0]) for n, risk in enumerate(RISKS)]
    assert [r["impact"] for r in risks] == [risk[2] for risk in RISKS]
    for risk, (*_, gross, now, aim) in zip(risks, RISKS, strict=True):
        for stage, (one, two) in (("gross", gross), ("current", now), ("target", aim)):
            told = [risk[f"{stage}_{m}"] for m in ("likelihood", "impact", "score")]
            assert told == [str(one), str(two), str(one * two)]
    assert [c["text"] for c in read(pages, "risk_controls")] == ["Spare parts in store", "Yearly dry dock"] * 3


def test_a_value_that_many_forms_share_stays_a_value() -> None:
    fields = read([beside(n, f"SR{n + 1}") for n in range(3)], "risk_fields")
    assert [f["text"] for f in fields] == ["Cautious"] * 3


def test_one_form_alone_is_told_by_its_labels() -> None:
    (risk,) = read([beside(0, "SR1")], "risks")
    assert (risk["title"], risk["cause"]) == RISKS[0][:2]
    assert risk["gross_both"] == "5 x 4 = 20"


def test_numbered_sections_of_a_report_are_no_forms() -> None:
    pages = [
        set_page(
            Text(40, 60, f"{n}. Purpose of part {n}", bold=True), Text(40, 90, "The committee asked for this report."),
            Text(40, 120, "It speaks of the cause and effect of delays."), number=n,
        )
        for n in (1, 2, 3)
    ]  # fmt: skip
    assert not read(pages, "risks")


def history(number: int) -> Page:
    """A form with its current score and its scores by quarter, a label with a bracket behind it, and controls set apart by white."""
    title, cause, effect, _, _, now, _ = RISKS[number]
    score = str(now[0] * now[1])
    lines = [
        Text(40, 40, f"CR{number + 1}: {title}", size=14, bold=True),
        Text(40, 80, "Cause", bold=True), Text(220, 80, cause), Text(40, 100, "Consequence", bold=True), Text(220, 100, effect),
        Text(40, 120, "Current score", bold=True), Text(220, 120, score),
        Text(40, 150, "Q1", bold=True), Text(100, 150, "Q2", bold=True), Text(160, 150, "Q3", bold=True),
        Text(40, 165, "25"), Text(100, 165, "20"), Text(160, 165, score),
        Text(40, 200, "Key controls (what do we do today about it?)", bold=True),
        Text(40, 215, "Survey of all piles below the water line each autumn by a diver who then also reports on the"),
        Text(40, 228, "state of the fenders"), Text(40, 247, "Second boat on charter for the winter months"),
    ]  # fmt: skip
    return set_page(*lines, number=number + 1)


def test_of_scores_by_quarter_the_latest_is_the_current_one_and_the_one_before_the_previous() -> None:
    pages = [history(n) for n in range(3)]
    assert [(r["current_score"], r["previous_score"]) for r in read(pages, "risks")] == [
        ("16", "20"),
        ("15", "20"),
        ("12", "20"),
    ]
    assert [f["text"] for f in read(pages, "risk_fields")] == ["25", "16", "25", "15", "25", "12"]


def test_lines_set_wider_apart_than_those_of_one_text_are_items_and_a_bracket_belongs_to_its_label() -> None:
    controls = [c["text"] for c in read([history(n) for n in range(3)], "risk_controls")]
    assert len(controls) == 6
    assert controls[0].endswith("reports on the state of the fenders")
    assert controls[1] == "Second boat on charter for the winter months"


def card(number: int, left: float, top: float) -> list[Text]:
    """A narrow card: a bar with reference and title, small labels over their values, scores side by side."""
    title, cause, effect, owner, *stages = RISKS[number % 3]
    lines = [
        Text(left, top, f"T{number + 1:02d} {title}", size=12, bold=True),
        Text(left, top + 24, "CAUSE", bold=True), Text(left, top + 36, cause),
        Text(left, top + 54, "EFFECT", bold=True), Text(left, top + 66, effect),
        Text(left, top + 84, "OWNER", bold=True), Text(left, top + 96, owner),
    ]  # fmt: skip
    for n, (name, (one, two)) in enumerate(zip(("GROSS", "NET", "TARGET"), stages, strict=True)):
        lines += [
            Text(left + 70 * n, top + 120, name, bold=True),
            Text(left + 70 * n, top + 134, f"{one * two} ({one} x {two})"),
        ]
    return lines


def test_cards_in_two_columns_are_a_risk_each() -> None:
    pages = [
        set_page(*(t for k in range(4) for t in card(4 * p + k, 36 + 270 * (k % 2), 60 + 300 * (k // 2))), number=p + 1)
        for p in range(2)
    ]
    risks = read(pages, "risks")
    assert {r["ref"]: (r["title"], r["cause"], r["owners"]) for r in risks} == {
        f"T{n + 1:02d}": (RISKS[n % 3][0], RISKS[n % 3][1], RISKS[n % 3][3]) for n in range(8)
    }
    assert {r["gross_both"] for r in risks} == {"20 (5 x 4)", "20 (4 x 5)", "16 (4 x 4)"}


def titled(number: int, top: float) -> list[Text]:
    """A form that begins with its title alone; labels with colons run in before their values."""
    title, cause, effect, owner, _, (one, two), _ = RISKS[number]
    return [
        Text(40, top, title, size=15, bold=True),
        Text(40, top + 24, "Hazard:", bold=True), Text(100, top + 24, "What may go wrong in the coming year."),
        Text(40, top + 38, "Cause:", bold=True), Text(100, top + 38, cause),
        Text(40, top + 52, "Effect:", bold=True), Text(100, top + 52, effect),
        Text(40, top + 66, "Likelihood:", bold=True), Text(110, top + 66, str(one)),
        Text(130, top + 66, "Impact:", bold=True), Text(180, top + 66, str(two)),
        Text(200, top + 66, "Score:", bold=True), Text(250, top + 66, str(one * two)),
        Text(40, top + 80, "Responsible:", bold=True), Text(120, top + 80, owner),
    ]  # fmt: skip


def test_titles_set_alike_begin_forms_without_references() -> None:
    pages = [set_page(*titled(0, 60), *titled(1, 300), number=1), set_page(*titled(2, 60), number=2)]
    risks = read(pages, "risks")
    assert [r["title"] for r in risks] == [risk[0] for risk in RISKS]
    assert all("ref" not in r for r in risks)
    assert [(r["current_likelihood"], r["current_impact"]) for r in risks] == [("4", "4"), ("3", "5"), ("4", "3")]


def centred(number: int) -> Page:
    """A form with its title below its number, and a list whose headings stand in the middle of their columns."""
    title, cause, effect, *_ = RISKS[number]
    told = (("Cause", cause), ("Effect", effect), ("Current score", "12"), ("Risk owner", "Ann Brook"))
    lines = [Text(40, 40, f"Risk {number + 1} of 3", size=15, bold=True), Text(40, 62, title, size=13, bold=True)]
    lines += [Text(40, 90 + 20 * n, label, bold=True) for n, (label, _) in enumerate(told)]
    lines += [Text(220, 90 + 20 * n, value) for n, (_, value) in enumerate(told)]
    rows = (
        (f"Survey the northern end of {title}", "Head of Harbour Works", f"{number + 1} March 2026"),
        (f"Report to the board of {cause}", "Eve Marsh", f"May {2026 + number}"),
    )
    heads = ((100, "What we still have to do"), (350, "Who"), (480, "By when"))
    lines += [Text(x, 180, text, bold=True) for x, text in heads]
    for n, row in enumerate(rows):
        lines += [Text(x, 200 + 30 * n, text) for x, text in zip((40, 310, 470), row, strict=True)]
    return set_page(*lines, number=number + 1)


def test_values_stand_under_headings_set_in_the_middle_of_their_columns() -> None:
    pages = [centred(n) for n in range(3)]
    told = [(str(n + 1), risk[0]) for n, risk in enumerate(RISKS)]
    assert [(r["ref"], r["title"]) for r in read(pages, "risks")] == told
    actions = read(pages, "risk_actions")
    assert [a["owners"] for a in actions] == ["Head of Harbour Works", "Eve Marsh"] * 3
    assert actions[3]["description"] == "Report to the board of Shipworm in the piles"


def test_a_list_of_the_risks_before_their_forms_is_no_second_register() -> None:
    heads = ((40, "Ref"), (100, "Risk"), (300, "Risk owner"), (420, "Current score"))
    lines = [Text(40, 40, "Strategic risks at a glance", size=16, bold=True)]
    lines += [Text(x, 80, text, bold=True) for x, text in heads]
    for n, (title, _, _, owner, _, (one, two), _) in enumerate(RISKS):
        row = (f"SR{n + 1}", title, owner, str(one * two))
        lines += [Text(x, 100 + 20 * n, text) for (x, _), text in zip(heads, row, strict=True)]
    forms = [beside(n, f"SR{n + 1}") for n in range(3)]
    moved = [replace(p, number=n, words=tuple(replace(w, page=n) for w in p.words)) for n, p in enumerate(forms, 2)]
    risks = read([set_page(*lines), *moved], "risks")
    assert [r["ref"] for r in risks] == ["SR1", "SR2", "SR3"]
    assert [r["cause"] for r in risks] == [risk[1] for risk in RISKS]


NAMES = ("Renew", "Paint", "Survey")


def tiled(number: int) -> Page:
    """A slide with labels before their texts, and right of them stages over a score, with its factors named below it."""
    title, cause, effect, owner, *stages = RISKS[number]
    lines = [Text(40, 30, f"PR{number + 1} {title}", size=16, bold=True)]
    for n, (label, value) in enumerate((("Cause:", cause), ("Effect:", effect), ("Risk owner:", owner))):
        lines += [Text(40, 90 + 24 * n, label, bold=True), Text(120, 90 + 24 * n, value)]
    for n, (name, (one, two)) in enumerate(zip(("Inherent", "Current", "Target"), stages, strict=True)):
        x = 420 + 120 * n
        lines += [Text(x, 90, name, bold=True), Text(x + 6, 112, str(one * two), size=20)]
        lines += [Text(x, 140, f"Likelihood {one}"), Text(x, 156, f"Impact {two}")]
    return set_page(*lines, number=number + 1, width=800)


def test_scores_right_of_a_text_are_of_the_stages_over_them() -> None:
    risks = read([tiled(n) for n in range(3)], "risks")
    assert [r["impact"] for r in risks] == [risk[2] for risk in RISKS]
    for stage, place in (("gross", 4), ("current", 5), ("target", 6)):
        told = [f"{(a := risk[place])[0] * a[1]} Likelihood {a[0]} Impact {a[1]}" for risk in RISKS]
        assert [r[f"{stage}_both"] for r in risks] == told


@pytest.mark.parametrize(("size", "ended"), [(18.0, True), (11.0, False)])
def test_a_heading_larger_than_those_of_the_forms_ends_the_last(size: float, ended: bool) -> None:
    after = [
        Text(40, 560, "Risks to watch", size=size, bold=True),
        Text(40, 590, "Why it could happen", bold=True),
        Text(40, 602, "New rules for piers may come next year."),
    ]
    pages = [set_page(*below(0, 60), *below(1, 300), number=1), set_page(*below(2, 300), *after, number=2)]
    taken = " ".join(r["cause"] for r in read(pages, "risks"))
    assert ("New rules" not in taken) is ended


@pytest.mark.parametrize("gap", [14, 15])
def test_actions_on_lines_close_together_are_one_each(gap: int) -> None:
    pages = []
    for n in range(3):
        lines = [Text(40, 300 + 8 + gap * k, f"{NAMES[n]} part {k} again", size=9) for k in (1, 2)]
        lines += [Text(250, 300 + 8 + gap * k, who, size=9) for k, who in ((1, "Ann Brook"), (2, "Eve Marsh"))]
        lines += [Text(400, 300 + 8 + gap * k, f"May 202{k}", size=9) for k in (1, 2)]
        heads = [Text(40, 306, "Action", bold=True, size=9), Text(250, 306, "Lead", bold=True, size=9)]
        pages.append(
            set_page(*below(n, 60), *heads, Text(400, 306, "Due date", bold=True, size=9), *lines, number=n + 1)
        )
    actions = read(pages, "risk_actions")
    told = [(a["description"], a["owners"], a["target_text"]) for a in actions]
    lists = [
        ((f"{name} part 1 again", "Ann Brook", "May 2021"), (f"{name} part 2 again", "Eve Marsh", "May 2022"))
        for name in NAMES
    ]
    assert told == [action for two in lists for action in two]


@pytest.mark.parametrize(("labels", "forms"), [(("Cause", "Consequence", "Controls"), 2), (("Cause", "Controls"), 0)])
def test_two_forms_of_three_known_labels_each_are_the_least(labels: Sequence[str], forms: int) -> None:
    pages = []
    for number in (1, 2):
        told = [Text(40, 100 + 40 * n, f"{label}: what is said of it") for n, label in enumerate(labels)]
        pages.append(set_page(Text(40, 30, f"SR{number} Silt", size=16), *told, number=number))
    lines = [(tuple(line), down(box_around(line), page.number)) for page in pages for line in lines_of(page.words)]
    pieces = [Piece(words, box, box, (False, words[0].font.colour, None)) for words, box in lines]
    assert len(starts_of(replace(section(), pages=tuple(pages)), pieces)) == forms


def grid_form(number: int) -> Table:
    """A form as one ruled grid: a bar, labels beside texts, tall headings beside lower ones, and a list of actions last."""
    title, cause, effect, owner, *_ = RISKS[number]
    shade = "#d9e6f2"
    rows = [
        [Set(f"*BAF {number + 1}", "#005eb8"), Set(f"*{title}", "#005eb8", right=3), None, None],
        [Set("*Lead director", shade), owner, Set("*Strategic objective", shade), "Boats"],
        [Set("*Cause", shade, down=2), Set(cause, down=2), Set("*Risk score", shade), Set("*Likelihood", shade)],
        [None, None, Set("*Initial", shade), "5"],
        [Set("*Risk event", shade), f"{title} for weeks", Set("*Target", shade), "2"],
        [Set("*Effect", shade), effect, Set("*Current", shade), "4"],
        [Set("*Key controls", shade, down=2), Set("*Assurances", shade, right=2), None, Set("*Gaps in control", shade, down=2)],
        [None, Set("*First line", shade), Set("*Second line", shade), None],
        ["Dry dock each year", "Survey of the hull", "Report to the board", "No spare engine"],
        [Set("*Actions to address gaps", shade, right=2), None, Set("*Lead", shade), Set("*Due date", shade)],
        [Set("Buy an engine", right=2), None, "Ann Brook", "31 March 2031"],
        [Set("Train a second crew", right=2), None, "Carl Dean", "30 June 2031"],
        [Set("Hire a tug", right=2), None, "Eve Marsh", "31 May 2031"],
    ]  # fmt: skip
    made = table(rows, headings=1)
    page = number + 1
    cells = tuple(
        replace(c, page=page, boxes=((page, c.boxes[0][1]),), words=tuple(replace(w, page=page) for w in c.words))
        for c in made.cells
    )
    return replace(made, cells=cells, pieces=((page, made.pieces[0][1]),))


def test_a_grid_with_one_list_of_actions_is_the_form_of_one_risk_and_its_tall_headings_stand_over_what_is_below_them() -> (
    None
):
    tables = [grid_form(n) for n in range(3)]
    assert [look(t).score for t in tables] == [0.0] * 3
    pages = tuple(
        replace(set_page(number=n), words=tuple(w for c in t.cells for w in c.words)) for n, t in enumerate(tables, 1)
    )
    found = read_section(replace(section(*tables), pages=pages))
    risks = [r for r in found if r.view == "risks"]
    assert [r.fields["ref"].text for r in risks] == ["BAF 1", "BAF 2", "BAF 3"]
    assert [r.fields["text"].text for r in found if r.view == "risk_controls"] == ["Dry dock each year"] * 3
    assert len([r for r in found if r.view == "risk_actions"]) == 9


@pytest.mark.parametrize("label", ["No.", "#"])
def test_a_form_begins_with_its_bare_number_also_at_the_foot_of_a_page(label: str) -> None:
    pages: list[list[Text]] = [[], []]
    y, page = 60.0, 0
    for number, (title, cause, effect, *_) in enumerate(RISKS):
        form = ((label, f"CR{number + 1}"), ("Risk title", title), ("Cause", cause), ("Consequence", effect))
        for n, (name, value) in enumerate(form):
            pages[page] += [Text(40, y, name, bold=True), Text(180, y, value)]
            y += 16
            if number == 1 and n == 0:  # the page ends after the number
                y, page = 60.0, 1
        y += 30
    made = [set_page(*own, number=n + 1) for n, own in enumerate(pages)]
    told = [(tuple(s.words), p.number) for p in made for line in lines_of(p.words) for s in cut(line, 20.0)]
    pieces = [Piece(own, *[down(box_around(own), n)] * 2, (False, own[0].font.colour, None)) for own, n in told]
    assert [s.piece.text for s in starts_of(replace(section(), pages=tuple(made)), pieces)] == [label] * 3


def slide(number: int) -> Page:
    """A form with a ruled list of actions, and right of it, on a line with the list's headings, the score of a stage."""
    title, cause, effect, owner, gross, now, _ = RISKS[number]
    xs, ys = (40, 240, 330, 410, 480), (200, 224, 268)
    lines = [
        Text(40, 30, f"SR{number + 1} {title}", size=16, bold=True),
        Text(40, 70, f"Risk owner: {owner}", bold=True),
        Text(40, 100, "Cause", bold=True), Text(40, 114, cause), Text(260, 100, "Impact", bold=True), Text(260, 114, effect),
        Text(520, 100, "Gross", bold=True), Text(520, 114, str(gross[0] * gross[1])),
        Text(520, 186, "Net", bold=True), Text(520, 206, str(now[0] * now[1])),
        Text(40, 180, "Actions", bold=True),
    ]  # fmt: skip
    rows = (("Action", "Lead", "Due", "Status"), ("Survey the pier again", owner, "May 2026", "On track"))
    for y, row in zip(ys, rows, strict=False):
        lines += [
            Text(x + 4, y + (6 if y == ys[0] else 16), text, bold=y == ys[0]) for x, text in zip(xs, row, strict=False)
        ]
    rules = [Rule(xs[0], y, xs[-1], y, 0.5) for y in ys] + [Rule(x, ys[0], x, ys[-1], 0.5) for x in xs]
    return replace(set_page(*lines, number=number + 1, width=700, height=400), rules=tuple(rules))


def test_what_stands_right_of_a_ruled_list_is_no_value_of_its_last_heading() -> None:
    pages = [slide(n) for n in range(3)]
    actions = read(pages, "risk_actions")
    assert [(a["target_text"], a["status_text"]) for a in actions] == [("May 2026", "On track")] * 3
    assert [r["current_score"] for r in read(pages, "risks")] == ["16", "15", "12"]


def headed_row(number: int) -> Page:
    """A form whose first row holds reference and owner, each behind its label, and a logo set as labels are in the page's head."""
    title, cause, effect, owner, _, now, _ = RISKS[number]
    lower = 6.0 * (number == 0)  # the first page begins lower
    xs, ys = (40, 130, 200, 290, 480), (60 + lower, 90 + lower, 130 + lower)
    lines = [
        Text(400, 30 + lower, "ORC", bold=True),
        Text(44, 70 + lower, "Risk ref", bold=True), Text(134, 70 + lower, f"BAF {number + 1}", bold=True),
        Text(204, 70 + lower, "Executive lead", bold=True), Text(294, 70 + lower, owner),
        Text(44, 100 + lower, "Principal risk", bold=True), Text(134, 100 + lower, title),
        Text(40, 160, "Cause", bold=True), Text(40, 174, cause), Text(260, 160, "Impact", bold=True), Text(260, 174, effect),
        Text(40, 200, "Risk appetite", bold=True), Text(40, 214, "Open"),
        Text(400, 200, "Current score", bold=True), Text(400, 214, str(now[0] * now[1])),
    ]  # fmt: skip
    rules = [Rule(xs[0], y, xs[-1], y, 0.5) for y in ys]
    rules += [Rule(x, ys[0], x, ys[-1 if x in {xs[0], xs[1], xs[-1]} else 1], 0.5) for x in xs]
    return replace(set_page(*lines, number=number + 1, height=500), rules=tuple(rules))


def test_what_stands_behind_a_label_beside_the_reference_is_no_title_and_a_logo_is_no_label() -> None:
    pages = [headed_row(n) for n in range(3)]
    risks = read(pages, "risks")
    assert [(r["ref"], r["title"], r["owners"]) for r in risks] == [
        (f"BAF {n + 1}", risk[0], risk[3]) for n, risk in enumerate(RISKS)
    ]
    printed = extract_pages(pages).printed
    assert not [r for r in printed if "ORC" in str(r.facts.get("header"))]
