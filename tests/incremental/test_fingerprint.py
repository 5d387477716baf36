"""What a site was made by: every part of it counts, and where things lie does not."""

import pytest

from plugins.incremental import fingerprint as module
from plugins.incremental.fingerprint import PLACES, program_fingerprint


@pytest.fixture
def source(tmp_path):
    folder = tmp_path / "one/plugins"
    (folder / "build").mkdir(parents=True)
    (folder / "__init__.py").write_text("")
    (folder / "build/plan.py").write_text("a = 1\n")
    return folder


def twice(value):
    return value * 2


def thrice(value):
    return value * 3


SETTINGS = {"SITEURL": "https://a.example", "JINJA_FILTERS": {"twice": twice}, "TYPES": {"a", "b"}}


def test_the_same_parts_are_the_same(source):
    assert program_fingerprint([source], SETTINGS) == program_fingerprint([source], dict(SETTINGS))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("build/plan.py", "a = 2\n"),
        ("build/new.py", ""),
        ("build/plan.py", None),
        ("plan.py", "a = 1\n"),
        ("names.csv", "title\n"),
    ],
)
def test_a_changed_a_new_and_a_missing_source_count(source, path, text):
    before = program_fingerprint([source], SETTINGS)
    if text is None:
        (source / path).unlink()
    else:
        (source / path).write_text(text)
    assert program_fingerprint([source], SETTINGS) != before


def test_a_source_that_was_moved_counts(source):
    before = program_fingerprint([source], SETTINGS)
    (source / "build/plan.py").rename(source / "plan.py")
    assert program_fingerprint([source], SETTINGS) != before


def test_what_is_no_source_does_not_count(source):
    before = program_fingerprint([source], SETTINGS)
    (source / "__pycache__").mkdir()
    (source / "__pycache__/plan.cpython-311.pyc").write_bytes(b"x")
    (source / "notes.txt").write_text("x")
    assert program_fingerprint([source], SETTINGS) == before


def test_where_the_sources_lie_does_not_count(source, tmp_path):
    before = program_fingerprint([source], SETTINGS)
    source.rename(tmp_path / "plugins")
    assert program_fingerprint([tmp_path / "plugins"], SETTINGS) == before


def test_a_single_file_may_be_a_source(source):
    file = source / "build/plan.py"
    before = program_fingerprint([file], {})
    file.write_text("a = 2\n")
    assert program_fingerprint([file], {}) != before


@pytest.mark.parametrize(
    "changed",
    [
        {"SITEURL": "https://b.example"},
        {"JINJA_FILTERS": {"twice": thrice}},
        {"JINJA_FILTERS": {"double": twice}},
        {"TYPES": {"a", "c"}},
        {"NEW": None},
    ],
)
def test_a_changed_or_new_setting_counts(source, changed):
    assert program_fingerprint([source], SETTINGS | changed) != program_fingerprint(
        [source], SETTINGS
    )


def test_the_order_of_settings_and_within_them_does_not_count(source):
    one = {"A": {"x": 1, "y": {"p": 1, "q": 2}}, "B": {1, 2, 3}}
    other = {"B": {3, 2, 1}, "A": {"y": {"q": 2, "p": 1}, "x": 1}}
    assert program_fingerprint([source], one) == program_fingerprint([source], other)


def test_the_order_of_a_list_counts(source):
    assert program_fingerprint([source], {"A": [1, 2]}) != program_fingerprint(
        [source], {"A": [2, 1]}
    )


def test_where_an_object_lies_in_memory_does_not_count(source):
    assert program_fingerprint([source], {"A": object()}) == program_fingerprint(
        [source], {"A": object()}
    )


@pytest.mark.parametrize("name", sorted(PLACES))
def test_a_place_does_not_count(source, name):
    assert program_fingerprint([source], SETTINGS | {name: "/elsewhere"}) == program_fingerprint(
        [source], SETTINGS
    )


def test_what_is_no_setting_does_not_count(source):
    assert program_fingerprint([source], SETTINGS | {"lower": 1}) == program_fingerprint(
        [source], SETTINGS
    )


def test_another_version_of_a_dependency_counts(source, tmp_path, monkeypatch):
    site = tmp_path / "site-packages"
    (site / "jinja2-3.1.4.dist-info").mkdir(parents=True)
    monkeypatch.setattr(module.sysconfig, "get_path", lambda _: str(site))
    before = program_fingerprint([source], SETTINGS)
    assert program_fingerprint([source], SETTINGS) == before
    (site / "jinja2-3.1.4.dist-info").rename(site / "jinja2-3.1.5.dist-info")
    changed = program_fingerprint([source], SETTINGS)
    (site / "another-1.0.dist-info").mkdir()
    assert len({before, changed, program_fingerprint([source], SETTINGS)}) == 3


def test_another_python_counts(source, monkeypatch):
    before = program_fingerprint([source], SETTINGS)
    monkeypatch.setattr(module.sys, "version", "3.99")
    assert program_fingerprint([source], SETTINGS) != before
