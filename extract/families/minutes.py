"""Minutes of meetings: the meeting, who was there, and under each item its text, resolutions, votes and actions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extract.families import Family, surely
from extract.families.action_summary import summed_up
from extract.meeting.action_lists import heads_list
from extract.meeting.actions import read_actions
from extract.meeting.apologies import apologies_in, guests_in
from extract.meeting.at_most import minutes_above
from extract.meeting.attendance import read_attendance
from extract.meeting.attendance_grid import grid_people, is_grid, key_of
from extract.meeting.attendance_headings import announces
from extract.meeting.attendance_meant import are_members
from extract.meeting.attendance_prose import FINITE, is_prose
from extract.meeting.attendance_sentences import told_beside
from extract.meeting.attendee import Attendee
from extract.meeting.banded_items import banded_items
from extract.meeting.body_names import names_body
from extract.meeting.chairing import chair_of
from extract.meeting.closing import closing
from extract.meeting.consent import consent_items
from extract.meeting.contents import without_contents
from extract.meeting.dispositions import disposed_items
from extract.meeting.flow import pieces_of
from extract.meeting.heading_groups import with_groups
from extract.meeting.headings import Heading, find_headings
from extract.meeting.heads_alike import with_alike, without_parts
from extract.meeting.items import lists_present, parts, read_item
from extract.meeting.lower import with_lower
from extract.meeting.minutes_signs import above_decisions, attendance_heading, claim, titled
from extract.meeting.motion_items import motion_items
from extract.meeting.opening import meeting_facts
from extract.meeting.outline import find_outline
from extract.meeting.pieces import Piece
from extract.meeting.ranges import Used
from extract.meeting.reference_items import over_references, with_references
from extract.meeting.run_ins import is_usual
from extract.meeting.several import beginnings
from extract.meeting.vocabulary import vocabulary
from extract.meeting.when import end_time, start_time, told_at_end
from extract.wording import fold
from models.record import Field, Printed
from models.section import Section
from models.table import Table

_SIDE = re.compile(r"(?:ayes?|yeas?|nays?|noes|for|against|abstain\w*|abstentions?|in favou?r)\s*[:(–-]", re.IGNORECASE)
SIDES = 4  # lines of a roll call
TITLE = 4  # pieces: the title is one of them
EARLY = 4  # items: where the paper opens with no list of those present, one of the first holds it


def read(section: Section) -> Iterator[Printed]:
    """The records of a section; it may hold the minutes of several meetings, one after the other."""
    pieces = pieces_of(above_decisions(section))
    starts = beginnings(pieces)
    body = _running_body(section)
    for start, stop in zip(starts, [*starts[1:], len(pieces)], strict=True):
        for record in read_meeting(pieces[start:stop], body):
            if record.view == "meetings":
                body = _body_again(record)
            yield record


def _body_again(meeting: Printed) -> Field | None:
    """Who met, for the next of several meetings in one paper: a heading that says only when it was does not repeat it."""
    body = meeting.fields.get("body")
    return replace(body, confidence=min(body.confidence, 0.75)) if body is not None else None


def _running_body(section: Section) -> Field | None:
    """The body as the running header names it: in packs that is the masthead of each paper."""
    head = next((h for h in section.paper.heads if names_body(h.text)), None)
    return Field(head.text, head.words, confidence=0.75) if head is not None else None


def read_meeting(pieces: Sequence[Piece], body: Field | None = None) -> Iterator[Printed]:
    """The meeting, then its people, then its items with their parts. `body`: who met, if the text does not say so."""
    pieces = without_contents(pieces)
    headings = _headings(pieces)
    if headings and (beside := _lists_above(pieces, headings[0].index)):
        place = headings[0].index
        moved = set(beside)
        rest = [i for i in range(place, len(pieces)) if i not in moved]
        pieces = [pieces[i] for i in (*range(place), *beside, *rest)]
        headings = _headings(pieces)
    first = headings[0].index if headings else len(pieces)
    opening = list(pieces[:first])
    grid = _grid(opening)
    opening = [p for p in opening if p.table not in grid]
    listed, filled = read_attendance(opening, pieces)
    members: set[int] = set()
    if are_members(listed) and _listed_late(pieces, headings):
        # the head of the paper names the members; who of them came, a roll call tells
        members, listed, filled = filled, [], set()
    attendees = [*(a for table in grid.values() for a in table), *listed]
    free = [p for i, p in enumerate(opening) if i not in filled | members and p.text and not p.cells]
    attendees += told_beside(free, attendees)
    facts = meeting_facts([p for i, p in enumerate(opening) if p.text and i not in filled and not key_of([p.text])])
    facts |= {"body": body} if body is not None and "body" not in facts else {}
    last = closing(pieces, headings)
    ended = end_time(pieces)
    if ended is not None:
        facts["end_time"] = ended
    if (
        "start_time" not in facts
        and (
            started := start_time([*(p for p in opening if p.text[-1:] == ":" and announces(p)), *pieces[first:]])
            or told_at_end(pieces)
        )
        is not None
    ):
        facts["start_time"] = started
    chair = chair_of(pieces, attendees or _listed_late(pieces, headings))
    if chair is not None:
        facts.setdefault("chair", chair)
    source = set(facts.values())
    taken = [w for p in opening if _gives(p, source) for w in (*p.marker_words, *p.label_words, *p.words)]
    taken += [w for p in pieces[last:] for w in (*p.marker_words, *p.words)]
    meeting = Printed("meetings", facts, taken=tuple(taken))
    yield meeting
    words = tuple(
        w for i in sorted(filled) for w in (*opening[i].marker_words, *opening[i].label_words, *opening[i].words)
    )
    for n, attendee in enumerate(attendees):
        yield Printed("attendance", attendee.fields, meeting, taken=words if n == 0 else ())
    yield from _apologies(opening, meeting, attendees, filled)
    named = " ".join(a.fields["person"].text for a in attendees)
    for guest in guests_in([p for i, p in enumerate(opening) if i not in filled and p.text]):
        if guest.fields["person"].text in named:
            continue
        yield Printed("attendance", guest.fields, meeting)
    yield from _items(pieces, headings, last, meeting, attendees)
    if last + 1 < len(pieces):
        yield from _listed_behind(pieces[last:], meeting, attendees)


def _items(
    pieces: Sequence[Piece], headings: Sequence[Heading], last: int, meeting: Printed, attendees: Sequence[Attendee]
) -> Iterator[Printed]:
    """The minutes with their parts; last, the actions of theirs that a table behind the business (from `last` on) sums up."""
    over = consent_items(pieces, headings, last)
    numbered: dict[str, Printed] = {}
    for n, heading in enumerate(headings):
        stop = headings[n + 1].index if n + 1 < len(headings) else last
        if heading.group:
            continue
        for record in read_item(pieces, heading, stop, meeting, attendees, early=n < EARLY, consent=over.get(n)):
            if record.view == "minutes" and "number" in record.fields:
                numbered[record.fields["number"].text] = record
            yield record
    if last < len(pieces):
        yield from summed_up(pieces[last:], numbered)


def _listed_behind(pieces: Sequence[Piece], meeting: Printed, attendees: Sequence[Attendee]) -> Iterator[Printed]:
    """The actions of a list behind the business: of the meeting, and of none of its items."""
    if any(heads_list(pieces, i) for i in range(len(pieces) - 1)):
        known = frozenset(w for a in attendees for w in a.fields["person"].text.split())
        yield from parts(pieces, ([], read_actions(pieces, Used(pieces), known), []), meeting)


def _lists_above(pieces: Sequence[Piece], first: int) -> list[int]:
    """A list of people in a column at the right that stands above the first item's heading, and is read after it."""
    mark = next(iter(pieces[first].marker_words or pieces[first].words), None)
    if mark is None:
        return []
    found: list[int] = []
    for i in range(first + 1, len(pieces)):
        words = pieces[i].words
        above = bool(words) and words[0].page == mark.page and max(w.bottom for w in words) <= mark.top
        if above and words[0].x0 > mark.x0 and (found or attendance_heading(pieces[i]) is not None):
            found.append(i)
        elif found:
            break
    return found


def _headings(pieces: Sequence[Piece]) -> list[Heading]:
    found = disposed_items(pieces) or with_lower(pieces, find_outline(pieces), letters=False)
    found = found or banded_items(pieces) or motion_items(pieces)
    found = found or with_lower(pieces, with_lower(pieces, find_headings(pieces)), letters=False)
    found = over_references(pieces, found)
    if found and _between_list(pieces, found[0].index):
        found = found[1:]
    if found and found[0].number is None:
        found = [
            h
            for n, h in enumerate(found)
            if fold(pieces[h.index].text) == "minutes"
            or not attendance_heading(pieces[h.index])
            or _over_prose(pieces, h.index)
            or _among_items(pieces, found, n)
        ]
        present = [i for i, p in enumerate(pieces) if p.text and attendance_heading(p) and not _in_roll(pieces, i)]
        usual = [h.index for h in found if is_usual(pieces[h.index].text[: h.cut or None])]
        first = (
            min(usual, default=0) if not present else max([i for i in present if i < min(usual, default=0)], default=0)
        )
        title = max(
            [i for i, p in enumerate(pieces[:TITLE]) if titled(p)], default=-1
        )  # whose minutes it is stands over it
        found = [h for h in found if h.index >= first and h.index > title]
    found = with_alike(pieces, without_parts(pieces, found))
    return with_references(pieces, with_groups(pieces, found))


def _between_list(pieces: Sequence[Piece], i: int) -> bool:
    """Whether a line is the paper's title, between the sentence that announces those present and their list."""
    return i > 0 and fold(pieces[i].text) == "minutes" and announces(pieces[i - 1]) is not None


def _in_roll(pieces: Sequence[Piece], i: int) -> bool:
    """Whether what could head a list of people is a side of a vote: `ABSENT: Reed` below `AYES: …`."""
    return any(_SIDE.match(p.text) for p in pieces[max(0, i - SIDES) : i])


def _over_prose(pieces: Sequence[Piece], i: int) -> bool:
    """Whether a heading that could be one of attendance is that of a usual item, with sentences under it."""
    return (
        fold(pieces[i].text) in vocabulary("usual_items")
        and i + 1 < len(pieces)
        and pieces[i + 1].label is None
        and (is_prose(pieces[i + 1]) or _is_told(pieces[i + 1].text))
    )


def _is_told(text: str) -> bool:
    """Whether a few words are a sentence: `Apologies were received as above.`"""
    return text.endswith(".") and FINITE.search(text) is not None


def _among_items(pieces: Sequence[Piece], found: Sequence[Heading], n: int) -> bool:
    """Whether a heading of attendance is an item of its own, between two usual ones: `ROLL CALL` below `CALL TO ORDER`."""
    named = [pieces[h.index].text[: h.cut or None] for h in found[max(0, n - 1) : n + 2]]
    between = 0 < n < len(found) - 1 and all(map(is_usual, named)) and fold(named[0]) != "minutes"  # the paper's title
    return between and fold(named[1]) in vocabulary("usual_items")


def _grid(opening: Sequence[Piece]) -> dict[Table, list[Attendee]]:
    """The people of grids of attendance that open the minutes; each date is one of its meetings."""
    key = key_of(p.text for p in opening)
    tables = dict.fromkeys(p.table for p in opening if p.cells and p.table is not None)
    return {
        t: [Attendee(fields, fields["status"].note or "present") for fields in grid_people(t, key)]
        for t in tables
        if is_grid(t, key)
    }


def _listed_late(pieces: Sequence[Piece], headings: Sequence[Heading]) -> list[Attendee]:
    """The people of a list that stands under one of the first items."""
    for heading, following in pairwise(headings[: EARLY + 1]):
        told = attendance_heading(pieces[heading.index])  # `1. Present: …`
        body = pieces[heading.index if told is not None else heading.stop : following.index]
        if any(map(lists_present, body)):
            return read_attendance(body)[0]
    return []


def _gives(piece: Piece, facts: set[Field]) -> bool:
    own = set(piece.words)
    return any(w in own for f in facts for w in f.words) or titled(piece)


def _apologies(
    pieces: Sequence[Piece], meeting: Printed, known: Sequence[Attendee], filled: set[int]
) -> Iterator[Printed]:
    """Apologies that a sentence before the first item reports."""
    if any(a.status == "apologies" for a in known):
        return
    for attendee in apologies_in([p for i, p in enumerate(pieces) if i not in filled]):
        yield Printed("attendance", attendee.fields, meeting)


FAMILY = Family("minutes", claim, read, surely(0.98), turn=2, above=minutes_above)
