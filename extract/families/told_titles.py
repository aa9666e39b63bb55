"""The title that a paper's front sheet tells, where the titles of its pages are those of its parts.

`Title of report: Integrated Performance Report` before slides called `Quality and safety`, `Our people`: the report is the
scorecard, and the slides are its sections.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from extract.families.report_labels import front_sheet
from extract.families.table_titles import REPORTS, Over
from extract.meeting.pieces import piece_of_words
from extract.wording import fold
from models.record import Field
from models.section import Section
from models.table import Table

_LONGEST_SHEET = 14  # blocks of the first page among which its front sheet stands
_OWN_NAME = re.compile(r"\b(?:scorecard|dashboard)s?\b", re.IGNORECASE)


def told_title(section: Section, over: Iterable[Over]) -> Field | None:
    """What the front sheet calls the paper, where it speaks of performance and its tables stand under two other titles or more."""
    titles = {fold(o.title.text): o.title.text for o in over if o.title is not None}
    if len(titles) < 2 or any(map(_OWN_NAME.search, titles.values())):
        return None
    for block in (section.whole or section.blocks)[:_LONGEST_SHEET]:
        if isinstance(block, Table) and block.first_page == section.paper.first_page:
            told = next((beside for label, _, beside in front_sheet(block) if label == "title"), None)
            if told is not None and REPORTS.search(told.text) and fold(told.text) not in titles:
                return piece_of_words(told.words).field(0, confidence=0.88)
    return None


def of_part(fields: Mapping[str, Field], scorecard: Field) -> dict[str, Field]:
    """The fields of an indicator under the title of a part (`scorecard`): that is its section, or stands over its section."""
    if "section" not in fields:
        return {**fields, "section": scorecard}
    if "sub_objective" not in fields:
        return {**fields, "section": scorecard, "sub_objective": fields["section"]}
    return dict(fields)
