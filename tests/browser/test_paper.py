"""The sheets that come out of the printer: how many, heads and feet, pictures, what breaks."""

from __future__ import annotations

import re

import pytest

from tests.browser.nothing import assert_nothing
from tests.browser.paper import CENTIMETRE, printed
from tests.browser.site import CONTENT, page_names, together

SITE_NAME = "云汀市综合行政执法局"
TAKEN_ALONG = [
    f"en/{column}/{file.name.removesuffix('.en.md')}.html"
    if file.name.endswith(".en.md")
    else f"{column}/{file.stem}.html"
    for column in ("guides", "tasks")
    for file in sorted((CONTENT / column).glob("*.md"))
]
RECORDS = [name for name in page_names() if name.endswith(" record")]
# Boxes as drawn, not as a character of some font.
BOXES = """(list) => [...document.querySelectorAll(list)].map((one) => {
  const box = getComputedStyle(one, "::before");
  return box.content === '""' && parseFloat(box.width) > 8 && box.borderTopStyle === "solid";
})"""
# Every row of a ledger four times.
MORE_ROWS = """() => document.querySelectorAll("table.ledger tbody").forEach((body) => {
  for (const row of [...body.rows, ...body.rows, ...body.rows]) body.append(row.cloneNode(true));
})"""
A_DAY = re.compile(r"\d{4}-\d\d-\d\d")
ROW = "<tr><td>甲</td><td>乙</td></tr>"


@pytest.fixture
def paper(tab, site):
    def print_(address):
        page = tab()
        page.goto(f"{site.origin}/{address}")
        return printed(page)

    return print_


@pytest.mark.parametrize("address", TAKEN_ALONG)
def test_a_guide_and_a_task_are_two_sheets_at_most(paper, address):
    sheets = paper(address).sheets
    assert len(sheets) <= 2
    # A second one is there for more than what was left over.
    assert all(len(lines) >= 5 for lines in sheets)


@pytest.mark.parametrize(
    "address, title",
    [
        ("guides/huwai-zhaopai-shezhi.html", "户外招牌设置"),
        ("tasks/shoudao-chufa.html", "收到处罚决定书怎么办"),
        ("penalties/index.html", "行政处罚公示"),
    ],
)
def test_each_sheet_has_its_number_and_all_but_the_first_the_title(paper, address, title):
    found = paper(address)
    assert found.sizes == [(210, 297)] * 2
    first, second = found.sheets
    assert {"第1页,共2页", SITE_NAME, title} <= {*first}
    assert {"第2页,共2页", f"{SITE_NAME}{title}"} <= {*second}


def test_the_foot_of_a_page_in_english_is_english(paper):
    first = paper("en/index.html").sheets[0]
    assert any(line.startswith("Page1of") for line in first)


@pytest.mark.parametrize("name", together(RECORDS))
def test_no_picture_is_higher_than_eight_centimetres_or_there_twice(tab, site, name):
    page = tab()
    page.goto(site.url(name))
    pictures = printed(page).pictures
    assert_nothing([one for one in pictures if one[1] > 8 * CENTIMETRE + 1])
    sources = [source for source, _ in pictures]
    assert sorted(sources) == sorted(set(sources))


@pytest.mark.parametrize(
    "address, boxes",
    [
        ("guides/huwai-zhaopai-shezhi.html", ".materials li"),
        ("tasks/gua-zhaopai.html", ".ticks li"),
    ],
)
def test_what_to_bring_has_boxes_to_tick(tab, site, address, boxes):
    page = tab()
    page.goto(f"{site.origin}/{address}")
    page.emulate_media(media="print")
    found = page.evaluate(BOXES, boxes)
    assert len(found) >= 2
    assert all(found)
    page.emulate_media(media="screen")
    assert not any(page.evaluate(BOXES, boxes))


def test_the_matrix_of_many_columns_lies_on_its_side(paper):
    first, *others = paper("matters/index.html").sizes
    assert first == (210, 297)
    assert set(others) == {(297, 210)}


def test_the_head_of_a_table_is_repeated_on_each_sheet(tab, site):
    """Also one with buttons to sort by, on every sheet that has a row of it."""
    page = tab()
    page.goto(f"{site.origin}/penalties/index.html")
    page.evaluate(MORE_ROWS)
    with_rows = [lines for lines in printed(page).sheets if any(map(A_DAY.search, lines))]
    assert len(with_rows) > 2
    for lines in with_rows:
        assert any("行政相对人" in line for line in lines)


@pytest.fixture
def sheets_of(tab, site, sample_site):
    """`sheets_of(html)`: the sheets of a page of one's own in the style sheet of the site."""
    (style,) = sample_site.glob("assets/site.*.css")
    page = tab()
    page.goto(site.url("missing"))
    page.set_content(
        f'<html lang="zh-CN"><link rel="stylesheet" href="{site.origin}/assets/{style.name}">'
        f'<main class="page"></main></html>'
    )

    def print_(html):
        page.evaluate("(html) => { document.querySelector('main').innerHTML = html; }", html)
        return printed(page).sheets

    return print_


def table(rows, lines_above=0):
    """A table below so many lines."""
    caption = '<caption class="visually-hidden">说明</caption>'
    head = "<thead><tr><th>头</th><th>尾</th></tr></thead>"
    return (
        f'{"<p>行</p>" * lines_above}<div class="table-scroll"><table>{caption}{head}'
        f"<tbody>{ROW * rows}</tbody></table></div>"
    )


def test_neither_the_first_nor_the_last_row_of_a_table_is_alone(sheets_of):
    broken = 0
    for rows in range(20, 45):
        sheets = sheets_of(table(rows, lines_above=10))
        broken += len(sheets) > 1
        for lines in sheets:
            assert lines.count("甲乙") != 1
    assert 5 < broken < 25


def test_the_head_of_a_table_is_not_left_behind(sheets_of):
    broken = 0
    for lines_above in range(30, 50):
        sheets = sheets_of(table(3, lines_above))
        broken += len(sheets) > 1
        for lines in sheets:
            assert ("头尾" in lines) == ("甲乙" in lines)
    assert broken > 5


def test_the_last_line_of_a_text_is_not_alone(sheets_of):
    for lines_above in range(30, 50):
        sheets = sheets_of("<p>行</p>" * lines_above + f"<p>{'字' * 150}</p>")
        for lines in sheets:
            assert len([line for line in lines if "字" in line]) != 1
