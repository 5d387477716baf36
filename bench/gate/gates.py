"""Asking the checks about a folder with faults, and what they say that they did not say before."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from bench.gate.model import Fault, Place, Sort
from plugins.bureau import load_bureau, load_columns
from plugins.commands.site_findings import read_site
from plugins.crawl import Options, crawl, files_in, sources_of
from plugins.findings import Finding
from plugins.records.kinds import COLUMN_KINDS

Check = Callable[[Path], list[Finding]]


class Outcome(NamedTuple):
    """`astray` are findings of a rule that was to find it, in a wrong file or line."""

    fault: Fault
    is_found: bool
    astray: tuple[Finding, ...]


def check_content(now: datetime) -> Check:
    """`make check`."""
    return lambda content: read_site(content, now)[1]


def check_pages(content: Path) -> Check:
    """`make check PAGES=1` of a site as it is published."""
    bureau, problems = load_bureau(content)
    if bureau is None:
        raise ValueError(problems[0].message)
    columns, _ = load_columns(content, bureau, COLUMN_KINDS)

    def check(site: Path) -> list[Finding]:
        pages = [path for path in files_in(site) if path.endswith(".html")]
        return crawl(site, bureau, columns, Options(sources=sources_of(content, pages)))

    return check


def run(
    folder: Path, check: Check, rounds: Sequence[Sequence[Fault]], log: Callable[[str], None]
) -> Iterator[Outcome]:
    """The folder is changed meanwhile and is then as before."""
    clean = check(folder)
    for number, faults in enumerate(rounds, 1):
        log(f"round {number} of {len(rounds)}: {len(faults)} faults")
        with _planted(folder, faults):
            found = check(folder)
        yield from judge(faults, new_findings(faults, clean, found, folder))


@contextmanager
def _planted(folder: Path, faults: Sequence[Fault]) -> Iterator[None]:
    before = {}
    for fault in faults:
        file = folder / fault.path
        before[file] = file.read_bytes() if file.exists() else None
    try:
        for fault in faults:
            _write(folder / fault.path, fault.planted.data)
        yield
    finally:
        for file, data in before.items():
            _write(file, data)


def _write(file: Path, data: bytes | None) -> None:
    if data is None:
        os.unlink(file)
    else:
        file.write_bytes(data)


def new_findings(
    faults: Sequence[Fault], clean: Sequence[Finding], found: Sequence[Finding], folder: Path
) -> list[Finding]:
    """What was not found before. Lines below a fault have moved by the lines that it has more."""
    moved = {fault.path: (fault.planted.line, _more_lines(folder, fault)) for fault in faults}
    known: Counter[tuple[str, Place, str]] = Counter()
    for each in clean:
        line, more = moved.get(each.path, (0, 0))
        place = Place(each.path, each.line + more if each.line >= line else each.line)
        known[each.rule, place, each.message] += 1
    new = []
    for each in found:
        key = each.rule, Place(each.path, each.line), each.message
        if known[key]:
            known[key] -= 1
        else:
            new.append(each)
    return new


def _more_lines(folder: Path, fault: Fault) -> int:
    file, data = folder / fault.path, fault.planted.data
    return data.count(b"\n") - file.read_bytes().count(b"\n") if data and file.exists() else 0


def judge(faults: Sequence[Fault], new: Sequence[Finding]) -> list[Outcome]:
    """A finding at a right place finds its fault. One of a rule that was to find a fault, anywhere
    else, is astray, unless it says itself that another file is its cause.
    """
    right = {
        (rule, place): fault
        for fault in faults
        for place in fault.places
        for rule in fault.sort.rules
    }
    # What another rule says of a fault is at a right place too.
    places = {place for _, place in right}
    found: set[int] = set()
    astray: dict[int, list[Finding]] = {}
    for each in new:
        place = Place(each.path, each.line)
        fault = right.get((each.rule, place))
        if fault:
            found.add(id(fault))
        elif not each.cause and place not in places:
            owner = _blamed(faults, each)
            if owner:
                astray.setdefault(id(owner), []).append(each)
    return [
        Outcome(fault, id(fault) in found, tuple(astray.get(id(fault), ()))) for fault in faults
    ]


def _blamed(faults: Sequence[Fault], finding: Finding) -> Fault | None:
    """The fault of its file, else one of those that its rule was to find."""
    those = [fault for fault in faults if finding.rule in fault.sort.rules]
    return next((each for each in those if each.path == finding.path), those[0] if those else None)


def sorts_of(outcomes: Sequence[Outcome]) -> dict[Sort, list[Outcome]]:
    by_sort: dict[Sort, list[Outcome]] = {}
    for outcome in outcomes:
        by_sort.setdefault(outcome.fault.sort, []).append(outcome)
    return by_sort
