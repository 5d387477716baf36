"""Text at twice its size, and readers who don't want movement."""

from __future__ import annotations

import pytest

from tests.browser.nothing import assert_nothing
from tests.browser.overflow import CLIPPED, TOO_WIDE
from tests.browser.preferences import keep

PAGES = ["home", "calendar", "matters list", "penalties list", "policies record", "cases record"]
# Set by script, because the policy of the page forbids a style element.
TWICE = "document.documentElement.style.fontSize = '200%'"
MOVING = """() => [...document.querySelectorAll("*")].filter((one) => {
  return ["", "::before", "::after"].some((part) => {
    const style = getComputedStyle(one, part || null);
    const times = [...style.transitionDuration.split(","), ...style.animationDuration.split(",")];
    return times.some((time) => parseFloat(time) > 0.01) || style.scrollBehavior === "smooth";
  });
}).map((one) => one.tagName + "." + one.className)"""


@pytest.mark.parametrize("name", PAGES)
def test_text_at_200_percent_is_neither_cut_nor_wider_than_the_window(tab, site, name):
    page = tab(width=1280)
    page.goto(site.url(name))
    page.evaluate(TWICE)
    assert_nothing(page.evaluate(CLIPPED))
    assert_nothing(page.evaluate(TOO_WIDE))


@pytest.mark.parametrize("name", PAGES)
def test_the_largest_text_in_elder_mode_fits_a_telephone(tab, site, name):
    page = tab(width=360)
    page.add_init_script(keep({"elder": "on", "size": "largest"}))
    page.goto(site.url(name))
    assert_nothing(page.evaluate(CLIPPED))
    assert_nothing(page.evaluate(TOO_WIDE))


@pytest.mark.parametrize("name", ["home", "policies record", "penalties list"])
def test_reduced_motion_is_honoured(tab, site, name):
    page = tab(reduced_motion="reduce")
    page.goto(site.url(name))
    assert_nothing(page.evaluate(MOVING))
