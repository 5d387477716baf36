"""A long ledger: one line a record on a phone, a table where there is room, all of it without a
script. theme/static/js/site/ledger-fold.js
"""

from __future__ import annotations

import pytest

FOLDED, ALL = ["罚款金额"], ["违法行为类型", "处罚类别", "罚款金额"]
# The labels of the cells of the first record that can be seen, of those asked for.
SEEN = """(wanted) => {
  const cells = [...document.querySelector("table[data-fold] tbody tr").cells];
  return cells.filter((cell) => cell.checkVisibility()).map((cell) => cell.dataset.label)
    .filter((label) => wanted.includes(label));
}"""


@pytest.mark.parametrize(("width", "seen"), [(360, FOLDED), (768, FOLDED), (1440, ALL)])
def test_what_is_seen_of_a_record(tab, site, width, seen):
    page = tab(width=width)
    page.goto(site.url("penalties list"))
    assert page.evaluate(SEEN, ALL) == seen


def test_a_button_opens_the_rest(tab, site):
    page = tab(width=360)
    page.goto(site.url("penalties list"))
    page.get_by_role("button", name="详情").first.click()
    assert page.evaluate(SEEN, ALL) == ALL
    page.get_by_role("button", name="收起").click()
    assert page.evaluate(SEEN, ALL) == FOLDED


@pytest.mark.parametrize("width", [360, 1440])
def test_without_a_script_all_of_it_is_seen(tab, site, width):
    page = tab(width=width, java_script_enabled=False)
    page.goto(site.url("penalties list"))
    assert page.evaluate(SEEN, ALL) == ALL


def test_on_paper_all_of_it_is_seen(tab, site):
    page = tab(width=680)
    page.goto(site.url("penalties list"))
    page.emulate_media(media="print")
    assert page.evaluate(SEEN, ALL) == ALL
