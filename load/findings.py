"""Findings as rows: each about a row where it can be, else about a page, else about the whole paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from load.draft import Draft
from load.spans import Spans
from load.values import clean
from load.wholes import Row
from models.record import Finding


def write_findings(findings: Iterable[Finding], rows: Sequence[Row], draft: Draft) -> None:
    """Adds the rows of the table `finding`, in the order of the findings."""
    by_record = {id(row.record): row for row in rows}
    accounts = {account.page: account for account in draft.extracted.accounts}
    for number, finding in enumerate(findings, start=1):
        row = by_record.get(id(finding.record)) if finding.record is not None else None
        source = _source(finding, row, draft.spans)
        if source is None and finding.page in accounts:
            account = accounts[finding.page]
            source = draft.spans.of_page(finding.page, account.width, account.height)
        row_key = row.row_key if row is not None else None
        draft.add(
            "finding",
            draft.id(number),
            draft.document_id,
            row.record_id if row is not None else None,
            source,
            draft.keys.key("findings", (finding.rule, row_key, finding.field, finding.message)),
            finding.rule,
            finding.severity,
            clean(finding.message),
            finding.field,
            *(None if text is None else clean(str(text)) for text in (finding.value_found, finding.value_expected)),
        )


def _source(finding: Finding, row: Row | None, spans: Spans) -> int | None:
    """The source of the field a finding is about, else that of its row."""
    if row is None:
        return None
    value = row.record.values.get(finding.field) if finding.field is not None else None
    found = spans.of_field(value.source) if value is not None and value.source is not None else ()
    return found[0] if found else row.source_id
