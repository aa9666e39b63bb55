"""One document from its bytes to its printed records: pages, furniture, tables, text, papers, families, and the account of words.

`python -m extract.document FILE` lists what is read, for a developer to look at.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from extract.cover_titles import with_whole_title
from extract.families import Claim, Family, families
from extract.figures import figure_records
from extract.flow import flow
from extract.furniture import find_furniture
from extract.heading_levels import with_headings
from extract.meeting.inner_agendas import of_the_meeting
from extract.meeting.unread_agendas import unread_agenda
from extract.ocr import Scanner, needs_ocr
from extract.ocr_ink import evened
from extract.page import open_document
from extract.registers.twice import without_summaries
from extract.remembering import forget
from extract.running_text import FAMILIES, commentary
from extract.section import PageBlocks, cut_papers, make_section
from extract.table import read_tables
from extract.taken import block_words, left_of, words_taken
from extract.text import lexicon
from models.document import Claimed, Extracted, PageAccount
from models.faults import fault
from models.page import Page, Word
from models.record import Field, Finding, Printed, Unread
from models.section import Paragraph, Section
from models.table import Cell, Table

SURE = 0.5  # from here a family reads a section
TIE = 0.05  # two claims nearer than this are told to the reader


def extract_document(data: bytes, scanner: Scanner | None = None) -> Extracted:
    """All that is printed in one PDF. `scanner` reads pages that are pictures; without one they stay without words.

    Raises a `models.errors.PaperError` where the file cannot be read at all.
    """
    with open_document(data) as document:
        pages = [
            scanner(document, page) if scanner is not None and needs_ocr(page) else page for page in document.pages()
        ]
    return extract_pages(pages)


def extract_pages(pages: Sequence[Page]) -> Extracted:
    """The same from pages already read."""
    pages = evened(pages)
    known = lexicon(pages)
    furniture = find_furniture(pages)
    findings: list[Finding] = []
    tables = read_tables(pages, frozenset(w for f in furniture.values() for w in f.words), known, findings)
    flowed = flow(pages, tables, furniture, known)
    sections = [make_section(n, _with_headings(run)) for n, run in enumerate(cut_papers(flowed), start=1)]
    claims: list[Claimed] = []
    printed: list[Printed] = []
    for section in sections:
        begun = len(printed)
        read_section(section, claims, printed, findings)
        findings.extend(unread_agenda(section, printed[begun:]))
        forget(section.pages)
    printed = without_summaries(printed, sections)
    printed.extend(table_cells(tables))
    printed = _doubted(printed) if any(page.method == "ocr" for page in pages) else printed
    taken = words_taken(printed)
    for table in tables:
        taken.update(table.repeated, table.caption_words)
    figures = list(figure_records(pages, tables, sections, taken, furniture))
    taken |= words_taken(figures)
    printed.extend(figures)
    unread = tuple(_unread(sections, claims, taken))
    accounts = tuple(_account(page, furniture[page.number].words, taken) for page in pages)
    rotations = {p.number: (p.rotation, p.width, p.height) for p in pages}
    return Extracted(len(pages), tuple(claims), tables, tuple(printed), unread, accounts, tuple(findings), rotations)


def _with_headings(run: Sequence[PageBlocks]) -> list[PageBlocks]:
    """The pages of one paper, its headings levelled by the styles of that paper alone."""
    plain = [b for page in run for b in page.blocks if isinstance(b, Paragraph) and not (b.beside or b.panel)]
    levelled = dict(zip(map(id, plain), with_headings(plain), strict=True))
    pages = [replace(page, blocks=tuple(levelled.get(id(b), b) for b in page.blocks)) for page in run]
    whole = with_whole_title(pages[0].blocks)
    return pages if whole is None else [replace(pages[0], blocks=whole), *pages[1:]]


def read_section(section: Section, claims: list[Claimed], printed: list[Printed], findings: list[Finding]) -> None:
    """The surest family reads; the blocks of which it took no word are offered to the others, until nobody claims them."""
    tried: set[str] = set()
    begun = len(printed)
    rest: Section | None = section
    heads: set[int] = set()  # blocks, by identity, that only said what the records of another family are of
    while rest is not None and rest.blocks:
        ranked = _ranked(rest, tried, findings)
        if not ranked or ranked[0][0].score < SURE:
            claims.append(Claimed(rest, None, ranked[0][0].score if ranked else 0.0))
            if tried & FAMILIES:
                printed.extend(commentary(rest))
            return
        claim, family = ranked[0]
        if len(ranked) > 1 and ranked[1][0].score > claim.score - TIE:
            findings.append(_tie(rest, ranked))
        tried.add(family.name)
        try:
            records = list(family.read(_with(heads, rest, section)))
        except Exception as error:  # others may read what this family cannot
            findings.append(fault(error, f"a section as {family.name}", rest.first_page))
            continue
        claims.append(Claimed(rest, family.name, claim.score, claim.reasons))
        printed.extend(of_the_meeting(records, printed[begun:]))
        left, heads = left_of(section.blocks, rest.blocks, heads, records)
        whole = rest.whole or rest.blocks  # a table keeps the heading over it, whoever has read that
        rest = replace(rest, blocks=left, whole=whole) if left and len(left) < len(rest.blocks) else None


def _with(heads: set[int], rest: Section, section: Section) -> Section:
    """What is left of a section with the blocks at its head that others can read as well."""
    if not heads:
        return rest
    kept = {*heads, *map(id, rest.blocks)}
    return replace(rest, blocks=tuple(b for b in section.blocks if id(b) in kept))


def _ranked(section: Section, tried: set[str], findings: list[Finding]) -> list[tuple[Claim, Family]]:
    """The offers of all families that may be the surest, or so near to it that the reader is told; the surest first."""
    offers: list[tuple[Claim, Family]] = []
    counts = 0.0  # offers up to here change nothing
    for family in sorted(families(), key=lambda family: family.turn):
        try:
            if family.name in tried or family.at_best(section) <= counts or not family.above(section, counts):
                continue
            claim = family.claim(section)
        except Exception as error:
            findings.append(fault(error, f"a section as {family.name}", section.first_page))
            tried.add(family.name)
            continue
        offers.append((claim, family))
        counts = max(counts, claim.score - TIE if claim.score >= SURE else min(claim.score, SURE - TIE))
    return sorted(offers, key=lambda offer: (-offer[0].score, offer[1].name))


def _tie(section: Section, ranked: Sequence[tuple[Claim, Family]]) -> Finding:
    (first, a), (second, b) = ranked[:2]
    message = (
        f"{a.name} ({first.score:.2f}) and {b.name} ({second.score:.2f}) both claim this section; {a.name} read it"
    )
    return Finding("two families claim one section", "warning", message, page=section.first_page)


def table_cells(tables: Sequence[Table]) -> Iterable[Printed]:
    """Each cell of each table as a record; cells with neither text nor fill are not listed."""
    for number, table in enumerate(tables, start=1):
        for cell in table.cells:
            if cell.text or cell.fill or cell.symbols:
                yield _table_cell(number, table, cell)


def _table_cell(number: int, table: Table, cell: Cell) -> Printed:
    page, box = cell.boxes[0]
    text = Field(
        cell.text,
        cell.words,
        table.method,
        cell.confidence,
        cell.fill,
        cell.symbols,
        (page, (box.x0, box.top, box.x1, box.bottom)),
    )
    facts = {
        "table_no": number,
        "caption": table.caption,
        "row_no": cell.row + 1,
        "column_no": cell.column + 1,
        "row_span": cell.row_span,
        "column_span": cell.column_span,
        "header": " > ".join(cell.header) or None,
        "fill": cell.fill,
    }
    return Printed("table_cells", {"text": text}, confidence=cell.confidence, facts=facts)


def _doubted(printed: Sequence[Printed]) -> list[Printed]:
    """Records of a scan: each field as sure as its least sure word, and said to be read by OCR."""
    made: dict[int, Printed] = {}
    for record in printed:
        parent = made.get(id(record.parent), record.parent) if record.parent is not None else None
        fields = {name: _doubted_field(item) for name, item in record.fields.items()}
        context = {name: _doubted_field(item) for name, item in record.context.items()}
        made[id(record)] = replace(record, fields=fields, context=context, parent=parent)
    return [made[id(record)] for record in printed]


def _doubted_field(item: Field) -> Field:
    sure = min((w.confidence for w in item.words), default=1.0)
    return item if sure >= 1 else replace(item, method="ocr", confidence=min(item.confidence, sure))


def _unread(sections: Sequence[Section], claims: Sequence[Claimed], taken: set[Word]) -> Iterable[Unread]:
    """Runs of words that no record took up, block by block, with the reason."""
    readers = {c.section.number: c.family for c in reversed(claims) if c.family}
    for section in sections:
        family = readers.get(section.number)
        reason = f"not a part of any record that {family} reads" if family else "no family claims this section"
        for block in section.blocks:
            runs: dict[int, list[Word]] = {}
            for word in [w for w in block_words(block) if w not in taken]:
                runs.setdefault(word.page, []).append(word)
            for page, words in runs.items():
                yield Unread(page, tuple(words), reason)


def _account(page: Page, furniture: frozenset[Word], taken: set[Word]) -> PageAccount:
    words = frozenset(page.words)
    recorded = len(words & taken)
    running = len((words & furniture) - taken)
    return PageAccount(
        page.number,
        page.width,
        page.height,
        page.rotation,
        len(page.words),
        recorded,
        running,
        len(page.words) - recorded - running,
        page.method,
    )


def main() -> None:
    for name in sys.argv[1:]:
        _list(extract_document(Path(name).read_bytes()))


def _list(found: Extracted) -> None:
    out = sys.stdout.write
    for claim in found.claims:
        section = claim.section
        out(
            f"\n# section {section.number} pages {section.first_page}-{section.last_page} {claim.family} {claim.score:.2f}\n"
        )
        title, body, date = section.paper.title, section.paper.organisation, section.paper.date
        out(
            f"  title {title and title.text!r} body {body and body.text!r} date {date and date.text!r} {claim.reasons}\n"
        )
        for block in section.blocks:
            if isinstance(block, Paragraph):
                out(
                    f"  p{block.page} {block.marker or '':6} {block.heading_level or ' '} {block.indent:5.0f} {block.text[:100]}\n"
                )
            elif isinstance(block, Table):
                out(f"  p{block.first_page}-{block.last_page} table {block.rows} x {block.columns}\n")
            else:
                out(f"  p{block.page} figure\n")
    for record in found.printed:
        if record.view != "table_cells":
            out(f"{record.view:18} " + " | ".join(f"{k}={f.text[:60]!r}" for k, f in record.fields.items()) + "\n")
    words, unread = sum(a.words for a in found.accounts), sum(a.unread for a in found.accounts)
    out(f"words {words}, unread {unread} ({100 * unread / max(1, words):.1f} %)\n")


if __name__ == "__main__":
    main()
