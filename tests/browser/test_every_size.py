"""Every template in every size of type, every mode and every width: nothing is cut, no column is
narrower than eight characters, nothing reaches over the edge.
"""

from __future__ import annotations

import pytest

from tests.browser.nothing import assert_nothing
from tests.browser.overflow import CLIPPED, NARROW, TOO_WIDE
from tests.browser.preferences import choose
from tests.browser.site import page_names, together

WIDTHS = (320, 360, 768, 1440)
SIZES = ("", "large", "largest")
MODES = ("normal", "elder", "contrast", "dark", "forced colours")
PREFERENCES = {"elder": {"elder": "on"}, "contrast": {"contrast": "high"}}
PROBLEMS = {"narrow": NARROW, "wide": TOO_WIDE, "cut": CLIPPED}
# At 360 pixels, in screens of 740.
SCREEN = 740
MOST_SCREENS = {("penalties list", "elder", "largest"): 12, ("home", "normal", ""): 5}


def seen(page, mode, size, width):
    page.set_viewport_size({"width": width, "height": SCREEN})
    choose(page, **PREFERENCES.get(mode, {}), **({"size": size} if size else {}))
    at = f"{mode} {size or 'standard'} {width}"
    return [f"{at} {what} {one}" for what, js in PROBLEMS.items() for one in page.evaluate(js)]


@pytest.mark.parametrize("name", together(page_names()))
def test_every_size_mode_and_width(tab, site, name):
    page = tab(width=360)
    page.goto(site.url(name))
    found = []
    for mode in MODES:
        forced = "active" if mode == "forced colours" else "none"
        colours = "dark" if mode == "dark" else "light"
        page.emulate_media(color_scheme=colours, forced_colors=forced)
        for size in SIZES:
            for width in WIDTHS:
                found += seen(page, mode, size, width)
    assert_nothing(found)


@pytest.mark.parametrize("name", ["home", "penalties list", "policies record", "about record"])
@pytest.mark.parametrize("width", WIDTHS[:2])
def test_text_at_twice_its_size(tab, site, name, width):
    page = tab(width=width)
    page.goto(site.url(name))
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    page.evaluate("document.dispatchEvent(new Event('preferences:changed'))")
    assert_nothing([one for js in PROBLEMS.values() for one in page.evaluate(js)])


@pytest.mark.parametrize(("name", "mode", "size"), MOST_SCREENS)
def test_how_many_screens_a_page_takes_on_a_phone(tab, site, name, mode, size):
    page = tab(width=360)
    page.goto(site.url(name))
    seen(page, mode, size, 360)
    height = page.evaluate("document.documentElement.scrollHeight")
    assert height <= MOST_SCREENS[name, mode, size] * SCREEN


# Where a record begins to say what it has to say.
BEGINS = """() => {
  const hooks = ["body", "steps", "official-block"].map((hook) => `[data-element=${hook}]`);
  const first = document.querySelector([...hooks, ".element"].join());
  return first ? first.getBoundingClientRect().top + scrollY : 0;
}"""
RECORDS = [name for name in page_names() if name.endswith(" record")]


@pytest.mark.parametrize("name", together(RECORDS))
def test_the_text_of_a_record_begins_within_two_screens_of_a_phone(tab, site, name):
    page = tab(width=360)
    page.goto(site.url(name))
    # Only a preview lists what was found.
    page.evaluate("document.querySelectorAll('.findings-box').forEach((one) => one.remove())")
    assert page.evaluate(BEGINS) < 2 * SCREEN
