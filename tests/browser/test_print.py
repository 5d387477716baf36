"""A record on paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import pytest
from playwright.sync_api import Browser

from tests.browser.nothing import assert_nothing
from tests.browser.overflow import TOO_WIDE
from tests.browser.paper import WIDTH
from tests.browser.site import Site, page_names, together

RECORDS = together([name for name in page_names() if name.endswith(" record")])

SCRIPT = "site/print.js"
# The parts of a record that paper needs and that can't be seen.
MISSING = """() => {
  const seen = (one) => one && one.checkVisibility({ visibilityProperty: true });
  const hook = (name) => document.querySelector(`[data-element="${name}"]`);
  const canonical = document.querySelector("link[rel=canonical]").href;
  const parts = {
    "the name of the site": hook("site-name"),
    "the title": hook("page-title"),
    "the source": hook("source"),
    "the code": hook("qr"),
    "the address": [...document.querySelectorAll("main *")]
      .filter((one) => one.children.length === 0 && one.textContent.trim() === canonical)
      .find(seen),
  };
  return Object.keys(parts).filter((name) => !seen(parts[name]));
}"""
# What makes no sense on paper and can be seen.
USELESS = """() => [...document.querySelectorAll(
    "header nav, footer nav, button, input, header summary, [data-element=toolbar], .skip-link")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }))
  .filter((one) => one.getBoundingClientRect().bottom > 0)
  .map((one) => one.outerHTML.slice(0, 120))"""
# Paper doesn't scroll.
SCROLLED = """() => [...document.querySelectorAll("main *")]
  .filter((one) => getComputedStyle(one).overflowX !== "visible"
    && one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1)
  .map((one) => one.outerHTML.slice(0, 120))"""


@dataclass(frozen=True)
class Sheet:
    missing: list[str]
    useless: list[str]
    cut: list[str]


@pytest.fixture(scope="module")
def paper(browser: Browser, site: Site) -> Callable[[str], Sheet]:
    """`paper(name)`: that record, printed once for all that is asked of it."""

    def print_(name: str) -> Sheet:
        context = browser.new_context(viewport={"width": WIDTH, "height": 1123})
        page = context.new_page()
        page.goto(site.url(name))
        page.emulate_media(media="print")
        cut = page.evaluate(TOO_WIDE) + page.evaluate(SCROLLED)
        sheet = Sheet(page.evaluate(MISSING), page.evaluate(USELESS), cut)
        context.close()
        return sheet

    return cache(print_)


@pytest.mark.parametrize("name", RECORDS)
def test_paper_shows_the_text_its_address_and_its_code(paper, name):
    assert_nothing(paper(name).missing)


@pytest.mark.parametrize("name", RECORDS)
def test_paper_has_nothing_to_press(paper, name):
    assert_nothing(paper(name).useless)


@pytest.mark.parametrize("name", RECORDS)
def test_paper_cuts_nothing_off(paper, name):
    assert_nothing(paper(name).cut)


def test_what_is_folded_is_unfolded_for_printing_and_folded_again_after(bare):
    """theme/static/js/site/print.js"""
    folded = "<details><summary>条</summary><p>文</p></details>"
    page = bare(f"<header>{folded}</header><main>{folded}<details open>开</details></main>", SCRIPT)
    opened = "() => [...document.querySelectorAll('details')].map((one) => one.open)"
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(opened) == [False, True, True]
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(opened) == [False, False, True]
