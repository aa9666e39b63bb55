"""The history of the tables, oldest first. Alembic runs it, from code: see `load.database`."""
