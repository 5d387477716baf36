"""Findings about columns and the home page that got nothing new for too long."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from plugins.bureau import BUREAU_FILE
from plugins.clock import seconds
from plugins.findings import Finding, Severity
from plugins.inspection.clocks import Clock, State, column_clocks, home_clock
from plugins.inspection.vetoes import vetoes
from plugins.inspection.yearly import Yearly, yearly
from plugins.records import Library


def check_clocks(library: Library, now: datetime) -> Iterator[Finding]:
    """Warnings: what is late must not keep what mends it from being published."""
    thresholds, today = library.valid_bureau.thresholds, now.date()
    clocks, home = list(column_clocks(library, seconds(now))), home_clock(library, seconds(now))
    for clock in clocks:
        if clock.state(today, thresholds) is State.STALE:
            yield _stale("column-stale", clock, f"栏目“{clock.name}”（{clock.owner}）")
    if home.state(today, thresholds) is State.STALE:
        yield _stale("home-stale", home, "首页")
    for each in yearly(library.columns, clocks, today):
        if each.is_late(today):
            yield _missed(each)
    for veto in vetoes(home, clocks, today, thresholds):
        # The home page is told above; one column of many is no danger yet.
        if veto.limit > 1 and veto.names and veto.margin <= 1:
            hint = "这是单项否决项，满了整个网站不合格：先更新这些栏目，或撤并不再需要的栏目"
            yield Finding("veto-near", Severity.WARNING, BUREAU_FILE, veto.words, hint)


def _missed(each: Yearly) -> Finding:
    clock = each.clock
    message = (
        f"栏目“{clock.name}”（{clock.owner}）应在 {each.last} 前发布 {each.about} 年度的，"
        f"最近一篇是 {clock.newest}"
    )
    hint = "今天就发布；日期是上级定的，改不了的不要改 _column.yml"
    return Finding("yearly-late", Severity.WARNING, clock.path, message, hint)


def _stale(rule: str, clock: Clock, name: str) -> Finding:
    message = f"{name}最近一条是 {clock.newest}，超过 {clock.limit} 天没有更新"
    hint = "发布新的内容；确实没有的，核对 _column.yml 的更新时限，或撤并栏目"
    if rule == "home-stale":
        hint = "首页不更新是单项否决项：今天就发布一条动态"
    return Finding(rule, Severity.WARNING, clock.path, message, hint)
