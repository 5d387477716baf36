"""A column's lists."""

from tests.content_folder import record
from tests.site.site_at import outputs


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
