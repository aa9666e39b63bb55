"""What the labels of a report's head say: `Report of: …` in lines, in grids and on front sheets."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from extract.families.report_grid import NEAR, Labelled, is_grid, label_grid
from extract.families.report_headings import heads_section
from extract.families.table_rows import meant_breaks
from extract.letterheads import ADDRESSED, ASKED, names_body
from extract.meeting.pieces import Piece, piece_of_paragraph, piece_of_words
from extract.section import DATE
from extract.vocabularies import rows
from extract.wording import fold
from models.page import Word
from models.record import Field
from models.section import Paragraph
from models.table import Cell, Table

WIDEST_SHEET = 6  # columns: labels and what they say, up to three times side by side
LONGEST_SENDER = 120  # characters of one of several names with a post
SHORT_VALUE = 3  # words: `For approval`
LABEL = re.compile(r"^(?P<label>[A-Z][\w()/’' -]{1,45}?)\s*(?P<colon>[:：])\s*(?P<value>.*)$", re.DOTALL)
_NO_COLON = re.compile(
    r"^(?P<label>Report (?:of|to|by|from)|(?:Presented|Prepared) by)(?: the)?\s+(?P<value>\S.*)$", re.IGNORECASE
)
# whoever a report goes to; a letterhead names the body
GENERIC = re.compile(
    r"(?:the\s+)?(?:(?:his|her)\s+worship(?:\s+the)?\s+)?(?:mayor|reeve|warden|chair|council|councillors|members?(?:\s+of\s+(?:the\s+)?council)?)"
    r"(?:\s*(?:,|and|&)\s*(?:the\s+)?(?:council|councillors|members(?:\s+of\s+(?:the\s+)?council)?))*",
    re.IGNORECASE,
)
_SECOND = re.compile(r"\s(?:Approved|Reviewed|Submitted|Presented|Authori[sz]ed|Endorsed|Cleared|Checked) by\s*:")
REACHED = re.compile(
    r"\s[\s|,;(–-]*(?:\S+@\S+|(?:e-?mail|tel(?:ephone)?|phone|mobile|ext)\b(?=\W)|\(?\+?\d[\d()-]+[ \d()-]{4})",
    re.IGNORECASE,
)  # where to reach a person, behind the name
_PERSONS = frozenset({"authors", "presented_by", "sender", "sponsor"})
_WORDED = re.compile(r"[^\W\d_]{3}")  # a title has a word: `Report: 6` says which of the meeting's papers it is
_BALLOT = re.compile(r"[☐☑☒□■✓✔]")  # boxes to tick say what is asked for, not why


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
    if match is None or label is None or paragraph.marker or asks(match) or heads_section(paragraph):
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


def more_senders(front: Front, over: Paragraph, paragraph: Paragraph) -> bool:
    """Whether a line below `From: …` (`over`) names another whose report it is: it begins where the first name does."""
    match = LABEL.match(over.text)
    named = piece_of_paragraph(over).words_in(match.start("value"), len(over.text)) if match and front.sender else ()
    if not named or front.sender is None or len(paragraph.text) > LONGEST_SENDER or paragraph.marker:
        return False
    if abs(paragraph.indent - named[0].x0) > NEAR or named[0].x0 < over.indent + 2 * NEAR or label_of(paragraph):
        return False
    front.sender = Field(
        f"{front.sender.text}; {paragraph.text}", (*front.sender.words, *paragraph.words), confidence=0.9
    )
    front.used.add(id(paragraph))
    return True


def asks(match: re.Match[str]) -> bool:
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
    if label in _PERSONS and (reached := REACHED.search(piece.text, start)):
        end = reached.start()
    while end > start and piece.text[end - 1] in " ,;–-":
        end -= 1
    value = piece.field(start, end)
    if label == "title" and not _WORDED.search(value.text):
        return
    if label == "sender":
        front.sender = piece.field(start, end)
        return
    if label == "sponsor":
        front.sponsor = piece.field(start, end, 0.7)
        return
    if label in {"purpose", "organisation"} and (_BALLOT.search(value.text) or ASKED.fullmatch(value.text)):
        return
    if label == "organisation" and GENERIC.fullmatch(value.text):
        front.addressed = front.addressed or value
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


def read_grid(front: Front, paragraphs: Sequence[Paragraph], fewest: int) -> None:
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


def read_sheet(front: Front, table: Table) -> None:
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
        if label in _PERSONS:
            _in_lines(front, label, beside)


def _in_lines(front: Front, label: str, cell: Cell) -> None:
    """Where several persons stand in a cell on lines of their own, the field says where these begin."""
    held = {"sender": front.sender, "sponsor": front.sponsor}.get(label, front.fields.get(label))
    if held is None or held.words != cell.words or held.text != cell.text or not (breaks := meant_breaks(cell)):
        return
    lined = replace(held, breaks=breaks)
    if label in front.fields:
        front.fields[label] = lined
    elif label == "sender":
        front.sender = lined
    else:
        front.sponsor = lined


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


def is_sheet_of_report(table: Table) -> bool:
    """Whether a table of labels says for which meeting a report is, or why, and by whom or what it is called: no form of a risk."""
    told = {label for label, _, _ in front_sheet(table)}
    return bool(told & {"meeting_date", "purpose"}) and bool(told & {"authors", "title"})
