"""Alembic's entry: runs the changes on the connection that `load.database` hands over, inside its transaction."""

from __future__ import annotations

from alembic import context

from models.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
    render_as_batch=True,  # SQLite alters a table by making it anew
)
context.run_migrations()
