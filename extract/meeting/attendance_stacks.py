"""People each printed on several lines one below the other: name, then role, then the body they come from.

Cllr A Smith                 Dr B Jones
Cabinet Member for Adults    Clinical Director
Anyshire Council             Anyshire Hospitals
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extract.meeting.attendee import Attendee, make_attendee
from extract.meeting.names import has_role, is_body, title_end
from extract.meeting.person_parts import Person
from extract.meeting.persons import persons_of_line
from extract.meeting.pieces import piece_of_words
from models.page import Word
from models.record import Field

Lines = Sequence[Sequence[Word]]
FEWEST_TOLD = 0.6  # share of the people that must have a line below their name
WHITE = 1.25  # times the usual pitch of lines: white parts two people
LONGEST_NAME = 6  # words
_COUNTED = re.compile(
    r"\b(?:members? of the (?:public|press)|residents|electors|parishioners|public)\W*$", re.IGNORECASE
)
_BEHIND = re.compile(r"\s*,?\s*(?:[(\[][^()\[\]]{1,40}[)\]])?\s*,?")  # what may stand behind a name on its line


@dataclass(slots=True)
class _Entry:
    name: Sequence[Word]
    below: list[Sequence[Word]] = field(default_factory=list)


def stacked_people(lines: Lines, status: str, heading: Field) -> list[Attendee]:
    """The people of a cell or column; [] where its lines are not such entries."""
    entries = _entries(lines)
    told = sum(bool(e.below) for e in entries)
    names_below = any(sum(_name(line) is not None for line in e.below) > 1 for e in entries)
    if not told or told < FEWEST_TOLD * len(entries) or names_below:
        return []
    found: list[Attendee] = []
    for entry in entries:
        piece = piece_of_words(list(entry.name), [list(entry.name)])
        person = persons_of_line(piece.text)
        if person is None:
            return []
        attendee = make_attendee(piece, person, status, heading)
        _tell(attendee, entry.below)
        found.append(attendee)
    return found


def is_stack(lines: Lines) -> bool:
    """Whether lines may be such entries: a name, and below it a line that is none."""
    return len(lines) > 1 and _name(lines[0]) is not None and any(_says(line) for line in lines[1:])


def _entries(lines: Lines) -> list[_Entry]:
    """The lines of each person; [] where they do not begin with a name."""
    if not is_stack(lines):
        return []
    begins = _beginnings(lines)
    found: list[_Entry] = []
    for line, first in zip(lines, begins, strict=True):
        if first:
            found.append(_Entry(line))
        else:
            found[-1].below.append(line)
    return found


def _beginnings(lines: Lines) -> list[bool]:
    """Which lines are names: by the type of the first, by white above them, or because what they are follows below."""
    named = [_name(line) is not None for line in lines]
    looks = [_look(line) for line in lines]
    if looks[0] != looks[1]:
        return [look == looks[0] and name for look, name in zip(looks, named, strict=True)]
    pitches = [b[0].top - a[0].top for a, b in pairwise(lines)]
    least = min(pitches)
    apart = [True, *(pitch > WHITE * least for pitch in pitches)]
    if sum(apart) > 1 and all(name for name, white in zip(named, apart, strict=True) if white):
        return apart
    found: list[bool] = []
    for n, name in enumerate(named):
        after = lines[n + 1] if n + 1 < len(lines) else None
        plain = _titled(lines[n]) or (
            after is not None and _says(after) and len(after) > 1
        )  # `Board` ends a name of one
        found.append(name and (n == 0 or plain))
    return found


def _name(line: Sequence[Word]) -> Person | None:
    text = _text(line)
    if len(text.split()) > LONGEST_NAME + 6 or _says(line):
        return None
    person = persons_of_line(text)
    alone = person is not None and person.name.start <= title_end(text) and _BEHIND.fullmatch(text, person.name.end)
    return person if alone else None


def _says(line: Sequence[Word]) -> bool:
    """Whether a line says what somebody is, or which body: and names nobody."""
    text = _text(line)
    if _COUNTED.search(text):
        return False
    head = text.partition(" (")[0]
    if head and head != text and not (has_role(head) or is_body(head)):
        return False  # `Ferris (Chair)`, the end of a name
    person = persons_of_line(text)
    return (has_role(text) or is_body(text)) and (person is None or (title_end(text) == 0 and is_body(text)))


def _titled(line: Sequence[Word]) -> bool:
    return title_end(_text(line)) > 0


def _look(line: Sequence[Word]) -> tuple[bool, str, str]:
    font = line[0].font
    return font.bold, font.name, font.colour


def _tell(attendee: Attendee, below: Sequence[Sequence[Word]]) -> None:
    """Takes up what stands below a name: lines of the role, then those of the body."""
    body = len(below)
    if "role" in attendee.fields:
        body = 0
    elif len(below) > 1 and not has_role(_text(below[-1])):
        body = len(below) - 1
        while body > 1 and not has_role(_text(below[body - 1])) and not _is_open(below[body - 2]):
            body -= 1  # the name of a body that wraps
        if _is_open(below[body - 1]) and not is_body(_text(below[body])):
            body = len(below)  # a role that wraps: `Cabinet Member for` over `Adults`
    elif len(below) == 1 and not has_role(_text(below[0])):
        body = 0
    for name, lines in (("role", below[:body]), ("affiliation", below[body:])):
        words = [w for line in lines for w in line]
        if words and name not in attendee.fields:
            piece = piece_of_words(words, [list(line) for line in lines])
            bare = piece.text.startswith("(") and piece.text.endswith(")")  # `(Chair)`, below the name
            field = piece.field(1, len(piece.text) - 1) if bare else piece.field()
            attendee.fields[name] = replace(field, confidence=0.85)


def _is_open(line: Sequence[Word]) -> bool:
    return _text(line).endswith((",", "&", " for", " of", " and", " the"))


def _text(line: Sequence[Word]) -> str:
    return " ".join(w.text for w in line)


def printed_lines(words: Sequence[Word]) -> list[list[Word]]:
    """Words in printed order as lines."""
    lines: list[list[Word]] = []
    for word in words:
        last = lines[-1][-1] if lines else None
        if last is not None and last.page == word.page and abs(last.top - word.top) < 0.4 * word.font.size:
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines
