"""The examples of every rule are true: the failing one is found and said so, the passing one isn't.

Both are in plugins/rules/catalogue/, where people read them.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.findings import Severity, full_words
from plugins.rules import Rule, all_rules
from plugins.texts import converter
from tests.crawl.conftest import built  # noqa: F401
from tests.rules.example_pages import SCOPES, findings_of_built
from tests.rules.example_site import findings_of, make_base
from tests.rules.made_files import FORGOTTEN, STOPS

every_rule = pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.id)


@pytest.fixture(scope="module")
def base(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("base")
    make_base(folder)
    return folder


@pytest.fixture
def told(request, tmp_path):
    """What is found with an example of a rule; the site is built only for those about its pages."""

    def told(rule, example):
        if rule.scope in SCOPES:
            return findings_of_built(rule, example, request.getfixturevalue("built"), tmp_path)
        return findings_of(rule, example, request.getfixturevalue("base"), tmp_path)

    return told


@pytest.fixture(autouse=True)
def rare_faults(monkeypatch):
    """What no text is known to bring about."""
    convert, nets = converter.Converter.convert, converter.notes_of_nets

    def converted(self, text, *args, **options):
        if STOPS in text:
            raise RecursionError("太深")
        return convert(self, text, *args, **options)

    def noted(source, html, shown, *args):
        return nets(source, html, shown.replace(FORGOTTEN, ""), *args)

    monkeypatch.setattr(converter.Converter, "convert", converted)
    monkeypatch.setattr(converter, "notes_of_nets", noted)


@every_rule
def test_the_failing_example_is_found(rule: Rule, told):
    found = told(rule, rule.failing)
    own = [each for each in found if each.rule == rule.id]
    assert rule.failing.says in {full_words(each) for each in own}
    assert {each.severity for each in own} <= {*rule.severities}
    errors = {each.rule for each in found if each.severity is Severity.ERROR}
    assert errors - {rule.id} == {*rule.failing.also}


@every_rule
def test_the_passing_example_is_not(rule: Rule, told):
    found = told(rule, rule.passing)
    wrong = [each for each in found if each.rule == rule.id or each.severity is Severity.ERROR]
    assert wrong == []


def test_nothing_is_wrong_in_the_site_that_they_differ_from(base, tmp_path):
    rule = all_rules()["heading"]
    empty = rule.passing.model_copy(update={"kind": "", "body": None})
    assert findings_of(rule, empty, base, tmp_path) == []
