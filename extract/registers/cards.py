"""Risks printed as cards, one a page or slide: a bar with reference and title, run-in labels, small headings over their texts.

What says so is the skeleton that is repeated: bars alike with references of one pattern, the same headings under each.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extract.columns import Column
from extract.families.report_labels import is_sheet_of_report
from extract.looks import profile
from extract.registers.forms import form_of
from extract.registers.gauges import TRAIL_ARROWS, Run, gauges, repeated_labels, runs_of, trail
from extract.registers.layout import is_known
from extract.registers.ledgers import read_ledgers
from extract.registers.profiles import SCORED, Profile, gather, rows_of, told, words_of
from extract.registers.skeleton_forms import read_skeletons
from extract.registers.slides import kind_of
from extract.registers.speaks import speaks_of_risks
from extract.registers.tables import READS, look
from extract.registers.wording import take_apart
from extract.text import text_of
from extract.wording import fold
from models.geometry import box_around
from models.page import Word
from models.section import Paragraph, Section
from models.table import Cell, Table

_REF = re.compile(r"(?!Q\s?[1-4]$)[A-Z]{1,6}[\s./-]?\d{1,3}(?:\.\d{1,2})?[a-z]?|\d{1,2}(?:\.\d{1,2})?[.:]?")
_RISK_NUMBER = re.compile(r"risk|no\.?|number|ref\.?|#", re.IGNORECASE)
_OF_RISK = frozenset({"cause", "consequence", "rating"})
_LONGEST_LABEL = 4  # words
_GUESSED = ("gross", "current", "target")  # of a trail of scores without a caption


@dataclass(slots=True)
class _Under:
    """A heading of a card and the paragraphs that stand below it in its column."""

    heading: Paragraph
    blocks: list[Paragraph]


def profiles_of(section: Section) -> list[Profile]:
    """The forms of a section, be they cards, tables of labels, or lines of labels that no rule divides."""
    found = _profiles(section)
    sheets = [t for t in section.tables if is_sheet_of_report(t)] if found else []
    if not sheets:
        return found
    labelled = {id(w) for t in sheets for c in t.cells for w in c.words}
    return [p for p in found if rows_of(p).measures() or not all(id(w) in labelled for w in words_of(p))]


def _profiles(section: Section) -> list[Profile]:
    if not speaks_of_risks(section):
        return []
    found = read_cards(section) or gather(section)
    ledgers = read_ledgers(section)
    found = ledgers if told(ledgers) > told(found) else found
    skeletons = read_skeletons(section)
    return skeletons if told(skeletons) > told(found) else found


def read_cards(section: Section) -> list[Profile]:
    """The cards of a section in order; none where fewer than two pages repeat the skeleton."""
    pages: list[list[Paragraph | Table]] = []
    bars = _bars(section)
    for block in section.blocks:
        if id(block) in bars:
            pages.append([])
        if pages and isinstance(block, Paragraph | Table):
            pages[-1].append(block)
    if len(pages) < 2 or not _repeats(pages):
        return []
    labels = repeated_labels([[b for b in blocks if isinstance(b, Paragraph)] for blocks in pages])
    cards = [_card(blocks, labels) for blocks in pages]
    return cards if sum(map(_tells_of_risk, cards)) > 0.5 * len(cards) else []


def _tells_of_risk(card: Profile) -> bool:
    """Whether a card says more of a risk than its name: objectives and projects have references and actions too."""
    held = rows_of(card).cells.keys()
    return bool(held & _OF_RISK) or any(f.endswith(SCORED) for f in held)


def _bars(section: Section) -> set[int]:
    """The bars over cards, by identity: of the headings with references alike and each once, the most."""
    groups: dict[str, list[tuple[int, str]]] = {}
    for block in section.blocks:
        if isinstance(block, Paragraph) and (found := _bar(block)) is not None:
            ref = _bare(found[0])
            groups.setdefault(re.sub(r"[^A-Z].*", "", ref.upper()), []).append((id(block), ref))
    unique = [group for group in groups.values() if len({ref for _, ref in group}) == len(group)]
    return {number for number, _ in max(unique, key=len, default=[])}


def _bar(paragraph: Paragraph) -> tuple[tuple[Word, ...], tuple[Word, ...]] | None:
    """Reference and title of the bar over a card."""
    if paragraph.marker is not None or not (paragraph.heading_level is not None or paragraph.bold):
        return None
    first = runs_of(paragraph.words)[0].words
    while len(first) > 1 and _RISK_NUMBER.fullmatch(first[0].text):
        first = first[1:]  # `Risk 4 Flooding`, `Risk No. 4`
    for count in (2, 1):
        ref, title = first[:count], first[count:]
        if not _REF.fullmatch(_bare(ref)):
            continue
        while title and not any(c.isalnum() for c in title[0].text):
            title = title[1:]  # a dash or colon between the two
        if title and any(len(w.text) > 1 and w.text.isalpha() for w in title):
            return ref, title
        rest = [r for r in runs_of(paragraph.words)[1:] if trail(r.words) is None]
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


def _card(blocks: Sequence[Paragraph | Table], labels: frozenset[str]) -> Profile:
    """One card: what its bar, labels, headings, trail of scores and table of actions say."""
    card = Profile(method="text")
    bar = blocks[0]
    if isinstance(bar, Paragraph) and (found := _bar(bar)) is not None:
        ref, title = found
        card.values += [_value("Risk ref", ref, text=_bare(ref)), _value("Risk title", title)]
        named = {id(w) for w in (*ref, *title)}
        card.taken += [w for w in runs_of(bar.words)[0].words if id(w) not in named]
    paragraphs = [b for b in blocks if isinstance(b, Paragraph)]
    _read_trail(paragraphs, card)
    for label, words in gauges(paragraphs):
        card.values.append(_value(text_of(label), words))
        card.taken += [w for w in label if w not in card.taken]
    spent = {id(w) for v in card.values for c in v.cells for w in c.words} | {id(w) for w in card.taken}
    under: list[_Under] = []
    for paragraph in paragraphs[1:]:
        if all(id(w) in spent for w in paragraph.all_words):
            continue
        if _is_heading(paragraph):
            under.append(_Under(paragraph, []))
            continue
        over = _over(paragraph, under)
        labelled = _labelled(paragraph, spent, labels)
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
    if not beside:  # a list that the page cuts goes on at the top of the next
        before = [
            u for u in under if u.heading.page == paragraph.page - 1 and u.heading.lines[0].x0 <= edge + paragraph.size
        ]
        return before[-1] if before else None
    nearest = max(u.heading.lines[0].x0 for u in beside)
    column = [u for u in beside if u.heading.lines[0].x0 > nearest - 2 * paragraph.size]
    return max(column, key=lambda u: u.heading.top)


def _labelled(
    paragraph: Paragraph, spent: set[int], labels: frozenset[str]
) -> list[tuple[tuple[Word, ...], tuple[Word, ...]]]:
    """Labels with what stands behind each: known ones at the head of a line, bold ones anywhere; [] without any."""
    if paragraph.marker is not None:
        return []
    parts: list[tuple[list[Word], list[Word]]] = []
    for line in paragraph.lines:
        words = [w for w in line.words if id(w) not in spent]
        at = 0
        while at < len(words):
            label = _label_at(words, at) or _repeated_at(words, at, labels)
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
        if len(runs_of(words[at : end + 1])) > 1:
            return 0
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


def _repeated_at(words: Sequence[Word], at: int, labels: frozenset[str]) -> int:
    """How many words of a label begin at a place that other cards print too; 0 where none does."""
    for end in range(at, min(at + _LONGEST_LABEL, len(words))):
        if words[end].text.endswith(":"):
            return end - at + 1 if fold(text_of(words[at : end + 1])) in labels else 0
    return 0


def _read_trail(paragraphs: Sequence[Paragraph], card: Profile) -> None:
    """Scores joined by arrows, `20 → 16 → 8`, with their stages from a caption joined likewise; without one by order."""
    runs = [run for p in paragraphs for run in runs_of(p.all_words)]
    trails = [(run, parts) for run in runs if (parts := trail(run.words)) is not None]
    scores = next((t for t in trails if all(text_of(p).isdecimal() for p in t[1])), None)
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
    card.taken += [w for w in scores[0].words if w.text in TRAIL_ARROWS]
    card.values += [_value(f"{s.capitalize()} score", n, sure) for s, n in zip(stages, numbers, strict=True)]


def _read_named_trail(trails: Sequence[tuple[Run, list[tuple[Word, ...]]]], card: Profile) -> None:
    """A trail whose parts name their stages themselves: `Inherent 20 → Current score 12 → Target 6`."""
    for run, parts in trails:
        told = [(take_apart(text_of(p[:-1])).stage, p[-1:]) for p in parts if p[-1].text.isdecimal()]
        named = {stage: number for stage, number in told if stage}
        if len(named) == len(parts):
            card.values += [_value(f"{stage.capitalize()} score", number) for stage, number in named.items()]
            numbers = {id(w) for number in named.values() for w in number}
            card.taken += [w for w in run.words if id(w) not in numbers]
            return


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
