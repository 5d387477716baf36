"""`make check PAGES=1`: the pages that were built, as an inspection looks at them."""

from __future__ import annotations

import argparse
import gc
import sys
from pathlib import Path

from plugins.bureau import Bureau, Column, load_bureau, load_columns
from plugins.clock import build_time
from plugins.commands.in_words import in_words
from plugins.commands.named_rules import UnknownRuleError, names_in, of_rules
from plugins.commands.output import run
from plugins.crawl import (
    Context,
    Options,
    crawl,
    external,
    external_links,
    fetch_as,
    files_in,
    sources_of,
)
from plugins.findings import (
    Colours,
    Finding,
    as_annotations,
    as_json,
    as_listing_by_file,
    as_text,
    has_errors,
    prefix_of,
    summary_line,
)
from plugins.records.acceptances import Acceptances
from plugins.records.kinds import COLUMN_KINDS
from plugins.workers.parallel import cores

ROOT = Path(__file__).resolve().parents[2]
FORMATS = ("text", "json", "github", "sarif", "junit")
ALL = "逐处列出：make check PAGES=1 ALL=1"


@in_words
def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="make check PAGES=1", description="检查生成的网页。")
    parser.add_argument("content", type=Path, nargs="?", default=Path("content"))
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "output", help="生成的网站")
    parser.add_argument("--format", choices=FORMATS, default="text")
    parser.add_argument("--all", action="store_true", help="逐处列出，不合并，不截短")
    parser.add_argument("--only", default="", help="只列出这几条规则查出的，用逗号隔开")
    parser.add_argument("--published", action="store_true", help="是发布用的，不是预览")
    parser.add_argument("--address", default="", help="网站的完整地址，不写就是 bureau.yml 的域名")
    parser.add_argument("--external", action="store_true", help="也打开每个外部链接")
    parser.add_argument(
        "--cache", type=Path, default=ROOT / ".cache", help="外部链接的结果放在哪里"
    )
    options = parser.parse_args(argv)
    try:
        rules = names_in(options.only)
    except UnknownRuleError as error:
        print(error, file=sys.stderr)
        return 2
    site: Path = options.output
    if not (site / "index.html").is_file():
        print(f"{site} 里没有生成的网站。先运行：make site", file=sys.stderr)
        return 2
    content: Path = options.content.resolve()
    bureau, problems = load_bureau(content)
    if bureau is None:
        print(as_text(problems, prefix_of(content)))
        return 1
    columns, _ = load_columns(content, bureau, COLUMN_KINDS)
    found = _found(site, content, bureau, columns, options)
    findings = Acceptances(bureau, build_time()).apply(found)
    if rules:
        findings = of_rules(findings, rules)
    print(_told(findings, site, options))
    return 1 if has_errors(findings) else 0


def _found(
    site: Path, content: Path, bureau: Bureau, columns: list[Column], options: argparse.Namespace
) -> list[Finding]:
    pages = [path for path in files_in(site) if path.endswith(".html")]
    how = Options(
        address=options.address,
        is_preview=not options.published,
        sources=sources_of(content, pages),
    )
    findings = crawl(site, bureau, columns, how, cores())
    if options.external:
        links = external_links(site, Context(bureau, columns, how))
        print(f"逐个打开 {len(links)} 个外部链接，需要几分钟……", file=sys.stderr)
        cache = options.cache / "external-links.json"
        findings += external(links, cache, fetch_as(bureau.host), build_time())
    return findings


def _told(findings: list[Finding], site: Path, options: argparse.Namespace) -> str:
    prefix = prefix_of(site)
    if options.format in {"sarif", "junit"}:
        from plugins.findings.interchange import as_junit, as_sarif

        return (as_sarif if options.format == "sarif" else as_junit)(findings, prefix)
    if options.format != "text":
        return (as_json if options.format == "json" else as_annotations)(findings, prefix)
    told = (
        as_text(findings)
        if options.all
        else as_listing_by_file(findings, ALL, Colours.of(sys.stdout))
    )
    lines = [f"生成的网页（{prefix or './'}）：", told] if findings else []
    return "\n".join([*lines, f"网页检查：{summary_line(findings)}"])


if __name__ == "__main__":
    gc.disable()
    sys.exit(run(main))
