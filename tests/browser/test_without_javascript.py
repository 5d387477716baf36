"""Everything that matters works without JavaScript."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page


@pytest.fixture
def plain(watched, site):
    """`plain(name)`: a page of the site in a browser with JavaScript off."""

    def open_(name: str) -> Page:
        page, _ = watched(java_script_enabled=False)
        page.goto(site.url(name))
        return page

    return open_


def test_an_external_link_leads_to_a_page_that_asks(plain):
    page = plain("coverage record")
    link = page.locator("a[data-external]:visible").first
    outside = link.get_attribute("data-external")
    link.click()
    page.wait_for_url("**/leaving/*.html")
    prompt = page.locator("[data-element=leaving]")
    assert "是否继续？" in prompt.text_content()
    onward = prompt.locator(f'a[href="{outside}"]')
    assert onward.text_content().strip() == "继续访问"
    assert {"noopener", "noreferrer"} <= set(onward.get_attribute("rel").split())


def test_the_search_page_explains_and_points_to_the_site_map(plain, site):
    page = plain("search")
    note = page.locator("main p", has_text="JavaScript")
    note.locator("a[href*=sitemap]").click()
    assert page.url == site.url("sitemap")


def test_a_list_is_filtered_by_links(plain):
    page = plain("policies list")
    before = page.locator("main [data-element=list-item]").count()
    options = page.locator("[data-element=filters] a:not([aria-current])")
    href = options.last.get_attribute("href")
    expected = urljoin(page.url, href)
    options.last.click()
    page.wait_for_url(expected)
    assert 0 < page.locator("main [data-element=list-item]").count() < before
    assert page.locator("[data-element=filters] a[aria-current]").count() >= 1


@pytest.mark.parametrize(
    "hook",
    [
        "[data-element=toolbar]",
        "[data-element=toolbar] button",
        "[data-element=copy-link]",
        "[data-element=leaving-dialog]",
        "[data-action=read]",
    ],
)
def test_what_needs_javascript_is_not_offered(plain, hook):
    found = plain("policies record").locator(hook)
    assert found.count() > 0
    assert not any(one.is_visible() for one in found.all())


def test_every_column_is_reached_from_the_header(plain):
    page = plain("home")
    for summary in page.locator("header nav summary").all():
        summary.click()
    page.locator("header nav a[href*=penalties]:visible").first.click()
    page.wait_for_url("**/penalties/**")
