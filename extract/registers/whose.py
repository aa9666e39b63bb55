"""The body that a register belongs to: named over it, in its running lines, in its title; before the committee it goes to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from extract.furniture import EDGE
from extract.registers.wording import find_period
from extract.section import names_body
from extract.text import lines_of, text_of
from extract.vocabularies import rows
from models.page import Word
from models.record import Field
from models.section import Paragraph, Section
from models.table import Cell

RISKY = re.compile(r"\brisks?\b|\bassurance framework\b|\bBAF\b", re.IGNORECASE)
STANDS_AT = re.compile(
    r"\b(?<!to be )(?<!will be )(?<!next )(?<!due )(?:as (?:at|of|on)|position at|position as at|correct at|correct as at|"
    r"updated|last updated|last reviewed|date of (?:this )?(?:register|review|update)|reviewed|date|version date)\b[:\s]",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s+[-–—|•·/]\s+|:\s+|\s*\|\s*")
_OF_PLACE = re.compile(
    r"(?:City|Town|Township|Village|County|Municipality|Borough) of (?:(?:[A-Z][\w'’-]*|of|the|and|on)(?: |$))+$"
)
_FUND = re.compile(
    r"(?:[A-Z][\w'’&-]*|of|the|and|on)(?: (?:[A-Z][\w'’&-]*|of|the|and|on))* (?:Pension|Superannuation) (?:Fund|Scheme)$"
)
_LONGEST_LINE = 110  # characters of a line at the head of a paper
_SMALL = frozenset({"of", "and", "for", "the", "&", "in", "with", "on"})
_REGISTER_WORDS = frozenset({"risk", "risks", "corporate", "strategic", "force", "operational", "board", "register"})
_NO_NAME = re.compile(
    r"\b(?:official|confidential|restricted|sensitive|private|public|draft|final|appendix|annex|agenda|item|enclosure|"
    r"paper|report|register|page|minutes|meeting|version|copy|part|section|summary|strateg\w+|corporate plan|www|"
    r"executive summary|contents)\b|@",
    re.IGNORECASE,
)
_LONGEST_NAME = 13  # words: `Office of the Police, Fire and Crime Commissioner for North Anyshire`
_GAP = 3.0  # times the type between two texts of one running line
_WIDE_GAP = 5.0  # the same, between what stands at the two sides of a page
_LARGER = 1.5  # times the type of the word before it: another text begins
_LOOKED_AT = 24  # pages of a paper are enough to know its running lines by
_PAGES = 2  # that print a running line at least


def body_of(section: Section, title: Field | None, framed: Sequence[Cell] = ()) -> Field | None:
    """The body, where one is named; a committee or board only where no body that may own a register is.

    `framed` are the texts that stand across a register's table above its headings.
    """
    over = section.paper.organisation
    if over is not None and owns(over.text):
        return _behind_label(over.all_words, 1.0)
    opening = section.paper.opening[:6]
    running = list(running_parts(section))
    found = (
        _first_owner([cell.words for cell in framed], 0.95)
        or _dated(opening)
        or _first_owner(running, 0.9)
        or _first_owner([part for p in opening for part in _parts(p.words)], 0.8)
        or _first_owner([part for line in _first_lines(section) for part in _parts(line)], 0.8)
        or (title and (_body_in(title) or _body_before(title)))
        or _running_name(section, running)
    )
    if found is not None:
        return found
    if over is not None:
        return Field(over.text, over.all_words, confidence=0.75)
    lines = [p.words for p in opening[:1]]
    parts = [*running, *(part for line in lines for part in gap_parts(line))]
    meets = next((part for part in parts if _is_name(text_of(part)) and names_body(text_of(part))), None)
    return Field(text_of(meets), tuple(meets), confidence=0.75) if meets is not None else None


def _behind_label(words: Sequence[Word], sure: float) -> Field:
    """A body's name without the label before it: `Organisation: Anytown Council`."""
    at = next((n for n, word in enumerate(words) if word.text.endswith(":")), -1) + 1
    name = words[at:] if at and owns(text_of(words[at:])) else words
    return Field(text_of(name), tuple(name), confidence=sure)


def owns(text: str) -> bool:
    """Whether a text names a body that may own a register: a council or a trust, not one of its committees."""
    if names_body(text) and _kind(text) != "meets":
        return True
    ends = " ".join(re.findall(r"[a-z]+", text.casefold())[-2:])  # `Anytown Harbour Commissioners`
    return (" " in ends and _kinds().get(ends) == "owns") or any(p.match(text) for p in (_OF_PLACE, _FUND))


@cache
def _kinds() -> Mapping[str, str]:
    return {row["printed"]: row["canonical"] for row in rows("body_kinds")}


def _kind(text: str) -> str | None:
    """`meets` or `owns` by the last words of a name; None where they say neither."""
    words = re.findall(r"[a-z]+", text.casefold())
    return next((kind for count in (2, 1) if (kind := _kinds().get(" ".join(words[-count:])))), None)


def _dated(opening: Sequence[Paragraph]) -> Field | None:
    """A body at the head of a line that goes on to date the register: `Anytown Council as at 30 June 2024`, `… November 2024`."""
    for paragraph in opening:
        match = STANDS_AT.search(paragraph.text)
        period = find_period(paragraph.text) if match is None else None
        day = period is not None and paragraph.text.endswith(period)
        part = paragraph.text[: match.start() if match is not None else -len(period or "") if day else 0].strip(" ,–-|")
        if _is_name(part) and len(part.split()) > 1 and owns(part):
            return Field(part, paragraph.words[: len(part.split())], confidence=0.9)
    return None


def _first_owner(parts: Iterable[Sequence[Word]], sure: float) -> Field | None:
    for words in parts:
        text = text_of(words)
        if _is_name(text) and len(text.split()) > 1 and owns(text):
            return _behind_label(words, sure)
    return None


def _is_name(text: str) -> bool:
    """Whether a text may be a name: few words, all but the small ones with a capital."""
    words = text.split()
    return (
        1 <= len(words) <= _LONGEST_NAME
        and all(w[:1].isupper() or w in _SMALL for w in words)
        and not RISKY.search(text)
        and not any(c.isdecimal() for c in text)
    )


def _parts(words: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    """A line in its parts, between dashes, bars, wide gaps and sizes of type (a logo); the longest first where it is not parted."""
    part: list[Word] = []
    for before, word in pairwise([None, *words]):
        assert word is not None
        apart = before is not None and (
            word.x0 - before.x1 > _GAP * word.font.size
            or word.top > before.bottom
            or word.font.size > _LARGER * before.font.size
        )
        if part and (apart or word.text in {"-", "–", "—", "|", "•", "·", "/"}):
            yield tuple(part)
            part = []
        if any(c.isalnum() for c in word.text) or word.text == "&":
            part.append(word)
    if part:
        yield tuple(part)


def _first_lines(section: Section) -> list[list[Word]]:
    lines = lines_of(section.pages[0].words)[:2] if section.pages else []
    return [line for line in lines if len(text_of(line)) < _LONGEST_LINE]


def running_parts(section: Section) -> Iterator[tuple[Word, ...]]:
    """The parts of the lines that the paper's pages repeat at head and foot, those of its first pages first."""
    texts = {_bare(t) for t in section.paper.furniture} - {""}
    counts: Counter[str] = Counter()
    found: dict[str, tuple[Word, ...]] = {}
    for page in section.pages[:_LOOKED_AT]:
        edges = (EDGE * page.height, (1 - EDGE) * page.height)
        for line in lines_of([w for w in page.words if w.bottom < edges[0] or w.top > edges[1]]):
            for words in (tuple(line), *_runs(line)):
                bare = _bare(" ".join(w.text for w in words))
                if bare in texts:
                    counts[bare] += 1
                    found.setdefault(bare, words)
    for bare, words in found.items():
        if counts[bare] >= min(_PAGES, len(section.pages)):
            yield from _parts(words)


def gap_parts(words: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    """A text in the parts that stand at different places of one line: at the left, in the middle and at the right of a page."""
    start = 0
    for at, (before, word) in enumerate(pairwise(words), start=1):
        if abs(before.top - word.top) < 0.5 * before.font.size and word.x0 - before.x1 > _WIDE_GAP * before.font.size:
            yield tuple(words[start:at])
            start = at
    yield tuple(words[start:])


def _runs(line: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    """A line in the runs that wide gaps part."""
    start = 0
    for at, (before, word) in enumerate(pairwise(line), start=1):
        if word.x0 - before.x1 > _GAP * word.font.size:
            yield tuple(line[start:at])
            start = at
    if start:
        yield tuple(line[start:])


def _bare(text: str) -> str:
    return " ".join(re.sub(r"[\d\W]+", " ", text).casefold().split())


def _running_name(section: Section, running: Sequence[Sequence[Word]]) -> Field | None:
    """A name in the running lines that no word for a body ends: one that the text names too, or by its last word."""
    said = " ".join(p.text for p in section.paragraphs)
    for words in running:
        text = text_of(words)
        plain = _is_name(text) and len(text) > 3 and not _NO_NAME.search(text) and find_period(text) is None
        if not plain or _kind(text) == "meets":
            continue
        if _kind(text) == "owns" and len(words) > 1:
            return Field(text, tuple(words), confidence=0.85)
        if re.search(rf"\b(?:of|at|by|for|in|the)\s+{re.escape(text)}\b", said):
            return Field(text, tuple(words), confidence=0.8)
    return None


def _body_in(title: Field) -> Field | None:
    """The body that a title names in one of its parts: `ANYTOWN COUNCIL - RISK REGISTER`."""
    named = {row["printed"] for row in rows("bodies")}
    for part in _PARTS.split(title.text):
        words = re.findall(r"[a-z]+", part.casefold())
        if words and not RISKY.search(part) and (words[-1] in named or (words[0] in named and "of" in words)):
            return Field(part, _words_of(part, title.words), title.method, min(0.9, title.confidence))
    return None


def _body_before(title: Field) -> Field | None:
    """The body that a title begins with: `Anyshire Constabulary Force Risk Register`."""
    named = {row["printed"] for row in rows("bodies")}
    words = title.text.split()
    for count in range(min(8, len(words) - 1), 1, -1):
        if words[count - 1].casefold() in named and all(w[:1].isupper() or w in _SMALL for w in words[:count]):
            part = " ".join(words[:count])
            if not RISKY.search(part) and words[count].casefold() in _REGISTER_WORDS:
                return Field(part, _words_of(part, title.words), title.method, min(0.85, title.confidence))
    return None


def _words_of(part: str, words: Iterable[Word]) -> tuple[Word, ...]:
    left = part.split()
    found = []
    for word in words:
        if left and word.text == left[0]:
            found.append(word)
            left.pop(0)
    return tuple(found) if not left else tuple(words)
