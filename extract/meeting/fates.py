"""How a motion fared, as printed behind it: `CARRIED (5–1)`, `Motion failed`, `Vote: 4-0`, and roll calls by name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extract.meeting.pieces import Piece
from extract.meeting.ranges import Stretch

_NUMBER = r"(?:\d{1,3}|none|nil|no|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_FATE = (
    r"(?:not\s+carried|carried|carries|passed|passes|adopted|approved|agreed|accepted|defeated|lost|failed|fails|rejected"
    r"|negatived|did\s+not\s+(?:carry|pass)|ruled\s+out\s+of\s+order)"
)
_ON_THE_WAY = (
    r"(?:(?:was|is|were|being|having|been|then|duly|declared|therefore|thereupon|accordingly|put|to|a|an|the|vote|and|upon"
    r"|on|by|voted|called|roll|call|unanimously|also|subsequently)[\s,]+){0,12}"
)
_SAID = re.compile(
    rf"\b(?:the\s+)?(?:(?:main|original|amended|substantive|foregoing|above|said)\s+)?(?:motion|amendment|question"
    rf"|resolution|proposal)\b(?:\s+(?:no\.?\s*[\w-]*\d[\w-]*|as\s+(?:amended|presented)))?[\s,:–-]*{_ON_THE_WAY}"
    rf"(?P<verb>{_FATE})\b",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?:^|(?<=[.;:!?)”\"’\]]\s))\W{0,3}(?P<verb>(?:NOT\s+|Not\s+)?(?:CARRIED|Carried|DEFEATED|Defeated|LOST|Lost|FAILED|Failed"
    r"|PASSED|Passed|ADOPTED|NEGATIVED))\b"
)
_FIGURES = (
    re.compile(
        rf"[\s,:;–—(\[-]*(?:unanimously\W+)?(?:(?:by|on|with)\s+)?(?:a\s+)?(?:roll[ -]call\s+|recorded\s+|voice\s+|show of hands\s+)?"
        rf"(?:vote\s*|majority\s*)?(?:of\s+|:\s*)?[(\[]?(?P<for>\d{{1,2}})\s*(?:-|–|—|/|:|(?:votes?\s+)?to\s+)\s*(?P<against>\d{{1,2}})(?![\d/])"
        rf"(?:\s*(?:-|–|—|/|:|\s+to\s+)\s*(?P<abstain>\d{{1,2}})(?![\d/]))?(?:[\s,;]*(?:and\s+|with\s+)?"
        rf"(?P<abstained>{_NUMBER})\s+(?:\w+\s+)?abst\w+)?",
        re.IGNORECASE,
    ),
    re.compile(
        rf"[^.]{{0,40}}?\b(?P<for>{_NUMBER})\s*[)\]]?\s+(?:(?:members?|votes?|trustees|councill?ors)\s+)?(?:voted\s+|voting\s+)?(?:ayes?|yeas?|yes|in\s+favou?r|for)\b"
        rf"[\s,;:.]*(?:and\s+|with\s+|to\s+)?(?P<against>{_NUMBER})\s+(?:(?:members?|votes?)\s+)?(?:voted\s+|voting\s+)?(?:nays?|noes?|no|opposed|against)\b"
        rf"(?:[\s,;.]*(?:and\s+|with\s+)?(?P<abstain>{_NUMBER})\s+(?:\w+\s+)?abst\w+)?",
        re.IGNORECASE,
    ),
    re.compile(
        r"[^.]{0,40}?\b(?:ayes?|yeas?|yes|in\s+favou?r|for)\s*[:–=(-]?\s*(?P<for>\d{1,2})\)?[\s,;.]*(?:and\s+)?(?:nays?|noes?|no|opposed|against)"
        r"\s*[:–=(-]?\s*(?P<against>\d{1,2})\)?(?:[\s,;.]*(?:and\s+)?abst\w*\s*[:–=(-]?\s*(?P<abstain>\d{1,2})\)?)?",
        re.IGNORECASE,
    ),
)
_VOTE = re.compile(
    r"\b(?:roll[ -]call\s+|recorded\s+|voice\s+)?vote(?:\s+(?:was|results?|on\s+[^:.]{3,40}))?\s*[:–-]?\s*(?=\(?\d{1,2}\s*(?:-|–|/|to\b))",
    re.IGNORECASE,
)
_SIDE = re.compile(
    r"(?:^|(?<=[\s.;:|(]))(?:(?:those\s+)?vot(?:ing|ed|es?)\s+|those\s+|members?\s+)?(?P<side>AYES?|YEAS?|YES|IN FAVOU?R|FOR|NOES|NAYS?|NO"
    r"|AGAINST|OPPOSED|ABSTAIN(?:ED|ING|S)?|ABSTENTIONS?|ABSENT|EXCUSED|NOT VOTING|RECUSED|Ayes?|Yeas?|Yes|In favou?r|For|Noes|Nays?"
    r"|No|Against|Opposed|Abstain(?:ed|ing|s)?|Abstentions?|Absent|Excused|Not voting|Recused)"
    r"(?:\s*\(\s*(?P<count>\d{1,2})\s*\))?\s*(?::|[–—-](?=\s))\s*"
)
_COUNT_FIRST = re.compile(r"\(?(?P<count>\d{1,2})\)?(?:\s*(?:[–—:(-]|$|(?=[.;,]))|(?=\s*$))\s*")
_NOBODY = re.compile(r"(?:none|nil|nobody|no one|zero|n/?a|0|[–—-])\W*$", re.IGNORECASE)
_LOST = re.compile(r"not|defeat|lost|fail|reject|negativ|out of order", re.IGNORECASE)


@dataclass(slots=True)
class Result:
    """A result in print: where its words stand, whether the motion was carried, and the figures printed with it."""

    stretch: Stretch
    carried: bool
    counts: dict[str, Stretch] = field(default_factory=dict)
    amendment: bool = False


@dataclass(slots=True)
class RollCall:
    """A vote by name. `names` and `counts` are by column (votes_for, …); `absent` holds those who did not vote."""

    index: int
    start: int
    stop: int  # the piece after its last line
    end: int  # where it ends in that last piece
    names: dict[str, Stretch] = field(default_factory=dict)
    counts: dict[str, Stretch] = field(default_factory=dict)
    absent: Stretch | None = None


def result_in(text: str, i: int, start: int = 0) -> Result | None:
    """The first result that a text prints from a place on."""
    found = [m for p in (_SAID, _BARE) if (m := p.search(text, start))]
    if not found:
        return None
    match = min(found, key=lambda m: m.start("verb"))
    said = match.group()
    result = Result((i, match.start(), match.end()), _LOST.search(match["verb"]) is None, amendment="mendment" in said)
    result.counts = figures_at(text, i, match.end())
    if not result.counts and (vote := _VOTE.search(text, start, match.start())) is not None:
        result.counts = figures_at(text, i, vote.end())
    return result


def figures_at(text: str, i: int, place: int) -> dict[str, Stretch]:
    """The figures that follow a place in a text: `(5–1, one abstention)`, `6 in favour, 2 opposed`."""
    for pattern in _FIGURES:
        match = pattern.match(text, place)
        if match is None:
            continue
        found = {"votes_for": (i, *match.span("for")), "votes_against": (i, *match.span("against"))}
        for name in ("abstain", "abstained"):
            if name in pattern.groupindex and match[name]:
                found["abstentions"] = (i, *match.span(name))
        return found
    return {}


def bare_vote(text: str, i: int, start: int) -> dict[str, Stretch]:
    """The figures of `Vote: 5-0`."""
    match = _VOTE.search(text, start)
    return figures_at(text, i, match.end()) if match else {}


def roll_call(pieces: Sequence[Piece], i: int, start: int = 0) -> RollCall | None:
    """The roll call that begins in piece `i`, on two sides at least; it may run over the pieces below."""
    first = next(_sides(pieces[i].text, start), None)
    if first is None or column_of(first["side"]) != "votes_for":
        return None
    found = RollCall(i, first.start(), i, first.start())
    for j in range(i, len(pieces)):
        text = pieces[j].text
        sides = list(_sides(text, start if j == i else 0))
        if j > i and (not sides or sides[0].start() > 3):
            break
        new = [column_of(s["side"]) for s in sides]
        if j > i and any(c != "absent" and (c in found.names or c in found.counts) for c in new):
            break
        for n, side in enumerate(sides):
            end = sides[n + 1].start() if n + 1 < len(sides) else _list_end(text, side.end())
            _take(found, column_of(side["side"]), side, (j, side.end(), end), text)
            found.stop, found.end = j + 1, end
    sided = set(found.names) | set(found.counts)
    return found if len(sided) >= 2 or (found.absent and sided) else None


def _sides(text: str, start: int) -> Iterator[re.Match[str]]:
    return _SIDE.finditer(text, start)


def _list_end(text: str, start: int) -> int:
    """Where a list of names ends: at a sentence that says how the vote went, or with the text."""
    result = result_in(text, 0, start)
    stop = re.search(r"(?<=[a-z\d])\.\s+(?=[A-Z])", text[start:])
    ends = [len(text)] + ([result.stretch[1]] if result else []) + ([start + stop.start()] if stop else [])
    return min(ends)


def column_of(side: str) -> str:
    """The column of the view that a side's name stands for; `absent` for those who did not vote."""
    folded = side.casefold()
    if folded.startswith("abst"):
        return "abstentions"
    if folded.startswith(("absent", "excused", "not v", "recused")):
        return "absent"
    return "votes_for" if folded.startswith(("ay", "yea", "yes", "in f", "for")) else "votes_against"


def _take(found: RollCall, column: str, side: re.Match[str], stretch: Stretch, text: str) -> None:
    index, start, end = stretch
    if column == "absent":
        found.absent = stretch
        return
    if side["count"]:
        found.counts[column] = (index, *side.span("count"))
    elif _NOBODY.match(text[start:end].strip()):
        word = re.compile(r"\S+?(?=[.;,]?\s*$|[.;,]?\s)").search(text, start, end)
        found.counts[column] = (index, *word.span()) if word else stretch
        return
    elif (count := _COUNT_FIRST.match(text, start, end)) is not None:
        found.counts[column] = (index, *count.span("count"))
        start = count.end()
    if any(c.isalpha() for c in text[start:end]):
        found.names[column] = (index, start, end)
