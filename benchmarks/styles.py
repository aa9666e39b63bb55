"""Styles in which papers are set anew: a document of LibreOffice, or a web page, in other type, on other paper, with other tables.

Each style stands for a way in which publishers set the same paper. What is said does not change.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lxml import etree

from benchmarks import styles_office as office

LANDSCAPE, PORTRAIT = (27.94, 21.59), (21.59, 27.94)  # cm, US Letter


@dataclass(frozen=True, slots=True)
class Style:
    """What is done to a document of LibreOffice, and the CSS that does about the same to a web page."""

    change: Callable[[office.Tree], None]
    css: str = ""
    paper: Callable[[str], str] | None = None  # a web page whose paper changes


def restyled(source: str, style: Style, *, web: bool) -> str:
    """The source of a document, flat ODF or HTML, in a style."""
    if web:
        source = style.paper(source) if style.paper is not None else source
        return source.replace("</style>", f" {style.css}</style>", 1)
    tree = etree.fromstring(source.encode())
    style.change(tree)
    return str(etree.tostring(tree, encoding="utf-8", xml_declaration=True), "utf-8")  # known by its declaration


def _letter(source: str) -> str:
    return re.sub(r"size:\s*A4", "size: letter", source)


def _other_way(source: str) -> str:
    return re.sub(r"size:\s*A4(\s+landscape)?", lambda size: "size: A4" if size[1] else "size: A4 landscape", source)


CELLS = "td, th"
NO_SIDES = f"{CELLS} {{ border-left: none !important; border-right: none !important }}"
NO_RULES = f"table, tr, {CELLS} {{ border: none !important }}"
STYLES: Mapping[str, Style] = {
    "same": Style(office.same),
    "serif": Style(office.face("DejaVu Serif"), '* { font-family: "DejaVu Serif" !important }'),
    "narrow": Style(office.face("Liberation Sans Narrow"), '* { font-family: "Liberation Sans Narrow" !important }'),
    "tiny": Style(office.type(0.8), "body { zoom: 0.8 }"),
    "small": Style(office.type(0.9), "body { zoom: 0.9 }"),
    "big": Style(office.type(1.12), "body { zoom: 1.12 }"),
    "letter": Style(
        office.paper(lambda across, down: LANDSCAPE if across > down else PORTRAIT, justified=True),
        "p, td { text-align: justify }",
        _letter,
    ),
    "swapped": Style(office.paper(lambda across, down: (down, across)), "", _other_way),
    "half": Style(office.borders(None, "{}"), NO_SIDES),
    "bare": Style(office.borders(None, None), NO_RULES),
    "zebra": Style(office.zebra, f"{NO_RULES} tbody tr:nth-child(even) td {{ background-color: {office.SHADE} }}"),
    "dotted": Style(
        office.borders("0.75pt dotted #000000", "0.75pt dotted #000000"), f"{CELLS} {{ border-style: dotted !important }}"
    ),
    "hairline": Style(
        office.borders("0.05pt solid #c0c0c0", "0.05pt solid #c0c0c0"),
        f"{CELLS} {{ border-width: 0.1pt !important; border-color: #c0c0c0 !important }}",
    ),
    "heavy": Style(office.borders("2.5pt solid #000000", "2.5pt solid #000000"), f"{CELLS} {{ border-width: 2.5pt !important }}"),
    "white": Style(
        office.borders("1.5pt solid #ffffff", "1.5pt solid #ffffff"), f"{CELLS} {{ border: 1.5pt solid #fff !important }}"
    ),
    "tight": Style(office.padding(0.02, 0.0), f"{CELLS} {{ padding: 0 0.3mm !important }}"),
    "airy": Style(office.padding(0.2, 0.18), f"{CELLS} {{ padding: 2mm !important }}"),
    "centred": Style(office.centred, f"{CELLS} {{ text-align: center !important }}"),
    "dark": Style(office.heads(office.DARK, "#ffffff"), f"th {{ background: {office.DARK} !important; color: #fff !important }}"),
    "plain": Style(office.heads(None, "#000000"), "th { background: none !important; color: #000 !important }"),
    "inked": Style(office.inked),
    "once": Style(office.heads_once, "thead { display: table-row-group !important }"),
}  # fmt: skip
