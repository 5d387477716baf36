"""The words of a cited clause beside its link: theme/static/js/site/clause-preview.js."""

from __future__ import annotations

import pytest

from tests.browser.axe import violations
from tests.browser.nothing import assert_nothing

BODY = """
<p>依据<a class="citation" href="#there" data-clause="cited-a-c2">《办法》第二条</a>处理。</p>
<p id="there">第二条的全文</p>
<details id="cited-a-c2"><summary>第二条</summary>
<div class="cited__words"><p>第二条　不得占用盲道。</p></div></details>
"""
SCRIPT = "site/clause-preview.js"


@pytest.fixture
def page(bare):
    return bare(BODY, SCRIPT)


def shown(page):
    preview = page.get_by_role("tooltip")
    return preview.text_content().strip() if preview.is_visible() else None


def test_on_focus_and_away_with_escape(page):
    assert shown(page) is None
    page.get_by_role("link").focus()
    assert shown(page) == "第二条　不得占用盲道。"
    link = page.get_by_role("link")
    assert link.get_attribute("aria-describedby") == page.get_by_role("tooltip").get_attribute("id")
    page.keyboard.press("Escape")
    assert shown(page) is None
    assert link.get_attribute("aria-describedby") is None


def test_under_the_pointer_and_while_it_is_read(page):
    page.get_by_role("link").hover()
    assert shown(page)
    page.get_by_role("tooltip").hover()
    assert shown(page)
    page.mouse.move(1, 1)
    assert shown(page) is None


def test_a_key_follows_the_link_at_once(page):
    page.get_by_role("link").focus()
    page.keyboard.press("Enter")
    # The page is there at once; the browser tells of it a moment later.
    page.wait_for_url("**#there", timeout=5_000)
    assert page.url.endswith("#there")


def test_a_term_shows_the_paragraph_that_defines_it(bare):
    page = bare(
        '<p id="c3p1">本办法所称夜间，是指22时至次日6时。</p>'
        '<p><a class="term" href="#c3p1" data-clause="c3p1">夜间</a>不得施工。</p>',
        SCRIPT,
    )
    page.get_by_role("link").focus()
    assert shown(page) == "本办法所称夜间，是指22时至次日6时。"


def test_on_the_site_it_breaks_no_rule(tab, site):
    page = tab(width=360)
    page.goto(site.url("cases record"))
    link = page.locator("a[data-clause]").first
    link.focus()
    assert shown(page)
    assert_nothing(violations(page))
    box = page.get_by_role("tooltip").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 360


def test_without_a_script_the_link_leads_to_the_clause(tab, site):
    page = tab(width=360, java_script_enabled=False)
    page.goto(site.url("cases record"))
    link = page.locator("a[data-clause]").first
    anchor = link.get_attribute("href").partition("#")[2]
    link.click()
    assert page.url.endswith(f"#{anchor}")
    assert page.locator(f"#{anchor}").is_visible()
