"""The index of statutes by pinyin, and the figures about them."""

import pytest

from tests.states.moment_site import One, sample

AT = "2026-03-10 09:00"
TEXT = "第一条　甲。\n\n第二条　乙。"
OTHERS = {
    "statute/b": sample(
        "statute",
        TEXT,
        标题="中华人民共和国安静条例",
        领域="水务、街面秩序",
        效力级别="法律",
        时效性="尚未生效",
        本版施行日期="2030-01-01",
    ),
    "case/a": sample("case", 标题="一案", 引用法规="《本稿》第二条", 处罚决定日期="2025-12-01"),
    "case/b": sample("case", 标题="二案", 引用法规="《本稿》第二条"),
    "case/c": sample("case", 标题="三案", 引用法规="《本稿》第一条"),
    "news/c": sample("news", "依据《安静条例》第一条、《本稿》处理。", 标题="动态"),
}


@pytest.fixture(scope="module")
def site():
    return One("statute", AT, {}, OTHERS, TEXT)


def test_the_list_leads_to_both(site):
    links = site.select("statute/index.html", ".also a")
    assert [(link["href"], link.get_text()) for link in links] == [
        ("/statute/pinyin.html", "按拼音查找"),
        ("/statute/figures.html", "统计"),
    ]
    assert site.select("news/index.html", ".also a") == []


@pytest.mark.parametrize(("page", "name"), [("pinyin", "按拼音"), ("figures", "统计")])
def test_what_they_are_called(site, page, name):
    path = f"statute/{page}.html"
    assert site.words(path, "h1") == [f"法律法规 · {name}"]
    assert site.words(path, ".breadcrumbs li") == ["首页", "法律法规", name]


def test_by_pinyin(site):
    letters = site.planned["statute/pinyin.html"].call(site.site).view["letters"]
    assert [(each["letter"], [card.title for card in each["cards"]]) for each in letters] == [
        ("A", ["中华人民共和国安静条例"]),
        ("B", ["本稿"]),
    ]


def test_of_one_letter_by_spelling():
    titles = {"a": "市容条例", "b": "市场条例", "c": "水条例"}
    others = {f"statute/{slug}": sample("statute", 标题=title) for slug, title in titles.items()}
    site = One("statute", AT, {"标题": "燃气条例"}, others)
    letters = site.planned["statute/pinyin.html"].call(site.site).view["letters"]
    assert [(each["letter"], [card.title for card in each["cards"]]) for each in letters] == [
        ("R", ["燃气条例"]),
        ("S", ["市场条例", "市容条例", "水条例"]),
    ]


def test_the_figures(site):
    view = site.planned["statute/figures.html"].call(site.site).view
    assert [(each["label"], each["count"]) for each in view["totals"]] == [
        ("法规", 2),
        ("版本", 2),
        ("条文", 4),
        ("引用", 5),
    ]
    assert [(table["label"], table["rows"]) for table in view["tables"]] == [
        ("效力级别", [("法律", 1), ("地方性法规", 1)]),
        ("时效性", [("尚未生效", 1), ("现行有效", 1)]),
        ("领域", [("街面秩序", 2), ("水务", 1)]),
    ]
    assert [(row["title"], row["address"], row["count"]) for row in view["most"]] == [
        ("本稿", "statute/ben.html", 4),
        ("中华人民共和国安静条例", "statute/b.html", 1),
    ]
    assert [(row["title"], row["label"], row["count"]) for row in view["clauses"]] == [
        ("本稿", "第二条", 2),
        ("中华人民共和国安静条例", "第一条", 1),
        ("本稿", "第一条", 1),
    ]
    assert view["clauses"][0]["address"] == "statute/ben.html#c2"


def test_how_often_by_year_beside_the_most():
    def case(slug, day):
        return sample("case", 标题=slug, 引用法规="《本稿》第一条", 处罚决定日期=day)

    days = {"a": "2024-05-01", "b": "2025-05-01", "c": "2025-06-01", "d": "2025-07-01"}
    others = {f"case/{slug}": case(slug, day) for slug, day in days.items()}
    site = One("statute", AT, {}, others, TEXT)
    (row,) = site.planned["statute/figures.html"].call(site.site).view["most"]
    assert [(year.year, year.count, year.share) for year in row["applied"]] == [
        (2024, 1, 33),
        (2025, 3, 100),
    ]


def test_the_twenty_most_cited():
    text = "\n\n".join(f"第{number}条　甲。" for number in NUMBERS)
    cited = "、".join(f"第{number}条" for number in NUMBERS)
    others = {"news/a": sample("news", f"《本稿》{cited}。")}
    others |= {
        f"statute/s{at}": sample("statute", "第一条　甲。", 标题=f"第{number}部条例")
        for at, number in enumerate(NUMBERS)
    }
    cited = "".join(f"《第{number}部条例》第一条。" for number in NUMBERS)
    others["news/b"] = sample("news", cited, 标题="二")
    site = One("statute", AT, {}, others, text)
    view = site.planned["statute/figures.html"].call(site.site).view
    assert (len(view["most"]), len(view["clauses"])) == (20, 20)


NUMBERS = [
    *"一二三四五六七八九十",
    *(f"十{digit}" for digit in "一二三四五六七八九"),
    "二十",
    "二十一",
]


VERSIONS = {
    "statute/jiu": sample(
        "statute", TEXT, 标题="街面办法", 发布日期="2026-03-09 09:00", 时效性="已修改",
        施行日期="2025-03-01", 领域="水务",
    ),
    "statute/xin": sample(
        "statute", TEXT, 标题="街面办法", 发布日期="2026-03-02 09:00", 修改日期="[2026-01-01]",
        本版施行日期="2026-02-01", 施行日期="2025-03-01",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def with_versions():
    return One("statute", AT, {"标题": "水条例"}, VERSIONS, TEXT)


@pytest.mark.parametrize("path", ["statute/index.html", "statute/pinyin.html"])
def test_a_statute_has_one_entry_with_its_other_texts_below(with_versions, path):
    titles = with_versions.words(path, ".entry__title")
    assert sorted(titles) == ["水条例", "街面办法"]
    links = with_versions.select(path, ".entry__title")
    assert "/statute/xin.html" in [link["href"] for link in links]
    assert with_versions.words(path, ".entry__versions li") == ["2025年3月1日起施行的文本 已修改"]
    (link,) = with_versions.select(path, ".entry__versions a")
    assert link["href"] == "/statute/jiu.html"
    (label,) = with_versions.select(path, ".entry__versions")
    assert label["aria-label"] == "其他文本"


def test_filters_count_statutes_not_texts(with_versions):
    assert (
        with_versions.words("statute/index.html", "[aria-current] .filters__count") == ["2条"] * 3
    )
    assert with_versions.words("statute/level-di-fang-xing-fa-gui.html", ".entry__title") != []


def test_a_filter_that_finds_an_older_text_alone_lists_it(with_versions):
    path = "statute/status-yi-xiu-gai.html"
    assert with_versions.words(path, ".entry__title") == ["街面办法"]
    (link,) = with_versions.select(path, ".entry__title")
    assert link["href"] == "/statute/jiu.html"
    assert with_versions.words(path, ".entry__versions li") == ["2026年2月1日起施行的文本 现行有效"]
