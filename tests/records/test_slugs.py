"""Slugs suggested for titles."""

import pytest

from plugins.records.parsing import SLUG
from plugins.records.slugs import LONGEST, suggest


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("城市绿化条例", "cheng-shi-lv-hua-tiao-li"),
        ("重庆市重要通知", "chong-qing-shi-zhong-yao-tong-zhi"),
        ("银行行政行为", "yin-hang-xing-zheng-xing-wei"),
        ("二〇二六年", "er-ling-er-liu-nian"),
        ("〔2026〕12号", "2026-12-hao"),
        ("PM2.5 达标", "pm2-5-da-biao"),
        ("ＡＢＣ１２３", "abc123"),
        ("Ångström 咖啡", "angstrom-ka-fei"),
    ],
)
def test_a_title_is_read_as_people_would_read_it(title, slug):
    assert suggest(title) == slug


def test_a_long_title_is_cut_between_two_syllables():
    slug = suggest("关于印发《云汀市市容环境卫生精细化管理三年行动计划》的通知")
    assert slug == "guan-yu-yin-fa-yun-ting-shi-shi-rong-huan-jing-wei-sheng"
    assert len(f"{slug}-jing") > LONGEST


def test_one_word_without_an_end_is_cut_at_the_limit():
    assert suggest("a" * 80) == "a" * LONGEST


@pytest.mark.parametrize("title", ["", "！！！", "Привет", "　"])
def test_a_title_without_a_letter_still_gets_a_slug_of_its_own(title):
    assert suggest(title).startswith("gaojian-")
    assert SLUG.fullmatch(suggest(title))
    assert suggest(title) != suggest(f"{title}？")


@pytest.mark.parametrize(
    "title", ["嗯，呣！", "-- 开头", "结尾 --", "㎡ 与 ①", "女儿、绿色", "𠀀龥"]
)
def test_whatever_the_title_the_slug_is_one_that_the_reader_accepts(title):
    assert SLUG.fullmatch(suggest(title))
