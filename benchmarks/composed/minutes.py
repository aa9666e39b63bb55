"""Minutes of an invented meeting: its title, its people, its items, and what should be read of them."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from benchmarks.composed import minutes_people
from benchmarks.composed.minutes_choices import MinutesChoices
from benchmarks.composed.minutes_decisions import Asked, Block, Part, action, ask, resolve
from benchmarks.composed.minutes_items import Item, laid_out, numbered
from benchmarks.composed.minutes_people import Person
from benchmarks.composed.minutes_words import FIRST_HEADINGS, HEADINGS, LAST_HEADINGS, SAID, SENTENCES, VENUES
from benchmarks.composed.paper import Row, page, some_day, table, words_of_day
from benchmarks.composed.words import BODIES, people

START, END = ("7.00pm", "19:00"), ("9.15pm", "21:15")
TABLES_BEHIND = {
    "table behind": ("Summary of actions", ("Minute", "Action", "Owner")),
    "table behind with days": ("Actions arising from this meeting", ("Minute ref", "Action", "Lead", "Deadline")),
}


@dataclass(slots=True)
class Meeting:
    """A meeting while its minutes are written; `gold` grows with its items."""

    choices: MinutesChoices
    rng: random.Random
    body: str
    day: date
    present: Sequence[Person]
    attending: Sequence[Person]
    gold: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    behind: list[tuple[str, Asked]] = field(default_factory=list)

    @property
    def when(self) -> str:
        return words_of_day(self.day, self.choices.date)


def compose(choices: MinutesChoices, rng: random.Random) -> tuple[str, Mapping[str, Sequence[Row]]]:
    """The page of the minutes, and the rows of each view."""
    body, day = rng.choice(BODIES), some_day(rng)
    groups = minutes_people.gather(choices, people(rng, 11), rng)
    meeting = Meeting(choices, rng, body, day, groups[0].people, groups[1].people)
    gold = meeting.gold
    gold["attendance"] = minutes_people.gold(choices, groups, day.isoformat())
    title, start = _title(meeting)
    items = _items(meeting)
    gold["meetings"] = [
        {
            "body": body.upper() if choices.title == "of" else body,
            "meeting_date": day.isoformat(),
            "start_time": start,
            "end_time": END[1],
            "chair": groups[0].people[0].name,
        }
    ]
    html = [
        *title,
        *minutes_people.attendance(choices.attendance, groups),
        *laid_out(choices, items),
        *_behind(meeting),
    ]
    html.append(f"<p>The meeting closed at {END[0]}.</p><p>Signed ........................ Date ..............</p>")
    return page(_style(choices), html), gold


def _title(meeting: Meeting) -> tuple[list[str], str | None]:
    """The head of the paper, and the time at which it says the meeting began."""
    body, when, venue = meeting.body, meeting.when, meeting.rng.choice(VENUES)
    if meeting.choices.title == "held":
        return [
            f"<h1>{body}</h1><p class=centred>Minutes of the meeting held on {when} at {START[0]} in {venue}</p>"
        ], START[1]
    if meeting.choices.title == "lines":
        return [
            f"<h1>{body}</h1><p><b>MINUTES</b></p><p>Date: {when}<br>Time: {START[0]}<br>Venue: {venue}</p>"
        ], START[1]
    if meeting.choices.title == "table":
        return [f"<h1>{body}: Minutes</h1>", table([["<b>Date</b>", when], ["<b>Venue</b>", venue]], "ruled")], None
    lines = f"<p class=big><b>{body.upper()}</b></p><p><b>MINUTES OF THE ORDINARY MEETING OF {when.upper()}</b></p>"
    return [lines], None


def _items(meeting: Meeting) -> list[Item]:
    rng = meeting.rng
    headings = [*FIRST_HEADINGS, *rng.sample(HEADINGS, rng.randint(3, 6)), *LAST_HEADINGS]
    start = rng.randint(40, 90)
    return [_item(meeting, place, heading, start) for place, heading in enumerate(headings, start=1)]


def _item(meeting: Meeting, place: int, heading: str, start: int) -> Item:
    """One item with its paragraphs, and perhaps a resolution and an action."""
    choices, rng = meeting.choices, meeting.rng
    number = numbered(choices.number, place, meeting.day.year, start)
    said = _said(meeting, heading)
    labels = [_label(choices.paragraphs, place, n, len(said)) for n in range(len(said))]
    parts = [Part([Block(text, label) for text, label in zip(said, labels, strict=True)])]
    substance = place > 2 and heading not in LAST_HEADINGS
    if substance and rng.random() < 0.6:
        parts.append(resolve(choices, meeting.body, meeting.present, rng))
    if choices.action != "none" and substance and rng.random() < 0.5:
        asked = ask([*meeting.present[1:3], *meeting.attending], meeting.day, rng)
        parts.append(action(choices.action, asked, len(meeting.gold["minute_actions"]) + 1, rng))
        if choices.action in TABLES_BEHIND:
            meeting.behind.append((number.read or "", asked))
    day = meeting.day.isoformat()
    for view, row in (row for part in parts for row in part.rows):
        meeting.gold[view].append({"meeting_date": day, "minute_number": number.read, **row})
    texts = [f"{label} {text}" if label not in ("", "•") else text for text, label in zip(said, labels, strict=True)]
    texts += [part.text for part in parts if part.text]
    minute: Row = {"meeting_date": day, "number": number.read, "heading": heading}
    if choices.vote == "none":  # whether the words about a vote are text as well is not asked
        minute["text"] = " ".join(texts)
    meeting.gold["minutes"].append(minute)
    blocks = [block for part in parts for block in part.blocks]
    if choices.mark == "a verb in the paragraph" and len(parts) > 1 and parts[1].rows[0][0] == "resolutions":
        before, verb = blocks[len(said) - 1 : len(said) + 1]
        blocks[len(said) - 1 : len(said) + 1] = [Block(f"{before.html} {verb.html}", before.label)]
    return Item(number, heading, blocks)


def _said(meeting: Meeting, heading: str) -> list[str]:
    """The paragraphs of an item."""
    if heading in SAID:
        return [SAID[heading]]
    if heading == "Date of next meeting":
        form = meeting.choices.date if meeting.choices.date != "04/03/2024" else "4 March 2024"
        return [f"The next meeting will be held on {words_of_day(date(meeting.day.year + 1, 3, 4), form)}."]
    sentences = iter(meeting.rng.sample(SENTENCES, 9))
    counts = [meeting.rng.randint(1, 3) for _ in range(meeting.rng.randint(1, 3))]
    return [" ".join(next(sentences) for _ in range(count)) for count in counts]


def _label(form: str, place: int, paragraph: int, paragraphs: int) -> str:
    if form == "a)":
        return f"{chr(97 + paragraph)})" if paragraphs > 1 else ""
    return {"plain": "", "bullets": "•", "1.1": f"{place}.{paragraph + 1}"}[form]


def _behind(meeting: Meeting) -> list[str]:
    """The table of actions behind the items, in the forms that have one."""
    if not meeting.behind:
        return []
    title, heads = TABLES_BEHIND[meeting.choices.action]
    rows = [(number, a.task, a.who, a.day)[: len(heads)] for number, a in meeting.behind]
    return [f"<p><b>{title}</b></p>", table([[f"<b>{head}</b>" for head in heads], *rows], "ruled")]


def _style(choices: MinutesChoices) -> str:
    gap = "7pt" if choices.gap == "wide" else "2pt"
    return (
        "@page { size: A4; margin: 2.2cm 2.3cm; @bottom-center { content: 'Page ' counter(page); font-size: 9pt } } "
        f"body {{ font-family: '{choices.font}'; font-size: {choices.size}pt; margin: 0 }} "
        f"h1 {{ font-size: 140%; text-align: center }} .centred {{ text-align: center }} .big {{ font-size: 130% }} "
        f"p {{ margin: {gap} 0 }} p.heading {{ margin-top: 10pt }} ul, ol {{ margin: {gap} 0; padding-left: 18pt }} "
        "p.hanging { margin-left: 1.6cm; text-indent: -0.8cm } .right { display: block; text-align: right } "
        ".coloured { color: #1f4e79; font-size: 115% } "
        "table { border-collapse: collapse; margin: 4pt 0 } td { vertical-align: top; padding: 0 3pt 0 0; text-align: left } "
        "table.ruled > tbody > tr > td { border: 0.6pt solid black; padding: 2pt 5pt } table.full { width: 100% }"
    )
