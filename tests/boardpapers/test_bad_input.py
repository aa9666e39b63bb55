"""A paper that cannot be read ends in a named outcome, in the table, the database and the JSON, and costs no other paper."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.boardpapers import papers
from tests.boardpapers.commands import Command, rows

BAD: dict[str, tuple[Callable[[Path], Path], str]] = {
    "not a pdf": (papers.not_a_pdf, "failed: not a pdf"),
    "zero bytes": (papers.zero_bytes, "failed: empty file"),
    "cut short": (papers.cut_short, "failed: damaged"),
    "needs a password": (lambda folder: papers.encrypted(folder, "locked", user="secret"), "failed: encrypted"),
    "no text layer": (papers.scanned, "needs ocr"),
    "nothing on the page": (papers.without_words, "needs ocr"),
    "missing file": (lambda folder: folder / "gone.pdf", "failed: not found"),
    "a pipe": (lambda folder: _pipe(folder / "pipe.pdf"), "failed: not a file"),
    "folder without papers": (lambda folder: _folder(folder / "no-papers"), "failed: no papers"),
    "a folder called as a paper": (lambda folder: _folder(folder / "folder.pdf"), "failed: no papers"),
}


def _pipe(path: Path) -> Path:
    os.mkfifo(path)
    return path


def _folder(path: Path) -> Path:
    path.mkdir()
    (path / "readme.txt").write_text("papers follow", "utf-8")
    return path


@pytest.mark.parametrize(("make", "outcome"), BAD.values(), ids=BAD.keys())
def test_a_bad_paper_is_named_and_the_others_are_read(
    make: Callable[[Path], Path], outcome: str, tmp_path: Path, command: Command
) -> None:
    bad, good, db = make(tmp_path), papers.good_paper(tmp_path), tmp_path / "x.sqlite"
    name = bad.stem if bad.suffix == ".pdf" else bad.name

    table = command("ingest", bad, good, "--db", db, "--workers", 1)
    assert table.code == 1
    line = next(line for line in table.out.splitlines() if line.split()[:1] == [name])
    assert outcome in line
    assert f"{name}: {outcome}. " in table.out, "what to do next stands under the table"
    assert "loaded" in next(line for line in table.out.splitlines() if line.split()[:1] == [good.stem])

    held = dict(rows(db, "SELECT document, outcome FROM documents"))
    assert held == {name: outcome, good.stem: "loaded"}
    assert all(reason for (reason,) in rows(db, f"SELECT reason FROM documents WHERE document = '{name}'"))
    assert rows(db, "SELECT COUNT(*) FROM minutes") != [(0,)]

    again = command("ingest", bad, good, "--db", db, "--workers", 1, "--json")
    assert again.code == 1, "what could not be read cannot be read the second time"
    told = {paper["paper"]: (paper["outcome"], bool(paper["reason"])) for paper in again.json["papers"]}
    assert told == {name: (outcome, True), good.stem: ("unchanged", False)}
    assert again.json["failed"] is True
    assert dict(rows(db, "SELECT document, outcome FROM documents")) == held


def test_a_paper_that_anybody_may_open_is_read_though_encrypted(tmp_path: Path, command: Command) -> None:
    paper = papers.encrypted(tmp_path, "printing-forbidden", user="")
    run = command("ingest", paper, "--db", tmp_path / "x.sqlite", "--json")
    assert run.code == 0
    assert [entry["outcome"] for entry in run.json["papers"]] == ["loaded"]
    assert rows(tmp_path / "x.sqlite", "SELECT COUNT(*) FROM minutes") != [(0,)]


def test_a_batch_of_bad_papers_alone_is_a_batch(tmp_path: Path, command: Command) -> None:
    for make in (papers.not_a_pdf, papers.zero_bytes, papers.cut_short, papers.scanned):
        make(tmp_path)
    run = command("ingest", tmp_path, "--db", tmp_path / "x.sqlite", "--workers", 2, "--json")
    assert run.code == 1
    assert len(run.json["papers"]) == 4
    assert run.json["records"] == 0


def test_a_paper_that_is_mended_is_read(tmp_path: Path, command: Command) -> None:
    db = tmp_path / "x.sqlite"
    paper = papers.zero_bytes(tmp_path)
    assert command("ingest", paper, "--db", db).code == 1
    paper.write_bytes(papers.good_paper(tmp_path).read_bytes())
    assert command("ingest", paper, "--db", db).code == 0
    assert ("empty", "loaded") in rows(db, "SELECT file_name, outcome FROM documents")


def test_a_fault_of_the_program_in_one_paper_is_that_papers_outcome(
    tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    from boardpapers import reading

    whole = reading.open_document

    def broken(data: bytes, *rest: object) -> object:
        if data == papers.pdf_of(papers.GOOD).read_bytes():
            raise ZeroDivisionError("a fault")
        return whole(data, *rest)

    monkeypatch.setattr(reading, "open_document", broken)
    papers.good_paper(tmp_path)
    papers.good_paper(tmp_path, "minutes-council")
    run = command("ingest", tmp_path, "--db", tmp_path / "x.sqlite", "--workers", 0, "--json")
    told = {paper["paper"]: paper["outcome"] for paper in run.json["papers"]}
    assert (run.code, told) == (1, {"minutes-table": "failed: program fault", "minutes-council": "loaded"})


def test_a_scan_is_read_once_ocr_is_there_and_then_left(
    tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper, db = papers.scanned(tmp_path, pages=1), tmp_path / "x.sqlite"
    assert command("ingest", paper, "--db", db, "--workers", 0).code == 1
    assert rows(db, "SELECT outcome, scans_unread FROM documents") == [("needs ocr", 1)]

    seen = []

    def scanner() -> Callable[[object, object], object]:
        return lambda _document, page: seen.append(page.number) or page  # type: ignore[attr-defined]

    monkeypatch.setattr("boardpapers.reading.scanner", scanner)
    monkeypatch.setattr("boardpapers.scans.scanner", scanner)
    assert command("ingest", paper, "--db", db, "--workers", 0).code == 1
    assert rows(db, "SELECT outcome, scans_unread FROM documents") == [("needs ocr", 0)], "OCR found no words"
    assert command("ingest", paper, "--db", db, "--workers", 0).code == 1
    assert seen == [1], "what OCR has looked at is not looked at again"
