"""Sharing a page: theme/static/js/site/share.js; and the line that asks whether it helped."""

from __future__ import annotations

BUTTON = (
    '<button type="button" data-element="share" data-title="养犬登记" '
    'data-url="https://x.gov.cn/a" hidden>分享</button>'
)
SCRIPTS = ("site/announce.js", "site/share.js")
KEEP = """
window.shared = [];
navigator.share = (data) => { window.shared.push(data); return Promise.resolve(); };
"""
NONE = "Object.defineProperty(Navigator.prototype, 'share', { value: undefined });"


def refuses(name):
    return f"navigator.share = () => Promise.reject(new DOMException('no', '{name}'));"


def test_title_and_lasting_address_are_shared(bare):
    page = bare(BUTTON, *SCRIPTS, before=KEEP)
    page.get_by_role("button", name="分享").click()
    assert page.evaluate("window.shared") == [{"title": "养犬登记", "url": "https://x.gov.cn/a"}]


def test_where_the_browser_can_t_there_is_no_button(bare):
    page = bare(BUTTON, *SCRIPTS, before=NONE)
    assert page.locator("[data-element=share]").is_hidden()


def test_a_reader_who_changes_their_mind_is_told_nothing(bare):
    page = bare(BUTTON, *SCRIPTS, before=refuses("AbortError"))
    page.get_by_role("button").click()
    page.wait_for_timeout(100)
    assert page.locator('[role="status"]', has_text="未能分享").count() == 0


def test_a_refusal_says_what_to_do_instead(bare):
    page = bare(BUTTON, *SCRIPTS, before=refuses("NotAllowedError"))
    page.get_by_role("button").click()
    page.locator('[role="status"]', has_text="未能分享，请用“复制链接”").wait_for(state="attached")


def test_a_record_shares_its_canonical_address_beside_the_link_to_copy(tab, site):
    page = tab()
    page.add_init_script(KEEP)
    page.goto(site.url("news record"))
    assert page.locator(".record-head button:visible").all_text_contents() == ["复制链接", "分享"]
    page.get_by_role("button", name="分享").click()
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    (shared,) = page.evaluate("window.shared")
    assert shared == {"title": page.locator("h1").text_content(), "url": canonical}


def test_readers_are_asked_whether_it_helped_and_led_to_the_platform_of_the_city(tab, site):
    page = tab()
    page.goto(site.url("news record"))
    line = page.locator("[data-element=feedback]")
    assert " ".join(line.text_content().split()) == (
        "这篇有没有帮到您？没说清楚的、说错的，请到云汀市统一互动交流平台告诉我们。"
    )
    assert line.locator("a").get_attribute("href") == "https://www.yunting.gov.cn/hudong/"
    page.emulate_media(media="print")
    assert line.is_hidden()
    assert page.locator("[data-element=share]").is_hidden()
