"""The sample site, built once for every test that reads or visits it."""

from __future__ import annotations

import fcntl
import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

# The hook that makes groups of tests work.
from tests.groups import pytest_collection_modifyitems  # noqa: F401

ROOT = Path(__file__).resolve().parents[1]
# Hundreds of builds would each compile the program again.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
# Tests keep many parsed pages and texts: looking for garbage among them takes a third of the time.
gc.set_threshold(50_000, 20, 100)

BUILT = datetime.fromisoformat("2026-11-23T09:00+08:00")


@pytest.fixture(scope="session", autouse=True)
def own_builds_are_left_alone() -> Iterator[None]:
    """Tests build elsewhere, each with a cache of its own: they may run at once, and twice."""
    before = _own_builds()
    yield
    after = _own_builds()
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    assert not changed, f"a test wrote to the project, or `make` ran meanwhile: {sorted(changed)}"


def _own_builds() -> dict[str, int]:
    """The times of what `make site` leaves."""
    files = (file for name in (".cache", "output") for file in (ROOT / name).rglob("*"))
    return {file.relative_to(ROOT).as_posix(): file.stat().st_mtime_ns for file in files}


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built sample site, which tests only read. Its today is 2026-11-23."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        # The folder that all processes of this run share: the first builds, others wait for it.
        folder = folder.parent
    output = folder / "sample" / "output"
    output.parent.mkdir(exist_ok=True)
    with (output.parent / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (output.parent / "built").exists():
            _build_sample(output)
            (output.parent / "built").touch()
    return output


def _build_sample(output: Path) -> None:
    cache = f'CACHE_PATH="{output}-cache"'
    command = ["pelican", "content", "-s", "pelicanconf.py", "-o", str(output), "-e", cache]
    result = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=ROOT,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(int(BUILT.timestamp()))},
        capture_output=True,
        text=True,
    )
    if result.returncode or not (output / "index.html").exists():
        pytest.fail(
            f"the sample site was not built:\n{result.stdout}{result.stderr}", pytrace=False
        )
