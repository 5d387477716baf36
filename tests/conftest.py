"""The sample site, built once for every test that reads or visits it."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
BUILT = datetime.fromisoformat("2026-11-23T09:00+08:00")


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built sample site. Its today is 2026-11-23."""
    output = tmp_path_factory.mktemp("sample") / "output"
    command = ["pelican", "content", "-s", "pelicanconf.py", "-o", str(output)]
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
    return output
