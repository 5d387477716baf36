"""What a test says when something was found that shouldn't be there."""

from __future__ import annotations


def assert_nothing(found: list[str]) -> None:
    """Fails with the whole list, one to a line, where pytest would cut it."""
    assert not found, "\n" + "\n".join(found)
