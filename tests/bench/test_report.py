"""Medians, ratios and targets, on figures made up for it."""

import re
from pathlib import Path

import pytest

from bench.cases import CASES
from bench.growth import growth, steps
from bench.measure import Usage
from bench.report import ratio, table, wall
from bench.rounds import FULL, HUGO, STOCK, Results

DOCS = Path(__file__).resolve().parents[2] / "docs/speed.md"


def usages(*walls, memory=100_000_000):
    return [Usage(wall, wall * 2, memory) for wall in walls]


def results(size=1_000, scale=1.0, **replaced):
    measured = {case.name: usages(0.1 * scale) for case in CASES}
    measured |= {HUGO: usages(1, 9, 2), STOCK: usages(20 * scale), FULL: usages(2 * scale)}
    reloads = {"body edited": [0.3, 0.4, 3.0], "new record": [0.6]}
    return Results(size, 200, measured | replaced, reloads)


def row(text, name):
    """The cells of the line that begins with a name."""
    (line,) = re.findall(rf"^\| {re.escape(name)}.*\|$", text, re.M)
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_a_median_is_not_moved_by_one_slow_run():
    assert wall(usages(1, 9, 2)) == 2


def test_a_ratio_is_of_medians():
    assert ratio(usages(1, 1, 30), usages(4, 2, 2)) == 0.5
    assert ratio(usages(1), []) is None and ratio([], usages(1)) is None


def test_a_line_has_median_range_processor_memory_ratio_and_target():
    assert row(table(results()), "one body edited") == [
        "one body edited (1 run)",
        "0.10 (0.10–0.10)",
        "0.20",
        "100 MB",
        "0.050",
        "< 0.15",
        "yes",
    ]


def test_a_missed_target_is_said():
    text = table(results(**{CASES[0].name: usages(0.5)}))
    assert row(text, "nothing changed")[-3:] == ["0.250", "< 0.11", "NO"]


def test_our_build_is_held_against_both():
    text = table(results())
    assert row(text, "full build (")[-3:] == ["1.000", "< 2.4", "yes"]
    assert row(text, "full build, share of stock")[-3:] == ["(0.100)", "< 0.25", "yes"]


def test_the_clause_says_by_how_many_it_is_cited():
    assert "cited by 200" in row(table(results()), "one clause")[0]


def test_the_preview_is_judged_by_seconds():
    text = table(results())
    assert row(text, "make serve, body edited")[1:] == [
        "0.40 (0.30–3.00)",
        *["", "", ""],
        "< 0.5 s",
        "yes",
    ]
    assert row(text, "make serve, new record")[-2:] == ["< 0.5 s", "NO"]


def test_only_our_own_processes_count_for_memory():
    big = {STOCK: usages(20, memory=900_000_000), CASES[1].name: usages(1, memory=301_000_000)}
    assert row(table(results(**big)), "largest process of ours")[3:] == [
        "301 MB",
        "",
        "< 300 MB",
        "NO",
    ]


def test_another_checkout_is_compared_case_by_case():
    ours = results()
    assert "Against" not in table(ours)
    ours.against = results(scale=2)
    _, text = table(ours).split("Against the other checkout")
    assert row(text, "full build")[1:] == ["2.00 (2.00–2.00)", "4.00 (4.00–4.00)", "0.50"]
    assert row(text, "new record")[-1] == "0.50"
    assert row(text, "make serve, body")[-1] == "1.00"


def test_without_stock_pelican_its_lines_are_left_out():
    assert "Pelican" not in table(results(**{STOCK: []}))


def test_growth_is_judged_without_the_start_up():
    (step,) = steps({1_000: 2.0, 10_000: 11.0}, start=1.0)
    assert (step.raw, step.without_start) == (pytest.approx(0.55), pytest.approx(1.0))
    assert step.cells[-1] == "yes"


def test_a_site_that_takes_no_longer_than_the_start_up_is_not_judged():
    (step,) = steps({100: 1.0, 1_000: 2.0}, start=1.1)
    assert step.cells[-3:] == ("–", "≤ 1.2", "")


def test_growth_goes_from_each_size_to_the_next_and_over_all():
    found = steps({50_000: 120.0, 1_000: 1.0, 10_000: 10.0}, start=0)
    assert [(step.small, step.large) for step in found] == [
        (1_000, 10_000),
        (10_000, 50_000),
        (1_000, 50_000),
    ]
    assert [step.cells[-1] for step in found] == ["yes", "NO", "NO"]


def test_the_growth_of_all_sizes_is_shown():
    text = growth([results(1_000), results(10_000, 10.0)], start=0.5)
    assert row(text, "1,000 → 10,000")[-3:] == ["1.30", "≤ 1.2", "NO"]
    assert row(text, "full build |") == ["full build", "2.00 (2.00)", "20.00 (2.00)"]


def test_the_results_in_the_documentation_are_as_they_are_printed():
    section = DOCS.read_text(encoding="utf-8").partition("## Results")[2]
    printed = table(results(1_000)) + growth([results(1_000), results(10_000, 10.0)], start=0.5)
    heads = [line for line in printed.splitlines() if line.startswith(("#", "| case", "| from"))]
    assert len(heads) == 4
    assert [line for line in heads if line not in section.splitlines()] == []
