"""The head of a report: whose it is, what it is called, for which meeting, by whom."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from extract.families.letterheads import ADDRESSED, ASKED, names_body, names_in_lines
from extract.families.report_grid import Labelled, is_grid, label_grid
from extract.meeting.pieces import Piece, piece_of_paragraph, piece_of_words
from extract.paragraphs import make_paragraph
from extract.section import DATE
from extract.vocabularies import rows
from extract.wording import fold
from models.geometry import box_around
from models.page import Word
from models.record import Field
from models.section import Block, Line, Paragraph
from models.table import Cell, Table

LONGEST_FRONT = 14  # blocks
MASTHEAD_GAP = 1.1  # times the size of type: so much white parts the pieces of a masthead's line
WIDEST_SHEET = 6  # columns: labels and what they say, up to three times side by side
SHORT_VALUE = 3  # words: `For approval`
LONGEST_STAMP = 60  # characters of a line above the title that says what a paper is for
PROSE = 220  # characters from which a paragraph is no line of a report's head
LABEL = re.compile(r"^(?P<label>[A-Z][\w()/’' -]{1,45}?)\s*(?P<colon>[:：])\s*(?P<value>.*)$", re.DOTALL)
_NO_COLON = re.compile(
    r"^(?P<label>Report (?:of|to|by|from)|(?:Presented|Prepared) by)(?: the)?\s+(?P<value>\S.*)$", re.IGNORECASE
)
_SECOND = re.compile(r"\s(?:Approved|Reviewed|Submitted|Presented|Authori[sz]ed|Endorsed|Cleared|Checked) by\s*:")
_MEETING = re.compile(
    r"\s*[,–-]?\s*\b(?:(?:public|private|open|closed|ordinary|extraordinary)\s+)?(?:meeting|session)"
    r"(?:\s+(?:held\s+)?in\s+(?:public|private))?(?:\s+(?:held\s+)?on)?\W*"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)?\W*$",
    re.IGNORECASE,
)
_AROUND_DATE = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|meeting|held|date|dated|board|on|of|the|at)\b", re.IGNORECASE
)
_BALLOT = re.compile(r"[☐☑☒□■✓✔]")  # boxes to tick say what is asked for, not why
_APPENDIX = re.compile(r"^(?:appendix|annex|enclosure|agenda item|item|paper)\b[\s\w.:()–-]{0,12}$", re.IGNORECASE)


@dataclass(slots=True)
class Front:
    """What the head of a report says; `used` are its blocks, `other` words that are labels and the like."""

    fields: dict[str, Field] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)  # ids of blocks
    other: list[Word] = field(default_factory=list)
    labels: int = 0  # how many printed labels were found
    addressed: Field | None = None  # the body whose members a letter goes to
    sender: Field | None = None  # whose report it is called, and who wrote it where no other did
    sponsor: Field | None = None  # who answers for the report, and brings it where no other does

    def put(self, name: str, value: Field) -> None:
        if value.text and name not in self.fields:
            self.fields[name] = value


def read_front(blocks: Sequence[Block], first_heading: int, title: Paragraph | None = None) -> Front:
    """The head of a report: its blocks before the first heading of its text (`first_heading`, a place in `blocks`).

    `title` is the paper's, where another family has read it already and it is none of `blocks`.
    """
    front = Front()
    head = blocks[: min(first_heading, LONGEST_FRONT)]
    sheets = any(isinstance(b, Table) and front_sheet(b) for b in head)
    lines = [b for b in head if isinstance(b, Paragraph) and not ((m := LABEL.match(b.text)) and _asks(m))]
    _grid(front, lines, fewest=1 if sheets else 2)
    for block in head:
        if isinstance(block, Table):
            _labelled_table(front, block)
        elif isinstance(block, Paragraph) and id(block) not in front.used:
            labelled(front, block)
    free = [b for b in head if isinstance(b, Paragraph) and id(b) not in front.used and len(b.text) < PROSE]
    for whole, parts in names_in_lines(free):
        _organisation_or_date(front, whole)
        front.used.update(id(p) for p in parts if id(whole) in front.used)
    free = [p for p in free if id(p) not in front.used]
    for paragraph in [part for p in free for part in _parts_of_line(p)]:
        _organisation_or_date(front, paragraph)
    if front.addressed is not None:
        front.put("organisation", front.addressed)
    if front.sender is not None:
        front.put("presented_by" if "authors" in front.fields else "authors", front.sender)
    if front.sponsor is not None:
        front.put("presented_by", front.sponsor)
    free = [p for p in free if id(p) not in front.used]
    if "title" not in front.fields and title is not None:
        front.put("title", Field(title.text, title.words, confidence=0.86))
    elif "title" not in front.fields:
        _title(front, free, blocks)
    over = _over_title(front, free)
    for paragraph in free:
        if id(paragraph) not in front.used and (id(paragraph) in over or _APPENDIX.match(paragraph.text)):
            front.used.add(id(paragraph))
            front.other.extend(paragraph.all_words)
    return front


def _over_title(front: Front, free: Sequence[Paragraph]) -> set[int]:
    """The short lines above the title that say what kind of paper it is, and which: `For decision     Paper 3`."""
    title = front.fields.get("title")
    if title is None or not title.words:
        return set()
    page, top = title.words[0].page, title.words[0].top
    above = (p for p in free if p.page == page and p.lines[-1].bottom <= top + 1 and p.marker is None)
    return {id(p) for p in above if len(p.text) < LONGEST_STAMP and not p.text.rstrip().endswith((".", ":"))}


def label_of(paragraph: Paragraph) -> str | None:
    """The canonical label a line begins with (`authors` for `Report of: …`), or None."""
    match = LABEL.match(paragraph.text) or _NO_COLON.match(paragraph.text)
    return labels().get(fold(match["label"])) if match else None


@cache
def labels() -> Mapping[str, str]:
    """Folded label of a report's head or foot -> the field it names, or `other`."""
    return {fold(r["printed"]): r["canonical"] for r in rows("report_labels")}


def labelled(front: Front, paragraph: Paragraph) -> None:
    """What a line `Label: value` says, where the label is known."""
    match = LABEL.match(paragraph.text) or _NO_COLON.match(paragraph.text)
    label = labels().get(fold(match["label"])) if match else None
    if match is None or label is None or paragraph.marker or _asks(match):
        return
    front.used.add(id(paragraph))
    front.labels += 1
    if label == "other" or not match["value"].strip():
        front.other.extend(paragraph.all_words)
        return
    piece = piece_of_paragraph(paragraph)
    beside = _SECOND.search(paragraph.text, match.start("value"))
    if beside is not None:  # two who sign in one line
        piece = piece.part(0, sum(b <= beside.start() for _, b in piece.spans))
    _put(front, label, piece, match.start("value"))
    held = {w for f in front.fields.values() for w in f.words}
    front.other.extend(w for w in paragraph.all_words if w not in held)


def _asks(match: re.Match[str]) -> bool:
    """Whether a line says in full what a meeting is to resolve: `Recommendation: that the quote be accepted.`"""
    sentence = len(match["value"].split()) > SHORT_VALUE and match["value"].rstrip().endswith((".", ";"))
    return match["label"].casefold().startswith("recommend") and sentence


def _put(front: Front, label: str, piece: Piece, start: int = 0) -> None:
    """What a label says, from `start` of `piece` on; behind the name of a meeting its date may stand."""
    end = len(piece.text)
    if label == "organisation":
        date = DATE.search(piece.text, start)
        if date:
            front.put("meeting_date", piece.field(date.start(), date.end()))
            end = date.start()
    while end > start and piece.text[end - 1] in " ,;–-":
        end -= 1
    value = piece.field(start, end)
    if label == "sender":
        front.sender = piece.field(start, end)
        return
    if label == "sponsor":
        front.sponsor = piece.field(start, end, 0.7)
        return
    if label in {"purpose", "organisation"} and (_BALLOT.search(value.text) or ASKED.fullmatch(value.text)):
        return
    addressed = ADDRESSED.match(value.text) if label == "organisation" else None
    if addressed is None:
        front.put(label, value)
    elif names_body(value.text[addressed.end() :]):
        front.addressed = piece.field(start + addressed.end(), end, 0.8)


def labels_of_grid(paragraphs: Sequence[Paragraph], fewest: int = 2) -> list[str]:
    """The known labels of a head, where they make a grid."""
    return [f.known for f in _labels_in(paragraphs, fewest) if f.known and f.value]


def _labels_in(paragraphs: Sequence[Paragraph], fewest: int) -> list[Labelled]:
    """The labels of a head that is set as a grid, or holds several of them in the lines of one paragraph; else []."""
    found = label_grid([w for p in paragraphs for w in p.all_words], labels(), fewest)
    heads = {id(f.label[0]) for f in found if f.known}
    together = any(sum(id(w) in heads for w in p.all_words) > 1 for p in paragraphs)
    return found if together or is_grid(found) else []


def _grid(front: Front, paragraphs: Sequence[Paragraph], fewest: int) -> None:
    """Labels side by side, or with white in place of a colon, each with all the lines that belong to it."""
    found = _labels_in(paragraphs, fewest)
    taken: set[Word] = set()
    for item in found:
        taken.update((*item.label, *item.value))
        if item.known not in {None, "other"} and item.value:
            _put(front, str(item.known), piece_of_words(item.value))
            front.labels += 1
    held = {w for f in front.fields.values() for w in f.words}
    front.other.extend(w for w in taken if w not in held)
    front.used.update(id(p) for p in paragraphs if all(w in taken for w in p.all_words))


def _labelled_table(front: Front, table: Table) -> None:
    """A front sheet: a table whose first column is labels, its second what they say."""
    found = front_sheet(table)
    if not found:
        return
    front.used.add(id(table))
    front.labels += len(found)
    for label, cell, beside in found:
        front.other.extend(cell.words)
        if label == "other":
            continue
        _put(front, label, piece_of_words(beside.words))


def front_sheet(table: Table) -> list[tuple[str, Cell, Cell]]:
    """(label, its cell, the cell beside it) of a table of labels that says whose a report is; [] where it is another one."""
    if table.columns > WIDEST_SHEET:
        return []
    found: list[tuple[str, Cell, Cell]] = []
    for cell in table.cells:
        label = labels().get(fold(cell.text)) or labels().get(fold(cell.text.split(":")[0])) if cell.text else None
        beside = table.at(cell.row, cell.last_column + 1) if label else None
        if label and beside is not None and beside.text.strip() and fold(beside.text) not in labels():
            found.append((label, cell, beside))
    told = {label for label, _, _ in found} - {"other", "sponsor"}
    return found if len(found) >= 2 and told and len(found) >= 0.4 * table.rows else []


def _parts_of_line(paragraph: Paragraph) -> list[Paragraph]:
    """A masthead's line in its parts: `UNIVERSITY COURT     19 March 2025     Paper C24/37`, `Board | 3 May 2024`."""
    if len(paragraph.lines) > 1 or paragraph.marker:
        return [paragraph]
    runs: list[list[Word]] = [[]]
    for word in paragraph.lines[0].words:
        if runs[-1] and word.x0 - runs[-1][-1].x1 > MASTHEAD_GAP * word.font.size:
            runs.append([])
        if word.text in {"|", "•", "·"}:
            runs.append([])
        else:
            runs[-1].append(word)
    parts = [run for run in runs if run]
    if len(parts) < 2 or not any(DATE.search(" ".join(w.text for w in run)) for run in parts):
        return [paragraph]
    page = paragraph.page
    return [make_paragraph([Line(tuple(run), page, *box_around(run))]) for run in parts]


def _organisation_or_date(front: Front, paragraph: Paragraph) -> None:
    """A line that names a body, a line that is a date, or both in one."""
    piece = piece_of_paragraph(paragraph)
    date = DATE.search(paragraph.text)
    rest = paragraph.text
    if date:
        rest = (paragraph.text[: date.start()] + paragraph.text[date.end() :]).strip(" ,–-")
        if not _AROUND_DATE.sub("", rest).strip(" ,:–-"):
            front.put("meeting_date", piece.field(date.start(), date.end()))
            _use(front, paragraph)
            return
    body = _MEETING.sub("", rest).strip(" ,–-")
    if not names_body(body):
        return
    if date:
        front.put("meeting_date", piece.field(date.start(), date.end()))
    if "organisation" not in front.fields:
        start = paragraph.text.find(body)
        if start >= 0:
            front.put("organisation", piece.field(start, start + len(body), 0.92))
    elif not date and (not (paragraph.bold or paragraph.upper) or paragraph.size > _size(front.fields["organisation"])):
        return  # a line of text, or a title, that happens to name a body; a committee under its council is neither
    _use(front, paragraph)


def _size(field: Field) -> float:
    return max((w.font.size for w in field.words), default=0.0) + 0.6


def _use(front: Front, paragraph: Paragraph) -> None:
    front.used.add(id(paragraph))
    held = {w for f in front.fields.values() for w in f.words}
    front.other.extend(w for w in paragraph.all_words if w not in held)


def _title(front: Front, free: Sequence[Paragraph], blocks: Sequence[Block]) -> None:
    """The line of the head that stands out most; a line of the same look right below it belongs to it."""
    heads = [p for p in free if not _APPENDIX.match(p.text) and any(c.isalpha() for c in p.text)]
    heads = [p for p in heads if p.heading_level is not None or p.bold or p.upper] or heads
    if not heads:
        return
    title = max(heads, key=lambda p: (round(p.size), p.bold, p.heading_level is not None, -p.top))
    parts = [title]
    place = next(i for i, b in enumerate(blocks) if b is title)
    for following in blocks[place + 1 : place + 3]:
        if not isinstance(following, Paragraph) or not _goes_on(parts[-1], following):
            break
        parts.append(following)
    words = tuple(w for i, p in enumerate(parts) for w in (p.all_words if i else p.words))
    text = " ".join(" ".join(w.text for w in p.all_words) if i and p.marker else p.text for i, p in enumerate(parts))
    sure = 0.92 if title.heading_level is not None and len(heads) == 1 else 0.86
    front.put("title", Field(text, words, confidence=sure))
    front.used.update(id(p) for p in parts)


def _goes_on(title: Paragraph, following: Paragraph) -> bool:
    """Whether a line is the rest of a title: same type, right below, and it does not begin anew."""
    same = abs(following.size - title.size) < 0.6 and following.bold == title.bold
    below = 0 < following.top - title.lines[-1].top < 2.2 * title.size and following.page == title.page
    dash = bool(following.marker_words) and following.marker_words[0].text in "–—-"
    return (
        same
        and below
        and (dash or following.text[:1].islower() or title.text.endswith((":", "–", "-", ",", "and", "of")))
    )
