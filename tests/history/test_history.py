"""Days of publication are compared with those on which git got the files."""

from datetime import date, datetime

import pytest

from plugins.clock import CHINA
from plugins.findings import Severity, full_words
from plugins.history import Published, check_history, read_history
from plugins.records.loading import load_library
from tests.content_folder import make_content, record
from tests.history.repository import commit, git, start

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=CHINA)
BEGAN, LATER, LAST = date(2026, 3, 1), date(2026, 3, 10), date(2026, 3, 20)
PATH = "dongtai/xin.md"


@pytest.fixture
def content(tmp_path):
    folder = make_content(tmp_path)
    file = folder / "bureau.yml"
    file.write_text(file.read_text() + "history_from: 2026-03-01\n")
    start(folder, BEGAN)
    return folder


def put(content, text, day, path=PATH):
    (content / path).write_text(text)
    commit(content, day)


def found(content, rule=""):
    findings = check_history(load_library(content, NOW), read_history(content), NOW)
    return [each for each in findings if each.rule.startswith(rule)]


class TestWhenItCame:
    def test_on_its_day_or_some_days_later_is_right(self, content):
        put(content, record("新", published="2026-03-07 09:00"), LATER)
        assert found(content) == []

    def test_earlier_than_that_is_told(self, content):
        put(content, record("新", published="2026-03-06 09:00"), LATER)
        (told,) = found(content)
        assert (told.rule, told.severity, told.path, told.line) == (
            "published-backdated",
            Severity.WARNING,
            PATH,
            3,
        )
        assert full_words(told) == (
            "发布日期 2026-03-06 比放进版本库的日子 2026-03-10 早 4 天 → "
            "写实际发布的日期；转载、迁来的，写“原文链接”"
        )

    def test_what_came_from_elsewhere_may_be_older(self, content):
        text = record("新", published="2026-03-02 09:00", 原文链接="https://www.gov.cn/a.html")
        put(content, text, LATER)
        assert found(content) == []

    def test_what_was_published_before_the_day_of_the_bureau_is_not_looked_at(self, content):
        put(content, record("新", published="2026-02-28 09:00"), LATER)
        assert found(content) == []
        put(content, record("新", published="2026-03-01 09:00"), LATER)
        assert found(content, "published-backdated") != []

    def test_nor_is_what_was_not_committed(self, content):
        (content / PATH).write_text(record("新", published="2026-03-02 09:00"))
        assert found(content) == []

    def test_a_file_keeps_its_history_under_another_name(self, content):
        put(content, record("新", published="2026-03-09 09:00"), LATER)
        git(content, "mv", PATH, "dongtai/lao.md")
        commit(content, LAST)
        history = read_history(content)
        assert history.files["dongtai/lao.md"] == (Published(LATER, date(2026, 3, 9)),)
        assert PATH not in history.files
        assert found(content) == []


class TestWhatChanged:
    def test_a_day_that_had_come_must_stay(self, content):
        put(content, record("新", published="2026-03-09 09:00"), LATER)
        put(content, record("新", published="2026-03-19 09:00"), LAST)
        (told,) = found(content)
        assert (told.rule, told.severity, told.path, told.line) == (
            "published-changed",
            Severity.WARNING,
            PATH,
            3,
        )
        assert full_words(told) == (
            "已经发布，2026-03-20 又把发布日期从 2026-03-09 改成 2026-03-19 → "
            "改回原来的发布日期，改动的日子写“更新日期”；确实要改的，在“修订记录”里写明"
        )

    def test_one_that_was_still_to_come_may_change(self, content):
        put(content, record("新", published="2026-04-09 09:00"), LATER)
        put(content, record("新", published="2026-04-19 09:00"), LAST)
        assert found(content) == []

    def test_a_change_that_is_told_to_readers_may_be(self, content):
        put(content, record("新", published="2026-03-09 09:00"), LATER)
        told = "\n  - 日期: 2026-03-20\n    说明: 更正发布日期"
        put(content, record("新", published="2026-03-08 09:00", 修订记录=told), LAST)
        assert found(content) == []

    def test_another_time_of_the_same_day_is_none(self, content):
        put(content, record("新", published="2026-03-09 09:00"), LATER)
        put(content, record("新", published="2026-03-09 15:00"), LAST)
        assert found(content) == []

    def test_a_line_of_the_text_is_none(self, content):
        put(content, record("新", "日期：2026-01-01", published="2026-03-09 09:00"), LATER)
        put(content, record("新", "日期：2025-01-01", published="2026-03-09 09:00"), LAST)
        assert found(content) == []


def test_other_spellings_of_the_label(content):
    text = record("新").replace("发布日期: 2026-03-01", "发布时间：2026年3月1日")
    put(content, text, LATER)
    assert read_history(content).files[PATH] == (Published(LATER, BEGAN),)


def test_no_repository_no_finding(tmp_path):
    folder = make_content(tmp_path)
    assert read_history(folder) is None
    assert list(check_history(load_library(folder, NOW), None, NOW)) == []


def test_without_a_day_in_the_bureau_nothing_is_compared(content):
    put(content, record("新", published="2026-03-02 09:00"), LATER)
    file = content / "bureau.yml"
    file.write_text(file.read_text().replace("history_from: 2026-03-01\n", ""))
    assert found(content) == []


def test_half_a_history_is_told(content, tmp_path):
    put(content, record("新", published="2026-03-02 09:00"), LATER)
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{content}", "shallow")
    (told,) = found(tmp_path / "shallow")
    assert (told.rule, told.severity, told.path) == (
        "history-unread",
        Severity.INFO,
        "bureau.yml",
    )
    assert full_words(told) == (
        "版本历史不全，没有核对发布日期 → 检出时取全部历史，如 fetch-depth: 0"
    )
