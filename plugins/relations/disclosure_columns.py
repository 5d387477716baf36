"""What a group named 政府信息公开 must have (国办公开办函〔2019〕61号, 条例第十二条)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from plugins.bureau import BUREAU_FILE, Column
from plugins.bureau.model import DISCLOSURE, Group
from plugins.findings import Finding, Position, Severity, position_at
from plugins.records import Library


class Wanted(NamedTuple):
    """A column known by its `type` or `kind`, or by a `word` in its name."""

    name: str
    word: str
    type: str
    kind: str
    how: str

    def is_met_by(self, column: Column) -> bool:
        if self.kind == "catalogue":
            return column.kind == self.kind
        return column.facts.type == self.type or self.word in column.name


ONE_PAGE = "正文放在里面的 index.md"
WANTED = (
    Wanted("政府信息公开指南", "指南", "信息公开指南", "page", ONE_PAGE),
    Wanted("政府信息公开制度", "制度", "", "page", ONE_PAGE),
    Wanted("法定主动公开内容", "法定主动公开", "", "catalogue", "目录由各栏目的稿件自动汇成"),
    Wanted("政府信息公开年报", "信息公开年", "信息公开年报", "disclosure", "每年一篇"),
    Wanted("依申请公开", "依申请公开", "依申请公开", "page", ONE_PAGE),
)


def missing_columns(library: Library) -> Iterator[Finding]:
    """A finding for each column that a group of this name lacks."""
    for group in library.valid_bureau.groups:
        if group.name == DISCLOSURE:
            own = [column for column in library.columns if column.facts.group == group.code]
            for wanted in WANTED:
                if not any(wanted.is_met_by(column) for column in own):
                    yield _finding(library, group, wanted)


def _finding(library: Library, group: Group, wanted: Wanted) -> Finding:
    message = f"“{group.name}”这一组里没有“{wanted.name}”"
    facts = [f"name: {wanted.name}", f"group: {group.code}"]
    facts += [f"ColumnType: {wanted.type}"] * bool(wanted.type)
    written = "、".join([*facts, f"kind: {wanted.kind}"])
    hint = f"建一个栏目文件夹，_column.yml 写 {written}，{wanted.how}"
    at = _position(library, group)
    return Finding("disclosure-column", Severity.WARNING, BUREAU_FILE, message, hint, *at)


def _position(library: Library, group: Group) -> Position:
    """Where bureau.yml names the group."""
    text = (library.content / BUREAU_FILE).read_text(encoding="utf-8", errors="replace")
    found = re.search(rf"name: *[\"']?{re.escape(group.name)}", text)
    return position_at(text, found.start()) if found else Position()
