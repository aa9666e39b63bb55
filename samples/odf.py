"""Flat ODF as the sources of the samples need it: styles, a grid of cells with spans, and that grid as a table of Calc,
Writer or Impress.

A text may hold `**bold**` runs. A cell's content is a number, a text, or a list of `Para`s (a `str` is a plain one).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from office import escaped

NAMESPACES = (
    "office:office style:style text:text table:table draw:drawing meta:meta number:datastyle presentation:presentation "
    "chart:chart dr3d:dr3d form:form script:script"
)
OTHER_NAMESPACES = {
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell or a paragraph looks. Sizes in points, `pad` and `indent` in centimetres."""

    size: float = 9
    font: str = "Liberation Sans"
    bold: bool = False
    italic: bool = False
    colour: str = "#000000"
    fill: str | None = None
    align: str = "start"  # start, center, end
    vertical: str = "top"  # top, middle, bottom
    border: str = "0.5pt solid #000000"
    turned: int = 0  # degrees anticlockwise, as office programs count
    pad: float = 0.07
    above: float = 0.0
    below: float = 0.0
    extra: str = ""  # further attributes of the cell's properties


@dataclass(frozen=True, slots=True)
class Para:
    """One paragraph. `bullet` is its glyph, or None; `level` counts from 1; `inline` is XML after the text."""

    text: str = ""
    look: Look | None = None
    bullet: str | None = None
    level: int = 1
    inline: str = ""


Content = int | float | str | Sequence[Para | str] | None


class Styles:
    """Automatic styles: one for each distinct set of properties, named in the order of first use."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, str, str], str] = {}
        self._other: dict[str, str] = {}
        self.fonts: set[str] = {"Liberation Sans", "OpenSymbol"}

    def name(self, family: str, properties: str, attributes: str = "") -> str:
        """The style of `family` with these property elements; `attributes` go into `style:style` itself."""
        key = (family, properties, attributes)
        return self._names.setdefault(key, f"{family.replace('-', '')[:4]}{len(self._names) + 1}")

    def other(self, name: str, xml: str) -> str:
        """A style written out by hand (list styles, master pages' layouts)."""
        self._other.setdefault(name, xml)
        return name

    def bullets(self, glyph: str, indent: float = 0.35) -> str:
        """A list style with this glyph on two levels; the second level has a dash."""
        name = f"L{ord(glyph):x}{int(indent * 100)}"
        levels = ""
        for level, mark in ((1, glyph), (2, "–")):
            font = ' style:font-name="OpenSymbol"' if mark == "•" else ' style:font-name="Liberation Sans"'
            levels += (
                f'<text:list-level-style-bullet text:level="{level}" text:bullet-char="{mark}">'
                '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment" '
                f'text:space-before="{indent * (level - 1)}cm" text:min-label-width="{indent}cm">'
                f'<style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position='
                f'"{indent * level}cm" fo:text-indent="-{indent}cm" fo:margin-left="{indent * level}cm"/>'
                f'</style:list-level-properties><style:text-properties{font} fo:font-size="100%"/>'
                "</text:list-level-style-bullet>"
            )
        return self.other(name, f'<text:list-style style:name="{name}">{levels}</text:list-style>')

    def xml(self) -> str:
        made = "".join(
            f'<style:style style:name="{name}" style:family="{family}"{attributes}>{properties}</style:style>'
            for (family, properties, attributes), name in self._names.items()
        )
        return made + "".join(self._other.values())

    def font_faces(self) -> str:
        return "".join(
            f'<style:font-face style:name="{font}" svg:font-family="\'{font}\'"'
            + (' style:font-charset="x-symbol"' if font in {"OpenSymbol", "Wingdings"} else "")
            + "/>"
            for font in sorted(self.fonts)
        )

    def text(self, look: Look, bold: bool | None = None) -> str:
        """`style:text-properties` of a look."""
        self.fonts.add(look.font)
        weight = "bold" if (look.bold if bold is None else bold) else "normal"
        slant = "italic" if look.italic else "normal"
        return (
            f'<style:text-properties style:font-name="{look.font}" fo:font-size="{look.size}pt" '
            f'fo:font-weight="{weight}" fo:font-style="{slant}" fo:color="{look.colour}" '
            'fo:language="en" fo:country="GB"/>'
        )

    def paragraph(self, look: Look, more: str = "", attributes: str = "") -> str:
        """A paragraph style of a look, named."""
        properties = (
            f'<style:paragraph-properties fo:text-align="{look.align}" fo:margin-top="{look.above}cm" '
            f'fo:margin-bottom="{look.below}cm" {more}/>'
        )
        return self.name("paragraph", properties + self.text(look), attributes)

    def runs(self, text: str, look: Look) -> str:
        """Text as XML, `**bold**` runs as spans, line feeds as line breaks."""
        out = []
        for n, part in enumerate(text.split("**")):
            xml = escaped(part).replace("\n", "<text:line-break/>")
            if n % 2:
                xml = f'<text:span text:style-name="{self.name("text", self.text(look, bold=True))}">{xml}</text:span>'
            out.append(xml)
        return "".join(out)

    def paragraphs(self, content: Content, look: Look, always_span: bool = False) -> str:
        """`text:p`s and lists of a cell or frame. `always_span`: as Impress wants it, with the font in a span."""
        if content is None:
            content = ""
        if isinstance(content, int | float | str):
            content = [str(content)]
        out: list[str] = []
        run: list[tuple[int, str]] = []
        glyph = ""

        def close() -> None:
            if run:
                out.append(_nested(run, self.bullets(glyph)))
                run.clear()

        for item in content:
            para = Para(item) if isinstance(item, str) else item
            shown = para.look or look
            inner = self.runs(para.text, shown) + para.inline
            if always_span:
                inner = f'<text:span text:style-name="{self.name("text", self.text(shown))}">{inner}</text:span>'
            xml = f'<text:p text:style-name="{self.paragraph(shown)}">{inner}</text:p>'
            if para.bullet is None:
                close()
                out.append(xml)
            else:
                if glyph != para.bullet:
                    close()
                glyph = para.bullet
                run.append((para.level, xml))
        close()
        return "".join(out)


def _nested(items: list[tuple[int, str]], style: str) -> str:
    """List items of one or two levels as one `text:list`."""
    xml, open_sub = f'<text:list text:style-name="{style}">', False
    for n, (level, paragraph) in enumerate(items):
        if level == 2:
            xml += ("" if open_sub else "<text:list>") + f"<text:list-item>{paragraph}</text:list-item>"
            open_sub = True
            continue
        if open_sub:
            xml += "</text:list>"
            open_sub = False
        xml += ("</text:list-item>" if n else "") + f"<text:list-item>{paragraph}"
    return xml + ("</text:list>" if open_sub else "") + "</text:list-item></text:list>"


@dataclass
class Grid:
    """Cells by place. `put` counts rows and columns from 0; `widths` and `heights` in centimetres."""

    widths: list[float]
    heights: dict[int, float] = field(default_factory=dict)
    heading_rows: int = 0  # how many rows are repeated on each page,
    heading_first: int = 0  # beginning with this one
    breaks: set[int] = field(default_factory=set)  # rows that begin a page
    name: str = "Table1"
    cells: dict[tuple[int, int], tuple[Content, Look, int, int]] = field(default_factory=dict)

    def put(self, row: int, column: int, content: Content, look: Look, rows: int = 1, columns: int = 1) -> None:
        """Set a cell. Raises ValueError where it would lie over another."""
        for r in range(row, row + rows):
            for c in range(column, column + columns):
                if (r, c) in self.cells:
                    raise ValueError(f"{self.name}: two cells at row {r}, column {c}")
                self.cells[r, c] = (None, look, 0, 0)
        self.cells[row, column] = (content, look, rows, columns)

    @property
    def rows(self) -> int:
        return 1 + max(r for r, _ in self.cells)

    def xml(self, styles: Styles, program: str) -> str:
        """The rows and columns of a `table:table` for `calc`, `writer` or `impress`."""
        out = "".join(
            f'<table:table-column table:style-name="'
            f'{styles.name("table-column", f"<style:table-column-properties style:column-width={quoted(w)}/>")}"/>'
            for w in self.widths
        )
        for row in range(self.rows):
            xml = "".join(self._cell(row, column, styles, program) for column in range(len(self.widths)))
            xml = f'<table:table-row table:style-name="{self._row_style(row, styles, program)}">{xml}</table:table-row>'
            if self.heading_rows and row == self.heading_first:
                xml = "<table:table-header-rows>" + xml
            if self.heading_rows and row == self.heading_first + self.heading_rows - 1:
                xml += "</table:table-header-rows>"
            out += xml
        return out

    def _row_style(self, row: int, styles: Styles, program: str) -> str:
        height = self.heights.get(row)
        wanted = "min-row-height" if program == "writer" else "row-height"
        sized = f'style:{wanted}="{height}cm" ' if height else ""
        broken = 'fo:break-before="page" ' if row in self.breaks else ""
        fixed = 'style:use-optimal-row-height="false" ' if program == "calc" and height else ""
        return styles.name("table-row", f'<style:table-row-properties {sized}{fixed}{broken}fo:keep-together="auto"/>')

    def _cell(self, row: int, column: int, styles: Styles, program: str) -> str:
        place = self.cells.get((row, column))
        if place is None:
            return "<table:table-cell/>"
        content, look, rows, columns = place
        style = cell_style(styles, look, program)
        if rows == 0:
            return f'<table:covered-table-cell table:style-name="{style}"/>'
        span = f' table:number-rows-spanned="{rows}"' if rows > 1 else ""
        span += f' table:number-columns-spanned="{columns}"' if columns > 1 else ""
        if program != "calc":
            body = styles.paragraphs(content, replace(look, fill=None), always_span=program == "impress")
            return f'<table:table-cell table:style-name="{style}"{span}>{body}</table:table-cell>'
        if content is None or content == "":
            return f'<table:table-cell table:style-name="{style}"{span}/>'
        kind = (
            f'office:value-type="float" office:value="{content}"'
            if isinstance(content, int | float)
            else 'office:value-type="string"'
        )
        lines = [str(content)] if isinstance(content, int | float | str) else [_plain(item) for item in content]
        body = "".join(f"<text:p>{styles.runs(line, look)}</text:p>" for text in lines for line in text.split("\n"))
        return f'<table:table-cell table:style-name="{style}"{span} {kind}>{body}</table:table-cell>'


def _plain(item: Para | str) -> str:
    if isinstance(item, str):
        return item
    return f"{item.bullet} {item.text}" if item.bullet else item.text


def quoted(centimetres: float) -> str:
    return f'"{centimetres}cm"'


def cell_style(styles: Styles, look: Look, program: str) -> str:
    """A cell's style, named, in the dialect of the program."""
    if program == "impress":
        fill = f'draw:fill="solid" draw:fill-color="{look.fill}"' if look.fill else 'draw:fill="none"'
        pads = " ".join(f'fo:padding-{side}="{look.pad}cm"' for side in ("top", "bottom", "left", "right"))
        return styles.name(
            "table-cell",
            f'<loext:graphic-properties {fill} draw:textarea-vertical-align="{look.vertical}" {pads}/>'
            f'<style:paragraph-properties fo:border="{look.border}"/>',
        )
    fill = f'fo:background-color="{look.fill}" ' if look.fill else ""
    border = look.extra if "fo:border" in look.extra else f'fo:border="{look.border}" {look.extra}'
    cell = f'{fill}{border} fo:padding="{look.pad}cm" style:vertical-align="{look.vertical}"'
    if program == "writer":
        return styles.name("table-cell", f"<style:table-cell-properties {cell}/>")
    turned = f' style:rotation-angle="{look.turned}"' if look.turned else ""
    return styles.name(
        "table-cell",
        f'<style:table-cell-properties {cell} fo:wrap-option="wrap" style:text-align-source="fix"{turned}/>'
        f'<style:paragraph-properties fo:text-align="{look.align}"/>' + styles.text(look),
        ' style:parent-style-name="Default"',
    )


def page_layout(
    name: str, width: float, height: float, margins: tuple[float, float, float, float], more: str = ""
) -> str:
    """`style:page-layout` in centimetres; margins top, right, bottom, left; `more` are its further attributes."""
    landscape = "landscape" if width > height else "portrait"
    top, right, bottom, left = margins
    return (
        f'<style:page-layout style:name="{name}"><style:page-layout-properties fo:page-width="{width}cm" '
        f'fo:page-height="{height}cm" style:print-orientation="{landscape}" fo:margin-top="{top}cm" '
        f'fo:margin-right="{right}cm" fo:margin-bottom="{bottom}cm" fo:margin-left="{left}cm" {more}/>'
        '<style:header-style><style:header-footer-properties fo:min-height="0.6cm" fo:margin-bottom="0.3cm"/>'
        '</style:header-style><style:footer-style><style:header-footer-properties fo:min-height="0.6cm" '
        'fo:margin-top="0.3cm"/></style:footer-style></style:page-layout>'
    )


def document(kind: str, styles: Styles, layouts: str, masters: str, body: str, named: str = "") -> str:
    """A flat ODF document of kind `text`, `spreadsheet` or `presentation`; `named` are common styles."""
    names = []
    for pair in NAMESPACES.split():
        prefix, last = pair.split(":")
        names.append(f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{last}:1.0"')
    names += [f'xmlns:{prefix}="{uri}"' for prefix, uri in OTHER_NAMESPACES.items()]
    xml = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {" ".join(names)} office:version="1.3" '
        f'office:mimetype="application/vnd.oasis.opendocument.{kind}">'
        f"<office:font-face-decls>{styles.font_faces()}</office:font-face-decls>"
        f"<office:styles>{named}</office:styles>"
        f"<office:automatic-styles>{styles.xml()}{layouts}</office:automatic-styles>"
        f"<office:master-styles>{masters}</office:master-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document>\n"
    )
    # a line a row or paragraph, so that a change of the text shows in a diff
    return re.sub(r"(</(?:table:table-row|table:table-cell|style:style|draw:page)>)", r"\1\n", xml)
