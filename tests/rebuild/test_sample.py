"""The part of the sample content that rebuilds are tried on: nothing is lost that could happen."""

import re

import pytest

from plugins.commands.check import main as check
from tests.rebuild.front_matter import parts
from tests.rebuild.project import NOON, WHOLE
from tests.rebuild.sample import copy_part


@pytest.fixture
def part(tmp_path):
    copy_part(WHOLE, tmp_path / "content", NOON)
    return tmp_path / "content"


def fields(content):
    """The labels that records of each column have."""
    found = {}
    for file in content.glob("*/*.md"):
        labels = (line.partition(":")[0] for line in parts(file.read_text("utf-8"))[0])
        found.setdefault(file.parent.name, set()).update(
            label for label in labels if re.match(r"[^\s#-]", label)
        )
    return found


def test_every_column_has_every_field_that_it_has(part):
    assert fields(part) == fields(WHOLE)


def test_every_column_and_every_sort_of_file_is_there(part):
    def sorts(content):
        return {
            (file.parent.relative_to(content).as_posix(), file.suffix)
            for file in content.rglob("*.*")
        }

    assert sorts(part) == sorts(WHOLE)


def test_it_is_smaller(part):
    assert len(list(part.glob("*/*.md"))) < 2 / 3 * len(list(WHOLE.glob("*/*.md")))


def test_nothing_in_it_stops_a_publisher(part, monkeypatch, capsys):
    """A link to what was left out would be an error, and a build for publishing would stop."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(NOON))
    assert check([str(part)]) == 0, capsys.readouterr().out
