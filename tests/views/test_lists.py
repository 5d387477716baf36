"""A column's lists."""

import pytest

from plugins.views.lists import list_page, page_address
from tests.content_folder import make_content, record
from tests.site.site_at import outputs
from tests.states.moment_site import One


def titles(page):
    return [card.title for card in page.view["cards"]]


def test_newest_first_five_to_a_page(tmp_path):
    pages = outputs(tmp_path)
    assert titles(pages["dongtai/index.html"]) == [f"巡查日记第{n}篇" for n in (7, 6, 5, 4, 3)]
    assert titles(pages["dongtai/page/2.html"]) == ["巡查日记第2篇", "巡查日记第1篇"]
    assert "dongtai/page/3.html" not in pages


def test_pagination_leads_both_ways(tmp_path):
    pages = outputs(tmp_path)
    second = pages["dongtai/page/2.html"].view["pagination"]
    assert (second.number, second.total, second.previous, second.next) == (
        2, 2, "dongtai/index.html", None
    )  # fmt: skip
    assert pages["zhengce/index.html"].view["pagination"] is None


def test_filters_are_links_with_counts(tmp_path):
    text = record("去年的", published="2025-06-01 09:00")
    pages = outputs(tmp_path, {"dongtai/jiu.md": text})
    (years,) = pages["dongtai/2025.html"].view["filters"]
    assert [(o.label, o.address, o.count, o.current) for o in years.options] == [
        ("全部", "dongtai/index.html", 8, False),
        ("2026年", "dongtai/2026.html", 7, False),
        ("2025年", "dongtai/2025.html", 1, True),
    ]
    assert titles(pages["dongtai/2025.html"]) == ["去年的"]
    (years,) = pages["dongtai/index.html"].view["filters"]
    assert [option.current for option in years.options] == [True, False, False]


def test_a_facet_has_an_address_in_ascii(tmp_path):
    text = (outputs(tmp_path / "a") and open_reply(tmp_path / "a")).replace(
        "领域: 街面秩序", "领域: 水务"
    )
    pages = outputs(tmp_path / "b", {"wenda/shui.md": text})
    assert titles(pages["wenda/field-water.html"]) == ["菜摊能不能摆到路边"]
    assert "wenda/field-street.html" in pages


def open_reply(tmp_path):
    return (tmp_path / "content" / "wenda" / "tanwei.md").read_text()


def test_expired_records_leave_the_lists_and_keep_their_page(tmp_path):
    text = record("旧通告", 下线日期="2026-11-22", published="2026-11-01 09:00")
    pages = outputs(tmp_path, {"dongtai/jiu.md": text})
    assert "旧通告" not in titles(pages["dongtai/index.html"])
    (notice,) = pages["dongtai/2026/jiu.html"].view["record"]["notices"]
    assert notice.text == "本稿件已于2026年11月22日过期，仅供查阅。"


def test_an_empty_column_says_what_will_be_here(tmp_path):
    pages = outputs(tmp_path, {"wenda/tanwei.md": None})
    assert pages["wenda/index.html"].view["cards"] == []
    assert pages["wenda/index.html"].view["empty"] == (
        "这里将发布你问我答。现在还没有内容，可拨打12345咨询。"
    )


def test_an_empty_column_says_what_its_bureau_wants_to_say(tmp_path):
    column = (make_content(tmp_path / "a") / "wenda/_column.yml").read_text()
    files = {"wenda/tanwei.md": None, "wenda/_column.yml": f"{column}empty: 十二月开始答复。\n"}
    assert outputs(tmp_path / "b", files)["wenda/index.html"].view["empty"] == "十二月开始答复。"


@pytest.mark.parametrize(
    ("address", "number", "page"),
    [
        ("news/index.html", 1, "news/index.html"),
        ("news/index.html", 2, "news/page/2.html"),
        ("news/2026.html", 1, "news/2026.html"),
        ("news/2026.html", 3, "news/2026/page/3.html"),
    ],
)
def test_the_address_of_a_page_of_a_list(address, number, page):
    assert page_address(address, number) == page


def listed(number, total, label=""):
    """One page of the list of a column."""
    site = One("news", "2026-03-06 09:00").site
    address = "news/2026.html" if label else "news/index.html"
    place = (address, label, 7, number, total)
    return list_page(site, site.links, "news", (), place, (), 9, 0)


@pytest.mark.parametrize(
    ("number", "total", "previous", "following", "window"),
    [
        (1, 2, None, 2, [1, 2]),
        (2, 2, 1, None, [1, 2]),
        (1, 8, None, 2, [1, 2, 3]),
        (2, 8, 1, 3, [1, 2, 3, 4]),
        (4, 8, 3, 5, [2, 3, 4, 5, 6]),
        (8, 8, 7, None, [6, 7, 8]),
    ],
)
def test_the_pages_that_a_page_leads_to(number, total, previous, following, window):
    def at(page):
        return page_address("news/index.html", page) if page else None

    shown = listed(number, total).view["pagination"]
    assert (shown.number, shown.total) == (number, total)
    assert (shown.first, shown.last) == ("news/index.html", at(total))
    assert (shown.previous, shown.next) == (at(previous), at(following))
    assert [(page.number, page.address, page.current) for page in shown.window] == [
        (page, at(page), page == number) for page in window
    ]


def test_a_single_page_leads_to_no_other():
    view = listed(1, 1).view
    assert (view["pagination"], view["also"]) == (None, [])


@pytest.mark.parametrize(
    ("label", "number", "heading", "title", "trail"),
    [
        ("", 1, "工作动态", "工作动态", ["工作动态"]),
        ("", 2, "工作动态", "工作动态（第2页）", ["工作动态", "全部（第2页）"]),
        (
            "2026年",
            1,
            "工作动态 · 2026年",
            "工作动态 · 2026年-工作动态",
            ["工作动态", "2026年"],
        ),
        (
            "2026年",
            2,
            "工作动态 · 2026年",
            "工作动态 · 2026年（第2页）-工作动态",
            ["工作动态", "2026年（第2页）"],
        ),
    ],
)
def test_what_a_page_of_a_list_is_called(label, number, heading, title, trail):
    page = listed(number, 2, label)
    assert page.view["heading"] == page.head.heading == heading
    assert page.head.title == f"{title}-云汀市综合行政执法局网站"
    assert [crumb.name for crumb in page.head.breadcrumbs] == ["首页", *trail]
    assert [crumb.address for crumb in page.head.breadcrumbs][-1] is None
    assert page.view["total"] == 7
