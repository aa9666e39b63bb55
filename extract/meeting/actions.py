"""Actions recorded in the minutes themselves: `ACTION: JB`, `Action: JB to write …`, or initials in a column beside the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.meeting.action_parts import dashed_parts
from extract.meeting.layout import WRITTEN
from extract.meeting.pieces import Piece, piece_of_words
from extract.meeting.ranges import Stretch, Used
from extract.meeting.resolved import SENTENCE
from extract.meeting.vocabulary import words_of
from models.page import Word
from models.record import Field

MARK = re.compile(
    r"^\(?\[?(?:AGREED )?(?:ACTION|Action)(?:S|s)?(?: (?:POINT|Point|point)"
    r"s?)?(?:\s+(?P<ref>(?:No\.?\s*)?[A-Z]{0,4}[-/.]?\d[\w./-]*))?(?:\s+(?:for|FOR|by|BY))?"
    r"(?:\s*[\[(](?P<meta>[^)\]]{1,80})[)\]])?\s*(?:[:–—]|-\s)\s*"
)
INSIDE = re.compile(
    r"[\[(]?\b(?:ACTION|Action)(?: (?:point|Point))?(?:\s+\d+)?\s*[:–—]\s*(?P<owner>[A-Z][\w’'/&,.\s-]{0,60}?)"
    r"(?:[,;]?\s*(?:\(?(?:[Dd]ue|[Bb]y)\b:?\s*(?P<due>[^)\]]{3,40}))\)?)?[\])]?\s*[.;]?\s*$"
)
MIDDLE = re.compile(r"(?<=[.!?)])\s+[\[(]?(?:ACTION|Action)(?: (?:point|Point|\d+))?\s*[:–—]\s+(?=\S)")
NAMED = re.compile(r"(?P<owner>[A-Z][^,;]{1,60}?)\s*[,;(–-]?\s+(?P<due>(?:by|due|before)\b:?\s.{3,40}?)[).\s]*")
DUE = re.compile(
    r"[,;(\[]?\s*\b(?:Due|Deadline|By when|Timescale|Target|Completion)"
    r"(?:\s+date)?\s*[:–-]\s*(?P<due>[^)\];]+)[)\]]?\s*\.?\s*$",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr"
    r"|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)
BY = re.compile(
    rf"\b(?:by|before|in time for|no later than|at|for|to)"
    rf"\s+(?:the\s+)?(?:(?:end of\s+(?:the\s+)?)?(?:\d{{1,2}}(?:st|nd|rd"
    rf"|th)?\s+(?:of\s+)?)?{_MONTH}(?:\s+\d{{4}})?"
    r"|end of (?:the )?(?:month|week|year|quarter|financial year|term|day)|next (?:meeting|board|committee"
    r"|week|month)|following meeting|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})",
)
DATED = re.compile(
    rf"(?:end of\s+|mid\s+|early\s+|late\s+|by\s+)*(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{_MONTH}"
    rf"|\d{{1,2}}[/.]\d{{1,2}}|\b20\d\d\b|\b(?:Ongoing|ASAP|Immediate|Next meeting)\b",
    re.IGNORECASE,
)
_INITIALS = r"[A-Z]{2,4}[a-z]?(?:\s?[/&,+]\s?[A-Z]{2,4}[a-z]?)*"
# What follows the action's sentence: `RO by September 2024`, `PV/RO`, `By 30th May.`
TAIL = re.compile(
    rf"(?<=[.;?!])\s+(?:\(?(?P<owner>{_INITIALS}|All)\b)?\s*(?:[,;–-]\s*)?(?P<due>(?:[Bb]y|[Bb]efore|[Dd]ue(?::"
    rf"| by| on)?|[Dd]eadline:?)\s+(?:the\s+)?(?:end of\s+(?:the\s+)?)?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?:{_MONTH}|\d{{1,2}}[/.]\d{{1,2}}|next meeting|month|week"
    rf"|year|term)[^.;]{{0,14}}?)?\)?\s*\.?\s*$"
)
_VERB = r"(?:to|will|shall|should|must|would|agreed to|undertook to|is to|are to|is asked to|was asked to)"
OWNER = re.compile(
    rf"^(?:(?P<clause>[A-Z][^,]{{3,60}}),\s+)?(?P<owner>[A-Z][\w’'.-]*(?:[\s,/&]+(?:and\s+"
    rf"|the\s+)?[\w’'.()-]+){{0,7}}?)\s+{_VERB}\s+(?=[a-z])"
)
SECOND = re.compile(rf"\band\s+(?P<owner>(?:[A-Z][\w’'.-]*)(?:\s+[A-Z][\w’'.-]*){{0,3}})\s+{_VERB}\s+(?=[a-z])")


@dataclass(slots=True)
class Action:
    """One action: where its text stands, who owns it (as printed, in one place or several), and by when."""

    stretches: list[Stretch]
    owners: Field | None = None
    due: Field | None = None
    taken: tuple[Word, ...] = ()
    confidence: float = 0.9
    ref: Stretch | None = field(default=None)
    text: Field | None = None  # the action itself, where it stands beside the item's text


def read_actions(pieces: Sequence[Piece], used: Used) -> list[Action]:
    """The actions of an item's pieces in printed order; their texts are marked as used, paragraphs they are drawn from stay."""
    found: list[Action] = []
    for i, piece in enumerate(pieces):
        if piece.aside:
            found.extend(_beside(pieces, i, used))
            continue
        mark = MARK.match(piece.text)
        if mark:
            found.extend(_marked(pieces, i, mark, used))
            continue
        middle = MIDDLE.search(piece.text)
        if middle and not _names_only(piece.text[middle.end() :]):
            found.append(_in_text(piece, i, middle, used))
            continue
        inside = INSIDE.search(piece.text)
        if inside and looks_like_owner(inside["owner"]):
            found.append(_at_end(piece, i, inside, used))
    return found


def _beside(pieces: Sequence[Piece], i: int, used: Used) -> list[Action]:
    """A paragraph with an owner beside it. Owner and date stand in one column or in two."""
    piece = pieces[i]
    written = [piece_of_words(f.words) for f in piece.aside if WRITTEN.match(f.text)]
    if written:
        return [Action([], owner_in(p, 0, len(p.text)), due_in(p, 0, len(p.text)), text=p.field()) for p in written]
    owner, due = split_aside(piece.aside)
    if owner is None and due is None:
        return []
    if not used.is_free(i):
        return []  # a resolution with an owner beside it stays a resolution
    start = 0
    mark = MARK.match(piece.text)
    if mark:
        start = mark.end()
    used.add(i)
    stretches = [(i, start, len(piece.text))]
    before = pieces[i - 1] if i else None
    if before is not None and before.text.endswith(":") and used.is_free(i - 1) and not (before.bold or piece.marker):
        used.add(i - 1)  # what was agreed is introduced by the paragraph above
        stretches.insert(0, (i - 1, 0, len(before.text)))
    return [Action(stretches, owner, due, piece.words_in(0, start) + piece.marker_words)]


def split_aside(entries: Sequence[Field]) -> tuple[Field | None, Field | None]:
    """The owner and the due date among what stands beside a paragraph."""
    owners: list[Word] = []
    due: list[Word] = []
    dates = words_of("minute_columns", "due")
    for entry in entries:
        lines: list[list[Word]] = []
        for word in entry.words:
            if lines and abs(lines[-1][-1].top - word.top) < 0.5 * word.font.size:
                lines[-1].append(word)
            else:
                lines.append([word])
        dated = False
        for line in lines:
            text = " ".join(w.text for w in line)
            dated = dated or bool(DATED.match(text)) or bool((entry.note or "").strip(" :").casefold() in dates)
            (due if dated else owners).extend(line)
    return _field(owners), _field(due)


def _field(words: Sequence[Word]) -> Field | None:
    text = " ".join(w.text for w in words)
    return Field(text, tuple(words)) if text else None


def _marked(pieces: Sequence[Piece], i: int, mark: re.Match[str], used: Used) -> list[Action]:
    """A paragraph that begins `Action:`. It says what is to be done, or only who does what the text before it says."""
    piece = pieces[i]
    taken = piece.words_in(0, mark.end()) + piece.marker_words
    body = piece.text[mark.end() :].strip()
    used.add(i)
    if not body:
        return _list_under(pieces, i, used, taken)
    end, due = _due(piece, mark.end())
    if mark["meta"] and not re.fullmatch(r"\d+", mark["meta"]):
        owner, by = _meta(piece, mark)
        return [Action([(i, mark.end(), end)], owner, by or due, taken)]
    parts = dashed_parts(piece.text, mark.end(), end)
    if parts is not None:
        by = piece.field(*parts.due) if parts.due else due
        used_up = (*taken, *piece.words_in(end, len(piece.text)))
        return [Action([(i, *parts.action)], piece.field(*parts.owner), by, used_up, parts.sure)]
    tail = TAIL.search(piece.text, mark.end(), end)
    if tail and (tail["owner"] or tail["due"]):
        due = due or (piece.field(tail.start("due"), tail.end("due")) if tail["due"] else None)
        owner = (
            piece.field(tail.start("owner"), tail.end("owner"))
            if tail["owner"]
            else owner_in(piece, mark.end(), tail.start())
        )
        return [Action([(i, mark.end(), tail.start())], owner, due, (*taken, *piece.words_in(tail.start(), end)))]
    text = piece.text[mark.end() : end].strip()
    named = NAMED.fullmatch(text)
    if named and looks_like_owner(named["owner"]):
        due = due or piece.field(mark.end() + named.start("due"), mark.end() + named.end("due"))
        end, text = mark.end() + named.end("owner"), named["owner"]
    if looks_like_owner(text):
        before = next((k for k in range(i - 1, -1, -1) if pieces[k].text), None)
        if before is not None and not used.is_free(before):  # it carries out the resolution above
            whole = [(before, 0, len(pieces[before].text))]
            return [Action(whole, piece.field(mark.end(), end), due, taken, 0.75)]
        if before is not None:
            start = (
                _last_sentence(pieces[before].text, 0, len(pieces[before].text))
                if len(pieces[before].text) > 200
                else 0
            )
            used.add(before, start) if start else used.add(before)
            return [Action([(before, start, len(pieces[before].text))], piece.field(mark.end(), end), due, taken, 0.75)]
        return []
    owners = owner_in(piece, mark.end(), end)
    return [
        Action(
            [(i, mark.end(), end)],
            owners,
            due or due_in(piece, mark.end(), end),
            (*taken, *piece.words_in(end, len(piece.text))),
        )
    ]


def _meta(piece: Piece, mark: re.Match[str]) -> tuple[Field | None, Field | None]:
    """Owner and date of `Action (SB/JT, by next meeting): …`."""
    start, end = mark.span("meta")
    cut = re.search(r"\s*[,;–-]?\s*\b(?:by|due|before|for)\b|[,;]\s*(?=\d)", piece.text[start:end], re.IGNORECASE)
    if cut is None:
        return piece.field(start, end), None
    due = re.match(r"[\s,;–-]*", piece.text[start + cut.start() : end])
    begin = start + cut.start() + (due.end() if due else 0)
    owner = piece.field(start, start + cut.start()) if cut.start() else None
    return owner, piece.field(begin, end)


def _list_under(pieces: Sequence[Piece], i: int, used: Used, taken: tuple[Word, ...]) -> list[Action]:
    """`Actions:` over a list: each entry is one."""
    found: list[Action] = []
    for j in range(i + 1, len(pieces)):
        piece = pieces[j]
        listed = piece.marker is not None or piece.indent > pieces[i].indent + 5  # a bullet may be drawn, not typed
        if (not listed and found) or MARK.match(piece.text) or (piece.bold and not pieces[i + 1].bold):
            break
        used.add(j)
        end, due = _due(piece, 0)
        found.append(
            Action([(j, 0, end)], owner_in(piece, 0, end), due or due_in(piece, 0, end), taken if not found else ())
        )
        if not listed:
            break
    return found


def _in_text(piece: Piece, i: int, mark: re.Match[str], used: Used) -> Action:
    """`… ACTION: JB to write.`: what follows the mark is the action."""
    used.add(i, mark.start(), len(piece.text))
    end, due = _due(piece, mark.end())
    owners = owner_in(piece, mark.end(), end)
    taken = piece.words_in(mark.start(), mark.end())
    return Action([(i, mark.end(), end)], owners, due or due_in(piece, mark.end(), end), taken, 0.85)


def _at_end(piece: Piece, i: int, inside: re.Match[str], used: Used) -> Action:
    """A paragraph that ends `… ACTION: JB`: its last sentence is the action."""
    free = used.free(i)
    begin = free[-1][0] if free else 0
    start = _last_sentence(piece.text, begin, inside.start())
    used.add(i, start, len(piece.text))
    due = piece.field(inside.start("due"), inside.end("due")) if inside["due"] else None
    owner = piece.field(inside.start("owner"), inside.end("owner"))
    return Action([(i, start, inside.start())], owner, due, piece.words_in(inside.start(), len(piece.text)), 0.8)


def _last_sentence(text: str, start: int, end: int) -> int:
    place = start
    for match in SENTENCE.finditer(text, start, end):
        if text[match.end() : end].strip(" ([-–"):
            place = match.end()
    return place


def _due(piece: Piece, start: int) -> tuple[int, Field | None]:
    """Where an action's text ends before `Due: …`, and the due date."""
    match = DUE.search(piece.text, start)
    if match is None:
        return len(piece.text), None
    return match.start(), piece.field(match.start("due"), match.end("due"))


def due_in(piece: Piece, start: int, end: int) -> Field | None:
    """A due date within an action's sentence: `by 28 February 2014`. What merely speaks of a date (`for the March report`) is none."""
    best = None
    for match in BY.finditer(piece.text, start, end):
        if re.search(r"\b(?:not|until)\b", piece.text[max(start, match.start() - 30) : match.start()]):
            continue  # `not to be cut before August`
        if match.group().split()[0] in {"by", "before", "no"} or piece.text[match.end() : end].strip(" .") == "":
            best = match
            if match.group().startswith("by"):
                break
    if best is None or best.group().split()[0] in {"at", "for", "to"}:
        return None
    end = best.end() - best.group().endswith(".")
    return piece.field(best.start(), end, confidence=0.85)


def owner_in(piece: Piece, start: int, end: int) -> Field | None:
    """Who is to act, by the grammar of `JB to write …`, `the Clerk will …`; a second one after `and`."""
    text = piece.text[start:end]
    lead = len(text) - len(text.lstrip(" .–-"))
    match = OWNER.match(text[lead:])
    if match is None:
        return None
    a, b = start + lead + match.start("owner"), start + lead + match.end("owner")
    first = piece.field(a, b, confidence=0.9)
    second = SECOND.search(piece.text, b, end)
    if second is None:
        return first
    more = piece.field(second.start("owner"), second.end("owner"), confidence=0.85)
    return Field(f"{first.text}; {more.text}", first.words + more.words, confidence=0.85)


def _names_only(text: str) -> bool:
    """Whether a text says who, and perhaps by when, and not what: `Jo Penn, by May 2025`."""
    named = NAMED.fullmatch(text.strip())
    return looks_like_owner(text) or (named is not None and looks_like_owner(named["owner"]))


def looks_like_owner(text: str) -> bool:
    """Whether a text names people only: initials, names, posts, `All`, in a few words without a verb."""
    text = text.strip(" .:;()[]")
    words = re.findall(r"[\w’'.-]+", text)
    if not 1 <= len(words) <= 8 or re.search(rf"\s{_VERB}\s", text):
        return False
    small = {"and", "the", "all", "of", "for", "with", "&"}
    return all(w[0].isupper() or w.casefold() in small for w in words) and words[0][0].isupper()
