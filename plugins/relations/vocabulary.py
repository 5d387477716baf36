"""What records must agree on with the bureau and with the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from plugins.clock import DAY, midnight, moment_of, seconds
from plugins.findings import Finding, Severity, nearest, position_in
from plugins.incremental.tracking import has_passed, valid_between
from plugins.records import Library, Record
from plugins.relations.graph import Graph
from plugins.relations.targets import TargetKind


def check_record(library: Library, graph: Graph, record: Record, now: datetime) -> list[Finding]:
    """Findings about a shown record that need other records, bureau.yml, or the day."""
    return list(_check(library, graph, record, seconds(now)))


def needs_check(record: Record) -> bool:
    held = record.extract
    return bool(
        held.fields
        or held.wants_interpretation
        or held.review_by is not None
        or held.awaits_outcome is not None
        or held.index_number
    )


def _check(library: Library, graph: Graph, record: Record, now: int) -> Iterator[Finding]:
    held = record.extract
    if held.fields:
        names = [item.name for item in library.valid_bureau.fields]
        yield from _fields(names, record)
    if held.wants_interpretation:
        yield from _interpretation(graph, record)
    if held.review_by is not None and _is_over(held.review_by, now):
        yield _unreviewed(record, held.review_by)
    if held.awaits_outcome is not None:
        limit = held.awaits_outcome + library.valid_bureau.thresholds.outcome_days
        if _is_over(limit, now):
            yield _outcome_due(record, held.awaits_outcome, now)
    if held.index_number:
        yield from _index_number(library, graph, record, held.index_number)


def _is_over(day: int, now: int) -> bool:
    """Whether the day (an ordinal) is over."""
    return has_passed(midnight(date.fromordinal(day)) + DAY, now)


def check_columns(library: Library, graph: Graph, now: datetime) -> Iterator[Finding]:
    """Findings about data files and about columns as a whole."""
    yield from _matters(library, graph)
    yield from _empty_columns(library, seconds(now))


def _fields(names: list[str], record: Record) -> Iterator[Finding]:
    for written in record.extract.fields:
        if written not in names:
            close = nearest(written, names)
            hint = f"{f'是不是“{close}”？' if close else ''}可填：{'、'.join(names)}"
            message = f"领域“{written}”不在 bureau.yml 的执法领域之内"
            yield _finding(record, "field-vocabulary", "fields", message, hint)


def _interpretation(graph: Graph, record: Record) -> Iterator[Finding]:
    if not graph.naming(record, "interprets"):
        message = "规范性文件没有政策解读"
        hint = f"写一篇解读，“解读对象”填 {record.id}"
        rule = "interpretation-missing"
        yield _finding(record, rule, "normative", message, hint, Severity.WARNING)


def _unreviewed(record: Record, day: int) -> Finding:
    message = f"复核日期 {date.fromordinal(day)} 已过"
    hint = "核对内容，改正后写新的复核日期"
    return _finding(record, "review-due", "review_by", message, hint, Severity.WARNING)


def _outcome_due(record: Record, closes: int, now: int) -> Finding:
    # The message counts the days, so it is another one tomorrow.
    today = midnight(moment_of(now).date())
    valid_between(today, today + DAY)
    late = moment_of(now).date().toordinal() - closes
    message = f"征集已结束 {late} 天，还没有公布结果"
    return _finding(record, "outcome-due", "closes", message, "填写“征集结果”", Severity.WARNING)


def _matters(library: Library, graph: Graph) -> Iterator[Finding]:
    """The links and the fields of enforcement matters, which stand in no record."""
    names = [item.name for item in library.valid_bureau.fields]
    for code, matters in library.matters.items():
        path = library.column(code).data_path
        text = library.data_files.get(path, "")
        for matter in matters:
            if matter.group not in names:
                message = f"领域“{matter.group}”不在 bureau.yml 的执法领域之内"
                hint = f"可填：{'、'.join(names)}"
                at = position_in(text, matter.group)
                yield Finding("field-vocabulary", Severity.ERROR, path, message, hint, *at)
            for name in type(matter).model_fields:
                link = getattr(getattr(matter, name), "link", None)
                if not link:
                    continue
                target = graph.targets.place(link)
                if target.kind is TargetKind.DEAD:
                    message = f"{matter.title}：{target.reason}"
                    at = position_in(text, link)
                    yield Finding("dead-link", Severity.ERROR, path, message, target.hint, *at)


def _index_number(library: Library, graph: Graph, record: Record, number: str) -> Iterator[Finding]:
    sharing = graph.sharing_number(number)
    others = "、".join(library.entries[id].path for id in sharing if id != record.id)
    if others:
        message = f"索引号 {number} 与 {others} 相同"
        yield _finding(record, "index-number-taken", "index_number", message, "每份文件一个索引号")


def _empty_columns(library: Library, now: int) -> Iterator[Finding]:
    filled = {code for code, matters in library.matters.items() if matters}
    for identifier, entry in library.entries.items():
        if entry.is_shown(now):
            filled.add(identifier.partition("/")[0])
    for column in library.columns:
        if column.code not in filled:
            message = f"栏目“{column.name}”是空的（国办秘函〔2019〕19号：空白栏目）"
            hint = "补充稿件，或暂时移走这个栏目"
            yield Finding("column-empty", Severity.WARNING, column.path, message, hint)


def _finding(
    record: Record,
    rule: str,
    name: str,
    message: str,
    hint: str,
    severity: Severity = Severity.ERROR,
) -> Finding:
    return Finding(rule, severity, record.path, message, hint, *record.position_of(name))
