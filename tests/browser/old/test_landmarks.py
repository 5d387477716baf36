"""In Chromium 78 and 80 the parts of a page stand where they stand in the browser of today."""

from __future__ import annotations

import pytest

from tests.browser.old.boxes import BARE, MEASURE, PLAIN_LINES, Boxes, differences
from tests.browser.preferences import keep
from tests.browser.site import page_names, together

ELDER = {"elder": "on", "size": "large"}
# Width of the window, what the reader has chosen, by how many pixels edges may differ, and by which
# share heights: a line of large type on a phone has a dozen characters, so more of them break.
VIEWS = {
    "phone": (360, {}, 8, 0.07),
    "desk": (1280, {}, 8, 0.07),
    "phone of an elder": (360, ELDER, 40, 0.4),
}


@pytest.fixture(scope="module")
def boxes_now(browser):
    """`boxes_now(url, view)`: as the Chromium of the other tests has them."""
    known: dict[tuple[str, str], Boxes] = {}

    def measure(url: str, view: str) -> Boxes:
        if (url, view) not in known:
            width, preferences, *_ = VIEWS[view]
            viewport = {"width": width, "height": 900}
            context = browser.new_context(viewport=viewport, locale="zh-CN", bypass_csp=True)
            context.add_init_script(keep(preferences))
            page = context.new_page()
            page.goto(url)
            page.add_style_tag(content=PLAIN_LINES)
            known[url, view] = page.evaluate(MEASURE)
            assert page.evaluate(BARE) == []
            context.close()
        return known[url, view]

    return measure


@pytest.mark.parametrize("name", together(page_names()))
@pytest.mark.parametrize("view", VIEWS)
def test_every_part_has_its_place(site, boxes_now, old_tab, name, view):
    width, preferences, *allowed = VIEWS[view]
    tab = old_tab(width, keep(preferences))
    tab.goto(site.url(name))
    assert tab.problems == []
    assert differences(boxes_now(site.url(name), view), tab.run(MEASURE), *allowed) == []
