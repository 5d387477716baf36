"""The project as it was committed, in a folder of its own."""

from __future__ import annotations

import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from bench.measure import CommandError

ROOT = Path(__file__).resolve().parents[1]


@contextmanager
def committed(revision: str, *paths: str, root: Path = ROOT) -> Iterator[Path]:
    """A folder with these paths of a commit, all of it without paths."""
    command = ["git", "-C", str(root), "archive", revision, *paths]
    result = subprocess.run(command, capture_output=True, check=False)
    if result.returncode:
        raise CommandError(f"there is no commit {revision}: {result.stderr.decode()}")
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        with tarfile.open(fileobj=BytesIO(result.stdout)) as archive:
            archive.extractall(folder, filter="data")
        yield Path(folder)


def previous(root: Path = ROOT) -> str:
    """The commit before what is there: the last, unless nothing has changed since."""
    command = ["git", "-C", str(root), "status", "--porcelain"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    return "HEAD" if result.stdout.strip() else "HEAD~1"
