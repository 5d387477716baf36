"""The gold set is read and scored as its README says, on texts made up for it."""

import shutil

import pytest

import bench.__main__ as program
from bench.citations import report
from bench.citations.found import UnreadableTextError, found_in
from bench.citations.gold import Mark, Target, examples, mentions, words_hash
from bench.citations.report import changes, figures, measure_citations
from bench.citations.scores import (
    MISSING,
    RIGHT,
    WRONG,
    Outcome,
    Score,
    judge,
    measure,
    scores,
)

TITLES = """
云绿: {title: 云汀市城市绿化条例}
罚: {title: 中华人民共和国行政处罚法, short: [处罚法]}
"""
SENTENCES = """
- id: a
  form: list
  half: develop
  inside: 云绿
  text: |
    第一条 依照[[罚#c3i2|《处罚法》第三条第二项]]和[[#c2~c4|本条例第二条]]至[[?#c4|第四条]]。
- id: b
  form: none
  half: final
  text: |
    无。
"""
BODY = "第一条 依照《中华人民共和国行政处罚法》第三条和本条例第二条。\n"
FILE = "云汀市城市绿化条例(2026-01-01).md"


@pytest.fixture
def folder(tmp_path):
    """A gold set of two sentences and, in a corpus beside it, three mentions."""
    gold = tmp_path / "gold"
    (gold / "sentences").mkdir(parents=True)
    (gold / "titles.yml").write_text(TITLES, encoding="utf-8")
    (gold / "sentences/statute.yml").write_text(SENTENCES, encoding="utf-8")
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    source = f"# 云汀市城市绿化条例\n\n<!-- INFO END -->\n\n{BODY}"
    (corpus / FILE).write_text(source, encoding="utf-8")
    rows = ["file\tline\tstart\tend\thash\tform\thalf\ttarget"]
    for words, target in (
        ("《中华人民共和国行政处罚法》第三条", "罚#c3"),
        ("本条例第二条", "#c3"),
        ("依照", "-"),
    ):
        start = source.index(words)
        cells = (FILE, 5, start, start + len(words), words_hash(words), "list", "final", target)
        rows.append("\t".join(map(str, cells)))
    (gold / "mentions.tsv").write_text("\n".join(rows), encoding="utf-8")
    return gold


def mark(start=0, end=3, title="甲法", part="c1", optional=False):
    return Mark(start, end, Target(title, part), optional)


def outcome(kind, place="a:0", form="list", half="develop", genre="case"):
    return Outcome(kind, "sentences", genre, form, half, place, "第一条", "甲法#c1")


def test_marks_are_taken_out_of_the_text(folder):
    first, second = examples(folder)
    assert first.text == "第一条 依照《处罚法》第三条第二项和本条例第二条至第四条。\n"
    assert [first.text[each.start : each.end] for each in first.marks] == [
        "《处罚法》第三条第二项",
        "本条例第二条",
        "第四条",
    ]
    assert (second.marks, second.inside, second.genre) == ((), "", "statute")


def test_a_label_says_statute_part_range_and_whether_it_is_optional(folder):
    first, _ = examples(folder)
    assert [(each.target, each.optional) for each in first.marks] == [
        (Target("中华人民共和国行政处罚法", "c3p1i2"), False),
        (Target("云汀市城市绿化条例", "c2", "c4"), False),
        (Target("云汀市城市绿化条例", "c4"), True),
    ]


def test_a_mention_without_a_citation_has_no_target(folder):
    targets = [each.target for each in mentions(folder)]
    assert targets == [
        Target("中华人民共和国行政处罚法", "c3"),
        Target("云汀市城市绿化条例", "c3"),
        None,
    ]


@pytest.mark.parametrize(
    ("text", "inside", "found"),
    [
        ("依照《甲法》第三条。", "", [("《甲法》第三条", Target("甲法", "c3"))]),
        ("| 事 | 据 |\n|---|---|\n| 一 | 《甲法》 |", "", [("《甲法》", Target("甲法"))]),
        ("违反**《甲法》第三条**。", "", [("《甲法》第三条", Target("甲法", "c3"))]),
        ("“R&D”见《甲法》第一条第二项。", "", [("《甲法》第一条第二项", Target("甲法", "c1p1i2"))]),
        (
            "第一条 见本条例第二条。",
            "云汀市乙条例",
            [("本条例第二条", Target("云汀市乙条例", "c2"))],
        ),
    ],
)
def test_what_is_found_is_placed_in_the_text_as_written(text, inside, found):
    marks = found_in(text, inside, {"甲法": "甲法", "云汀市乙条例": "云汀市乙条例"})
    assert [(text[each.start : each.end], each.target) for each in marks] == found


def test_a_title_that_is_no_statute_is_no_citation():
    assert found_in("请看《甲报》。", "", {"甲法": "甲法"}) == []


def test_a_short_name_of_the_library_is_its_statute():
    (found,) = found_in("依照《乙法》。", "", {"乙法": "中华人民共和国甲法"})
    assert found.target == Target("甲法")


def test_a_text_whose_page_has_other_words_is_refused():
    with pytest.raises(UnreadableTextError, match="not the same words"):
        found_in("甲<script>乙</script>", "")


def test_a_citation_with_another_target_is_missing_and_wrong():
    judged = judge([mark()], [mark(part="c2")])
    assert judged == {RIGHT: [], MISSING: [mark()], WRONG: [mark(part="c2")]}


def test_a_citation_with_another_span_is_missing_and_wrong():
    judged = judge([mark()], [mark(end=4)])
    assert judged == {RIGHT: [], MISSING: [mark()], WRONG: [mark(end=4)]}


def test_the_name_of_the_state_makes_no_difference():
    assert judge([mark(title="中华人民共和国甲法")], [mark()])[RIGHT]


def test_an_optional_citation_counts_neither_way():
    assert not any(judge([mark(optional=True)], [mark()]).values())
    assert not any(judge([mark(optional=True)], []).values())


def test_an_optional_citation_with_another_target_is_wrong():
    assert judge([mark(optional=True)], [mark(part="c2")])[WRONG]


def test_precision_recall_and_f1():
    score = Score(right=6, missing=2, wrong=4)
    assert (score.precision, score.recall, score.f1) == (0.6, 0.75, 12 / 18)


def test_nothing_found_where_nothing_is_has_no_error():
    assert Score()[:2] == (0, 0) and (Score().precision, Score().recall) == (1.0, 1.0)


def test_scores_are_by_what_is_asked_for():
    given = [outcome(RIGHT), outcome(WRONG), outcome(MISSING, form="range")]
    assert scores(given, lambda each: each.form) == {"list": Score(1, 0, 1), "range": Score(0, 1)}


def test_sentences_and_mentions_are_measured(folder):
    measured = measure(folder.parent / "corpus", folder)
    corpus = [each for each in measured.outcomes if each.set == "corpus"]
    assert [(each.outcome, each.words) for each in corpus] == [
        (RIGHT, "《中华人民共和国行政处罚法》第三条"),
        (MISSING, "本条例第二条"),
        (WRONG, "本条例第二条"),
    ]
    sentences = [each for each in measured.outcomes if each.set == "sentences"]
    assert [(each.outcome, each.words) for each in sentences] == [
        (RIGHT, "《处罚法》第三条第二项"),
        (RIGHT, "本条例第二条"),
    ]
    assert measured.seconds > 0


def test_without_the_corpus_only_sentences_are_measured(folder, tmp_path):
    outcomes = measure(tmp_path / "none", folder).outcomes
    assert {each.set for each in outcomes} == {"sentences"}


def test_figures_have_a_row_for_each_form_and_genre():
    rows = figures([outcome(RIGHT), outcome(MISSING)]).splitlines()
    assert "| sentences, list | 1 | 1 | 0 | 1.000 | 0.500 | 0.667 |" in rows
    assert "| sentences, case | 1 | 1 | 0 | 1.000 | 0.500 | 0.667 |" in rows
    assert "| sentences, other | 1 | 1 | 0 | 1.000 | 0.500 | 0.667 |" in rows


def test_gains_and_losses_are_what_became_right_or_wrong():
    ours = [outcome(RIGHT, "a:0"), outcome(WRONG, "b:0", "range")]
    theirs = [outcome(MISSING, "a:0"), outcome(RIGHT, "c:0", "range")]
    rows = changes(ours, theirs).splitlines()
    assert rows[2:4] == ["| list | 1 | 0 |", "| range | 0 | 2 |"]
    assert rows[-3:] == [
        "| + | a:0 | 第一条 | 甲法#c1 | right |",
        "| - | b:0 | 第一条 | 甲法#c1 | wrong |",
        "| - | c:0 | 第一条 | 甲法#c1 | right |",
    ]


def test_the_half_that_is_looked_at_once_is_counted_and_not_shown():
    text = changes([outcome(RIGHT, half="final")], [])
    assert "| list | 1 | 0 |" in text and "a:0" not in text


def test_no_change_is_said():
    assert changes([outcome(RIGHT)], [outcome(RIGHT)]) == "None."


def test_another_checkout_is_measured_with_its_own_program(tmp_path, folder):
    """Its scanner finds nothing, so that all that is right was gained, and what is wrong lost."""
    other = tmp_path / "other"
    shutil.copytree(
        report.ROOT / "plugins", other / "plugins", ignore=shutil.ignore_patterns("__pycache__")
    )
    finder = other / "plugins/records/record_citations.py"
    nothing = "\n\ndef find_record_citations(data, body):\n    return RecordCitations()\n"
    finder.write_text(finder.read_text(encoding="utf-8") + nothing, encoding="utf-8")
    text = measure_citations(other, folder.parent / "corpus", folder)
    assert "| list | 3 | 1 |" in text


def test_without_another_checkout_the_last_commit_is_measured(folder):
    text = measure_citations(None, folder.parent / "corpus", folder)
    assert "against the last commit" in text
    assert "s of processor time" in text


def test_the_part_is_measured_with_the_folders_that_are_given(monkeypatch, capsys):
    monkeypatch.setattr(program, "measure_citations", lambda *given: f"report of {given}")
    assert program.main(["--part", "citations", "--against", str(report.ROOT)]) == 0
    assert f"{(report.ROOT, program.CORPUS)}" in capsys.readouterr().out


def test_a_checkout_that_cannot_be_measured_is_said(monkeypatch, tmp_path, capsys):
    (tmp_path / "plugins").mkdir()
    monkeypatch.setattr(
        program,
        "measure_citations",
        lambda against, _corpus: report.measured_in(against, tmp_path, tmp_path),
    )
    assert program.main(["--part", "citations", "--against", str(tmp_path)]) == 1
    assert f"{tmp_path} could not be measured" in capsys.readouterr().err
