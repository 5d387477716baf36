"""Links without words, and with words that say nothing."""

import pytest

from tests.states.moment_site import One

AT = "2026-03-10 09:00"
HINT = "写明点开能看到什么，如 [养犬登记办事指南](…)"


def found(body):
    return [each for each in One("news", AT, body=body).findings if each[1] == "link-text"]


def test_a_link_without_words_is_an_error():
    message = "链接“https://www.gov.cn/”没有文字，读者看不见"
    expected = [("error", "link-text", "news/ben.md", message, HINT)]
    assert found("见[](https://www.gov.cn/)。") == expected
    assert found("见" + "[](https://www.gov.cn/)" * 50) == expected


@pytest.mark.parametrize("title", ["甲 href=", "甲 href='乙'", "甲>"])
def test_a_title_that_looks_like_another_address(title):
    (one,) = found(f'见[点这里](https://www.gov.cn/ "{title}")。')
    assert one[3] == "链接文字“点这里”没有说明通向哪里"
    (one,) = found(f'见<a title="{title}" href="https://www.gov.cn/"></a>。')
    assert one[3] == "链接“https://www.gov.cn/”没有文字，读者看不见"


@pytest.mark.parametrize("words", ["点击这里", "详情", "“此处”", "查看更多>>", "**点击查看**"])
def test_words_that_say_nothing_are_a_warning(words):
    shown = words.replace("*", "")
    message = f"链接文字“{shown}”没有说明通向哪里"
    expected = [("warning", "link-text", "news/ben.md", message, HINT)]
    assert found(f"见[{words}](https://www.gov.cn/)。") == expected


@pytest.mark.parametrize(
    "link",
    [
        "[中国政府网](https://www.gov.cn/)",
        "[查看原文](https://www.gov.cn/)",
        "[![国徽](/images/emblem.svg)](https://www.gov.cn/)",
        "文[^1]\n\n[^1]: 注",
    ],
)
def test_links_with_words(link):
    assert found(f"见{link}。") == []
