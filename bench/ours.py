"""Our build as editors start it, with a cache, an output and a clock of our choosing."""

from __future__ import annotations

import json
import shutil
import sys
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bench.corpus import Manifest
from bench.corpus.plan import BUILT
from bench.measure import Failed, Usage, measure

ROOT = Path(__file__).resolve().parents[1]


@dataclass
class Scene:
    """What a build reads. Edits change the files and the clock, and stay for later builds."""

    content: Path
    theme: Path
    manifest: Manifest
    now: datetime = BUILT

    @property
    def environ(self) -> dict[str, str]:
        return {"SOURCE_DATE_EPOCH": str(int(self.now.timestamp()))}

    def pass_midnight(self) -> None:
        self.now += timedelta(days=1)


def scene(folder: Path, manifest: Manifest) -> Scene:
    """The corpus in `folder` with a copy of the theme beside it, whose files an edit may change."""
    theme = folder / "theme"
    shutil.copytree(ROOT / "theme", theme)
    return Scene(folder / "ours", theme, manifest)


def command(scene: Scene, folder: Path) -> list[str | Path]:
    """A build whose output and cache are kept in `folder`: from nothing when that is empty."""
    cache, theme = json.dumps(str(folder / "cache")), json.dumps(str(scene.theme))
    return [
        # As `make site` does.
        *(sys.executable, "-m", "plugins.commands.site", scene.content),
        *("-s", "pelicanconf.py", "-o", output(folder)),
        *("-e", f"CACHE_PATH={cache}", f"THEME={theme}"),
    ]


def output(folder: Path) -> Path:
    return folder / "output"


def build(scene: Scene, folder: Path) -> Usage:
    """Build, and be sure that there is a site: a measurement of nothing would look very good."""
    used = measure(command(scene, folder), ROOT, scene.environ)
    if not (output(folder) / "index.html").is_file():
        raise Failed(f"the build ended well and left no site in {output(folder)}")
    return used
