"""No test is left out because of its folder's name."""

from fnmatch import fnmatch
from pathlib import Path

TESTS = Path(__file__).parent


def test_every_folder_is_searched_for_tests(pytestconfig):
    skipped = pytestconfig.getini("norecursedirs")
    folders = {file.parent.relative_to(TESTS) for file in TESTS.rglob("test_*.py")}
    names = {part for folder in folders for part in folder.parts}
    assert "build" in names
    assert [name for name in names if any(fnmatch(name, pattern) for pattern in skipped)] == []
