"""The texts of a card: runs of words on a line, the labels of figures among them, and the headings over cards."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise, takewhile
from statistics import median

from extract.families.kpi_blocks import known_labels
from extract.families.scorecard_cells import way_words
from extract.looks import cell_words
from extract.remembering import remembered
from extract.text import lines_of
from extract.wording import fold, head_of
from models.geometry import Box, box_around
from models.late import late
from models.lazy import lazy
from models.page import Page, Word
from models.record import Field

APART = 1.1  # times the size of type: so much white parts two texts of one line
LONGEST_LABEL = 5  # words
_QUARTER = re.compile(r"Q[1-4]")
PARTING = frozenset("|·•∙‧")  # signs between two texts of one line
_BRACKET = re.compile(r"\s*\(([^()]*)\)\s*$")
_YEAR = r"(?:FY\s?)?20\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?|(?:FY\s?)?\d\d/\d\d"
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)"
)
_PERIOD = rf"(?:(?:(?:Q|Qtr\s?|Quarter\s)[1-4]|[1-4](?:st|nd|rd|th) quarter|H[12]|{_MONTH})(?:[\s,-]{{1,2}}(?:{_YEAR}|\d\d))?|{_YEAR})"
_BEGINS_PERIOD = re.compile(rf"Q|H[12]|[1-4](?:st|nd|rd|th)|{_MONTH}|FY|20\d\d|\d\d/\d\d", re.IGNORECASE)
_ONLY_PERIOD = late(rf"{_PERIOD}:?", re.IGNORECASE)
_DATED = late(rf"^{_PERIOD}\s+(?=[^\W\d])|(?<=\w)[\s,–-]+(?:for\s|by\s)?{_PERIOD}:?$", re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class Text:
    """A run of words on one line of a card, without a wide gap."""

    words: tuple[Word, ...]

    @lazy
    def text(self) -> str:
        return " ".join(w.text for w in self.words)

    @lazy
    def head(self) -> str:
        """What it begins with, as labels are looked up."""
        return next((head for w in self.words if (head := head_of(w.text))), "")

    @lazy
    def box(self) -> Box:
        return box_around(self.words)


def label_of(text: str) -> str | None:
    """The field that a label names, whatever stands in brackets behind it: `Previous (Q1):`; None for other texts."""
    return known_labels().get(fold(_BRACKET.sub("", text).rstrip(": ")))


def dated_label(text: str) -> str | None:
    """The field that a label names with the period of its figure: `Target 2025/26`, `Q3 actual`."""
    bare = _DATED.sub("", text, count=1)
    return label_of(bare) if bare != text else None


def is_period(text: str) -> bool:
    """Whether a text is a quarter, a month or a year and nothing else, as labels of figures: `Quarter 4`, `Mar 2025`."""
    return _ONLY_PERIOD.fullmatch(text) is not None


@lru_cache(maxsize=8192)
def begins_period(word: str) -> bool:
    """Whether a text that is a period may begin with a word."""
    return _BEGINS_PERIOD.match(word) is not None


def goes_on(text: Text, texts: Sequence[Text], frame: Box) -> bool:
    """Whether a text is the rest of the one above it, whose line had no room for its first word: no label of its own."""
    first, white = text.words[0], text.box.x0 - frame.x0
    for above in texts:
        last = above.words[-1]
        if (
            abs(above.box.x0 - text.box.x0) <= 2
            and (last.font.size, last.font.bold) == (first.font.size, first.font.bold)
            and 0 < text.box.middle_y - above.box.middle_y < 1.6 * text.box.height
            and above.box.x1 + 0.2 * first.font.size + (first.x1 - first.x0) > frame.x1 - white
        ):
            return True
    return False


@cache
def heads_of_labels() -> frozenset[str]:
    """What the labels of figures begin with."""
    return frozenset(map(head_of, known_labels()))


def goes_on_from(before: Word, word: Word) -> bool:
    """Whether a word stands in one text with the one printed before it: in the same type, a mere space behind it."""
    return (
        before.top == word.top
        and before.bottom == word.bottom
        and before.font is word.font
        and 0 <= word.x0 - before.x1 <= APART * word.font.size
        and before.text not in PARTING
    )


def texts_of(words: Sequence[Word]) -> Sequence[Text]:
    """The texts of a card in reading order: lines, cut at wide gaps and at upright strokes (`Aim: … | Lead: …`)."""
    return _texts_of(tuple(words))


@remembered(256)  # a frame is looked at for labels, for a figure, and to be read, by each reader of cards
def _texts_of(words: tuple[Word, ...]) -> Sequence[Text]:
    found: list[Text] = []
    for line in lines_of(words):
        run: list[Word] = []
        for word in line:
            if word.text in PARTING or (run and word.x0 - run[-1].x1 > APART * word.font.size):
                found.extend([Text(tuple(run))] if run else [])
                run = []
            if word.text not in PARTING:
                run.append(word)
        found.extend([Text(tuple(run))] if run else [])
    return found


def names_figure(text: Text) -> bool:
    """Whether a text is, or begins with, the label of an indicator's figure: `Target 95%`, `Previous (Q1)`."""
    if text.head not in heads_of_labels():
        return False
    led = led_value(text)
    name = led[0] if led is not None else label_of(text.text)
    return name in {"current_text", "previous_text", "target_text", "floor_text"}


def is_status(text: Text) -> bool:
    """Whether a text is a colour's name or a status alone: `Amber`, `On track`."""
    return cell_words().get(fold(text.text)) in {"rag", "status"}


def says_way(text: Text) -> bool:
    """Whether a text says without a label which way is good, and nothing else: `Lower is better`."""
    return len(text.words) > 1 and way_words().get(fold(text.text)) == "way"


def is_label(text: Text) -> bool:
    """Whether a text is a label and nothing else."""
    return label_of(text.text) is not None


def led_value(text: Text) -> tuple[str, str | None, Text] | None:
    """`Target 95%`, `Lead: Head of Waste`: a label with its value behind it in one text."""
    if text.head not in heads_of_labels():
        return None
    words = [w.text for w in text.words]
    for count in range(min(len(words) - 1, LONGEST_LABEL), 0, -1):
        label, value = " ".join(words[:count]), " ".join(words[count:])
        name = label_of(label)
        if name and (label.endswith(":") or re.match(r"[<>≤≥£]?[\d.]|N/?A\b", value)):
            return name, label, Text(text.words[count:])
    return None


def led_period(text: Text, figure: re.Pattern[str]) -> tuple[Text, Text] | None:
    """`Q2: 88.7%`, `Aug 2025 – 9m 48s`: a period with its figure behind it in one text."""
    words = [w.text for w in text.words]
    if is_period(text.text):
        return None
    for count in range(min(len(words) - 1, 3), 0, -1):
        if is_period(" ".join(words[:count]).rstrip(":-–—=")):
            rest = text.words[count + (words[count] in {"-", "–", "—", "="}) :]
            value = Text(rest) if rest else None
            return (Text(text.words[:count]), value) if value and figure.fullmatch(value.text) else None
    return None


def parted(text: Text) -> list[Text]:
    """A text cut before each label but the first that stands in it with a figure behind: `Target: 90% Previous: 89.6%`."""
    words = text.words
    narrow = _narrow_headings(words)
    if narrow:
        rest = words[narrow:]
        return [*(Text((w,)) for w in words[:narrow]), *(parted(Text(rest)) if rest else ())]
    cuts = [0]
    for number in range(2, len(words) - 1):
        before = words[number - 1].text
        follows = any(c.isdigit() for c in before) or before.casefold() in {"n/a", "-"}
        if (
            follows
            and number > cuts[-1] + 1
            and names_figure(Text(words[number:]))
            and words[number].text[:1].isupper()
        ):
            cuts.append(number)
    if len(cuts) == 1 or led_value(Text(words[: cuts[1]])) is None:
        return [text]
    return [Text(words[a:b]) for a, b in pairwise([*cuts, len(words)])]


def _narrow_headings(words: Sequence[Word]) -> int:
    """How many words at the head of a line are headings of narrow columns of their own: two in `Q1 Q2 Current progress`."""
    if words[0].text[:1] != "Q":
        return 0
    quarters = [w.text for w in takewhile(lambda w: _QUARTER.fullmatch(w.text), words)]
    return len(quarters) if len(set(quarters)) == len(quarters) > 1 else 0


def headings_over(page: Page, frames: Sequence[Box]) -> list[Field]:
    """Texts outside all cards and beside none that are set larger than most of the page, top to bottom."""
    outside = [w for w in page.words if not any(f.holds_middle_of(w) for f in frames) and not w.turned]
    usual = median(w.font.size for w in page.words)
    return [
        Field(text.text, text.words, confidence=0.85)
        for text in texts_of(outside)
        if min(w.font.size for w in text.words) > 1.15 * usual
        and not any(f.top < text.box.middle_y < f.bottom for f in frames)
    ]
