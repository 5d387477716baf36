"""All measurements of one size, in rounds, so that a machine that slows down slows all of them.

A round is Hugo, ours from nothing, then every edit on what that left behind. The first round warms
up files and caches and is not counted. Every build from nothing gets a folder that was never there,
and folders are taken away after, not before, a measurement: on ext4 a build right after deleting
as many files pays for the deletion.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bench import hugo, stock
from bench.cases import CASES, missing
from bench.corpus import read_manifest
from bench.measure import Failed, Usage, measure
from bench.ours import ROOT, Scene, build, output, scene
from bench.serving import waits

HUGO, STOCK, NOTHING = "Hugo, from nothing", "stock Pelican, from nothing", "from nothing"
Say = Callable[[str], None]


@dataclass
class Results:
    """What was measured at one size: usages by name, waits of the preview in seconds."""

    size: int
    citing: int
    used: dict[str, list[Usage]] = field(default_factory=dict)
    waits: list[float] = field(default_factory=list)

    def note(self, name: str, used: Usage) -> None:
        self.used.setdefault(name, []).append(used)


@dataclass(frozen=True)
class Options:
    """`stock_runs` 0 leaves stock Pelican out, `hugo` None leaves out Hugo."""

    runs: int
    stock_runs: int
    hugo: Path | None
    serve: bool = True
    work: Path | None = None


def measure_size(size: int, options: Options, say: Say) -> Results:
    """Write a corpus of `size` records, and build it again and again."""
    with _folder(options.work) as folder:
        say(f"{size:,} records: writing them")
        # In a process of its own, and so without a trace in the memory of what is measured.
        command = [sys.executable, "-m", "bench.corpus", str(size), str(folder)]
        subprocess.run(command, cwd=ROOT, check=True)
        manifest = read_manifest(folder)
        hugo.prepare(folder / "hugo")
        settings = stock.prepare(folder)
        held = scene(folder, manifest)
        results = Results(size, len(manifest.citing))
        for turn in range(options.runs + 1):
            say(f"{size:,} records: round {turn} of {options.runs}" + ("" if turn else ", warm-up"))
            noted = results if turn else Results(size, len(manifest.citing))
            if options.hugo:
                _hugo(options.hugo, folder, noted)
            _ours(held, folder, turn, noted)
        for _ in range(options.stock_runs):
            say(f"{size:,} records: stock Pelican")
            with _folder(folder) as built:
                command = stock.command(settings, folder / "pelican", built / "output")
                results.note(STOCK, measure(command, folder))
        if options.serve:
            say(f"{size:,} records: make serve")
            with _folder(folder) as built:
                results.waits = waits(held, built, options.runs)
    return results


def _hugo(binary: Path, folder: Path, results: Results) -> None:
    with _folder(folder) as built:
        command = hugo.command(binary, folder / "hugo", built / "output")
        results.note(HUGO, measure(command, folder))


def _ours(held: Scene, folder: Path, turn: int, results: Results) -> None:
    with _folder(folder) as built:
        results.note(NOTHING, build(held, built))
        for case in CASES:
            shown = case.apply(held, turn)
            results.note(case.name, build(held, built))
            if reason := missing(shown, output(built)):
                raise Failed(f"{case.name}: {reason}")


@contextmanager
def _folder(parent: Path | None) -> Iterator[Path]:
    """A new folder for the time of a measurement."""
    folder = Path(tempfile.mkdtemp(prefix="bench-", dir=parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
