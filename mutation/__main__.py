"""`make mutation`: which changes of the program no test notices."""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Queue

from mutation.mutants import Mutant, mutants
from mutation.selection import Selection
from mutation.workers import Worker, start_workers

ROOT = Path(__file__).resolve().parents[1]
ACCEPTED = Path(__file__).with_name("accepted.txt")
# The packages and modules that decide what people read.
MODULES = (
    *("records/kinds", "records/presentation", "records/structured_data"),
    *("site", "views", "findings", "relations", "exports"),
)
# Folders of tests that start other processes, build whole sites, or are about other packages:
# they take long and would judge few mutants.
LEFT_OUT = {
    *("bench", "browser", "build", "clauses", "commands", "incremental", "mutation", "publish"),
    *("rebuild", "scripts", "statutes", "texts", "theme", "tiny", "whole_site", "workers"),
}
# Files of tests that compare two ways of reading thousands of random texts.
FILES_LEFT_OUT = ("records/test_simple_yaml.py",)
LEAST = 0.9


def main(argv: list[str] | None = None, root: Path = ROOT, accepted: Path = ACCEPTED) -> int:
    options = _options(argv, root)
    files = _files(root, options.modules)
    found = [
        mutant
        for file in files
        for mutant in mutants(file, (root / file).read_text(encoding="utf-8"))
    ]
    reasons = _accepted(accepted)
    chosen = [mutant for mutant in found if mutant.key not in reasons]
    for key in sorted(reasons.keys() - {mutant.key for mutant in found}):
        if key.partition(" ")[0] in files:
            print(f"no longer a mutant, delete it from {accepted.name}: {key}")
    if options.sample and options.sample < len(chosen):
        numbers = random.Random(options.seed).sample(range(len(chosen)), options.sample)
        chosen = [chosen[number] for number in sorted(numbers)]
    tests = [f"tests/{name}" for name in options.tests]
    tests += [f"--ignore=tests/{name}" for name in FILES_LEFT_OUT]
    with start_workers(root, options.jobs, tests, files) as workers:
        selection = Selection(_coverage(root, workers[0]))
        if not _passes(root, workers[0], selection, files[0]):
            print("the tests fail without a mutant: no result would mean anything", file=sys.stderr)
            return 2
        started = time.monotonic()
        survivors = _survivors(workers, selection, chosen)
        minutes = (time.monotonic() - started) / 60
        _log(f"{minutes:.1f} minutes, {len(chosen) / minutes:.0f} mutants a minute")
    return _report(chosen, survivors, root, options.modules)


def _options(argv: list[str] | None, root: Path) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make mutation", description=__doc__)
    parser.add_argument("--modules", nargs="*", help=f"below plugins/: {' '.join(MODULES)}")
    parser.add_argument("--tests", nargs="+", help="below tests/")
    parser.add_argument("--sample", type=int, default=0, help="so many mutants, chosen at random")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args(argv)
    options.tests = options.tests or _folders(root)
    options.modules = options.modules or MODULES
    return options


def _folders(root: Path) -> list[str]:
    """The folders of tests that are not left out."""
    folders = {file.parent.name for file in (root / "tests").glob("*/test_*.py")}
    return sorted(folders - LEFT_OUT)


def _files(root: Path, modules: Iterable[str]) -> list[str]:
    """The files of packages and modules, each once. Raises ValueError for a name without files."""
    found: dict[str, None] = {}
    for module in modules:
        places = sorted((root / "plugins").glob(module)) or [root / "plugins" / f"{module}.py"]
        files = [file for place in places for file in _sources(place)]
        if not files and "*" not in module:
            raise ValueError(f"there is no plugins/{module}")
        found |= dict.fromkeys(file.relative_to(root).as_posix() for file in files)
    return [*found]


def _sources(place: Path) -> list[Path]:
    if place.is_dir():
        return sorted(place.rglob("*.py"))
    return [place] if place.suffix == ".py" and place.is_file() else []


def _accepted(file: Path) -> dict[str, str]:
    """The keys of accepted survivors with the reasons. Raises ValueError for one without."""
    found = {}
    for line in file.read_text(encoding="utf-8").splitlines() if file.is_file() else ():
        if not line.strip() or line.startswith("#"):
            continue
        key, separator, reason = line.rpartition("  # ")
        if not separator:
            raise ValueError(f"{file.name} has no reason for: {line}")
        found[key] = reason
    return found


def _coverage(root: Path, worker: Worker) -> dict:
    """From the last run, if neither the program nor the tests have changed."""
    digest = hashlib.sha256()
    for file in sorted(file for name in ("plugins", "tests") for file in (root / name).rglob("*")):
        if file.is_file() and file.suffix != ".pyc":
            digest.update(f"{file.relative_to(root)}\0".encode() + file.read_bytes())
    digest.update(json.dumps(worker.scope).encode())
    kept = root / ".cache/mutation" / f"{digest.hexdigest()[:16]}.json"
    if not kept.is_file():
        kept.parent.mkdir(parents=True, exist_ok=True)
        _log("finding out which lines each test runs")
        worker.call("coverage", target=str(kept))
    return json.loads(kept.read_text(encoding="utf-8"))


def _survivors(workers: list[Worker], selection: Selection, chosen: list[Mutant]) -> set[Mutant]:
    free: Queue[Worker] = Queue()
    for worker in workers:
        free.put(worker)

    def judge(mutant: Mutant) -> bool:
        worker = free.get()
        try:
            return _survives(worker, selection, mutant)
        finally:
            free.put(worker)

    survivors: set[Mutant] = set()
    with ThreadPoolExecutor(len(workers)) as pool:
        for done, survives in enumerate(pool.map(judge, chosen), 1):
            if survives:
                survivors.add(chosen[done - 1])
            if done % 50 == 0:
                _log(f"{done} of {len(chosen)}, {len(survivors)} survive")
    return survivors


def _passes(root: Path, worker: Worker, selection: Selection, file: str) -> bool:
    """Whether the tests pass when everything is imported again and nothing is changed."""
    tests = selection.all_tests()
    return worker.call(
        "survives",
        path=file,
        source=(root / file).read_text(encoding="utf-8"),
        on_import=True,
        tests=tests,
        timeout=selection.timeout(tests),
    )


def _survives(worker: Worker, selection: Selection, mutant: Mutant) -> bool:
    tests = selection.tests(mutant)
    return not tests or worker.call(
        "survives",
        path=mutant.path,
        source=mutant.source,
        on_import=selection.is_on_import(mutant),
        tests=tests,
        timeout=selection.timeout(tests),
    )


def _report(
    chosen: list[Mutant], survivors: set[Mutant], root: Path, modules: Iterable[str]
) -> int:
    print(f"{'module':<24} {'killed':>7} {'survived':>9}")
    for module in modules:
        files = _files(root, [module])
        inside = [each for each in chosen if each.path in files]
        lost = sum(mutant in survivors for mutant in inside)
        if not inside:
            continue
        share = f"{(len(inside) - lost) / len(inside):.0%}"
        print(f"{module:<24} {len(inside) - lost:>7} {lost:>9} {share:>5}")
    for mutant in (each for each in chosen if each in survivors):
        print(mutant)
    share = 1 - len(survivors) / len(chosen) if chosen else 1
    print(f"{len(chosen)} mutants, {share:.1%} killed; wanted: {LEAST:.0%}")
    return 0 if share >= LEAST else 1


def _log(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
