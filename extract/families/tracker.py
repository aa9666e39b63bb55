"""Trackers and logs of actions: one record a line, its group heading as context."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extract.columns import Assigned
from extract.families import Claim, Family, by_tables
from extract.families.table_rows import Row, field_of, heading_words, rows_of
from extract.meeting.log_cards import read_cards
from extract.meeting.log_cells import label_end, told_with
from extract.meeting.log_columns import TITLE, VOCABULARY, heading_rows_of, log_columns
from extract.meeting.log_minutes import with_minute
from extract.meeting.log_status import column_status, painted_cell, rated_by_dot, says_status, status_apart
from extract.meeting.log_tables import Log, logs_of
from extract.meeting.pieces import Piece, piece_of_paragraph
from extract.meeting.ranges import join_stretches
from extract.meeting.splitting import cell_pieces
from extract.meeting.when import DATE
from extract.wording import fold
from models.late import late
from models.page import Page, Word
from models.record import Field, Printed
from models.section import Block, Paragraph, Section
from models.table import Cell, Table

LEAD = late(
    r"(?:[–—-]\s*|\(\s*)?(?:(?i:(?:action\s+)?\b(?:leads?|owners?|led by|responsible))\s*[:–-]?\s*)"
    r"(?P<named>[A-Z][\w’'./&,+ -]{0,60}?)\s*\)?$"
    r"|[–—-]\s*(?P<bare>[A-Z][A-Za-z]{0,2}[A-Z][a-z]?(?:\s?[/&,+]\s?[A-Z][A-Za-z]{0,2}[A-Z][a-z]?)*)$"
)
EDITION = late(
    rf"\b(?:(?:last\s+)?(?:updated|revised|reviewed)|(?:position\s+)?as\s+(?:at|of|on)|correct\s+(?:at|as\s+at)|version\s+date)\b"
    rf"[^.;]{{0,20}}?(?P<day>{DATE.pattern})",
    re.IGNORECASE,
)
_PARTED = frozenset({"update_text", "status"})  # columns that tell how far actions are
_NOT_PUT_OFF = frozenset({"n/a", "na", "none", "not applicable", "no change"})
LONG_HEADING = 140  # characters
SHORT_HEADING = 90  # characters: a longer line over a log explains its colours, it is not its status
LONGEST_REF = 16  # characters of a minute's number beside its date
MOST_OVER = 3  # headings directly over a table
MUCH = 1.5  # times the text of the tables: with so much beside them they are part of another paper

_MINUTE = re.compile(r"min(?:ute)?s?\.?\s*(?:no\.?\s*)?(?P<number>\d{1,4}[\w./()-]{0,8})", re.IGNORECASE)


def claim(section: Section) -> Claim:
    """An action log has actions in a column, and says of each who, by when, or how far."""
    logs = logs_of(section.tables)
    titles = [p.text for p in section.paragraphs if len(p.text) < LONG_HEADING and TITLE.search(p.text)]
    if not logs:
        cards = read_cards(_pieces(section)) if titles else []
        return Claim(0.7, (f"{len(cards)} actions with labelled lines",)) if cards else Claim(0.0)
    reasons = [f"{len(logs)} tables of actions"]
    score = max(log.score for log in logs)
    tables = [log.table for log in logs]
    over = [p for t in tables for p in _over(section.blocks, t)]
    titled = [p.text for p in (*over, *section.paragraphs[:3]) if _is_heading(p) and TITLE.search(p.text)]
    titled += [t.caption for t in tables if t.caption and TITLE.search(t.caption)]
    titled += [c.text for t in tables for c in t.row(0) if TITLE.search(c.text) and len(c.text) < 80]
    if titled:
        score += 0.3
        reasons.append(f"headed {titled[0][:60]!r}")
    beside = sum(len(p.text) for p in section.paragraphs) - sum(len(p.text) for p in over)
    if beside > MUCH * sum(len(c.text) for t in tables for c in t.cells):
        score -= 0.35  # the summary of actions at the end of another paper: its lines are read when that paper has been
    return Claim(max(0.0, min(score, 0.95)), tuple(reasons))


def _is_heading(block: Paragraph) -> bool:
    short = len(block.text) < LONG_HEADING and any(c.isalpha() for c in block.text)
    return short and (
        block.bold or block.heading_level is not None or not block.text.rstrip().endswith((".", ";", ","))
    )


def _over(blocks: Sequence[Block], table: Table) -> list[Paragraph]:
    """The headings that stand directly over a table, outermost first."""
    found: list[Paragraph] = []
    for block in blocks:
        if block is table:
            return found[-MOST_OVER:]
        if isinstance(block, Paragraph) and _is_heading(block):
            found.append(block)
        else:
            found = []
    return []


def read(section: Section) -> Iterator[Printed]:
    """One record a line. The heading that stands over a table holds for its lines, and for tables without one after it."""
    group: Field | None = None
    lead: Field | None = None
    status: Field | None = None
    dated: Field | None = None
    logs = logs_of(section.tables)
    if not logs:
        yield from _cards(section)
        return
    pages = {p.number: p for p in section.pages}
    for log in logs:
        over = _over(
            section.whole or section.blocks, log.table
        )  # the minutes that it follows may have read its heading
        if over:
            group, lead = piece_of_paragraph(over[-1]).field(), _lead(over[-1])
            dated = _dated(over) or dated
            said = next((p for p in reversed(over) if len(p.text) < SHORT_HEADING and says_status(p.text)), None)
            status = (
                piece_of_paragraph(said).field() if said is not None else status if _same_kind(over, section) else None
            )
        for line in _read_table(log, pages, group, lead, status, tuple(w for p in over for w in p.all_words)):
            yield replace(line, context={**line.context, "log_dated": dated}) if dated is not None else line


def _dated(over: Sequence[Paragraph]) -> Field | None:
    """The day that a line over a log says it stands at: `Updated: 3 November 2025`, `Action log as at 12 May 2024`."""
    for paragraph in reversed(over):
        match = EDITION.search(paragraph.text)
        if match is not None:
            return piece_of_paragraph(paragraph).field(match.start("day"), match.end("day"), 0.9)
    return None


def _same_kind(over: Sequence[Paragraph], section: Section) -> bool:
    """Whether a heading is of a lower kind than those that say a status: its tables stay under the last of these."""
    sizes = [p.size for p in section.paragraphs if _is_heading(p) and says_status(p.text)]
    return bool(sizes) and all(p.size < max(sizes) - 0.4 for p in over)


def _pieces(section: Section) -> list[Piece]:
    return [piece_of_paragraph(p) for p in section.paragraphs]


def _cards(section: Section) -> Iterator[Printed]:
    """Actions that are printed one under the other, each with labelled lines."""
    heading = next((p for p in section.paragraphs if len(p.text) < LONG_HEADING and says_status(p.text)), None)
    words = [w for p in section.paragraphs if len(p.text) < LONG_HEADING and TITLE.search(p.text) for w in p.all_words]
    context = {"status_heading": piece_of_paragraph(heading).field()} if heading is not None else {}
    for card in read_cards(_pieces(section)):
        yield Printed("tracked_actions", card.fields, taken=(*words, *card.taken), context=context)
        words = []


def _lead(block: Paragraph) -> Field | None:
    """The owner whom a group's heading names: `Weather data – Lead JC`."""
    match = LEAD.search(block.text)
    if match is None:
        return None
    name = "named" if match["named"] else "bare"
    return piece_of_paragraph(block).field(match.start(name), match.end(name), 0.9)


def _read_table(
    log: Log,
    pages: Mapping[int, Page],
    group: Field | None,
    lead: Field | None,
    status: Field | None,
    over: tuple[Word, ...],
) -> Iterator[Printed]:
    table, assigned = log.table, log.columns
    heads = heading_rows_of(table)
    said = column_status(assigned)
    apart = status_apart(assigned)
    taken = (*over, *heading_words(assigned))
    banded = {id(r): r for r in rows_of(table, assigned, "action", heads, notes=("update_text", VOCABULARY))}
    minute: Field | None = None
    for n, row in enumerate(banded.values()):
        if _is_repeated(row):
            continue
        fields = {
            name: plain_field(cells, table.method)
            for name, cells in row.cells.items()
            if any(c.text or c.fill for c, _ in cells)
        }
        if (rated := rated_by_dot(row, table.method, pages)) is not None:
            fields.pop("status", None)
            fields["rag"] = rated
        fields = {name: f for name, f in fields.items() if f.text or (name == "rag" and f.fill)}
        _part_minute_and_date(fields, row)
        label = _unlabel_note(fields, row)
        own = [c for c, _ in row.cells.get("action", ())]
        before = (*label, *_put_off(fields), *with_minute(fields, own, minute, table.method))
        minute = fields.get("minute_number")
        before += _part_action(fields, row, table.method)
        if "rag" not in fields and (seen := painted_cell(row, table)) is not None:
            fields["rag"] = seen
        if "owners" not in fields and lead is not None:
            fields["owners"] = lead
        context: dict[str, Field] = {}
        if group is not None:
            context["group"] = group
        band = next((c for c in reversed(row.bands) if says_status(c.text)), None)
        heading = Field(band.text, band.words) if band is not None else said or status
        if heading is not None:
            context["status_heading"] = heading
        if apart is not None:
            context["status_column"] = apart
        meeting = next((c for c in reversed(row.bands) if DATE.search(c.text)), None)
        if "raised" not in fields and meeting is not None:  # `Board meeting 12 March 2024` over its actions
            fields["raised"] = Field(meeting.text, meeting.words, table.method, 0.8)
        bands = (*(w for c in row.bands for w in c.words), *before)
        yield Printed("tracked_actions", fields, taken=(*taken, *bands) if n == 0 else bands, context=context)


def _unlabel_note(fields: dict[str, Field], row: Row) -> tuple[Word, ...]:
    """A row across the log that tells of the action above it begins with what it is: `Update: …`. The label's words come back."""
    field = fields.get("update_text")
    end = label_end(field.text) if field is not None else 0
    if field is None or not end or any(a.column.heading for _, a in row.cells["update_text"]):
        return ()
    count = len(field.text[:end].split())
    fields["update_text"] = replace(field, text=field.text[end:].lstrip(), words=field.words[count:], breaks=())
    if end == len(field.text):
        del fields["update_text"]
    return field.words[:count]


def lines_of(table: Table) -> Iterator[Printed]:
    """The lines of a table of actions by itself, whatever stands over it."""
    return _read_table(Log(table, *log_columns(table)), {}, None, None, None, ())


def _put_off(fields: dict[str, Field]) -> tuple[Word, ...]:
    """Where a column of its own says when an action is due now, that counts; the words of the day before it come back."""
    revised = fields.pop("revised_due", None)
    if revised is None or not any(c.isalnum() for c in revised.text) or fold(revised.text) in _NOT_PUT_OFF:
        return revised.words if revised is not None else ()
    before = fields.get("due_text")
    fields["due_text"] = revised
    return before.words if before is not None else ()


def _part_action(fields: dict[str, Field], row: Row, method: str) -> tuple[Word, ...]:
    """Parts an action from how far it is, where its cell says both and no column does; the words of the label come back."""
    if "action" not in fields or not _PARTED.isdisjoint(fields):
        return ()
    told = told_with([cell for cell, _ in row.cells["action"]], method)
    if told is None:
        return ()
    fields["action"], fields["update_text"], label = told
    return label


def _part_minute_and_date(fields: dict[str, Field], row: Row) -> None:
    """A column of minutes and dates (`FA12 14/02/20`, `Min 8` over `22 Jun 2023`) holds both: the minute's number, and the day."""
    name = next((n for n in ("raised", "minute_number") if n in fields), None)
    if name is None or {"raised", "minute_number"} <= fields.keys():
        return
    held = fields[name]
    match = DATE.search(held.text)
    leaf = " ".join(a.column.leaf for _, a in row.cells[name]).casefold()
    if match is None:
        return
    dated = _words_saying(held.words, match.group())
    other = (held.text[: match.start()] + held.text[match.end() :]).strip(" -–/,:")
    rest = tuple(w for w in held.words if w not in dated)
    said = _MINUTE.fullmatch(other)
    if said is not None:
        other, rest = said["number"], tuple(w for w in rest if w.text.endswith(said["number"]))
    elif not ("minute" in leaf and "date" in leaf):
        return
    if dated and other and rest and len(other) <= LONGEST_REF and any(c.isdecimal() for c in other):
        fields["raised"] = Field(match.group(), tuple(dated), held.method, held.confidence)
        fields["minute_number"] = Field(other, rest, held.method, held.confidence)


def _words_saying(words: Sequence[Word], text: str) -> Sequence[Word]:
    """The words that say a text, one after the other; else those that stand in it, or that it stands in."""
    said = text.split()
    at = next((i for i in range(len(words)) if [w.text for w in words[i : i + len(said)]] == said), None)
    return words[at : at + len(said)] if at is not None else [w for w in words if w.text in text or text in w.text]


def _is_repeated(row: Row) -> bool:
    """A row that prints the headings again."""
    cells = [(c.text.casefold(), a.column.leaf.casefold()) for cells in row.cells.values() for c, a in cells if c.text]
    return len(cells) > 1 and all(text == leaf for text, leaf in cells)


def plain_field(cells: Sequence[tuple[Cell, Assigned]], method: str) -> Field:
    """A field of cells, the bullets of lists inside them left out."""
    field = field_of(cells, method)
    if not any(len(c.text) > 40 for c, _ in cells):
        return field
    pieces = [p for c, _ in cells for p in cell_pieces(c)]
    if not any(p.marker for p in pieces):
        return field
    text = join_stretches(pieces, [(i, 0, len(p.text)) for i, p in enumerate(pieces)])
    head = pieces[0].marker if pieces and pieces[0].marker and any(c.isalnum() for c in pieces[0].marker) else ""
    whole = f"{head} {text.text}".strip()
    return Field(whole, field.words, field.method, field.confidence, field.fill, field.symbols, field.place, field.note)


FAMILY = Family("tracker", claim, read, by_tables(0.95, without=0.7), turn=0)
