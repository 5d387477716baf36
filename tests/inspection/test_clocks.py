"""How long ago a column got something new, day by day, and how near the vetoes are."""

from datetime import date, datetime, timedelta

import pytest

from plugins.bureau.model import Thresholds
from plugins.clock import CHINA, seconds
from plugins.inspection import Clock, State, check_clocks, column_clocks, home_clock, vetoes
from plugins.records.loading import load_library
from tests.content_folder import make_content, record

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=CHINA)


def clock(days_ago, limit=14, name="栏目", quick=True):
    newest = None if days_ago is None else TODAY - timedelta(days=days_ago)
    return Clock(name, "a/_column.yml", "办公室", newest, limit, quick)


@pytest.mark.parametrize(
    ("days_ago", "state"),
    [
        (0, State.FRESH),
        (9, State.FRESH),
        (10, State.NEAR),
        (14, State.NEAR),
        (15, State.STALE),
        (None, State.BLANK),
    ],
)
def test_two_weeks_of_a_column_of_news(days_ago, state):
    assert clock(days_ago).state(TODAY, Thresholds()) is state


def test_each_day_of_a_year_of_one_clock():
    """Announced, then found, and not any more when something new is there."""
    one = clock(0, limit=100)
    states = [one.state(TODAY + timedelta(days=n), Thresholds()) for n in range(366)]
    assert states == [State.FRESH] * 70 + [State.NEAR] * 31 + [State.STALE] * 265
    assert one.days_left(TODAY) == 100


class TestVetoes:
    def of(self, clocks, home=None):
        return list(vetoes(home or clock(0), clocks, TODAY, Thresholds()))

    def test_nothing_counts(self):
        assert [veto.words for veto in self.of([clock(1)])] == [
            "首页不更新 0 个，离否决还差 1 个",
            "动态、通知、政策类栏目未更新 0 个，离否决还差 5 个",
            "应更新而长期未更新的栏目 0 个，离否决还差 10 个",
            "空白栏目 0 个，离否决还差 5 个",
        ]

    def test_the_home_page_alone_is_one(self):
        home, *_ = self.of([], clock(15))
        assert home.holds
        assert home.words == "首页不更新 1 个，满 1 个即不合格：首页"

    def test_columns_of_news_and_others_are_counted_apart(self):
        stale = [clock(15, name=f"动态{n}") for n in range(4)]
        slow = [clock(400, 365, name="人事", quick=False)]
        _, quick, long, blank = self.of([*stale, *slow, clock(None, name="空")])
        assert quick.words == (
            "动态、通知、政策类栏目未更新 4 个，离否决还差 1 个：动态0、动态1、动态2、动态3"
        )
        assert (quick.margin, quick.holds) == (0, False)
        assert long.names == ("人事",)
        assert blank.names == ("空",)


class TestSite:
    def library(self, tmp_path, files, **clocks):
        content = make_content(tmp_path, files)
        for column, days in clocks.items():
            file = content / column / "_column.yml"
            file.write_text(file.read_text().replace("clock: 3650", f"clock: {days}"))
        return load_library(content, NOW)

    def clocks(self, tmp_path, files):
        library = self.library(tmp_path, files)
        return {each.name: each.newest for each in column_clocks(library, seconds(NOW))}

    def test_the_newest_record_counts(self, tmp_path):
        files = {"dongtai/xin.md": record("新", published="2026-11-20 09:00")}
        assert self.clocks(tmp_path, files)["巡查日记"] == date(2026, 11, 20)

    def test_drafts_and_what_is_to_come_do_not(self, tmp_path):
        before = self.clocks(tmp_path / "a", {})
        files = {
            "dongtai/cao.md": record("草稿", published="2026-11-20 09:00", 状态="草稿"),
            "dongtai/dai.md": record("待发", published="2026-11-24 09:00"),
        }
        assert self.clocks(tmp_path / "b", files) == before

    def test_what_was_changed_later_is_nothing_new(self, tmp_path):
        before = self.clocks(tmp_path / "a", {})
        files = {"dongtai/gai.md": record("改", 更新日期="2026-11-20 09:00")}
        assert self.clocks(tmp_path / "b", files) == before

    def test_the_home_page_has_the_newest_of_what_it_shows(self, tmp_path):
        files = {"dongtai/xin.md": record("新", published="2026-11-20 09:00")}
        library = self.library(tmp_path, files)
        assert home_clock(library, seconds(NOW)).newest == date(2026, 11, 20)

    def test_what_is_said_of_a_stale_column(self, tmp_path):
        files = {"dongtai/xin.md": record("新", published="2026-11-08 09:00")}
        assert list(check_clocks(self.library(tmp_path / "a", files, dongtai=15), NOW)) == []
        (found,) = check_clocks(self.library(tmp_path / "b", files, dongtai=14), NOW)
        assert (found.rule, str(found.severity), found.path) == (
            "column-stale",
            "warning",
            "dongtai/_column.yml",
        )
        assert found.message == "栏目“巡查日记”（办公室）最近一条是 2026-11-08，超过 14 天没有更新"
        assert found.hint == "发布新的内容；确实没有的，核对 _column.yml 的更新时限，或撤并栏目"
