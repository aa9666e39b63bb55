"""What the page says: words, rules, tables, sections and printed records. No meaning is added here."""
