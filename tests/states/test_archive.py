"""What has left the lists stays findable: on a list of its own and in the search."""

import pytest

from tests.states.moment_site import KINDS, MomentSite, One, sample

AT = "2026-03-10 09:00"
PENALTY_OVER = {"公示截止期": "2026-03-09"}


def notices(count, **fields):
    return {
        f"notice/a{n:03}": sample(
            "notice", 标题=f"第{n}个通知", 发布日期=f"2026-01-{n % 28 + 1:02} 09:00", **fields
        )
        for n in range(count)
    }


class TestNotices:
    site = MomentSite(AT, {**notices(3, 下线日期="2026-03-09"), "notice/b": sample("notice")})

    def test_the_list_of_the_column_leads_there(self):
        (link,) = self.site.select("notice/index.html", ".also a")
        assert (link.get_text(), link["href"]) == ("已过期（3）", "/notice/archive.html")

    def test_it_has_them_newest_first(self):
        page = "notice/archive.html"
        assert self.site.words(page, "h1") == ["通知公告 · 已过期"]
        titles = self.site.words(page, ".entry__title")
        assert titles == ["第2个通知", "第1个通知", "第0个通知"]
        assert "<title>通知公告 · 已过期-通知公告-" in self.site.text(page)
        assert self.site.words(page, ".breadcrumbs li")[-1] == "已过期"
        assert self.site.words(page, ".filters") == self.site.words(page, ".also") == []

    def test_the_search_says_what_they_are(self):
        marks = {entry["t"]: entry.get("x") for entry in self.site.json("data/search.json")}
        assert marks["第1个通知"] == "已过期"
        assert marks["本稿"] is None


def test_where_everything_has_expired_the_list_still_leads_there():
    site = MomentSite(AT, notices(1, 下线日期="2026-03-09"))
    assert site.words("notice/index.html", "[data-element=empty]")
    assert site.words("notice/index.html", ".also") == ["已过期（1）"]


def test_a_long_list_has_pages():
    site = MomentSite(AT, notices(25, 下线日期="2026-03-09"))
    assert "notice/archive/page/2.html" in site.planned


def test_where_nothing_has_expired_there_is_no_list():
    site = MomentSite(AT, notices(1))
    assert "notice/archive.html" not in site.planned
    assert site.words("notice/index.html", ".also") == []


@pytest.mark.parametrize(
    ("kind", "fields", "label"),
    [
        ("campaign", {"结束日期": "2026-03-05", "归档日期": "2026-03-10"}, "已归档（1）"),
        ("campaign", {"下线日期": "2026-03-09"}, "已归档（1）"),
        ("slogan", {"下线日期": "2026-03-09"}, "已停用（1）"),
        ("policy", {"下线日期": "2026-03-09"}, "已过期（1）"),
    ],
)
def test_what_each_kind_calls_it(kind, fields, label):
    one = One(kind, AT, fields)
    assert one.words(f"{kind}/index.html", ".also") == [label]
    assert one.item(one.id, f"{kind}/archive.html")
    assert one.item(one.id) == []


def test_a_campaign_is_archived_on_its_day():
    fields = {"结束日期": "2026-03-05", "归档日期": "2026-03-11"}
    one = One("campaign", AT, fields)
    assert "campaign/archive.html" not in one.planned
    assert one.item(one.id)


def test_expired_events_are_found_from_the_past_ones():
    one = One("event", AT, {"下线日期": "2026-03-09"})
    assert one.words("event/past.html", ".also") == ["已过期（1）"]
    assert one.item(one.id, "event/archive.html")


def test_a_statute_that_left_the_list_is_found_beside_the_overviews():
    one = One("statute", AT, {"下线日期": "2026-03-09"}, {"statute/b": sample("statute")})
    assert one.words("statute/index.html", ".also a") == ["按拼音查找", "统计", "已过期（1）"]


@pytest.mark.parametrize("fields", [PENALTY_OVER, {"信用修复日期": "2026-03-09"}])
def test_a_penalty_that_is_over_is_on_no_list(fields):
    one = One("penalty", AT, fields)
    assert "penalty/archive.html" not in one.planned
    assert one.words("penalty/index.html", ".also") == []
    assert all("x" not in entry for entry in one.json("data/search.json"))


def test_only_penalties_are_on_no_list():
    assert [kind for kind in KINDS if KINDS[kind].hidden_when_over] == ["penalty"]
