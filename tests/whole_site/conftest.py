"""The built sample site, read once: every page as a parsed document."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

# Tests that read all pages: they are parsed once, by one process.
PARSED = pytest.mark.xdist_group("parsed pages")


@pytest.hookimpl(tryfirst=True)  # before xdist looks
def pytest_collection_modifyitems(items):
    for item in items:
        if "pages" in item.fixturenames and Path(__file__).parent in item.path.parents:
            item.add_marker(PARSED)


@pytest.fixture(scope="session")
def pages(sample_site):
    """Path → the parsed page, of every HTML page."""
    return {
        file.relative_to(sample_site).as_posix(): BeautifulSoup(file.read_bytes(), "lxml")
        for file in sorted(sample_site.rglob("*.html"))
    }


@pytest.fixture(scope="session")
def kinds(pages):
    """Path → what sort of page it is, as the body says."""
    return {
        path: next(name.removeprefix("kind-") for name in page.body["class"])
        for path, page in pages.items()
    }
