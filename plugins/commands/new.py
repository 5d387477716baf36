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
from plugins.commands.in_words import in_words
from plugins.commands.output import run
from plugins.commands.scaffold import scaffold
from plugins.findings import as_text, nearest
from plugins.records.kinds import COLUMN_KINDS, KINDS
from plugins.records.parsing import LONGEST_SLUG, is_slug
from plugins.records.slugs import suggest

USAGE = "用法：make new COLUMN=栏目 TITLE=标题（需要时加 SLUG=网址名）"


class NewRecordError(Exception):
    """The record can't be created; the message says why and what to do."""


@dataclass(frozen=True)
class NewRecord:
    """`path` is relative to the content folder."""

    path: str
    text: str


def new_record(
    columns: Iterable[Column], column: str, title: str, slug: str, now: datetime
) -> NewRecord:
    """A record for the column that `column` names by its folder or its Chinese name.

    Raises NewRecordError.
    """
    columns = list(columns)
    chosen = next((each for each in columns if column in (each.code, each.name)), None)
    if chosen is None:
        raise NewRecordError(_unknown_column(columns, column))
    if chosen.traits.has_data:
        raise NewRecordError(f"“{chosen.name}”没有单篇稿件，事项都写在 {chosen.data_path} 里。")
    if not chosen.traits.has_records:
        raise NewRecordError(f"“{chosen.name}”由各栏目的稿件自动汇成，稿件写在各自的栏目里。")
    title = " ".join(title.split())
    if not title:
        raise NewRecordError(f"没有写标题。\n{USAGE}")
    if slug and not is_slug(slug):
        form = f"只能用小写字母、数字和连字符，最多 {LONGEST_SLUG} 个"
        raise NewRecordError(f"网址名“{slug}”{form}，如 {suggest(title)}")
    name = slug or suggest(title)
    return NewRecord(f"{chosen.code}/{name}.md", scaffold(KINDS[chosen.kind], title, now))


def _unknown_column(columns: list[Column], column: str) -> str:
    names = [name for each in columns for name in (each.code, each.name)]
    close = nearest(column, names) if column else None
    problem = f"没有“{column}”这个栏目。" if column else "没有写栏目。"
    guess = f"是不是“{close}”？" if close else ""
    width = max((len(each.code) for each in columns), default=0)
    listed = "".join(f"\n  {each.code:{width}}  {each.name}" for each in columns)
    return f"{problem}{guess}\n{USAGE}\n栏目有：{listed}"


@in_words
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
        record = new_record(
            columns, options.column, options.title, options.slug, now or build_time()
        )
        file = options.content / record.path
        _write(file, record.text)
    except NewRecordError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"已新建 {file}\n填好稿头里标明“必填”的各项，写正文，再运行 make serve 预览。")
    return 0


def _write(file: Path, text: str) -> None:
    """Write a new file. Mode `x` never replaces one, even one that has just been created."""
    try:
        with file.open("x", encoding="utf-8", newline="\n") as opened:
            opened.write(text)
    except FileExistsError:
        other = next(
            name
            for number in range(2, 1000)
            if not file.with_stem(name := f"{file.stem}-{number}").exists()
        )
        raise NewRecordError(
            f"{file} 已经有了，没有改动它。\n换一个网址名，如 SLUG={other}"
        ) from None


if __name__ == "__main__":
    sys.exit(run(main))
