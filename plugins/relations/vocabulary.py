"""What records must agree on with the bureau and with the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from plugins.findings import Finding, Severity, nearest, position_in
from plugins.records import Library, Record
from plugins.relations.graph import Graph
from plugins.relations.targets import TargetKind


def check_records(library: Library, graph: Graph, now: datetime) -> Iterator[Finding]:
    """Findings that need more than one record, or the day of the build."""
    records = library.published(now)
    names = [item.name for item in library.bureau.fields]
    today = now.date().toordinal()
    for record in records:
        held = record.extract
        if held.fields:
            yield from _fields(names, record)
        if held.wants_interpretation:
            yield from _interpretation(graph, record)
        if held.review_by is not None and today > held.review_by:
            yield _unreviewed(record, held.review_by)
        if held.awaits_outcome is not None:
            yield from _outcome(library, record, today - held.awaits_outcome)
    yield from _index_numbers(records)
    yield from _matters(library, graph)
    yield from _empty_columns(library, records)


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


def _outcome(library: Library, record: Record, late: int) -> Iterator[Finding]:
    if late > library.bureau.thresholds.outcome_days:
        message = f"征集已结束 {late} 天，还没有公布结果"
        yield _finding(record, "outcome-due", "closes", message, "填写“征集结果”", Severity.WARNING)


def _matters(library: Library, graph: Graph) -> Iterator[Finding]:
    """The links and the fields of enforcement matters, which stand in no record."""
    names = [item.name for item in library.bureau.fields]
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
                target = graph.targets.place(link) if link else None
                if target and target.kind is TargetKind.DEAD:
                    message = f"{matter.title}：{target.reason}"
                    at = position_in(text, link)
                    yield Finding("dead-link", Severity.ERROR, path, message, target.hint, *at)


def _index_numbers(records: list[Record]) -> Iterator[Finding]:
    holders: dict[str, list[Record]] = {}
    for record in records:
        if record.extract.index_number:
            holders.setdefault(record.extract.index_number, []).append(record)
    for number, sharing in holders.items():
        for record in sharing if len(sharing) > 1 else ():
            others = "、".join(other.path for other in sharing if other is not record)
            message = f"索引号 {number} 与 {others} 相同"
            rule, hint = "index-number-taken", "每份文件一个索引号"
            yield _finding(record, rule, "index_number", message, hint)


def _empty_columns(library: Library, records: list[Record]) -> Iterator[Finding]:
    filled = {record.column for record in records} | {
        code for code, matters in library.matters.items() if matters
    }
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
