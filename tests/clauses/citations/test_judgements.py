"""Sentences as judgements have them: names without 《》, and what goes on with them."""

from pathlib import Path

import pytest
import yaml

from tests.clauses.citations.found import clauses

SENTENCES = yaml.safe_load(Path(__file__).with_name("judgements.yml").read_text("utf-8"))


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence["text"][:12])
def test_a_sentence(sentence):
    assert clauses(sentence["text"]) == [tuple(each) for each in sentence["expect"]]
