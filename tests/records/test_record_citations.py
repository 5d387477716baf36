"""The citations of HTML, and the statutes that a record may name."""

from plugins.clauses.citations import CitationScanner
from plugins.records.record_citations import citations_of_html, statutes_named_in


def test_statutes_named_with_and_without_signs():
    named = statutes_named_in("依照《青禾县街面办法》和民诉法第三条。")
    assert named == ["青禾县街面办法", "中华人民共和国民事诉讼法"]


def test_places_count_only_in_a_statute():
    paragraphs = '<p id="c2p1">甲。</p><p id="c2p2">违反前款的。</p>'
    html = f'<section class="clause" id="c2">{paragraphs}</section>'
    found = list(citations_of_html(html, CitationScanner(True), True))
    assert [citation.reference.label for _, citation in found] == ["第二条第一款"]
    assert list(citations_of_html(html, CitationScanner(), False)) == []
