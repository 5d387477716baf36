"""What Chromium 78 and 80 make of the style sheet: what they drop is known, and can be spared."""

from __future__ import annotations

import json
import re

import pytest
import tinycss2

from plugins.theme.old_browsers.sheet import OLD, Style, parse, styles

# Without these a line breaks elsewhere, an underline is thinner, a form has the browser's colours.
SPARED = {
    "accent-color",
    "aspect-ratio",
    "color-scheme",
    "forced-color-adjust",
    "text-autospace",
    "text-decoration-thickness",
    "text-spacing-trim",
    "text-underline-offset",
    "text-wrap",
}
FOREIGN = re.compile(r"-moz-|-webkit-text-decoration|text-size-adjust")  # of other makers
# No rule of these is needed to read a page or to use it, or it has a stand-in.
UNKNOWN_SELECTORS = re.compile(":focus-visible|:where|::-moz-|::marker")
# Values with a stand-in in a rule of its own, see plugins/theme/old_browsers.
DOUBLED = re.compile(r"\b(clamp|min|max)\(|overflow-wrap: anywhere")
DROPPED = """(selectors) => selectors.filter((one) => {
  try { document.querySelector(one); return false; } catch (error) { return true; }
})"""
UNKNOWN = """(pairs) => pairs.filter(([name, value]) => !CSS.supports(name, value))
  .map((pair) => pair.join(": "))"""


@pytest.fixture(scope="module")
def sheet(sample_site) -> list[tuple[bool, Style]]:
    """Every rule as it is served, and whether old browsers alone read it."""
    (file,) = sample_site.glob("assets/site.*.css")
    rules = parse(file.read_text(encoding="utf-8"))
    return [(f"supports {OLD}" in within, style) for within, style in styles(rules)]


@pytest.fixture(scope="module")
def served(sheet) -> list[Style]:
    return [style for is_old, style in sheet if not is_old]


def selectors_of(style: Style) -> set[str]:
    return {tinycss2.serialize(selector) for selector in style.selectors}


@pytest.fixture
def ask(site, old_tab):
    """`ask(function, argument)`: what a function says in the old browser."""
    tab = old_tab()
    tab.goto(site.url("home"))
    return lambda function, argument: tab.run(f"({function})({json.dumps(argument)})")


def test_what_is_dropped_can_be_spared(served, ask):
    pairs = {
        (one.name, one.text)
        for style in served
        for one in style.declarations
        if one.name not in SPARED and not one.name.startswith("--")
        if not style.value(f"-webkit-{one.name}")
    }
    assert len(pairs) > 400
    unknown = ask(UNKNOWN, sorted(pairs))
    assert [one for one in unknown if not FOREIGN.match(one) and not DOUBLED.search(one)] == []


def test_a_value_that_is_dropped_has_another_rule(sheet, served):
    stand_ins = {
        (selector, one.name)
        for is_old, style in sheet
        if is_old
        for selector in selectors_of(style)
        for one in style.declarations
    }
    dropped = {
        (selector, "word-break" if one.name == "overflow-wrap" else one.name)
        for style in served
        for one in style.declarations
        if DOUBLED.search(f"{one.name}: {one.text}")
        for selector in selectors_of(style)
    }
    assert len(dropped) > 10
    assert dropped - stand_ins == set()


def test_a_selector_that_is_dropped_takes_no_other_along(served, ask):
    lists = {", ".join(sorted(selectors_of(style))): selectors_of(style) for style in served}
    alone = sorted({selector for parts in lists.values() for selector in parts})
    unknown = set(ask(DROPPED, alone))
    assert [one for one in unknown if not UNKNOWN_SELECTORS.search(one)] == []
    mixed = [name for name, parts in lists.items() if parts & unknown and parts - unknown]
    assert mixed == []


@pytest.mark.parametrize(("width", "gutter"), [(320, 12.8), (640, 25.6), (1280, 40)])
def test_a_variable_with_a_size_that_grows_holds_a_plain_one(site, old_tab, width, gutter):
    tab = old_tab(width)
    tab.goto(site.url("home"))
    padding = tab.run("parseFloat(getComputedStyle(document.querySelector('main')).paddingLeft)")
    assert padding == pytest.approx(gutter, abs=0.1)
