"""Rules that need other records, bureau.yml or the current day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from plugins.bureau import BUREAU_FILE, Column
from plugins.bureau.languages import is_english
from plugins.bureau.model import Thresholds
from plugins.clock import DAY, midnight, moment_of, months_after, seconds
from plugins.dependencies import PUBLICATION
from plugins.findings import Finding, Position, Severity, nearest
from plugins.incremental.tracking import depends_on, has_passed
from plugins.privacy import without_numbers
from plugins.records import Library, Record
from plugins.records.duties import Duty
from plugins.records.extract import column_of
from plugins.records.fields import label_of
from plugins.records.file_types import TYPES, suffix_of
from plugins.records.kinds import KINDS
from plugins.relations.disclosure_columns import missing_columns
from plugins.relations.graph import Graph
from plugins.relations.item_rules import check_items
from plugins.working_days import deadline


class SharedValue(NamedTuple):
    """What is said when several records have a value that one alone should have."""

    rule: str
    severity: Severity
    hint: str


# A record is read for its line.
MAX_LOCATED = 50
# By the field.
SHARED = {
    "index_number": SharedValue("index-number-taken", Severity.ERROR, "每份文件一个索引号"),
    "document_number": SharedValue(
        "document-number-taken", Severity.WARNING, "核对文号；同一份文件发了两次的，删去一篇"
    ),
    "number": SharedValue(
        "document-number-taken", Severity.WARNING, "核对证明编号；同一张证明发了两次的，删去一篇"
    ),
    "door": SharedValue(
        "title-taken", Severity.WARNING, "首页上两扇门的字不能一样，改成市民分得清的话"
    ),
    "title": SharedValue(
        "title-taken",
        Severity.WARNING,
        "同一件事发了两次的，删去一篇；不同的事，标题写得能分清",
    ),
}


def check_record(library: Library, graph: Graph, record: Record, now: datetime) -> list[Finding]:
    """Findings about a shown record that need other records, bureau.yml, or the day."""
    return list(without_numbers(_check(library, graph, record, seconds(now)), library.own))


def needs_check(record: Record) -> bool:
    extract = record.extract
    return bool(
        extract.fields
        or extract.wants_interpretation
        or extract.duties
        or extract.publicity is not None
        or extract.answer is not None
        or _is_translation(record)
    )


def _check(library: Library, graph: Graph, record: Record, now: int) -> Iterator[Finding]:
    extract = record.extract
    if extract.fields:
        names = [item.name for item in library.valid_bureau.fields]
        yield from _fields(names, record)
    if extract.wants_interpretation:
        yield from _interpretation(graph, record)
    if extract.publicity is not None:
        yield from _publicity(library.valid_bureau.thresholds, record, *extract.publicity)
    if extract.answer is not None:
        yield from _answered(library.valid_bureau.thresholds, record, *extract.answer)
    if _is_translation(record):
        yield from _translation(library, graph, record)
    yield from _late(library.valid_bureau.thresholds, record, now)


def _is_over(day: int, now: int) -> bool:
    """Whether the day (an ordinal) is over."""
    return has_passed(midnight(date.fromordinal(day)) + DAY, now)


def check_columns(library: Library, graph: Graph, now: datetime) -> Iterator[Finding]:
    """Findings about data files and about columns as a whole."""
    return without_numbers(_check_columns(library, graph, now), library.own)


def _check_columns(library: Library, graph: Graph, now: datetime) -> Iterator[Finding]:
    yield from _emblem(library)
    yield from _photos(library)
    yield from missing_columns(library)
    yield from check_items(library, graph)
    yield from check_shared_values(library, graph)
    yield from _empty_columns(library, seconds(now))


def _fields(names: list[str], record: Record) -> Iterator[Finding]:
    for written in record.extract.fields:
        if written not in names:
            close = nearest(written, names)
            hint = f"{f'是不是“{close}”？' if close else ''}可填：{'、'.join(names)}"
            message = f"领域“{written}”不在 bureau.yml 的执法领域之内"
            yield _finding(record, "field-vocabulary", "fields", message, hint)


def _interpretation(graph: Graph, record: Record) -> Iterator[Finding]:
    if not graph.referencing_ids(record, "interprets"):
        message = "规范性文件没有政策解读"
        hint = f"写一篇解读，“解读对象”填 {record.id}"
        rule = "interpretation-missing"
        yield _finding(record, rule, "normative", message, hint, Severity.WARNING)


def _publicity(
    limits: Thresholds, record: Record, grade: str, since: int, until: int
) -> Iterator[Finding]:
    """Whether a penalty is published no longer than the bureau allows for its grade."""
    months = {
        "轻微": limits.minor_months,
        "一般": limits.general_months,
        "严重": limits.serious_months,
    }[grade]
    last, day = months_after(date.fromordinal(since), months), date.fromordinal(until)
    if day > last:
        message = f"公示截止期 {day} 超过了{grade}失信最长的 {months} 个月（到 {last}）"
        hint = f"改成 {last} 或更早；本单位另有规定的，改 bureau.yml 的阈值"
        yield _finding(record, "publicity-limit", "public_until", message, hint)


def _answered(
    limits: Thresholds, record: Record, asked: int, answered: int, simple: bool
) -> Iterator[Finding]:
    """Whether a letter was answered in time."""
    days = limits.simple_reply_days if simple else limits.reply_days
    # Working days are days at least: the calendar is asked for few records.
    if answered - asked <= days:
        return
    last, day = deadline(date.fromordinal(asked), days), date.fromordinal(answered)
    if day > last.day:
        what = "简单常见问题" if simple else "来信"
        message = f"{what}最迟应在 {last.day} 答复（{days} 个工作日），{day} 才答复{last.note}"
        hint = "核对两个日期；确实晚了的，查明原因。本单位另有规定的，改 bureau.yml 的阈值"
        yield _finding(record, "reply-late", "answered", message, hint, Severity.WARNING)


def _is_translation(record: Record) -> bool:
    return any(name == "translates" for name, _ in record.extract.references)


def _translation(library: Library, graph: Graph, record: Record) -> Iterator[Finding]:
    """Whether the original changed after the translation, or is in English itself."""
    for identifier in graph.referenced_ids(record, "translates"):
        depends_on(PUBLICATION, identifier)
        original = library.entries[identifier]
        if is_english(original.address):
            message = f"“译自”指向的 {identifier} 也是译文"
            yield _finding(record, "translation", "translates", message, "写中文原文的 栏目/网址名")
        elif original.changed > record.extract.changed:
            day = moment_of(original.changed).date()
            message = f"译文可能过时：原文 {original.path} 在 {day} 改过，译文在那以前"
            hint = "对照原文改译文，再把译文的“更新日期”改成今天；不用改的，也改更新日期"
            severity = Severity.WARNING
            yield _finding(record, "translation-outdated", "translates", message, hint, severity)


def _late(thresholds: Thresholds, record: Record, now: int) -> Iterator[Finding]:
    """What should have been done about it by now."""
    for duty in map(Duty.of, record.extract.duties):
        if duty.late and _is_over(duty.last_day(thresholds).toordinal(), now):
            message = duty.late_words(thresholds)
            yield _finding(record, duty.rule, duty.field, message, duty.hint, duty.severity)


def _emblem(library: Library) -> Iterator[Finding]:
    """The emblem stands on every page."""
    path = library.valid_bureau.emblem
    if not library.assets.get(path):
        message = f"“标志图片”没有文件“{path}”，每一页的页首都会缺一块"
        hint = "把图片放进 content/，这里写它的路径，如 images/emblem.svg"
        yield Finding("dead-file", Severity.ERROR, BUREAU_FILE, message, hint)


def _photos(library: Library) -> Iterator[Finding]:
    """The photos of leaders; their size is checked as that of every picture."""
    for leader in library.valid_bureau.leaders:
        if not leader.photo:
            continue
        message, hint = "", ""
        if leader.photo not in library.assets:
            message = f"负责人“{leader.name}”的照片没有文件“{leader.photo}”"
            hint = "把照片放进 content/images/，这里写它的路径；没有照片的，删去 photo 一行"
        elif not (type_ := TYPES.get(suffix_of(leader.photo))) or not type_.shown:
            message = f"负责人“{leader.name}”的照片“{leader.photo}”不是网页能显示的图片"
            hint = "换成 JPG 或 PNG 图片，放进 content/images/"
        if message:
            yield Finding("dead-file", Severity.ERROR, BUREAU_FILE, message, hint)


def check_shared_values(library: Library, graph: Graph) -> Iterator[Finding]:
    """Values that several records have although each should have one of its own.

    These findings are made anew in every build, so only the first are given their line.
    """
    located = 0
    for name, value, ids in graph.shared():
        rule, severity, hint = SHARED[name]
        for identifier in sorted(ids):
            kind = KINDS[library.column(column_of(identifier)).kind]
            others = "、".join(library.entries[id].path for id in sorted(ids) if id != identifier)
            message = f"{label_of(kind, name)}“{value}”与 {others} 相同"
            at = Position()
            if located < MAX_LOCATED:
                located += 1
                at = library.records[identifier].position_of(name)
            path = library.entries[identifier].path
            yield Finding(rule, severity, path, message, hint, *at)


def _empty_columns(library: Library, now: int) -> Iterator[Finding]:
    filled = {code for code, items in library.data_items.items() if items}
    for identifier, entry in library.entries.items():
        if entry.is_shown(now):
            filled.add(column_of(identifier))
    if any(column.traits.in_catalogue for column in library.columns if column.code in filled):
        filled |= {c.code for c in library.columns if c.traits.pages == "catalogue"}
    for column in library.columns:
        if column.code not in filled:
            message = f"栏目“{column.name}”是空的（国办秘函〔2019〕19号：空白栏目）"
            hint = "补充稿件，或暂时移走这个栏目"
            cause = _left_out_of(library, column)
            yield Finding("column-empty", Severity.WARNING, column.path, message, hint, cause=cause)


def _left_out_of(library: Library, column: Column) -> str:
    """The file that would fill the column if it had no error."""
    if column.traits.has_data:
        return column.data_path
    own = (path for path in library.left_out if path.startswith(f"{column.code}/"))
    return min(own, default="")


def _finding(
    record: Record,
    rule: str,
    name: str,
    message: str,
    hint: str,
    severity: Severity = Severity.ERROR,
) -> Finding:
    return Finding(rule, severity, record.path, message, hint, *record.position_of(name))
