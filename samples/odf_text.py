"""A text document as flat ODF (`.fodt`) for the samples: paragraphs, tables, pictures, headers and footers.

Texts carry a little mark-up: `**bold**`, `__italic__`, `^raised^`, `[label](address)`, a tab and a line end as
themselves; in headers and footers also `{page}` and `{pages}`. `plain` gives what a reader sees of it.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from office import escaped

Look = dict[str, object]  # of a paragraph; the keys are those that `_paragraph_style` knows
Lines = Sequence[tuple[str, Look]]

MARK = re.compile(
    r"\*\*(.+?)\*\*|__(.+?)__|\^(.+?)\^|\[([^\]]+)\]\((https?://[^)]+)\)|(\t)|(\n)|(\{pages?\})", re.DOTALL
)
OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        **{name: f"{OASIS}{name}:1.0" for name in ("office", "style", "text", "table", "meta")},
        "draw": f"{OASIS}drawing:1.0",
        "fo": f"{OASIS}xsl-fo-compatible:1.0",
        "svg": f"{OASIS}svg-compatible:1.0",
        "xlink": "http://www.w3.org/1999/xlink",
        "dc": "http://purl.org/dc/elements/1.1/",
    }.items()
)
# a look's key -> the attribute of the paragraph's or the text's properties
PARAGRAPH = {
    "left": 'fo:margin-left="{}cm"',
    "right": 'fo:margin-right="{}cm"',
    "before": 'fo:margin-top="{}pt"',
    "after": 'fo:margin-bottom="{}pt"',
    "first": 'fo:text-indent="{}cm"',
    "align": 'fo:text-align="{}"',
    "line": 'fo:line-height="{}%"',
    "fill": 'fo:background-color="{}" fo:padding="0.05cm"',
    "rule": 'fo:border-{}="0.75pt solid #000000" fo:padding="0.05cm"',
    "keep": 'fo:keep-with-next="always"',
    "whole": 'fo:keep-together="always"',
    "new_page": 'fo:break-before="page"',
}
LETTERS = {
    "bold": 'fo:font-weight="bold"',
    "italic": 'fo:font-style="italic"',
    "underline": 'style:text-underline-style="solid" style:text-underline-width="auto"',
    "size": 'fo:font-size="{}pt"',
    "font": "fo:font-family=\"'{}'\"",
    "colour": 'fo:color="{}"',
}
LINK = f'<style:text-properties fo:color="#0563c1" {LETTERS["underline"]}/>'
RAISED = '<style:text-properties style:text-position="super 58%"/>'


@dataclass
class Cell:
    """One cell of a table: a text or several paragraphs, each a text or (text, look)."""

    text: str | Sequence[str | tuple[str, Look]] = ""
    fill: str | None = None
    columns: int = 1  # spanned
    rows: int = 1
    border: str | None = None  # None: the table's; with `fo:` in it, the attributes themselves
    valign: str = "top"
    look: Look = field(default_factory=dict)


def plain(text: str) -> str:
    """`text` as it is read: without mark-up, one space between words."""
    text = MARK.sub(lambda m: plain(next((g for g in m.groups()[:4] if g), " ")), text)
    return " ".join(text.split())


class TextDocument:
    """Collects a document's parts; `write` makes the file. Lengths are in centimetres, sizes and gaps in points."""

    def __init__(
        self,
        *,
        title: str,
        font: str = "Liberation Sans",
        size: float = 11,
        paper: tuple[float, float] = (21.0, 29.7),
        margins: tuple[float, float, float, float] = (2.0, 2.0, 2.0, 2.0),  # left, top, right, bottom
        header: Lines = (),
        footer: Lines = (),
    ) -> None:
        self.title, self.font, self.size, self.paper, self.margins = title, font, size, paper, margins
        self.header, self.footer = header, footer
        self.body: list[str] = []
        self._styles: dict[tuple[str, str], str] = {}
        self._pictures = 0

    @property
    def width(self) -> float:
        """Between the margins, in centimetres."""
        return self.paper[0] - self.margins[0] - self.margins[2]

    def p(self, text: str = "", **look: object) -> None:
        """A paragraph. What `look` may hold stands in PARAGRAPH and LETTERS; besides, `tabs`: places in centimetres."""
        self.body.append(self.paragraph(text, look))

    def item(self, label: str, text: str, *, left: float = 1.25, hang: float | None = None, **look: object) -> None:
        """A paragraph behind a label that hangs left of it, as numbered paragraphs and bullets are set."""
        hang = left if hang is None else hang
        self.p(f"{label}\t{text}", left=left, first=-hang, tabs=(left,), **look)

    def table(
        self,
        widths: Sequence[float],
        rows: Sequence[Sequence[str | Cell]],
        *,
        heading_rows: int = 0,
        border: str = "0.5pt solid #000000",
        padding: float = 0.1,
        split_rows: bool = True,
        indent: float = 0.0,
        **look: object,
    ) -> None:
        """A ruled table. Cells stand where earlier spans leave room; `heading_rows` are repeated on each page."""
        style = self._style(
            "table",
            f'<style:table-properties style:width="{sum(widths):.2f}cm" table:align="left" fo:margin-left="{indent}cm"'
            ' table:border-model="collapsing"/>',
        )
        out = [f'<table:table table:style-name="{style}">']
        for width in widths:
            column = f'<style:table-column-properties style:column-width="{width:.2f}cm"/>'
            out.append(f'<table:table-column table:style-name="{self._style("table-column", column)}"/>')
        keep = "auto" if split_rows else "always"
        row_style = self._style("table-row", f'<style:table-row-properties fo:keep-together="{keep}"/>')
        covered: set[tuple[int, int]] = set()
        for r, row in enumerate(rows):
            out.append("<table:table-header-rows>" if heading_rows and r == 0 else "")
            out.append(f'<table:table-row table:style-name="{row_style}">')
            cells = iter(row)
            for c in range(len(widths)):
                if (r, c) in covered:
                    out.append("<table:covered-table-cell/>")
                    continue
                given = next(cells)
                cell = Cell(given) if isinstance(given, str) else given
                out.append(self._cell(cell, border, padding, look))
                covered.update((r + i, c + j) for i in range(cell.rows) for j in range(cell.columns) if i or j)
            if next(cells, None) is not None:
                raise ValueError(f"row {r} has a cell too many")
            out.append("</table:table-row>")
            out.append("</table:table-header-rows>" if r + 1 == heading_rows else "")
        self.body.append("".join(out) + "</table:table>")

    def picture(self, png: bytes, width: float, height: float, *, caption: str | None = None) -> None:
        """A picture in a paragraph of its own, its caption below."""
        self._pictures += 1
        frame = self._style("graphic", '<style:graphic-properties style:vertical-pos="top"/>')
        place = self._paragraph_style({"align": "center", "before": 6, "after": 3, "keep": bool(caption)})
        self.body.append(
            f'<text:p text:style-name="{place}"><draw:frame draw:name="Picture{self._pictures}" '
            f'draw:style-name="{frame}" text:anchor-type="as-char" svg:width="{width}cm" svg:height="{height}cm">'
            f"<draw:image><office:binary-data>{base64.b64encode(png).decode()}</office:binary-data></draw:image>"
            "</draw:frame></text:p>"
        )
        if caption:
            self.p(caption, italic=True, align="center", after=10, size=self.size - 1)

    def write(self, path: Path) -> Path:
        """Write the finished document. Returns `path`."""
        bands = layout = ""
        for kind, lines, gap in (("header", self.header, "bottom"), ("footer", self.footer, "top")):
            if lines:
                layout += (
                    f"<style:{kind}-style><style:header-footer-properties fo:min-height="
                    f'"0.6cm" fo:margin-{gap}="0.4cm"/></style:{kind}-style>'
                )
                bands += f"<style:{kind}>{''.join(self.paragraph(*line) for line in lines)}</style:{kind}>"
        sides = zip(("left", "top", "right", "bottom"), self.margins, strict=True)
        wide, high = self.paper
        page = (
            f'fo:page-width="{wide}cm" fo:page-height="{high}cm" style:print-orientation='
            f'"{"landscape" if wide > high else "portrait"}" '
        ) + " ".join(f'fo:margin-{side}="{margin}cm"' for side, margin in sides)
        styles = "\n".join(
            f'<style:style style:name="{name}" style:family="{family}">{inside}</style:style>'
            for (family, inside), name in self._styles.items()
        )
        parts = [
            f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {SPACES} office:version="1.3"',
            f' office:mimetype="application/vnd.oasis.opendocument.text"><office:meta><dc:title>{escaped(self.title)}'
            "</dc:title></office:meta>\n<office:styles>",
            '<style:default-style style:family="paragraph"><style:paragraph-properties style:tab-stop-distance='
            f'"1.25cm"/><style:text-properties fo:font-family="\'{self.font}\'" fo:font-size="{self.size}pt"',
            ' fo:language="en" fo:country="GB"/></style:default-style></office:styles>\n<office:automatic-styles>',
            f'{styles}<style:page-layout style:name="Page"><style:page-layout-properties {page}/>{layout}',
            '</style:page-layout></office:automatic-styles>\n<office:master-styles><style:master-page style:name="',
            f'Standard" style:page-layout-name="Page">{bands}</style:master-page></office:master-styles>\n',
            "<office:body><office:text>\n",
            "\n".join(self.body),
            "\n</office:text></office:body>\n</office:document>\n",
        ]
        path.write_text("".join(parts), encoding="utf-8")
        return path

    def paragraph(self, text: str, look: Look) -> str:
        """A paragraph as XML."""
        return f'<text:p text:style-name="{self._paragraph_style(look)}">{self._spans(text)}</text:p>'

    def _cell(self, cell: Cell, border: str, padding: float, look: Look) -> str:
        fill = f' fo:background-color="{cell.fill}"' if cell.fill else ""
        border = cell.border or border
        lines = border if "fo:" in border else f'fo:border="{border}"'
        style = self._style(
            "table-cell",
            f'<style:table-cell-properties {lines} fo:padding="{padding}cm"'
            f' style:vertical-align="{cell.valign}"{fill}/>',
        )
        spans = f' table:number-columns-spanned="{cell.columns}" table:number-rows-spanned="{cell.rows}"'
        parts = [cell.text] if isinstance(cell.text, str) else cell.text
        paragraphs = [(part, {}) if isinstance(part, str) else part for part in parts]
        inside = "".join(self.paragraph(text, look | cell.look | own) for text, own in paragraphs)
        return (
            f'<table:table-cell table:style-name="{style}" office:value-type="string"{spans}>'
            f"{inside}</table:table-cell>"
        )

    def _spans(self, text: str) -> str:
        out, last = [], 0
        for mark in MARK.finditer(text):
            out.append(escaped(text[last : mark.start()]))
            last = mark.end()
            bold, italic, raised, label, address, tab, line, number = mark.groups()
            if tab or line:
                out.append("<text:tab/>" if tab else "<text:line-break/>")
            elif number:
                out.append("<text:page-number/>" if number == "{page}" else "<text:page-count/>")
            elif label:
                span = f'<text:span text:style-name="{self._style("text", LINK)}">{escaped(label)}</text:span>'
                out.append(f'<text:a xlink:type="simple" xlink:href="{escaped(address)}">{span}</text:a>')
            else:
                letters = LETTERS["bold" if bold else "italic"]
                style = self._style("text", RAISED if raised else f"<style:text-properties {letters}/>")
                inside = self._spans(bold or italic or raised)
                out.append(f'<text:span text:style-name="{style}">{inside}</text:span>')
        out.append(escaped(text[last:]))
        return "".join(out)

    def _paragraph_style(self, look: Look) -> str:
        unknown = set(look) - set(PARAGRAPH) - set(LETTERS) - {"tabs"}
        if unknown:
            raise ValueError(f"unknown looks: {sorted(unknown)}")
        shown = {key: value for key, value in look.items() if value not in (None, False)}
        paragraph = " ".join(PARAGRAPH[key].format(shown[key]) for key in PARAGRAPH if key in shown)
        letters = " ".join(LETTERS[key].format(shown[key]) for key in LETTERS if key in shown)
        places = look.get("tabs", ())
        assert isinstance(places, tuple)
        left = float(str(look.get("left", 0)))  # the format counts tabs from the paragraph's indent
        stops = "".join(f'<style:tab-stop style:position="{place - left}cm"/>' for place in places)
        return self._style(
            "paragraph",
            f"<style:paragraph-properties {paragraph}>{f'<style:tab-stops>{stops}</style:tab-stops>' if stops else ''}"
            f"</style:paragraph-properties><style:text-properties {letters}/>",
        )

    def _style(self, family: str, inside: str) -> str:
        """The name of the automatic style with these properties; made where there is none."""
        return self._styles.setdefault((family, inside), f"S{len(self._styles) + 1}")
