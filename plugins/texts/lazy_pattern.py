"""Patterns that are compiled when first used.

Most texts need few of those that read slips, and compiling all takes longer than reading a text.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Lazy:
    def __init__(self, pattern: str, flags: int) -> None:
        self._given = pattern, flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(*self._given), name)
        # Found there from now on.
        self.__dict__[name] = value
        return value


def lazy_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, but that an error in the pattern is raised at the first use."""
    return cast(re.Pattern[str], _Lazy(pattern, flags))
