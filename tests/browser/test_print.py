"""A record on paper."""

from __future__ import annotations

import pytest

from tests.browser.nothing import assert_nothing
from tests.browser.overflow import TOO_WIDE
from tests.browser.site import page_names

RECORDS = [name for name in page_names() if name.endswith(" record")]
A4 = 794  # pixels


@pytest.fixture
def paper(tab, site):
    def print_(name: str):
        page = tab(width=A4)
        page.goto(site.url(name))
        page.emulate_media(media="print")
        return page

    return print_


@pytest.mark.parametrize("name", RECORDS)
def test_paper_shows_the_text_its_address_and_its_code(paper, name):
    page = paper(name)
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    assert page.locator("h1").first.is_visible()
    assert page.get_by_text(canonical, exact=False).locator("visible=true").count() >= 1
    assert page.locator("[data-element=qr]").first.is_visible()
    assert page.locator("[data-element=site-name]").is_visible()


@pytest.mark.parametrize("name", RECORDS)
def test_paper_has_nothing_to_press(paper, name):
    page = paper(name)
    assert page.locator("header nav").locator("visible=true").count() == 0
    buttons = page.locator("button, input, summary, [data-element=toolbar], form")
    assert buttons.locator("visible=true").count() == 0


@pytest.mark.parametrize("name", RECORDS)
def test_paper_cuts_nothing_off(paper, name):
    page = paper(name)
    assert_nothing(page.evaluate(TOO_WIDE))
    scrolled = page.locator("main *").evaluate_all(
        "all => all.filter((one) => getComputedStyle(one).overflowX !== 'visible'"
        " && one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1)"
        ".map((one) => one.outerHTML.slice(0, 80))"
    )
    assert_nothing(scrolled)
