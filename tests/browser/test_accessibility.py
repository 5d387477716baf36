"""Every kind of page: WCAG 2.2 AA by axe-core; nothing fails, nothing is foreign, nothing wide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import violations
from tests.browser.nothing import assert_nothing
from tests.browser.overflow import TOO_WIDE
from tests.browser.preferences import choose, keep
from tests.browser.site import Site, page_names, template_names, together
from tests.browser.watch import Watch

PAGES = together(page_names())
WIDTHS = (360, 1280)
NARROWEST = 320
# As a reader sees it: colours of the system, what was chosen here.
SEEN = {
    "elder, largest": ({}, {"elder": "on", "size": "largest"}),
    "largest": ({}, {"size": "largest"}),
    "contrast": ({}, {"contrast": "high"}),
    "dark": ({"color_scheme": "dark"}, {}),
    "dark contrast": ({"color_scheme": "dark"}, {"contrast": "high"}),
    "forced colours": ({"forced_colors": "active"}, {}),
}
PLAIN = {"color_scheme": "light", "forced_colors": "none"}
MODES = {
    "dark": ({"color_scheme": "dark"}, {}),
    "elder": ({}, {"elder": "on", "size": "largest"}),
    "contrast": ({}, {"contrast": "high"}),
    "dark contrast": ({"color_scheme": "dark"}, {"contrast": "high"}),
}

# A class that sets `display` wins over the attribute `hidden`, unless the style sheet takes care.
SHOWN = """() => [...document.querySelectorAll("[hidden]")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }))
  .map((one) => one.outerHTML.slice(0, 120))"""


@dataclass(frozen=True)
class Visit:
    violations: dict[int, list[str]]
    too_wide: list[str]
    shown: list[str]
    problems: list[str]
    in_modes: dict[str, list[str]]


def look(browser: Browser, url: str, preferences: dict | None = None, seen=(), **options) -> Visit:
    """Everything that is wrong with a page, at every width; on a phone as it is `seen`, too."""
    context = browser.new_context(viewport={"width": WIDTHS[0], "height": 900}, **options)
    page = context.new_page()
    page.add_init_script(keep(preferences or {}))
    watch = Watch(page)
    page.goto(url)
    found = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found[width] = violations(page)
    page.set_viewport_size({"width": NARROWEST, "height": 900})
    too_wide, shown = page.evaluate(TOO_WIDE), page.evaluate(SHOWN)
    page.set_viewport_size({"width": WIDTHS[0], "height": 900})
    in_modes = {mode: _violations_in(page, *SEEN[mode]) for mode in seen}
    context.close()
    return Visit(found, too_wide, shown, watch.problems, in_modes)


def _violations_in(page: Page, media: dict, preferences: dict) -> list[str]:
    page.emulate_media(**{**PLAIN, **media})
    choose(page, **preferences)
    # Forced colours are those of the system: what axe reads are the ones that they replace.
    return violations(page, *(["color-contrast"] if "forced_colors" in media else []))


@pytest.fixture(scope="module")
def visit(browser: Browser, site: Site) -> Callable[[str], Visit]:
    """`visit(name)`: a page is looked at once for all that is asked of it."""
    once = {*template_names()}
    return cache(lambda name: look(browser, site.url(name), seen=SEEN if name in once else ()))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_no_rule_of_wcag_is_broken(visit, name, width):
    assert_nothing(visit(name).violations[width])


@pytest.mark.parametrize("mode", SEEN)
@pytest.mark.parametrize("name", together(template_names()))
def test_no_rule_of_wcag_is_broken_in_any_mode(visit, name, mode):
    assert_nothing(visit(name).in_modes[mode])


@pytest.mark.parametrize("name", PAGES)
def test_nothing_fails_and_nothing_is_asked_of_a_third_party(visit, name):
    assert_nothing(visit(name).problems)


@pytest.mark.parametrize("name", PAGES)
def test_at_320_px_nothing_is_wider_than_the_window(visit, name):
    assert_nothing(visit(name).too_wide)


@pytest.mark.parametrize("name", PAGES)
def test_what_is_marked_as_hidden_is_not_shown(visit, name):
    assert_nothing(visit(name).shown)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", ["home", "cases record", "penalties list"])
def test_nothing_of_this_is_broken_in_mode(browser, site, name, mode):
    options, preferences = MODES[mode]
    found = look(browser, site.url(name), preferences, **options)
    assert_nothing(found.violations[360])
    assert_nothing(found.violations[1280])
    assert_nothing(found.too_wide)
    assert_nothing(found.problems)


@pytest.mark.parametrize("width", [NARROWEST, 1280])
def test_no_rule_of_wcag_is_broken_in_what_opens(tab, site, width):
    """The panels of the header, and the prompt before leaving."""
    page = tab(width=width)
    page.goto(site.url("coverage record"))
    for summary in page.locator("header summary:visible").all():
        summary.click()
        assert_nothing(violations(page))
        assert_nothing(page.evaluate(TOO_WIDE))
        summary.press("Escape")
    page.locator("a[data-external]:visible").first.click()
    assert page.get_by_role("dialog").is_visible()
    assert_nothing(violations(page))
    assert_nothing(page.evaluate(TOO_WIDE))


def test_results_of_a_search_break_no_rule_of_wcag(tab, site):
    page = tab(width=360)
    page.goto(site.url("search") + "?q=法")
    page.locator("[data-element=search-results] a").first.wait_for()
    assert_nothing(violations(page))
    page.set_viewport_size({"width": NARROWEST, "height": 900})
    assert_nothing(page.evaluate(TOO_WIDE))


def test_the_scripts_leave_no_global_name(tab, site):
    page = tab()
    names = "Object.getOwnPropertyNames(window)"
    page.goto(f"{site.origin}/robots.txt")
    before = set(page.evaluate(names))
    page.goto(site.url("search"))
    # The numbered ones are the frames of a page.
    assert {name for name in page.evaluate(names) if not name.isdigit()} - before == set()
