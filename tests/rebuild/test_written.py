"""A rebuild writes what has changed and nothing else, so that a copy of the site stays small."""

from random import Random

import pytest

from tests.rebuild.building import build, clean_tree
from tests.rebuild.operations import apply
from tests.rebuild.project import WHOLE, Project
from tests.rebuild.trees import described, differing, read_tree

# One process builds what all tests change.
pytestmark = pytest.mark.xdist_group("written")


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    project = Project(tmp_path_factory.mktemp("what is written"), WHOLE)
    assert build(project).code == 0
    yield project
    project.remove()


def times(project: Project) -> dict[str, int]:
    files = (file for file in project.output.rglob("*") if file.is_file())
    return {file.relative_to(project.output).as_posix(): file.stat().st_mtime_ns for file in files}


def written_and_changed(project: Project) -> tuple[list[str], list[str]]:
    """The paths whose time is another after a build, and those whose bytes are."""
    before = read_tree(project.output), times(project)
    built = build(project)
    assert built.code == 0, built.everything
    return differing(before[1], times(project)), differing(before[0], read_tree(project.output))


def test_nothing_when_nothing_has_changed(project):
    assert written_and_changed(project) == ([], [])


def test_nothing_when_only_the_times_of_files_have_changed(project):
    apply("times_of_a_fresh_clone", project, Random(1))
    assert written_and_changed(project) == ([], [])


@pytest.mark.parametrize(
    "name",
    ["edit_body", "edit_title", "delete_cited_record", "edit_a_clause", "edit_a_picture"],
)
def test_only_what_has_other_bytes(project, name):
    apply(name, project, Random(1))
    written, changed = written_and_changed(project)
    assert written == changed != []


def test_a_new_style_is_written_with_all_pages_that_name_it(project):
    apply("edit_a_style", project, Random(1))
    written, changed = written_and_changed(project)
    assert written == changed
    assert len(changed) > 300


def test_only_the_output_that_was_deleted(project):
    file = project.output / "index.html"
    file.unlink()
    written, _ = written_and_changed(project)
    assert written == ["index.html"]


def test_after_all_of_this_it_is_what_a_clean_build_gives(project):
    """Of the whole sample content; the other tests of rebuilds have a part of it."""
    differences = described(read_tree(project.output), clean_tree(project))
    assert differences == [], "\n".join(differences)
