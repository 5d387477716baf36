"""Where a file lies for whoever reads of it."""

from __future__ import annotations

import os
from pathlib import Path


def prefix_of(content: Path) -> str:
    """What stands before a finding's path, so that it leads there from the current folder."""
    try:
        relative = os.path.relpath(content)
    except ValueError:
        # On another drive of Windows.
        relative = str(content)
    return "" if relative == os.curdir else relative.replace(os.sep, "/") + "/"
