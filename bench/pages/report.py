"""`make bench PART=pages`: Lighthouse on one page of every kind, beside another checkout."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from statistics import median_low

from bench.checkout import ROOT, committed, previous
from bench.machine import revision
from bench.measure import CommandError, measure
from bench.pages.kinds import chosen, pages_by_kind
from bench.pages.lighthouse import Lighthouse, Seen, start
from bench.pages.server import serve
from bench.report import markdown

CATEGORIES = ("performance", "accessibility", "best practices", "SEO")
LEAST = (99, 100, 100, 100)
LCP, CLS = 1.2, 0.0
HEAD = ("page", "scores", "LCP s", "CLS", "TBT ms", "KB", "met")
# A page that misses something is looked at so often in all: another process may have been at work.
LOOKS = 3
Look = Callable[[str], Seen]


@dataclass(frozen=True)
class Row:
    """A page, as it is and as it was: None where there was none."""

    name: str
    path: str
    ours: Seen
    theirs: Seen | None


def measure_pages(
    chromium: str, against: Path | None, only: str, log: Callable[[str], None]
) -> str:
    """The report, of kinds of pages by name if `only` has some. Raises CommandError where a site
    or Lighthouse can't be had.
    """
    before = "" if against else previous()
    with (
        _checkout(against, before) as other,
        tempfile.TemporaryDirectory(prefix="bench-") as work,
        start(chromium) as lighthouse,
    ):
        sites = [(ROOT, Path(work) / "ours"), (other, Path(work) / "theirs")]
        for root, folder in sites:
            log(f"building {root}")
            build(root, folder)
        rows = list(_rows(sites, only, lighthouse, log))
    name = f"commit {revision(against)}" if against else f"commit {revision(ROOT, before)}"
    return report(rows, f"Commit {revision(ROOT)}, in brackets {name}")


def build(root: Path, folder: Path) -> None:
    """The sample site of a checkout, by its own program, as it would be served today."""
    own = root / ".venv/bin/python"
    python = str(own) if own.is_file() else sys.executable
    settings = f"CACHE_PATH={json.dumps(f'{folder}-cache')}"
    command = (python, "-m", "plugins.commands.site", root / "content", "-o", folder)
    # Without what a preview says to editors.
    measure([*command, "-e", settings, "PUBLISHING=true"], root)
    if not (folder / "index.html").is_file():
        raise CommandError(f"{root} was built but left no site")


def report(rows: list[Row], heading: str) -> str:
    """One line a page, and below what keeps pages from the targets."""
    table = markdown(HEAD, [_cells(row) for row in rows])
    missed = [f"- {row.name} (`{row.path}`): {why}" for row in rows if (why := unmet(row.ours))]
    targets = (
        f"Wanted: scores of {' / '.join(map(str, LEAST))} or more ({', '.join(CATEGORIES)}), "
        f"LCP under {LCP:g} s, CLS 0."
    )
    below = "\n".join(missed) or f"All {len(rows)} pages meet all of it."
    return f"## Pages on a phone\n\n{heading}. {targets}\n\n{table}\n\n{below}"


def unmet(seen: Seen) -> str:
    """What is missing, and what Lighthouse gives as its cause; empty where all is well."""
    reasons = [
        f"{name} {score}"
        for name, score, least in zip(CATEGORIES, seen.scores, LEAST, strict=True)
        if score < least
    ]
    if seen.lcp >= LCP:
        reasons.append(f"LCP {seen.lcp:.2f} s")
    if round(seen.cls, 3) > CLS:
        reasons.append(f"CLS {seen.cls:.3f}")
    return "; ".join([*reasons, *seen.missed]) if reasons else ""


def looked_at(look: Look, address: str) -> Seen:
    """What is seen; where something is missing, the one in the middle of several looks."""
    found = [look(address)]
    while unmet(found[0]) and len(found) < LOOKS:
        found.append(look(address))
    middle = median_low(each.lcp for each in found)
    return next(each for each in found if each.lcp == middle)


def _rows(
    sites: list[tuple[Path, Path]],
    only: str,
    lighthouse: Lighthouse,
    log: Callable[[str], None],
) -> Iterator[Row]:
    (ours, theirs) = (folder for _, folder in sites)
    pages, earlier = (pages_by_kind(folder, root) for root, folder in sites)
    pages = chosen(pages, only)
    with serve(ours) as here, serve(theirs) as there:
        for number, (name, path) in enumerate(pages.items(), 1):
            log(f"{number} of {len(pages)}: {name}")
            seen = looked_at(lighthouse.look, f"{here}/{path}")
            before = path if (theirs / path).is_file() else earlier.get(name)
            then = looked_at(lighthouse.look, f"{there}/{before}") if before else None
            yield Row(name, path, seen, then)


def _checkout(against: Path | None, before: str) -> AbstractContextManager[Path]:
    return nullcontext(against.resolve()) if against else committed(before)


def _cells(row: Row) -> tuple[str, ...]:
    figures: list[Callable[[Seen], str]] = [
        lambda seen: "/".join(map(str, seen.scores)),
        lambda seen: f"{seen.lcp:.2f}",
        lambda seen: f"{seen.cls:.3f}".rstrip("0").rstrip("."),
        lambda seen: f"{seen.tbt:.0f}",
        lambda seen: f"{seen.bytes / 1024:.0f}",
    ]
    then = row.theirs
    both = (f"{show(row.ours)} ({show(then) if then else '–'})" for show in figures)
    return row.name, *both, "NO" if unmet(row.ours) else "yes"
