"""What the tests of publishing ask of git and of folders."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path


def git(folder: Path, *arguments: str) -> str:
    command = ["git", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=True)
    return done.stdout.strip()


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes, git's own left out."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".git" not in path.relative_to(folder).parts
    }


def cloned(remote: Path, branch: str = "gh-pages") -> dict[str, bytes]:
    """What somebody who clones the branch gets."""
    folder = remote.parent / "clone"
    shutil.rmtree(folder, ignore_errors=True)
    git(remote.parent, "clone", "--quiet", "--branch", branch, str(remote), str(folder))
    return files(folder)
