"""What is being read is marked in the contents: theme/static/js/site/running-head.js."""

from __future__ import annotations

import pytest

CURRENT = ".contents [aria-current=location]"
STATUTE = "statutes/yt-shigong-zaosheng-banfa.html"
GONE_TO = "(id) => document.getElementById(id).scrollIntoView()"


@pytest.fixture
def statute(tab, site):
    page = tab(width=1440)
    page.goto(f"{site.origin}/{STATUTE}")
    return page


def is_current(page, words):
    page.locator(CURRENT, has_text=words).wait_for()
    assert page.locator(CURRENT).count() == 1


def test_at_the_head_of_the_page_nothing_is_marked(statute):
    statute.wait_for_timeout(200)
    assert statute.locator(CURRENT).count() == 0
    assert statute.locator("[data-here]").inner_text() == ""


def test_the_chapter_and_the_clause_are_marked_after_a_leap_and_back(statute):
    statute.evaluate(GONE_TO, "c24")
    is_current(statute, "第四章")
    assert statute.locator("[data-here]").inner_text() == "正在读第二十四条"
    statute.evaluate(GONE_TO, "c8")
    is_current(statute, "第二章")
    statute.get_by_text("正在读第八条").wait_for()
    statute.evaluate("window.scrollTo(0, 0)")
    statute.locator(CURRENT).wait_for(state="detached")


def test_the_clause_is_told_to_nobody_who_listens(statute):
    """A screen reader knows where it is; words that change by themselves would interrupt it."""
    here = statute.locator("[data-here]")
    assert here.get_attribute("aria-hidden") == "true"
    assert here.get_attribute("aria-live") is None


def test_the_contents_of_a_text_are_marked_too(bare):
    html = (
        "<nav class='contents'><a href='#a'>甲</a><a href='#%E4%B9%99'>乙</a>"
        "<a href='#nothing'>无</a></nav>"
        "<h2 id='a' style='margin-top:1500px'>甲</h2><h2 id='乙' style='margin:1500px 0'>乙</h2>"
    )
    page = bare(html, "site/running-head.js")
    page.evaluate(GONE_TO, "乙")
    is_current(page, "乙")
    page.evaluate(GONE_TO, "a")
    is_current(page, "甲")


def test_what_is_marked_is_in_sight_in_long_contents(tab, site):
    page = tab(width=1440)
    page.set_viewport_size({"width": 1440, "height": 300})
    page.goto(f"{site.origin}/{STATUTE}")
    page.evaluate(GONE_TO, "c31")
    is_current(page, "第六章")
    note = page.locator(".margin__note").bounding_box()
    link = page.locator(CURRENT).bounding_box()
    assert note["y"] <= link["y"] <= note["y"] + note["height"]
