"""Records: Markdown files with front matter, each of one kind, read into typed values."""

from plugins.records.library import Library, load_library
from plugins.records.record import Record

__all__ = ["Library", "Record", "load_library"]
