"""Where papers were fetched from: noted by address, tied to the paper by its bytes."""

from __future__ import annotations

from dataclasses import replace

import sqlalchemy as sa

from load.downloads import Fetched, known_downloads, note_download
from load.loader import load_rows, record_failure
from tests.load.papers import register, rows_of

URL = "https://papers.example/register.pdf"


def query(engine: sa.Engine, sql: str) -> list[tuple[object, ...]]:
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(sa.text(sql))]


def test_a_download_leads_to_the_paper_with_its_bytes(database: sa.Engine) -> None:
    rows = rows_of(register())
    load_rows(database, rows)
    fetched = Fetched(URL, "2026-01-02T03:04:05Z", "fetched", sha256=rows.paper.sha256, etag='"1"', title="Register")
    note_download(database, fetched, arrived=True)
    assert known_downloads(database) == {URL: fetched}
    assert query(database, "SELECT document, url, title FROM downloads") == [(rows.paper.file_name, URL, "Register")]
    later = replace(fetched, checked_at="2026-01-03T03:04:05Z", outcome="failed: not found", reason="gone")
    note_download(database, later, arrived=False)
    assert known_downloads(database) == {URL: later}, "the bytes that were fetched before are still known"


def test_an_address_that_gives_its_paper_at_last_is_no_failure_any_more(database: sa.Engine) -> None:
    record_failure(
        database,
        file_name="register",
        sha256=None,
        source=URL,
        extractor_version="1",
        outcome="failed: not reached",
    )
    note_download(database, Fetched(URL, "2026-01-02T03:04:05Z", "failed: not reached"), arrived=False)
    assert query(database, "SELECT document, outcome FROM documents") == [("register", "failed: not reached")]
    note_download(database, Fetched(URL, "2026-01-03T03:04:05Z", "fetched", sha256="ab" * 32), arrived=True)
    assert query(database, "SELECT document, outcome FROM documents") == []
    assert query(database, "SELECT document, url FROM downloads") == [(None, URL)]
