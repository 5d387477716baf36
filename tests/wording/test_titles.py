"""Titles of statutes inside 《》."""

import pytest

from plugins.wording import is_slip
from tests.wording.samples import messages, told


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("《行政处法法》", "《行政处罚法》"),
        ("《中华人民共和国行正处罚法》", "《中华人民共和国行政处罚法》"),
        ("《城市市荣和环境卫生管理条例》", "《城市市容和环境卫生管理条例》"),
    ],
)
def test_a_title_that_sounds_like_a_statute_is_an_error(written, meant):
    assert told(f"依据{written}。") == [
        ("word-title", "error", f"“{written}”应为“{meant}”", f"改成“{meant}”")
    ]


@pytest.mark.parametrize(
    ("last", "meant"), [("条列", "条例"), ("办发", "办法"), ("规订", "规定"), ("决订", "决定")]
)
def test_a_last_word_that_is_none(last, meant):
    written = f"《云汀市河道管理{last}》"
    assert told(f"依据{written}。") == [
        ("word-title", "error", f"“{written}”应为“《云汀市河道管理{meant}》”",
         f"“{last}”改成“{meant}”")
    ]  # fmt: skip


@pytest.mark.parametrize(
    "right",
    [
        "《行政处罚法》",
        "刑罚发展",
        "行政处罚发生变化",
        "《今日办发展》",
        "《行政诉讼法》",
        "办发了证",
    ],
)
def test_right_titles_and_words_without_signs(right):
    assert messages(right) == []


def test_other_rules_can_ask_whether_a_title_is_judged_here():
    assert is_slip("行政处法法")
    assert is_slip("云汀市河道管理条列")
    assert not is_slip("行政处罚法")
    assert not is_slip("云汀市河道管理条例")
