"""What a paper is called: its file's name; where several papers share one, each with digits of its SHA-256 behind it.

So no paper's name depends on which of them was loaded first.
"""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from load.keys import fingerprint
from models.schema import Document


def name_papers(connection: Connection, file_names: Iterable[str]) -> None:
    """Settles the names of all papers whose files have one of `file_names`."""
    for file_name in sorted(set(file_names)):
        query = sa.select(Document.document_id, Document.document, Document.sha256, Document.source)
        papers = connection.execute(query.where(Document.file_name == file_name)).all()
        for paper in sorted(papers, key=lambda paper: paper.document == file_name, reverse=True):
            digits = paper.sha256 or fingerprint([paper.source])
            name = file_name if len(papers) == 1 else f"{file_name}~{digits[:8]}"
            if paper.document != name:
                place = sa.update(Document).where(Document.document_id == paper.document_id)
                connection.execute(place.values(document=_free(connection, name, digits, paper.document_id)))


def _free(connection: Connection, name: str, digits: str, document_id: int) -> str:
    """`name`, or longer where a file is so called that has it by chance."""
    others = sa.select(Document.document_id).where(Document.document_id != document_id)
    while connection.execute(others.where(Document.document == name)).first() is not None:
        name = f"{name}~{digits}"
    return name
