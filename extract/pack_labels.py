"""What the first page of a paper says of its place in a pack: `Agenda Item 3` in the margin, minutes behind the agenda."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from extract.meeting.vocabulary import vocabulary
from extract.vocabularies import rows
from extract.wording import fold
from models.page import Page
from models.section import Block, Paragraph
from models.table import Table

LABELLED, SAME_LABEL, MINUTES_BEHIND, LISTED_BEHIND, ENDED = (
    4.0,
    -1.0,
    2.0,
    4.0,
    1.5,
)  # points for a new paper; a stamp that changes is nearly certain, and so are minutes with their list of those present
MARGIN = 0.09  # share of a page's height: a label that was stamped on stands above it
LABEL = re.compile(
    r"(?:agenda\s+item|item|enclosure|enc\.?|attachment|paper)(?:\s+(?:no\.?|number))?\s*[:.]?\s*(?P<ref>\d{1,3}(?:\.\d{1,2})*[a-z]?|[a-z]\d{0,2})\.?",
    re.IGNORECASE,
)
_INITIALS = frozenset("AEIPaeip ")  # what a label begins with
MINUTES = re.compile(
    r"(?:(?:draft|unconfirmed|confirmed|public|open)\s+)*minutes?\s+of\b.{0,200}\b(?:held|meeting)\b", re.IGNORECASE
)
HELD = re.compile(r"\b(?:held|meeting)\b", re.IGNORECASE)
DAY = re.compile(r"\b\d{1,2}\D{1,16}(?:19|20)\d\d\b")
TITLED = re.compile(r"(?:[\w’'&,() -]{0,80}\s)?(?:minutes|agenda|order of business)(?:\s+of\b.*)?", re.IGNORECASE)
CLOSED = re.compile(
    r"\bmeeting\b[^.]{0,60}\b(?:ended|closed|concluded|finished|rose|adjourned|terminated)\b[^.]{0,60}\d|\b(?:ended|closed|adjourned) at\b",
    re.IGNORECASE,
)
BY = frozenset({"authors", "sender", "presented_by"})  # labels that a report's front has, and hardly anything else
FRONT = 1.5  # points for a new paper: a page that begins as the front of a report
WIDEST, LONGEST_LABEL = 6, 60  # columns and characters of a front sheet's labels
HEAD = 8  # blocks of a page's head
PROSE = 200  # characters of a line with a label and what it says
LAST = 4  # lines of minutes in which the end of the meeting may be told
AHEAD = 24  # characters: the number of a label stands among the first
AGENDA = re.compile(r"agenda|order of business", re.IGNORECASE)
FIRST = 4  # lines of a page that may be its paper's title
LISTED_PAGE = 2.5  # points for a new paper: an agenda before it says that one begins on the page of this number
LISTED = re.compile(r"\(pages?:?\s+(?P<first>\d{1,4})(?:\s*(?:[-–—]|to)\s*\d{1,4})?\s*\)", re.IGNORECASE)
LETTERHEAD, OPENS_AGAIN = 1.0, 2.0  # points for a new paper: its head stands there again, and the first of its items
OPENING = 14  # lines of a head, with names and an address
LEAST_HEAD = 2  # lines


def label_of(page: Page, blocks: Sequence[Block], running: Iterable[str]) -> str | None:
    """The item of the agenda that a page is stamped with in its margin; None where it is not. What it is about may stand behind a dash."""
    lines = [
        b for b in blocks[:2] if isinstance(b, Paragraph) and b.page == page.number and b.top < MARGIN * page.height
    ]
    foot = (1 - MARGIN) * page.height
    last = blocks[-1] if blocks else None
    if isinstance(last, Paragraph) and last.lines[0].top > foot and last.lines[0].page == page.number:
        lines.append(last)
    for text in (*(b.text for b in lines), *running):
        if text[:1] not in _INITIALS:
            continue
        match = LABEL.fullmatch(text.strip())
        if match is None and "–" in text:
            match = LABEL.fullmatch(text.partition("–")[0].strip())
        if match is not None:
            return match["ref"].casefold()
    return None


def counts_on(before: Iterable[Sequence[Block]], label: str) -> bool:
    """Whether a label is the number of the next heading of a paper that goes on: the heading before it stands on the pages `before`,
    and that number itself does not, as it would in an agenda."""
    if not label.isdecimal():
        return False
    last = str(int(label) - 1)
    # asked of many paragraphs, so that nothing is called for nearly all of them
    texts = [
        b.text
        for page in before
        for b in page
        if b.__class__ is Paragraph and b.text[:1] in _INITIALS and (last in b.text[:AHEAD] or label in b.text[:AHEAD])
    ]
    told = {match["ref"] for text in texts if (match := LABEL.match(text)) is not None}
    return last in told and label not in told


def by_label(before: Sequence[str | None], now: str | None) -> float:
    """What labels say for a new paper: `before` are those of the pages of the paper that may go on."""
    if now is None:
        return 0.0
    known = [label for label in before if label is not None]
    return SAME_LABEL if known and known[-1] == now else LABELLED


def listed_pages(blocks: Sequence[Block]) -> set[int]:
    """The numbers of the pages on which the papers begin that an agenda lists: `(Pages 9 - 11)` beside an item."""
    found: set[int] = set()
    for block in blocks:
        cells = block.cells if isinstance(block, Table) else ()
        text = block.text if isinstance(block, Paragraph) else "\n".join([c.text for c in cells])
        if "(Page" in text or "(page" in text or "(PAGE" in text:
            found.update([int(match["first"]) for match in LISTED.finditer(text)])
    return found


def front_of_report(blocks: Sequence[Block]) -> float:
    """Whether a page begins as reports do: lines, or rows of a table, that say who wrote or brings it, and one thing more."""
    told: set[str] = set()
    for block in blocks[:HEAD]:
        if isinstance(block, Paragraph):
            if block.marker is not None or len(block.text) > PROSE:
                break
            texts = [line.text for line in block.lines]
        elif isinstance(block, Table) and block.columns <= WIDEST:
            texts = [f"{c.text.rstrip(' :')}:" for c in block.cells if len(c.text) < LONGEST_LABEL]
        else:
            break
        told.update(known for text in texts if ":" in text and (known := _labels().get(fold(text.split(":")[0]))))
    return FRONT if told & BY and len(told) > 1 else 0.0


@cache
def _labels() -> Mapping[str, str]:
    return {fold(r["printed"]): r["canonical"] for r in rows("report_labels")}


def minutes_behind_agenda(before: Sequence[Sequence[Block]], blocks: Sequence[Block]) -> float:
    """Whether the title of minutes stands on a page behind those of an agenda, each page given by its blocks."""
    heads = [b.text for b in blocks[:FIRST] if isinstance(b, Paragraph)]
    if not any(MINUTES.match(text) for text in heads):
        return LISTED_BEHIND if _met(heads) and any(map(_lists_present, blocks[:HEAD])) and _calls(before) else 0.0
    earlier = [b.text.strip(" :.") for page in before for b in page if isinstance(b, Paragraph)]
    called = any(AGENDA.fullmatch(text) for text in earlier)
    if not called or any(MINUTES.match(text) for text in earlier[:FIRST]):
        return 0.0
    return LISTED_BEHIND if any(map(_lists_present, blocks[:HEAD])) else MINUTES_BEHIND


def _met(heads: Sequence[str]) -> bool:
    """Whether the first lines say that somebody met, and on which day: `Harbour Board`, `Held on 4 May 2031 at the Pier`."""
    return any(HELD.search(text) for text in heads) and any(DAY.search(text) for text in heads)


def _calls(before: Sequence[Sequence[Block]]) -> bool:
    """Whether the paper before is an agenda by its table, whatever its title, and no list of those present stands in it."""
    blocks = [b for page in before for b in page]
    return any(_lists_items(b) for b in blocks if isinstance(b, Table)) and not any(map(_lists_present, blocks))


def _lists_items(table: Table) -> bool:
    """Whether a table is headed as those of agendas: items, and who brings each, from when on or with which paper."""
    known = {_item_columns().get(fold(c.text)) for c in table.cells if c.is_heading and len(c.text) < LONGEST_LABEL}
    return bool(known & {"number", "title"}) and len(known & {"lead", "time", "supporting_document"}) > 1


@cache
def _item_columns() -> Mapping[str, str]:
    return {fold(r["printed"]): r["canonical"] for r in rows("columns_agenda")}


def _lists_present(block: Block) -> bool:
    head = block.text.partition(":")[0] if isinstance(block, Paragraph) else ""
    return len(head) < LONGEST_LABEL and vocabulary("attendance_headings").get(fold(head)) == "present"


def opens_again(first: Sequence[Block], blocks: Sequence[Block]) -> float:
    """What speaks for minutes behind their agenda, or an agenda behind minutes, where no more than the title says so: the
    letterhead of the paper's `first` page stands again over that title, and the first item below it is one of those there.
    """
    head, item = _opening(blocks)
    if not any(TITLED.fullmatch(text) for text in head):
        return 0.0
    before, _ = _opening(first)
    letterhead = len(set(head) & set(before)) >= LEAST_HEAD
    again = item is not None and any(
        b.marker == item.marker and _one_title(b.text, item.text) for b in first if isinstance(b, Paragraph)
    )
    return LETTERHEAD * letterhead + OPENS_AGAIN * again


def _opening(blocks: Sequence[Block]) -> tuple[list[str], Paragraph | None]:
    """The lines of a page's head, and the paragraph that follows them: the first with a number, or that is a usual item."""
    lines: list[str] = []
    for block in blocks:
        if not isinstance(block, Paragraph) or len(lines) > OPENING:
            break
        if block.marker or (fold(block.text) in _usual_items() and not TITLED.fullmatch(block.text.strip())):
            return lines, block
        lines += [line.text.strip() for line in block.lines]
    return lines, None


def _one_title(one: str, other: str) -> bool:
    """Whether two items are of one title; minutes go on behind it, an agenda may say when."""
    a, b = fold(one), fold(other)
    return bool(a and b) and (a.startswith(b) or b.startswith(a))


@cache
def _usual_items() -> frozenset[str]:
    return frozenset(fold(r["printed"]) for r in rows("usual_items"))


def behind_the_end(before: Sequence[Block], blocks: Sequence[Block]) -> float:
    """Whether a page's head has a line that calls it minutes or an agenda, and the page before tells how a meeting ended."""
    heads = [line.text.strip() for b in blocks[:FIRST] if isinstance(b, Paragraph) for line in b.lines]
    if not any(TITLED.fullmatch(text) for text in heads):
        return 0.0
    last = [b.text for b in before if isinstance(b, Paragraph)][-LAST:]
    return ENDED if any(CLOSED.search(text) for text in last) else 0.0
