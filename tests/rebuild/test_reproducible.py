"""One state of the project makes the same bytes wherever, by whomever and however it is built."""

import pytest

from tests.rebuild.building import Built, finish, start_clean
from tests.rebuild.building import clean_folders as folders
from tests.rebuild.project import WHOLE, Project
from tests.rebuild.trees import Tree, described, read_tree

# Each goes in one way from what the first build was.
WAYS = {
    "another folder": {},
    "a time zone far away": {"environ": {"TZ": "America/New_York"}},
    "the plainest locale": {"environ": {"LC_ALL": "C", "LANG": "C"}},
    "a Chinese locale": {"environ": {"LC_ALL": "zh_CN.UTF-8", "LANG": "zh_CN.UTF-8"}},
    "other hashes": {"environ": {"PYTHONHASHSEED": "4321"}},
    "one worker": {"overrides": {"WORKERS": "1"}},
    "three workers": {"overrides": {"WORKERS": "3"}},
}
FIRST = {
    "environ": {
        "TZ": "Asia/Shanghai",
        "LC_ALL": "C.UTF-8",
        "LANG": "C.UTF-8",
        "PYTHONHASHSEED": "0",
    },
    "overrides": {"WORKERS": "2"},
}
# All tests compare with one build: it is made once when one process runs them all.
pytestmark = pytest.mark.xdist_group("reproducible")


def built_in(folder, environ, overrides) -> tuple[Built, Tree]:
    project = Project(folder, WHOLE)
    project.environ, project.overrides = environ, overrides
    built = finish(start_clean(project))
    assert built.code == 0, built.everything
    tree = read_tree(folders(project)[0])
    project.remove()
    return built, tree


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    return built_in(tmp_path_factory.mktemp("a"), **FIRST)


@pytest.mark.parametrize("way", WAYS)
def test_the_same_bytes(first, way, tmp_path):
    folder = tmp_path / "一个 much longer name of a folder" / "and one more in it"
    options = {key: {**value, **WAYS[way].get(key, {})} for key, value in FIRST.items()}
    built, tree = built_in(folder, **options)
    differences = described(tree, first[1])
    assert differences == [], "\n".join(differences)
    # Pelican warns in between when the machine has not got the locale.
    expected = first[0].said.splitlines()
    assert [line for line in built.said.splitlines() if line in expected] == expected
