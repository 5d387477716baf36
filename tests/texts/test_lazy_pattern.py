"""Patterns that are compiled when first used."""

import importlib
import pkgutil
import re

import pytest

import plugins.texts
from plugins.texts.lazy_pattern import _Lazy, lazy_pattern


def test_it_is_used_as_a_compiled_one():
    pattern = lazy_pattern(r"甲(?P<name>乙)", re.I)
    assert [pattern.sub("丙", "甲乙甲"), pattern.fullmatch("甲乙")["name"]] == ["丙甲", "乙"]
    assert (pattern.pattern, bool(pattern.flags & re.I)) == (r"甲(?P<name>乙)", True)


def test_an_error_waits_for_the_first_use():
    with pytest.raises(re.error):
        lazy_pattern("(").search("甲")


def test_all_of_them_are_right():
    names = [
        module.name for module in pkgutil.walk_packages(plugins.texts.__path__, "plugins.texts.")
    ]
    found = [
        value
        for module in map(importlib.import_module, names)
        for value in vars(module).values()
        if isinstance(value, _Lazy)
    ]
    assert len(found) > 40
    assert all(isinstance(pattern.groups, int) for pattern in found)
