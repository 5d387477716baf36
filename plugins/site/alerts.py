"""Warnings of storms, frost or gas: on every page from their beginning until their end."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from plugins.clock import moment_of
from plugins.dependencies import ALERTS
from plugins.incremental.tracking import depends_on
from plugins.records.presentation import Alert
from plugins.site.model import Site


class AlertView(NamedTuple):
    """A warning as every page shows it; `address` is that of its record."""

    level: str
    title: str
    words: str
    source: str
    issued: datetime
    until: datetime
    address: str


def alerts(site: Site) -> list[AlertView]:
    """The warnings that hold now, the newest first."""
    depends_on(ALERTS)
    return [
        AlertView(
            alert.level,
            alert.title,
            alert.words,
            alert.source,
            moment_of(entry.changed),
            moment_of(alert.end),
            entry.address,
        )
        for _, entry in site.alert_entries
        for alert in (Alert(*entry.alert or ()),)
        if _holds(site, alert)
    ]


def _holds(site: Site, alert: Alert) -> bool:
    return site.has_begun(moment_of(alert.start)) and not site.is_past(moment_of(alert.end))
