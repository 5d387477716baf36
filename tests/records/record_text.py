"""Small records for tests, written as an editor would."""

from __future__ import annotations

from plugins.bureau import Column
from plugins.bureau.model import ColumnFacts
from plugins.findings import Finding, has_errors
from plugins.records.kinds import KINDS
from plugins.records.reader import read_record
from plugins.texts.converter import Converter

HEAD = {
    "标题": "标题一",
    "发布日期": "2026-03-01 09:30",
    "来源": "办公室",
    "初审": "甲",
    "复审": "乙",
    "终审": "丙",
}
# The sections that a case must have.
CASE_BODY = "\n\n".join(
    f"## {name}\n\n文。" for name in ("基本案情", "法律规定", "处理结果", "案例启示")
)


def text_of(body: str = "正文。", **fields: str | None) -> str:
    """A record with the usual head; a field given as None is left out, others replace or add."""
    head = {**HEAD, **fields}
    lines = [f"{key}: {value}" for key, value in head.items() if value is not None]
    return "\n".join(["---", *lines, "---", body, ""])


def column_of(kind: str = "news") -> Column:
    facts = ColumnFacts(
        name="栏目",
        description="说明",
        keywords=["词"],
        ColumnType="工作动态",
        kind=kind,
        group="open",
        clock=14,
        owner="办公室",
        order=1,
    )
    return Column("lanmu", facts, KINDS[kind].traits())


def findings_of(text: str | bytes, kind: str = "news") -> list[Finding]:
    data = text if isinstance(text, bytes) else text.encode()
    return read_record(path_of(kind), data, column_of(kind), Converter()).findings


def path_of(kind: str) -> str:
    """The address of a penalty tells its number and nothing else."""
    return "lanmu/chufa-2026-1.md" if kind == "penalty" else "lanmu/wenjian.md"


def read(text: str | bytes, kind: str = "news", path: str = ""):
    """The record if it may be published, and its findings as (line, column, severity, rule,
    message).
    """
    data = text if isinstance(text, bytes) else text.encode()
    result = read_record(path or path_of(kind), data, column_of(kind), Converter())
    said = [
        (found.line, found.column, str(found.severity), found.rule, found.message)
        for found in result.findings
    ]
    return None if has_errors(result.findings) else result.record, said
