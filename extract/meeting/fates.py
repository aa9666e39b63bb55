"""How a motion fared, as printed behind it: `CARRIED (5–1)`, `Motion failed`, `Vote: 4-0`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extract.meeting.ranges import Stretch
from extract.meeting.vote_words import LOST, any_in, counted_in
from models.late import late

_NUMBER = r"(?:\d{1,3}|none|nil|no|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_FATE = (
    r"(?:not\s+carried|carried|carries|passed|passes|adopted|approved|agreed|accepted|defeated|lost|failed|fails|fell|falls|rejected"
    r"|negatived|did\s+not\s+(?:carry|pass)|ruled\s+out\s+of\s+order)"
)
_ON_THE_WAY = (
    r"(?:(?:which|was|is|were|being|having|been|then|duly|declared|therefore|thereupon|accordingly|put|to|a|an|the|vote|and|upon"
    r"|on|by|voted|called|roll|call|unanimously|also|subsequently|meeting)[\s,]+){0,12}"
)
_SAID = late(
    rf"\b(?:the\s+)?(?:(?:main|original|amended|substantive|foregoing|above|said)\s+)?(?:motion|amendment|question|division"
    rf"|resolution|proposal)\b(?:\s+(?:no\.?\s*[\w-]*\d[\w-]*|as\s+(?:amended|presented)))?[\s,:–-]*{_ON_THE_WAY}"
    rf"(?P<verb>{_FATE})\b",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?:^|(?<=[.;:!?)”\"’\]]\s))\W{0,3}(?P<verb>Not\s+(?:carried|passed|adopted)|(?:NOT\s+|Not\s+)?(?:CARRIED|Carried|DEFEATED|Defeated|LOST|Lost|FAILED|Failed"
    r"|PASSED|Passed|ADOPTED|NEGATIVED|(?:So\s+)?(?:voted|VOTED|Voted)(?=[\s,:(]*(?:\d{1,2}\s?[-–]\s?\d|unanim)|\s*\.?$)|All\s+[Aa]yes|All\s+AYES"
    r"|Unanimous(?=\W*$)|UNANIMOUS(?=\W*$)|Unanimously\s+(?:carried|approved|adopted|passed)|(?:The\s+)?[Vv]ote\s+was\s+unanimous"
    r"|(?:Approved|APPROVED|Adopted)(?=[\s,:(]*\d{1,2}\s?[-–]\s?\d)))\b"
)
# Beside the number of the resolution, or of the rule it was voted by: `2023-145 Carried`, `208 and 213   Carried`.
_NUMBERED = re.compile(
    r"(?:(?:Res(?:olution)?\.?\s*)?(?:No\.?\s*)?#?(?:[A-Z]{1,5}[-/ ]?)?\d[\w./-]*(?:\s*(?:,|&|\band\b)\s*|\s+)){1,3}[–:-]?\s*"
    r"(?P<verb>(?:NOT\s+|Not\s+)?(?:CARRIED|Carried|DEFEATED|Defeated|LOST|Lost|FAILED|Failed|PASSED|Passed|ADOPTED|Adopted))"
    r"(?:\s+(?i:unanimously))?\W*$"
)
_IT = re.compile(
    r"(?:^|(?<=[.;]\s))It\s+(?:was\s+|then\s+|unanimously\s+)*(?P<verb>passed|carried|failed|defeated)\b"
)  # `It passed 4-0.`
# Behind its label, in a box: `RESULT: APPROVED [5 TO 1]`.
_LABELLED = re.compile(
    r"(?:^|(?<=\s))(?:result|outcome|status)\s*:\s*(?P<verb>(?:not\s+)?(?:approved|adopted|passed|carried|accepted|confirmed|ratified|enacted"
    r"|agreed|received|failed|defeated|denied|rejected|lost))\b",
    re.IGNORECASE,
)
# Right behind its movers: `moved by A, seconded by B, and on being put to the vote was LOST`.
_BEHIND = re.compile(
    rf"[\s,]*(?:but\s+)?{_ON_THE_WAY}(?P<verb>(?:not\s+)?(?:carried|lost|defeated|passed|rejected|negatived|agreed|approved|adopted)|failed|fell)\b(?!,?\s+(?:that|to)\b)",
    re.IGNORECASE,
)
# `The Mayor declared the proposal to close the lane carried.`
_DECLARED = late(
    r"\bdeclared\s+(?:that\s+)?(?:the\s+)?(?:(?:main|original|amended|substantive)\s+)?(?:motion|amendment|question|resolution|proposal)\b"
    r"(?:\s+(?!(?:motion|amendment|question|resolution|proposal)\b)[\w’'-]+){1,16}?,?\s+(?P<verb>(?:not\s+)?carried|passed|defeated|lost)\b",
    re.IGNORECASE,
)
# one of these stands in each fate
# fmt: off
_FATES = (
    "carr", "pass", "adopt", "approve", "agree", "accept", "defeat", "lost", "fail", "fell", "fall", "reject", "negativ", "ruled",
    "confirmed", "ratified", "enacted", "received", "denied", "voted", "ayes", "unanim",
)
# fmt: on
_MAJORITY = r"(?:(?:absolute|simple|special|clear|qualified|two[ -]thirds|three[ -]quarters|2/3)\s+)?majority\s*"
_FIGURES = (
    late(
        rf"[\s,:;–—(\[-]*(?:unanimously\W+)?(?:(?:by|on|with)\s+)?(?:an?\s+)?(?:roll[ -]call\s+|recorded\s+|voice\s+|show of hands\s+)?"
        rf"(?:{_MAJORITY}|vote\s*|en\s+bloc\s*)?(?:resolution\s*|vote\s*)?"
        rf"(?:of\s+|:\s*)?[(\[]?(?P<for>\d{{1,2}})\s*(?:-|–|—|/|:|(?:votes?\s+)?to\s+)\s*(?P<against>\d{{1,2}})(?![\d/])"
        rf"(?:\s*(?:-|–|—|/|:|\s+to\s+)\s*(?P<abstain>\d{{1,2}})(?![\d/]))?(?:[\s,;]*(?:and\s+|with\s+)?"
        rf"(?P<abstained>{_NUMBER})\s+(?:\w+\s+)?abst\w+)?",
        re.IGNORECASE,
    ),
    late(
        rf"[^.]{{0,40}}?\b(?P<for>{_NUMBER})\s*[)\]]?\s+(?:(?:members?|votes?|trustees|councill?ors)\s+)?(?:voted\s+|voting\s+)?(?:ayes?|yeas?|yes|in\s+favou?r|for)\b"
        rf"[\s,;:.]*(?:and\s+|with\s+|to\s+)?(?P<against>{_NUMBER})\s+(?:(?:members?|votes?)\s+)?(?:voted\s+|voting\s+)?(?:nays?|noes?|no|opposed|against)\b"
        rf"(?:[\s,;.]*(?:and\s+|with\s+)?(?P<abstain>{_NUMBER})\s+(?:\w+\s+)?abst\w+)?",
        re.IGNORECASE,
    ),
    late(
        r"[^.]{0,40}?\b(?:ayes?|yeas?|yes|in\s+favou?r|for)\s*[:–=(-]?\s*(?P<for>\d{1,2})\)?[\s,;.]*(?:and\s+)?(?:nays?|noes?|no|opposed|against)"
        r"\s*[:–=(-]?\s*(?P<against>\d{1,2})\)?(?:[\s,;.]*(?:and\s+)?abst\w*\s*[:–=(-]?\s*(?P<abstain>\d{1,2})\)?)?",
        re.IGNORECASE,
    ),
)
_VOTE = late(
    r"\b(?:roll[ -]call\s+|recorded\s+|voice\s+)?vote(?:\s+(?:was|results?|on\s+[^:.]{3,40}))?\s*[:–-]?\s*(?=\(?\d{1,2}\s*(?:-|–|/|to\b))",
    re.IGNORECASE,
)
_IN_FAVOUR = re.compile(
    r"\b(?P<verb>all\s+(?:(?:(?:members|councillors|trustees|governors|those|present|were|voted)\s+){0,3}in\s+favou?r"
    r"|agreed))\b",
    re.IGNORECASE,
)
# A line that says nothing but how a motion fared: `CARRIED UNANIMOUSLY`, `Motion defeated (2-3)`.
_ALONE = re.compile(
    r"\W*(?:(?:the\s+)?(?:motion|resolution|amendment|vote)\s+(?:was\s+|is\s+)?)?(?:not\s+)?"
    r"(?:carried|defeated|lost|passed|failed|adopted|tabled|withdrawn|negatived)"
    r"(?:\s+(?:unanimously|as\s+(?:amended|presented)|nem\.?\s*con\.?|by\s+all))?(?:[\s,:(–-]*\d{1,2}\s*(?:-|–|/|to)\s*\d{1,2})?\W*",
    re.IGNORECASE,
)
LONGEST_ALONE = 48  # characters
_EVERYBODY = re.compile(r"\s+(?:unanimously|nem\.?\s*con\b\.?)", re.IGNORECASE)


_NAMED = re.compile(r"\([^()\d]*\)")
NEAR = 40  # characters between a count and the result that it led to


@dataclass(slots=True)
class Result:
    """A result in print: where its words stand, whether the motion was carried, and the figures printed with it."""

    stretch: Stretch
    carried: bool
    counts: dict[str, Stretch] = field(default_factory=dict)
    amendment: bool = False
    motion: bool = False  # called that of the motion
    before: bool = False  # the figures stand in a sentence before it


def result_in(text: str, i: int, start: int = 0, *, behind: bool = False) -> Result | None:
    """The first result that a text prints from a place on. `behind`: the place is the end of who moved it."""
    told = any_in(_FATES, text)  # of most texts this is all that is asked
    found = [m for p in (_SAID, _BARE, _LABELLED, _DECLARED, _IT) if told and (m := p.search(text, start))]
    if told and not found and start == 0 and len(text) <= LONGEST_ALONE:
        found = [m for m in [_NUMBERED.match(text)] if m is not None]
    found += [m for m in [_BEHIND.match(text, start)] if behind and m is not None]
    if not found:
        return _counted(text, i, start) if behind else None
    match = min(found, key=lambda m: m.start("verb"))
    said = match.group()
    everybody = _EVERYBODY.match(text, match.end())
    end = everybody.end() if everybody else match.end()
    first = next((n for n, c in enumerate(said) if c.isalnum()), 0)
    result = Result(
        (i, match.start() + first, end), LOST.search(match["verb"]) is None, amendment="mendment" in said.casefold()
    )
    result.motion = not result.amendment and "otion" in said.casefold()
    result.counts = figures_at(text, i, match.end())
    if not result.counts and (vote := _VOTE.search(text, start, match.start())) is not None:
        result.counts = figures_at(text, i, vote.end())
    if not result.counts:
        result.counts = _counted_before(text, i, start, match.start())
        result.before = bool(result.counts)
    return result


def tells_fate(text: str) -> bool:
    """Whether a text is a result and nothing else: no heading, however it is set."""
    return len(text) <= LONGEST_ALONE and _ALONE.fullmatch(text) is not None


def _counted_before(text: str, i: int, start: int, end: int) -> dict[str, Stretch]:
    """The figures of a sentence right before a result: `there were 3 votes for and 5 against, and the motion fell`."""
    counted = [m for m in counted_in(text[:end]) if m.start() >= start]
    if not counted or len(text[counted[-1].end() : end]) > NEAR:
        return {}
    found: dict[str, Stretch] = {}
    for name, span in ((n, counted[-1].span(n)) for n, said in counted[-1].groupdict().items() if said):
        side = {"f": "votes_for", "a": "votes_against"}[name[0]] if not name.startswith("abst") else "abstentions"
        found[side] = (i, *span)
    return found


def _counted(text: str, i: int, start: int) -> Result | None:
    """A result that is told by its count alone, or by all hands: `Vote: 4-0`, `all in favor`."""
    vote = _VOTE.search(text, start)
    counts = figures_at(text, i, vote.end()) if vote is not None else {}
    if vote is not None and counts:
        ayes, noes = (text[slice(*counts[side][1:])] for side in ("votes_for", "votes_against"))
        if ayes.isdecimal() and noes.isdecimal() and ayes != noes:
            end = max(s[2] for s in counts.values())
            return Result((i, vote.start(), end), int(ayes) > int(noes), counts)
    hands = _IN_FAVOUR.search(text, start)
    return Result((i, *hands.span()), carried=True) if hands is not None else None


def figures_at(text: str, i: int, place: int) -> dict[str, Stretch]:
    """The figures that follow a place in a text: `(5–1, one abstention)`, `6 in favour, 2 opposed`."""
    if "(" in text:  # the names of a side stand behind its count: `4 in favor (Ames, Orr) and 1 against (Lake)`
        text = _NAMED.sub(lambda names: " " * len(names.group()), text)
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
