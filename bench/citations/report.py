"""`make bench PART=citations`: what of the gold set is found, what changed, how long it takes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from bench.checkout import committed
from bench.citations.gold import GOLD, HALVES
from bench.citations.scores import (
    CORPUS,
    RIGHT,
    WRONG,
    Measured,
    Outcome,
    Score,
    measure,
    scores,
)
from bench.machine import revision
from bench.measure import CommandError

ROOT = Path(__file__).parents[2]
# `plugins` is that of the current folder, this package is ours.
PROGRAM = """
import json, sys
from pathlib import Path
import plugins
sys.path.insert(0, sys.argv[1])
from bench.citations.scores import measure
print(json.dumps(measure(Path(sys.argv[2]), Path(sys.argv[3]))))
"""


def measure_citations(against: Path | None = None, corpus: Path = CORPUS, gold: Path = GOLD) -> str:
    """The report: figures by form and genre, gains and losses against another checkout (else the
    last commit), and times.
    """
    ours = measure(corpus, gold)
    with _checkout(against) as folder:
        theirs = measured_in(folder, corpus, gold)
    name = f"commit {revision(against)}" if against else f"the last commit, {revision(ROOT)}"
    parts = [
        f"## Citations found, against {name}\n",
        figures(ours.outcomes),
        f"### Gains and losses\n\n{changes(ours.outcomes, theirs.outcomes)}",
        f"Reading the texts and finding their citations: {ours.seconds:.2f} s of processor time, "
        f"before {theirs.seconds:.2f} s.",
    ]
    if not corpus.is_dir():
        parts.append(f"The mentions of the corpus are left out: there is no {corpus}.")
    return "\n\n".join(parts)


def figures(outcomes: list[Outcome]) -> str:
    """Tables of precision, recall and F1 by group, by genre and by form."""
    return "\n\n".join(
        _table(
            [title, "right", "missing", "wrong", "precision", "recall", "F1"],
            [[name, *_cells(score)] for name, score in scores(outcomes, by).items()],
        )
        for title, by in (
            ("texts", lambda each: f"{each.set}, {each.group}"),
            ("genre", lambda each: f"{each.set}, {each.genre}"),
            ("form", lambda each: f"{each.set}, {each.form}"),
        )
    )


def changes(ours: list[Outcome], theirs: list[Outcome]) -> str:
    """What is gained and lost by form, and which of the half `develop`. The citations of the other
    half are counted only: nobody should look at them while the program is being changed.
    """
    gained, lost = _better(ours, theirs), _better(theirs, ours)
    if not gained and not lost:
        return "None."
    forms = sorted({each.form for each in (*gained, *lost)})
    counts = [
        [form, *(str(sum(each.form == form for each in side)) for side in (gained, lost))]
        for form in forms
    ]
    shown = [
        [sign, each.place, each.words, each.target, each.outcome]
        for sign, side in (("+", gained), ("-", lost))
        for each in sorted(side, key=lambda each: each.place)
        if each.half == HALVES[0]
    ]
    return "\n\n".join(
        [
            _table(["form", "gained", "lost"], counts),
            _table(["", "place", "words", "target", "outcome"], shown),
        ]
    )


def measured_in(folder: Path, corpus: Path, gold: Path) -> Measured:
    """The same with the program of another checkout, in a process of its own."""
    folders = (ROOT, corpus.resolve(), gold.resolve())
    command = [sys.executable, "-c", PROGRAM, *map(str, folders)]
    environ = {**os.environ, "PYTHONPATH": str(folder.resolve())}
    result = subprocess.run(
        command, cwd=folder, env=environ, capture_output=True, text=True, check=False
    )
    if result.returncode:
        raise CommandError(f"{folder} could not be measured:\n{result.stderr}")
    outcomes, seconds = json.loads(result.stdout)
    return Measured([Outcome(*each) for each in outcomes], seconds)


def _better(these: list[Outcome], others: list[Outcome]) -> list[Outcome]:
    """What is right here and not there, and what is wrong there and not here."""
    right = {each for each in these if each.outcome == RIGHT}
    wrong = {each for each in others if each.outcome == WRONG}
    return [
        *(right - {each for each in others if each.outcome == RIGHT}),
        *(wrong - {each for each in these if each.outcome == WRONG}),
    ]


def _checkout(against: Path | None) -> AbstractContextManager[Path]:
    """Another checkout, else the program as it was committed last."""
    return nullcontext(against) if against else committed("HEAD", "plugins")


def _cells(score: Score) -> list[str]:
    counts = [str(score.right), str(score.missing), str(score.wrong)]
    return [*counts, *(f"{value:.3f}" for value in (score.precision, score.recall, score.f1))]


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
