"""How minutes word votes: the sides with their counts, results, motions as they are moved."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.meeting.letters import UPPER
from models.late import late

_NUMBER = r"(?:\d{1,3}|none|nil|no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
# How many resolved it, between the word and what was resolved: `by 10 votes to 2 with 1 abstention`, `by a majority`
BY_COUNT = (
    rf"(?:by\s+{_NUMBER}\s+votes?(?:\s+for)?\s+to\s+{_NUMBER}(?:,?\s+(?:and\s+|with\s+){_NUMBER}\s+abst\w+)?"
    rf"|by\s+(?:an?\s+|the\s+)?(?:\w+\s+)?majority(?:\s+(?:vote|decision))?|with\s+{_NUMBER}\s+(?:members?\s+)?abst\w+"
    rf"|(?:up)?on\s+(?:a\s+show\s+of\s+hands|the\s+casting\s+vote\s+of\s+the\s+\w+))"
)
SIDE = late(
    r"^(?:Votes? )?(?P<side>For|In favou?r|Ayes?|Yes|Against|Noes|No|Abstain(?:ed|ing|s)?|Abstentions?)"
    r"\s*[:–-]?\s*\(?(?P<count>\d{1,3})\)?\s*[:–-]?\s*",
    re.IGNORECASE,
)
SIDES = {"f": "votes_for", "i": "votes_for", "y": "votes_for", "n": "votes_against"}
_WHAT = r"(?:\s+(?:of\s+)?the\s+(?:motion|amendment|proposal|proposition|recommendations?|resolution))?"
_VOTERS = r"(?:(?:votes?|members?|councillors?|trustees|governors|directors)\s+)?"
IN_LINE = late(
    rf"\b(?:(?:votes? )?(?:for|in favou?r){_WHAT}\s*[:–-]?\s*\(?(?P<for1>\d{{1,3}})"
    rf"\)?[,;.\s]+(?:and\s+)?(?:votes? )?against\s*[:–-]?\s*\(?(?P<against1>\d{{1,3}})\)?"
    rf"(?:[,;.\s]+(?:and\s+)?(?:abstain(?:ed|ing)?|abstentions?)\s*[:–-]?\s*\(?(?P<abstain1>\d{{1,3}})\)?)?"
    rf"|(?P<for2>{_NUMBER})\s+{_VOTERS}(?:(?:voted|voting|were|being|cast)\s+)?(?:for|in\s+(?:favou?r|support))"
    rf"(?:\s+of\s+[^,;.]{{3,60}}|{_WHAT})?[,;]?\s+(?:and\s+|with\s+|to\s+)?(?P<against2>{_NUMBER})"
    rf"\s+{_VOTERS}(?:(?:voted|voting|were|being|cast)\s+)?(?:against|opposed|opposing){_WHAT}"
    rf"(?:[,;]?\s+(?:and\s+|with\s+)?(?P<abstain2>{_NUMBER})\s+{_VOTERS}(?:abstain(?:ed|ing)?|abstentions?))?"
    rf"|(?P<for5>{_NUMBER})\s+(?:votes?\s+|members?\s+)?(?:(?:voted|were)\s+)?(?:for|in favou?r){_WHAT}[,;]?\s+(?:and\s+"
    rf"|with\s+)?(?P<abstain5>{_NUMBER})\s+(?:abstain(?:ed|ing)?|abstentions?)"
    rf"|(?P<for7>{_NUMBER})\s+(?:votes?\s+|members?\s+)?(?:(?:voted|were)\s+)?(?:for|in favou?r)[,;]?\s+(?:and\s+|with\s+)?"
    rf"(?P<who>(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Dr)\.?\s+[^,;.()]{{3,60}}?)\s+(?:having\s+|had\s+)?"
    rf"(?:abstain(?:ed|ing)\b|(?P<opposed>(?:voted|voting)\s+against\b|opposed\b))"
    rf"|(?P<for3>\d{{1,3}})\s?[:–-]\s?(?P<against3>\d{{1,3}})\s+majority"
    rf"|(?P<for6>{_NUMBER})\s+(?:yes|ayes?|yeas?)[,;]?\s+(?:and\s+)?(?P<against6>{_NUMBER})\s+(?:no|nays?|noes)\b"
    rf"(?:[,;]?\s+(?:and\s+)?(?P<abstain6>{_NUMBER})\s+(?:abstain(?:ed|ing)?|abstentions?))?"
    rf"|by\s+(?P<for4>{_NUMBER})\s+votes?\s+to\s+(?P<against4>{_NUMBER})(?:[,;]?\s+(?:and\s+"
    rf"|with\s+)?(?P<abstain4>{_NUMBER})\s+abstentions?)?)",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"against|abst|majority|vote|opposed|\bno\b|\bnay|\bnoes\b", re.IGNORECASE
)  # one of these stands in each wording of `IN_LINE`
_OF_MEMBERS = (
    r"(?:\s+(?:members?|councillors?|votes?))?(?:\s+(?:having\s+|were\s+|being\s+)?(?:voted|voting|cast))?"
    r"\s+(?:for|in favou?r of)\s+the\s+"
)
# `five members voted for the motion and seven for the amendment`
DIVIDED = late(
    rf"\b(?P<first>{_NUMBER}){_OF_MEMBERS}(?P<one>motion|amendment)[,;]?\s+(?:and\s+|with\s+)?(?P<second>{_NUMBER}){_OF_MEMBERS}"
    rf"(?P<two>motion|amendment)\b(?:[,;]?\s+(?:and\s+|with\s+)?(?P<abstain>{_NUMBER})\s+(?:\w+\s+|\([^()]*\)\s+){{0,3}}?abst\w+)?",
    re.IGNORECASE,
)
RESULT = re.compile(
    r"(?:substantive\s+|the\s+)?(?:motion|amendment|recommendation|proposal|resolution|vote)"
    r"s?(?:\s+as\s+amended)?\s+(?:was|were|is)?\s*(?:therefore\s+|then\s+|duly\s+|unanimously\s+|declared\s+)*"
    r"(?P<verb>not\s+carried|carried|lost|defeated|fell|passed|not\s+passed|agreed|rejected)"
    r"\b(?:\s+unanimously)?|(?:^|(?<=[.;]\s))(?:carried|lost|defeated)\b\.?|,\s+was\s+(?:(?:therefore|then|duly|declared)\s+)*(?:carried|lost|defeated)\b",
    re.IGNORECASE,
)
NAME = (
    r"(?:(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Sir|Prof(?:essor)?|Alderman|Governor|Trustee)\.?\s+)*"
    rf"(?:[A-Z]\.\s?)*[{UPPER}][\w’'-]*(?:\s+(?:[A-Z](?:\.\s?|\s))*[{UPPER}][\w’'-]+){{0,3}}"
)
MOVED = (
    late(
        rf"(?P<proposer>{NAME})\s+(?i:then\s+|also\s+|duly\s+)?(?i:proposed|moved),?\s+(?:(?:and|with|which was)\s+)?(?P<seconder>{NAME})"
        rf"\s+(?i:second(?:ed|ing))"
    ),
    late(
        rf"(?i:proposed|moved)(?:\s+by|:)?\s+(?P<proposer>{NAME})[\s,;/.]+(?:and\s+)?(?i:seconded)(?:\s+by"
        rf"|:)?\s+(?P<seconder>{NAME})"
    ),
    late(rf"(?i:proposer):?\s+(?P<proposer>{NAME})[\s,;/.]+(?:and\s+)?(?i:seconder):?\s+(?P<seconder>{NAME})"),
)
ASSENT = re.compile(
    r"\b(?:all (?:\w+ ){0,2}in favou?r|unanimous(?:ly)?|all agreed|carried|nem\.? con\.?|none against)\b", re.IGNORECASE
)
_ALL = r"(?:unanimously|nem\.?\s*con\.?|nemine\s+contradicente|without\s+dissent|with\s+none\s+against|by\s+(?:a\s+)?unanimous\s+vote)"
_WON = r"(?:carried|agreed|approved|adopted|passed|accepted|supported)"
UNANIMOUS = late(
    rf"(?i:\b(?:put\s+to\s+(?:the|a)\s+vote|on\s+(?:a|the|being\s+put\s+to\s+the)\s+vote|vote\s+was\s+taken|show\s+of\s+hands)\b"
    rf"[^.]{{0,120}}?\b(?:{_WON}\s+{_ALL}|unanimously\s+{_WON})|\b(?:motion|recommendations?|proposal|amendment|resolution)s?\s+"
    rf"(?:(?:was|were|be|being|then|therefore|put|and)\s+)*(?:{_WON}\s+{_ALL}|unanimously\s+{_WON})|^{_WON}\s+{_ALL})"
)
_EVERYBODY = ("unanimous", "nem", "dissent", "none")  # one of these stands in each wording of `_ALL`
ANNOUNCED = re.compile(
    r"\b(?:recorded vote|roll[ -]call|division was|(?:vote|division)s? (?:was|were) (?:taken|recorded)|voted as follows"
    r"|votes? (?:was|were)? ?as follows)\b",
    re.IGNORECASE,
)  # what stands over the names of a vote
LOST = re.compile(
    r"\bnot\b|defeat|denied|lost|fail|fell|falls|reject|negativ|out of order", re.IGNORECASE
)  # how a motion fell
QUOTE = re.compile(r"[“\"](?P<inside>[^”\"]+)(?P<close>[”\"])?")
REFERENCE = re.compile(r"\bparagraph\s+\(?(?P<number>\d{1,3})\)?")
RECOMMENDED = re.compile(
    r"\brecommend(?:ed|s|ation(?:\s+was)?(?=\s+(?:that|to)\b))\s+(?:that\s+|to\s+)?(?:the\s+(?:panel|board"
    r"|committee|council|members?)\s+)?(?P<motion>[^.]{12,}?)(?=\.(?:\s|$)|$)",
    re.IGNORECASE,
)


def any_in(words: tuple[str, ...], text: str) -> bool:
    """Whether one of some words stands in a text, in any case, or within a longer word: asked before dear patterns."""
    lower = text.lower()
    for word in words:  # noqa: SIM110 (a generator costs two calls a word, of each text of minutes)
        if word in lower:
            return True
    return False


def moved_in(text: str) -> re.Match[str] | None:
    """The first wording in which a motion is moved and seconded."""
    if not any_in(("second",), text):
        return None  # names may begin anywhere
    return next((match for pattern in MOVED if (match := pattern.search(text))), None)


def unanimous_in(text: str) -> re.Match[str] | None:
    """What says by a result alone how everybody voted."""
    return UNANIMOUS.search(text) if any_in(_EVERYBODY, text) else None


def divided_in(text: str, start: int) -> re.Match[str] | None:
    """A division of a motion against an amendment, told by its counts."""
    return DIVIDED.search(text, start) if any_in(("amendment",), text) else None


def counted_in(text: str) -> Iterator[re.Match[str]]:
    """The votes that a text counts in a line. A number or the word `for` may begin one: looked for only beside a word of votes."""
    return IN_LINE.finditer(text) if _COUNTS.search(text) else iter(())
