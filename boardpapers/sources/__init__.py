"""Where papers come from: files, folders and globs; addresses, index pages and ModernGov sites."""

from boardpapers.sources.files import Source, find_papers

__all__ = ["Source", "find_papers"]
