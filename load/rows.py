"""From what was read to rows of the database: pure, so that a worker makes them and the loader only writes them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from load.draft import Draft
from load.entries import write_entries
from load.findings import write_findings
from load.fitting import FAULTS, fit_records, no_source
from load.keys import RowKeys, document_id_of
from load.logs import assign_logs
from load.mentions import Mention, mentions
from load.places import Place, confidence, first_source, place, told_of
from load.sameness import page_keys
from load.series import series_of, series_of_log
from load.spans import Piece, Spans
from load.values import clean
from load.wholes import Row, Wholes, settle_in_order
from models.contract import ALL, View
from models.document import Extracted, Normalised
from models.errors import BadRecord
from models.record import Finding


@dataclass(frozen=True, slots=True)
class Paper:
    """What is known of a paper besides what it says."""

    file_name: str  # without .pdf
    sha256: str
    size: int  # bytes
    extractor_version: str
    outcome: str = "loaded"
    reason: str | None = None
    seconds: float | None = None
    source: str | None = None  # path or address
    fetched_at: str | None = None  # from that address
    scans_unread: int | None = None  # pages that are pictures, which nobody read for want of OCR
    fiscal_year: int | None = None  # the month in which fiscal years were taken to begin; None where nobody said


@dataclass(frozen=True, slots=True)
class Rows:
    """All rows of one paper, by table, each as the tuple of the table's columns (`models.schema.columns_of`)."""

    paper: Paper
    document_id: int
    page_count: int
    families: str | None
    tables: dict[str, list[tuple[object, ...]]]


def make_rows(paper: Paper, extracted: Extracted, normalised: Normalised, *, strict: bool = False) -> Rows:
    """The rows of one paper. What breaks the contract becomes a finding; with `strict` a BadRecord that names it all.

    Raises BadRecord where a page's account of words is not closed, `strict` or not.
    """
    document_id = document_id_of(paper.sha256)
    draft = Draft(document_id, extracted, Spans(document_id, extracted), RowKeys(paper.sha256))
    _write_pages(draft)
    _write_sections(draft)
    printed = fit_records(normalised.records, draft.broken)
    assign_logs(printed, extracted.claims, normalised.dated)
    wholes = Wholes(printed)
    settle_in_order(printed, wholes.settle)
    rows = [*printed, *wholes.implied]
    for number, row in enumerate(rows, start=1):
        row.record_id = draft.id(number)
    settle_in_order(rows, lambda row: _write_record(row, draft))
    for row in rows:
        _write_fact(row, paper.file_name, draft)
    write_entries(rows, _write_unread(len(rows), draft), draft)
    _write_mentions(mentions(printed, paper.sha256), draft)
    if strict:
        _refuse(draft.broken)
    write_findings((*extracted.findings, *normalised.findings, *draft.broken), printed, draft)
    draft.tables["source_span"] = draft.spans.rows
    families = "; ".join(sorted({claim.family for claim in extracted.claims if claim.family}))
    return Rows(paper, document_id, extracted.page_count, families or None, dict(draft.tables))


def _refuse(broken: Iterable[Finding]) -> None:
    told = sorted({finding.message for finding in broken if finding.rule in FAULTS})
    if told:
        raise BadRecord("records do not keep the contract: " + "; ".join(told))


@cache
def own_columns(view: View) -> tuple[str, ...]:
    """The columns of the view's own table without its keys (the record, then a whole a part), in the table's order.

    Taken from the contract, as a worker that makes rows has no need of SQLAlchemy, which takes long to import; a test
    holds them against the schema.
    """
    elsewhere = view.inherited | view.keys
    own = tuple(column.name for column in view.columns if column.name not in elsewhere)
    return (*own, "series") if view.name in ("registers", "action_logs") else own


def _write_fact(row: Row, file_name: str, draft: Draft) -> None:
    """The row of the view's own table: keys of the record and its wholes, then its columns."""
    table = row.view.table or ""
    values = row.values
    if row.view.name == "registers":
        values = values | {"series": series_of(values, file_name)}
    elif row.view.name == "action_logs":
        values = values | {"series": series_of_log(values, file_name)}
    wholes = [row.wholes.get(part.whole) for part in row.view.parts]
    keys = [None if whole is None else whole.record_id for whole in wholes]
    draft.add(table, row.record_id, *keys, *map(values.get, own_columns(row.view)))


def _write_record(row: Row, draft: Draft) -> None:
    """The row's record and the sources of its fields."""
    told = told_of(row.record)
    sure = confidence(row.record, told)
    found = place(row, draft.spans, sure, told)
    if found is None:
        found, sure = _somewhere(draft), 0.0
        if not row.implied:
            draft.broken.append(no_source(row))
    view = own_field = None
    if row.implied:
        row.source_id = first_source(row, _said_by_part(row), draft.spans) or found.source_id
        row.row_key = draft.keys.key(row.view.name, row.values.values())
    else:
        row.source_id, view, own_field = found.source_id, row.view.name, found.own_field
        page = draft.spans.page_of(row.source_id)
        row.row_key = draft.keys.key(view, (page, *map(row.value, row.view.leading)))
        if found.fields:
            draft.tables["field_source"] += [(row.record_id, *field) for field in found.fields]
    draft.add("record", row.record_id, draft.document_id, view, row.row_key, row.source_id, sure, own_field)


def _somewhere(draft: Draft) -> Place:
    """The place of a record that stands nowhere: the whole of the first page, and nobody should believe it."""
    first = draft.extracted.accounts[0]
    return Place(draft.spans.of_page(first.page, first.width, first.height), (), None)


def _said_by_part(row: Row) -> list[str]:
    """The columns in which the part that an implied whole is made from speaks of it."""
    parts = ALL[row.record.view].parts
    return [own for part in parts if part.whole == row.view.name for own in part.inherited]


def _write_pages(draft: Draft) -> None:
    keys = page_keys(draft.extracted)
    for a in draft.extracted.accounts:
        if a.recorded + a.furniture + a.unread != a.words:
            raise BadRecord(
                f"the account of page {a.page} is not closed: {a.recorded} recorded, {a.furniture} furniture, "
                f"{a.unread} unread, of {a.words} words; please report this"
            )
        size = (round(a.width, 2), round(a.height, 2), a.rotation)
        draft.add(
            "page",
            draft.document_id,
            a.page,
            a.words,
            a.recorded,
            a.furniture,
            a.unread,
            *size,
            a.method,
            keys.get(a.page),
        )


def _write_sections(draft: Draft) -> None:
    """A row a claim: a section that two families read after each other is two."""
    for number, claim in enumerate(draft.extracted.claims, start=1):
        section = claim.section
        paper = section.paper
        titles = [clean(text.text) if text is not None else None for text in (paper.title, section.heading)]
        told = (claim.family, claim.score, clean("; ".join(claim.reasons)) or None)
        pages = (section.first_page, section.last_page)
        draft.add("section", draft.document_id, number, paper.number, *titles, *pages, *told)


def _write_unread(rows: int, draft: Draft) -> list[tuple[int, str]]:
    """The runs of words that no record took up, numbered after the rows of records; the record and the words of each."""
    written = []
    methods = {account.page: account.method for account in draft.extracted.accounts}
    runs = [run for run in draft.extracted.unread if run.words]
    for number, run in enumerate(runs, start=rows + 1):
        source = draft.spans.of_pieces([Piece(run.page, run.words, None)], methods.get(run.page, "text"), 1.0)
        words = " ".join(word.text for word in run.words)
        key = draft.keys.key("unread_text", (run.page, words))
        draft.add("record", draft.id(number), draft.document_id, "unread_text", key, source, 1.0, "text")
        draft.add("unread_run", draft.id(number), run.reason)
        written.append((draft.id(number), words))
    return written


def _write_mentions(found: Iterable[Mention], draft: Draft) -> None:
    people: set[str] = set()
    for m in found:
        people.add(m.person_id)
        told = (m.name, m.initials, m.role, m.seen, m.confidence)
        draft.add("person_mention", m.row.record_id, m.field, m.position, m.person_id, m.row.source_id, *told)
    draft.tables["person"] = [(person,) for person in sorted(people)]
