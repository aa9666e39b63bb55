"""One file a family of papers. A new family is a new file, and nothing else."""
