"""A repository of some content, committed on days of one's own choice."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path

PEOPLE = ("AUTHOR", "COMMITTER")


def git(folder: Path, *arguments: str, day: date | None = None) -> None:
    names = {
        f"GIT_{who}_{what}": "a" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    days = {f"GIT_{who}_DATE": f"{day}T09:00:00+0800" for who in ("AUTHOR", "COMMITTER") if day}
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(
        ["git", *arguments], cwd=folder, check=True, env={**os.environ, **names, **days, **quiet}
    )


def start(folder: Path, day: date) -> None:
    """Commit all of a folder for the first time."""
    git(folder, "init", "--quiet")
    commit(folder, day)


def commit(folder: Path, day: date) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "-m", "改", day=day)
