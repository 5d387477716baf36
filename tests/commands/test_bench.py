"""The measurement of texts does the work that it measures."""

import pytest

from plugins.commands import bench


@pytest.fixture
def few(monkeypatch):
    """Few records, each step once: the figures of a test are of no use."""
    monkeypatch.setattr(bench, "RECORDS", 200)
    monkeypatch.setattr(bench, "RUNS", 1)


def test_every_citation_is_resolved_and_linked(few):
    bodies, statutes = bench.library()
    linked = bench.link_all(bodies, statutes)
    assert len(linked) == 200
    assert sum(len(cited) for _, cited in linked) > 700
    for html, cited in linked:
        assert html.count("<a ") == len(cited)
        assert all(found.anchor for found in cited)


def test_a_corpus_is_parsed_clause_by_clause(few, tmp_path, capsys):
    text = "# 某某办法\n\n<!-- INFO END -->\n\n第一条　点灯。\n\n第二条　熄灯。\n"
    (tmp_path / "banfa.md").write_text(text, encoding="utf-8")
    assert bench.main([str(tmp_path)]) == 0
    parsed, linked = capsys.readouterr().out.splitlines()
    assert parsed.startswith("解析 1 部法规（0.0 MB，2 条）：")
    assert linked.startswith("200 篇稿件（每篇约 1500 字，共 ")


def test_without_a_corpus_it_says_so_and_measures_the_rest(few, tmp_path, capsys):
    assert bench.main([str(tmp_path / "none")]) == 0
    assert capsys.readouterr().out.startswith(f"没有 {tmp_path}/none，不量法规解析")
