"""Papers of meetings set from plain text, for tests: no PDF is needed.

A line that begins with `*` is bold, up to a second `*` if there is one, four spaces are an indent, an empty line is white space,
`---` begins a page.
A run of three spaces or more within a line is a tab to the place it stands at.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.heading_levels import with_headings
from extract.lines import text_columns
from extract.paragraphs import paragraphs_of, run_together, runs_on
from models.page import Font, Link, Page, Word
from models.record import Printed
from models.section import Paper, Paragraph, Section
from models.table import Table

PLAIN, BOLD = Font("Sans", 10.0), Font("Sans-Bold", 10.0, bold=True)
LEFT, LETTER, LINE = 50.0, 5.0, 12.0
FULL = 420.0  # points: lines are filled up to here, so that paragraphs are told by white space alone


def words_of_page(text: str, number: int) -> list[Word]:
    """The words of a page's lines, each where it stands in the text."""
    words: list[Word] = []
    top = 60.0
    for line in text.split("\n"):
        if not line.strip():
            top += LINE
            continue
        font = BOLD if line.lstrip().startswith("*") else PLAIN
        line = line.replace("*", "", 1) if font is BOLD else line
        plain = line.find("* ") if font is BOLD else -1
        line = line.replace("* ", " ", 1) if plain >= 0 else line
        for match in re.finditer(r"\S+", line):
            x = LEFT + LETTER * match.start()
            end = x + LETTER * len(match.group())
            own = PLAIN if 0 <= plain <= match.start() else font
            words.append(Word(match.group(), x, top, end, top + 9, number, len(words), own))
        top += LINE
    return words


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of a text, joined over its pages."""
    found: list[Paragraph] = []
    for number, page in enumerate(re.split(r"^---\n", text, flags=re.MULTILINE), start=1):
        for column in text_columns(words_of_page(page.strip("\n"), number), number):
            for paragraph in paragraphs_of(column):
                if found and runs_on(found[-1], paragraph):
                    found[-1] = run_together(found[-1], paragraph)
                else:
                    found.append(paragraph)
    return with_headings(found)


def paper(*blocks: str | Table, links: Sequence[Link] = ()) -> Section:
    """A section of texts and tables in the order given."""
    held = [b for block in blocks for b in (paragraphs(block) if isinstance(block, str) else [block])]
    page = Page(1, 595, 842, links=tuple(links))
    opening = tuple(b for b in held if isinstance(b, Paragraph))
    return Section(1, Paper(1, 1, 9, opening=opening), None, tuple(held), (page,), tuple(links))


def texts(records: Sequence[Printed], view: str) -> list[dict[str, str]]:
    """The printed fields of a view's records as texts."""
    return [{name: field.text for name, field in r.fields.items()} for r in records if r.view == view]
