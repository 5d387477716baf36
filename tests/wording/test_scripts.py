"""Traditional characters in a text in simplified ones."""

import pytest

from tests.wording.samples import found, messages, told


def test_a_run_of_traditional_characters_is_one_finding():
    assert told("本局依法執法，規範管理。") == [
        ("word-traditional", "warning", "“執”是繁体字", "写“执”"),
        ("word-traditional", "warning", "“規範”是繁体字", "写“规范”"),
    ]
    assert [each.column for each in found("本局依法執法，規範管理。")] == [5, 8]


@pytest.mark.parametrize("right", ["乾隆年间", "覆盖", "瞭望塔", "狼藉", "著作权", "菜薹", "存摺"])
def test_simplified_words_with_characters_that_opencc_would_change(right):
    assert messages(right) == []


def test_a_text_in_english_may_quote_as_it_likes():
    assert (
        messages("The Bureau (雲汀市綜合行政執法局) publishes its decisions every working day.")
        == []
    )
    assert messages("Penalties and permits") == []


def test_the_table_of_traditional_words_of_the_bureau_is_left_alone():
    assert messages("恒岳\n恆岳", path="bureau.yml") == []
    assert messages("恒岳\n恆岳", path="news/a.md") == ["“恆”是繁体字"]
