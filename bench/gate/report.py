"""The figures: of each sort how many were planted, found and told at a wrong place."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from bench.gate.gates import Outcome, check_content, check_pages, run, sorts_of
from bench.gate.plan import plan
from bench.gate.sorts import PAGE_SORTS, SORTS, SOURCE_SORTS
from bench.gate.sources import content_sources, page_sources
from bench.measure import CommandError
from plugins.bureau import load_bureau, load_columns
from plugins.records.kinds import COLUMN_KINDS

ROOT = Path(__file__).resolve().parents[2]
COUNT, SEED = 1_000, 20261123
# The day for which the sample is written.
NOW = datetime.fromisoformat("2026-11-23T09:00+08:00")
TARGET = 0.99


def measure_gate(
    log: Callable[[str], None],
    content: Path = ROOT / "content",
    count: int = COUNT,
    seed: int = SEED,
) -> tuple[str, bool]:
    """The figures as Markdown, and whether the target is met."""
    began = time.monotonic()
    of_pages = round(count * len(PAGE_SORTS) / len(SORTS))
    with tempfile.TemporaryDirectory(prefix="gate-") as folder:
        outcomes = [
            *plant_in_content(content, Path(folder) / "content", count - of_pages, seed, log),
            *plant_in_pages(content, Path(folder), of_pages, seed, log),
        ]
    seconds = time.monotonic() - began
    return f"{report(outcomes)}\n\nSeed {seed}, {seconds:.0f} s.", is_met(outcomes)


def plant_in_content(
    content: Path, copy: Path, count: int, seed: int, log: Callable[[str], None]
) -> list[Outcome]:
    """`copy` is a folder that is made for it."""
    import shutil

    shutil.copytree(content, copy)
    bureau, problems = load_bureau(copy)
    if bureau is None:
        raise CommandError(problems[0].message)
    columns, _ = load_columns(copy, bureau, COLUMN_KINDS)
    rounds = plan(content_sources(copy, columns), SOURCE_SORTS, count, seed)
    return [*run(copy, check_content(NOW), rounds, log)]


def plant_in_pages(
    content: Path, folder: Path, count: int, seed: int, log: Callable[[str], None]
) -> list[Outcome]:
    site = folder / "site"
    log("building the site")
    build(content, site, folder / "cache")
    rounds = plan(page_sources(site), PAGE_SORTS, count, seed)
    return [*run(site, check_pages(content), rounds, log)]


def build(content: Path, site: Path, cache: Path) -> None:
    """As for publishing, on the day of the sample."""
    command = [sys.executable, "-m", "plugins.commands.site", content, "-o", site]
    command += ["-s", ROOT / "publishconf.py", "--cache", cache]
    done = subprocess.run(
        [str(word) for word in command],
        cwd=ROOT,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(int(NOW.timestamp()))},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise CommandError(f"the site was not built:\n{done.stdout}{done.stderr}")


def is_met(outcomes: Sequence[Outcome]) -> bool:
    found = sum(each.is_found for each in outcomes)
    return found >= TARGET * len(outcomes) and not any(each.astray for each in outcomes)


def report(outcomes: Sequence[Outcome]) -> str:
    rows = ["| 种类 | 规则 | 植入 | 查出 | 位置不对 |", "| --- | --- | ---: | ---: | ---: |"]
    for one, some in sorts_of(outcomes).items():
        rules = "、".join(sorted(one.rules))
        rows.append(f"| {one.name} | {rules} | {_figures(some)} |")
    rows.append(f"| 合计 | | {_figures(outcomes)} |")
    return "\n".join([*rows, *_missed(outcomes), *_astray(outcomes)])


def _figures(outcomes: Sequence[Outcome]) -> str:
    found = sum(each.is_found for each in outcomes)
    return f"{len(outcomes)} | {found} | {sum(len(each.astray) for each in outcomes)}"


def _missed(outcomes: Sequence[Outcome]) -> list[str]:
    lines = [
        f"- {each.fault.sort.name} {place.path}:{place.line} {_line_of(each)}"
        for each in outcomes
        if not each.is_found
        for place in sorted(each.fault.places)[:1]
    ]
    return ["", "没有查出的：", "", *lines] if lines else []


def _line_of(outcome: Outcome) -> str:
    """What stands there, to mend the rule by."""
    data, line = outcome.fault.planted.data, outcome.fault.planted.line
    lines = (data or b"").decode("utf-8", "replace").split("\n")
    return lines[line - 1][-120:] if line <= len(lines) else ""


def _astray(outcomes: Sequence[Outcome]) -> list[str]:
    lines = [
        f"- {each.fault.sort.name} {each.fault.path}:{each.fault.planted.line} 说在 "
        f"{found.path}:{found.line} {found.rule} {found.message}"
        for each in outcomes
        for found in each.astray
    ]
    return ["", "位置不对的：", "", *lines] if lines else []
