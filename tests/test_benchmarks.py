"""The arithmetic of the benchmarks: what they count as right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks import calibration, icdar, peers, speed, styles, styles_office
from benchmarks.fills import Shade, compare, find_papers, read_truth
from benchmarks.icdar import relations
from benchmarks.peers import Missing, Place, from_boxes, from_rows
from models.record import Printed, Record, Value

RED, BLUE = "#ff0000", "#0000ff"
ROWS = [("Ref", None), ("Fire", RED), ("Flood", BLUE), ("", RED)]


SAMPLES = Path(__file__).parent.parent / "samples"


def cells(rows: list[tuple[str, str | None]], first: int = 1, table: str = "1") -> list[Shade]:
    """One column of cells from a row on."""
    return [Shade(table, 1, first + n, 1, text, fill) for n, (text, fill) in enumerate(rows)]


def test_colours_are_counted_cell_by_cell() -> None:
    found = [("Ref", BLUE), ("Fire", RED), ("Flood", RED), ("", None)]
    count = compare(cells(ROWS), cells(found))
    assert (count.right, count.found, count.wanted) == (1, 3, 3)
    assert count.precision == pytest.approx(1 / 3)
    assert count.recall == pytest.approx(1 / 3)
    assert len(count.wrong) == 3


def test_a_row_read_too_many_does_not_shift_the_others() -> None:
    count = compare(cells(ROWS), cells([("Another table's last row", BLUE), *ROWS]))
    assert (count.right, count.found, count.wanted) == (3, 4, 3)
    assert count.wrong == ['page 1, row 1, column 1, "Another table\'s last row": no such cell, and #0000ff']


def test_a_table_is_held_against_the_one_that_says_the_same() -> None:
    other = cells([("Ports", BLUE), ("Piers", BLUE)], table="2")
    count = compare(cells(ROWS), [*other, *cells(ROWS, table="3")])
    assert (count.right, count.found, count.wanted) == (3, 3, 3)
    assert compare(cells(ROWS), []).recall == 0.0
    assert compare([], []).precision == 1.0


def test_true_cells_are_found_beside_their_papers(tmp_path: Path) -> None:
    (tmp_path / "paper.pdf").touch()
    for name in ("gold/paper", "paper/normalised", "paper/printed", "gold/another"):
        folder = tmp_path / name
        folder.mkdir(parents=True)
        (folder / "table_cells.csv").write_text("page,row_no,column_no,text,fill\n2,1,3,Ref,#FF0000\n2,2,3,R1,\n")
    papers = find_papers(tmp_path)
    assert [file.parent.relative_to(tmp_path).as_posix() for _, file in papers] == ["gold/paper", "paper/normalised"]
    assert read_truth(papers[0][1]) == [Shade("1", 2, 1, 3, "Ref", RED), Shade("1", 2, 2, 3, "R1", None)]


def test_relations_skip_blank_cells_and_see_spans() -> None:
    table = from_boxes([[("a", "Risk"), ("a", "Risk")], [("b", "Fire"), ("c", "")], [("d", "Flood"), ("e", "Low")]])
    assert table[0] == Place(0, 0, 0, 1, "Risk")
    assert relations({1: [table]}) == {
        (1, "risk", "fire", "below"): 1,
        (1, "risk", "low", "below"): 1,
        (1, "fire", "flood", "below"): 1,
        (1, "flood", "low", "right"): 1,
    }
    assert relations({1: [from_rows([["Risk", None], [None, "Low"]])]}) == {}


def test_a_reader_that_cannot_run_is_left_out_with_the_reason(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def lacks(_: Path) -> peers.PageTables:
        raise Missing("Java is not installed")

    def absent(_: Path) -> peers.PageTables:
        raise ModuleNotFoundError("no", name="img2table")

    monkeypatch.setitem(icdar.READERS, "one", lacks)
    monkeypatch.setitem(icdar.READERS, "other", absent)
    files = [(Path("paper.pdf"), Path("paper-str.xml"))]
    assert icdar.compare("one", files, errors=False) is None
    assert icdar.compare("other", files, errors=False) is None
    assert capsys.readouterr().out.splitlines() == [
        "one left out: Java is not installed",
        "other left out: img2table is not installed",
    ]


def fact(confidence: float = 1.0, **values: str) -> Record:
    held = {name: Value(value, confidence=confidence) for name, value in values.items()}
    return Record("owner_keys", held, Printed("owner_keys", {}))


def test_confidence_is_held_against_what_is_right() -> None:
    stated = [{"initials": "AL", "name": "Ann Lee"}, {"initials": "BH", "name": "Bo Hart"}]
    records = [
        fact(initials="AL", name="Ann Lee"),
        fact(0.7, initials="BH", name="Bo Hartley"),
        fact(initials="Key", name="of initials"),
    ]
    judged = calibration.compare("owner_keys", stated, records, {(id(records[2]), "name")})
    told = [(j.right, j.warned) for j in judged]
    assert told == [(True, False), (True, False), (True, True), (False, True), (False, False), (False, True)]


def test_steps_of_confidence_give_the_share_that_is_right() -> None:
    judged = [
        calibration.Judged("risks", sure, right, False) for sure, right in ((0.96, True), (0.94, False), (0.5, True))
    ]
    assert calibration.steps(judged) == [(0.95, 2, 0.5), (0.5, 1, 1.0)]


def test_pages_that_the_truth_covers(tmp_path: Path) -> None:
    (tmp_path / "pages.csv").write_text('short_name,view,pages\npaper,risks,"2-4, 7"\n', encoding="utf-8")
    assert calibration.covered_pages(tmp_path) == {("paper", "risks"): {2, 3, 4, 7}}


ODF = """<x xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
<y><style:style style:name="a" style:family="table-cell"><style:table-cell-properties fo:background-color="#ff0000"
 fo:border="1pt solid #000" fo:border-left="2pt"/></style:style><style:style style:name="b" style:family="table-cell">
<style:table-cell-properties fo:border="none"/></style:style><style:style style:name="p" style:family="paragraph">
<style:text-properties fo:font-size="10pt" fo:color="#000000"/></style:style></y>
<style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"/>
<table:table><table:table-header-rows><table:table-row><table:table-cell table:style-name="b"><text:p text:style-name="p">Pier</text:p>
</table:table-cell></table:table-row></table:table-header-rows><table:table-row><table:table-cell table:style-name="a">
<text:p text:style-name="p">R</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell table:style-name="b">
<text:p text:style-name="p">Sheds</text:p></table:table-cell></table:table-row></table:table></x>"""


def test_another_style_is_another_look_of_the_same_words() -> None:
    looks = {name: styles.restyled(ODF, style, web=False) for name, style in styles.STYLES.items()}
    for look in looks.values():
        words = re.sub(r"<[^>]*>", " ", look.split("?>", 1)[1]).split()
        assert words == ["Pier", "R", "Sheds"]
    assert 'fo:font-size="11.2pt"' in looks["big"]
    assert 'border-top="1pt solid #000"' in looks["half"] and 'border-left="none"' in looks["half"]
    assert "1pt solid" not in looks["bare"] and "2pt" not in looks["bare"]
    assert 'fo:page-width="21.59cm" fo:page-height="27.94cm"' in looks["letter"]
    assert 'fo:page-width="29.7cm" fo:page-height="21.0cm"' in looks["swapped"]
    assert looks["zebra"].count(styles_office.SHADE) == 1
    assert looks["dark"].count(styles_office.DARK) == 1 and 'fo:color="#ffffff"' in looks["dark"]
    assert 'fo:color="#ff0000"' in looks["inked"] and 'fo:background-color="transparent"' in looks["inked"]
    assert "table-header-rows" not in looks["once"]


def test_web_pages_are_set_in_styles_too() -> None:
    page = "<style>@page { size: A4 landscape }</style><td>Pier</td>"
    assert "size: letter landscape" in styles.restyled(page, styles.STYLES["letter"], web=True)
    assert "size: A4 }" in styles.restyled(page, styles.STYLES["swapped"], web=True)
    for style in styles.STYLES.values():
        assert styles.restyled(page, style, web=True).endswith("<td>Pier</td>")


def test_a_run_to_the_tables_reads_all_its_papers_or_is_not_counted(tmp_path: Path) -> None:
    paper = next(SAMPLES.glob("*/*.pdf"))
    assert speed.seconds(speed.ours([str(paper)], str(tmp_path), tables=True)) > 0
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(paper.read_bytes()[:300])
    with pytest.raises(SystemExit, match="ended with 1"):
        speed.seconds(speed.ours([str(broken)], str(tmp_path), tables=True))


def test_what_pdfplumber_cannot_open_is_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"no paper")
    assert speed.readable(broken) == 0
    assert "broken.pdf is left out" in capsys.readouterr().out
