"""What styles do to a document of LibreOffice: the tree of its flat XML, changed in place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

from lxml import etree

FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
SHADE = "#eaf1f8"  # of every other row
DARK = "#1f3864"  # behind white headings
COLOURFUL = 90  # red, green and blue of a colour that means something are further apart than this
LIGHTEST_INK = 200  # of 255: words in a lighter colour, as in yellow, would hardly be seen on paper

Tree = Any  # an element: lxml has no types


def same(_: Tree) -> None:
    """As it is."""


def _each(tree: Tree, name: str, change: Callable[[str], str | None]) -> None:
    """Change an attribute wherever it stands; None takes it away."""
    for element in tree.iter(etree.Element):
        value = element.get(name)
        if value is not None:
            new = change(value)
            if new is None:
                del element.attrib[name]
            else:
                element.set(name, new)


def face(name: str) -> Callable[[Tree], None]:
    def restyle(tree: Tree) -> None:
        for attribute in (FO + "font-family", SVG + "font-family"):
            _each(tree, attribute, lambda _: name)

    return restyle


def type(by: float) -> Callable[[Tree], None]:
    """All type larger or smaller."""

    def restyle(tree: Tree) -> None:
        _each(tree, FO + "font-size", lambda size: f"{float(size[:-2]) * by:.1f}pt" if size.endswith("pt") else size)

    return restyle


def _cell_styles(tree: Tree) -> Iterator[tuple[Tree, Tree]]:
    """The styles of cells, each with the properties that hold its borders."""
    for style in tree.iter(STYLE + "style"):
        if style.get(STYLE + "family") == "table-cell":
            for properties in style:
                if any(str(name).startswith((FO + "border", FO + "padding")) for name in properties.attrib):
                    yield style, properties


def borders(left_right: str | None, top_bottom: str | None) -> Callable[[Tree], None]:
    """Borders of cells drawn as said; `{}` stands for what they are, None for none."""

    def one(was: str | None, now: str | None) -> str:
        return "none" if was in {None, "none"} or now is None else now.format(was)

    def restyle(tree: Tree) -> None:
        for _, properties in _cell_styles(tree):
            whole = properties.attrib.pop(FO + "border", None)
            for side in ("left", "right", "top", "bottom"):
                was = properties.get(f"{FO}border-{side}", whole)
                properties.set(f"{FO}border-{side}", one(was, left_right if side in {"left", "right"} else top_bottom))

    return restyle


def padding(across: float, down: float) -> Callable[[Tree], None]:
    """The white between the text of a cell and its sides, in cm."""

    def restyle(tree: Tree) -> None:
        for _, properties in _cell_styles(tree):
            for name in [n for n in properties.attrib if str(n).startswith(FO + "padding")]:
                del properties.attrib[name]
            for side, wide in (("left", across), ("right", across), ("top", down), ("bottom", down)):
                properties.set(f"{FO}padding-{side}", f"{wide}cm")

    return restyle


def _tables(tree: Tree) -> Iterator[tuple[list[Tree], list[Tree]]]:
    """The rows of headings and the other rows of each table."""
    for table in tree.iter(TABLE + "table"):
        heads = [row for group in table.iterchildren(TABLE + "table-header-rows") for row in group]
        rows = list(table.iterchildren(TABLE + "table-row"))
        if not heads and rows and _is_bold_throughout(tree, rows[0]):
            heads, rows = rows[:1], rows[1:]
        yield heads, rows


def _is_bold_throughout(tree: Tree, row: Tree) -> bool:
    bold = {s.get(STYLE + "name") for s in tree.iter(STYLE + "style") for t in s if t.get(FO + "font-weight") == "bold"}
    cells = [c for c in row if c.tag == TABLE + "table-cell" and "".join(c.itertext()).strip()]
    return len(cells) > 1 and all(
        c.get(TABLE + "style-name") in bold or all(p.get(TEXT + "style-name") in bold for p in c) for c in cells
    )


class _Restyler:
    """Gives elements styles of their own, made from those they have."""

    def __init__(self, tree: Tree) -> None:
        self._styles = {
            (s.get(STYLE + "family"), s.get(STYLE + "name")): s
            for s in tree.iter(STYLE + "style")
            if s.get(STYLE + "name")
        }
        self._made: dict[tuple[str, str], str] = {}
        self._numbers = count(1)

    def of(self, family: str, name: str | None) -> Tree | None:
        return self._styles.get((family, name))

    def give(self, element: Tree, attribute: str, family: str, change: Callable[[Tree], None], kind: str = "") -> None:
        """Change the style of one element alone; the same change of the same style, known by `kind`, is made once."""
        name = element.get(attribute)
        style = self.of(family, name)
        if style is None:
            return
        made = self._made.get((str(name), kind))
        if made is None:
            copy = etree.fromstring(etree.tostring(style))
            made = f"{name}x{next(self._numbers)}"
            copy.set(STYLE + "name", made)
            change(copy)
            parent = style.getparent()
            assert parent is not None
            parent.append(copy)
            self._made[str(name), kind] = made
        element.set(attribute, made)


def _cells(row: Tree) -> list[Tree]:
    return [c for c in row if c.tag in {TABLE + "table-cell", TABLE + "covered-table-cell"}]


def _fill_of(style: Tree) -> str | None:
    for properties in style:
        colour = properties.get(FO + "background-color") or (
            properties.get(DRAW + "fill") == "solid" and properties.get(DRAW + "fill-color")
        )
        if colour and colour != "transparent":
            return str(colour)
    return None


def _paint(colour: str | None) -> Callable[[Tree], None]:
    def paint(style: Tree) -> None:
        for properties in style:
            if properties.tag.endswith("graphic-properties"):
                properties.set(DRAW + "fill", "solid" if colour else "none")
                if colour:
                    properties.set(DRAW + "fill-color", colour)
            elif properties.tag == STYLE + "table-cell-properties":
                properties.set(FO + "background-color", colour or "transparent")

    return paint


def _ink(colour: str) -> Callable[[Tree], None]:
    def ink(style: Tree) -> None:
        texts = [p for p in style if p.tag == STYLE + "text-properties"]
        for properties in texts or [etree.SubElement(style, STYLE + "text-properties")]:
            properties.set(FO + "color", colour)

    return ink


def zebra(tree: Tree) -> None:
    """No rules; every other row shaded."""
    borders(None, None)(tree)
    styles = _Restyler(tree)
    for _, rows in _tables(tree):
        for row in rows[1::2]:
            for cell in _cells(row):
                own = styles.of("table-cell", cell.get(TABLE + "style-name"))
                if own is not None and _fill_of(own) in {None, "#ffffff"}:
                    styles.give(cell, TABLE + "style-name", "table-cell", _paint(SHADE), "shade")


def heads(fill: str | None, ink: str) -> Callable[[Tree], None]:
    """Rows of headings on one colour, or on none, in one ink."""

    def restyle(tree: Tree) -> None:
        styles = _Restyler(tree)
        for own, _ in _tables(tree):
            for cell in (cell for row in own for cell in _cells(row)):
                styles.give(cell, TABLE + "style-name", "table-cell", _both(_paint(fill), _ink(ink)), "heads")
                for text in cell.iter(TEXT + "p", TEXT + "h"):
                    styles.give(text, TEXT + "style-name", "paragraph", _ink(ink), "heads")
                for text in cell.iter(TEXT + "span"):
                    styles.give(text, TEXT + "style-name", "text", _ink(ink), "heads")

    return restyle


def _both(*changes: Callable[[Tree], None]) -> Callable[[Tree], None]:
    def restyle(tree: Tree) -> None:
        for change in changes:
            change(tree)

    return restyle


def inked(tree: Tree) -> None:
    """Words in the colour that was behind them, where that colour means something."""
    styles = _Restyler(tree)
    for _, rows in _tables(tree):
        for row in rows:
            for cell in _cells(row):
                own = styles.of("table-cell", cell.get(TABLE + "style-name"))
                colour = _fill_of(own) if own is not None else None
                if colour is None or not _means_something(colour) or not "".join(cell.itertext()).strip():
                    continue
                styles.give(cell, TABLE + "style-name", "table-cell", _both(_paint(None), _ink(colour)), "inked")
                for text in cell.iter(TEXT + "p"):
                    styles.give(text, TEXT + "style-name", "paragraph", _ink(colour), colour)


def _means_something(colour: str) -> bool:
    red, green, blue = (int(colour[n : n + 2], 16) for n in (1, 3, 5))
    return (
        max(red, green, blue) - min(red, green, blue) > COLOURFUL
        and 0.3 * red + 0.6 * green + 0.1 * blue < LIGHTEST_INK
    )


def centred(tree: Tree) -> None:
    """The texts of cells in the middle of their lines."""
    styles = _Restyler(tree)

    def centre(style: Tree) -> None:
        for properties in style.iter(STYLE + "paragraph-properties"):
            properties.set(FO + "text-align", "center")

    for heads, rows in _tables(tree):
        for row in (*heads, *rows):
            for cell in _cells(row):
                styles.give(cell, TABLE + "style-name", "table-cell", centre, "centred")
                for text in cell.iterchildren(TEXT + "p"):
                    styles.give(text, TEXT + "style-name", "paragraph", centre, "centred")


def heads_once(tree: Tree) -> None:
    """Headings on the first page of a table alone."""
    for group in list(tree.iter(TABLE + "table-header-rows")):
        parent = group.getparent()
        assert parent is not None
        at = parent.index(group)
        for row in reversed(list(group)):
            parent.insert(at, row)
        parent.remove(group)


def paper(size: Callable[[float, float], tuple[float, float]], *, justified: bool = False) -> Callable[[Tree], None]:
    """Other paper; tables of texts are made narrower or wider as the lines are."""

    def restyle(tree: Tree) -> None:
        by = 1.0
        for layout in tree.iter(STYLE + "page-layout-properties"):
            across, down = (_cm(layout.get(f"{FO}page-{side}") or "0cm") for side in ("width", "height"))
            wide, high = size(across, down)
            margins = sum(_cm(layout.get(f"{FO}margin-{side}") or "0cm") for side in ("left", "right"))
            by = min(by, (wide - margins) / (across - margins)) if by == 1.0 else by
            layout.set(FO + "page-width", f"{wide}cm")
            layout.set(FO + "page-height", f"{high}cm")
            layout.set(STYLE + "print-orientation", "landscape" if wide > high else "portrait")
        if not tree.get(OFFICE + "mimetype", "").endswith("text"):
            return
        for name in (STYLE + "column-width", STYLE + "width"):
            _each(tree, name, lambda width: f"{_cm(width) * by:.3f}cm" if width.endswith("cm") else width)
        if justified:
            for properties in tree.iter(STYLE + "paragraph-properties"):
                if properties.get(FO + "text-align") in {None, "start", "left"}:
                    properties.set(FO + "text-align", "justify")

    return restyle


def _cm(length: str) -> float:
    return float(re.sub(r"[^\d.]", "", length) or 0) * (2.54 if length.endswith("in") else 1.0)
