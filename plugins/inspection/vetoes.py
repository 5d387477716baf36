"""How near the site is to each veto of 国办秘函〔2019〕19号 that a program can count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from plugins.bureau.model import Thresholds
from plugins.inspection.clocks import Clock, State


class Veto(NamedTuple):
    """`names` are what counts towards it; at `limit` of them the whole site fails."""

    title: str
    names: tuple[str, ...]
    limit: int

    @property
    def margin(self) -> int:
        """How many more may be added before it holds."""
        return self.limit - 1 - len(self.names)

    @property
    def holds(self) -> bool:
        return self.margin < 0

    @property
    def words(self) -> str:
        named = f"：{'、'.join(self.names)}" if self.names else ""
        if self.holds:
            return f"{self.title} {len(self.names)} 个，满 {self.limit} 个即不合格{named}"
        return f"{self.title} {len(self.names)} 个，离否决还差 {self.margin + 1} 个{named}"


def vetoes(
    home: Clock, clocks: Sequence[Clock], today: date, thresholds: Thresholds
) -> Iterator[Veto]:
    """All of them, in the order of the indicators."""
    states = [(clock, clock.state(today, thresholds)) for clock in clocks]
    stale = [clock for clock, state in states if state is State.STALE]
    not_new = home.state(today, thresholds) in {State.STALE, State.BLANK}
    yield Veto("首页不更新", ("首页",) if not_new else (), 1)
    quick = tuple(clock.name for clock in stale if clock.is_quick)
    yield Veto("动态、通知、政策类栏目未更新", quick, thresholds.stale_columns)
    slow = tuple(clock.name for clock in stale if not clock.is_quick)
    yield Veto("应更新而长期未更新的栏目", slow, thresholds.long_stale_columns)
    blank = tuple(clock.name for clock, state in states if state is State.BLANK)
    yield Veto("空白栏目", blank, thresholds.blank_columns)
