"""The gold set itself: its labels agree with their words, and its places with the corpus."""

import os
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from bench.citations.draw import draw
from bench.citations.gold import HALVES, clause, examples, mentions, titles, words_hash
from bench.citations.scores import CORPUS as SHARED
from plugins.clauses.labels import WIDE_DIGITS
from plugins.clauses.numerals import NUMERAL, matched_number

CORPUS = Path(os.environ.get("CORPUS") or SHARED)
needs_corpus = pytest.mark.skipif(not CORPUS.is_dir(), reason=f"没有 {CORPUS}，不核对其中的标注")
EXAMPLES, MENTIONS = examples(), mentions()
MARKS = [(example, mark) for example in EXAMPLES for mark in example.marks]
# The numbers in the words of a citation, without those in titles, chapters and 前两款.
NO_NUMBER = re.compile(r"《.*》|前[一二两三四]|第[一二三四五六七八九十]+[编章节]")
NUMBER = re.compile(rf"(?:{NUMERAL}|[\d０-９])+")
RANGE = re.compile(r"至|到|－|—|～")


def numbers(words):
    """The numbers in the words of a citation; those in names before the first 第 do not count."""
    cited = NO_NUMBER.sub("", words)
    cited = cited[max(cited.find("第"), 0) :]
    return [matched_number(found[0].translate(WIDE_DIGITS)) for found in NUMBER.finditer(cited)]


def words(example, mark):
    return example.text[mark.start : mark.end]


def is_subsequence(few, many):
    rest = iter(many)
    return all(each in rest for each in few)


def test_the_set_is_as_large_as_it_should_be():
    assert len(EXAMPLES) >= 400
    assert len({example.text for example in EXAMPLES}) == len(EXAMPLES)
    assert len({example.id for example in EXAMPLES}) == len(EXAMPLES)
    assert len({(each.file, each.start) for each in MENTIONS}) == len(MENTIONS) >= 300
    assert sum(example.form == "none" for example in EXAMPLES) >= 40
    forms = Counter(example.form for example in EXAMPLES)
    assert len(forms) >= 20 and min(forms.values()) >= 4


@pytest.mark.parametrize("of", [EXAMPLES, MENTIONS], ids=["sentences", "mentions"])
def test_it_is_split_into_halves(of):
    halves = Counter(each.half for each in of)
    assert {*halves} == {*HALVES}
    assert abs(halves[HALVES[0]] - halves[HALVES[1]]) <= 8


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.id)
def test_no_mark_is_left_in_the_text(example):
    assert not re.search(r"\[\[|\]\]", example.text)


def test_a_statute_is_named_by_a_key_or_a_title():
    known = {*titles().values()}
    wrong = [
        (example.id, mark.target.title)
        for example, mark in MARKS
        if mark.target.title not in known and mark.target.title != example.inside
    ]
    assert wrong == []


def test_a_label_has_the_numbers_of_its_words():
    wrong = []
    for example, mark in MARKS:
        named = numbers(words(example, mark))
        labelled = [int(number) for number in re.findall(r"\d+", mark.target.part)]
        if named and not (is_subsequence(named, labelled) and named[-1] == labelled[-1]):
            wrong.append((example.id, words(example, mark), mark.target.part))
    assert wrong == []


def test_a_range_ends_with_the_clause_behind_it():
    wrong = []
    for example in EXAMPLES:
        for first, second in pairwise(example.marks):
            is_range = RANGE.fullmatch(example.text[first.end : second.start])
            last = clause(second.target.part) if is_range else ""
            through = last if last != clause(first.target.part) else ""
            # 前三条 is a range in one word.
            if first.target.through != through and words(example, first)[0] != "前":
                wrong.append((example.id, words(example, first)))
    assert wrong == []


def test_marks_stand_in_their_order_and_do_not_overlap():
    for example in EXAMPLES:
        assert all(first.end <= second.start for first, second in pairwise(example.marks))


@needs_corpus
@pytest.mark.corpus
def test_a_mention_stands_where_its_row_says():
    for each in MENTIONS:
        source = (CORPUS / each.file).read_text(encoding="utf-8")
        assert words_hash(source[each.start : each.end]) == each.hash, each
        assert source.count("\n", 0, each.start) + 1 == each.line, each


@needs_corpus
@pytest.mark.corpus
def test_a_mention_is_one_that_was_drawn():
    drawn = draw(CORPUS)
    for each in MENTIONS:
        assert any(
            place.file == each.file and place.start < each.end and each.start < place.end
            for place in drawn
        ), each


@needs_corpus
@pytest.mark.corpus
def test_every_drawn_place_is_labelled():
    for place in draw(CORPUS):
        assert any(
            place.file == each.file and place.start < each.end and each.start < place.end
            for each in MENTIONS
        ), place
