"""No rule without an entry in the catalogue, and no entry of a rule that is gone."""

import re
from pathlib import Path

import pytest

from plugins.rules import load_catalogue
from tests.docs.rule_names import names_in, rule_names

DOCS = Path(__file__).resolve().parents[2] / "docs"
TABLES = [DOCS / "manual.md", *sorted((DOCS / "rules").glob("*.md"))]


def test_the_catalogue_has_every_rule_once_and_no_other():
    told = [rule.id for group in load_catalogue() for rule in group.rules]
    assert sorted(told) == sorted(rule_names())


@pytest.mark.parametrize("document", TABLES, ids=lambda file: file.name)
def test_every_row_of_a_table_has_as_many_cells_as_its_head(document):
    text = re.sub(r"^```.*?^```", "", document.read_text(encoding="utf-8"), flags=re.M | re.S)
    for found in re.finditer(r"(?:^\|.*\|\n)+", text, re.M):
        rows = [re.sub(r"`[^`]*`", "", row).count("|") for row in found[0].splitlines()]
        assert len(set(rows)) == 1, found[0].splitlines()[0]


class TestReadingTheSource:
    """How the names are found; what can't be read is an error and not a gap."""

    def test_a_finding_names_its_rule_first(self):
        assert set(names_in('Finding("a", Severity.ERROR, path, "m")')) == {"a"}

    def test_a_rule_is_named_where_it_is_made(self):
        assert set(names_in('rules = (Rule("b", ("x",), check),)')) == {"b"}

    def test_a_function_hands_the_name_on(self):
        source = """
def at(path, rule, *, line=1):
    return Finding(rule, 1, path)
at(p, "c")
at(p, rule="d")
"""
        assert set(names_in(source)) == {"c", "d"}

    def test_a_method_is_called_without_self(self):
        source = "class A:\n def add(self, rule, m): ...\n def run(self): self.add('e', 'm')\n"
        assert set(names_in(source)) == {"e"}

    def test_a_default_counts_and_holds_where_nothing_is_given(self):
        source = "def at(path, rule='f'):\n  return Finding(rule, 1)\nat(p)\nat(p, 'g')\nat(*where)"
        assert set(names_in(source)) == {"f", "g"}

    def test_behind_a_starred_argument_the_name_is_the_last(self):
        source = "def at(path, message, rule):\n  return Finding(rule, 1)\nat(p, *said, 'h')"
        assert set(names_in(source)) == {"h"}

    def test_a_variable_called_rule_names_one(self):
        assert set(names_in("rule = 'i'\nFinding(rule, 1)")) == {"i"}
        assert set(names_in("hint, rule = 'say', 'l'\nFinding(rule, 1)")) == {"l"}

    def test_a_class_with_a_field_for_the_rule_hands_its_name_on(self):
        source = """
class Problem(NamedTuple):
    line: int
    rule: str
problems = [Problem(1, "j"), Problem(2, rule="k")]
found = [Finding(problem.rule, 1) for problem in problems]
"""
        assert set(names_in(source)) == {"j", "k"}

    def test_a_name_that_is_computed_is_refused(self):
        with pytest.raises(LookupError, match="no rule name"):
            list(names_in('Finding("a" + b, 1)'))
