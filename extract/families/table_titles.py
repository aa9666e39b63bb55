"""What stands over a table of a paper: the title it comes under, and the headings between title and table."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.meeting.pieces import piece_of_paragraph
from models.record import Field
from models.section import Paragraph, Section
from models.table import Table

_APPENDIX = re.compile(r"^(?:appendix|annex|enclosure|schedule)\s+\w{1,3}\s*(?:[-–—:.]\s*|\s+(?=[A-Z]))", re.IGNORECASE)
LONGEST = 160  # characters of a title


@dataclass(frozen=True, slots=True, eq=False)
class Over:
    """The title over a table, and the inner heading between the title and it."""

    title: Paragraph | None
    heading: Paragraph | None


def titles_over(section: Section, tables: Sequence[Table]) -> Mapping[int, Over]:
    """id of each table -> what stands over it. A heading as prominent as the title opens a new title."""
    wanted = {id(t) for t in tables}
    title: Paragraph | None = None
    heading: Paragraph | None = None
    found: dict[int, Over] = {}
    for block in section.blocks:
        if isinstance(block, Paragraph) and block.heading_level is not None and len(block.text) < LONGEST:
            if title is None or block.heading_level <= (title.heading_level or 1) or block.size >= title.size:
                title, heading = block, None
            else:
                heading = block
        elif isinstance(block, Table) and id(block) in wanted:
            found[id(block)] = Over(title or section.paper.title, heading)
    return found


def title_field(title: Paragraph) -> Field:
    """A title without the label of the appendix that it is (`Appendix A – Scorecard`)."""
    label = _APPENDIX.match(title.text)
    piece = piece_of_paragraph(title)
    return piece.field(label.end() if label else 0, len(title.text))
