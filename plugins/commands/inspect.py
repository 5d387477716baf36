"""`make inspect`: what the office must do today and soon, and whose it is. Nothing is published."""

from __future__ import annotations

import argparse
import gc
import sys
from pathlib import Path

from plugins.commands.in_words import in_words
from plugins.commands.output import run
from plugins.commands.site_findings import NoDayError, moment_on, read_site
from plugins.findings import as_listing, prefix_of
from plugins.inspection.markdown import as_markdown
from plugins.inspection.page import as_page
from plugins.inspection.report import Report, make_report

ROOT = Path(__file__).resolve().parents[2]
# Ignored by git, and no part of what is published.
PAGE = ROOT / ".cache" / "report.html"
FORMATS = ("text", "markdown", "html")


@in_words
def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="make inspect", description="每日检查：逾期的，快到期的。"
    )
    parser.add_argument("content", type=Path, nargs="?", default=Path("content"))
    parser.add_argument("--format", choices=FORMATS, default="text")
    parser.add_argument("--day", default="", help="那一天的，如 2027-02-01；不写就是今天")
    parser.add_argument("--into", type=Path, default=None, help="报告写到哪个文件")
    options = parser.parse_args(argv)
    content: Path = options.content.resolve()
    if not content.is_dir():
        print(f"没有这个文件夹：{options.content}", file=sys.stderr)
        return 2
    try:
        now = moment_on(options.day)
    except NoDayError as error:
        print(error, file=sys.stderr)
        return 2
    prepared, findings = read_site(content, now)
    if prepared.site is None:
        print(as_listing(findings, prefix_of(content)))
        return 1
    report = make_report(prepared.site.library, findings, now)
    if options.format == "html":
        print(write_page(report, options.into or PAGE))
    elif options.into:
        write(as_markdown(report), options.into)
    else:
        print(as_markdown(report), end="")
    return 0


def write_page(report: Report, file: Path) -> str:
    """Write the report as a page; returns where it is, in a sentence."""
    write(as_page(report), file)
    return f"检查报告：{file}（内部使用，不会发布；用浏览器打开，可以打印）"


def write(text: str, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    gc.disable()
    sys.exit(run(main))
