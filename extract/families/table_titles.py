"""What stands over a table of a paper: the title it comes under, and the headings between title and table."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from extract.families.scorecard_cells import names_days
from extract.letterheads import names_body
from extract.meeting.pieces import piece_of_paragraph
from extract.paragraphs import make_paragraph
from extract.section import DATE
from extract.text import lines_of
from models.geometry import Box, box_around
from models.page import Word
from models.record import Field
from models.section import Block, Line, Paragraph, Section
from models.table import Table

_APPENDIX = re.compile(r"^(?:appendix|annex|enclosure|schedule)\s+\w{1,3}\s*(?:[-–—:.]\s*|\s+(?=[A-Z]))", re.IGNORECASE)
_LEAD = re.compile(
    r"^(?:[A-Z][\w’'-]*\s+){0,2}(?:[Ll]eads?|[Ll]ead (?:officer|director|member)|[Oo]wner|[Ss]ponsor|SRO"
    r"|[Rr]esponsible (?:officer|director))\s*[:–-]\s*(?P<who>[A-Z].*)$"
)
_FOR_WHEN = re.compile(
    r"^(?:(?:latest|reporting|reported|data|current)\s+(?:data|month|quarter|period|position)|data|position|performance|figures)"
    r"(?:\s+(?:is|are|shown))?(?:\s+(?:for|to|as at|at|up to|as of|(?=[:–-])))?\s*[:–-]?\s*(?:the\s+)?(?P<when>[^.:]{3,40}?)\.?$",
    re.IGNORECASE,
)
REPORTS = re.compile(  # a title that can hold for all tables of a paper
    r"\b(?:performance|scorecard|dashboard|indicators?|kpis?|metrics|monitoring|progress|outturn"
    r"|(?:annual|quarterly|monthly|integrated) report|(?:action|delivery|implementation|improvement|business|corporate|service) plan)\b",
    re.IGNORECASE,
)
_OF_ANY = re.compile(  # what any department's list may be called: it names the table and not whose it is
    r"^(?:(?:key|core|our|main|selected|service|departmental|department|program(?:me)?)\s+)*(?:performance\s+(?:and\s+\w+\s+)?)?"
    r"(?:measures?|indicators?|metrics|kpis?|targets|results|performance|scorecard|dashboard|statistics)"
    r"(?:\s+and\s+(?:targets|results|outcomes|workload))?$",
    re.IGNORECASE,
)
LONGEST = 160  # characters of a title
SMALLER = 0.4  # points: a heading so much smaller is of a lower kind
LONGEST_NOTE = 400  # characters of a note over a table
_OF_YEAR = re.compile(
    r"\b(?:(?:fiscal|financial|budget) years?\b|FY\s?(?:20)?\d\d|(?:six|nine|6|9)[\s-]months\b)", re.IGNORECASE
)
_SAYS_WHEN = re.compile(r"\b(?:runs?|begins?|starts?|covers|goes|ends?|ended|ending|months to)\b", re.IGNORECASE)
_MONTHS = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\b"
)

_QUARTER = r"(?:(?:quarter|qtr)\s?[1-4]|q[1-4]|(?:first|second|third|fourth|1st|2nd|3rd|4th)\s+quarter)"
_REPORTED = re.compile(  # `Quarter 3 2025/26`, `Third quarter of 2025`, `Quarter 3: October to December 2025`
    rf"(?:\b{_QUARTER}\b.{{0,30}}\b20\d\d|\b20\d\d(?:\s?[/–-]\s?\d\d(?:\d\d)?)?,?\s+{_QUARTER}\b"
    rf"|{_MONTHS.pattern}\s*(?:to|[–-])\s*{_MONTHS.pattern}\s+20\d\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, eq=False)
class Over:
    """The title over a table, the inner heading between the title and it, and what lines beside or below that say of all
    its rows: who leads, and for which period the figures are.
    """

    title: Paragraph | None
    heading: Paragraph | None
    lead: Field | None = None
    lead_words: tuple[Word, ...] = ()  # the words of that line
    period: Field | None = None
    period_words: tuple[Word, ...] = ()
    outer: Paragraph | None = None  # a larger heading over the inner one: a service over its goals


def titles_over(section: Section, tables: Sequence[Table]) -> Mapping[int, Over]:
    """id of each table -> what stands over it.

    The title is the largest heading over the first table on its page (or before it); a later heading opens a new title
    where it is set as large, as on slides, and is an inner heading where it is smaller.
    """
    wanted = {id(t) for t in tables}
    first = min((t.first_page for t in tables), default=0)
    title: Paragraph | None = None
    heading: Paragraph | None = None
    lead: Paragraph | None = None
    period: Paragraph | None = None
    found: dict[int, Over] = {}
    blocks = _without_panels(section.whole or section.blocks, wanted)
    alike, over = _heads_alike(blocks, wanted), _outer_headings(blocks, wanted)
    for block in blocks:
        if isinstance(block, Paragraph) and _LEAD.match(block.text) and len(block.text) < LONGEST:
            lead = block
        elif isinstance(block, Paragraph) and _period_in(block) is not None:
            period = block
        elif isinstance(block, Paragraph) and block.heading_level is not None and len(block.text) < LONGEST:
            lead = None
            if title is not None and title.page == block.page and not found and _says_when_alone(block):
                continue  # the quarter below a title
            here = title is not None and title.page == block.page == first
            kept = title is not None and _style(block) in alike and REPORTS.search(title.text) is not None
            own = block.page == first and not here and not found and not kept
            named = here and title is not None and names_body(title.text) and REPORTS.search(title.text) is None
            if title is None or block.size >= 0.97 * title.size or own or (named and REPORTS.search(block.text)):
                title, heading = block, None
            else:
                heading = block
        elif isinstance(block, Table) and id(block) in wanted:
            if title is not None and title.page < block.first_page:
                running = _running_title(section, block)
                if running is not None and running.size >= 0.97 * title.size:
                    title, heading = running, None
            known = lead if lead is not None and lead.page == block.first_page else None
            dated = period if period is not None and period.page == block.first_page else None
            found[id(block)] = Over(
                *_of_part(title or paper_title(section), heading, paper_title(section)),
                _lead(known),
                known.all_words if known is not None else (),
                _period(dated),
                dated.all_words if dated is not None else (),
                outer if (outer := over.get(id(heading))) is not title else None,
            )
    return found


def _without_panels(blocks: Sequence[Block], wanted: Collection[int]) -> Sequence[Block]:
    """The blocks of a section without the headings that stand beside a table and are read before it.

    A panel of comments at a table's side begins no higher than the table: what heads it is not over the table.
    """
    beside: set[int] = set()
    headings: list[Paragraph] = []  # since the table before
    for block in blocks:
        if isinstance(block, Paragraph) and block.heading_level is not None:
            headings.append(block)
        elif isinstance(block, Table):
            page, box = block.pieces[0]
            if id(block) in wanted:
                beside.update(id(p) for p in headings if p.page == page and _is_beside(p, box))
            headings = []
    return [b for b in blocks if id(b) not in beside] if beside else blocks


def _is_beside(heading: Paragraph, table: Box) -> bool:
    """At the right however low; at the left, where a column of text may end with the heading of a table, where both begin."""
    if heading.top < table.top - heading.size:
        return False
    right = heading.lines[0].x0 >= table.x1 - SMALLER
    left = max(line.x1 for line in heading.lines) <= table.x0 + SMALLER and heading.top < table.top + 3 * heading.size
    return (right and heading.top < table.bottom) or left


def _says_when_alone(paragraph: Paragraph) -> bool:
    """Whether a line names the quarter or the months that are reported on and nothing else."""
    return _REPORTED.search(paragraph.text) is not None and not any(map(str.isalpha, _REPORTED.sub("", paragraph.text)))


def _of_part(
    title: Paragraph | None, heading: Paragraph | None, paper: Paragraph | None
) -> tuple[Paragraph | None, Paragraph | None]:
    """Title and inner heading of a table. `Performance measures` under a department's name: the name is the inner heading."""
    if title is None or heading is None or (paper is not None and title.text == paper.text):
        return title, heading
    if _OF_ANY.match(heading.text.rstrip(":")) is None or REPORTS.search(title.text) is not None:
        return title, heading
    return paper or heading, title


def _lead(line: Paragraph | None) -> Field | None:
    match = _LEAD.match(line.text) if line is not None else None
    if line is None or match is None:
        return None
    return piece_of_paragraph(line).field(*match.span("who"), confidence=0.9)


def _period(line: Paragraph | None) -> Field | None:
    place = _period_in(line) if line is not None else None
    return piece_of_paragraph(line).field(*place, confidence=0.85) if line is not None and place is not None else None


def _period_in(line: Paragraph) -> tuple[int, int] | None:
    """Where a line that says nothing but for when its figures are names the time: `Latest month: Oct 25`."""
    match = _FOR_WHEN.match(line.text) if len(line.text) < LONGEST else None
    return match.span("when") if match is not None and names_days(match["when"]) else None


def paper_title(section: Section) -> Paragraph | None:
    """The paper's title, where it is one and not the name of a body with a date."""
    title = section.paper.title
    if title is None or names_body(DATE.sub(" ", title.text)):
        return None
    return title


def _running_title(section: Section, table: Table) -> Paragraph | None:
    """The largest line over a table on its page, whether it is text or, as on slides that go on, a running header."""
    number, box = table.pieces[0]
    page = next((p for p in section.pages if p.number == number), None)
    above = [w for w in page.words if w.bottom <= box.top + 2 and not w.turned] if page is not None else []
    if not above:
        return None
    size = max(w.font.size for w in above)
    lines = [line for line in lines_of(above) if max(w.font.size for w in line) > 0.95 * size]
    made = []
    for line in lines[:2]:
        around = box_around(line)
        made.append(Line(tuple(line), number, around.x0, around.top, around.x1, around.bottom))
    return make_paragraph(made)


def _heads_alike(blocks: Sequence[Block], wanted: Collection[int]) -> frozenset[tuple[int, bool]]:
    """The type of the headings right over tables, where several on different pages are set alike: sections of one paper."""
    heads: dict[tuple[int, bool], list[Paragraph]] = {}
    last: Paragraph | None = None
    for block in blocks:
        if isinstance(block, Paragraph) and block.heading_level is not None:
            last = block
        elif isinstance(block, Table) and id(block) in wanted and last is not None and last.page == block.first_page:
            heads.setdefault(_style(last), []).append(last)
    return frozenset(
        style for style, group in heads.items() if len({p.text for p in group}) > 1 and len({p.page for p in group}) > 1
    )


def _outer_headings(blocks: Sequence[Block], wanted: Collection[int]) -> Mapping[int, Paragraph]:
    """id of each heading right over a table -> the larger heading over that, where a paper is set so throughout.

    That is where two such headings or more have headings over tables right below them, and all tables stand so.
    """
    found: dict[int, Paragraph] = {}
    depths: set[int] = set()
    stack: list[Paragraph] = []  # the headings that hold here, each smaller than the one before
    for block in blocks:
        if isinstance(block, Paragraph) and block.heading_level is not None and len(block.text) < LONGEST:
            while stack and stack[-1].size <= block.size + SMALLER:
                stack.pop()
            stack.append(block)
        elif isinstance(block, Table) and id(block) in wanted:
            depths.add(len(stack))
            if len(stack) > 1:
                found[id(stack[-1])] = stack[-2]
    return found if len(depths) == 1 and len({id(p) for p in found.values()}) > 1 else {}


def _style(paragraph: Paragraph) -> tuple[int, bool]:
    return round(2 * paragraph.size), paragraph.bold


def name_of_card(table: Table, over: Over) -> Field | None:
    """What a scorecard is called: its own caption, else the title it stands under."""
    if table.caption and table.caption_words:
        return Field(table.caption, table.caption_words, confidence=0.9)
    return title_field(over.title) if over.title is not None else None


def title_field(title: Paragraph) -> Field:
    """A title without the label of the appendix that it is (`Appendix A – Scorecard`), or the line that names whose it is."""
    label = _APPENDIX.match(title.text)
    body = f"{title.lines[0].text} " if len(title.lines) > 1 else ""
    if body and label is None and title.text.startswith(body) and names_body(body.strip()):
        start = len(body) if REPORTS.search(title.text[len(body) :]) else 0
    else:
        start = label.end() if label else 0
    return piece_of_paragraph(title).field(start, len(title.text))


def fiscal_year(section: Section) -> Field | None:
    """The sentence that says when a fiscal year begins, or which days one of its quarters holds, by its months."""
    found = [
        p
        for p in section.paragraphs
        if len(p.text) < LONGEST_NOTE and _OF_YEAR.search(p.text) and _MONTHS.search(p.text)
    ]
    told = next((p for p in found if _SAYS_WHEN.search(p.text)), found[0] if found else None)
    return Field(told.text, told.words, confidence=0.9) if told is not None else None


def reported_period(section: Section) -> Field | None:
    """The short line of a paper's first page, its title among them, that says which quarter or months it reports on."""
    title = section.paper.title
    for paragraph in (*((title,) if title is not None else ()), *section.paper.opening):
        text = paragraph.text
        if len(text) < LONGEST and not text.endswith(".") and _REPORTED.search(text) is not None:
            return Field(text, confidence=0.9)  # its words are for whoever reads the head of the paper
    return None


def context_of(section: Section) -> dict[str, Field]:
    """What holds for all indicators of a section and helps to date their figures: the paper's title, which period it
    reports on, when its year begins.
    """
    title = section.paper.title
    told = {"reported": reported_period(section), "fiscal_year": fiscal_year(section)}
    if title is not None:
        told["paper"] = title_field(title)
    return {name: field for name, field in told.items() if field is not None}
