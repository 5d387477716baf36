"""What a preview shows of findings, in a browser: nothing covers anything, at any size of type."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.axe import violations
from tests.browser.nothing import assert_nothing
from tests.browser.overflow import CLIPPED, TOO_WIDE
from tests.browser.preferences import keep
from tests.build.built import build
from tests.build.test_preview import FILES
from tests.content_folder import make_content, record

ORIGIN = "http://preview.test"
LONG = "dongtai/" + "hen-chang-de-wenjian-ming-" * 4 + "yi.md"
PAGES = {
    "home": "index.html",
    "findings": "preview/findings.html",
    "record": "dongtai/2026/marked.html",
}
MODES = {
    "": {},
    "largest": {"size": "largest"},
    "elder largest": {"elder": True, "size": "largest"},
}


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("preview")
    broken = record("缺来源").replace("来源: 办公室\n", "")
    build(make_content(folder, {**FILES, LONG: broken}), folder)
    return folder / "output"


@pytest.fixture
def visit(tab, built):
    """Open a page of the preview."""

    def open_(name, width, preferences):
        page = tab(width=width)
        page.add_init_script(keep(preferences))
        page.route(
            f"{ORIGIN}/**",
            lambda route: route.fulfill(path=built / urlsplit(route.request.url).path[1:]),
        )
        page.goto(f"{ORIGIN}/{PAGES[name]}")
        return page

    return open_


@pytest.mark.parametrize("width", [360, 768, 1440])
@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("mode", MODES)
def test_nothing_covers_the_page_or_is_wider(visit, name, width, mode):
    page = visit(name, width, MODES[mode])
    banner = page.locator("[data-element=preview-notice]").bounding_box()
    assert (banner["x"], banner["y"], banner["width"]) == (0, 0, width)
    header = page.locator(".masthead").first.bounding_box()
    assert header["y"] >= banner["height"] - 1
    assert_nothing(page.evaluate(TOO_WIDE))
    assert_nothing(page.evaluate(CLIPPED))


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [360, 1440])
def test_no_rule_of_wcag_is_broken(visit, name, width):
    assert_nothing(violations(visit(name, width, {})))


def test_the_banner_leads_to_the_findings_and_these_to_the_record(visit):
    page = visit("record", 1440, {})
    page.locator("[data-element=preview-notice] a").click()
    page.wait_for_url("**/preview/findings.html")
    page.get_by_role("link", name="断了").click()
    page.wait_for_url("**/dongtai/2026/marked.html")
    box = page.locator("[data-element=record-findings]").bounding_box()
    text = page.locator("[data-element=body]").bounding_box()
    # Beside the text, not above it.
    assert box["x"] > text["x"] + text["width"]


def test_the_panel_of_a_clause_is_not_the_banner(visit):
    """The two had one class: the banner became a box behind the emblem."""
    page = visit("home", 1440, {})
    style = "getComputedStyle(document.querySelector('[data-element=preview-notice]')).position"
    assert page.evaluate(style) == "static"
