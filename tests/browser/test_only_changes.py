"""The comparison of two texts without what is the same: theme/static/js/site/only-changes.js."""

from __future__ import annotations

import pytest

LABEL = "只看有变化的条文"
CHANGES = f"""
<p data-only-changes hidden><label><input type="checkbox">{LABEL}</label></p>
<ol><li data-change="same">一</li><li data-change="changed">二</li>
<li data-change="moved">三</li><li data-change="same">四</li></ol>
"""


@pytest.fixture
def page(bare):
    return bare(CHANGES, "site/announce.js", "site/only-changes.js")


def shown(page):
    return [one.inner_text() for one in page.locator("li").all() if one.is_visible()]


def test_at_first_all_clauses_are_there(page):
    assert shown(page) == ["一", "二", "三", "四"]
    assert not page.get_by_label(LABEL).is_checked()


def test_those_without_a_change_go_and_come_back(page):
    page.get_by_label(LABEL).check()
    assert shown(page) == ["二", "三"]
    page.get_by_text("有变化的2条，没有变化的2条已收起").wait_for(state="attached")
    page.get_by_label(LABEL).uncheck()
    assert shown(page) == ["一", "二", "三", "四"]
    page.get_by_text("全部4条").wait_for(state="attached")


def test_where_everything_has_changed_there_is_nothing_to_choose(bare):
    all_changed = CHANGES.replace("same", "added")
    page = bare(all_changed, "site/announce.js", "site/only-changes.js")
    assert not page.get_by_label(LABEL).is_visible()


def test_on_a_page_of_the_sample(tab, site):
    page = tab()
    page.goto(site.url("comparison"))
    assert page.locator("[data-change=same]").first.is_visible()
    page.get_by_label(LABEL).press("Space")
    kinds = page.locator("[data-change]:visible").evaluate_all(
        "list => [...new Set(list.map((one) => one.dataset.change))]"
    )
    assert kinds
    assert "same" not in kinds


def test_without_javascript_all_clauses_stand_there_and_no_box(tab, site):
    page = tab(java_script_enabled=False)
    page.goto(site.url("comparison"))
    assert page.locator("[data-change=same]").first.is_visible()
    assert not page.get_by_label(LABEL).is_visible()
