"""The whole site by keyboard."""

from __future__ import annotations

import pytest

from tests.browser.nothing import assert_nothing
from tests.browser.preferences import keep

# What a reader can act on. A panel that is closed has nothing in it that can be seen.
NUMBER = """() => {
  const all = document.querySelectorAll(
    "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']");
  window.numbered = new Map([...all]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled)
    .map((one, number) => [one, number]));
  return window.numbered.size;
}"""
# The element with the focus: its number, its name, whether its focus is to be seen, and whether
# something lies over all of it.
FOCUSED = """() => {
  const one = document.activeElement;
  if (one === document.body || one === document.documentElement) return null;
  const style = getComputedStyle(one);
  const seen = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const covered = [...one.getClientRects()].every((box) => {
    const points = [[.5, .5], [.1, .5], [.9, .5], [.5, .1], [.5, .9]];
    return points.every(([x, y]) => {
      const top = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
      return !top || !(one.contains(top) || top.contains(one));
    });
  });
  const number = window.numbered.has(one) ? window.numbered.get(one) : -1;
  const label = (one.innerText || one.ariaLabel || one.name || "").trim().slice(0, 20);
  return { number, name: `${one.tagName.toLowerCase()} ${label}`, seen, covered };
}"""
NAMES = """() => [...window.numbered.keys()].map((one) => one.outerHTML.slice(0, 120))"""
PAGES = [
    "home",
    "search",
    "calendar",
    "matters list",
    "penalties list",
    "policies list",
    "policies record",
    "events record",
    "missing",
]


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_tab_reaches_everything_in_order_and_the_focus_can_be_seen(tab, site, name, width):
    # A smooth scroll would still be under way when the place of the focus is asked for.
    page = tab(width=width, reduced_motion="reduce")
    page.goto(site.url(name))
    count = page.evaluate(NUMBER)
    steps = []
    for _ in range(count + 5):
        page.keyboard.press("Tab")
        step = page.evaluate(FOCUSED)
        if step is None:
            break
        steps.append(step)
    names = page.evaluate(NAMES)
    reached = [step["number"] for step in steps if step["number"] >= 0]
    assert_nothing([names[n] for n in range(count) if n not in reached])
    assert reached == sorted(reached), "the order of the focus is not the order of the page"
    assert_nothing([step["name"] for step in steps if not step["seen"]])
    assert_nothing([step["name"] for step in steps if step["covered"]])


@pytest.mark.parametrize("name", ["home", "policies record"])
def test_the_first_tab_offers_the_way_to_the_text(tab, site, name):
    page = tab()
    page.goto(site.url(name))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getBoundingClientRect().top >= 0")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_targets_in_elder_mode_are_at_least_44_px(tab, site):
    page = tab(width=360)
    page.add_init_script(keep({"elder": "on"}))
    page.goto(site.url("home"))
    # Links inside a sentence are exempt (WCAG 2.5.8); what stands alone is not.
    small = page.locator("button:visible, summary:visible, input:visible").evaluate_all(
        "all => all.filter((one) => one.getBoundingClientRect().height < 44)"
        ".map((one) => one.outerHTML.slice(0, 120))"
    )
    assert_nothing(small)
