"""Amounts as people write them."""

from decimal import Decimal

import pytest

from plugins.records.money import amounts_after, contradictions, read_amount

AMOUNTS = [
    ("500", "500"), ("500元", "500"), ("1,200", "1200"), ("12，345.6 元", "12345.6"),
    ("５００", "500"), ("0.05万元", "500"), ("3万元", "30000"), ("1.2亿元", "120000000"),
    ("¥500", "500"), ("￥ 1,000.00", "1000"), ("人民币500元整", "500"), ("伍佰元整", "500"),
    ("五百元", "500"), ("壹万贰仟叁佰肆拾伍元陆角柒分", "12345.67"), ("一万五千元", "15000"),
    ("十五元", "15"), ("二十万元", "200000"), ("两千元", "2000"), ("一百零五元", "105"),
    ("壹佰圆正", "100"), ("三百五十元五角", "350.5"), ("一亿两千万元", "120000000"),
    ("0", "0"), ("零元", "0"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "amount"), AMOUNTS)
def test_what_is_an_amount(written, amount):
    assert read_amount(written) == Decimal(amount)


@pytest.mark.parametrize(
    "written",
    ["1,00", "1e3", "-1", "NaN", "Infinity", "1,0000", ",1", "1.", "1_000", "五百", "万元", "元",
     "", "500元以上", "约500元", "500美元"],
)  # fmt: skip
def test_what_is_none(written):
    assert read_amount(written) is None


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("罚款500元。", ["500"]),
        ("处以罚款人民币伍佰元整（￥500.00）。", ["500"]),
        ("责令改正，并处500元罚款。", ["500"]),
        ("处1000元（大写：壹仟元整）的罚款", ["1000"]),
        ("罚款：0.05万元；没收违法所得300元", ["500"]),
        ("罚款（大写）壹仟元，罚款金额为 ¥1,000.00元", ["1000", "1000"]),
        ("对甲罚款200元，对乙罚款300元", ["200", "300"]),
        ("可以处一千元以下罚款", []),
        ("处造价20%的罚款，计人民币36800元", ["36800"]),
        ("处以罚款，共计500元", ["500"]),
        ("处以罚款，另收500元", []),
        ("罚款500元以上1000元以下", []),
        ("逾期不缴纳的，每日按罚款数额的3%加处罚款", []),
        ("警告", []),
    ],
)
def test_the_amounts_that_a_text_gives_for_a_fine(text, amounts):
    assert [amount for _, amount in amounts_after("罚款", text)] == [*map(Decimal, amounts)]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("罚款500元（大写：伍仟元整）。", ["500元(大写:伍仟元整)"]),
        ("罚款人民币伍佰元整（￥5,000.00）", ["伍佰元整(¥5,000.00)"]),
        ("罚款500元（大写：伍佰元整），没收300元（叁拾元）", ["300元(叁拾元)"]),
        ("罚款500元（大写：伍佰元整）", []),
        ("罚款人民币伍佰元整（￥500.00）", []),
        ("罚款0.05万元（伍佰元）", []),
        ("罚款500元（每日加处15元）", []),
        ("罚款500元（2026年内缴清）", []),
        ("（500元）", []),
    ],
)
def test_two_amounts_that_should_be_one(text, written):
    assert [*contradictions(text)] == written
