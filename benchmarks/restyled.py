"""How well the samples are still read when they are typeset in another style: what is right for one look should be right for the next.

    python -m benchmarks.restyled [SAMPLE…] [--styles serif half …] [--errors] [--keep FOLDER]

Each sample is set anew in each style (`benchmarks.styles`), and F1 over its views (where on a page a row stands is not asked, nor the
cells of tables) is printed sample by sample. What is set is kept in FOLDER, where one is given, and not set again while sample and
style stay the same. Needs `soffice` and `chromium`.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Sequence
from pathlib import Path

import pikepdf

from benchmarks.styles import STYLES, restyled
from extract.document import extract_document
from normalise.document import normalise_document
from tests.scoring import read_truth, score

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
NOT_ASKED = {"document", "page"}
OFFICE, WEB = {".fodt", ".fods", ".fodp"}, {".html"}
GOOD = 0.99


def sources(names: Sequence[str]) -> list[list[Path]]:
    """The documents of each sample, in the order in which its paper has them."""
    found = []
    for folder in sorted(p for p in SAMPLES.iterdir() if p.is_dir() and (not names or p.name in names)):
        documents = sorted(p for p in folder.iterdir() if p.suffix in OFFICE | WEB)
        found += [documents] if documents else []
    return found


def typeset(documents: Sequence[Path], style: str, kept: Path | None = None) -> bytes:
    """The PDF of a sample's documents, one behind the other, in another style."""
    texts = [restyled(p.read_text(encoding="utf-8"), STYLES[style], web=p.suffix in WEB) for p in documents]
    mark = hashlib.sha256("".join(texts).encode()).hexdigest()[:10]
    place = kept / f"{documents[0].parent.name}-{style}-{mark}.pdf" if kept is not None else None
    if place is not None and place.exists():
        return place.read_bytes()
    with tempfile.TemporaryDirectory(prefix="restyled-") as folder:
        copies = [Path(folder, p.name) for p in documents]
        for copy, text in zip(copies, texts, strict=True):
            copy.write_text(text, encoding="utf-8")
        printed = _printed(copies, Path(folder))
    if place is not None:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(printed)
    return printed


def _printed(sources: Sequence[Path], folder: Path) -> bytes:
    """The documents of one sample as one PDF."""
    office = [p for p in sources if p.suffix in OFFICE]
    if office:
        command = [
            "soffice",
            f"-env:UserInstallation={(folder / 'office').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
        ]
        subprocess.run([*command, "--outdir", str(folder), *map(str, office)], check=True, capture_output=True)
    for page in (p for p in sources if p.suffix in WEB):
        command = [
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--no-pdf-header-footer",
        ]
        command += [f"--user-data-dir={folder}/profile", f"--print-to-pdf={page.with_suffix('.pdf')}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True)
    pdfs = [p.with_suffix(".pdf") for p in sources]
    if len(pdfs) == 1:
        return pdfs[0].read_bytes()
    joined = pikepdf.new()
    for pdf in pdfs:
        with pikepdf.open(pdf) as part:
            joined.pages.extend(part.pages)
    written = io.BytesIO()
    joined.save(written)
    return written.getvalue()


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
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where the PDFs are kept")
    asked = parser.parse_args()
    missing = [name for name in ("soffice", "chromium") if shutil.which(name) is None]
    if missing:
        parser.error(f"{' and '.join(missing)} set the samples; install what is missing")
    warnings.simplefilter("ignore")
    print(f"{'sample':26}" + "".join(f"{style:>9}" for style in asked.styles))
    all_of_them: list[float] = []
    for documents in sources(asked.samples):
        line, told = f"{documents[0].parent.name:26}", []
        for style in asked.styles:
            f1, wrong = measure(typeset(documents, style, asked.keep), documents[0].parent / "normalised")
            line += f"{f1:9.3f}"
            told += [f"    {style}: {text}" for text in wrong]
            all_of_them.append(f1)
        print("\n".join([line, *(told if asked.errors else [])]), flush=True)
    good = sum(f1 >= GOOD for f1 in all_of_them)
    print(f"{good} of {len(all_of_them)} at {GOOD} or above; mean {sum(all_of_them) / max(1, len(all_of_them)):.4f}")


if __name__ == "__main__":
    main()
