"""Labels of references, and names of unknown statutes without 《》: those are no links."""

import pytest

from plugins.clauses.citations import Citation, CitationScanner, Reference
from plugins.clauses.labels import ClauseNumber


def cited(text, inside_statute=False):
    found = CitationScanner(inside_statute).scan(text)
    return [(text[each.start : each.end], each.title, each.reference.label) for each in found]


@pytest.mark.parametrize(
    ("reference", "label"),
    [
        (Reference(), ""),
        (Reference(paragraph=2), ""),
        (Reference(ClauseNumber(34)), "第三十四条"),
        (Reference(ClauseNumber(133, 1)), "第一百三十三条之一"),
        (Reference(ClauseNumber(34), 2, 1), "第三十四条第二款第（一）项"),
        (Reference(ClauseNumber(34), None, 12), "第三十四条第（十二）项"),
        (Reference(ClauseNumber(34), 1, 2, 3), "第三十四条第一款第（二）项第3目"),
    ],
)
def test_the_label_of_a_reference(reference, label):
    assert reference.label == label


def test_a_sub_item_is_read():
    assert cited("依照《某条例》第三条第一款第（二）项第3目处理。") == [
        ("《某条例》第三条第一款第（二）项第3目", "某条例", "第三条第一款第（二）项第3目")
    ]


def test_a_statute_named_without_quotes_inside_another_is_not_cited_with_all_that_is_joined():
    text = "依照某市养犬条例第十七条、第十八条和第十九条处理，不适用第五条。"
    assert [found[0] for found in cited(text, inside_statute=True)] == ["第五条"]


def test_this_statute_and_that_clause():
    text = "违反本条例第三条、第四条的，依照第五条处理。"
    assert [found[::2] for found in cited(text, inside_statute=True)] == [
        ("本条例第三条", "第三条"),
        ("第四条", "第四条"),
        ("第五条", "第五条"),
    ]


@pytest.mark.parametrize("name", ["该条例　第九条", "该条例 第九条"])
def test_a_space_after_that_statute(name):
    found = cited(f"《城市绿化条例》规定，依照{name}处理。")
    assert found == [
        ("《城市绿化条例》", "城市绿化条例", ""),
        (name, "城市绿化条例", "第九条"),
    ]


def test_that_statute_without_a_clause_or_without_an_antecedent_is_no_citation():
    assert cited("《城市绿化条例》规定，该条例自公布之日起施行，第一条除外。") == [
        ("《城市绿化条例》", "城市绿化条例", "")
    ]
    assert cited("依照该条例第九条处理。") == []


def test_that_law_may_be_a_code():
    found = cited("《中华人民共和国民法典》颁布后，依照该法第九条处理。")
    assert found[1] == ("该法第九条", "中华人民共和国民法典", "第九条")


def test_a_citation_as_plain_values_and_back():
    citation = Citation(0, 0, "某条例", Reference(ClauseNumber(3, 1), 2), False, ClauseNumber(5))
    assert citation.as_tuple == ("某条例", ((3, 1), 2, None, None, None), False, (5, 0))
    assert Citation.from_tuple(citation.as_tuple) == citation
    whole = Citation(0, 0, "某条例")
    assert Citation.from_tuple(whole.as_tuple) == whole
