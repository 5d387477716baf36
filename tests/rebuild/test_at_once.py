"""Two builds at once: neither spoils the other, and who has to stand back says so."""

from random import Random

import pytest

from tests.rebuild.building import Built, build, clean_tree, finish, start
from tests.rebuild.operations import apply
from tests.rebuild.project import Project
from tests.rebuild.trees import described, read_tree

# One process builds what all tests change.
pytestmark = pytest.mark.xdist_group("at once")

CHANGES = ("edit_base", "edit_a_style", "delete_record", "one_more_record")


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    project = Project(tmp_path_factory.mktemp("two builds"))
    assert build(project).code == 0
    yield project
    project.remove()


def changed(project: Project, seed: int) -> None:
    for name in CHANGES:
        apply(name, project, Random(seed))


def stood_back(built: Built) -> bool:
    """It went no further, and told an editor why."""
    said = built.said + built.errors
    return built.code == 1 and "另一个" in said and "Traceback" not in said


def both(project: Project, **second) -> list[Built]:
    processes = [start(project), start(project, **second)]
    return [finish(process) for process in processes]


def judged(project: Project, two: list[Built]) -> None:
    told = "\n".join(built.everything for built in two)
    assert any(built.code == 0 for built in two), told
    assert all(built.code == 0 or stood_back(built) for built in two), told


def rebuilt_is_clean(project: Project) -> None:
    built = build(project)
    assert built.code == 0, built.everything
    differences = described(read_tree(project.output), clean_tree(project))
    assert differences == [], "\n".join(differences)


def test_with_one_memory_into_one_output(project):
    changed(project, 1)
    judged(project, both(project))
    rebuilt_is_clean(project)


def test_into_one_output_with_a_memory_each(project, tmp_path):
    changed(project, 2)
    judged(project, both(project, cache=tmp_path / "memory"))
    rebuilt_is_clean(project)


def test_with_one_memory_into_an_output_each(project, tmp_path):
    changed(project, 3)
    two = both(project, output=tmp_path / "output")
    judged(project, two)
    rebuilt_is_clean(project)
    if two[1].code == 0:
        differences = described(read_tree(tmp_path / "output"), read_tree(project.output))
        assert differences == [], "\n".join(differences)
