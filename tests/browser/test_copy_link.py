"""Copying a page's address: theme/static/js/site/copy-link.js."""

from __future__ import annotations

import pytest

BUTTON = (
    '<button type="button" data-element="copy-link" data-copy="https://x.gov.cn/a" hidden>'
    "复制链接</button>"
)
SCRIPTS = ("site/announce.js", "site/copy-link.js")
KEEP = """
window.copied = [];
Object.defineProperty(navigator, "clipboard", { value: {
  writeText: (text) => { window.copied.push(text); return Promise.resolve(); } } });
"""
REFUSE = """
Object.defineProperty(navigator, "clipboard", { value: {
  writeText: () => Promise.reject(new Error("no")) } });
Document.prototype.execCommand = () => false;
"""
OLD = """
Object.defineProperty(navigator, "clipboard", { value: undefined });
window.copied = [];
Document.prototype.execCommand = (name) => {
  window.copied.push(name + ":" + document.activeElement.value); return true; };
"""


def test_the_lasting_address_is_copied_and_the_reader_is_told(bare):
    page = bare(BUTTON, *SCRIPTS, before=KEEP)
    page.get_by_role("button", name="复制链接").click()
    assert page.evaluate("window.copied") == ["https://x.gov.cn/a"]
    assert page.get_by_role("button").text_content() == "已复制链接"
    page.locator('[role="status"]', has_text="已复制链接").wait_for(state="attached")


def test_the_label_comes_back(bare):
    page = bare(BUTTON, *SCRIPTS, before=KEEP)
    page.clock.install()
    page.get_by_role("button").click()
    page.clock.run_for(4000)
    assert page.get_by_role("button").text_content() == "复制链接"


def test_without_a_clipboard_the_selection_is_copied_and_the_focus_stays(bare):
    page = bare(BUTTON, *SCRIPTS, before=OLD)
    page.get_by_role("button").click()
    page.get_by_role("button", name="已复制链接").wait_for()
    assert page.evaluate("window.copied") == ["copy:https://x.gov.cn/a"]
    assert page.evaluate("document.activeElement.dataset.element") == "copy-link"
    assert page.locator("textarea").count() == 0


def test_a_refusal_says_what_to_do_instead(bare):
    page = bare(BUTTON, *SCRIPTS, before=REFUSE)
    page.get_by_role("button").click()
    page.get_by_role("button", name="未能复制，请从地址栏复制").wait_for()


@pytest.mark.parametrize("name", ["news record", "policies record"])
def test_a_record_offers_its_canonical_address(tab, site, name):
    page = tab()
    page.add_init_script(KEEP)
    page.goto(site.url(name))
    page.locator("[data-element=copy-link]").click()
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    assert page.evaluate("window.copied") == [canonical]


CLAUSE = (
    '<link rel="canonical" href="https://x.gov.cn/statutes/a.html">'
    '<section class="clause" id="c34"><p id="c34p1">'
    '<a class="clause__number" href="#c34">第三十四条</a>　不得占用盲道。</p></section>'
)


def test_following_a_clause_s_number_copies_its_address(bare):
    page = bare(CLAUSE, *SCRIPTS, before=KEEP)
    page.get_by_role("link", name="第三十四条").click()
    assert page.evaluate("window.copied") == ["https://x.gov.cn/statutes/a.html#c34"]
    assert page.url.endswith("#c34")
    page.locator('[role="status"]', has_text="已复制第三十四条的链接").wait_for(state="attached")


def test_a_clause_whose_link_can_t_be_copied_is_still_followed(bare):
    page = bare(CLAUSE, *SCRIPTS, before=REFUSE)
    page.get_by_role("link", name="第三十四条").click()
    assert page.url.endswith("#c34")
    page.locator('[role="status"]', has_text="未能复制").wait_for(state="attached")
