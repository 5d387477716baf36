"""Clause numbers run on; where they don't, that is said once for each place."""

import pytest

from plugins.clauses import Clause, ClauseNumber
from plugins.clauses.numbering import numbering
from plugins.findings import Severity


def messages(*numbers):
    made = [
        ClauseNumber(*(number if isinstance(number, tuple) else (number,))) for number in numbers
    ]
    clauses = [Clause(number, number.label, (), ()) for number in made]
    return [(each.rule, each.message) for each in numbering(clauses, "x.md")]


@pytest.mark.parametrize(
    "numbers",
    [
        (),
        (1,),
        (1, 2, 3),
        (1, 2, (2, 1), (2, 2), 3),
        ((1, 0), (1, 1), (2, 0)),
        tuple(range(1, 301)),
    ],
)
def test_numbers_that_run_on_are_no_finding(numbers):
    assert messages(*numbers) == []


@pytest.mark.parametrize(
    ("numbers", "message"),
    [
        ((1, 3), "第一条之后是第三条，缺第二条"),
        ((1, 4), "第一条之后是第四条，缺第二条、第三条"),
        ((1, 2, 10), "第二条之后是第十条，缺第三条到第九条共 7 条"),
        ((3, 4), "开头是第三条，缺第一条、第二条"),
        ((1, (1, 2)), "第一条之后是第一条之二，缺第一条之一"),
        ((1, (3, 1)), "第一条之后是第三条之一，缺第二条、第三条"),
        ((1, 3, 2), "第二条排在第三条后面"),
    ],
)
def test_a_gap_and_a_clause_out_of_its_place_are_named(numbers, message):
    assert messages(*numbers) == [("clause-gap", message)]


@pytest.mark.parametrize(
    ("numbers", "message"),
    [
        ((1, 2, 2, 3), "第二条前面已经有了"),
        ((1, 2, 3, 1, 2), "第一条、第二条前面已经有了"),
        ((1, 2, 3, 1, 2, 3), "第一条到第三条共 3 条前面已经有了"),
        ((1, (1, 1), (1, 1)), "第一条之一前面已经有了"),
    ],
)
def test_repeated_numbers_are_one_row(numbers, message):
    assert messages(*numbers) == [("clause-repeated", message)]


def test_all_is_found_in_one_run_and_is_a_warning_for_the_file():
    assert [rule for rule, _ in messages(1, 3, 3, 5, 5)] == [
        "clause-gap",
        "clause-repeated",
        "clause-gap",
        "clause-repeated",
    ]
    clauses = [Clause(ClauseNumber(2), "第二条", (), ())]
    (only,) = numbering(clauses, "fagui/x.md")
    assert (only.severity, only.path) == (Severity.WARNING, "fagui/x.md")
    assert only.hint
