"""What Chromium 78 and 80 make of the style sheet: whatever they drop is known, and can be spared."""

from __future__ import annotations

import json

import pytest

# Not lowered: without it a line breaks elsewhere, a mark is drawn by the browser's own colours.
SPARED = {
    "accent-color",
    "color-scheme",
    "forced-color-adjust",
    "text-autospace",
    "text-decoration-thickness",
    "text-spacing-trim",
    "text-underline-offset",
    "text-wrap",
}
# Of other makers' browsers.
FOREIGN = ("-moz-", "-webkit-", "text-size-adjust")

# [selector, property, value] of each declaration as it is served; a stylesheet of today's browser
# shows what was written, where an old one shows what it understood.
DECLARATIONS = r"""() => {
  const found = [];
  const walk = (rules) => {
    for (const rule of rules) {
      if (rule.cssRules && rule.cssRules.length && !rule.selectorText) walk(rule.cssRules);
      if (!rule.selectorText) continue;
      for (const [, name, value] of rule.cssText.matchAll(/[{;]\s*([\w-]+):\s*([^;]+)/g))
        found.push([rule.selectorText, name, value]);
    }
  };
  for (const sheet of document.styleSheets) walk(sheet.cssRules);
  return found;
}"""
SELECTORS = """(selectors) => selectors.filter((one) => {
  try { document.querySelector(one); return false; } catch (error) { return true; }
})"""
UNKNOWN = """(pairs) => pairs.filter(([name, value]) =>
  !name.startsWith("--") && !CSS.supports(name, value)).map((pair) => pair.join(": "))"""


@pytest.fixture(scope="module")
def served(browser, site) -> list[list[str]]:
    page = browser.new_page()
    page.goto(site.url("home"))
    found = page.evaluate(DECLARATIONS)
    page.close()
    return found


def call(function: str, argument: object) -> str:
    return f"({function})({json.dumps(argument)})"


def test_what_is_dropped_can_be_spared(site, served, old_tab):
    tab = old_tab()
    tab.goto(site.url("home"))
    pairs = sorted({(name, value.strip()) for _, name, value in served})
    assert len(pairs) > 500
    unknown = tab.run(call(UNKNOWN, pairs))
    wrong = [
        pair
        for pair in unknown
        if pair.partition(":")[0] not in SPARED and not pair.startswith(FOREIGN)
    ]
    assert wrong == []


def test_a_selector_that_is_dropped_has_another_rule(site, served, old_tab):
    """`:focus-visible` and `:where()`: each in a rule of its own, so that it takes nothing along."""
    tab = old_tab()
    tab.goto(site.url("home"))
    selectors = sorted({selector for selector, *_ in served if "::-moz-" not in selector})
    dropped = tab.run(call(SELECTORS, selectors))
    assert all(":focus-visible" in one or ":where(" in one for one in dropped)
    assert [one for one in dropped if "," in one.replace(", ", ",").split(":where(")[0]] == []


def test_a_variable_with_a_size_that_grows_holds_a_plain_one(site, old_tab):
    for width, gutter in ((320, "16px"), (640, "25.6px"), (1280, "40px")):
        tab = old_tab(width)
        tab.goto(site.url("home"))
        main = "getComputedStyle(document.querySelector('main'))"
        assert tab.run(f"{main}.paddingLeft") == gutter
