"""What records must agree on with the bureau and with the calendar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from plugins.findings import Finding, Severity, nearest, position_in
from plugins.records import Library, Record
from plugins.relations.graph import Graph
from plugins.relations.targets import TargetKind


def check_records(library: Library, graph: Graph, now: datetime) -> Iterator[Finding]:
    """Findings that need more than one record, or the day of the build."""
    records = library.published(now)
    for record in records:
        yield from _fields(library, record)
        yield from _interpretation(graph, record)
        yield from _overdue(library, record, now)
    yield from _index_numbers(records)
    yield from _matters(library, graph)
    yield from _empty_columns(library, records)


def _fields(library: Library, record: Record) -> Iterator[Finding]:
    names = [item.name for item in library.bureau.fields]
    for written in getattr(record.data, "fields", None) or ():
        if written not in names:
            close = nearest(written, names)
            hint = f"{f'是不是“{close}”？' if close else ''}可填：{'、'.join(names)}"
            message = f"领域“{written}”不在 bureau.yml 的执法领域之内"
            yield _finding(record, "field-vocabulary", "fields", message, hint)


def _interpretation(graph: Graph, record: Record) -> Iterator[Finding]:
    if not getattr(record.data, "normative", None) or record.data.validity != "有效":
        return
    if not graph.naming(record, "interprets"):
        message = "规范性文件没有政策解读"
        hint = f"写一篇解读，“解读对象”填 {record.id}"
        rule = "interpretation-missing"
        yield _finding(record, rule, "normative", message, hint, Severity.WARNING)


def _overdue(library: Library, record: Record, now: datetime) -> Iterator[Finding]:
    today = now.date()
    if record.data.review_by and today > record.data.review_by:
        message = f"复核日期 {record.data.review_by} 已过"
        hint = "核对内容，改正后写新的复核日期"
        yield _finding(record, "review-due", "review_by", message, hint, Severity.WARNING)
    if record.kind == "consultation" and record.data.outcome is None:
        late = (today - record.data.closes).days
        if late > library.bureau.thresholds.outcome_days:
            message = f"征集已结束 {late} 天，还没有公布结果"
            hint = "填写“征集结果”"
            yield _finding(record, "outcome-due", "closes", message, hint, Severity.WARNING)


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
    numbered = [record for record in records if getattr(record.data, "index_number", None)]
    counts = Counter(record.data.index_number for record in numbered)
    for record in numbered:
        if counts[record.data.index_number] > 1:
            others = [
                other.path
                for other in numbered
                if other.data.index_number == record.data.index_number and other is not record
            ]
            message = f"索引号 {record.data.index_number} 与 {'、'.join(others)} 相同"
            yield _finding(
                record, "index-number-taken", "index_number", message, "每份文件一个索引号"
            )


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
