"""What can be chosen looks as if it could, on a phone and in a margin."""

from __future__ import annotations

import pytest

LISTS = ["statutes list", "cases list"]
MARK = """(link) => {
  const style = getComputedStyle(link, "::before");
  return [style.borderTopStyle, parseFloat(style.borderTopWidth), parseFloat(style.width)];
}"""


@pytest.mark.parametrize("name", LISTS)
def test_on_a_phone_long_filters_are_folded_with_what_is_chosen(tab, site, name):
    page = tab(width=360)
    page.goto(site.url(name))
    summary = page.locator(".filters summary")
    assert summary.inner_text().startswith("筛选：全部")
    assert not page.locator(".filters__rows").is_visible()
    first = page.locator("[data-element=list-item]").first.bounding_box()
    assert first["y"] < 740
    summary.click()
    page.locator(".filters__row a:not([aria-current])").first.click()
    assert not page.locator(".filters summary").inner_text().startswith("筛选：全部")


@pytest.mark.parametrize("name", LISTS)
def test_at_a_desk_they_stand_open(tab, site, name):
    page = tab(width=1440)
    page.goto(site.url(name))
    assert page.locator(".filters__row a").first.is_visible()
    assert not page.locator(".filters summary").is_visible()


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("forced", ["none", "active"])
def test_each_option_has_a_mark_and_the_chosen_one_a_full_one(tab, site, name, width, forced):
    page = tab(width=width)
    page.emulate_media(forced_colors=forced)
    page.goto(site.url(name))
    if width == 360:
        page.locator(".filters summary").click()
    chosen = page.locator(".filters__row a[aria-current]").first.evaluate(MARK)
    other = page.locator(".filters__row a:not([aria-current])").first.evaluate(MARK)
    assert chosen[0] == other[0] == "solid"
    assert other[2] > 8
    assert chosen[1] > 2 * other[1]


def test_without_javascript_they_are_open_on_a_phone(tab, site):
    page = tab(width=360, java_script_enabled=False)
    page.goto(site.url("statutes list"))
    assert page.locator(".filters__row a").first.is_visible()


def test_folding_them_moves_nothing_of_the_page(tab, site):
    page = tab(width=360)
    page.add_init_script(
        "window.moved = []; new PerformanceObserver((list) => { for (const shift of "
        "list.getEntries()) for (const one of shift.sources) { const node = one.node;"
        "if (node && node.closest && node.closest('main *')) moved.push(node.className); } })"
        ".observe({ type: 'layout-shift', buffered: true });"
    )
    page.goto(site.url("statutes list"))
    page.wait_for_timeout(300)
    assert page.evaluate("window.moved") == []


BOTTOMS = """(part) => [...document.querySelectorAll(`${part} .entries`)].map((list) =>
  list.lastElementChild.querySelector(".entry__line").getBoundingClientRect().bottom)"""


@pytest.mark.parametrize("width", [1024, 1440])
def test_the_columns_of_the_home_page_end_together(tab, site, width):
    page = tab(width=width)
    page.goto(site.url("home"))
    left, right = page.evaluate(BOTTOMS, ".beside")
    assert abs(left - right) <= 2
    parts = page.evaluate(
        "[...document.querySelectorAll('.beside > *, .pairs > *')].map((one) => "
        "one.getBoundingClientRect().bottom)"
    )
    assert [abs(a - b) <= 1 for a, b in zip(parts[::2], parts[1::2], strict=True)] == [True, True]


# Text that an outline in its box cuts or touches.
TOUCHED = """() => [...document.querySelectorAll("a[aria-current], button[aria-pressed=true]")]
  .filter((one) => one.checkVisibility() && getComputedStyle(one).outlineStyle !== "none")
  .filter((one) => {
    const box = one.getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(one);
    const text = range.getBoundingClientRect();
    const inner = parseFloat(getComputedStyle(one).outlineOffset);
    return text.left - box.left + inner < 1 || box.right - text.right + inner < 1;
  })
  .map((one) => one.textContent)"""
UNMARKED = """() => [...document.querySelectorAll("header a[aria-current]")]
  .filter((one) => one.checkVisibility())
  .filter((one) => getComputedStyle(one).textDecorationLine !== "underline")
  .map((one) => one.textContent)"""


@pytest.mark.parametrize("name", ["home", "statutes list", "news list"])
@pytest.mark.parametrize("width", [360, 1440])
def test_in_colours_of_the_reader_no_outline_cuts_a_word(tab, site, name, width):
    page = tab(width=width)
    page.emulate_media(forced_colors="active")
    page.goto(site.url(name))
    assert page.evaluate(TOUCHED) == []
    assert page.evaluate(UNMARKED) == []


SORTS = """() => [...document.querySelectorAll(".sort")].map((one) => [
  Number(getComputedStyle(one, "::after").opacity) > 0.5,
  getComputedStyle(one).borderTopStyle])"""


@pytest.mark.parametrize(("width", "border"), [(360, "solid"), (1440, "none")])
def test_what_a_table_can_be_sorted_by_has_an_arrow_and_above_cards_a_border(
    tab, site, width, border
):
    page = tab(width=width)
    page.goto(site.url("penalties list"))
    found = page.evaluate(SORTS)
    assert len(found) == 7
    assert {tuple(one) for one in found} == {(True, border)}


AMOUNTS = """() => [...document.querySelectorAll("td.align-right")].map((one) => {
  const range = document.createRange();
  range.selectNodeContents(one);
  const style = getComputedStyle(one);
  return [one.getBoundingClientRect().right - parseFloat(style.paddingRight)
    - range.getBoundingClientRect().right, range.getClientRects().length];
})"""


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_amounts_end_together_in_one_line(tab, site, width):
    page = tab(width=width)
    page.goto(site.url("penalties list"))
    found = page.evaluate(AMOUNTS)
    assert len(found) > 10
    assert all(abs(room) <= 1 and lines == 1 for room, lines in found)
