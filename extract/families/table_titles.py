"""What stands over a table of a paper: the title it comes under, and the headings between title and table."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.families.report_front import names_body
from extract.meeting.pieces import piece_of_paragraph
from extract.paragraphs import make_paragraph
from extract.section import DATE
from extract.text import lines_of
from models.geometry import box_around
from models.record import Field
from models.section import Line, Paragraph, Section
from models.table import Table

_APPENDIX = re.compile(r"^(?:appendix|annex|enclosure|schedule)\s+\w{1,3}\s*(?:[-–—:.]\s*|\s+(?=[A-Z]))", re.IGNORECASE)
LONGEST = 160  # characters of a title


@dataclass(frozen=True, slots=True, eq=False)
class Over:
    """The title over a table, and the inner heading between the title and it."""

    title: Paragraph | None
    heading: Paragraph | None


def titles_over(section: Section, tables: Sequence[Table]) -> Mapping[int, Over]:
    """id of each table -> what stands over it.

    The title is the largest heading over the first table on its page (or before it); a later heading opens a new title
    where it is set as large, as on slides, and is an inner heading where it is smaller.
    """
    wanted = {id(t) for t in tables}
    first = min((t.first_page for t in tables), default=0)
    title: Paragraph | None = None
    heading: Paragraph | None = None
    found: dict[int, Over] = {}
    for block in section.blocks:
        if isinstance(block, Paragraph) and block.heading_level is not None and len(block.text) < LONGEST:
            here = title is not None and title.page == block.page == first
            if title is None or block.size >= 0.97 * title.size or (block.page == first and not here and not found):
                title, heading = block, None
            else:
                heading = block
        elif isinstance(block, Table) and id(block) in wanted:
            if title is not None and title.page < block.first_page:
                running = _running_title(section, block)
                if running is not None and running.size >= 0.97 * title.size:
                    title, heading = running, None
            found[id(block)] = Over(title or paper_title(section), heading)
    return found


def paper_title(section: Section) -> Paragraph | None:
    """The paper's title, where it is one and not the name of a body with a date."""
    title = section.paper.title
    if title is None or names_body(DATE.sub(" ", title.text)):
        return None
    return title


def _running_title(section: Section, table: Table) -> Paragraph | None:
    """The largest line over a table on its page, whether it is text or, as on slides that go on, a running header."""
    number, box = table.pieces[0]
    page = next((p for p in section.pages if p.number == number), None)
    above = [w for w in page.words if w.bottom <= box.top + 2 and not w.turned] if page is not None else []
    if not above:
        return None
    size = max(w.font.size for w in above)
    lines = [line for line in lines_of(above) if max(w.font.size for w in line) > 0.95 * size]
    made = []
    for line in lines[:2]:
        around = box_around(line)
        made.append(Line(tuple(line), number, around.x0, around.top, around.x1, around.bottom))
    return make_paragraph(made)


def title_field(title: Paragraph) -> Field:
    """A title without the label of the appendix that it is (`Appendix A – Scorecard`)."""
    label = _APPENDIX.match(title.text)
    piece = piece_of_paragraph(title)
    return piece.field(label.end() if label else 0, len(title.text))
