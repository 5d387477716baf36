"""What counts now: on the home page what goes on, on every page the warnings that hold."""

import pytest
from bs4 import BeautifulSoup

from tests.states.moment_site import One, sample

CLOSURE = {
    "开始时间": "2026-03-02 22:30",
    "结束时间": "2026-03-06 05:30",
    "每天时段": "22:30至次日5:30",
    "地点": "听潮路",
}
WARNING = {
    "预警级别": "橙色预警",
    "摘要": "收好花盆。",
    "来源": "云汀市气象台",
    "开始时间": "2026-03-02 08:00",
    "结束时间": "2026-03-03 08:00",
}


def row(kind, at, fields, others=None):
    one = One(kind, at, fields, others)
    return one.words("index.html", ".now dt"), one.words("index.html", ".now dd")


NOTHING = ([], [])


@pytest.mark.parametrize(
    ("at", "found"),
    [
        ("2026-03-02 22:29:59", NOTHING),
        ("2026-03-02 22:30:00", (["通告"], ["本稿到3月6日，每天22:30至次日5:30"])),
        ("2026-03-06 05:30:00", (["通告"], ["本稿到3月6日，每天22:30至次日5:30"])),
        ("2026-03-06 05:30:01", NOTHING),
    ],
)
def test_a_closure(at, found):
    assert row("notice", at, CLOSURE) == found


def test_an_end_alone_counts_from_publication():
    fields = {"结束时间": "2026-03-06"}
    assert row("notice", "2026-03-01 09:00", fields) == (["通告"], ["本稿到3月6日"])
    assert row("notice", "2026-03-06 23:59", fields) == (["通告"], ["本稿到3月6日"])
    assert row("notice", "2026-03-07 00:00", fields) == NOTHING


def test_an_announcement_without_an_end_does_not_stand_there():
    assert row("notice", "2026-03-02 09:00", {}) == NOTHING


def test_what_is_over_says_so_on_its_page_and_in_lists():
    one = One("notice", "2026-03-06 05:31", CLOSURE)
    assert one.banner(one.id) == [("plain", "本通告所说的事项已于2026年3月6日结束。")]
    assert one.badges(one.id) == [("已结束", "plain")]
    one = One("notice", "2026-03-03 09:00", WARNING)
    assert one.banner(one.id) == [("plain", "预警已于2026年3月3日结束。")]


def test_night_work_by_street():
    others = {
        "night-work/b": sample("night_work", 标题="二", 证明编号="二号", 街道="鹭洲街道"),
        "night-work/c": sample("night_work", 标题="三", 证明编号="三号"),
    }
    one = One("night_work", "2026-03-03 22:00", {}, others)
    assert one.words("index.html", ".now dd") == ["听潮街道2处", "鹭洲街道1处"]
    links = {tag["href"] for tag in one.select("index.html", ".now dd a")}
    assert links == {"/night-work/"}


@pytest.mark.parametrize(
    ("at", "listed"),
    [("2026-03-31 23:59:59", True), ("2026-04-01 00:00:00", False)],
)
def test_a_certificate_leaves_with_its_last_day(at, listed):
    one = One("night_work", at)
    assert bool(one.item(one.id)) is listed
    assert bool(one.words("index.html", ".now dd")) is listed
    if not listed:
        also = one.words("night-work/index.html", ".also a")
        assert also == ["已到期（1）"]


# Warnings.


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        ("2026-03-02 07:59:59", False),
        ("2026-03-02 08:00:00", True),
        ("2026-03-03 08:00:00", True),
        ("2026-03-03 08:00:01", False),
    ],
)
def test_a_warning_stands_on_every_page(at, shown):
    others = {"news/a": sample("news", 标题="新闻")}
    one = One("notice", at, WARNING, others)
    for path in ("index.html", "news/2026/a.html", "news/index.html", "search.html"):
        assert ('data-element="alert"' in one.text(path)) is shown, path


def test_the_words_of_a_warning():
    one = One("notice", "2026-03-02 09:00", WARNING)
    html = one.text("index.html")
    start, end = html.index('<aside class="alerts"'), html.index("</aside>")
    words = " ".join(BeautifulSoup(html[start:end], "lxml").get_text().split())
    assert words == (
        "橙色预警本稿 收好花盆。 云汀市气象台，2026-03-01 09:00发布，到2026-03-03 08:00"
    )
    assert one.badges(one.id) == [("橙色预警", "stop")]
    # It stands on top of the page already.
    assert one.words("index.html", ".now dd") == []
    titles = [item["title"] for item in one.json("feeds/site.json")["items"]]
    assert titles == ["【橙色预警】本稿"]


@pytest.mark.parametrize(
    ("missing", "message"),
    [
        ("结束时间", "有“预警级别”的，要写“结束时间”，到时从每一页撤下"),
        ("摘要", "有“预警级别”的，要写“摘要”，它出现在每一页的最上面"),
    ],
)
def test_a_warning_must_say_what_to_do_and_until_when(missing, message):
    one = One("notice", "2026-03-02 09:00", {**WARNING, "开始时间": None, missing: None})
    assert message in [found[3] for found in one.findings]
