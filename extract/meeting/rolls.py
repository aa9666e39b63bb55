"""Votes by name as printed: `AYES: Orr, Lake`, divisions (`For the amendment (9): …`), `Penn–aye, Orr–nay`, names under their side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from extract.meeting.fates import result_in
from extract.meeting.pieces import Piece
from extract.meeting.ranges import Stretch
from extract.meeting.side_lines import (
    BEGINS,
    COUNT,
    COUNT_LAST,
    NAME,
    OBJECT,
    OVER,
    WORDS,
    is_names_line,
    side_over_names,
)
from extract.meeting.sides_first import SAYS, sides_first
from extract.meeting.tallies import SIDES, VOTES, line_of_counts, tally_in, tally_of
from extract.meeting.vote_rows import named_over
from extract.meeting.vote_words import divided_in
from models.late import late

_SIDE = late(
    r"(?:^|(?<=[\s.;:|(–-]))(?:"
    rf"(?P<lead>(?i:(?:those\s+|members?\s+|councillors?\s+|trustees\s+)?vot(?:ing|ed|es?))|(?i:those|members?))\s+(?P<side1>(?i:{WORDS}))"
    rf"|(?:(?P<before>\d{{1,3}})\s+)?(?P<side2>{WORDS}|(?:for|against)(?=\s+the\s+(?:motion|amendment)\b)))(?i:\s+votes?\b)?{OBJECT}{COUNT}"
    r"\s*(?::\s?[–—-]?|[–—-](?=\s))\s*"
)
# The same where the first side has its count behind it: `AYES: 4 NAYS: 1`
_SIDE_FIRST = late(_SIDE.pattern.replace(r"(?:(?P<before>\d{1,3})\s+)?", ""))
_COUNT_FIRST = re.compile(
    r"\(?(?P<count>\d{1,3})\)?(?:\s+(?i:votes?|members?|councillors?))?(?:\s*(?:[–—:(-]|$|(?=[.;,]))|\s+(?=[A-Z])|(?=\s*$))\s*"
)
# `none`, `0 (A Smith out of the room)`
_NOBODY = re.compile(r"\(?(?:none|nil|nobody|no one|zero|n/?a|0|[–—-])(?:\s*\([^()]*\))?\W*$", re.IGNORECASE)
_SAID = (
    r"(?i:aye|yea|yes|nay|no|for|against|abstain(?:ed|ing|s)?|absent|excused|recused|not\s+voting|in\s+favou?r|opposed)"
)
_PAIR = late(rf"(?P<who>{NAME}?)\s*(?:[-–—:,(]\s*|\s+(?:voted\s+|votes\s+)?)(?P<said>{_SAID})\b\)?")
# What the count of names came to, in the same sentence: `… (4) - whereupon the motion was declared carried`
_THEREFORE = re.compile(r"[\s,;–—-]+(?:and\s+)?(?:whereupon|whereby|accordingly|so\s+that)\b")
# The end of a sentence, where no title is cut short: `Cllr. Orr`
_SENTENCE = re.compile(
    r"(?<=[a-z\d)])(?<!\bSt)(?<!\bCllr)(?<!\bCllrs)(?<!\bCr)(?<!\bAld)(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)\.\)?\s+(?=[A-Z])"
)
_FAVOUR = ("ay", "yea", "yes", "in f", "for", "in the aff", "ar son", "o blaid")
LEAST_PAIRS = 3
MOST_NAMES = 90  # lines of names under one side


@dataclass(slots=True)
class RollCall:
    """A vote by name. `names` and `counts` are by side: votes_for, votes_against, abstentions, absent, not_voting.

    `division`: a motion stood against an amendment; those for the amendment are the ones against the motion.
    """

    index: int
    start: int
    stop: int  # the piece after its last line
    end: int  # where it ends in that last piece
    names: dict[str, list[Stretch]] = field(default_factory=dict)
    counts: dict[str, Stretch] = field(default_factory=dict)
    division: bool = False
    carried: bool | None = None  # where its counts alone tell it, or each member with what they said

    @property
    def sides(self) -> set[str]:
        return set(self.names) | set(self.counts)


@dataclass(slots=True)
class _Side:
    """One side as printed: its column, what it was for or against, and where its count and names stand."""

    column: str
    object: str | None
    count: Stretch | None = None
    names: list[Stretch] = field(default_factory=list)
    nobody: bool = False


def roll_call(pieces: Sequence[Piece], i: int, start: int = 0) -> RollCall | None:
    """The roll call that begins in piece `i`, on two sides at least; it may run over the pieces below."""
    text = pieces[i].text
    paired = (
        _by_member(pieces, i, start)
        or _counted(text, i, start)
        or _tallied(text, i, start)
        or _stood(pieces, i, start)
        or (_in_lines(pieces, i, start) if start or pieces[i].text[:2] in SAYS else None)
    )
    if paired is not None:
        return paired
    first = next(iter(_sides_of(pieces, i, start, told=False)), None)
    if first is None or column_of(_said(first)) != "votes_for":
        return None
    told: list[_Side] = []
    begin, stop, end = first.start(), i, first.start()
    for j in range(i, len(pieces)):
        text = pieces[j].text
        sides = _sides_of(pieces, j, start if j == i else 0, told=bool(told))
        if j > i and (not sides or sides[0].start() > 3):
            if named_over(pieces, j + 1):
                break  # the next row of a table of motions
            if told and is_names_line(pieces[j]) and not told[-1].nobody and _goes_on(told[-1], pieces, j):
                many = COUNT_LAST.search(text) if told[-1].count is None else None
                told[-1].count = (j, *many.span("count")) if many is not None else told[-1].count
                told[-1].names.append((j, 0, many.start() if many is not None else len(text)))
                stop, end = j + 1, len(text)
                continue
            break
        new = [_Side(column_of(_said(s)), _object(s)) for s in sides]
        if j > i and any(_again(told, s) for s in new):
            break
        again = next((n for n, s in enumerate(new) if n and _again(new[:n], s) and _told_between(text, sides, n)), None)
        sides, rest = sides[:again], sides[again:] if again else ()
        for n, (match, side) in enumerate(zip(sides, new, strict=False)):
            last = sides[n + 1].start() if n + 1 < len(sides) else _list_end(text, match.end())
            _fill(side, match, (j, match.end(), last), text)
            told.append(side)
            stop, end = j + 1, last
        if rest:
            break  # `… Nays: Lake. Motion failed. Motion by Orr … Ayes: …`: another vote in the same paragraph
    return _roll(told, RollCall(i, begin, stop, end))


def _counted(text: str, i: int, start: int) -> RollCall | None:
    """A division that a sentence counts: `five voted for the motion and seven for the amendment`."""
    match = divided_in(text, start)
    if match is None or match["one"].casefold() == match["two"].casefold():
        return None
    sides = {match["one"].casefold(): "first", match["two"].casefold(): "second"}
    counts = {"votes_for": (i, *match.span(sides["motion"])), "votes_against": (i, *match.span(sides["amendment"]))}
    if match["abstain"]:
        counts["abstentions"] = (i, *match.span("abstain"))
    end = match.end("two") - len(match["two"]) if match["abstain"] is None else match.end()
    return RollCall(i, match.start(), i + 1, end, counts=counts, division=True)


def _tallied(text: str, i: int, start: int) -> RollCall | None:
    """A vote counted by letters: `(Y-4; N-1, Smith)`, `(Y-5)`; or in a line that begins with its counts."""
    match = tally_in(text, start) or (line_of_counts(text) if not start and text[:4] in VOTES else None)
    if match is None:
        return None
    found = RollCall(i, match.start(), i + 1, match.end())
    for side in SIDES:
        names = match.groupdict().get(f"{side}_names")
        if match.groupdict().get(side):
            found.counts[side] = (i, *match.span(side))
        if names:
            found.names[side] = [(i, *match.span(f"{side}_names"))]
    found.carried = int(match["votes_for"]) > int(match["votes_against"] or 0)
    return found


def _stood(pieces: Sequence[Piece], i: int, start: int) -> RollCall | None:
    """A division counted line by line: `Motion by Councillor Orr - 13 votes` over `Amendment by Councillor Lake - 5 votes`."""
    if start or not pieces[i].line_spans or tally_of(pieces[i].text[: pieces[i].line_spans[0][1]]) is None:
        return None
    counts: dict[str, Stretch] = {}
    columns = {"motion": "votes_for", "amendment": "votes_against"}
    stop, end = i, 0
    near = range(i, min(i + 3, len(pieces)))
    for j, a, b in [(k, *span) for k in near for span in pieces[k].line_spans]:
        match = tally_of(pieces[j].text[a:b])
        column = columns.get(match["what"].casefold(), "abstentions") if match is not None else ""
        if match is None or column in counts:
            break
        counts[column] = (j, a + match.start("count"), a + match.end("count"))
        stop, end = j + 1, b
    return RollCall(i, 0, stop, end, counts=counts, division=True) if set(columns.values()) <= set(counts) else None


def _in_lines(pieces: Sequence[Piece], i: int, start: int) -> RollCall | None:
    """Members on lines of their own behind what they said: `Yes  A Smith`."""
    told = sides_first(pieces, i, start)
    if not told:
        return None
    last = told[-1][1]
    begin = max(a for a, _ in pieces[i].line_spans if a <= told[0][1][1])
    found = RollCall(i, begin, last[0] + 1, len(pieces[last[0]].text))
    for said, who in told:
        found.names.setdefault(column_of(said), []).append(who)
    found.carried = True if not found.names.keys() & {"votes_against", "abstentions"} else None
    return found


def _goes_on(side: _Side, pieces: Sequence[Piece], j: int) -> bool:
    """Whether a line of names is a side's: nothing but its head stands above it, or names that are not at their end."""
    if not side.names:
        return side.count is not None or OVER.match(pieces[j - 1].text) is not None
    if pieces[j].bold and not pieces[side.names[-1][0]].bold:
        return False
    return (
        side.names[-1][0] == j - 1
        and len(side.names) < MOST_NAMES
        and not pieces[j - 1].text.rstrip(" )").endswith(".")
    )


def _roll(told: Sequence[_Side], found: RollCall) -> RollCall | None:
    """The sides by column. Where motion and amendment stand against each other, the motion's is the side for."""
    fors = [s for s in told if s.column == "votes_for"]
    against = any(s.column == "votes_against" for s in told)
    if len(fors) == 2 and not against and {s.object for s in fors} & {"amendment", "negative"}:
        found.division = True
        for side in fors:
            side.column = "votes_against" if side.object in {"amendment", "negative"} else "votes_for"
    for side in told:
        if side.count is not None:
            found.counts.setdefault(side.column, side.count)
        if side.names:
            found.names.setdefault(side.column, []).extend(side.names)
    return found if len(found.sides) >= 2 and "votes_for" in found.sides else None


def _again(told: Sequence[_Side], side: _Side) -> bool:
    """Whether a side begins another roll call: it was told before. A division tells `for` twice."""
    same = [s for s in told if s.column == side.column and side.column not in {"absent", "not_voting"}]
    return any(s.object == side.object or side.object is None or s.object is None for s in same)


def _told_between(text: str, sides: Sequence[re.Match[str]], n: int) -> bool:
    """Whether the vote before a side has its result in print: what follows is of another."""
    return result_in(text[: sides[n].start()], 0, sides[n - 1].end()) is not None


def _sides_of(pieces: Sequence[Piece], j: int, start: int, *, told: bool) -> tuple[re.Match[str], ...]:
    """The sides that a piece tells of: in its text, or in its first line over the names (`told`: another has been already)."""
    found = _sides(pieces[j].text, start)
    if found or start or pieces[j].text[:3] not in BEGINS:
        return found
    over = side_over_names(pieces, j, told=told)
    return (over,) if over is not None else ()


@lru_cache(maxsize=1024)  # the readers of motions and of votes each ask it of every piece
def _sides(text: str, start: int) -> tuple[re.Match[str], ...]:
    over = OVER.match(text) if start == 0 else None
    if over is not None and (over["object"] or over["count"]):
        return (over,)
    found = tuple(_SIDE.finditer(text, start))
    # nothing stands between the first side and a number: it is that side's count, not the next one's
    behind = len(found) > 1 and not found[0]["before"] and found[0].end() == found[1].start() and found[1]["before"]
    return tuple(_SIDE_FIRST.finditer(text, start)) if behind else found


def _said(match: re.Match[str]) -> str:
    return str(match.groupdict().get("side1") or match["side2"])


def _object(match: re.Match[str]) -> str | None:
    said = (match["object"] or "").casefold()
    return "negative" if said.startswith("direct") else said or None


def _list_end(text: str, start: int) -> int:
    """Where a list of names ends: at a sentence that says how the vote went, or with the text."""
    result = result_in(text, 0, start)
    stop, therefore = _SENTENCE.search(text, start), _THEREFORE.search(text, start)
    ends = [len(text)] + ([result.stretch[1]] if result else []) + [m.start() for m in (stop, therefore) if m]
    return max(start, min(ends))


def column_of(side: str) -> str:
    """The column of the view that a side's name stands for; `absent` and `not_voting` for those who took no side."""
    folded = side.casefold()
    if folded.startswith(("abst", "staon", "ymatal")):
        return "abstentions"
    if folded.startswith(("absent", "away", "excused", "not p", "as l", "yn absennol")):
        return "absent"
    if folded.startswith(("not v", "recused", "declined", "did not")):
        return "not_voting"
    return "votes_for" if folded.startswith(_FAVOUR) else "votes_against"


def _fill(side: _Side, match: re.Match[str], stretch: Stretch, text: str) -> None:
    """Count and names of a side: `(4): …`, `4 – …`, `… (4)`, `None`."""
    index, start, end = stretch
    for group in ("count", "before"):
        if match.groupdict().get(group):
            side.count = (index, *match.span(group))
    if _NOBODY.match(text[start:end].strip()):
        word = re.compile(r"[^\s(]+?(?=[).;,]*\s*$|[).;,]*\s)").search(text, start, end)
        side.count = side.count or ((index, *word.span()) if word else None)
        side.nobody = True
        return
    if side.count is None and (first := _COUNT_FIRST.match(text, start, end)) is not None:
        side.count = (index, *first.span("count"))
        start = first.end()
    last = COUNT_LAST.search(text, start, end)
    if last is not None and side.count is None:
        side.count = (index, *last.span("count"))
    if last is not None:
        end = last.start()
    names = text[start:end].rstrip(" .;,)")
    if any(c.isalpha() for c in names):
        side.names.append((index, start, start + len(names)))


def _by_member(pieces: Sequence[Piece], i: int, start: int) -> RollCall | None:
    """`Penn–aye, Orr–nay`, in one paragraph or on lines of their own: each member with what they said."""
    pairs: list[tuple[int, re.Match[str]]] = []
    for j in range(i, len(pieces)):
        own = _run_of_pairs(pieces[j].text, start if j == i else 0, alone=j > i)
        if not own:
            break
        pairs.extend((j, match) for match in own)
        if len(own) > 1:
            break
    if len(pairs) < LEAST_PAIRS:
        return None
    found = RollCall(i, pairs[0][1].start(), pairs[-1][0] + 1, pairs[-1][1].end())
    for j, match in pairs:
        found.names.setdefault(column_of(match["said"]), []).append((j, *match.span("who")))
    found.carried = True if found.names.keys() == {"votes_for"} else None
    return found


@lru_cache(maxsize=1024)  # the readers of motions and of votes each ask it of every piece
def _run_of_pairs(text: str, start: int, *, alone: bool) -> tuple[re.Match[str], ...]:
    """The first run of pairs in a text, one after the other; `alone`: nothing else may stand there."""
    runs: list[list[re.Match[str]]] = []
    for match in _PAIR.finditer(text, start):
        if runs and re.fullmatch(r"[\s,;.&]*(?:and\s+)?", text[runs[-1][-1].end() : match.start()]):
            runs[-1].append(match)
        else:
            runs.append([match])
    runs = [
        r
        for r in runs
        if len(r) >= LEAST_PAIRS or (len(r) == 1 and r[0].end() - r[0].start() >= len(text.rstrip(" .")))
    ]
    if not runs or (alone and runs[0][0].start() > 0):
        return ()
    return tuple(runs[0])
