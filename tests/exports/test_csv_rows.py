"""Cells of CSV that a spreadsheet program must not take for a formula."""

import csv
import io

import pytest

from plugins.exports.csv_rows import csv_rows, safe_cell
from tests.states.moment_site import One

AT = "2026-03-06 09:00"


@pytest.mark.parametrize(
    "text",
    ["=1+1", "@SUM(A1)", "-2+3", "-cmd|' /C calc'!A0", "\t=1", "\r=1", "＝1+1", "－1", "+", "-",
     "=HYPERLINK(\"https://e.example\",\"看\")", "--", "-5℃", "+1e3"],
)  # fmt: skip
def test_a_formula_becomes_text(text):
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("value", ["-5", "+5", "-0.5", "-.5", "-12%", "甲=乙", "", "'=1", 5, -5.5])
def test_other_cells_stay(value):
    assert safe_cell(value) == value


def test_a_cell_stays_one_cell():
    (row,) = csv.reader(io.StringIO(csv_rows([['=1,"2"\n3', "甲"]])))
    assert row == ['\'=1,"2"\n3', "甲"]


def test_open_data_of_records():
    one = One("event", AT, {"标题": '"=HYPERLINK(1)"', "地点": '"@广场"', "联系电话": '"-5"'})
    (row,) = csv.DictReader(io.StringIO(one.text("data/event.csv")))
    assert (row["标题"], row["地点"], row["联系电话"]) == ("'=HYPERLINK(1)", "'@广场", "-5")
    (data,) = one.json("data/event.json")
    assert (data["title"], data["place"]) == ("=HYPERLINK(1)", "@广场")
