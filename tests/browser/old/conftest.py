"""The browsers that nobody makes any more and citizens still have: Chromium 78 and 80."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest

from tests.browser.old.packages import RELEASES, Unavailable, chromium
from tests.browser.old.pipe import OldBrowser
from tests.browser.old.tab import OldTab


@pytest.fixture(scope="session", params=sorted(RELEASES), ids=lambda number: f"Chromium {number}")
def old_browser(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[OldBrowser]:
    """On CI they must be there; elsewhere the tests are skipped, and say why."""
    try:
        executable = chromium(request.param)
    except Unavailable as reason:
        if os.environ.get("CI"):
            pytest.fail(str(reason), pytrace=False)
        pytest.skip(str(reason))
    with OldBrowser(executable, tmp_path_factory.mktemp("profile")) as browser:
        assert browser.version.startswith(f"HeadlessChrome/{request.param}.")
        yield browser


@pytest.fixture
def old_tab(old_browser: OldBrowser) -> Iterator[Callable[..., OldTab]]:
    """`old_tab(width=1280, before="")`: a new tab."""
    tabs = []

    def new(width: int = 1280, before: str = "") -> OldTab:
        tabs.append(OldTab(old_browser, width, before))
        return tabs[-1]

    yield new
    for tab in tabs:
        tab.close()
