"""Tables that have no room: theme/static/js/site/table-cards.js, ledger-fold.js, with the CSS."""

from __future__ import annotations

from tests.browser.preferences import keep

CARD = "td[data-label]"
LARGEST = keep({"size": "largest"})


def tables(page):
    return page.evaluate(
        "() => [...document.querySelectorAll('.prose table')].map((one) => one.className)"
    )


def test_a_table_of_a_text_becomes_cards_in_large_type(tab, site):
    address = f"{site.origin}/tasks/tousu-zaosheng.html"
    page = tab(width=768)
    page.goto(address)
    assert tables(page) == [""]
    page = tab(width=320)
    page.add_init_script(LARGEST)
    page.goto(address)
    assert tables(page) == ["ledger"]
    cells = page.locator(".prose tbody tr").nth(1).locator("td")
    assert cells.evaluate_all("all => all.map((one) => one.dataset.label)") == ["声音", "谁来管"]
    # It comes back with room for it.
    page.set_viewport_size({"width": 1200, "height": 800})
    page.wait_for_function("() => !document.querySelector('.prose table').className")


def test_a_record_of_the_ledger_is_one_line_until_it_is_opened(tab, site):
    page = tab(width=360)
    page.goto(f"{site.origin}/penalties/index.html")
    row = page.locator("tbody tr").first
    party = row.locator("th a").text_content()
    button = row.get_by_role("button", name=f"详情：{party}")
    assert button.get_attribute("aria-expanded") == "false"
    assert row.locator("td:visible").count() == 1
    assert row.locator("td:visible").get_attribute("data-label") == "罚款金额"
    button.click()
    button = row.get_by_role("button", name=f"收起：{party}")
    assert button.get_attribute("aria-expanded") == "true"
    assert row.locator("td:visible").count() == row.locator("td").count() > 4
    button.click()
    assert row.locator("td:visible").count() == 1


def test_where_there_is_room_it_is_a_table_without_buttons(tab, site):
    page = tab(width=1280)
    page.goto(f"{site.origin}/penalties/index.html")
    row = page.locator("tbody tr").first
    assert row.get_by_role("button").count() == 0
    assert row.locator("td:visible").count() == row.locator("td").count()


def test_without_javascript_all_of_it_is_shown(tab, site):
    page = tab(width=360, java_script_enabled=False)
    page.goto(f"{site.origin}/penalties/index.html")
    row = page.locator("tbody tr").first
    assert row.locator("td:visible").count() == row.locator("td").count()
