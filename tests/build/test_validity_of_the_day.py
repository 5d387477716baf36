"""A document comes into force and lapses on its days, without a changed file, on every page."""

from __future__ import annotations

import json

import pytest
from bs4 import BeautifulSoup

from plugins.build.report import Report
from plugins.incremental.store import Store
from tests.build.built import NOW, build, pages
from tests.content_folder import TINY, make_content
from tests.relations.test_citations import COLUMN, NEWER, statute

FILE = "zhengce/jiemian-banfa.md"
PAGE, LIST = "zhengce/2026/jiemian-banfa.html", "zhengce/index.html"


@pytest.fixture
def content(tmp_path):
    text = (TINY / FILE).read_text(encoding="utf-8")
    days = "有效性: 尚未施行\n施行日期: 2026-11-24\n有效期至: 2026-11-26\n"
    return make_content(tmp_path, {FILE: text.replace("有效性: 有效\n", days)})


def states(folder):
    """The validity on the page and in the list."""
    built = pages(folder)
    page, list_ = (BeautifulSoup(built[path], "html.parser") for path in (PAGE, LIST))
    on_page = page.find(string="有效性").find_next("dd").get_text(strip=True)
    return on_page, list_.select_one(".badge").get_text()


def test_by_its_days_alone(content, tmp_path):
    seen = []
    for day in (23, 24, 26, 27):
        now = NOW.replace(day=day)
        build(content, tmp_path / "on", now=now)
        build(content, tmp_path / f"clean-{day}", now=now)
        assert pages(tmp_path / "on") == pages(tmp_path / f"clean-{day}")
        seen.append(states(tmp_path / "on"))
    assert seen == [(word, word) for word in ("尚未施行", "有效", "有效", "失效")]


def test_what_is_found_follows(content, tmp_path):
    def found(day):
        build(content, tmp_path, now=NOW.replace(day=day))
        store = Store(tmp_path / "store.sqlite", None)
        report = Report(*store.meta("report"))
        store.close()
        return [each.message for each in report.found if each.rule == "outdated"]

    assert found(23) == []
    assert found(24) == [
        "有效性：写的是“尚未施行”，但施行日期 2026-11-24 已到，网页上显示“有效”",
        "有效期至 2026-11-26，快要到了",
    ]
    assert found(27) == ["有效性：写的是“尚未施行”，但有效期至 2026-11-26，已过，网页上显示“失效”"]


def test_a_statute_in_all_its_files(tmp_path):
    """Its page, its JSON, that of the version before it, and the pages about both."""
    days = {"修改日期": "2026-11-01", "本版施行日期": "2026-11-25", "时效性": "尚未生效"}
    older = {"时效性": "已修改", "替代法规": "fagui/jiemian"}
    content = make_content(
        tmp_path,
        {
            "fagui/_column.yml": COLUMN,
            "fagui/jiemian.md": statute(text=NEWER, **days),
            "fagui/jiemian-2020.md": statute(**older),
        },
    )
    for day, validity in ((24, "尚未生效"), (25, "现行有效")):
        now = NOW.replace(day=day)
        build(content, tmp_path / "on", now=now)
        build(content, tmp_path / f"clean-{day}", now=now)
        built = pages(tmp_path / "on")
        assert built == pages(tmp_path / f"clean-{day}")
        data = json.loads(built["fagui/jiemian.json"])
        assert (data["validity"], data["versions"][-1]["validity"]) == (validity, validity)
