"""The panels of the header: theme/static/js/site/disclosure.js."""

from __future__ import annotations

import pytest

PANEL = (
    "<header><details><summary>全部栏目</summary><a href='#a'>栏目</a></details></header>"
    "<main><a href='#b'>正文</a></main>"
)


@pytest.fixture
def opened(bare):
    page = bare(PANEL, "site/disclosure.js")
    page.get_by_text("全部栏目").click()
    assert page.get_by_text("栏目", exact=True).is_visible()
    return page


def is_open(page) -> bool:
    return page.locator("details").evaluate("one => one.open")


def test_escape_closes_it_and_gives_the_focus_back(opened):
    opened.keyboard.press("Tab")
    opened.keyboard.press("Escape")
    assert not is_open(opened)
    assert opened.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_it_stays_open_while_the_focus_is_inside(opened):
    opened.keyboard.press("Tab")
    assert is_open(opened)


def test_it_closes_when_the_focus_leaves(opened):
    opened.keyboard.press("Tab")
    opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.textContent") == "正文"
    assert not is_open(opened)


def test_a_click_elsewhere_closes_it_and_a_click_inside_does_not(opened):
    opened.get_by_text("栏目", exact=True).click()
    assert is_open(opened)
    opened.mouse.click(600, 600)
    assert not is_open(opened)
