"""Shapes that made the conversion slow or ended it: each is converted, and its words are shown.

How long they take is measured by `make bench PART=shapes`; no test asserts a time.
"""

import pytest

from bench.shapes import SHAPES
from plugins.texts.converter import Converter

SIZE = 10_000


@pytest.fixture(scope="module")
def converter():
    return Converter()


def test_there_are_enough_shapes():
    assert len(SHAPES) >= 55


@pytest.mark.parametrize("name", SHAPES)
def test_a_shape_is_converted(converter, name):
    source = SHAPES[name](SIZE)
    assert len(source.encode()) > SIZE * 0.9
    body = converter.convert(source)
    lost = [note for note in body.notes if note.rule == "words-lost"]
    assert lost == []
