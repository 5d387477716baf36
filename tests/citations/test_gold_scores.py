"""How many citations of the gold set are found: the figures, and the least that is wanted.

`make test ARGS="-k gold_scores -s"` prints the figures by group, genre and form.
"""

import os
from pathlib import Path

import pytest

from bench.citations.report import figures
from bench.citations.scores import CORPUS as SHARED
from bench.citations.scores import CORPUS_MENTIONS, SENTENCES, measure, scores

CORPUS = Path(os.environ.get("CORPUS") or SHARED)
PRECISION = 0.995
# The least recall, by the set and the group of genres.
RECALL = {
    (SENTENCES, "statute"): 0.95,
    (SENTENCES, "other"): 0.95,
    (SENTENCES, "judicial"): 0.85,
    (CORPUS_MENTIONS, "statute"): 0.95,
}

pytestmark = pytest.mark.xdist_group("gold set")


@pytest.fixture(scope="module")
def outcomes():
    """Every text is read whole: one with other words on its page is an UnreadableTextError."""
    return measure(CORPUS).outcomes


@pytest.fixture(scope="module")
def by_group(outcomes):
    print(f"\n{figures(outcomes)}")
    return scores(outcomes, lambda each: (each.set, each.group))


def score_of(by_group, group):
    if group[0] == CORPUS_MENTIONS and not CORPUS.is_dir():
        pytest.skip(f"没有 {CORPUS}，不量其中的引用")
    return by_group[group]


@pytest.mark.parametrize("group", RECALL, ids=" ".join)
def test_what_is_found_is_right(by_group, group):
    assert score_of(by_group, group).precision >= PRECISION


@pytest.mark.parametrize("group", RECALL, ids=" ".join)
def test_what_is_there_is_found(by_group, group):
    assert score_of(by_group, group).recall >= RECALL[group]
