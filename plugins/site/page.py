"""What a build writes: pages made from a template and its view, and files made of bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from plugins.site.head import PageHead


@dataclass(frozen=True)
class Page:
    """One HTML page: a function of its template and its view, and of nothing else but the frame."""

    template: str
    head: PageHead
    view: Mapping[str, Any]

    @property
    def path(self) -> str:
        return self.head.path


@dataclass(frozen=True)
class File:
    """One file with its bytes (a feed, a data file, an icon)."""

    path: str
    content: bytes
