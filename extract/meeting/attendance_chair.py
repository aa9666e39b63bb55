"""Who led a meeting, where a line of its own says so: `Chair: A Smith` above the lists, `A Smith, Convener, in the Chair` below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.meeting.attendance_headings import heading_of
from extract.meeting.attendee import CHAIRED, Attendee, make_attendee
from extract.meeting.names import has_role
from extract.meeting.persons import persons_of_list
from extract.meeting.pieces import Piece
from models.record import Field

# `Chair: A Smith` on a line of its own, above the lists of those present or among them.
CHAIR_LINE = re.compile(
    r"(?P<post>(?:(?:Acting|Deputy|Vice|Temporary)[- ])?(?:Chair(?:man|woman|person)?|Convener|Cathaoirleach)|Leas-?Chathaoirleach"
    r"|Presiding (?:Officer|Member)|Cadeirydd|(?P<led>I gCeannas|In the chair|Yn y gadair|Presiding|Chaired by))\s*:\s*",
    re.IGNORECASE,
)
# … `in the Chair (for items 1 to 3)` too, where two did in turn
PRESIDED = re.compile(
    r"\b(?:in the chair|presiding|presided)\W*(?:\((?:for|from|until|up to|items?|part|during)\b[^()]*\)\W*)?$",
    re.IGNORECASE,
)
LONGEST_LINE = 80  # characters


def in_the_chair(piece: Piece) -> Attendee | None:
    """Who a line of its own says was in the chair: `Chair: A Smith`, `Cathaoirleach: B Daly`."""
    match = CHAIR_LINE.match(f"{piece.label}:" if piece.label is not None else piece.text)
    if match is None or len(piece.text) > LONGEST_LINE:
        return None
    start = 0 if piece.label is not None else match.end()
    said = PRESIDED.search(piece.text, start)  # `Chairperson: Cllr A Smith presided`
    people = persons_of_list(piece.text, start, said.start() if said is not None else len(piece.text))
    if len(people) != 1:
        return None
    post = Field(match["post"], piece.label_words or piece.words_in(*match.span("post")), note=CHAIRED)
    found = make_attendee(piece, people[0], "present", post)
    before = piece.field(start, people[0].name.start, 0.85)  # `In the chair: Mayor, Cllr A Smith`
    told = before.text.rstrip(" ,–-")
    if match["led"] and not has_role(told):
        return None  # a heading over whoever was in the chair: the lists have it
    role = replace(before, text=told, note=CHAIRED) if told and has_role(told) else replace(post, confidence=0.85)
    found.fields.setdefault("role", role)
    return found


def presided(piece: Piece, found: Sequence[Attendee]) -> bool:
    """Whether a line says again of somebody in the lists that they led, which is then noted there: `A Smith, Convener, in the Chair`."""
    match = PRESIDED.search(piece.text) if len(piece.text) <= LONGEST_LINE and found else None
    people = persons_of_list(piece.text, 0, match.start()) if match else []
    if len(people) != 1 or piece.label is not None or heading_of(piece) is not None:
        return False
    name = people[0].name.of(piece.text).split()
    listed = [a for a in found if a.status == "present" and same_name(a.fields["person"].text.split(), name)]
    if len(listed) != 1:
        return False
    post = people[0].role
    known = listed[0].fields.get("role") or (piece.field(post.start, post.end, 0.85) if post else None)
    if known is not None:
        listed[0].fields["role"] = replace(known, note=CHAIRED)
    return True


def same_name(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether two names in words can be one person's: the surname alike, and the given names or an initial of them."""
    return one[-1].casefold() == two[-1].casefold() and (
        one[-2:-1] == two[-2:-1] or not {w[0] for w in one[:-1]}.isdisjoint(w[0] for w in two[:-1])
    )
