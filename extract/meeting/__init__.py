"""What papers of meetings share: pieces of text with their words, people, headings, resolutions, votes and actions."""
