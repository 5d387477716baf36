"""The reference set: every citation of hand-made sentences, and nothing else."""

from collections import Counter
from pathlib import Path

import pytest
import yaml

from plugins.clauses.citations import CitationScanner
from plugins.clauses.labels import ClauseNumber
from plugins.records.record_citations import citations_of_html
from plugins.relations.statutes import bare_title
from plugins.texts.converter import Converter

DATA = yaml.safe_load((Path(__file__).parent / "sentences.yml").read_text(encoding="utf-8"))
NAMES = {
    bare_title(name): statute
    for statute in DATA["library"]
    for name in (statute["title"], statute.get("short"))
    if name
}


def found_in(sentence):
    """What the scanner links in one sentence, as the reference set writes it."""
    scanner = CitationScanner(inside_statute=bool(sentence["inside"]))
    found = []
    body = Converter().convert(sentence["text"], statute=bool(sentence["inside"]))
    for block, citation in citations_of_html(body.html, scanner, bool(sentence["inside"])):
        if citation.own:
            key = sentence["inside"]
        else:
            statute = NAMES.get(bare_title(citation.title))
            if statute is None:
                continue
            key = statute["key"]
        text = block.text[citation.start : citation.end]
        found.append((text, key + fragment(citation.reference), through(citation)))
    return found


def fragment(reference):
    if reference.clause is None:
        return ""
    parts = [f"#{reference.clause.anchor}"]
    if reference.paragraph or reference.item:
        parts.append(f"p{reference.paragraph or 1}")
    if reference.item:
        parts.append(f"i{reference.item}")
    return "".join(parts)


def through(citation):
    return citation.through.value if isinstance(citation.through, ClauseNumber) else None


def expected_of(sentence):
    return [(item["text"], item["to"], item.get("through")) for item in sentence["expect"]]


@pytest.mark.parametrize("sentence", DATA["sentences"], ids=lambda sentence: sentence["form"])
def test_a_sentence(sentence):
    assert found_in(sentence) == expected_of(sentence)


def test_precision_and_recall_are_one():
    right = wanted = given = 0
    for sentence in DATA["sentences"]:
        found, expected = Counter(found_in(sentence)), Counter(expected_of(sentence))
        right += sum((found & expected).values())
        wanted += sum(expected.values())
        given += sum(found.values())
    precision, recall = right / given, right / wanted
    print(f"{len(DATA['sentences'])} sentences, {wanted} citations: "
          f"precision {precision:.3f}, recall {recall:.3f}")  # fmt: skip
    assert (precision, recall) == (1.0, 1.0)


def test_the_set_is_as_large_as_it_should_be():
    forms = Counter(sentence["form"] for sentence in DATA["sentences"])
    assert sum(forms.values()) >= 150
    assert min(forms.values()) >= 5
    assert sum(not sentence["expect"] for sentence in DATA["sentences"]) >= 40
