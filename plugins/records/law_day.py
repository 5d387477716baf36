"""The day whose law a record applies."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

# A penalty applies the law of its decision's day, the rest that of their own.
DAY_FIELDS = ("law_day", "decided", "answered", "made")


def law_day(kind: str, data: Any, published: datetime) -> date:
    """A statute's text speaks from its own first day."""
    if kind == "statute" and (since := version_since(data)) != date.min:
        return since
    for name in DAY_FIELDS:
        day = data.__dict__.get(name)
        if day:
            return day
    return published.date()


def version_since(data: Any) -> date:
    """When a version's text took effect: as stated, else its last amendment, else its beginning."""
    if data.version_since:
        return data.version_since
    known = [day for day in (data.effective, *data.amended) if day]
    return max(known, default=date.min)
