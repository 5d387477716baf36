"""Rows as JSON are just what Python itself writes."""

import json
import random

import pytest

from plugins.exports.json_rows import json_array, json_object

WORDS = ["", "甲", 'a"b\\c', "线\n\t\x01\u2028", "</script>", "😀"]
VALUES = [*WORDS, 0, -3, 2.5, 1e-9, True, None, [], ["甲"], ["甲", 'a"', 3, None]]


@pytest.mark.parametrize("seed", range(20))
def test_as_python_writes_them(seed):
    chance = random.Random(seed)
    rows = [
        {word: chance.choice(VALUES) for word in chance.sample(WORDS, chance.randint(1, 6))}
        for _ in range(chance.randrange(5))
    ]
    expected = json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
    assert json_array(map(json_object, rows)).decode() == expected
