"""Papers of invented bodies, as extract and normalise hand them to the loader."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

import sqlalchemy as sa

from load.rows import Paper, Rows, make_rows
from models.document import Claimed, Extracted, Normalised, PageAccount
from models.page import Font, Word
from models.record import Field, Finding, Printed, Record, Scalar, Unread, Value
from models.schema import columns_of
from models.section import Line, Paragraph, Section
from models.section import Paper as PaperHead

FONT = Font("Sans", 10)


def words(text: str, page: int = 1, x: float = 72, top: float = 100) -> tuple[Word, ...]:
    """The words of `text` on one line, six points a letter."""
    made = []
    for number, part in enumerate(text.split()):
        made.append(Word(part, x, top, x + 6 * len(part), top + 12, page, number, FONT))
        x += 6 * len(part) + 6
    return tuple(made)


def printed_field(text: str, page: int = 1, x: float = 72, top: float = 100, confidence: float = 1.0) -> Field:
    return Field(text, words(text, page, x, top), confidence=confidence)


def record(view: str, fields: Mapping[str, Field], parent: Record | None = None, **derived: Scalar) -> Record:
    """A record with its printed texts as values, and others that were worked out."""
    printed = Printed(view, fields, parent.printed if parent else None)
    values = {name: Value(item.text or None, item, item.confidence) for name, item in fields.items()}
    values |= {name: Value(value) for name, value in derived.items()}
    return Record(view, values, printed, parent)


def extracted(
    pages: int = 2, unread: Sequence[Unread] = (), findings: Sequence[Finding] = (), rotation: int = 0
) -> Extracted:
    lost = {page: sum(len(run.words) for run in unread if run.page == page) for page in range(1, pages + 1)}
    accounts = tuple(
        PageAccount(page, 595.0, 842.0, rotation, 100, 90 - lost[page], 10, lost[page]) for page in range(1, pages + 1)
    )
    turned = dict.fromkeys(range(1, pages + 1), (rotation, 595.0, 842.0))
    return Extracted(pages, (), (), (), tuple(unread), accounts, tuple(findings), turned)


def log_of(title: str, pages: int = 2) -> Extracted:
    """A paper that is one action log under a title."""
    line = Line(words(title, top=40), 1, 72, 40, 300, 52)
    head = Paragraph((line,), title, None, (), line.words, 72, 14, bold=True, upper=False, heading_level=1)
    section = Section(1, PaperHead(1, 1, pages, head), head, (head,))
    return replace(extracted(pages), claims=(Claimed(section, "tracker", 0.9),))


def paper(file_name: str = "minutes", version: str = "1", content: str | None = None, **more: object) -> Paper:
    sha256 = hashlib.sha256((content or file_name).encode()).hexdigest()
    return Paper(file_name, sha256, 1000, version, source=f"{file_name}.pdf", **more)  # type: ignore[arg-type]


def rows_of(
    records: Sequence[Record],
    of: Paper | None = None,
    read: Extracted | None = None,
    findings: Sequence[Finding] = (),
    *,
    strict: bool = False,
) -> Rows:
    return make_rows(of or paper(), read or extracted(), Normalised(tuple(records), tuple(findings)), strict=strict)


def register(
    as_of: str = "2031-03", risks: Sequence[tuple[str, str, float]] = (("R1", "Floods close the depot", 12),)
) -> list[Record]:
    """The records of a register of one body: its risks, each with a control and an action."""
    made: list[Record] = []
    title = printed_field("Strategic Risk Register", top=20)
    for number, (ref, text, score) in enumerate(risks):
        top = 100 + 40 * number
        risk = record(
            "risks",
            {
                "register_title": title,
                "ref": printed_field(ref, top=top),
                "title": printed_field(text, x=120, top=top),
                "owners": printed_field("Ada Byrne", x=400, top=top),
            },
            organisation="Vale of Orre Council",
            as_of=as_of,
            current_score=score,
        )
        control = record(
            "risk_controls",
            {"text": printed_field("Weekly checks", page=2, top=top)},
            risk,
            kind="key_control",
            position=1,
        )
        action = record(
            "risk_actions",
            {"description": printed_field("Raise the wall", page=2, x=200, top=top)},
            risk,
            owners="Ben Cole; Ada Byrne",
        )
        made += [risk, control, action]
    return made


def meeting() -> list[Record]:
    """The records of one meeting."""
    held = record(
        "meetings",
        {"body": printed_field("Police Panel", top=20), "venue": printed_field("Town Hall", top=40)},
        meeting_date="2031-05-06",
    )
    person = record("attendance", {"person": printed_field("Ada Byrne", top=60)}, held, status="present", role="Chair")
    minute = record(
        "minutes", {"number": printed_field("12", top=80), "heading": printed_field("Budget", x=100, top=80)}, held
    )
    resolved = record(
        "resolutions", {"text": printed_field("That the budget be noted", page=2)}, minute, outcome="noted", label="a"
    )
    return [held, person, minute, resolved]


def table(rows: Rows, name: str) -> list[dict[str, object]]:
    return [dict(zip(columns_of(name), row, strict=True)) for row in rows.tables.get(name, [])]


def shown(rows: Rows, view: str, fact: str) -> list[dict[str, object]]:
    """The rows of a view's table with their record and its source."""
    records = {row["record_id"]: row for row in table(rows, "record") if row["view"] == view}
    spans = {row["source_id"]: row for row in table(rows, "source_span")}
    facts = {row["record_id"]: row for row in table(rows, fact)}
    return [facts[key] | {"of": found, "span": spans[found["source_id"]]} for key, found in records.items()]


def query(engine: sa.Engine, sql: str, **values: object) -> list[tuple[object, ...]]:
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(sa.text(sql), values)]
