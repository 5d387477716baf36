"""Finding one of many things on a page: theme/static/js/site/finder.js, and its two pages."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

PHONE = {"width": 360, "height": 740}
PAGES = {
    "matters": ("找一件事", "砍树", "自己动手砍树、锯树"),
    "whom": ("遇到了什么事", "井盖", "井盖没了"),
}
THINGS = """
<div data-finder="area" hidden><label for="area-find">找</label>
<input type="search" id="area-find"><p data-finder-count></p></div>
<div id="area">
<section data-find-group><h2>甲组</h2><p data-find="小狗">犬只登记</p>
<p data-find="">路灯 ＡＢＣ</p></section>
<section data-find-group><h2>乙组</h2><p data-find="">井盖</p></section>
<details data-find-fold data-find-group><summary>细目</summary>
<p data-find="">井盖细目</p></details>
</div>
"""


@pytest.fixture
def things(bare) -> Page:
    return bare(THINGS, "site/announce.js", "site/finder.js")


def shown(page: Page) -> list[str]:
    return [each.inner_text() for each in page.locator("[data-find]").all() if each.is_visible()]


class TestTheBox:
    def test_it_is_there_and_nothing_is_hidden(self, things):
        assert things.get_by_label("找").is_visible()
        assert shown(things) == ["犬只登记", "路灯 ＡＢＣ", "井盖"]

    def test_what_has_the_words_stays_and_empty_groups_go(self, things):
        things.get_by_label("找").fill("犬")
        assert shown(things) == ["犬只登记"]
        assert things.get_by_role("heading").all_inner_texts() == ["甲组"]
        assert things.locator("[data-finder-count]").inner_text() == "找到 1 项"

    def test_other_words_for_it_find_it_too(self, things):
        things.get_by_label("找").fill("狗")
        assert shown(things) == ["犬只登记"]

    def test_wide_letters_and_case_make_no_difference(self, things):
        things.get_by_label("找").fill("abc 路灯")
        assert shown(things) == ["路灯 ＡＢＣ"]

    def test_what_is_folded_opens_while_it_is_searched(self, things):
        box = things.get_by_label("找")
        box.fill("井盖")
        assert shown(things) == ["井盖", "井盖细目"]
        assert things.locator("[data-finder-count]").inner_text() == "找到 1 项"
        box.fill("")
        assert shown(things) == ["犬只登记", "路灯 ＡＢＣ", "井盖"]
        assert things.locator("[data-finder-count]").inner_text() == ""

    def test_nothing_found_says_whom_to_call_and_is_heard(self, things):
        things.get_by_label("找").fill("飞机")
        said = "没有找到，换一个词试试，或者拨打市民热线12345"
        assert shown(things) == []
        assert things.locator("[data-finder-count]").inner_text() == said
        things.wait_for_function(
            "said => document.querySelector('[role=status]').textContent === said", arg=said
        )


@pytest.mark.parametrize("column", PAGES)
class TestOnItsPages:
    def test_a_word_of_citizens_finds_it(self, site, tab, column):
        label, word, wanted = PAGES[column]
        page = tab()
        page.goto(site.url(f"{column} list"))
        page.get_by_label(label).fill(word)
        assert page.get_by_text(wanted, exact=False).first.is_visible()

    def test_without_javascript_everything_is_shown_and_no_box(self, site, tab, column):
        page = tab(java_script_enabled=False)
        page.goto(site.url(f"{column} list"))
        assert not page.locator("[data-finder]").is_visible()
        selector = ".matters__list a" if column == "matters" else ".topic"
        things = page.locator(selector)
        assert things.count() >= 20
        assert all(each.is_visible() for each in things.all())


def test_on_a_phone_every_matter_is_found_within_six_screens(site, tab):
    page = tab(width=360)
    page.set_viewport_size(PHONE)
    page.goto(site.url("matters list"))
    lowest = page.evaluate(
        "() => Math.max(...[...document.querySelectorAll('.matters__list a')]"
        ".map(a => a.getBoundingClientRect().bottom + scrollY))"
    )
    assert lowest <= 6 * 740


@pytest.mark.parametrize("width", [320, 360])
def test_no_telephone_number_breaks_across_lines(site, tab, width):
    page = tab(width=width)
    for name in ("matters list", "whom list", "about record", "guides record", "replies record"):
        page.goto(site.url(name))
        page.evaluate("() => document.querySelectorAll('details').forEach(d => { d.open = true })")
        broken = page.evaluate(
            "() => [...document.querySelectorAll('a[href^=\"tel:\"]')]"
            ".filter(a => a.getClientRects().length > 1).map(a => a.textContent)"
        )
        assert broken == [], name
