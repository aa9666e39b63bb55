"""Risks printed as cards, one a page or slide: a bar with reference and title, run-in labels, small headings over their texts.

What says so is the skeleton that is repeated: bars alike with references of one pattern, the same headings under each.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from extract.columns import Column
from extract.looks import profile
from extract.registers.forms import form_of
from extract.registers.layout import is_known
from extract.registers.profiles import SCORED, Profile, gather, rows_of
from extract.registers.slides import kind_of
from extract.registers.tables import READS, look
from extract.registers.wording import take_apart
from extract.text import text_of
from models.geometry import box_around
from models.page import Word
from models.section import Paragraph, Section
from models.table import Cell, Table

_REF = re.compile(r"(?!Q\s?[1-4]$)[A-Z]{1,6}[\s./-]?\d{1,3}(?:\.\d{1,2})?[a-z]?|\d{1,2}(?:\.\d{1,2})?[.:]?")
_RISK_NUMBER = re.compile(r"risk|no\.?|number|ref\.?|#", re.IGNORECASE)
_OF_RISK = frozenset({"cause", "consequence", "rating"})
_ARROWS = frozenset({"→", "➔", "➜", "➡", ">", "»", "⇒", "->", "–>", "=>"})
_GAP = 2.5  # a gap of so many times the type ends a text
_LONGEST_LABEL = 4  # words
_GUESSED = ("gross", "current", "target")  # of a trail of scores without a caption


@dataclass(frozen=True, slots=True)
class _Run:
    """Words of one line without a wide gap in between."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return text_of(self.words)


@dataclass(slots=True)
class _Under:
    """A heading of a card and the paragraphs that stand below it in its column."""

    heading: Paragraph
    blocks: list[Paragraph]


def profiles_of(section: Section) -> list[Profile]:
    """The forms of a section, be they tables of labels or cards."""
    return read_cards(section) or gather(section)


def read_cards(section: Section) -> list[Profile]:
    """The cards of a section in order; none where fewer than two pages repeat the skeleton."""
    pages: list[list[Paragraph | Table]] = []
    for block in section.blocks:
        if isinstance(block, Paragraph) and _bar(block) is not None:
            pages.append([])
        if pages and isinstance(block, Paragraph | Table):
            pages[-1].append(block)
    if len(pages) < 2 or not _repeats(pages):
        return []
    cards = [_card(blocks) for blocks in pages]
    return cards if sum(map(_tells_of_risk, cards)) > 0.5 * len(cards) else []


def _tells_of_risk(card: Profile) -> bool:
    """Whether a card says more of a risk than its name: objectives and projects have references and actions too."""
    held = rows_of(card).cells.keys()
    return bool(held & _OF_RISK) or any(f.endswith(SCORED) for f in held)


def _bar(paragraph: Paragraph) -> tuple[tuple[Word, ...], tuple[Word, ...]] | None:
    """Reference and title of the bar over a card."""
    if paragraph.marker is not None or not (paragraph.heading_level is not None or paragraph.bold):
        return None
    first = _runs(paragraph.words)[0].words
    while len(first) > 1 and _RISK_NUMBER.fullmatch(first[0].text):
        first = first[1:]  # `Risk 4 Flooding`, `Risk No. 4`
    for count in (2, 1):
        ref, title = first[:count], first[count:]
        if not _REF.fullmatch(_bare(ref)):
            continue
        while title and not any(c.isalnum() for c in title[0].text):
            title = title[1:]  # a dash or colon between the two
        if title:
            return ref, title
        rest = [r for r in _runs(paragraph.words)[1:] if _trail(r.words) is None]
        return (ref, rest[0].words) if rest else None
    return None


def _repeats(pages: Sequence[Sequence[Paragraph | Table]]) -> bool:
    """Whether the cards are alike: references of one pattern, each once, and under them the same known headings."""
    bars = [bar for blocks in pages if isinstance(blocks[0], Paragraph) and (bar := _bar(blocks[0])) is not None]
    refs = [_bare(ref) for ref, _ in bars]
    if len({re.sub(r"[^A-Z].*", "", r.upper()) for r in refs}) > 1 or len(set(refs)) < len(refs):
        return False
    told = [{_folded(p) for p in blocks[1:] if isinstance(p, Paragraph) and _is_heading(p)} for blocks in pages]
    seen = Counter(text for texts in told for text in texts)
    common = {text for text, count in seen.items() if count > 0.6 * len(pages)}
    known = {text for text in common if kind_of(text) is not None or is_known(text) or "risk" in text.split()}
    return len(common) >= 2 and bool(known)


def _card(blocks: Sequence[Paragraph | Table]) -> Profile:
    """One card: what its bar, labels, headings, trail of scores and table of actions say."""
    card = Profile(method="text")
    bar = blocks[0]
    if isinstance(bar, Paragraph) and (found := _bar(bar)) is not None:
        ref, title = found
        card.values += [_value("Risk ref", ref, text=_bare(ref)), _value("Risk title", title)]
        named = {id(w) for w in (*ref, *title)}
        card.taken += [w for w in _runs(bar.words)[0].words if id(w) not in named]
    paragraphs = [b for b in blocks if isinstance(b, Paragraph)]
    _read_trail(paragraphs, card)
    spent = {id(w) for v in card.values for c in v.cells for w in c.words} | {id(w) for w in card.taken}
    under: list[_Under] = []
    for paragraph in paragraphs[1:]:
        if _is_heading(paragraph):
            under.append(_Under(paragraph, []))
            continue
        over = _over(paragraph, under)
        labelled = _labelled(paragraph, spent)
        if labelled:
            for label, words in labelled:
                card.taken += label
                card.values.append(_value(text_of(label).rstrip(" :"), words))
        elif over is not None:
            over.blocks.append(paragraph)
    for part in under:
        _read_under(part, card)
    for table in (b for b in blocks if isinstance(b, Table)):
        form = form_of(table)
        if look(table).score < READS:
            card.values.extend(form.values)
            card.actions.extend(form.actions)
    return card


def _read_under(part: _Under, card: Profile) -> None:
    """A heading's texts: items of a list that the heading names, else one text under that heading."""
    heading = part.heading
    kind = kind_of(heading.text.rstrip(": ?"))
    if kind is None and part.blocks:
        card.values.append(_value(heading.text.rstrip(" :?"), [w for p in part.blocks for w in p.all_words]))
        card.taken += [w for p in part.blocks for w in p.marker_words if not w.text[:1].isalnum()]
    elif kind is not None:
        card.items += [(kind, p, p.marker_words) for p in part.blocks]
    card.taken += heading.all_words


def _over(paragraph: Paragraph, under: Sequence[_Under]) -> _Under | None:
    """The heading in whose column a paragraph stands: the lowest of those nearest to it from the left."""
    edge = paragraph.lines[0].x0
    beside = [u for u in under if u.heading.page == paragraph.page and u.heading.lines[0].x0 <= edge + paragraph.size]
    if not beside:
        return None
    nearest = max(u.heading.lines[0].x0 for u in beside)
    column = [u for u in beside if u.heading.lines[0].x0 > nearest - 2 * paragraph.size]
    return max(column, key=lambda u: u.heading.top)


def _labelled(paragraph: Paragraph, spent: set[int]) -> list[tuple[tuple[Word, ...], tuple[Word, ...]]]:
    """Labels with what stands behind each: known ones at the head of a line, bold ones anywhere; [] without any."""
    if paragraph.marker is not None:
        return []
    parts: list[tuple[list[Word], list[Word]]] = []
    for line in paragraph.lines:
        words = [w for w in line.words if id(w) not in spent]
        at = 0
        while at < len(words):
            label = _label_at(words, at)
            if label:
                parts.append((words[at : at + label], []))
                at += label
            elif parts:
                parts[-1][1].append(words[at])
                at += 1
            else:
                return []
    return [(tuple(label), tuple(words)) for label, words in parts if words]


def _label_at(words: Sequence[Word], at: int) -> int:
    """How many words of a label begin at a place; 0 where none does."""
    for end in range(at, min(at + _LONGEST_LABEL, len(words))):
        if not words[end].text.endswith(":"):
            continue
        label, after = words[at : end + 1], words[end + 1 : end + 2]
        bold = all(w.font.bold for w in label) and not any(w.font.bold for w in after)
        begins = at == 0 or not words[at - 1].font.bold or not words[at].font.bold
        opens = at == 0 or (len(label) < _LONGEST_LABEL and label[0].text[:1].isupper())
        if (bold and begins) or (opens and is_known(text_of(label).rstrip(":"))):
            return end - at + 1
        return 0
    return 0


def _read_trail(paragraphs: Sequence[Paragraph], card: Profile) -> None:
    """Scores joined by arrows, `20 → 16 → 8`, with their stages from a caption joined likewise; without one by order."""
    runs = [run for p in paragraphs for run in _runs(p.all_words)]
    trails = [(run, parts) for run in runs if (parts := _trail(run.words)) is not None]
    scores = next((t for t in trails if all(text_of(p).isdigit() for p in t[1])), None)
    if scores is None:
        _read_named_trail(trails, card)
        return
    numbers = scores[1]
    captions = [(run, p) for run, p in trails if len(p) == len(numbers) and run is not scores[0]]
    told = [(run, [s for p in parts if (s := take_apart(text_of(p)).stage)]) for run, parts in captions]
    caption = next(((run, names) for run, names in told if len(set(names)) == len(numbers)), None)
    if caption is not None:
        (run, stages), sure = caption, 1.0
        card.taken += run.words
    elif len(numbers) == len(_GUESSED):
        stages, sure = list(_GUESSED), 0.7
    else:
        return
    card.taken += [w for w in scores[0].words if w.text in _ARROWS]
    card.values += [_value(f"{s.capitalize()} score", n, sure) for s, n in zip(stages, numbers, strict=True)]


def _read_named_trail(trails: Sequence[tuple[_Run, list[tuple[Word, ...]]]], card: Profile) -> None:
    """A trail whose parts name their stages themselves: `Inherent 20 → Current score 12 → Target 6`."""
    for run, parts in trails:
        told = [(take_apart(text_of(p[:-1])).stage, p[-1:]) for p in parts if p[-1].text.isdigit()]
        named = {stage: number for stage, number in told if stage}
        if len(named) == len(parts):
            card.values += [_value(f"{stage.capitalize()} score", number) for stage, number in named.items()]
            numbers = {id(w) for number in named.values() for w in number}
            card.taken += [w for w in run.words if id(w) not in numbers]
            return


def _trail(words: Sequence[Word]) -> list[tuple[Word, ...]] | None:
    """The parts between arrows, of words that are nothing else: two or more short ones."""
    parts = [tuple(g) for arrow, g in groupby(words, key=lambda w: w.text in _ARROWS) if not arrow]
    arrows = sum(w.text in _ARROWS for w in words)
    return parts if arrows and len(parts) == arrows + 1 and all(len(p) <= 3 for p in parts) else None


def _runs(words: Sequence[Word]) -> list[_Run]:
    """Words split where the line ends with another text far off, or where the next line begins."""
    runs: list[list[Word]] = [[words[0]]] if words else []
    for a, b in pairwise(words):
        level = abs(a.bottom - b.bottom) < 0.6 * max(a.font.size, b.font.size)
        if not level:
            runs.append([b]) if _trails_off(runs[-1]) or b.x0 > a.x1 else runs[-1].append(b)
        elif b.x0 - a.x1 > _GAP * min(a.font.size, b.font.size):
            runs.append([b])
        else:
            runs[-1].append(b)
    return [_Run(tuple(r)) for r in runs]


def _trails_off(words: Sequence[Word]) -> bool:
    return _trail(words) is not None


def _is_heading(paragraph: Paragraph) -> bool:
    stands_out = paragraph.marker is None and (paragraph.heading_level is not None or paragraph.bold)
    return stands_out and len(paragraph.words) <= 8 and _bar(paragraph) is None


def _folded(paragraph: Paragraph) -> str:
    return " ".join(re.findall(r"[a-z]+", paragraph.text.casefold()))


def _bare(ref: Sequence[Word]) -> str:
    """A reference without the sign behind it: `CR1:` is CR1."""
    return text_of(ref).rstrip(":.–-")


def _value(label: str, words: Iterable[Word], sure: float = 1.0, text: str | None = None) -> Column:
    held = tuple(words)
    page = held[0].page
    box = box_around([w for w in held if w.page == page])
    cell = Cell(0, 0, 1, 1, page, ((page, box),), held, text or text_of(held), confidence=sure)
    heading = Cell(0, 0, 1, 1, page, ((page, box),), (), label, is_heading=True)
    return Column(0, (heading,), (cell,), profile((cell,)))
