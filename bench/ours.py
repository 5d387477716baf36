"""Builds by this project, started as the Makefile starts them, on a chosen corpus and clock."""

from __future__ import annotations

import json
import re
import shutil
import sys
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bench.corpus import Manifest
from bench.corpus.plan import BUILT, NEWS
from bench.measure import CommandError, Usage, measure

ROOT = Path(__file__).resolve().parents[1]
YEAR = re.compile(r"^发布日期: ([0-9]{4})", re.M)


@dataclass
class Workspace:
    """The input of builds: files and clock, which edits change, and the program in `root`."""

    content: Path
    theme: Path
    manifest: Manifest
    root: Path = ROOT
    now: datetime = BUILT
    newest: str = ""

    def __post_init__(self) -> None:
        self.newest = self.newest or self.manifest.newest

    @property
    def environ(self) -> dict[str, str]:
        return {"SOURCE_DATE_EPOCH": str(int(self.now.timestamp()))}

    @property
    def python(self) -> str:
        """The interpreter of that checkout, if it has an environment of its own."""
        own = self.root / ".venv/bin/python"
        return str(own) if self.root != ROOT and own.is_file() else sys.executable

    def pass_midnight(self) -> None:
        self.now += timedelta(days=1)

    def page(self, path: str) -> str:
        """The page of the record in the file `path`: that of a news item stands below its year."""
        column, name = path.removesuffix(".md").split("/")
        if column != NEWS:
            return f"{column}/{name}.html"
        year = YEAR.search((self.content / path).read_text(encoding="utf-8"))[1]
        return f"{column}/{year}/{name}.html"


def workspace(folder: Path, manifest: Manifest, root: Path = ROOT) -> Workspace:
    """Copy the theme of the checkout in `root` beside the corpus in `folder`: edits change it."""
    theme = folder / "theme"
    shutil.copytree(root / "theme", theme)
    return Workspace(folder / "ours", theme, manifest, root)


def command(workspace: Workspace, folder: Path) -> list[str | Path]:
    """A build that keeps output and cache in `folder`; a full build when that is empty."""
    cache, theme = json.dumps(str(folder / "cache")), json.dumps(str(workspace.theme))
    return [
        # As `make site` does.
        *(workspace.python, "-m", "plugins.commands.site", workspace.content),
        *("-s", "pelicanconf.py", "-o", output(folder)),
        *("-e", f"CACHE_PATH={cache}", f"THEME={theme}"),
    ]


def output(folder: Path) -> Path:
    return folder / "output"


def build(workspace: Workspace, folder: Path) -> Usage:
    """Measure a build. Raises CommandError when it reports success without having built a site."""
    usage = measure(command(workspace, folder), workspace.root, workspace.environ)
    if not (output(folder) / "index.html").is_file():
        raise CommandError(f"the build succeeded but left no site in {output(folder)}")
    return usage
