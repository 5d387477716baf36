"""The report of a day as Markdown: for a terminal, and for an issue on GitHub, GitLab or Gitee."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plugins.findings import Finding, full_words
from plugins.inspection.clocks import State
from plugins.inspection.due import Due
from plugins.inspection.report import WHOLE, Report

# So many errors are listed; an editor sees all with `make check`.
MOST_ERRORS = 30
NOTHING = "今天没有要办的事。"
SIGNS = re.compile(r"([\\`*_|<>\[\]#])")


def as_markdown(report: Report) -> str:
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield f"# {report.day} 每日检查：{_plain(report.site)}"
    yield ""
    if report.is_quiet:
        yield NOTHING
        yield ""
    yield from _findings("已经逾期", report.overdue, report)
    yield from _due(f"{report.notice_days} 天内到期", report.due, report)
    yield from _findings("不改好就不能发布的错误", report.errors, report, MOST_ERRORS)
    yield from _due(f"{report.sunset_days} 天内有效期届满的文件", report.lapsing, report)
    yield "## 离单项否决还有多远"
    yield ""
    for veto in report.vetoes:
        yield f"- {'**' if veto.holds else ''}{_plain(veto.words)}{'**' if veto.holds else ''}"
    yield from _clocks(report)
    yield ""
    yield from _findings("已接受、到期再看的", report.accepted, report)


def _findings(
    title: str, findings: Sequence[Finding], report: Report, most: int | None = None
) -> Iterator[str]:
    """All of them, or at most so many."""
    if not findings:
        return
    yield f"## {title}（{len(findings)}）"
    yield ""
    shown = findings[:most]
    for each in shown:
        where = f"`content/{each.path}:{each.line}`"
        yield f"- [ ] {report.owner(each)}：{_plain(report.about(each) + full_words(each))} {where}"
    if len(findings) > len(shown):
        yield f"- 另有 {len(findings) - len(shown)} 处，运行 `make check` 看全部"
    yield ""


def _due(title: str, things: Sequence[Due], report: Report) -> Iterator[str]:
    if not things:
        return
    yield f"## {title}（{len(things)}）"
    yield ""
    yield "| 最后一天 | 还有 | 要办的事 | 科室 |"
    yield "| --- | --- | --- | --- |"
    for each in things:
        left = in_days((each.day - report.day).days)
        task = f"{_plain(each.name)}：{_plain(each.task)}"
        yield f"| {each.day} | {left} | {task} | {_plain(each.owner or WHOLE)} |"
    yield ""


def _clocks(report: Report) -> Iterator[str]:
    thin = [each for each in report.clocks if each[1] in {State.NEAR, State.BLANK}]
    if not thin:
        return
    yield ""
    yield "更新时限快到的和空白的："
    yield ""
    for clock, state in thin:
        left = clock.days_left(report.day)
        says = state.value if left is None else f"还有 {left} 天"
        yield f"- {_plain(clock.name)}（{_plain(clock.owner)}）：{says}"


def in_days(number: int) -> str:
    return "就是今天" if number == 0 else f"{number} 天"


def _plain(text: str) -> str:
    """Words in which no sign is markup, in one line."""
    return SIGNS.sub(r"\\\1", text).replace("\n", " ")
