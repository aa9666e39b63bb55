"""The command `boardpapers` and the main job: papers in, database out."""

DATABASE_DEFAULT = "boardpapers.sqlite"
DOWNLOADS_DEFAULT = "papers"
