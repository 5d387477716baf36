"""All measurements of one corpus size, in rounds, so that a slower machine slows all of them.

A round is a full build by Hugo, a full build of ours, and each edit followed by an incremental
build. A second checkout of the project takes turns with ours. The first round warms up the file
system cache and is not counted. Every full build gets a new folder, and folders are deleted after a
measurement, not before: on ext4 a build pays for the deletion of many files just before it.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bench import hugo, stock
from bench.cases import CASES, Case, unmet
from bench.corpus import Manifest, read_manifest
from bench.measure import CommandError, Usage, measure
from bench.ours import ROOT, Workspace, build, output, workspace
from bench.serving import reload_times

HUGO, STOCK, FULL = "Hugo, full build", "stock Pelican, full build", "full build"
Log = Callable[[str], None]


@dataclass
class Results:
    """The measurements of one size: usages by name, and reload times of the preview in seconds.

    `against` holds those of a second checkout of the project, measured in the same rounds.
    """

    size: int
    citing: int
    usages: dict[str, list[Usage]] = field(default_factory=dict)
    reloads: dict[str, list[float]] = field(default_factory=dict)
    against: Results | None = None

    def add(self, name: str, usage: Usage) -> None:
        self.usages.setdefault(name, []).append(usage)


@dataclass(frozen=True)
class Options:
    """`stock_runs` 0 leaves stock Pelican out, `hugo` None leaves Hugo out.

    `against` is the folder of a second checkout of the project; `work` is where to build.
    """

    runs: int
    stock_runs: int
    hugo: Path | None
    serve: bool = True
    work: Path | None = None
    against: Path | None = None
    cases: tuple[Case, ...] = CASES


def measure_size(size: int, options: Options, log: Log) -> Results:
    """Write a corpus of `size` records and measure builds of it."""
    with _temporary_folder(options.work) as folder:
        log(f"{size:,} records: writing them")
        # In a process of its own: memory used here would show in the measurements.
        command = [sys.executable, "-m", "bench.corpus", str(size), str(folder)]
        subprocess.run(command, cwd=ROOT, check=True)
        manifest = read_manifest(folder)
        hugo.prepare(folder / "hugo")
        settings = stock.prepare(folder)
        workspaces = _workspaces(folder, manifest, options.against)
        results = _empty(size, manifest, options)
        for turn in range(options.runs + 1):
            log(f"{size:,} records: round {turn} of {options.runs}" + ("" if turn else ", warm-up"))
            round_results = results if turn else _empty(size, manifest, options)
            if options.hugo:
                _measure_hugo(options.hugo, folder, round_results)
            _measure_ours(workspaces, folder, turn, round_results, options.cases)
        for _ in range(options.stock_runs):
            log(f"{size:,} records: stock Pelican")
            with _temporary_folder(folder) as built:
                command = stock.command(settings, folder / "pelican", built / "output")
                results.add(STOCK, measure(command, folder))
        if options.serve:
            for space, into in zip(workspaces, _both(results), strict=True):
                log(f"{size:,} records: make serve in {space.root}")
                with _temporary_folder(folder) as built:
                    into.reloads = reload_times(space, built, options.runs)
    return results


def _empty(size: int, manifest: Manifest, options: Options) -> Results:
    citing = len(manifest.citing)
    against = Results(size, citing) if options.against else None
    return Results(size, citing, against=against)


def _both(results: Results) -> list[Results]:
    return [each for each in (results, results.against) if each]


def _workspaces(folder: Path, manifest: Manifest, against: Path | None) -> list[Workspace]:
    """That of this checkout and that of the other one, each with its own copy of the corpus."""
    found = [workspace(folder, manifest)]
    if against:
        shutil.copytree(folder / "ours", folder / "against/ours")
        found.append(workspace(folder / "against", manifest, against.resolve()))
    return found


def _measure_hugo(binary: Path, folder: Path, results: Results) -> None:
    with _temporary_folder(folder) as built:
        command = hugo.command(binary, folder / "hugo", built / "output")
        results.add(HUGO, measure(command, folder))


def _measure_ours(
    workspaces: list[Workspace],
    folder: Path,
    turn: int,
    results: Results,
    cases: tuple[Case, ...],
) -> None:
    """A full build and all edits; with two checkouts, one after the other at every step."""
    with ExitStack() as stack:
        measured = [
            (space, stack.enter_context(_temporary_folder(folder)), into)
            for space, into in zip(workspaces, _both(results), strict=True)
        ]
        # Neither is always the first to be measured.
        measured = measured[:: 1 if turn % 2 else -1]
        for space, built, into in measured:
            into.add(FULL, build(space, built))
        for case in cases:
            for space, built, into in measured:
                expected = case.apply(space, turn)
                into.add(case.name, build(space, built))
                if reason := unmet(expected, output(built)):
                    raise CommandError(f"{space.root}, {case.name}: {reason}")


@contextmanager
def _temporary_folder(parent: Path | None) -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="bench-", dir=parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
