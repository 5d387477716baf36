"""Where a link leads."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class TargetKind(Enum):
    RECORD = "record"
    ASSET = "asset"
    COLUMN = "column"
    PAGE = "page"  # one that every site has, or a feed
    ANCHOR = "anchor"  # a position on the page itself
    EXTERNAL = "external"
    OTHER = "other"  # mailto: and tel:
    DEAD = "dead"


@dataclass(frozen=True)
class LinkTarget:
    """`address` is one in the site or an external URL; `reason` and `hint` of a dead one,
    with the file whose error is the `cause`.
    """

    kind: TargetKind
    address: str = ""
    fragment: str = ""
    record: str | None = None
    title: str = ""
    reason: str = ""
    hint: str = ""
    cause: str = ""

    @property
    def external(self) -> bool:
        return self.kind is TargetKind.EXTERNAL

    @property
    def full_address(self) -> str:
        return f"{self.address}#{self.fragment}" if self.fragment else self.address


def dead(reason: str, hint: str = "", cause: str = "") -> LinkTarget:
    return LinkTarget(TargetKind.DEAD, reason=reason, hint=hint, cause=cause)
