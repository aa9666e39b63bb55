"""Who was there: lists under headings, blocks of names, tables."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from extract.meeting.attendance_beside import headings_beside, read_beside
from extract.meeting.attendance_bodies import Bodies, find_bodies, group_beside, people_led, people_of_bodies
from extract.meeting.attendance_chair import in_the_chair, presided, same_name
from extract.meeting.attendance_codes import told_by_code, without_codes
from extract.meeting.attendance_column_heads import NAMES, headed_columns
from extract.meeting.attendance_columns_down import read_columns_down
from extract.meeting.attendance_grid import key_of
from extract.meeting.attendance_headings import heading_of, segments, until
from extract.meeting.attendance_lists import Columns, cells_of, find_columns, is_post, persons_of
from extract.meeting.attendance_marks import mark_key
from extract.meeting.attendance_meant import closes_bracket, goes_on_behind_dash, masthead, told_together
from extract.meeting.attendance_names_across import lists_of_names
from extract.meeting.attendance_posts import read_posts
from extract.meeting.attendance_prose import is_prose
from extract.meeting.attendance_rows import people_of_row, told_beside
from extract.meeting.attendance_run_in import parted
from extract.meeting.attendance_sides import Block, find_sides, people_of
from extract.meeting.attendance_stack_columns import stack_beside, stacks_below
from extract.meeting.attendance_stacks import printed_lines, stacked_people
from extract.meeting.attendance_stars import with_stars
from extract.meeting.attendee import Attendee, make_attendee, of_group
from extract.meeting.body_names import names_body
from extract.meeting.layout import is_minutes_table
from extract.meeting.names import title_end
from extract.meeting.person_parts import Person
from extract.meeting.persons import persons_of_list
from extract.meeting.pieces import Piece
from extract.meeting.surnames import bare_surnames
from extract.meeting.turned_names import list_is_turned, runs_turned, turned_people
from extract.meeting.vocabulary import vocabulary
from extract.wording import fold
from models.page import Word
from models.record import Field

# How many there were, between the heading and the first name: `Present: 6 - Mayor A Smith`.
COUNTED = re.compile(r"\(\d{1,3}\)\s*[–—:.-]?\s*|\d{1,3}\s*[–—:.-]\s*(?=[A-Z])|\d{1,3}\s+(?=[A-Z])")
FROM_AFAR = frozenset(
    {"virtually", "attending virtually", "remotely", "attending remotely", "joined remotely", "joining remotely"}
    | {"virtual", "online", "attending online", "joining online", "via teams", "by video conference"}
)
GROUPS = frozenset({"members", "officers", "governors", "trustees", "directors", "councillors", "staff", "others"})
# `Minutes of the meeting held at … on …`: no list of people, whatever stood before it.
MEETING_LINE = re.compile(
    r"\b(?:minutes|meeting|notes)\b[^;]{0,120}?\b(?:held|took place|commenc\w+|convened)\b", re.IGNORECASE
)


def read_attendance(pieces: Sequence[Piece], paper: Sequence[Piece] = ()) -> tuple[list[Attendee], set[int]]:
    """The people of the pieces before the first item, and which pieces they fill.

    Where the `paper` never speaks of apologies, those listed as absent are the ones it tells of as away.
    """
    pieces, origins = parted(pieces)
    pieces, codes = without_codes(pieces)
    columns = find_columns([p for p in pieces if (p.label is None or p.table is None) and not p.centred])
    key = key_of(p.text for p in pieces if p.text) | mark_key(pieces)
    reader = _Reader(pieces, columns, key, find_sides(pieces), find_bodies(pieces))
    reader.turned, reader.codes = list_is_turned(pieces), codes
    names = {**headed_columns(pieces, columns), **lists_of_names(pieces, columns)}
    i = 0
    while i < len(pieces):
        reader.columns = names.get(i, columns)
        i = reader.read(i)
    told_together(reader.found, paper)
    told = with_stars(reader.found, pieces)
    reader.filled.update([] if told is None else [told])
    filled = reader.filled - masthead(pieces, reader.filled, reader.found)
    return _once(reader.found, reader.chairs), _whole(filled, origins)


def _whole(filled: set[int], origins: Sequence[int]) -> set[int]:
    """Of the parts that lists fill, the pieces they are parts of; but for those that begin with something else: `Minutes of 4 March`."""
    first = {origin: i for i, origin in reversed(list(enumerate(origins)))}
    return {origins[i] for i in filled if first[origins[i]] in filled}


def _once(found: Sequence[Attendee], chairs: Sequence[Attendee]) -> list[Attendee]:
    """The people of the lists, and before them who a line says was in the chair, unless a list names that person too."""
    listed = [a.fields["person"].text.split() for a in found if a.status == "present"]
    new = [c for c in chairs if not any(same_name(c.fields["person"].text.split(), name) for name in listed)]
    return [*new, *found]


@dataclass(slots=True)
class _Reader:
    """The list as far as it has been read: under which heading, and which body, the next name stands."""

    pieces: Sequence[Piece]
    columns: Columns | None
    key: Mapping[str, str]  # what the paper says of its codes of attendance
    sides: Mapping[int, Block]  # lists that are read column by column, by the piece in which each begins
    bodies: Mapping[int, Bodies]  # lists whose bodies stand before their people, likewise
    found: list[Attendee] = field(default_factory=list)
    filled: set[int] = field(default_factory=set)
    status: str | None = None
    heading: Field | None = None
    group: Field | None = None  # the body under whose name people are listed
    chairs: list[Attendee] = field(default_factory=list)  # of lines such as `Chair: A Smith`
    codes: Mapping[int, tuple[str, Word]] = field(default_factory=dict)  # what a code behind the name on a line says
    turned: bool = False  # whether names are printed surname first
    led: bool = False  # whether bodies lead their people with a colon

    def read(self, i: int) -> int:
        """Takes up piece `i` and what belongs to it; the piece to go on with."""
        piece = self.pieces[i]
        if (after := self._in_columns(i)) > i:
            return after
        if self.status is not None and self.heading is not None:
            people, after = read_posts(self.pieces, i, self.status, self.heading)
            if people:
                self._take(people, range(i, after))
                return after
            if (held := self.bodies.get(i)) is not None:
                self._take(list(people_of_bodies(held, self.status, self.heading)), range(i, held.after))
                return held.after
        if (chair := in_the_chair(piece)) is not None:
            self.chairs.append(chair)
            return i + 1
        if presided(piece, self.found):
            self.filled.add(i)
            return i + 1
        if (after := self._stacks(i)) > i:
            return after
        beside, after = read_columns_down(self.pieces, i)
        beside, after = (beside, after) if beside else read_beside(self.pieces, i)
        if beside:
            self._take(beside, range(i, after))
            return after
        if piece.cells:
            self._take(list(people_of_row(piece, self.status, self.heading, self.key)), (i,))
        elif piece.label is not None:
            status = vocabulary("attendance_headings").get(fold(piece.label))
            if status is not None and self._beside_last(i):
                self.filled.add(i)
            elif status is not None:
                self._under(status, Field(piece.label, piece.label_words))
                if (after := self._stack(i)) > i:
                    return after
                self._list(i, 0)
        elif (head := heading_of(piece)) is not None:
            if not self._is_group(i, head[1]):
                self._under(head[0], piece.field(0, head[1]))
            self.filled.add(i)
            if (after := self._stack(i, head[1])) > i:
                return after
            self._list(i, head[1])
        elif self.status is not None and MEETING_LINE.search(piece.text):
            self.status = self.heading = None  # a line about the meeting: the list before it has ended
        elif self.status is not None:
            self._bare(i)
        return i + 1

    def _in_columns(self, i: int) -> int:
        """Takes up a list in columns whose lines are no entries; the piece after it, `i` where none begins."""
        block = self.sides.get(i)
        told = people_of(block, self.status, self.heading) if block is not None else None
        if block is None or told is None:
            return i
        people, status, heading = told
        if block.label:
            self._under(status, heading)
        self._take(people, range(i, block.after))
        return block.after

    def _stacks(self, i: int) -> int:
        """Takes up people on several lines each, in columns below one heading or several; the piece after them, else `i`."""
        heads = headings_beside(self.pieces[i])
        if len(heads) > 1:
            told = [(left, status, heading) for left, status, heading in heads]
            people, after = stacks_below(self.pieces, i + 1, told)
        elif self.status is not None and self.heading is not None and i - 1 in self.filled:
            people, after = stacks_below(self.pieces, i, [(None, self.status, self.heading)])
        else:
            return i
        self._take(people, range(i, after))
        return after if people else i

    def _stack(self, i: int, start: int = 0) -> int:
        """Takes up people on several lines each, beside their heading; the piece after them, else `i`."""
        piece = self.pieces[i]
        if self.status is None or self.heading is None:
            return i
        if piece.table is None:
            people, after = stack_beside(self.pieces, i, start, self.status, self.heading)
            self._take(people, range(i, after))
            return after
        after = i + 1
        while after < len(self.pieces) and _same_cell(piece, self.pieces[after]):
            after += 1
        words = [w for p in self.pieces[i:after] for w in (*p.marker_words, *p.words)]
        people = stacked_people(printed_lines(words), self.status, self.heading) if piece.label is not None else []
        self._take(people, range(i, after))
        return after if people else i

    def _beside_last(self, i: int) -> bool:
        """Whether a cell speaks of the person named last, in the same row of a table under the same label."""
        piece, before = self.pieces[i], self.pieces[i - 1] if i else None
        same = before is not None and before.table is piece.table and before.row == piece.row and i - 1 in self.filled
        return same and bool(self.found) and told_beside(piece, self.found[-1])

    def _under(self, status: str, heading: Field) -> None:
        if fold(heading.text.rstrip(" :")) in FROM_AFAR and self.found and self.found[-1].status == "present":
            status = "present"  # it says how they came, not as whom
        self.status, self.heading, self.group = status, heading, None

    def _is_group(self, i: int, end: int) -> bool:
        """Whether `Members: …` right below `Apologies:` says which of those away they are, and nothing of who came."""
        over = heading_of(self.pieces[i - 1]) if i and self.pieces[i - 1].text else None
        whole = over is not None and over[0] == self.status == "apologies" and over[1] == len(self.pieces[i - 1].text)
        return whole and 0 < end < len(self.pieces[i].text) and fold(self.pieces[i].text[:end].rstrip(" :–-")) in GROUPS

    def _take(self, people: Sequence[Attendee], pieces: Sequence[int]) -> None:
        self.found.extend(people)
        self.filled.update(pieces if people else ())

    def _bare(self, i: int) -> None:
        """A piece without a heading of its own: people, the body they come from, or the end of the list."""
        piece = self.pieces[i]
        if fold(piece.text) == "minutes" and i - 1 in self.filled:
            return  # the paper's title, between the sentence that announces a list and the list
        # a title in the middle of the page is no name, and prose no list
        title = (piece.bold or piece.upper) and (piece.centred or _apart(piece, self.found))
        title = title or (piece.table is not None and self.found != [] and is_minutes_table(piece.table))
        closes = i > 0 and (")" in piece.text or "]" in piece.text)
        closes = closes and closes_bracket(piece, self.pieces[i - 1], self.found)
        if closes or goes_on_behind_dash(piece, self.found):
            self.filled.add(i)
        elif piece.words[-1:] == piece.words[:1] and i - 1 in self.filled and fold(piece.text) in NAMES:
            self.filled.add(i)  # the heading of their column
        elif _names_group(piece, self.pieces, i, self.columns):
            self.group = piece.field(0, len(piece.text.rstrip(" :")), 0.8)
            self.filled.add(i)
        elif title or is_prose(piece):
            self.status = self.heading = None
        elif self.columns is not None and _runs_on(piece, self.columns, self.found):
            self.filled.add(i)
        elif not self._list(i, 0) and (piece.bold or piece.upper or len(piece.text) > 120 or ":" in piece.text):
            self.status = self.heading = None  # another heading, or prose: the list has ended

    def _list(self, i: int, start: int) -> bool:
        """The people of a piece from a place on; whether there were any."""
        piece = self.pieces[i]
        if self.status is None or self.heading is None:
            return False
        if start or piece.label is not None:
            counted = COUNTED.match(piece.text, start)
            start = counted.end() if counted else start
        group = group_beside(piece, start)
        if (
            group is not None
        ):  # `Northshire    Councillors A Smith, B Jones`: the body they come from stands beside its people
            self.group = piece.field(start, group, 0.85)
            people = persons_of_list(piece.text, group)
            new = [make_attendee(piece, p, self.status, self.heading) for p in people]
            for attendee in new:
                attendee.fields.setdefault("affiliation", self.group)
            self._take(new, (i,))
            return True
        led = people_led(piece, start, self.status, self.heading, self.led)
        if led:
            self.led = True
            self._take(led, (i,))
            return True
        new = []
        columns = (
            None if piece.label is not None and piece.table is not None else self.columns
        )  # a cell has none of them
        for begin, end, status, heading in segments(piece, start, self.status, self.heading):
            part = piece if end == len(piece.text) else until(piece, end)
            people = turned_people(part, begin) if self.turned or runs_turned(part, begin) else []
            people = people or persons_of(part, begin, columns)
            if not people and begin:  # `Present: Ames, Bolt, Cray`
                people = [Person(name, sure=0.85) for name in bare_surnames(piece.text, begin, end)]
            new.extend(make_attendee(piece, p, status, heading) for p in people)
            self.status, self.heading = status, heading
        told_by_code(new, self.codes.get(i))
        if self.group is not None:
            for attendee in new:
                of_group(attendee, self.group)
        self._take(new, (i,))
        return bool(new)


def _same_cell(one: Piece, two: Piece) -> bool:
    return two.table is one.table and two.row == one.row and two.label_words == one.label_words


def _runs_on(piece: Piece, columns: Columns, found: list[Attendee]) -> bool:
    """A line that stands in a later column alone goes on with what that column said of the person before."""
    rows = list(cells_of(piece))
    if (
        not found
        or not rows
        or any(len(row) > 1 or row[0][0].x0 < columns.edges[0] - 6 for row in rows)
        or columns.names
    ):
        return False
    fields = found[-1].fields
    name = "affiliation" if "affiliation" in fields else "role" if "role" in fields else None
    if name is None:
        return False
    before = fields[name]
    whole = replace(before, text=f"{before.text} {piece.text}", words=before.words + piece.words)
    fields[name] = whole
    if "role" not in fields and is_post(
        whole.text
    ):  # its last word tells that it is one: `Senior Pier Services` over `Officer`
        fields["role"] = fields.pop(name)
    return True


def _apart(piece: Piece, found: Sequence[Attendee]) -> bool:
    """Whether a bold line in capitals stands under names that are set in neither."""
    names = [a.fields["person"].text for a in found[-3:]]
    return piece.upper and bool(names) and not any(n.isupper() for n in names) and title_end(piece.text) == 0


def _names_group(piece: Piece, pieces: Sequence[Piece], i: int, columns: Columns | None) -> bool:
    """Whether a line over some of the people names the body they come from: `Cabinet Office:`."""
    apart = piece.text.endswith(":") or piece.bold or names_body(piece.text)
    named = not (piece.bold and piece.text.endswith(":") and title_end(piece.text) == 0) and persons_of(
        piece, 0, columns
    )
    if not apart or len(piece.text.split()) > 7 or named or i + 1 >= len(pieces):
        return False
    following = pieces[i + 1]
    return (
        not following.bold
        and following.marker is None
        and len(persons_of(following, 0, columns)) > 0
        and not is_prose(following)
    )
