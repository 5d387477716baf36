"""The table of the slowest shapes of texts."""

from bench import worst_texts
from bench.shapes import lines, repeated


def test_the_slowest_come_first_and_the_median_last(monkeypatch):
    seconds = {"甲": 0.1, "乙": 0.3, "丙": 0.2}
    monkeypatch.setattr(worst_texts, "SHAPES", {name: repeated(name) for name in seconds})
    monkeypatch.setattr(
        worst_texts, "_seconds", lambda _, text: seconds[text[0]] * len(text.encode()) / 9000
    )
    rows = worst_texts.measure_shapes([9, 90]).splitlines()
    assert rows[0] == "| shape | 9 KB | 90 KB |"
    assert [row.split(" | ")[0] for row in rows[2:]] == ["| 乙", "| 丙", "| 甲", "| median of 3"]
    assert rows[2] == "| 乙 | 0.30 | 3.00 |"


def test_a_shape_has_the_size_that_is_asked_for():
    assert lines("甲")(100) == "甲\n" * 25
