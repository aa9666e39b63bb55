"""Who moved and who seconded a motion, in the wordings of councils, boards and committees on both sides of the Atlantic."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.meeting.letters import UPPER
from extract.meeting.vote_words import any_in
from models.late import late

_TITLE = (
    r"(?:(?:Deputy|Vice|Acting|Past|First|Lord)[ -])?(?:Mayor|Reeve|Chair(?:man|woman|person)?|President|Treasurer"
    r"|Secretary|Warden|Provost|Cathaoirleach|Cllrs?|Councill?ors?|Crs?|Council\s?(?:[Mm]ember|[Mm]an|[Ww]oman"
    r"|[Pp]erson)s?|(?:Board|Committee|Panel|Council|School Board)\s+[Mm]embers?|Members?|Trustees?|Commissioners?"
    r"|Comm|Directors?|Supervisors?|Alder(?:man|woman|person)|Ald|Regent|Governors?|Select(?:man|woman|person)"
    r"|Freeholder|Senator|Sen|Rep|Representative|Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Rev|Prof(?:essor)?|Hon|Baillie)"
)
_WORD = (
    r"(?!(?:That|THAT|To|TO|The|THE|Seconded|SECONDED|Second|SECOND|And|AND|Be|BE|CARRIED|Carried|Motion|MOTION"
    r"|For|Moved|MOVED|Amendments?|AMENDMENTS?|Proposals?|Recommendations?|Resolutions?|Option|Discussion|Vote|VOTE|Roll|ROLL|Ayes|AYES|All|Seconder|SECONDER|Proposer|Mover)\b|[\w-]*\d)"
    rf"[{UPPER}](?:[\w’'-]|‘(?=\w))*"  # `Fa‘amoe`: a glottal stop is often set as an opening mark
)
_NAME = (
    rf"(?:{_TITLE}\.?\s+)*(?:[A-Z]\.\s?)*(?:(?:St|Ml|Wm|Jas|Jos|Thos|Chas|Geo|Robt|Edw|Pat)\.\s)?{_WORD}"
    rf"(?:\s+(?:[A-Z]\.|St\.(?=\s+[A-Z])|{_WORD}|(?:van|de|der|la|le|von|di|du)\b|[\"“‘(][A-Z][\w-]*[\"”’)](?=\s+[A-Z])))"
    r"{0,3}"
)
SOMEBODY = rf"(?<!\w)(?:{_NAME}|[Tt]he (?:Chair(?:man|woman|person)?|Mayor|Vice-Chair(?:man)?|President|Reeve))"
_BY = r"\s*(?:by\b\s*:?|:|-\s)\s*"
# `Moved/Seconded Gale/Hume`, `RESOLVED 24/051 (Bell/Cole)`, `Prop. JK, Sec. GH`: who moved and who seconded, in a pair
_PAIRING = (
    r"(?:(?:(?<![\w’-])(?:Re-?)?[Mm]oved(?:\s+and\s+[Ss]econded)?(?:\s?/\s?Seconded)?|MOVED(?:\s?/\s?SECONDED)?|Motion|MOTION|Amendment|AMENDMENT|Mover\s?/\s?Seconder"
    r"|Proposed\s?/\s?Seconded|Prop\s?/\s?Sec|Resolved|RESOLVED|VOTED|Voted|M/S(?:/[CPU])*)\b"
    r"(?:\s+(?:No\.?\s*)?(?:[A-Z]{1,5}[/ -]?)?\d[\w./-]*)?\s*[:.,–-]?\s*[(\[]?(?:by\s+|Crs?\.?\s+(?=[A-Z][\w’'-]*\s?/))?)"
)
# `Motion: Water/Sewer rates` is no pair of people
_AHEAD = r"(?=[\s.,:;–-]*(?:$|(?i:that|to|be it|carried|lost|defeated|motion|all|unanim|for the|in favou?r|passed|vote|approved)))"
# `151/24 Orr: That …`, with the one who seconded behind a slash
_NUMBERED = r"^(?:(?:Motion|Resolution|Res\.?|MOTION|RESOLUTION)\s*)?(?:No\.?\s*|#\s*)?(?:[A-Z]{1,4}[- ]?)?(?:\d[\w./-]*\s*[.:)–-]?\s+)?"
_NO_MOVER = (
    r"(?!(?:RESOLVED|Resolved|Resolution|RESOLUTION|Decision|DECISION|Decided|Agreed|AGREED|Council|COUNCIL|Committee|Board|Cabinet|Ordered|ORDERED"
    r"|Recommended|RECOMMENDED|Note|Noted|Action|ACTION|Recommendation|Further|And|Accordingly|Answer|Question|Response|Reason|Reasons|Outcome)\b)"
)
_REFERENCE = r"#?(?:[A-Z]{1,6}[ ./-]{0,2})?\d[\w./-]*"  # a motion's own number
_INITIALS = r"[A-Z]{2,4}\b"
PROPOSED = (
    late(
        rf"(?i:\b(?:(?:up)?on\s+(?:a\s+|the\s+)?)?(?:motion|amendment|proposal|proposition)(?:\s+(?:was\s+|were\s+)?(?:made|moved|offered|put"
        rf"|introduced))?\s+(?:of|by|from)\b\s*:?)\s*(?P<who>{SOMEBODY})"
    ),
    late(rf"(?i:\b(?:re-?)?(?:moved|proposed|mover|proposer|motioned){_BY})(?P<who>{SOMEBODY})"),
    late(rf"(?:^|(?<=[.;]\s)|(?<=\())(?:MOVED|Moved|PROPOSED)\s+(?P<who>{SOMEBODY})"),
    late(
        rf"(?P<who>{SOMEBODY})(?:,\s+(?:an?|the)\s+[a-z][a-z -]{{2,30}},)?\s+"
        r"(?i:(?:then\s+|also\s+|duly\s+|further\s+)?(?:moved|moves(?=\s+(?:that|to|for|approval|adoption)\b)|proposed(?!\s+(?:amend|chang|new))|motioned"
        r"|(?:made|makes|offered|introduced|put forward)\s+(?:a|the)\s+(?:following\s+)?motion))\b"
    ),
    late(rf"^(?P<who>{SOMEBODY}):\s+I\s+(?i:(?:would\s+like\s+to\s+|so\s+)?move)\b(?=\s+(?:that|to|for)\b)"),
    late(
        rf"(?P<who>{SOMEBODY}),?\s+(?i:(?:and\s+)?(?:duly\s+)?seconded\s+by)\s+(?P<second>{SOMEBODY}),?\s+"
        r"(?i:(?:then\s+|also\s+|duly\s+)?(?:moved|proposed)\b)"
    ),
    late(
        rf"(?i:\bmotion\s+to\s+(?:(?!\b(?:moved|proposed)\b)[^.;]){{3,160}}?\s+by)\s+(?P<who>{SOMEBODY})(?=[,;]?\s+(?i:(?:and\s+|with\s+a\s+)?(?:second|2nd)))"
    ),
    late(rf"\bM/S(?:/[CPU])*\b\s*[:(]?\s*(?P<who>{SOMEBODY})(?=\s*[/,–-])"),
    late(rf"{_PAIRING}(?P<who>{_NAME})(?:\s?/\s?|\s[–-]\s)(?P<second>{_NAME})(?!\s?/)[)\]]?{_AHEAD}"),
    late(
        rf"^(?P<who>{_TITLE}\.?\s+{_NAME})\s?/\s?(?P<second>{SOMEBODY})(?=\W+(?i:carried|lost|defeated|seconded)\b|\s*$)"
    ),
    # a line that holds them, and the number of the motion or how it fared: `Orr/Lake: ABCD 412/22`, `Orr/Lake   Carried`
    late(
        rf"^(?P<who>{_NAME})\s?/\s?(?P<second>{_NAME})(?:(?:\s*:\s*|\s+(?=[A-Z])){_REFERENCE}\s*$|(?=\W+(?i:carried|lost|defeated|passed|failed)"
        r"(?i:\s+unanimously)?\W*$))"
    ),
    late(rf"^[(\[](?P<who>{_NAME})\s?[/|]\s?(?P<second>{_NAME})[)\]]\s*[:–-]?(?=\s+(?:That|THAT|[Tt]o\s+[a-z]+)\b)"),
    late(
        rf"\bProp(?:osed)?[.:]*\s*(?P<who>(?<=[.:\s]){_INITIALS}|{SOMEBODY})[,.]?\s+(?:[Ss]ec(?:onded)?|2nd)[.:]*\s*(?P<second>(?<=[.:\s]){_INITIALS}|{SOMEBODY})"
    ),
    late(
        rf"{_NUMBERED}{_NO_MOVER}(?P<who>{SOMEBODY})(?:(?:\s?[/–-]\s?|,\s)(?P<second>{SOMEBODY}))?\s*[:–-]\s+(?=(?:That|THAT|BE IT)\b)"
    ),
    # a heading over the words of a notice: `Motion No. 2 – Councillor Orr`
    late(
        rf"^(?:(?:Notice\s+of\s+)?Motion|(?:NOTICE\s+OF\s+)?MOTION)\s+(?:(?:No|NO)\.?\s*)?\d{{1,3}}\s*[:–-]\s*(?:(?:by|from|of)\s+)?"
        rf"(?P<who>{_TITLE}\.?\s+{_NAME})\s*:?$"
    ),
)
# of each of these wordings: one of the words stands in it
_WORDS_OF = (
    ("motion", "amendment", "propos"),
    ("moved", "proposed", "mover", "proposer", "motioned"),
    ("moved", "proposed"),
    ("moved", "moves", "proposed", "motion"),
    (": i ",),
    ("seconded",),
    ("motion",),
    ("m/s",),
    ("/", "–", "-"),
    ("/",),
    ("/",),
    ("/", "|"),
    ("prop",),
    (": that", "– that", "- that", ": be it"),
    ("motion",),
)
SECONDED = (
    late(
        rf"(?i:\b(?:was\s+|duly\s+|and\s+|with\s+|a\s+)*(?:(?:second(?:ed|er)?|2nd(?:ed)?)(?:{_BY}|\s+from\s+|\s+)|supported\s+by\s+))(?P<who>{SOMEBODY})"
    ),
    late(
        rf"(?P<who>{SOMEBODY})\s+(?i:(?:duly\s+)?second(?:ed|ing|s)?\b(?:\s+(?:it|the\s+(?:motion|proposal|amendment)))?)"
    ),
)
_PRONOUNS = frozenset({"He", "She", "They", "he", "she", "they"})
# A member named at the head of a sentence, or anywhere with a title.
_TITLED = late(rf"(?P<who>{_TITLE}\.?\s+{_NAME})|(?:^|(?<=[.;]\s))(?P<subject>{_NAME})(?=\s+[a-z])")
_SPOKEN = re.compile(
    r"mov|prop|motion|amendment|M/S|[:–-] (?:that|be it)\b|\b[A-Z][\w’'-]*\s?/\s?[A-Z]", re.IGNORECASE
)  # each of `PROPOSED` holds one of these
_AFTER_SLASH = late(rf"\s*[/,–-]\s*(?P<who>{SOMEBODY})\)?")
WITHIN = 420  # characters: no further behind the one who moved stands the one who seconded


@dataclass(frozen=True, slots=True)
class Movers:
    """Where in one text a motion's movers stand: `start` to `end` is the whole of the words that name them.

    `seconder` is None where the text names none. `between` is what stands between the two, if it is more than a comma.
    """

    start: int
    end: int
    proposer: tuple[int, int]
    seconder: tuple[int, int] | None = None
    between: tuple[int, int] | None = None


def movers_in(text: str) -> Iterator[Movers]:
    """All movers of motions in a text, in printed order."""
    place = 0
    while (found := _next(text, place)) is not None:
        yield found
        place = found.end


def _next(text: str, place: int) -> Movers | None:
    if _SPOKEN.search(text, place) is None:
        return None  # a name may begin anywhere: those are looked for only where something is moved
    patterns = [p for p, words in zip(PROPOSED, _WORDS_OF, strict=True) if any_in(words, text)]
    matches = [m for p in patterns if (m := p.search(text, place))]
    if not matches:
        return None
    first = min(matches, key=lambda m: (m.start(), -m.end()))
    proposer = _meant(text, first)
    if first.groupdict().get("second"):
        return Movers(first.start(), first.end(), proposer, first.span("second"))
    later = [m.start() for p in patterns if (m := p.search(text, first.end()))]
    limit = min([*later, first.end() + WITHIN, len(text)])
    second = _seconder(text, first, limit)
    if second is None:
        return Movers(first.start(), first.end(), proposer)
    between = (first.end(), second.start())
    said = re.sub(r"\s*\([^()]{2,24}\)|\W+|\b(?:and|with|which|was|it|who)\b", " ", text[slice(*between)]).strip()
    return Movers(first.start(), second.end(), proposer, second.span("who"), between if said else None)


def _meant(text: str, first: re.Match[str]) -> tuple[int, int]:
    """Where the one who moved is named: before, where it says `She moved`."""
    if first["who"] not in _PRONOUNS:
        return first.span("who")
    named = [m.span(m.lastgroup or 0) for m in _TITLED.finditer(text, 0, first.start()) if m.group() not in _PRONOUNS]
    return named[-1] if named else first.span("who")


def _seconder(text: str, first: re.Match[str], limit: int) -> re.Match[str] | None:
    if text[first.start() : first.start() + 3] == "M/S":
        return _AFTER_SLASH.match(text, first.end())
    spoken = any_in(("second", "2nd", "supported by"), text)
    found = [m for p in SECONDED if spoken and (m := p.search(text, first.end())) and m.start() <= limit]
    return min(found, key=lambda m: m.start(), default=None)


def seconder_at_head(text: str) -> re.Match[str] | None:
    """The one who seconded where a line begins with it: `Seconded by: A Smith`."""
    return next((m for p in SECONDED if (m := p.match(text))), None)
