"""Sorting a table: theme/static/js/site/sort-table.js."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.site import page_names

TABLE = """
<table data-sortable>
  <thead><tr><th>名称</th><th>罚款</th><th>日期</th><th data-sort="none">备注</th></tr></thead>
  <tbody>
    <tr><td>张家湾</td><td data-sort-value="10000">1万元</td><td>2026年3月1日</td><td>一</td></tr>
    <tr><td>安和</td><td></td><td>2025年12月9日</td><td>二</td></tr>
    <tr><td>北门</td><td data-sort-value="9">9元</td><td>2026年10月2日</td><td>三</td></tr>
    <tr><td>第10组</td><td data-sort-value="1,200.5">1200.5元</td><td></td><td>四</td></tr>
    <tr><td>第9组</td><td data-sort-value="9">9元</td><td>2026年3月1日</td><td>五</td></tr>
  </tbody>
</table>
"""


@pytest.fixture
def table(bare) -> Page:
    return bare(TABLE, "site/announce.js", "site/sort-table.js")


def order(page: Page) -> str:
    return "".join(page.locator("tbody td:last-child").all_text_contents())


def sort_by(page: Page, name: str) -> None:
    page.get_by_role("columnheader").get_by_role("button", name=name).click()


class TestOrder:
    def test_chinese_is_sorted_by_its_sound_and_numbers_in_it_by_size(self, table):
        sort_by(table, "名称")
        assert order(table) == "二三五四一"

    def test_a_date_is_sorted_by_its_day_and_an_empty_cell_goes_last(self, table):
        sort_by(table, "日期")
        assert order(table) == "二一五三四"

    def test_a_number_is_sorted_by_its_value_and_equals_keep_their_order(self, table):
        sort_by(table, "罚款")
        assert order(table) == "三五四一二"

    def test_the_second_click_turns_it_round_but_not_equals_and_not_empty_cells(self, table):
        sort_by(table, "罚款")
        sort_by(table, "罚款")
        assert order(table) == "一四三五二"


class TestHeaders:
    def test_only_the_sorted_column_says_how(self, table):
        sort_by(table, "名称")
        sort_by(table, "日期")
        sort_by(table, "日期")
        states = table.locator("th").evaluate_all("all => all.map(th => th.ariaSort)")
        assert states == [None, None, "descending", None]

    def test_a_column_may_refuse(self, table):
        assert table.get_by_role("button").all_text_contents() == ["名称", "罚款", "日期"]

    def test_the_new_order_is_announced(self, table):
        sort_by(table, "罚款")
        table.locator('[role="status"]', has_text="已按罚款升序排列").wait_for(state="attached")

    def test_a_header_is_sorted_by_keyboard(self, table):
        table.get_by_role("button", name="名称").focus()
        table.keyboard.press("Enter")
        assert order(table) == "二三五四一"

    def test_a_table_that_is_not_marked_has_no_buttons(self, bare):
        page = bare(TABLE.replace(" data-sortable", ""), "site/sort-table.js")
        assert page.get_by_role("button").count() == 0


class TestPenalties:
    """The table of the sample site."""

    @pytest.fixture
    def penalties(self, tab, site) -> Page:
        assert "penalties list" in page_names()
        page = tab()
        page.goto(site.url("penalties list"))
        return page

    @pytest.mark.parametrize("name", ["罚款金额", "处罚决定日期"])
    def test_sorts_both_ways_by(self, penalties, name):
        column = penalties.locator("thead th").all_text_contents()
        column = [text.strip().startswith(name) for text in column].index(True) + 1
        values = "cells => cells.map(td => td.dataset.sortValue ?? td.textContent.trim())"

        def shown() -> list:
            cells = penalties.locator(f"tbody tr > :nth-child({column})").evaluate_all(values)
            return [float(cell.replace("-", "")) for cell in cells if cell]

        before = shown()
        assert len(set(before)) > 2
        sort_by(penalties, name)
        assert shown() == sorted(before)
        sort_by(penalties, name)
        assert shown() == sorted(before, reverse=True)
