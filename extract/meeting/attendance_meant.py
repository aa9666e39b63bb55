"""What the lists of a meeting tell of those in them together: who was away, who was a member, what office a list gives."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from extract.meeting.attendance_chair import same_name
from extract.meeting.attendee import Attendee, whole_time
from extract.meeting.body_names import names_body
from extract.meeting.names import has_role
from extract.meeting.offices import takes_field
from extract.meeting.opening import is_chair
from extract.meeting.pieces import Piece
from extract.wording import fold
from models.page import Word
from models.record import Field

_OFFICE = re.compile(r"(?P<office>Councill?or|Council ?[Mm]ember|Alderman|Trustee|Commissioner)\s+(?=[A-Z])")
_HEADS = re.compile(r"(?:Deputy\s+|Acting\s+)?(?:Mayor|Reeve|Warden|Provost)\b", re.IGNORECASE)


def told_together(found: list[Attendee], paper: Sequence[Piece]) -> None:
    """Settles what all lists tell together; `paper`: all that the meeting's paper says."""
    for attendee in found:
        for name in ("role", "affiliation"):
            if name in attendee.fields:
                attendee.fields[name] = whole_time(attendee.fields[name])
    if paper and not any("apolog" in p.text.casefold() or "unexcused" in p.text.casefold() for p in paper):
        away(found)
    _excused(found, paper)
    codes_are_initials(found)
    attending_beside(found)
    also_present(found)
    members_alone(found)
    once_each(found)
    with_offices(found)
    with_posts_of_headings(found)


FEWEST_INITIALS = 3  # people behind whom initials of their own stand, in the same lists as codes of posts
_CODE = re.compile(r"[A-Z](?:&?[A-Z]){1,4}")


def codes_are_initials(found: Sequence[Attendee]) -> None:
    """What the minutes call somebody stands in brackets behind each name: where those are initials, `(FD)` is no body either."""
    if sum("initials" in a.fields for a in found) < FEWEST_INITIALS:
        return
    for attendee in found:
        code = attendee.fields.get("affiliation")
        if code is not None and "initials" not in attendee.fields and _CODE.fullmatch(code.text):
            attendee.fields["initials"] = attendee.fields.pop("affiliation")


def away(found: Sequence[Attendee]) -> None:
    """Those listed as absent as away, where nobody is listed as excused."""
    if any(a.status == "apologies" for a in found):
        return
    for attendee in (a for a in found if a.status == "absent" and "without" not in a.fields["status"].text.casefold()):
        attendee.status = "apologies"
        attendee.fields["status"] = replace(attendee.fields["status"], note="apologies", confidence=0.75)


def _excused(found: Sequence[Attendee], paper: Sequence[Piece]) -> None:
    """Those listed as absent as away whose initials or surnames the paper names with apologies: `received from Cllrs. AB and CD`."""
    absent = [a for a in found if a.status == "absent"]
    spoken = [p.text for p in paper if "apolog" in p.text.casefold()] if absent else []
    told = {word for text in spoken for word in re.findall(r"[\w’'-]+", text)}
    for attendee in absent:
        own = attendee.fields.get("initials")
        names = {own.text.strip("()[]")} if own is not None else set()
        if told & {*names, _words(attendee)[-1]}:
            attendee.status = "apologies"
            attendee.fields["status"] = replace(attendee.fields["status"], note="apologies", confidence=0.8)


def also_present(found: Sequence[Attendee]) -> None:
    """Where others are listed as in attendance, a member who was `also present` was present."""
    also = [
        a for a in found if fold(a.fields["status"].text) in {"also present", "others present", "other members present"}
    ]
    if len(also) < len([a for a in found if a.status == "in_attendance"]):
        for attendee in (
            a for a in also if "role" in a.fields and re.search(r"\b(?:Member|Councillor)\b", a.fields["role"].text)
        ):
            attendee.status = "present"
            attendee.fields["status"] = replace(attendee.fields["status"], note="present", confidence=0.7)


def masthead(pieces: Sequence[Piece], filled: Collection[int], found: Sequence[Attendee]) -> set[int]:
    """What was taken for a heading of the lists, and is the body's own name over its title: `Board of Directors` with nobody under it."""
    first = min(filled, default=None)
    if first is None or not found or not names_body(pieces[first].text):
        return set()
    own = set(pieces[first].words)
    return set() if any(w in own for a in found for w in a.fields["status"].words) else {first}


_OPENED = re.compile(r"[(\[](?P<told>[^()\[\]]{2,80})$")
_CLOSED = re.compile(r"(?P<rest>[^()\[\]]{1,60})[)\]]\W*")


def closes_bracket(piece: Piece, before: Piece, found: Sequence[Attendee]) -> bool:
    """Takes up the rest of what a bracket says that the line above opens behind the person named last; whether it is that."""
    closed = _CLOSED.fullmatch(piece.text)
    opened = _OPENED.search(before.text) if closed is not None else None
    if opened is None or closed is None or not found or piece.page != before.page:
        return False
    fields = found[-1].fields
    told = f"{opened['told']} {closed['rest']}"
    if not told[0].isupper() or any(map(str.isdecimal, told)):
        return False  # `(item 7 only)`
    name = "role" if has_role(told) else "affiliation"
    if name in fields or fields["person"].words[-1] not in before.words_in(0, opened.start()):
        return False
    words = (*before.words_in(opened.start("told"), len(before.text)), *piece.words)
    fields[name] = Field(told, words, confidence=0.85)
    return True


def goes_on_behind_dash(piece: Piece, found: Sequence[Attendee]) -> bool:
    """Takes up the field of the post named last, which a dash leads on the line below: `Executive Director` over `– Customer Services`."""
    dash = "".join(w.text for w in piece.marker_words)
    role = found[-1].fields.get("role") if found and dash in {"–", "—", "-"} else None
    if role is None or not takes_field(role.text, dash, piece.text):
        return False
    words = (*role.words, *piece.marker_words, *piece.words)
    found[-1].fields["role"] = replace(role, text=f"{role.text} {dash} {piece.text}", words=words)
    return True


_TELLS_WHO_CAME = re.compile(
    r"present|attend|apolog|absent|roll|regret|excused|here\b|quorum|by invitation", re.IGNORECASE
)


def are_members(found: Sequence[Attendee]) -> bool:
    """Whether a list names a body's members, under its name, and does not say that they came: `Board of Directors` in a letterhead."""
    return bool(found) and not any(_TELLS_WHO_CAME.search(a.fields["status"].text) for a in found)


_POSTS = frozenset({"clerk", "secretary"})  # headings over one person
_TAKES_MINUTES = frozenset(
    {"scribe", "scribes", "minute taker", "minutetaker", "minutes taken by", "minutes", "notes", "clerk"}
)


def once_each(found: list[Attendee]) -> None:
    """Of those listed who are named again as the one who took the minutes, or as the clerk, the list alone is kept."""
    takers = [a for a in found if _takes_minutes(a)]
    if not takers:
        return
    here = [_words(a) for a in found if a.status in {"present", "in_attendance"} and not _takes_minutes(a)]
    again = {id(a) for a in takers if any(same_name(_words(a), name) for name in here)}
    found[:] = [a for a in found if id(a) not in again]


def _takes_minutes(attendee: Attendee) -> bool:
    return attendee.status == "in_attendance" and fold(attendee.fields["status"].text.rstrip(" :")) in _TAKES_MINUTES


def _words(attendee: Attendee) -> list[str]:
    return attendee.fields["person"].text.split()


def members_alone(found: Sequence[Attendee]) -> None:
    """Where no other list is of those present, those in attendance are: the list of a council with its mayor in it."""
    first = next((a for a in found if a.status == "in_attendance"), None)
    here = [a for a in found if first is not None and a.fields["status"].text == first.fields["status"].text]
    if any(a.status == "present" and not _beside(a) for a in found) or not any(map(_leads, here)):
        return
    for attendee in (a for a in found if a.status == "present"):
        attendee.status = "in_attendance"  # `Also present`, beside them
        attendee.fields["status"] = replace(attendee.fields["status"], note="in_attendance", confidence=0.7)
    for attendee in here:
        attendee.status = "present"
        attendee.fields["status"] = replace(attendee.fields["status"], note="present", confidence=0.7)


def _beside(attendee: Attendee) -> bool:
    return fold(attendee.fields["status"].text.rstrip(" :")).startswith(("also ", "others "))


def _leads(attendee: Attendee) -> bool:
    role = attendee.fields.get("role")
    return role is not None and (_HEADS.match(role.text) is not None or is_chair(role.text))


def with_posts_of_headings(found: Sequence[Attendee]) -> None:
    """Gives the one person whom a post leads its name as role: `Clerk: A Smith`."""
    led: dict[tuple[Word, ...], list[Attendee]] = {}
    for attendee in found:
        heading = attendee.fields["status"]
        if heading.words and is_office(heading.text):
            led.setdefault(heading.words, []).append(attendee)
    for alone in (people[0] for people in led.values() if len(people) == 1):
        heading = alone.fields["status"]
        alone.fields.setdefault("role", Field(heading.text.rstrip(" :"), heading.words, confidence=0.85))


def is_office(heading: str) -> bool:
    """Whether a heading of attendance is the post of the one person under it."""
    return fold(heading.rstrip(" :")) in _POSTS


def attending_beside(found: Sequence[Attendee]) -> None:
    """Those listed as `Attending` were in attendance where others are listed as present."""
    attending = [a for a in found if a.status == "present" and _heading(a) == "attending"]
    if attending and any(a.status == "present" and _heading(a) != "attending" for a in found):
        for attendee in attending:
            attendee.status = "in_attendance"
            attendee.fields["status"] = replace(attendee.fields["status"], note="in_attendance")


def _heading(attendee: Attendee) -> str:
    return fold(attendee.fields["status"].text.rstrip(" :"))


def with_offices(found: Sequence[Attendee]) -> None:
    """Gives those of a list their office where it names offices before names: `Mayor A Smith`, and so `Councillor B Jones`."""
    if not any(_before_name(a) and _HEADS.match(a.fields["role"].text) for a in found):
        return
    for attendee in (a for a in found if "role" not in a.fields):
        person = attendee.fields["person"]
        match = _OFFICE.match(person.text)
        if match is not None and person.words:
            count = len(match["office"].split())
            attendee.fields["role"] = Field(match["office"], person.words[:count], confidence=0.85)


def _before_name(attendee: Attendee) -> bool:
    """Whether a role is printed on the line of a name, before it."""
    role, person = attendee.fields.get("role"), attendee.fields["person"]
    if role is None or not role.words or not person.words:
        return False
    first, name = role.words[0], person.words[0]
    return first.page == name.page and abs(first.top - name.top) < first.font.size and first.x0 < name.x0
