"""Findings: their words, where a text has them, and what was probably meant."""

import pytest

from plugins.findings import Finding, Position, Severity, has_errors, nearest, position_in


@pytest.mark.parametrize(
    ("text", "needle", "first_line", "position"),
    [
        ("词", "词", 1, (1, 1)),
        ("甲词", "词", 1, (1, 2)),
        ("甲\n乙丙词\n词", "词", 1, (2, 3)),
        ("\n词", "词", 1, (2, 1)),
        ("\n\n词", "词", 7, (9, 1)),
        ("甲乙", "词", 7, (7, 1)),
        ("甲乙", "词", 1, (1, 1)),
    ],
)
def test_where_a_text_has_a_word(text, needle, first_line, position):
    assert position_in(text, needle, first_line) == Position(*position)


def test_a_text_begins_on_the_first_line():
    assert position_in("甲\n词", "词") == Position(2, 1)
    assert Position() == Position(1, 1)


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("街面秩续", "街面秩序"),
        ("街面", "街面秩序"),
        ("水物", None),
        ("水务局", "水务"),
        ("森林", None),
    ],
)
def test_what_was_probably_meant(word, found):
    assert nearest(word, ["水务", "街面秩序", "市政"]) == found


def test_nothing_is_near_where_nothing_is():
    assert nearest("水务", []) is None
    assert nearest("街面秩续", ["街面秩序"], 0.9) is None


def test_the_nearest_of_several():
    assert nearest("街面秩序管", ["街面秩", "街面秩序", "街面"]) == "街面秩序"


def test_severities():
    assert [(each.label, each.rank) for each in Severity] == [("错误", 0), ("提醒", 1), ("提示", 2)]
    found = {severity: Finding("r", severity, "a.md", "文") for severity in Severity}
    assert has_errors(found.values())
    assert not has_errors([found[Severity.WARNING], found[Severity.INFO]])
    assert not has_errors([])


def test_a_finding_as_plain_values():
    found = Finding("r", Severity.WARNING, "a.md", "文", "改", 3, 7)
    assert found.as_tuple == ("r", "warning", "a.md", "文", "改", 3, 7, "")
    assert Finding.from_tuple(found.as_tuple) == found
    assert Finding("r", Severity.INFO, "a.md", "文").as_tuple == (
        "r",
        "info",
        "a.md",
        "文",
        "",
        1,
        1,
        "",
    )
