"""What the families of risk registers share: columns by evidence, rows as risks, lists inside cells, facts."""
