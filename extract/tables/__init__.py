"""The parts of the table reader; `extract.table` is its entry."""
