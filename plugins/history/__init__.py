"""What git knows of the content: when a record came, and what its day of publication was."""

from plugins.history.log import History, Published, read_history
from plugins.history.rules import check_history

__all__ = ["History", "Published", "check_history", "read_history"]
