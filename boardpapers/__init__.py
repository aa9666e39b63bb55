"""The command `boardpapers` and the main job: papers in, database out."""

DATABASE_DEFAULT = "boardpapers.sqlite"
DOWNLOADS_DEFAULT = "papers"

RARE = (50_000, 20, 100)
"""Thresholds of Python's collector: a paper, and whatever is imported, makes many objects and few circles, so it need not come so often."""
