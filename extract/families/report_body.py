"""The text of a report: which lines are headings, which number begins a paragraph, what belongs to it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate, pairwise

from extract.families.report_foot import says_who
from extract.families.report_headings import LEAD_IN, heading_kind
from extract.families.table_lines import lines_of_tables
from extract.meeting.contents import lists_pages
from extract.remembering import remembered
from extract.vocabularies import rows
from extract.wording import fold
from models.page import Word
from models.record import Field
from models.section import Block, Paragraph
from models.table import Table

NUMERIC = re.compile(r"^\d{1,4}(?:\.\d{1,3})*[.)]?$")
LETTERED = re.compile(r"^\(?(?:[a-zA-Z]|[ivx]{1,5}|[a-z]{2})[.)]$|^\([\divx]{1,4}\)$")
CAPTION = re.compile(
    r"^(?:table|figure|fig|chart|graph|diagram|map)\.?\s*\d+[a-z]?(?P<stop>\s*[:.–-]|$)?", re.IGNORECASE
)
SMALLER = 0.7  # points: so much smaller than the text a note on a table is set
_WORDED = re.compile(r"[^\W_]")
INDENT = 12.0  # points further in than the numbered paragraphs: a list inside one of them
LONGEST_HEADING = 5  # lines

Style = tuple[float, bool, bool, str]


@dataclass(slots=True)
class Entry:
    """One numbered paragraph, bullet or unnumbered paragraph of a report, with what joined it."""

    heading: Paragraph | None
    number: str | None
    parts: list[Paragraph] = field(default_factory=list)
    lettered: bool = False

    @property
    def page(self) -> int:
        return self.parts[0].page


@dataclass(slots=True)
class Body:
    """A report's paragraphs in order, its headings with their levels, and the words of bullets and empty headings."""

    entries: list[Entry] = field(default_factory=list)
    headings: list[Paragraph] = field(default_factory=list)
    other: list[Word] = field(default_factory=list)


def read_body(
    blocks: Sequence[Block],
    headings: Mapping[int, int],
    leads: Iterable[int] = (),
    whole: Sequence[Block] = (),
    others: Collection[int] = (),
) -> Body:
    """The paragraphs of a report. `headings`: id of a block -> its level; `leads`: ids of lines read elsewhere.

    `whole` are the blocks of the section, with the tables that another family has read; `others` the ids of headings that one has.
    """
    body, skipped = Body(), set(leads)
    under = {id(b): a for a, b in pairwise(whole) if isinstance(a, Table)}
    numbered = _main_numbers(blocks, headings)
    beside_tables = lines_of_tables(blocks)
    heading: Paragraph | None = None
    entry: Entry | None = None
    seen_number = apart = False
    usual = _plain_style([b for b in blocks if isinstance(b, Paragraph)])
    below: Table | None = None
    for block in blocks:
        if isinstance(block, Table):
            entry, below = None, block
            continue
        if not isinstance(block, Paragraph) or id(block) in skipped:
            continue
        if others and id(block) in others:
            heading, entry, below, seen_number, apart = block, None, None, False, False
            continue
        below = below or under.get(id(block))
        note = below is not None and block.marker is None and usual is not None and block.size < usual[0] - SMALLER
        below = below if note else None
        # A note on a table, right below it and set smaller than the text, a line drawn with characters, a list of contents.
        led = (
            "..." in block.text or ". . ." in block.text or "…" in block.text
        )  # as a list of contents leads to its pages
        if note or not _WORDED.search(block.text) or (led and lists_pages([line.text for line in block.lines])):
            body.other.extend(block.all_words)
            continue
        if id(block) in headings:
            heading, entry, seen_number = block, None, False
            apart = heading_kind(block) in {"apart", "key"}
            body.headings.append(block)
            body.other.extend(block.all_words)
            continue
        if not block.marker and _is_label(block.text):
            apart, entry = True, None
        if apart or is_caption(block) or _is_footnote(block) or id(block) in beside_tables:
            continue
        if id(block) in numbered:
            entry, seen_number = Entry(heading, bare(block.marker), [block]), True
            body.entries.append(entry)
        elif block.marker and LETTERED.match(block.marker) and (entry is None or entry.lettered or not seen_number):
            entry, seen_number = Entry(heading, bare(block.marker), [block], lettered=True), True
            body.entries.append(entry)
        elif entry is not None and seen_number:
            entry.parts.append(block)
        elif not says_who(block):
            entry = Entry(heading, None, [block])
            body.entries.append(entry)
    return body


def joined(parts: Sequence[Paragraph]) -> tuple[Field, tuple[Word, ...]]:
    """The text of a paragraph and what follows it, labels kept and bullets left out; and the words of the bullets.

    The field's breaks say where each of the parts begins.
    """
    texts: list[str] = []
    words: list[Word] = []
    bullets: list[Word] = []
    for index, part in enumerate(parts):
        label = part.marker if index and part.marker and part.marker != "•" else None
        texts.append(f"{label} {part.text}" if label else part.text)
        if label:
            words.extend(part.marker_words)
        elif index or part.marker == "•":
            bullets.extend(part.marker_words)
        words.extend(part.words)
    kept = [t for t in texts if t]
    breaks = tuple(accumulate(len(t) + 1 for t in kept[:-1]))
    return Field(" ".join(kept), tuple(words), breaks=breaks), tuple(bullets)


def heading_field(heading: Paragraph | None) -> Field | None:
    """A heading without its number; `(1)` in brackets is kept, as it is part of what the heading is called."""
    if heading is None:
        return None
    if heading.marker and heading.marker.startswith("("):
        return Field(f"{heading.marker} {heading.text}", heading.all_words)
    return Field(heading.text, heading.words)


def find_headings(blocks: Sequence[Block], whole: Sequence[Block] = ()) -> dict[int, int]:
    """id of each heading -> its level, 1 outermost: by its type, by the type of other headings, by known words.

    `whole` are the blocks of the section, with the tables that another family has read.
    """
    paragraphs = [b for b in blocks if isinstance(b, Paragraph)]
    plain = _plain_style(paragraphs)
    sequence = _continuing(paragraphs) | lines_of_tables(blocks)
    found: dict[int, int] = {}
    for p in paragraphs:
        if p.heading_level is None or id(p) in sequence or is_caption(p) or LEAD_IN.match(p.text):
            continue
        if p.marker and ((LETTERED.match(p.marker) and not p.marker.startswith("(")) or p.marker == "•"):
            continue
        found[id(p)] = p.heading_level
    styles = Counter(style_of(p) for p in paragraphs if id(p) in found and p.marker is None)
    level_of = {style_of(p): found[id(p)] for p in paragraphs if id(p) in found}
    for p in paragraphs:
        if (
            LEAD_IN.match(p.text)
            or id(p) in found
            or id(p) in sequence
            or p.marker == "•"
            or len(p.lines) > LONGEST_HEADING
            or is_caption(p)
        ):
            continue
        style = style_of(p)
        worded = re.search(r"[A-Za-z]{3}", p.text) is not None
        begins = worded and not p.text[:1].islower() and not p.text.endswith((";", ","))
        if p.marker is None and style != plain and styles[style] >= 2 and begins:
            found[id(p)] = level_of[style]
        elif heading_kind(p) and len(p.lines) == 1 and (p.marker is None or NUMERIC.match(p.marker)):
            found[id(p)] = max(level_of.values(), default=1)
    over_tables = {id(a) for a, b in pairwise(whole) if isinstance(b, Table)}
    return _without_empty(paragraphs, found, over_tables)


def _without_empty(
    paragraphs: Sequence[Paragraph], found: Mapping[int, int], over_tables: Collection[int]
) -> dict[int, int]:
    """A line in the innermost type of heading right before an outer heading heads nothing: it is text."""
    innermost = max(found.values(), default=0)
    kept = dict(found)
    for p, following in pairwise(paragraphs):
        level, outer = found.get(id(p), 0), found.get(id(following), 99)
        heads = id(p) in over_tables or p.upper or heading_kind(p)
        if 2 < level == innermost and outer < level and not heads:
            kept.pop(id(p), None)
    return kept


def _continuing(paragraphs: Sequence[Paragraph]) -> set[int]:
    """ids of lines in the type of a heading that stand in the run of numbers of the text: `53. Not required`."""
    numbered = [(p, n) for p in paragraphs if (n := _simple(p)) is not None]
    found = set()
    for place, (p, n) in enumerate(numbered):
        if p.heading_level is None or (p.bold and len(p.text) > 60):
            continue
        around = [
            q
            for q, m in numbered[max(0, place - 3) : place + 4]
            if q.heading_level is None and abs(m - n) <= 3 and q is not p
        ]
        if any(abs(q.indent - p.indent) < 6 and (_simple(q) or 0) != n for q in around):
            found.add(id(p))
    return found


def _main_numbers(blocks: Sequence[Block], headings: Mapping[int, int]) -> set[int]:
    """ids of the paragraphs whose number is one of the report's own run, not of a list inside a paragraph."""
    numbered = [
        b for b in blocks if isinstance(b, Paragraph) and id(b) not in headings and b.marker and NUMERIC.match(b.marker)
    ]
    dotted = [b for b in numbered if "." in str(b.marker).rstrip(".")]
    if len(dotted) >= max(2, len(numbered) / 3):
        edge = min(b.indent for b in dotted)
        return {id(b) for b in numbered if b in dotted or b.indent <= edge}
    found: set[int] = set()
    last, edge = 0, 0.0
    for b in numbered:
        number = _simple(b) or 0
        left = b.marker_words[0].x0
        inside = bool(found) and left > edge + INDENT and number != last + 1
        if inside:
            continue
        found.add(id(b))
        last, edge = number, left
    return found


def _simple(paragraph: Paragraph) -> int | None:
    match = re.fullmatch(r"(\d{1,4})[.)]?", paragraph.marker or "")
    return int(match[1]) if match else None


def bare(marker: str | None) -> str | None:
    return (marker or "").strip("().") or None


def is_caption(paragraph: Paragraph) -> bool:
    """`Table 3: Reserves`; `Table 3 compares the outturn …` is a sentence."""
    match = CAPTION.match(paragraph.text)
    if match is None or paragraph.marker or len(paragraph.text) > 160:
        return False
    return match["stop"] is not None or not paragraph.text.rstrip().endswith(".")


def _is_label(text: str) -> bool:
    """Whether a line stands at the end of a report, behind its text: `Contact officer: …`, `Appendix A: …`."""
    label = re.match(r"^([A-Z][\w ()’'/-]{2,40}?)\s*[:–-]\s", text)
    if label is None:
        return False
    words = fold(label[1])
    return any(words == known or words.startswith(f"{known} ") for known in _tail_labels())


@cache
def _tail_labels() -> frozenset[str]:
    return frozenset(
        {fold(r["printed"]) for r in rows("report_headings") if r["canonical"] == "apart"} | {"appendix", "annex"}
    )


def _is_footnote(paragraph: Paragraph) -> bool:
    """A footnote: it begins with a raised mark or one of the small figures."""
    first = paragraph.all_words[0]
    small = re.match(r"^[¹²³⁴⁵⁶⁷⁸⁹*†‡]+(?=https?:|[A-Z]|$)", first.text)
    return first.superscript or small is not None


@remembered(4096)  # headings are found by comparing each paragraph with all others
def style_of(paragraph: Paragraph) -> Style:
    fonts = [w.font for w in paragraph.words if w.text[:1].isalnum() or any(map(str.isalnum, w.text))]
    fonts = fonts or [w.font for w in paragraph.all_words]
    colour = Counter([font.colour for font in fonts]).most_common(1)[0][0]
    italic = False not in [font.italic for font in fonts]
    return (round(paragraph.size * 2) / 2, paragraph.bold, italic, colour)


def _plain_style(paragraphs: Sequence[Paragraph]) -> Style | None:
    weight: Counter[Style] = Counter()
    for p in paragraphs:
        weight[style_of(p)] += len(p.text)
    return weight.most_common(1)[0][0] if weight else None
