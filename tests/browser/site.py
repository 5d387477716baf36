"""The pages of the sample site: one of every kind, by a name known before it is built."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "content"
# Kinds of column whose page is no list of records.
COLUMN_PAGES = {"matter", "whom", "catalogue"}
SINGLE = {
    "home": "index.html",
    "search": "search.html",
    "sitemap": "sitemap.html",
    "missing": "404.html",
    "data": "data/index.html",
    "alphabet": "statutes/pinyin.html",
    "figures": "statutes/figures.html",
}


def page_names() -> list[str]:
    """`home`, …, `leaving`, `news list`, `news record`, … for every column of the content."""
    columns = sorted(file.parent for file in CONTENT.glob("*/_column.yml"))
    lists = [f"{column.name} list" for column in columns]
    records = [f"{column.name} record" for column in columns if any(column.glob("*.md"))]
    return [*SINGLE, "leaving", "calendar", "comparison", *lists, *records]


def template_names() -> list[str]:
    """Of the pages that one template makes, the first: records by their kind, lists by theirs."""
    own_lists = {file.stem for file in (ROOT / "theme/templates/lists").glob("*.html")}
    first: dict[str, str] = {}
    for name in page_names():
        column, _, sort = name.partition(" ")
        kind = _kind_of(column) if sort else name
        template = kind if sort != "list" or kind in own_lists | COLUMN_PAGES else "list"
        first.setdefault(f"{template} {sort}", name)
    return [*first.values()]


def _kind_of(column: str) -> str:
    text = (CONTENT / column / "_column.yml").read_text(encoding="utf-8")
    return re.search(r"^kind: *(\w+)", text, re.M)[1]


def together(names: list[str]) -> list:
    """Parameters: one process runs all tests of a page, which looks at the page once for them."""
    return [pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in names]


@dataclass(frozen=True)
class Site:
    """The built site at `origin`; its files are in `folder`."""

    origin: str
    folder: Path

    def url(self, name: str) -> str:
        """The address of the page with a name that `page_names` gives."""
        return f"{self.origin}/{self._address(name)}"

    def _address(self, name: str) -> str:
        if name in SINGLE:
            return SINGLE[name]
        if name == "leaving":
            return self._first("leaving/*.html")
        if name == "comparison":
            return self._first("statutes/compare/*.html")
        if name == "calendar":
            return self._first("events/[0-9][0-9][0-9][0-9]-[0-9][0-9].html")
        column, _, kind = name.partition(" ")
        return f"{column}/index.html" if kind == "list" else self._longest_records[column]

    def _first(self, pattern: str) -> str:
        found = sorted(self.folder.glob(pattern))
        assert found, f"the site has no page {pattern}"
        return found[0].relative_to(self.folder).as_posix()

    @cached_property
    def _longest_records(self) -> dict[str, str]:
        """Column → its longest record page: the one with most in it that can go wrong."""
        longest: dict[str, tuple[int, str]] = {}
        for file in sorted(self.folder.glob("*/**/*.html")):
            html = file.read_text(encoding="utf-8")
            if '<meta name="ArticleTitle"' in html:
                address = file.relative_to(self.folder).as_posix()
                column = address.partition("/")[0]
                longest[column] = max(longest.get(column, (0, "")), (len(html), address))
        return {column: address for column, (_, address) in longest.items()}
