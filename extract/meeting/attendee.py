"""One person at a meeting as printed fields."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from extract.meeting.initials import fits
from extract.meeting.name_spans import Range
from extract.meeting.names import is_honours
from extract.meeting.offices import each_ones
from extract.meeting.person_parts import Person
from extract.meeting.pieces import Piece
from models.page import Word
from models.record import Field


@dataclass(slots=True)
class Attendee:
    """One person at one meeting. `status` is the heading as printed, its meaning in the field's note."""

    fields: dict[str, Field]
    status: str
    taken: tuple[Word, ...] = field(default=())


# Behind the name of one listed as absent: the absence was excused.
EXCUSED = re.compile(
    r"(?:\s*[(\[,–—-]+\s*|\s+)(?:(?:is|was|were)\s+)?(?:excused|apolog|regrets|with (?:apolog|notice|leave|regrets)|on leave|leave of)",
    re.IGNORECASE,
)


def make_attendee(piece: Piece, person: Person, status: str, heading: Field) -> Attendee:
    """The person as a record's fields, `status` being that of the heading; who is noted as excused sent apologies."""
    person = _with_initials_apart(piece.text, person)
    told = max(r.end for r in (person.name, person.role or person.name, person.affiliation or person.name))
    if status == "absent" and any(EXCUSED.match(piece.text, end) for end in (person.name.end, told)):
        status = "apologies"
    fields = {"person": piece.field(person.name.start, person.name.end, person.sure)}
    if person.role_text is not None and person.role is not None:
        fields["role"] = Field(person.role_text, piece.words_in(person.role.start, person.role.end), confidence=0.9)
    elif person.role is not None:
        fields["role"] = piece.field(person.role.start, person.role.end, 0.9)
    if person.affiliation is not None and not (
        status == "apologies" and text_is_reason(person.affiliation.of(piece.text))
    ):
        fields["affiliation"] = piece.field(person.affiliation.start, person.affiliation.end, 0.85)
    _take_chair(fields)
    if person.initials is not None:
        fields["initials"] = piece.field(person.initials.start, person.initials.end)
    fields["status"] = Field(heading.text, heading.words, note=status, confidence=0.9)
    return Attendee(fields, status)


def of_group(attendee: Attendee, group: Field) -> None:
    """Gives a person what heads the group: the body all come from, or what each of them is (`Board Apprentices:`)."""
    one = each_ones(group.text)
    if one is None:
        attendee.fields.setdefault("affiliation", group)
    else:
        attendee.fields.setdefault("role", replace(group, text=one))


def _with_initials_apart(text: str, person: Person) -> Person:
    """The person without initials behind the name that are its own (`Ada Finch AF`), as where they stand in a column close by.

    What may be an honour (`Mary Palmer MP`) stays for whoever takes these off.
    """
    name = person.name.of(text)
    behind = _OWN_INITIALS.search(name) if person.initials is None and name[-1:].isupper() else None
    if behind is None or is_honours(behind["own"]) or not fits(behind["own"], name[: behind.start()]):
        return person
    start = person.name.start
    own = Range(start + behind.start("own"), start + behind.end("own"))
    return replace(person, name=Range(start, start + behind.start()), initials=own)


_OWN_INITIALS = re.compile(r"(?<=\w)\s+(?P<own>[A-Z]{2,4})$")

IN_THE_CHAIR = re.compile(
    r"(?:^|[\s,;(–-]+)(?:and\s+)?(?:who was\s+)?\(?(?:in the chair|presiding)\)?\W*$", re.IGNORECASE
)
CHAIRED = "chair"  # note of the role of the one who led the meeting, whatever the role


def _take_chair(fields: dict[str, Field]) -> None:
    """`Leader of the Council, in the Chair`: the role is Leader of the Council, and the person led the meeting."""
    role, apart = fields.get("role"), fields.get("affiliation")
    if role is not None and (match := IN_THE_CHAIR.search(role.text)) and match.start():
        fields["role"] = replace(role, text=role.text[: match.start()], note=CHAIRED)
    elif role is not None and apart is not None and (match := IN_THE_CHAIR.search(apart.text)):
        fields["role"] = replace(role, note=CHAIRED, words=role.words if match.start() else role.words + apart.words)
        del fields["affiliation"]
        if match.start():
            fields["affiliation"] = replace(apart, text=apart.text[: match.start()])


_FOR_ITEMS = re.compile(
    r"[\s,;]*[(\[]?\s*(?:(?:for|from|until|up to|during)"
    r"\s+)?(?:agenda\s+)?items?\s+(?:nos?\.?\s*)?[\w./-]*\d[\w./-]*(?:\s*(?:to|-|–|and|&|,)"
    r"\s*[\w./-]*\d[\w./-]*)*(?:\s+only)?\s*[)\]]?$|[\s,;]*[(\[](?:part|in part|part of meeting|(?:from|until"
    r"|arrived|left|via|by)\s[^)\]]*)[)\]]$",
    re.IGNORECASE,
)


# What somebody is at an item alone: `local member for Item 4.1`.
_OF_ITEM = re.compile(
    r"\b(?:member|representative|applicant|agent|objector|lead)s?\s+for\s+(?:agenda\s+)?items?\b", re.IGNORECASE
)


def whole_time(field: Field) -> Field:
    """A role or body without the note for which items somebody was there."""
    match = _FOR_ITEMS.search(field.text)
    if match is None or match.start() == 0 or _OF_ITEM.search(field.text):
        return field
    return replace(field, text=field.text[: match.start()].rstrip(" ,;("))


def text_is_reason(text: str) -> bool:
    """Whether a bracket behind a name says why somebody was away, not where the person comes from."""
    return text[:1].islower()
