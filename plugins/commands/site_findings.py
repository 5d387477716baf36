"""The whole content with every finding about it, on a day: for `make check` and `make inspect`."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path

from plugins.build.prepare import PreparedSite, prepare
from plugins.clock import build_time
from plugins.findings import Finding
from plugins.history import check_history, read_history
from plugins.inspection import check_clocks
from plugins.records.acceptances import Acceptances

DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")


class NoDayError(ValueError):
    """Its text says to an editor how a day is written."""


def moment_on(written: str) -> datetime:
    """Now, or this time of another day. Raises NoDayError."""
    now = build_time()
    if not written:
        return now
    try:
        if not DAY.fullmatch(written):
            raise ValueError(written)
        day = date(*map(int, written.split("-")))
    except ValueError:
        raise NoDayError(f"DAY 写的是“{written}”，应是日期，如 DAY=2027-02-01") from None
    return datetime.combine(day, now.timetz())


def read_site(content: Path, now: datetime) -> tuple[PreparedSite, list[Finding]]:
    """What is found about the sources, by the calendar and in the history of git, with what is
    accepted as such.
    """
    prepared = prepare(content, now, assets={})
    if prepared.site is None:
        return prepared, prepared.findings
    library = prepared.site.library
    others = [*check_clocks(library, now), *check_history(library, read_history(content), now)]
    return prepared, [*prepared.findings, *Acceptances.of(library, now).apply(others)]
