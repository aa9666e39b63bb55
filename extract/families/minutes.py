"""Minutes of meetings: the meeting, who was there, and under each item its text, resolutions, votes and actions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.families import Claim, Family
from extract.meeting.actions import Action, read_actions
from extract.meeting.attendance import Attendee, apologies_in, guests_in, heading_of, read_attendance
from extract.meeting.attendance_grid import grid_people, is_grid, key_of, status_column
from extract.meeting.flow import pieces_of
from extract.meeting.headings import ITEM, Heading, find_headings, heading_pieces, number_of, second_number
from extract.meeting.opening import CLOSING, ENDED, end_time, is_chair, meeting_facts, start_time
from extract.meeting.persons import persons_of_line, title_end
from extract.meeting.pieces import Piece
from extract.meeting.ranges import Stretch, Used, join_stretches, rest_of
from extract.meeting.resolutions import Resolution, is_mark, read_resolutions
from extract.meeting.vocabulary import vocabulary
from extract.meeting.votes import Vote, read_votes
from extract.wording import fold
from models.page import Word
from models.record import Field, Printed
from models.section import Section
from models.table import Table

TITLE = re.compile(
    r"^(?:[\w’'&,\s-]{0,80}\s)?(?:(?:draft|unconfirmed|confirmed|approved|public|open|private)\s+)*(?:minutes|notes|minute\s+of)\b(?!\s+(?:no|number)\b)",
    re.IGNORECASE,
)
# An item that says nothing beside its resolutions, or `Carried.` alone, keeps them as its text too: no minute stands
# without its words.
ONLY_RESULT = re.compile(r"(?:(?:the )?(?:motion|resolution)\s+)?(?:carried|lost|defeated|unanimous(?:ly)?|all in favour)\W*", re.IGNORECASE)
NEAR = 10  # pieces: how soon a list of those present follows the title of minutes


def claim(section: Section) -> Claim:
    """Minutes say so in their title, list who was present, and resolve or record actions under usual items."""
    pieces = pieces_of(section.blocks)
    reasons: list[str] = []
    score = 0.0
    if any(_titled(p) for p in pieces[:12]):
        score += 0.35
        reasons.append("its title says minutes")
    statuses = {h[0] for p in pieces if (h := _attendance_heading(p))}
    key = key_of(p.text for p in section.paragraphs)
    if any(status_column(t) is not None or is_grid(t, key) for t in section.tables):
        statuses.add("present")
    if "present" in statuses:
        score += 0.3
        reasons.append("lists who was present")
    if statuses & {"apologies", "in_attendance"}:
        score += 0.1
    marks = sum(is_mark(p) for p in pieces)
    if marks:
        score += 0.1 if marks == 1 else 0.25
        reasons.append(f"{marks} resolutions")
    usual = sum(fold(p.text) in vocabulary("usual_items") for p in pieces)
    if usual >= 2:
        score += 0.15
        reasons.append(f"{usual} usual items of meetings")
    if any(ENDED.search(p.text) for p in pieces[-30:]):
        score += 0.15
        reasons.append("says when the meeting ended")
    if any(p.aside for p in pieces) or any(p.text.startswith(("Action:", "ACTION:")) for p in pieces):
        score += 0.1
    if not statuses and not marks:
        score = min(score, 0.4)  # an agenda, or a report about minutes
    return Claim(min(score, 0.98), tuple(reasons))


def _titled(piece: Piece) -> bool:
    return len(piece.text) < 260 and piece.marker is None and TITLE.match(piece.text) is not None


def _attendance_heading(piece: Piece) -> tuple[str, int] | None:
    if piece.label is not None:
        status = vocabulary("attendance_headings").get(fold(piece.label))
        return (status, 0) if status else None
    return heading_of(piece) if piece.text else None


def read(section: Section) -> Iterator[Printed]:
    """The records of a section; it may hold the minutes of several meetings, one after the other."""
    pieces = pieces_of(section.blocks)
    starts = [0, *(i for i in range(1, len(pieces)) if _begins(pieces, i))]
    for start, stop in zip(starts, [*starts[1:], len(pieces)], strict=True):
        yield from read_meeting(pieces[start:stop])


def _begins(pieces: Sequence[Piece], i: int) -> bool:
    """Whether another meeting's minutes begin here: a title, soon followed by who was present."""
    piece = pieces[i]
    if not _titled(piece) or not (piece.bold or piece.upper or piece.level) or ITEM.match(pieces[min(i + 1, len(pieces) - 1)].text):
        return False
    listed = any((h := _attendance_heading(p)) and h[0] == "present" for p in pieces[i + 1 : i + NEAR])
    before = any((h := _attendance_heading(p)) and h[0] == "present" for p in pieces[:i])
    return listed and before


def read_meeting(pieces: Sequence[Piece]) -> Iterator[Printed]:
    """The meeting, then its people, then its items with their parts."""
    headings = _headings(pieces)
    first = headings[0].index if headings else len(pieces)
    opening = pieces[:first]
    grid = _grid(opening)
    attendees, filled = read_attendance([p for p in opening if p.table not in grid] if grid else opening)
    attendees = [*(a for table in grid.values() for a in table), *attendees]
    facts = meeting_facts([p for i, p in enumerate(opening) if p.text and i not in filled and not key_of([p.text])])
    last = _closing(pieces, headings)
    ended = end_time(pieces)
    if ended is not None:
        facts["end_time"] = ended
    if "start_time" not in facts and (started := start_time(pieces[first:])) is not None:
        facts["start_time"] = started
    facts.setdefault("chair", *_chair(attendees)) if _chair(attendees) else None
    source = set(facts.values())
    taken = [w for p in opening if _gives(p, source) for w in (*p.marker_words, *p.label_words, *p.words)]
    taken += [w for p in pieces[last:] for w in (*p.marker_words, *p.words)]
    meeting = Printed("meetings", facts, taken=tuple(taken))
    yield meeting
    words = tuple(w for i in sorted(filled) for w in (*opening[i].marker_words, *opening[i].label_words, *opening[i].words))
    for n, attendee in enumerate(attendees):
        yield Printed("attendance", attendee.fields, meeting, taken=words if n == 0 else ())
    yield from _apologies(opening, meeting, attendees, filled)
    named = " ".join(a.fields["person"].text for a in attendees)
    for guest in guests_in([p for i, p in enumerate(opening) if i not in filled and p.text]):
        if guest.fields["person"].text in named:
            continue
        yield Printed("attendance", guest.fields, meeting)
    for n, heading in enumerate(headings):
        stop = headings[n + 1].index if n + 1 < len(headings) else last
        yield from _item(pieces, heading, stop, meeting, attendees)


def _headings(pieces: Sequence[Piece]) -> list[Heading]:
    found = find_headings(pieces)
    if found and found[0].number is None:
        found = [h for h in found if not _attendance_heading(pieces[h.index])]
        present = [i for i, p in enumerate(pieces) if p.text and _attendance_heading(p)]
        usual = [h.index for h in found if fold(pieces[h.index].text) in vocabulary("usual_items")]
        first = min(usual, default=0) if not present else max([i for i in present if i < min(usual, default=0)], default=0)
        found = [h for h in found if h.index >= first and not (h.index < 4 and _titled(pieces[h.index]))]
    return found


def _grid(opening: Sequence[Piece]) -> dict[Table, list[Attendee]]:
    """The people of grids of attendance that open the minutes; each date is one of its meetings."""
    key = key_of(p.text for p in opening)
    tables = dict.fromkeys(p.table for p in opening if p.cells and p.table is not None)
    return {t: [Attendee(fields, fields["status"].note or "present") for fields in grid_people(t, key)] for t in tables if is_grid(t, key)}


def _chair(attendees: Sequence[Attendee]) -> tuple[Field] | None:
    for attendee in attendees:
        if attendee.status == "present" and "role" in attendee.fields and is_chair(attendee.fields["role"].text):
            return (attendee.fields["person"],)
    return None


def _gives(piece: Piece, facts: set[Field]) -> bool:
    own = set(piece.words)
    return any(w in own for f in facts for w in f.words) or _titled(piece)


def _closing(pieces: Sequence[Piece], headings: Sequence[Heading]) -> int:
    """Where the lines after the business begin: who signed, and when the meeting ended."""
    start = headings[-1].stop if headings else 0
    if headings and headings[-1].cut == 0:
        start += 1  # the first text under a heading is the item's own, be it `The meeting closed at …`
    for i in range(start, len(pieces)):
        if _signature(pieces, i) or CLOSING.match(pieces[i].text) or (ENDED.search(pieces[i].text) and len(pieces[i].text) < 160):
            return i
    for i in range(max(start - 1, 0), start):
        if i < len(pieces) and CLOSING.match(pieces[i].text) and not fold(_heading_text(pieces, headings)).startswith(("clos", "adjourn", "end")):
            return i
    return len(pieces)


def _signature(pieces: Sequence[Piece], i: int) -> bool:
    """Whether one of the last lines is the name of the one who signs: `A SMITH, Convener`."""
    person = persons_of_line(pieces[i].text) if i >= len(pieces) - 3 and len(pieces[i].text) < 60 else None
    return person is not None and person.role is not None and is_chair(person.role.of(pieces[i].text))


def _heading_text(pieces: Sequence[Piece], headings: Sequence[Heading]) -> str:
    return " ".join(pieces[i].text for i in headings[-1].words) if headings else ""


def _apologies(
    pieces: Sequence[Piece], meeting: Printed, known: Sequence[Attendee], filled: set[int]
) -> Iterator[Printed]:
    """Apologies that a sentence before the first item reports."""
    if any(a.status == "apologies" for a in known):
        return
    for attendee in apologies_in([p for i, p in enumerate(pieces) if i not in filled]):
        yield Printed("attendance", attendee.fields, meeting)


def _item(
    pieces: Sequence[Piece], heading: Heading, stop: int, meeting: Printed, attendees: Sequence[Attendee]
) -> Iterator[Printed]:
    titles = heading_pieces(pieces, heading)
    body = list(pieces[heading.stop : max(stop, heading.stop)])
    if heading.cut and heading.words:
        whole = pieces[heading.words[-1]]
        rest = [k for k, (a, _) in enumerate(whole.spans) if a >= heading.cut]
        if rest:
            body.insert(0, replace(whole.part(rest[0], len(whole.words)), marker=None, marker_words=()))
    asides = tuple(f for i in range(heading.index, heading.stop) for f in pieces[i].aside)
    if asides and body and not heading.cut:  # an owner beside the heading is the item's
        body[0] = replace(body[0], aside=(*asides, *body[0].aside))
    while len(body) > 1 and _divides(body[-1]):
        body.pop()
    used = Used(body)
    for i, piece in enumerate(body):
        if ITEM.match(piece.text):
            used.add(i)
    if not heading.words and body:
        used.add(0, 0, heading.cut)
    item = body_items(body, used)
    fields = _heading_fields(pieces, heading, titles)
    text = rest_of(used)
    if item[0] and (text is None or ONLY_RESULT.fullmatch(text.text)):
        text = rest_of(Used([p for p in body if not ITEM.match(p.text)]))
    if text is not None:
        fields["text"] = text
    minute = Printed("minutes", fields, meeting, heading.score, taken=_heading_words(pieces, heading, body))
    yield minute
    yield from parts(body, item, minute)
    if _calls_apologies(" ".join(p.text for p in titles)):
        yield from _present_inside(body, meeting, attendees)


def _divides(piece: Piece) -> bool:
    """Whether a line at an item's end parts the business: a title in the middle of the page, a note in brackets under it."""
    short = len(piece.text.split()) <= 16 and piece.marker is None and piece.centred
    return short and (piece.bold or piece.upper or re.fullmatch(r"\(.*\)", piece.text) is not None)


def body_items(body: Sequence[Piece], used: Used) -> tuple[list[Resolution], list[Action], list[Vote]]:
    """Resolutions, actions and votes of an item; what they hold is marked as used."""
    resolutions = read_resolutions(body, used)
    actions = read_actions(body, used)
    return resolutions, actions, read_votes(body, resolutions)


def parts(body: Sequence[Piece], item: tuple[list[Resolution], list[Action], list[Vote]], minute: Printed) -> Iterator[Printed]:
    """The printed records of an item's parts."""
    resolutions, actions, votes = item
    for resolution in resolutions:
        fields = {"text": join_stretches(body, resolution.stretches, resolution.confidence)}
        if resolution.label:
            fields["label"] = Field(resolution.label, resolution.label_words)
        lead = {"lead_in": Field(resolution.lead_in)} if resolution.lead_in else {}
        markers = [w for i, _, _ in resolution.stretches for w in body[i].marker_words]
        yield Printed("resolutions", fields, minute, taken=(*resolution.mark, *markers), context=lead)
    for action in actions:
        fields = {"action": action.text or join_stretches(body, action.stretches, action.confidence)}
        fields.update({"owners": action.owners} if action.owners else {})
        fields.update({"due_text": action.due} if action.due else {})
        yield Printed("minute_actions", fields, minute, taken=action.taken)
    for vote in votes:
        yield _vote(body, vote, minute)


def _vote(body: Sequence[Piece], vote: Vote, minute: Printed) -> Printed:
    def field(stretch: Stretch) -> Field:
        return body[stretch[0]].field(stretch[1], stretch[2])

    fields = {name: field(s) for name, s in vote.counts.items()}
    fields.update({f"{name}_names": field(s) for name, s in vote.names.items()})
    if vote.motion.stretches:
        fields["motion"] = join_stretches(body, vote.motion.stretches, vote.confidence)
    for name, stretch in (("proposer", vote.motion.proposer), ("seconder", vote.motion.seconder), ("carried", vote.result)):
        if stretch is not None:
            fields[name] = field(stretch)
    return Printed("votes", fields, minute, vote.confidence)


def _heading_fields(pieces: Sequence[Piece], heading: Heading, titles: Sequence[Piece]) -> dict[str, Field]:
    fields: dict[str, Field] = {}
    if heading.number is not None:
        words = pieces[heading.index].marker_words or pieces[heading.index].words[:1]
        own = number_of(pieces[heading.index])
        if own is not None and own[1]:
            words = pieces[heading.index].words_in(0, own[1])
        if not heading.words:
            words = pieces[heading.index].words_in(0, heading.cut)
        if not pieces[heading.index].marker and heading.item is not None:
            words = pieces[heading.item].words
        fields["number"] = Field(heading.number, tuple(words))
    if heading.item is not None:
        match = ITEM.match(pieces[heading.item].text)
        if match:
            fields["agenda_ref"] = pieces[heading.item].field(match.start("ref"), match.end("ref"))
    elif (second := second_number(pieces, heading)) is not None:
        fields["agenda_ref"] = pieces[heading.words[0]].field(*second)
    if titles:
        fields["heading"] = Field(" ".join(p.text for p in titles), tuple(w for p in titles for w in p.words), confidence=heading.score)
    return fields


def _heading_words(pieces: Sequence[Piece], heading: Heading, body: Sequence[Piece]) -> tuple[Word, ...]:
    own = [w for i in range(heading.index, heading.stop) for w in (*pieces[i].marker_words, *pieces[i].words)]
    inside = {w for p in body for w in p.words}
    extra = [w for p in body if ITEM.match(p.text) for w in p.words]
    return tuple([w for w in own if w not in inside] + extra)


def _calls_apologies(heading: str) -> bool:
    folded = fold(heading)
    return any(word in folded for word in ("apolog", "attendance", "absence", "present", "welcome", "introductions", "membership"))


def _present_inside(body: Sequence[Piece], meeting: Printed, known: Sequence[Attendee]) -> Iterator[Printed]:
    """People listed within an item: those who sent apologies, and those present where the paper opens with no list."""
    listed, filled = read_attendance(body) if not known else ([], set())
    for attendee in listed:
        yield Printed("attendance", attendee.fields, meeting)
    away = [a.fields["person"].text for a in (*known, *listed) if a.status == "apologies"]
    for attendee in apologies_in([p for i, p in enumerate(body) if i not in filled]):
        text = attendee.fields["person"].text
        short = text[title_end(text) :]
        if not any(name == text or name.endswith(f" {short}") for name in away):  # else a list has said so already
            yield Printed("attendance", attendee.fields, meeting)


FAMILY = Family("minutes", claim, read)
