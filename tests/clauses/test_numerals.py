"""Numbers and days, however a statute writes them."""

from datetime import date

import pytest

from plugins.clauses.numerals import chinese, day_in, number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一", 1),
        ("十", 10),
        ("十五", 15),
        ("二十", 20),
        ("九十九", 99),
        ("一百", 100),
        ("一百零三", 103),
        ("一百一十三", 113),
        ("一千二百", 1200),
        ("一九九三", 1993),
        ("二〇二一", 2021),
        ("34", 34),
    ],
)
def test_a_numeral_has_its_value(text, value):
    assert number(text) == value


@pytest.mark.parametrize("text", ["", "第三", "若干", "3a"])
def test_what_is_no_numeral_has_no_value(text):
    assert number(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("自2021年7月15日起施行", date(2021, 7, 15)),
        ("自一九九三年十一月一日起施行", date(1993, 11, 1)),
        ("二〇〇八年十二月二十九日通过", date(2008, 12, 29)),
    ],
)
def test_a_day_is_read_in_digits_and_in_characters(text, day):
    assert day_in(text) == day


@pytest.mark.parametrize("text", ["自公布之日起", "1985年度", "2025年2月30日"])
def test_what_is_no_day_of_the_calendar_is_none(text):
    assert day_in(text) is None


@pytest.mark.parametrize("value", [*range(1, 300), 1000, 1001, 1010, 1100, 1128, 1242, 9999])
def test_a_number_written_out_reads_back(value):
    assert number(chinese(value)) == value


@pytest.mark.parametrize(
    ("value", "written"), [(10, "十"), (34, "三十四"), (105, "一百零五"), (110, "一百一十")]
)
def test_written_as_clauses_are(value, written):
    assert chinese(value) == written
