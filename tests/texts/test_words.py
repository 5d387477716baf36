"""The words of titles, between which they may break."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.texts.words import words_of

SIGNS_THAT_END = "，。、；：？！）》”"


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("云汀市建筑施工噪声管理办法", "云汀市|建筑施工|噪声|管理|办法"),
        ("关于加强夜间施工管理的通告", "关于|加强|夜间|施工|管理的|通告"),
        # Signs stay with the word that they end, or begin.
        ("养狗：登记、年检、遛狗", "养狗：|登记、|年检、|遛狗"),
        ("关于印发《城市管理办法》的通知", "关于|印发|《城市|管理|办法》的|通知"),
        # A number and what it counts.
        ("40名市民到场", "40名|市民|到场"),
        ("投放准确率81%，市民满意", "投放|准确率|81%，|市民|满意"),
        # One character alone begins no line by itself, unless what is before it is long.
        ("她盯住了井盖", "她盯住了|井盖"),
        ("招牌", "招牌"),
        ("", ""),
    ],
)
def test_the_words(title, words):
    assert "|".join(words_of(title)) == words


@given(st.text(max_size=60))
def test_no_character_is_lost(title):
    assert "".join(words_of(title)) == title


@given(st.text(alphabet="市民投诉噪声管理办法，。、《》（）40", max_size=30))
def test_no_word_begins_with_a_sign_that_ends_one(title):
    assert not [word for word in words_of(title)[1:] if word[0] in SIGNS_THAT_END]
