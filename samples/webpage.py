"""A sample that is set as HTML and printed by a browser: the page around its body, and the PDF of it."""

from __future__ import annotations

from pathlib import Path

from office import browser_pdf, escaped
from where import Pages


def printed(folder: Path, title: str, style: str, body: str) -> Pages:
    """Write `<folder>.html`, print it, and give the words of its pages."""
    source = folder / f"{folder.name}.html"
    source.write_text(
        f'<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>{escaped(title)}</title><style>{style}'
        f"</style></head><body>\n{body}\n</body></html>\n",
        encoding="utf-8",
    )
    return Pages(browser_pdf(source))
