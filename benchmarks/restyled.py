"""How well the samples are still read when they are typeset in another style: what is right for one look should be right for the next.

    python -m benchmarks.restyled [SAMPLE…] [--styles serif half …] [--errors]

Each sample that is one LibreOffice document is set anew in each style, and F1 over its views (where on a page a row stands is not asked,
nor the cells of tables) is printed sample by sample. Needs `soffice`.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from extract.document import extract_document
from normalise.document import normalise_document
from tests.scoring import read_truth, score

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
LANDSCAPE, PORTRAIT = ("27.94cm", "21.59cm"), ("21.59cm", "27.94cm")  # US Letter
NOT_ASKED = {"document", "page"}


def as_it_is(source: str) -> str:
    return source


def serif(source: str) -> str:
    """A wide face with feet: other line breaks, other columns of white."""
    return re.sub(r'(svg|fo):font-family="[^"]*"', r'\1:font-family="DejaVu Serif"', source)


def scaled(by: float) -> Callable[[str], str]:
    """All type larger or smaller."""

    def restyle(source: str) -> str:
        return re.sub(r'fo:font-size="([\d.]+)pt"', lambda size: f'fo:font-size="{float(size[1]) * by:.1f}pt"', source)

    return restyle


def half(source: str) -> str:
    """Tables with level rules alone."""
    source = re.sub(
        r'fo:border="([^"]*)"',
        r'fo:border-top="\1" fo:border-bottom="\1" fo:border-left="none" fo:border-right="none"',
        source,
    )
    return re.sub(r'fo:border-(left|right)="(?!none)[^"]*"', r'fo:border-\1="none"', source)


def letter(source: str) -> str:
    """US paper, text justified."""

    def page(size: re.Match[str]) -> str:
        across, down = (float(re.sub(r"[^\d.]", "", part)) for part in size.groups())
        wide, high = LANDSCAPE if across > down else PORTRAIT
        return f'fo:page-width="{wide}" fo:page-height="{high}"'

    source = re.sub(r'fo:page-width="([^"]*)"\s+fo:page-height="([^"]*)"', page, source)
    return re.sub(r"(<style:paragraph-properties)(?![^>]*text-align)", r'\1 fo:text-align="justify"', source)


STYLES: Mapping[str, Callable[[str], str]] = {
    "same": as_it_is, "serif": serif, "big": scaled(1.12), "small": scaled(0.9), "half": half, "letter": letter,
}  # fmt: skip


def sources(names: Sequence[str]) -> list[Path]:
    """The document of each sample that has one alone."""
    found = []
    for folder in sorted(p for p in SAMPLES.iterdir() if p.is_dir() and (not names or p.name in names)):
        documents = [p for p in folder.iterdir() if p.suffix in {".fodt", ".fods", ".fodp"}]
        found += documents if len(documents) == 1 else []
    return found


def typeset(source: Path, style: Callable[[str], str], folder: Path) -> bytes:
    """The PDF that LibreOffice makes of a source in another style."""
    copy = folder / source.name
    copy.write_text(style(source.read_text(encoding="utf-8")), encoding="utf-8")
    command = ["soffice", f"-env:UserInstallation={(folder / 'office').as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(folder), str(copy)], check=True, capture_output=True)
    return copy.with_suffix(".pdf").read_bytes()


def measure(pdf: bytes, truth: Path) -> tuple[float, list[str]]:
    """F1 over the views of a sample's truth, and what is wrong."""
    extracted = extract_document(pdf)
    records = normalise_document(extracted.printed, {c.section.paper for c in extracted.claims}).records
    right = wrong = 0
    told: list[str] = []
    for file in sorted(truth.glob("*.csv")):
        if file.stem == "table_cells":
            continue
        stated = [{k: v for k, v in row.items() if k not in NOT_ASKED} for row in read_truth(file)]
        found = [{k: v.value for k, v in r.values.items()} for r in records if r.view == file.stem]
        result = score(file.stem, stated, found)
        right, wrong = right + result.right, wrong + result.false + result.missed
        told += [f"{file.stem}: {line}" for line in result.wrong]
    return (2 * right / (2 * right + wrong) if right + wrong else 1.0), told


def main() -> None:
    """Prints one line a sample, one column a style."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("samples", nargs="*")
    parser.add_argument("--styles", nargs="*", choices=list(STYLES), default=list(STYLES))
    parser.add_argument("--errors", action="store_true", help="tell what is wrong")
    asked = parser.parse_args()
    if shutil.which("soffice") is None:
        parser.error("LibreOffice sets the samples; install it so that `soffice` is found")
    warnings.simplefilter("ignore")
    print(f"{'sample':26}" + "".join(f"{style:>8}" for style in asked.styles))
    for source in sources(asked.samples):
        line, told = f"{source.parent.name:26}", []
        for style in asked.styles:
            with tempfile.TemporaryDirectory() as folder:
                f1, wrong = measure(typeset(source, STYLES[style], Path(folder)), source.parent / "normalised")
            line += f"{f1:8.3f}"
            told += [f"    {style}: {text}" for text in wrong]
        print("\n".join([line, *(told if asked.errors else [])]), flush=True)


if __name__ == "__main__":
    main()
