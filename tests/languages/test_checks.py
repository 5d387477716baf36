"""What is wrong in the tables of words is said, with its line in bureau.yml."""

from __future__ import annotations

import pytest

from plugins.build.prepare import prepare
from tests.content_folder import TINY, make_content
from tests.site.site_at import NOW

BUREAU = (TINY / "bureau.yml").read_text(encoding="utf-8")


def found(tmp_path, words):
    content = make_content(tmp_path, {"bureau.yml": f"{BUREAU}\n{words}\n"})
    findings = prepare(content, NOW, {}).findings
    rules = ("traditional-words", "english-words")
    return [f for f in findings if f.rule in rules]


@pytest.mark.parametrize(
    ("word", "level", "message", "hint"),
    [
        (
            "网络: 網際網路",
            "error",
            "繁体词表：“网络”写成“網際網路”，字数不同",
            "一个简体字对一个繁体字，不增减字，不换词",
        ),
        (
            "余杭: 余抗",
            "warning",
            "繁体词表：“余抗”转回简体是“余抗”，不是“余杭”",
            "核对有没有写错字",
        ),
        (
            "發證: 發證",
            "warning",
            "繁体词表：“發證”不是简体，网站上找不到这个词",
            "冒号前面写简体“发证”",
        ),
        (
            "余: 余",
            "warning",
            "繁体词表：“余”只有一个字，含这个字的词都会改",
            "写整个词，如 余杭: 余杭",
        ),
        ("发证: 發證", "info", "繁体词表：“发证”不写也是“發證”", "可以删去这一行"),
    ],
)
def test_a_word_in_traditional_characters(tmp_path, word, level, message, hint):
    (finding,) = found(tmp_path, f"traditional:\n  words:\n    {word}")
    assert (finding.severity.value, finding.message, finding.hint) == (level, message, hint)
    assert finding.path == "bureau.yml"
    assert finding.line == BUREAU.count("\n") + 4


def test_a_right_word(tmp_path):
    assert found(tmp_path, "traditional:\n  words:\n    恒岳: 恆岳") == []


def test_english_that_is_chinese(tmp_path):
    (finding,) = found(tmp_path, "english:\n  words:\n    办公室: 办公室")
    assert finding.severity.value == "warning"
    assert finding.message == "英文词表：“办公室”的英文“办公室”里还有中文"
    assert finding.hint == "改成英文"


def test_a_column_must_not_have_their_address(tmp_path):
    column = (TINY / "dongtai/_column.yml").read_text(encoding="utf-8")
    content = make_content(tmp_path, {"en/_column.yml": column})
    messages = [f.message for f in prepare(content, NOW, {}).findings if f.rule == "column"]
    assert messages == ["栏目文件夹不能叫“en”：繁体版和英文页面在这个网址"]
