"""The notebooks run from top to bottom on a database of the samples, and are kept without what they print."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from tests.samples import ROOT

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
BY_NAME = pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda notebook: notebook.stem)


@BY_NAME
def test_a_notebook_is_kept_without_outputs(notebook: Path) -> None:
    for cell in nbformat.read(notebook, as_version=4).cells:
        if cell.cell_type == "code":
            assert cell.outputs == []
            assert cell.execution_count is None


@pytest.mark.slow
@BY_NAME
def test_a_notebook_answers_with_tables_and_a_plot(
    notebook: Path, samples_db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOARDPAPERS_DB", str(samples_db))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))  # the notebook's process is another one
    monkeypatch.setenv("MPLCONFIGDIR", str(samples_db.parent / "matplotlib"))
    read = nbformat.read(notebook, as_version=4)
    NotebookClient(read, timeout=120, resources={"metadata": {"path": str(notebook.parent)}}).execute()
    shown = [o.data for cell in read.cells if cell.cell_type == "code" for o in cell.outputs if "data" in o]
    tables = [data["text/html"] for data in shown if "text/html" in data]
    assert len(tables) >= 4
    for table in tables:
        head, _, body = table.partition("</thead>")
        columns = re.findall("<th>([^<]+)</th>", head)
        assert body.count("<tr>"), "every question has an answer"
        assert "document" in columns
        assert {"page", "page_count"} & set(columns), "every row leads to its page"
    assert sum("image/png" in data for data in shown) == 1
