"""What a reader does with the site works in Chromium 78 and 80 as well."""

from __future__ import annotations

from itertools import pairwise

from tests.browser.preferences import keep

VISIBLE = "((one) => !!one && one.getClientRects().length > 0)(document.querySelector('{}'))"
NO_SIDEWAYS = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"


def opened(old_tab, site, name, width=1280, **preferences):
    tab = old_tab(width, keep(preferences))
    tab.goto(site.url(name))
    return tab


def opened_with(old_tab, site, markup):
    """The first record in whose page this stands."""
    pages = (file for file in sorted(site.folder.glob("*/**/*.html")))
    file = next(file for file in pages if markup in file.read_text(encoding="utf-8"))
    tab = old_tab()
    tab.goto(f"{site.origin}/{file.relative_to(site.folder).as_posix()}")
    return tab


def test_search_finds_and_says_how_many(site, old_tab):
    tab = opened(old_tab, site, "search", 360)
    tab.run("document.querySelector('main [name=q]').value = '装修垃圾'")
    tab.click("main [data-element=search-form] button")
    tab.wait_until("document.querySelector('[data-element=search-results] a')")
    said = tab.text("[data-element=search-status]")
    assert said.startswith("找到 ") and said.endswith(" 条结果")
    assert "装修垃圾" in tab.text("[data-element=search-results] li")
    assert tab.run("document.querySelector('[data-element=search-results] mark').textContent")
    assert tab.problems == []


def test_the_elder_mode_is_switched_on_and_kept(site, old_tab):
    tab = old_tab(360)
    tab.goto(site.url("home"))
    before = tab.run("parseFloat(getComputedStyle(document.body).fontSize)")
    tab.click("[data-action=elder]")
    assert tab.run("document.documentElement.dataset.elder") == "on"
    assert tab.run("document.querySelector('[data-action=elder]').getAttribute('aria-pressed')")
    assert tab.run("parseFloat(getComputedStyle(document.body).fontSize)") > before
    tab.goto(site.url("news list"))
    assert tab.run("document.documentElement.dataset.elder") == "on"
    assert tab.run(NO_SIDEWAYS)
    assert tab.problems == []


def test_the_largest_type_of_the_elder_mode_does_not_scroll_sideways(site, old_tab):
    for name in ("home", "penalties list", "guides record", "statutes record"):
        tab = opened(old_tab, site, name, 360, elder="on", size="largest")
        assert tab.run(NO_SIDEWAYS), name


def test_the_menu_opens_over_the_page_and_closes_with_escape(site, old_tab):
    tab = opened(old_tab, site, "home", 360)
    assert not tab.run(VISIBLE.format(".menu a"))
    tab.click(".menu summary")
    tab.wait_until(VISIBLE.format(".menu a"))
    panel = "document.querySelector('.menu__panel').getBoundingClientRect()"
    assert tab.run(f"[{panel}.left, {panel}.right]") == [0, 360]
    tab.run(
        "document.querySelector('.menu a')"
        ".dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}))"
    )
    assert not tab.run("document.querySelector('.menu').open")


def test_the_links_of_the_navigation_do_not_run_together(site, old_tab):
    tab = opened(old_tab, site, "news list")
    places = tab.run(
        "Array.from(document.querySelectorAll('.navigation__groups > *'),"
        " (one) => one.getBoundingClientRect()).map((box) => [box.left, box.right])"
    )
    assert len(places) > 3
    apart = [after[0] - before[1] for before, after in pairwise(places)]
    assert min(apart) >= 16


def test_a_table_is_sorted(site, old_tab):
    tab = opened(old_tab, site, "penalties list")
    first = "main tbody tr:first-child"
    before = tab.text(first)
    tab.click("main thead th:nth-child(5) .sort")
    tab.click("main thead th:nth-child(5) .sort")
    ordered = tab.run(
        "Array.from(document.querySelectorAll('main tbody td:nth-child(5)'),"
        " (cell) => cell.dataset.sortValue || cell.textContent.trim())"
    )
    assert tab.run("document.querySelector('main th[aria-sort]').textContent").strip()
    assert ordered in (sorted(ordered), sorted(ordered, reverse=True))
    assert tab.text(first) != before or ordered == sorted(ordered, reverse=True)
    assert tab.problems == []


def test_the_words_of_a_cited_clause_are_shown(site, old_tab):
    tab = opened_with(old_tab, site, "data-clause=")
    link = "document.querySelector('a[data-clause]')"
    tab.run(f"{link}.focus()")
    tab.wait_until(VISIBLE.format("#clause-preview"))
    assert len(tab.text("#clause-preview")) > 20
    assert tab.run(f"{link}.getAttribute('aria-describedby')") == "clause-preview"
    assert tab.problems == []


def test_a_reader_is_asked_before_leaving(site, old_tab):
    tab = opened_with(old_tab, site, "data-external=")
    tab.click("a[data-external]")
    assert tab.run("document.querySelector('[data-element=leaving-dialog]').open")
    tab.click("[data-element=leaving-dialog] [data-action=close]")
    assert not tab.run("document.querySelector('[data-element=leaving-dialog]').open")
    assert tab.problems == []


def test_bars_have_their_length_and_drawings_the_colours_of_the_page(site, old_tab):
    for width in (360, 1280):
        tab = old_tab(width)
        tab.goto(f"{site.origin}/news/2026/gongdan-2026-10.html")
        bars = "[...document.querySelectorAll('.bars rect')]"
        lengths = tab.run(f"{bars}.map((one) => one.getBoundingClientRect().width)")
        assert len(lengths) == 8
        assert lengths[0] > 100
        assert [round(length / lengths[0], 1) for length in lengths[:4]] == [1, 0.9, 0.5, 0.4]
        assert tab.run(f"getComputedStyle({bars}[0]).fill") == "rgb(15, 82, 87)"
        assert tab.run(NO_SIDEWAYS)
    tab.goto(f"{site.origin}/news/2026/tingchaolu-zaoshi-pinggu.html")
    sheet = "getComputedStyle(document.querySelector('.drawing rect')).fill"
    assert tab.run(sheet) == "rgb(243, 238, 226)"
    size = (
        "(({ width, height }) => width / height)(document.querySelector('.drawing')"
        ".getBoundingClientRect())"
    )
    assert round(tab.run(size), 1) == 1.7
