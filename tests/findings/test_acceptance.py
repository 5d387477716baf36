"""What is accepted is told as such, and nothing else is."""

from datetime import date

from plugins.findings import Acceptance, Finding, Severity, accept, is_accepted

DAY = date(2027, 3, 31)
FOUND = Finding("word-caution", Severity.ERROR, "a/b.md", "“最大”是绝对化用语", "删去", 7, 3)


def told(found, *acceptances):
    (result,) = accept([found], lambda path: acceptances if path == "a/b.md" else ())
    return result


def test_an_accepted_finding_stops_nothing_and_says_until_when_and_why():
    result = told(FOUND, Acceptance("word-caution", "引用原文", DAY))
    assert result.severity is Severity.INFO
    assert result.message == "已接受到 2027-03-31（引用原文）：“最大”是绝对化用语"
    assert result.hint == ""
    assert (result.rule, result.path) == ("word-caution", "a/b.md")
    assert (result.line, result.column) == (7, 3)
    assert is_accepted(result)


def test_another_rule_another_file_and_other_words_are_not_accepted():
    assert told(FOUND, Acceptance("word-title", "引用原文", DAY)) == FOUND
    assert told(FOUND, Acceptance("word-caution", "引用原文", DAY, "最好")) == FOUND
    other = Finding("word-caution", Severity.ERROR, "a/c.md", "“最大”是绝对化用语")
    assert told(other, Acceptance("word-caution", "引用原文", DAY)) == other
    assert not is_accepted(FOUND)


def test_words_name_the_one_that_is_meant():
    result = told(FOUND, Acceptance("word-caution", "引用原文", DAY, "最大"))
    assert is_accepted(result)


def test_what_needs_nobody_is_told_as_before():
    found = Finding("word-caution", Severity.INFO, "a/b.md", "“最大”是绝对化用语")
    assert told(found, Acceptance("word-caution", "引用原文", DAY)) == found


def test_it_is_stored_as_plain_values():
    accepted = Acceptance("word-caution", "引用原文", DAY, "最大")
    assert Acceptance.of(accepted.plain) == accepted
    assert {*map(type, accepted.plain)} == {str, int}
