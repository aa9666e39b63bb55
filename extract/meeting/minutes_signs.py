"""What tells minutes from other papers: a title, a list of those present, resolutions and motions, usual items, an end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from extract.families import Claim
from extract.meeting.at_most import MASTHEAD, MEETING, MET
from extract.meeting.attendance_grid import is_grid, key_of, status_column
from extract.meeting.attendance_headings import heading_of
from extract.meeting.attendance_sentences import told_present
from extract.meeting.attendance_ticks import tick_columns
from extract.meeting.bodies import DECIDED_BY
from extract.meeting.body_names import names_body
from extract.meeting.decision_sheets import NAMED
from extract.meeting.flow import pieces_of
from extract.meeting.log_columns import OF_WHEN
from extract.meeting.persons import persons_of_list
from extract.meeting.pieces import Piece
from extract.meeting.resolved_marks import is_mark
from extract.meeting.run_ins import bold_titles, is_usual, title_at_head
from extract.meeting.vocabulary import vocabulary
from extract.meeting.when import DATE, ENDED
from extract.wording import fold
from models.section import Block, Section
from models.table import Table

TITLE = re.compile(
    r"^(?:[\w’'&,\s–—-]{0,80}\s)?(?:(?:draft|unconfirmed|confirmed|approved|public|open|private)\s+)*(?:minutes"
    r"|notes|minute\s+of|(?<=session\s)memorandum|(?<=meeting\s)memorandum)\b(?!\s+(?:no|number)\b)",
    re.IGNORECASE,
)
_BEHIND_BODY = re.compile(
    r"(?P<body>[A-Z][\w’'&,\s–—-]{4,80}):\s+(?:(?:draft|unconfirmed|confirmed|approved)\s+)?minutes\s*$", re.IGNORECASE
)  # `Pier Board: Minutes`
_SPELL = re.compile(
    r"\b(?:\d+|two|three|four|five|six|ten|fifteen|twenty|thirty|few)\s+minutes?\b(?!\s+of)", re.IGNORECASE
)
MOVED_AT_HEAD = re.compile(
    r"(?:Cr|Cllr|Councill?or|Council [Mm]ember|Mayor)\.?\s+(?:[\w’'.-]+\s+){1,2}(?:moved|proposed)\b|"
    r"(?:Moved|MOVED|Mover|MOVER|Motion|MOTION)\b.{0,40}?(?:\b(?:Crs?|Cllr|Councill?or|Mayor|Council [Mm]ember|by)\b|:)|"
    r"(?:[A-Z][\w’'.-]*\s+){1,3}moved,?\s+(?:and\s+)?(?:[A-Z][\w’'.-]*\s+){1,3}seconded\b"
)
CARRIED = re.compile(r"\b(?:Motion|MOTION)\s+(?:was\s+)?(?:carried|passed|approved|CARRIED|PASSED|APPROVED)\b")
FEWEST_MOVED = 3
# A title of agendas: `AGENDA`, `Governing Body Meeting Agenda`.
CALLS = re.compile(r"(?:(?!consent)[\w’'&.-]+\s){0,7}agenda\W*", re.IGNORECASE)
LOG = re.compile(r"\bactions?\s+(?:log|tracker|list|register|schedule|grid)\b", re.IGNORECASE)
HEAD = 5  # pieces: a title of the paper is among them
LONGEST_LOG = 80  # characters of such a title
FIRST = 16  # pieces: a paragraph of one of the first items may tell who was there
OTHERWISE = 0.8  # score: a paper that gets as much is taken for minutes, whatever else it may be
NEAR = 10  # pieces: how soon a list of those present follows the title of minutes


def claim(section: Section) -> Claim:
    """Minutes say so in their title, list who was present, and resolve or record actions under usual items."""
    pieces = pieces_of(section.blocks)
    reasons: list[str] = []
    score = 0.0
    if any(titled(p) for p in pieces[:12]):
        score += 0.35
        reasons.append("its title says minutes")
    statuses = {h[0] for p in pieces if (h := attendance_heading(p))}
    tables = section.tables
    key = key_of(p.text for p in section.paragraphs) if tables else {}
    if any(status_column(t) is not None or is_grid(t, key) or (score and tick_columns(t)) for t in tables):
        statuses.add("present")
    if "present" not in statuses and next(told_present(pieces[:FIRST]), None) is not None:
        statuses.add("present")
    if "present" in statuses:
        score += 0.3
        reasons.append("lists who was present")
    if statuses & {"apologies", "in_attendance"}:
        score += 0.1
    marks = len([p for p in pieces if is_mark(p)])
    if marks:
        score += 0.1 if marks == 1 else 0.25
        reasons.append(f"{marks} resolutions")
    put = len([p for p in pieces if MOVED_AT_HEAD.match(p.text) or CARRIED.search(p.text)])
    if put >= FEWEST_MOVED and marks < 2:
        score += 0.25 if marks == 0 else 0.15
        reasons.append(f"{put} motions moved")
    ends = bold_titles(pieces, 0)
    usual = len([p for i, p in enumerate(pieces) if is_usual(p.text[: ends.get(i)]) or _usual_at_head(p)])
    if usual >= 2:
        score += 0.15
        reasons.append(f"{usual} usual items of meetings")
    ended = any(ENDED.search(p.text) for p in pieces[-30:])
    if ended:
        score += 0.15
        reasons.append("says when the meeting ended")
    if any(p.aside for p in pieces) or any(p.text.startswith(("Action:", "ACTION:")) for p in pieces):
        score += 0.1
    left = bool(section.whole) and _heads_decisions(section)  # of a sheet of decisions, whose table is read already
    if "present" in statuses and (left or any(DECIDED_BY.search(p.text) for p in pieces[:6])):
        score += 0.25
        reasons.append("says whose decisions it records")
    if "present" in statuses and score < OTHERWISE and _listed_below_title(pieces):
        score += 0.2
        reasons.append("right below its title")
    if "present" in statuses and _headed_by_meeting(pieces[:MASTHEAD]):
        score += MET
        reasons.append("headed by a meeting and its day")
    if _is_log(pieces) or (not marks and (not statuses or _calls(pieces, held=ended and put >= FEWEST_MOVED))):
        score = min(score, 0.4)  # a log of actions, an agenda, or a report about minutes
    return Claim(min(score, 0.98), tuple(reasons))


def _calls(pieces: Sequence[Piece], *, held: bool) -> bool:
    """Whether a paper calls itself an agenda, and neither minutes nor was it `held`: else what is called an agenda is one."""
    free = [(i, p) for i, p in enumerate(pieces) if p.table is None]
    called = any(
        CALLS.fullmatch(p.text) or (p.lines[1:] and any(CALLS.fullmatch(p.text[a:b]) for a, b in p.line_spans))
        if i < 12
        else p.text.casefold() == "agenda" and not p.marker  # behind the members
        for i, p in free
    )
    return called and not held and not any(i < 12 and titled(p) and "minutes" in fold(p.text) for i, p in free)


def _is_log(pieces: Sequence[Piece]) -> bool:
    """Whether a line at the head of a paper calls it a log of actions, and none outside its tables calls it minutes."""
    head = [p for p in pieces[:HEAD] if p.table is None and len(p.text) < LONGEST_LOG]
    if not any((m := LOG.search(p.text)) and m.end() == len(OF_WHEN.sub("", p.text).rstrip(" :.")) for p in head):
        return False
    return not any(titled(p) for p in pieces[:12] if p.table is None)


def _heads_decisions(section: Section) -> bool:
    """Whether a title calls a paper a sheet of decisions."""
    head = [p.text for p in section.paragraphs[:HEAD] if len(p.text) < LONGEST_LOG]
    return any(NAMED.search(text) or DECIDED_BY.search(text) for text in head)


def above_decisions(section: Section) -> tuple[Block, ...]:
    """The blocks of a section; of a sheet of decisions those above the table that is read already: below it somebody signs."""
    if not section.whole or not _heads_decisions(section):
        return section.blocks
    left = set(map(id, section.blocks))
    above = takewhile(lambda b: id(b) in left or not isinstance(b, Table), section.whole)
    return tuple(b for b in above if id(b) in left)


def _headed_by_meeting(masthead: Sequence[Piece]) -> bool:
    """Whether the first lines are those of a meeting and its day: `Advisory Board Meeting`, `May 4, 2015`."""
    return any(MEETING.search(p.text) for p in masthead) and any(DATE.search(p.text) for p in masthead)


def _listed_below_title(pieces: Sequence[Piece]) -> bool:
    """Whether a list of those present stands near the title of minutes, and people in it."""
    title = next((i for i, p in enumerate(pieces[:12]) if titled(p) and "minutes" in fold(p.text)), None)
    near = pieces[title + 1 : title + NEAR] if title is not None else []
    heads = (i for i, p in enumerate(near) if (h := attendance_heading(p)) and h[0] == "present")
    return any(persons_of_list(p.text) for i in heads for p in near[i : i + 2])


def _usual_at_head(piece: Piece) -> bool:
    """Whether a numbered paragraph begins with the title of a usual item: `2. Approval of Minutes. A Smith moved …`."""
    title = title_at_head(piece) if piece.marker else None
    return title is not None and title.usual


def titled(piece: Piece) -> bool:
    told = TITLE.match(piece.text) if len(piece.text) < 260 and piece.marker is None else None
    if told is None and ":" in piece.text and piece.marker is None and piece.level is not None:
        behind = _BEHIND_BODY.match(piece.text)
        return behind is not None and names_body(behind["body"])
    if told is not None and " " in piece.text and fold(piece.text) in vocabulary("usual_items"):
        return False  # `Approval of Minutes` is one of the items
    return told is not None and _SPELL.search(piece.text) is None and not piece.text[:1].isdecimal()


def attendance_heading(piece: Piece) -> tuple[str, int] | None:
    if piece.label is not None:
        status = vocabulary("attendance_headings").get(fold(piece.label))
        return (status, 0) if status else None
    return heading_of(piece) if piece.text else None
