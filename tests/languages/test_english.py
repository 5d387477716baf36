"""The labels of a page in English are English; what stays Chinese is marked as such."""

from __future__ import annotations

import json

import pytest

from plugins.languages.english import HAN, English, labels

OFFICE = English(
    {"青禾县局": "Qinghe Bureau", "办事指南": "Services", "城市绿化条例": "Greening Rules"}
)


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("申请条件", "Who can apply"),
        (" 申请条件\n", " Who can apply\n"),
        # The names of the office come before the labels of the program.
        ("Register a dog-办事指南-青禾县局", "Register a dog-Services-Qinghe Bureau"),
        ("2026年3月1日", "1 March 2026"),
        ("网站标识码：3399", "Website identification code: 3399"),
        ("《城市绿化条例》第十九条", "Greening Rules, Article 19"),
        ("《城市绿化条例》第十四条至第十八条", "Greening Rules, Articles 14 to 18"),
        # Never half: a sentence with a word that is known stays as it is.
        ("来源不明", "来源不明"),
        ("《道路条例》第一条", "《道路条例》第一条"),
        ("English", "English"),
    ],
)
def test_labels(chinese, english):
    assert OFFICE.translate(chinese) == english


def test_what_stays_chinese_is_marked():
    assert OFFICE.page("<p>Ask 王干事, or 李科长。</p><h2>附件</h2>") == (
        '<p>Ask <span lang="zh-CN">王干事</span>, or <span lang="zh-CN">李科长。</span></p>'
        "<h2>Attachments</h2>"
    )


def test_a_part_that_is_marked_already_stays():
    html = '<p lang="zh-Hans">附件</p><p><a lang="zh-Hant">繁體</a></p>'
    assert OFFICE.page(html) == html


def test_attributes_and_titles_have_no_marks():
    html = '<title>王干事-办事指南</title><img alt="语言"><meta content="王干事">'
    assert OFFICE.page(html) == (
        '<title>王干事-办事指南</title><img alt="Language"><meta content="王干事">'
    )


def test_structured_data():
    text = json.dumps({"inLanguage": "zh-CN", "name": "青禾县局", "n": [1, "英文首页"]})
    html = OFFICE.page(f'<script type="application/ld+json">{text}</script>')
    document = json.loads(html.split(">", 1)[1].split("</script>")[0])
    assert document == {"inLanguage": "en", "name": "Qinghe Bureau", "n": [1, "English home"]}


def test_no_label_has_chinese_in_its_english():
    assert [word for word, english in labels().items() if HAN.search(english) or not english] == []
