"""Records: Markdown files with front matter, each of one kind, read into typed values."""

from plugins.records.library import Library
from plugins.records.record import Record

__all__ = ["Library", "Record"]
