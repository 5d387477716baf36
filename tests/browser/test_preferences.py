"""The reader's preferences: theme/static/js/prefs.js and site/toolbar.js."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.preferences import keep

TOOLBAR = """
<div data-element="toolbar" role="group" aria-label="工具" hidden>
<button type="button" data-action="elder" aria-pressed="false">长者模式</button>
<button type="button" data-action="size" data-value="standard" aria-pressed="true">标准</button>
<button type="button" data-action="size" data-value="large" aria-pressed="false">大</button>
<button type="button" data-action="size" data-value="largest" aria-pressed="false">特大</button>
<button type="button" data-action="contrast" aria-pressed="false">高对比</button>
<button type="button" data-action="reset">重置</button>
</div>
"""
SCRIPTS = ("site/announce.js", "site/toolbar.js")
ALL = {"elder": "on", "size": "largest", "contrast": "high"}
BLOCKED = """
Object.defineProperty(window, "localStorage", { get() { throw new DOMException("blocked"); } });
"""
# What <html> carried when the parser reached <body>: nothing has been painted before that.
FIRST = """
new MutationObserver(() => {
  if (document.body && !window.first) window.first = { ...document.documentElement.dataset };
}).observe(document, { childList: true, subtree: true });
"""


def applied(page: Page) -> dict:
    found = page.evaluate("({ ...document.documentElement.dataset })")
    return {name: value for name, value in found.items() if name != "js"}


def kept(page: Page) -> object:
    return page.evaluate("JSON.parse(localStorage.getItem('chengchuang'))")


def pressed(page: Page) -> list[str]:
    return page.locator('button[aria-pressed="true"]').all_text_contents()


def click(page: Page, *names: str) -> None:
    for name in names:
        page.get_by_role("button", name=name, exact=True).click()


class TestToolbar:
    def test_it_appears_with_javascript(self, bare):
        assert bare(TOOLBAR, *SCRIPTS).locator("[data-element=toolbar]").is_visible()

    def test_a_choice_is_applied_shown_and_kept(self, bare):
        page = bare(TOOLBAR, *SCRIPTS)
        click(page, "长者模式", "特大", "高对比")
        assert applied(page) == kept(page) == ALL
        assert pressed(page) == ["长者模式", "特大", "高对比"]

    def test_a_second_click_takes_it_back(self, bare):
        page = bare(TOOLBAR, *SCRIPTS)
        click(page, "长者模式", "高对比", "长者模式", "高对比", "大", "标准")
        assert applied(page) == {}
        assert pressed(page) == ["标准"]

    def test_reset_forgets_everything(self, bare):
        page = bare(TOOLBAR, *SCRIPTS)
        click(page, "长者模式", "大", "高对比", "重置")
        assert applied(page) == {}
        assert kept(page) is None
        assert pressed(page) == ["标准"]

    @pytest.mark.parametrize(
        ("name", "words"),
        [
            ("长者模式", "已进入长者模式"),
            ("特大", "字号：特大"),
            ("高对比", "已开启高对比"),
            ("重置", "已恢复默认显示"),
        ],
    )
    def test_what_happened_is_announced(self, bare, name, words):
        page = bare(TOOLBAR, *SCRIPTS)
        click(page, name)
        page.locator('[role="status"]', has_text=words).wait_for(state="attached")


class TestMemory:
    def test_a_reload_shows_what_was_chosen(self, bare):
        page = bare(TOOLBAR, *SCRIPTS)
        click(page, "长者模式", "大")
        page.reload()
        assert applied(page) == {"elder": "on", "size": "large"}
        assert pressed(page) == ["长者模式", "大"]

    @pytest.mark.parametrize("text", ["", "{", "null", '{"size": "huge", "elder": true, "x": "y"}'])
    def test_what_is_not_ours_is_ignored(self, bare, text):
        page = bare(TOOLBAR, *SCRIPTS, before=keep(text))
        assert applied(page) == {}
        assert pressed(page) == ["标准"]
        click(page, "长者模式")
        assert applied(page) == kept(page) == {"elder": "on"}

    def test_with_storage_blocked_a_choice_holds_for_the_page(self, bare):
        page = bare(TOOLBAR, *SCRIPTS, before=BLOCKED)
        click(page, "长者模式")
        assert applied(page) == {"elder": "on"}

    def test_another_tab_follows(self, bare):
        page = bare(TOOLBAR, *SCRIPTS)
        page.evaluate(
            "localStorage.setItem('chengchuang', '{\"size\": \"large\"}');"
            "dispatchEvent(new StorageEvent('storage', { key: 'chengchuang' }))"
        )
        assert applied(page) == {"size": "large"}
        assert pressed(page) == ["大"]

    def test_a_page_from_the_cache_of_the_browser_follows(self, bare):
        page = bare(TOOLBAR, *SCRIPTS)
        page.evaluate(
            "localStorage.setItem('chengchuang', '{\"size\": \"large\"}');"
            "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"
        )
        assert applied(page) == {"size": "large"}


class TestSampleSite:
    def test_preferences_are_there_before_the_first_paint(self, tab, site):
        page = tab()
        page.add_init_script(keep(ALL) + FIRST)
        page.goto(site.url("home"))
        assert page.evaluate("window.first") == {"js": "", **ALL}

    def test_they_follow_the_reader_to_the_next_page(self, tab, site):
        page = tab()
        page.goto(site.url("home"))
        page.locator("[data-action=elder]").click()
        page.goto(site.url("news record"))
        assert applied(page) == {"elder": "on"}
        page.reload()
        assert applied(page) == {"elder": "on"}

    def test_every_control_works_by_keyboard(self, tab, site):
        page = tab()
        page.goto(site.url("home"))
        toolbar = page.locator("[data-element=toolbar]")
        for summary in toolbar.locator("summary").all():
            summary.focus()
            page.keyboard.press("Enter")
        for chosen in ("[data-value=largest]", "[data-action=contrast]", "[data-action=elder]"):
            toolbar.locator(chosen).focus()
            page.keyboard.press("Space")
        assert applied(page) == ALL

    def test_text_grows_with_the_size_and_in_elder_mode_is_at_least_18_px(self, tab, site):
        sizes = []
        for preferences in ({}, {"size": "large"}, {"size": "largest"}, {"elder": "on"}):
            page = tab(width=360)
            page.add_init_script(keep(preferences))
            page.goto(site.url("policies record"))
            text = page.locator("main p").last
            sizes.append(text.evaluate("one => parseFloat(getComputedStyle(one).fontSize)"))
        standard, large, largest, elder = sizes
        assert standard < large < largest
        assert elder >= 18
