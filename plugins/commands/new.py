"""`make new COLUMN=news TITLE=…`: a new record with the fields of its column's kind."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from plugins.bureau import Column, load_bureau, load_columns
from plugins.clock import build_time
from plugins.commands.scaffold import scaffold
from plugins.findings import as_text, nearest
from plugins.records.kinds import COLUMN_KINDS, KINDS
from plugins.records.parsing import SLUG
from plugins.records.slugs import suggest

USAGE = "用法：make new COLUMN=栏目 TITLE=标题（需要时加 SLUG=网址名）"


class Unusable(Exception):
    """The record can't be made; the message says why and what would do."""


@dataclass(frozen=True)
class NewRecord:
    """`path` is relative to the content folder."""

    path: str
    text: str


def new_record(
    columns: Iterable[Column], column: str, title: str, slug: str, now: datetime
) -> NewRecord:
    """A record for the column that `column` names by its folder or its Chinese name.

    Raises Unusable.
    """
    columns = list(columns)
    found = next((each for each in columns if column in (each.code, each.name)), None)
    if found is None:
        raise Unusable(_which_column(columns, column))
    if not found.traits.has_records:
        data = found.facts.data or "items.yml"
        raise Unusable(f"“{found.name}”没有单篇稿件，事项都写在 {found.code}/{data} 里。")
    title = " ".join(title.split())
    if not title:
        raise Unusable(f"没有写标题。\n{USAGE}")
    if slug and not SLUG.fullmatch(slug):
        raise Unusable(f"网址名“{slug}”只能用小写字母、数字和连字符，如 {suggest(title)}")
    name = slug or suggest(title)
    return NewRecord(f"{found.code}/{name}.md", scaffold(KINDS[found.kind], title, now))


def _which_column(columns: list[Column], column: str) -> str:
    codes = [name for each in columns for name in (each.code, each.name)]
    close = nearest(column, codes) if column else None
    said = f"没有“{column}”这个栏目。" if column else "没有写栏目。"
    guess = f"是不是“{close}”？" if close else ""
    width = max((len(each.code) for each in columns), default=0)
    listed = "".join(f"\n  {each.code:{width}}  {each.name}" for each in columns)
    return f"{said}{guess}\n{USAGE}\n栏目有：{listed}"


def main(arguments: list[str] | None = None, now: datetime | None = None) -> int:
    parser = argparse.ArgumentParser(prog="make new", description="新建一篇稿件。")
    parser.add_argument("column", nargs="?", default="", help="栏目的文件夹名或名称")
    parser.add_argument("title", nargs="?", default="", help="标题")
    parser.add_argument("--slug", default="", help="网址名，不写时由标题拼音生成")
    parser.add_argument("--content", type=Path, default=Path("content"), help="稿件文件夹")
    options = parser.parse_args(arguments)

    bureau, findings = load_bureau(options.content)
    columns, problems = load_columns(options.content, bureau, COLUMN_KINDS) if bureau else ([], [])
    if findings + problems:
        print(as_text(findings + problems, prefix=f"{options.content}/"), file=sys.stderr)
    if bureau is None:
        return 1
    try:
        made = new_record(columns, options.column, options.title, options.slug, now or build_time())
        file = options.content / made.path
        _write(file, made.text)
    except Unusable as reason:
        print(reason, file=sys.stderr)
        return 1
    print(f"已新建 {file}\n填好稿头里标明“必填”的各项，写正文，再运行 make serve 预览。")
    return 0


def _write(file: Path, text: str) -> None:
    """Write a file that is not there yet; mode `x` leaves no moment in which one could appear."""
    try:
        with file.open("x", encoding="utf-8", newline="\n") as opened:
            opened.write(text)
    except FileExistsError:
        other = next(
            name
            for number in range(2, 1000)
            if not file.with_stem(name := f"{file.stem}-{number}").exists()
        )
        raise Unusable(f"{file} 已经有了，没有改动它。\n换一个网址名，如 SLUG={other}") from None


if __name__ == "__main__":
    sys.exit(main())
