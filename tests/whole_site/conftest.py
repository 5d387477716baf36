"""The built sample site, read once: every page as a parsed document."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup


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
