"""`make mend`: shows what can be repaired safely in the sources, asks, and repairs it."""

from __future__ import annotations

import argparse
import difflib
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from plugins.bureau import load_bureau, load_columns
from plugins.clock import build_time, seconds
from plugins.commands.check import paths_inside
from plugins.commands.in_words import in_words
from plugins.commands.output import run
from plugins.findings import prefix_of
from plugins.findings.colours import Colours
from plugins.incremental.snapshot import take_snapshot
from plugins.mending import Mended, mend
from plugins.records.content_files import content_files
from plugins.records.kinds import COLUMN_KINDS
from plugins.records.loading import record_files
from plugins.texts.converter import Converter

GREEN, RED, RESET = "\x1b[32m", "\x1b[31m", "\x1b[0m"


@in_words
def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="make mend", description="改好稿件里能放心改的写法。")
    parser.add_argument("content", type=Path, nargs="?", default=Path("content"))
    parser.add_argument("--file", nargs="+", default=[], help="只改这一篇或几篇稿件")
    parser.add_argument("--yes", action="store_true", help="不问，直接改")
    options = parser.parse_args(argv)
    content: Path = options.content.resolve()
    only, missing = paths_inside(filter(None, options.file), content)
    if missing or not content.is_dir():
        print(f"没有找到：{'、'.join(missing) or options.content}", file=sys.stderr)
        return 2
    found = dict(_mended(content, only))
    changed = {path: mended for path, mended in found.items() if mended.done}
    for path, mended in found.items():
        _show(content, path, mended)
    if not changed:
        print("没有可以放心改的地方。")
        return 0
    print(f"以上 {len(changed)} 篇，改的只是写法，内容和网页不变。")
    if not (options.yes or _ask()):
        print("没有改动任何文件。直接改：make mend YES=1")
        return 0
    for path, mended in changed.items():
        replace_file(content / path, mended.data)
    print(f"改好了 {len(changed)} 篇。")
    return 0


def _mended(content: Path, only: list[str]) -> Iterator[tuple[str, Mended]]:
    bureau, _ = load_bureau(content)
    columns = load_columns(content, bureau, COLUMN_KINDS)[0] if bureau else []
    converter, now = Converter(), seconds(build_time())
    for path, column in record_files(content_files(take_snapshot(content)), columns):
        if not only or path in only:
            yield path, mend(path, (content / path).read_bytes(), column, converter, now)


def _show(content: Path, path: str, mended: Mended) -> None:
    name = prefix_of(content) + path
    if mended.done:
        print(f"{name}：{'；'.join(mended.done)}")
        for line in difference((content / path).read_bytes(), mended.data, name):
            print(_coloured(line))
    for words in mended.left:
        print(f"{name}：“{words}”会改变内容，没有改，请自己核对。")


def difference(before: bytes, after: bytes, name: str) -> list[str]:
    """The lines of a unified diff; a BOM is shown by its code."""
    old, new = (
        data.decode().replace("\ufeff", "〔U+FEFF〕").splitlines() for data in (before, after)
    )
    return list(difflib.unified_diff(old, new, name, name, n=1, lineterm=""))


def _coloured(line: str) -> str:
    colour = {"+": GREEN, "-": RED}.get(line[:1])
    return f"{colour}{line}{RESET}" if colour and Colours.of(sys.stdout).is_on else line


def _ask() -> bool:
    """Nobody is asked, and nothing changed, where no terminal is."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    try:
        return input("改吗？输入 y 改；直接回车，不改：").strip().lower() in {"y", "yes", "是"}
    except EOFError:
        return False


def replace_file(file: Path, data: bytes) -> None:
    """All of the new content or all of the old, whatever happens meanwhile."""
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(data)
        os.chmod(name, file.stat().st_mode)
        os.replace(name, file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


if __name__ == "__main__":
    sys.exit(run(main))
