"""Of overlapping hits one stays, and of very many the first."""

from itertools import pairwise
from random import Random
from time import process_time

from plugins.findings import Severity
from plugins.wording.hits import MOST_TOLD, Hit, without_overlaps
from tests.wording.samples import found


def hit(start, end, severity=Severity.WARNING):
    return Hit("word-sign", severity, start, end, "", "")


def test_the_longest_stays_and_of_equals_the_most_severe():
    long, error = hit(3, 9), hit(9, 12, Severity.ERROR)
    given = [hit(0, 4), hit(5, 8), long, hit(9, 12), error, hit(11, 13), hit(12, 13)]
    assert without_overlaps(given) == [long, error, hit(12, 13)]
    assert without_overlaps([]) == []


def test_what_stays_does_not_overlap_and_hides_all_others():
    random = Random(3)
    given = [hit(at, at + random.randint(1, 6)) for at in random.choices(range(400), k=200)]
    kept = without_overlaps(given)
    assert all(one.end <= other.start for one, other in pairwise(kept))
    for each in given:
        assert any(each.start < other.end and other.start < each.end for other in kept)


def test_a_text_full_of_faults_is_told_of_in_short_and_at_once():
    start = process_time()
    (*told, signs, last) = found("字,布署。" * 50_000)
    assert process_time() - start < 8
    assert [each.rule for each in told].count("word-sign") == MOST_TOLD
    assert [each.rule for each in told].count("word-confusion") == MOST_TOLD
    assert signs.message == last.message
    assert (last.rule, last.message, last.hint) == (
        "word-confusion",
        "从这里起还有 49900 处同样的问题",
        "用编辑器的“全部替换”改好，再检查一次",
    )
    assert last.column == 5 * MOST_TOLD + 3


def test_blanks_in_a_very_long_line():
    start = process_time()
    assert found("字 字" * 100_000 + "。") == []
    assert process_time() - start < 4
