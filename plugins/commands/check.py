"""`make check`: every finding of the whole content, of some records or of some rules; and what a
rule means. Nothing is written.
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Iterable
from pathlib import Path

from plugins.build.one_record import findings_of_one
from plugins.clock import build_time
from plugins.commands.in_words import in_words
from plugins.commands.named_rules import UnknownRuleError, explanation, names_in, of_rules
from plugins.commands.output import run
from plugins.findings import (
    Colours,
    Finding,
    as_annotations,
    as_full_listing,
    as_json,
    as_listing,
    has_errors,
    prefix_of,
)
from plugins.findings.listing import HEADINGS
from plugins.incremental.snapshot import take_snapshot
from plugins.records.content_files import SUFFIX

ROOT = Path(__file__).resolve().parents[2]
# Up to so many records are looked at one by one, a tenth of a second each: more take as long as
# all.
FEW = 10
FORMATS = ("text", "json", "github", "sarif", "junit", "html")


@in_words
def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="make check", description="检查稿件，列出每处问题。")
    parser.add_argument("content", type=Path, nargs="?", default=Path("content"))
    parser.add_argument("--format", choices=FORMATS, default="text")
    parser.add_argument("--all", action="store_true", help="逐处列出，不合并，不截短")
    parser.add_argument("--file", nargs="+", default=[], help="只检查这一篇或几篇稿件")
    parser.add_argument("--only", default="", help="只列出这几条规则查出的，用逗号隔开")
    parser.add_argument("--day", default="", help="那一天会有的问题，如 2027-02-01")
    parser.add_argument("--rule", default="", help="不检查，说明这一条规则")
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "output", help="输出文件夹")
    parser.add_argument("--cache", type=Path, default=ROOT / ".cache", help="上次的结果在哪里")
    options = parser.parse_args(argv)
    try:
        if options.rule:
            print(explanation(options.rule))
            return 0
        rules = names_in(options.only)
    except UnknownRuleError as error:
        print(error, file=sys.stderr)
        return 2
    content: Path = options.content.resolve()
    if not content.is_dir():
        print(f"没有这个文件夹：{options.content}", file=sys.stderr)
        return 2
    only: list[str] | None = None
    if any(options.file):
        only, missing = paths_inside(filter(None, options.file), content)
        if missing:
            named = "、".join(missing)
            print(f"{options.content} 里没有这篇稿件：{named}", file=sys.stderr)
            return 2
    if options.day or options.format == "html":
        return _whole(content, only, rules, options)
    findings = _found(content, only)
    if rules:
        findings = of_rules(findings, rules)
    print(_told(findings, content, options, _fresh(findings, content, options)))
    return 1 if has_errors(findings) else 0


def _whole(
    content: Path, only: list[str] | None, rules: list[str], options: argparse.Namespace
) -> int:
    """What needs the whole site: the findings of another day, the report as a page."""
    from plugins.commands.site_findings import NoDayError, moment_on, read_site

    try:
        now = moment_on(options.day)
    except NoDayError as error:
        print(error, file=sys.stderr)
        return 2

    def wanted(findings: list[Finding]) -> list[Finding]:
        about = [each for each in findings if only is None or each.path in only]
        return of_rules(about, rules) if rules else about

    prepared, found = read_site(content, now)
    findings = wanted(found)
    if options.format == "html" and prepared.site is not None:
        from plugins.commands import inspect
        from plugins.inspection.report import make_report

        report = make_report(prepared.site.library, findings, now)
        print(inspect.write_page(report, inspect.PAGE))
        return 1 if has_errors(findings) else 0
    today = {each.as_tuple for each in wanted(read_site(content, build_time())[1])}
    fresh = frozenset(each for each in findings if each.as_tuple not in today)
    headings = (f"到 {now.date()} 会新出现的：", "今天就有的：")
    print(_told(findings, content, options, fresh, headings))
    return 1 if has_errors(findings) else 0


def _found(content: Path, only: list[str] | None) -> list[Finding]:
    """All findings, or those about some files."""
    now = build_time()
    if only is not None and len(only) <= FEW:
        of_each = [findings_of_one(content, path, now) for path in only if path.endswith(SUFFIX)]
        if len(of_each) == len(only) and None not in of_each:
            return [found for of_one in of_each for found in of_one or ()]
    # Imported here: the views take longer than one record. Findings don't depend on the theme.
    from plugins.commands.site_findings import read_site

    _, findings = read_site(content, now)
    return [found for found in findings if only is None or found.path in only]


def _told(
    findings: list[Finding],
    content: Path,
    options: argparse.Namespace,
    fresh: frozenset[Finding],
    headings: tuple[str, str] = HEADINGS,
) -> str:
    prefix = prefix_of(content)
    if options.format in {"sarif", "junit"}:
        from plugins.findings.interchange import as_junit, as_sarif

        return (as_sarif if options.format == "sarif" else as_junit)(findings, prefix)
    if options.format in {"json", "github"}:
        return (as_json if options.format == "json" else as_annotations)(findings, prefix)
    tell = as_full_listing if options.all else as_listing
    return tell(findings, prefix, fresh, Colours.of(sys.stdout), headings)


def _fresh(
    findings: list[Finding], content: Path, options: argparse.Namespace
) -> frozenset[Finding]:
    """What is new since the last build; of one file everything is looked at anyway."""
    if any(options.file) or options.format != "text":
        return frozenset()
    from plugins.build.fresh import fresh_since_build

    return fresh_since_build(findings, options.cache, options.output, take_snapshot(content))


def paths_inside(written: Iterable[str], content: Path) -> tuple[list[str], list[str]]:
    """The paths of some files in the content, and what is written that names none.

    What is no file may be several with blanks between them, as in `make check FILE="a b"`.
    """
    paths: list[str] = []
    missing: list[str] = []
    for text in written:
        for name in [text] if path_inside(text, content) else text.split():
            path = path_inside(name, content)
            if path is None:
                missing.append(name)
            elif path not in paths:
                paths.append(path)
    return paths, missing


def path_inside(written: str, content: Path) -> str | None:
    """The path of a file in the content, as findings have it; None where there is none.

    It may be written from the current folder or from that of the content.
    """
    for file in (Path(written), content / written):
        if file.is_file() and file.resolve().is_relative_to(content):
            return file.resolve().relative_to(content).as_posix()
    return None


if __name__ == "__main__":
    # What is loaded is needed to the end: there is no garbage to look for.
    gc.disable()
    sys.exit(run(main))
