"""A reader who has been here before."""

from __future__ import annotations

import json


def keep(preferences: dict | str) -> str:
    """A script that leaves the preferences, or any text, where an earlier visit would have."""
    text = preferences if isinstance(preferences, str) else json.dumps(preferences)
    return f"try {{ localStorage.setItem('chengchuang', {json.dumps(text)}) }} catch {{}}\n"
