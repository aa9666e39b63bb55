"""A document -> its papers. A pack holds dozens, each with its own type, page numbers and running lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from extract.furniture import PageFurniture
from extract.letter_marks import without_marks
from extract.letterheads import names_in_lines
from extract.pack_labels import (
    LISTED_PAGE,
    behind_the_end,
    by_label,
    counts_on,
    front_of_report,
    label_of,
    listed_pages,
    minutes_behind_agenda,
    opens_again,
)
from extract.running_lines import running_paragraphs
from extract.type_on import letters_by_font
from extract.vocabularies import rows
from models.page import Page
from models.section import Block, Paper, Paragraph, Section

CUT = 2.0  # points of evidence from which a page begins a new paper
COVER = 60  # words: no first page with fewer says more than a title
DATE = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?\d{4}\b"
    r"|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{4}-\d\d-\d\d\b",
    re.IGNORECASE,
)

_MINUTES = re.compile(r"(?:draft |unconfirmed |confirmed )?minutes of (?:the|a|an)\b.{0,160}\b(?:held|meeting)\b")
_KINDS = "(?:corporate|strategic|operational|rolling|draft|quarterly|integrated|published)"
_NUMBER_ALONE = re.compile(r"\W*(?:pack(?:et)? )?p(?:age|g\.?) #(?: of #)?\W*")  # of the page, or of the pack
_FIGURES = re.compile(r"\d+")
_NAMED = re.compile(r"[^\W\d_]{3}")
_LARGER = 1.15  # times the usual type: a title
_TOWARDS = frozenset({"for", "to", "from", "by", "before", "with"})
_THE = frozenset({"the", "this", "our"})


@dataclass(frozen=True, slots=True)
class PageBlocks:
    """One page with its blocks in reading order; a table stands on the page where it begins."""

    page: Page
    blocks: tuple[Block, ...]
    furniture: PageFurniture
    runs_on: bool  # a paragraph or table of the page before goes on here
    face: str | None = None  # the family of type that most of the page is set in
    joint: float = 0.0  # points that speak for the first page of another file, by its fonts


def cut_papers(pages: Sequence[PageBlocks]) -> list[list[PageBlocks]]:
    """Runs of pages, one a paper, cut where the evidence for a new beginning outweighs that for going on."""
    papers: list[list[PageBlocks]] = []
    listed: set[int] = set()  # pages on which papers begin, as an agenda before says
    for page in pages:
        told = LISTED_PAGE if page.furniture.printed_number in listed else 0.0
        if papers and beginning(papers[-1], page) + told < CUT:
            papers[-1].append(page)
        else:
            papers.append([page])
        listed |= listed_pages(page.blocks)
    return papers


def beginning(before: Sequence[PageBlocks], page: PageBlocks) -> float:
    """How much speaks for a new paper on `page`, in points; below zero it plainly goes on."""
    last = before[-1]
    score = -4.0 if page.runs_on else 0.0
    cover = len(before) == 1 and len(last.page.words) < COVER
    score += _numbering(last.furniture.printed_number, page.furniture.printed_number, len(before), cover)
    if abs(last.page.width - page.page.width) > 8 or abs(last.page.height - page.page.height) > 8:
        score += 1.0
    score += _running_lines(before, page)
    if last.face and page.face and last.face != page.face:
        score += 1.0
    if page.joint:  # a cover is often set in type of its own
        score += min(page.joint, 0.5) if cover else page.joint
    if _opens(page):
        score += 1.5 if _says_whose(page) or len(before) > 1 else -0.5
    labels = [label_of(p.page, p.blocks, p.furniture.texts) for p in (*before, page)]
    if labels[-1] is None or not counts_on((p.blocks for p in before), labels[-1]):
        score += by_label(labels[:-1], labels[-1])
    score += minutes_behind_agenda([p.blocks for p in before], page.blocks) + opens_again(before[0].blocks, page.blocks)
    score += behind_the_end(last.blocks, page.blocks) + front_of_report(page.blocks)
    if _stands_out(page):
        score += 0.5
    if _ends_short(last):
        score += 0.5
    if _counts_on(last, page):
        score -= 1.5
    return score


def _numbering(before: int | None, now: int | None, pages: int, cover: bool) -> float:
    if before is None and now is None:
        return 0.0
    if before is None and now == pages + 1 and (pages > 1 or cover):
        return -1.0  # the first pages of the paper, or its cover alone, bear no number, and are counted
    if before is None or now is None:
        return 1.5 if now == 1 else 0.5  # a paper that numbers its pages, behind one that does not
    if now == before + 1:
        return -1.5
    return 3.0 if now == 1 else 2.0


def _running_lines(before: Sequence[PageBlocks], page: PageBlocks) -> float:
    old = {line for p in before[-3:] for line in _worded(p.furniture.texts)}
    new = _worded(page.furniture.texts)
    if old and new:
        return -0.5 if old & new else 1.0
    # the first page of a paper often has no running lines of its own
    return 0.5 if old or new else 0.0


def _worded(running: Iterable[str]) -> set[str]:
    """Running lines that say something; `Page 3 of 9` is the same in all papers."""
    folded = {_folded(text) for text in running if any(map(str.isalpha, text))}
    return {text for text in folded if not _NUMBER_ALONE.fullmatch(text)}


def _folded(text: str) -> str:
    return re.sub(r"\d+", "#", text.casefold())


def face_of(page: Page) -> str | None:
    """The family of type that most of the page is set in."""
    faces: Counter[str] = Counter()
    for font, letters in letters_by_font(page):
        faces[font.name] += letters
    families: Counter[str] = Counter()
    for name, count in faces.items():
        families[_family_of_type(name)] += count
    return families.most_common(1)[0][0] if families else None


@cache
def _family_of_type(font: str) -> str:
    """`ABCDEF+LiberationSans-Bold` is `liberationsans`."""
    name = re.split(r"[-,]", re.sub(r"^[A-Z]{6}\+", "", font))[0]
    return re.sub(r"(PS)?(MT)?$|Bold.*|Italic.*", "", name).casefold()


def _head(page: PageBlocks, count: int = 4) -> list[Paragraph]:
    limit = page.page.height * 0.45
    return [b for b in page.blocks if isinstance(b, Paragraph) and b.top < limit and b.page == page.page.number][:count]


def _opens(page: PageBlocks) -> bool:
    """Whether one of the first lines is of the kind that papers open with."""
    usual = _usual_size(page.page)
    for paragraph in _head(page):
        text = paragraph.text.casefold().strip()
        titled = paragraph.bold and paragraph.size > _LARGER * usual and not text.startswith(_appendices())
        labelled = len(text) < 120 and (titled or ":" in text or paragraph.upper)
        if (labelled and _openings().match(text)) or _MINUTES.match(text):
            return True
    return False


@cache
def _openings() -> re.Pattern[str]:
    """What papers open with, behind the name of whose it is (`Cabinet – Notice of decisions`) and a word for what kind."""
    known = "|".join(re.escape(r["printed"]) for r in rows("openings"))
    return re.compile(rf"(?:[^:–—-]{{3,60}}\s[–—-]\s)?(?:{_KINDS}\s)?(?:{known})s?\b")


@cache
def _appendices() -> tuple[str, ...]:
    """What heads a part of one paper as often as a paper of its own."""
    return tuple(r["printed"] for r in rows("openings") if r["kind"] == "appendix")


def _says_whose(page: PageBlocks) -> bool:
    """Whether a page's head names a body or a date. A bare `AGENDA` belongs to the summons on the page before it."""
    return any(names_body(p.text) or DATE.search(p.text) for p in _head(page, 3) if p.marker is None)


def _stands_out(page: PageBlocks) -> bool:
    usual = _usual_size(page.page)
    return bool(usual) and any(p.size > _LARGER * usual and not p.marker for p in _head(page, 3))


def _usual_size(page: Page) -> float:
    """The size of type that most letters of a page are set in; 0.0 without any."""
    sizes = Counter[float]()
    for font, letters in letters_by_font(page):
        sizes[round(font.size, 1)] += letters
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _ends_short(page: PageBlocks) -> bool:
    furniture = page.furniture.words
    return max([w.bottom for w in page.page.words if w not in furniture], default=-1.0) < 0.6 * page.page.height


def _counts_on(before: PageBlocks, page: PageBlocks) -> bool:
    """Whether the numbers of paragraphs go on over the break: 14. then 15."""
    new = next(_numbers(page.blocks), 0)
    return new > 1 and next(_numbers(before.blocks[::-1]), 0) == new - 1


def _numbers(blocks: Iterable[Block]) -> Iterator[int]:
    """The numbers at the head of paragraphs."""
    markers = (b.marker for b in blocks if isinstance(b, Paragraph) and b.marker)
    return (int(m.group()) for marker in markers if (m := _FIGURES.match(marker)))


def make_section(number: int, pages: Sequence[PageBlocks]) -> Section:
    """One paper as a section, with what it says of itself on its first page."""
    blocks = tuple(b for p in pages for b in p.blocks)
    opening = tuple(b for b in pages[0].blocks if isinstance(b, Paragraph))
    running = running_paragraphs(pages[0].furniture, pages[0].page.number)
    middle = pages[0].page.height / 2
    paper = Paper(
        number=number,
        first_page=pages[0].page.number,
        last_page=pages[-1].page.number,
        title=_title(opening, pages[0].page) or _running_title(pages[0]),
        organisation=_organisation(opening, pages[0].page) or _running_body(pages[0]),
        date=next((p for p in opening[:12] if DATE.search(p.text)), None),
        opening=opening,
        furniture=tuple(dict.fromkeys(t for p in pages for t in p.furniture.texts)),
        heads=tuple([p for p in running if p.top < middle]),
        feet=tuple([p for p in running if p.top >= middle]),
    )
    heading = next((p for p in opening if p.heading_level), None)
    links = tuple(link for p in pages for link in p.page.links)
    return Section(number, paper, heading, blocks, tuple(p.page for p in pages), links)


def _title(opening: Sequence[Paragraph], page: Page) -> Paragraph | None:
    """The heading set largest on the first page's upper half; of equals the first that does not just name the body."""
    heads = [p for p in opening if p.heading_level and p.top < 0.7 * page.height and p.marker is None]
    heads = [p for p in heads if _NAMED.search(p.text)] or heads  # `78.4%` set large on a tile is no title
    heads = list(without_marks(heads, opening))
    if not heads:
        return None
    largest = max(p.size for p in heads)
    first = [p for p in heads if p.size > largest - 0.6]
    return next((p for p in first if not names_body(p.text)), first[0])


def _organisation(opening: Sequence[Paragraph], page: Page) -> Paragraph | None:
    for p in opening[:10]:
        short = len(p.text) < 90 and p.top < 0.5 * page.height and not p.text.endswith(".") and ":" not in p.text
        if short and (p.heading_level or p.upper or p.centred) and names_body(p.text):
            return _whole_name(p, opening)
    return None


def _running_body(page: PageBlocks) -> Paragraph | None:
    """The body as the running header or footer names it."""
    running = running_paragraphs(page.furniture, page.page.number)
    return next((_whole_name(p, running) for p in running if names_body(p.text)), None)


def _whole_name(last: Paragraph, lines: Sequence[Paragraph]) -> Paragraph:
    """A body's name with the line over it where its own says but what kind of body it is: `NHS Foundation Trust`."""
    return next((whole for whole, parts in names_in_lines(lines) if parts[1] is last), last)


def _running_title(page: PageBlocks) -> Paragraph | None:
    """The title of a paper that prints it over every page: the largest of its running headers."""
    heads = [p for p in _running_heads(page) if len(p.text) > 6 and not names_body(p.text)]
    return max(heads, key=lambda p: p.size, default=None)


def _running_heads(page: PageBlocks) -> list[Paragraph]:
    return [p for p in running_paragraphs(page.furniture, page.page.number) if p.top < page.page.height / 2]


_LONGEST_PLAIN, _LONGEST_BODY = 9, 13  # words of a body's name, and of one that says for which place it is
_PAGED = re.compile(r"\bpage \d", re.IGNORECASE)


def names_body(text: str) -> bool:
    """Whether a line does nothing but name a public body: it ends, or begins, with a word for one.

    What is for, to or from a body is not its name: `Key issues for the Board`.
    """
    words = re.findall(r"[a-z]+", text.casefold())
    if re.search(r"\s[–—-]\s", text) and _openings().match(text.casefold()):
        return False  # `Cabinet – Notice of Decisions`
    if _PAGED.search(text):
        return False  # `Harbour Committee, 3 May 2031 Page 1 of 6`: the line of a page's foot
    if not words or len(words) > _LONGEST_BODY or any(a in _TOWARDS and b in _THE for a, b in pairwise(words)):
        return False
    named = _body_words()
    for_place = any(a in named and b == "for" for a, b in pairwise(words)) and all(
        w[0].isupper() or w in {"and", "of", "for", "the", "&"} for w in text.split()
    )  # Office of the Police, Fire and Crime Commissioner for North Anyshire
    if for_place or len(words) > _LONGEST_PLAIN:
        return for_place
    return words[-1] in named or ("of" in words and words[0] in named)


@cache
def _body_words() -> frozenset[str]:
    return frozenset(r["printed"] for r in rows("bodies"))
