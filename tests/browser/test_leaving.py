"""The prompt before a reader leaves for another site: theme/static/js/site/leaving.js."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

OUTSIDE = "https://example.com/page?a=1&b=2"
BODY = f"""
<p><a id="out" href="/static.html" data-external="{OUTSIDE.replace("&", "&amp;")}">外部</a>
<a id="in" href="/in.html">内部</a></p>
<dialog data-element="leaving-dialog" aria-labelledby="words"><h2 id="words">是否继续？</h2>
<p data-slot="url"></p><a href="/" data-slot="continue">继续访问</a>
<button type="button" data-action="close">放弃</button></dialog>
"""
NO_DIALOG = "HTMLDialogElement.prototype.showModal = undefined;"


@pytest.fixture
def opened(bare) -> Page:
    page = bare(BODY, "site/leaving.js")
    page.locator("#out").click()
    assert page.get_by_role("dialog").is_visible()
    return page


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.id || document.activeElement.textContent")


class TestPrompt:
    def test_it_shows_the_address_and_leads_there(self, opened):
        assert opened.locator("[data-slot=url]").text_content() == OUTSIDE
        assert opened.get_by_text("继续访问").evaluate("a => a.href") == OUTSIDE
        assert "page.html" in opened.url

    def test_the_focus_never_reaches_the_page_behind(self, opened):
        for _ in range(6):
            opened.keyboard.press("Tab")
            assert opened.evaluate("!document.activeElement.closest('body > p')")

    def test_both_answers_are_reached_by_keyboard(self, opened):
        reached = {focused(opened)}
        for _ in range(3):
            opened.keyboard.press("Tab")
            reached.add(focused(opened))
        assert {"继续访问", "放弃"} <= reached

    @pytest.mark.parametrize("way", ["Escape", "button", "backdrop"])
    def test_it_closes_and_the_focus_returns_to_the_link(self, opened, way):
        if way == "Escape":
            opened.keyboard.press("Escape")
        elif way == "button":
            opened.get_by_role("button", name="放弃").click()
        else:
            opened.mouse.click(5, 5)
        assert opened.get_by_role("dialog").count() == 0
        assert focused(opened) == "out"

    def test_a_click_on_its_words_does_not_close_it(self, opened):
        opened.locator("#words").click()
        assert opened.get_by_role("dialog").is_visible()


class TestLinks:
    def test_without_dialogs_the_link_leads_to_the_static_page(self, bare):
        page = bare(BODY, "site/leaving.js", before=NO_DIALOG)
        page.locator("#out").click()
        page.wait_for_url("**/static.html")

    def test_a_new_tab_gets_the_static_page(self, bare):
        page = bare(BODY, "site/leaving.js")
        with page.context.expect_page() as new:
            page.locator("#out").click(modifiers=["Control"])
        assert new.value.url.endswith("/static.html")
        assert page.get_by_role("dialog").count() == 0

    def test_other_links_are_left_alone(self, bare):
        page = bare(BODY, "site/leaving.js")
        page.locator("#in").click()
        page.wait_for_url("**/in.html")


class TestSampleSite:
    def test_the_prompt_keeps_the_focus_and_gives_it_back(self, tab, site):
        page = tab()
        page.goto(site.url("coverage record"))
        link = page.locator("a[data-external]:visible").first
        link.focus()
        page.keyboard.press("Enter")
        for _ in range(6):
            page.keyboard.press("Tab")
            assert page.evaluate("!document.activeElement.closest('header, main, footer')")
        page.keyboard.press("Escape")
        assert link.evaluate("one => one === document.activeElement")

    def test_an_external_link_asks_by_the_name_of_the_site_and_then_leads_out(self, tab, site):
        page = tab()
        page.context.route(
            lambda url: "127.0.0.1" not in url,
            lambda route: route.fulfill(
                content_type="text/html; charset=utf-8", body="<title>外面</title>"
            ),
        )
        page.goto(site.url("coverage record"))
        link = page.locator("a[data-external]:visible").first
        outside = link.get_attribute("data-external")
        link.click()
        dialog = page.get_by_role("dialog")
        name = page.locator("meta[name=SiteName]").get_attribute("content")
        assert f"您访问的链接即将离开“{name}”网站，是否继续？" in dialog.text_content()
        dialog.get_by_role("link", name="继续访问").click()
        page.wait_for_url(outside)
        assert page.title() == "外面"
