"""In Chromium 78 and 80 the parts of a page stand where they stand in the browser of today."""

from __future__ import annotations

import pytest

from tests.browser.old.boxes import MEASURE, PLAIN_LINES, Boxes, differences
from tests.browser.site import page_names, together

WIDTHS = (360, 1280)


@pytest.fixture(scope="module")
def boxes_now(browser):
    """`boxes_now(url, width)`: as the Chromium of the other tests has them."""
    known: dict[tuple[str, int], Boxes] = {}

    def measure(url: str, width: int) -> Boxes:
        if (url, width) not in known:
            viewport = {"width": width, "height": 900}
            context = browser.new_context(viewport=viewport, locale="zh-CN", bypass_csp=True)
            page = context.new_page()
            page.goto(url)
            page.add_style_tag(content=PLAIN_LINES)
            known[url, width] = page.evaluate(MEASURE)
            context.close()
        return known[url, width]

    return measure


@pytest.mark.parametrize("name", together(page_names()))
@pytest.mark.parametrize("width", WIDTHS)
def test_every_part_has_its_place(site, boxes_now, old_tab, name, width):
    tab = old_tab(width)
    tab.goto(site.url(name))
    assert tab.problems == []
    assert differences(boxes_now(site.url(name), width), tab.run(MEASURE)) == []
