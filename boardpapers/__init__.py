"""The command `boardpapers` and the main job: papers in, database out."""
