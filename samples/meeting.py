"""Minutes as a plain text, and the rows that the contract's views should hold of them; set by each sample in its way.

`read_meeting` reads lines of these forms, a paragraph a line:

    body: …                                    the meeting's facts: body, date, start, end, venue, chair
    + present | name | role | affiliation      attendance; also in_attendance and apologies
    # 12 Heading | 3                           a minute, and its agenda item where one is printed
    (1) text, a. text, 2.1 text, * text        a labelled paragraph, a bullet; no label: plain
    right> text                                a paragraph that is set in a way of its own
    =noted= ii. text                           a resolution: outcome, printed label
    !Ann Lee | AL | May 2025 | 2025-05! text   an action: owners, initials, due as printed, due date
    %vote motion | 5 | 8 | 1 | lost | proposer | seconder
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from odf_text import TextDocument, plain
from where import Pages

Row = dict[str, object]

ATTENDANCE = ["body", "meeting_date", "person", "role", "affiliation", "status"]
MEETINGS = ["body", "meeting_date", "start_time", "end_time", "venue", "chair"]
MINUTES = ["body", "meeting_date", "number", "agenda_ref", "heading", "text"]
RESOLUTIONS = ["body", "meeting_date", "minute_number", "label", "text", "outcome"]
COUNTS = ["votes_for", "votes_against", "abstentions"]
VOTES = ["body", "meeting_date", "minute_number", "motion", *COUNTS, "carried", "proposer", "seconder"]
ACTIONS = ["body", "meeting_date", "minute_number", "action", "owners", "owner_initials", "due_text", "due_date"]

LABEL = re.compile(r"(\([a-z0-9]{1,3}\)|\d+(?:\.\d+)+|[ivx]{1,4}\.|[a-z]\.) (.*)")


@dataclass
class Block:
    """A paragraph of a minute. `facts` are the columns of its own view, where it has one besides its text."""

    kind: str  # say, bullet, resolution, action, or a word for the setting (`right`)
    text: str
    label: str = ""
    facts: Row = field(default_factory=dict)


@dataclass
class Minute:
    number: str
    heading: str
    agenda_ref: str | None
    blocks: list[Block] = field(default_factory=list)
    votes: list[Row] = field(default_factory=list)


@dataclass
class Meeting:
    facts: dict[str, str | None] = field(default_factory=dict)
    people: list[Row] = field(default_factory=list)
    minutes: list[Minute] = field(default_factory=list)

    @property
    def key(self) -> Row:
        return {"body": self.facts["body"], "meeting_date": self.facts["date"]}


def parts(line: str, columns: list[str]) -> Row:
    """The fields of a line between its bars, None where there is nothing."""
    fields: list[str | None] = [part.strip() or None for part in line.split("|")]
    return dict(zip(columns, fields + [None] * (len(columns) - len(fields)), strict=True))


def read_meeting(path: Path) -> Meeting:
    """A meeting from its text. Raises ValueError at a line that it does not understand."""
    meeting = Meeting()
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip():
            continue
        if line.startswith("# "):
            heading, _, ref = line[2:].partition(" | ")
            number, _, heading = heading.partition(" ")
            meeting.minutes.append(Minute(number, heading, ref or None))
        elif line.startswith("+ "):
            meeting.people.append(parts(line[2:], ["status", "person", "role", "affiliation"]))
        elif not meeting.minutes:
            fact, colon, value = line.partition(": ")
            if not colon:
                raise ValueError(f"no fact of the meeting: {line}")
            meeting.facts[fact] = value
        elif line.startswith("%vote "):
            vote = parts(line[6:], ["motion", *COUNTS, "carried", "proposer", "seconder"])
            meeting.minutes[-1].votes.append(vote | {"carried": vote["carried"] == "carried"})
        else:
            meeting.minutes[-1].blocks.append(read_block(line))
    return meeting


def read_block(line: str) -> Block:
    """One paragraph of a minute."""
    kind, facts, text = "say", Row(), line
    if match := re.match(r"=(\w+)= (.*)", line):
        kind, facts, text = "resolution", {"outcome": match[1]}, match[2]
    elif match := re.match(r"!([^!]*)! (.*)", line):
        kind, facts, text = "action", parts(match[1], ACTIONS[4:]), match[2]
    elif line.startswith("* "):
        return Block("bullet", line[2:])
    elif match := re.match(r"(\w+)> (.*)", line):
        return Block(match[1], match[2])
    label = LABEL.fullmatch(text)
    return Block(kind, label[2] if label else text, label[1] if label else "", facts)


def set_minutes(doc: TextDocument, meeting: Meeting, left: float) -> None:
    """Minutes with resolutions in lists below RESOLVED, as panels print them; text stands `left` centimetres in."""
    for minute in meeting.minutes:
        if left:
            doc.item(minute.number, minute.heading, left=left, bold=True, before=12, after=3, keep=True)
        else:
            doc.p(f"{minute.number} {minute.heading}", bold=True, before=10, after=2, keep=True)
        resolved = False
        for block in minute.blocks:
            if block.kind == "resolution":
                if not resolved:
                    doc.p("RESOLVED: –", bold=True, left=left, before=4, after=3, keep=True)
                if block.label:
                    inner = block.label in {"a.", "b.", "c."}
                    doc.item(block.label, block.text, left=left + (2.4 if inner else 1.2), hang=1.0, after=3)
                else:
                    doc.p(block.text, left=left, after=4)
                resolved = True
            elif block.kind == "action":
                doc.p(f"**ACTION:** {block.text}", left=left, before=2, after=4)
            elif block.kind == "bullet":
                doc.item("•", block.text, left=left + 0.8, hang=0.8, after=3)
            else:
                doc.p(block.text, left=left, after=4)


def meeting_row(meeting: Meeting, page: int) -> Row:
    """The row of `meetings`."""
    facts = meeting.facts
    return meeting.key | {
        "page": page,
        "start_time": facts.get("start"),
        "end_time": facts.get("end"),
        "venue": facts.get("venue"),
        "chair": facts.get("chair"),
    }


def attendance_rows(meeting: Meeting, pages: Pages) -> Iterator[Row]:
    """The rows of `attendance`, each on the page where its name is printed after the one before."""
    at = pages.at
    for person in meeting.people:
        at = pages.of(str(person["person"]), after=at)
        yield meeting.key | person | {"page": at}


def minute_rows(meeting: Meeting, pages: Pages) -> dict[str, list[Row]]:
    """The rows of `minutes`, `resolutions`, `votes` and `minute_actions`, each on the page where it begins."""
    rows: dict[str, list[Row]] = {"minutes": [], "resolutions": [], "votes": [], "minute_actions": []}
    for minute in meeting.minutes:
        first = pages.next(f"{minute.number} {minute.heading}")
        under = meeting.key | {"minute_number": minute.number}
        said = []
        for block in minute.blocks:
            text, page = plain(block.text), pages.next(plain(block.text))
            if block.kind == "resolution":
                label = block.label.strip("().") or None
                rows["resolutions"].append(under | {"page": page, "label": label, "text": text} | block.facts)
            elif block.kind == "action":
                rows["minute_actions"].append(under | {"page": page, "action": text} | block.facts)
            else:
                said.append(f"{block.label} {text}".strip())
        rows["minutes"].append(
            meeting.key
            | {"page": first, "number": minute.number, "agenda_ref": minute.agenda_ref}
            | {"heading": plain(minute.heading), "text": " ".join(said) or None}
        )
        for vote in minute.votes:
            rows["votes"].append(under | {"page": pages.of(str(vote["motion"]), after=first)} | vote)
    return rows
