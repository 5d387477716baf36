"""Names, posts and order of the leaders."""

from datetime import date

import pytest

from tests.wording.samples import messages, told

FORMER = "领导,周砚秋,副局长,,,,,,2020-01-01,2023-12-31\n"


@pytest.mark.parametrize("written", ["周研秋局长", "局长周研秋", "副局长陈书桐", "党委书记周砚球"])
def test_a_name_that_is_nearly_a_leaders_beside_a_post_is_an_error(written):
    rule, severity, message, _ = told(f"{written}讲话。")[0]
    assert (rule, severity) == ("word-leader", "error")
    assert message.endswith(("“周砚秋”", "“陈疏桐”"))


def test_one_wrong_character_beside_a_post_needs_not_sound_alike():
    assert told("局长周砚冬讲话。") == [
        ("word-leader", "error", "“周砚冬”应为“周砚秋”",
         "改成“周砚秋”；确是另一个人，在 words.csv 加一行领导")
    ]  # fmt: skip
    assert messages("居民周砚冬来信。") == []
    assert messages("局长周砚冬讲话。", "领导,周砚冬,局长,,,邻市,,,,\n") == []


def test_a_name_of_three_that_sounds_alike_is_told_without_a_post():
    assert told("周研秋讲话。") == [
        ("word-leader", "error", "“周研秋”应为“周砚秋”", "改成“周砚秋”")
    ]


def test_a_short_name_is_told_only_beside_a_post():
    assert messages("方州来信。") == []
    assert messages("总工程师方州讲话。") == ["“方州”应为“方舟”"]
    assert messages("总工程师方正讲话。") == []


@pytest.mark.parametrize("written", ["周砚秋副局长", "副局长周砚秋"])
def test_a_post_that_the_leader_has_not(written):
    assert told(f"{written}讲话。") == [
        ("word-leader", "warning", "周砚秋的职务写成了“副局长”",
         "现任职务是党委书记、局长；是当时的职务，在 words.csv 加一行领导，写明自何日至何日")
    ]  # fmt: skip


@pytest.mark.parametrize(
    "right",
    [
        "局长周砚秋讲话", "党委书记、局长周砚秋讲话", "周砚秋局长讲话", "副局长陈疏桐、沈既明出席",
        "原副局长周砚秋", "时任副局长周砚秋", "周砚秋同志", "领导小组组长周砚秋",
    ],
)  # fmt: skip
def test_right_posts(right):
    assert messages(right) == []


def test_an_office_says_which_post_a_leader_had_when():
    assert messages("周砚秋副局长讲话。", FORMER, day=date(2022, 5, 1)) == []
    assert messages("周砚秋副局长讲话。", FORMER, day=date(2025, 5, 1)) == [
        "周砚秋的职务写成了“副局长”"
    ]


def test_who_left_has_no_post_after_that_day():
    gone = "领导,钱望舒,副局长,,,,,,2019-01-01,2021-06-30\n"
    assert messages("副局长钱望舒讲话。", gone, day=date(2020, 5, 1)) == []
    assert told("副局长钱望舒讲话。", gone, day=date(2022, 5, 1)) == [
        ("word-leader", "warning", "钱望舒在这一天没有“副局长”的职务",
         "核对日期；改 words.csv 里这位领导的自、至")
    ]  # fmt: skip


def test_leaders_stand_in_the_order_of_the_bureau():
    assert told("沈既明、周砚秋出席。") == [
        ("word-leader", "warning", "领导的先后写成了“沈既明、周砚秋”",
         "bureau.yml 里的先后是周砚秋、沈既明")
    ]  # fmt: skip
    assert messages("周砚秋、陈疏桐、沈既明出席。") == []
    assert messages("副局长沈既明、陈疏桐出席。") == ["领导的先后写成了“沈既明、陈疏桐”"]
