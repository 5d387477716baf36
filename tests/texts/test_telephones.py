"""Telephone numbers in running text, and the links that they become."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from plugins.texts.telephones import is_telephone, link_telephones, telephones, with_telephones


def numbers(text):
    return [found.number for found in telephones(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("拨打0599-0001004反映", ["0599-0001004"]),
        ("（0599）0001000", ["0599-0001000"]),
        ("010-12345678、021-87654321", ["010-12345678", "021-87654321"]),
        ("总机0599-0001000转12，传真同号", ["0599-0001000;ext=12"]),
        ("0599-0001000-8", ["0599-0001000;ext=8"]),
        ("400-123-4567", ["400-123-4567"]),
        ("热线4001234567", ["4001234567"]),
        ("值班手机13812345678", ["13812345678"]),
        ("12345", ["12345"]),
        ("12345，24小时受理", ["12345"]),
        ("拨打12345或者0599-0001013", ["12345", "0599-0001013"]),
        ("法律援助12348", ["12348"]),
        ("请打110、119和120", ["110", "119", "120"]),
        ("报警110", ["110"]),
        ("火警119", ["119"]),
        ("119火警", ["119"]),
        ("120急救", ["120"]),
        ("110", ["110"]),
        ("电话：96345", ["96345"]),
        ("供电热线95598", ["95598"]),
        ("12345/0599-0001000", ["12345", "0599-0001000"]),
    ],
)  # fmt: skip
def test_a_telephone_number(text, found):
    assert numbers(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "云综执〔2026〕12345号",
        "云综执罚决字〔2026〕110号",
        "11339900MB0000123G/2026-00006",
        "113305000012345678",
        "第12345条",
        "罚款12345元",
        "1.2345万元、12345平方米",
        "共受理12345件",
        "12,345.00",
        "2026-11-23、2026年1月",
        "8:30—12:00",
        "110千克",
        "面积120平方米",
        "管径110，壁厚5",
        "GB 12348—2008",
        "邮编339900",
        "138****1234",
        "0599-000****",
        "****12345",
        "13812345678元",
        "10000元以上",
        "15000",
        "https://www.yunting.gov.cn/12345",
        "x12345y",
        "DN110中压燃气管",
    ],
)
def test_what_is_no_telephone_number(text):
    assert numbers(text) == []


def test_one_number_and_nothing_else():
    assert is_telephone("0599-0001000")
    assert is_telephone("0599-0001000转8")
    assert is_telephone("110")
    assert not is_telephone("0599-0001000，12345")
    assert not is_telephone("0599-00010")
    assert not is_telephone("")


def test_a_number_becomes_a_link_that_is_dialled():
    assert link_telephones("<p>请打12345。</p>") == (
        '<p>请打<a class="phone" href="tel:12345">12345</a>。</p>'
    )


def test_what_is_shown_stays_as_it_was_written():
    assert link_telephones("（0599）0001000转8") == (
        '<a class="phone" href="tel:0599-0001000;ext=8">（0599）0001000转8</a>'
    )


@pytest.mark.parametrize(
    "html",
    [
        '<a href="/x.html">拨打12345</a>',
        '<a href="tel:12345"><b>12345</b></a>',
        "<code>拨打12345</code>",
        "<pre><code>拨打12345</code></pre>",
        '<img alt="拨打12345" src="/x.png">',
        "<!-- 拨打12345 -->",
        "<button>拨打12345</button>",
    ],
)
def test_links_code_and_attributes_stay(html):
    assert link_telephones(html) == html


def test_text_behind_a_link_is_looked_at_again():
    html = '<p><a href="/x.html">12345</a>，12345</p>'
    assert link_telephones(html).count("tel:") == 1


def test_a_second_time_changes_nothing():
    once = link_telephones("<p>打12345或0599-0001000转8</p>")
    assert link_telephones(once) == once


class TestTheFilter:
    def test_text_is_escaped(self):
        assert with_telephones("<b>打12345</b>") == Markup(
            '&lt;b&gt;打<a class="phone" href="tel:12345">12345</a>&lt;/b&gt;'
        )
        assert with_telephones("<b>") == Markup("&lt;b&gt;")

    def test_markup_is_not(self):
        assert with_telephones(Markup("<b>一</b>")) == Markup("<b>一</b>")
        assert with_telephones(Markup("<b>12345</b>")) == Markup(
            '<b><a class="phone" href="tel:12345">12345</a></b>'
        )

    def test_a_number_of_python_is_shown(self):
        assert with_telephones(3) == Markup("3")


@given(st.text("0123456789-转（）12345打电话、<>a/\n", max_size=60))
def test_nothing_is_lost(text):
    shown = str(with_telephones(text))
    kept = shown.replace("</a>", "")
    for found in telephones(text):
        kept = kept.replace(f'<a class="phone" href="tel:{found.number}">', "", 1)
    assert kept == str(Markup.escape(text))
