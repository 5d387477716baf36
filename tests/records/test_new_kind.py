"""Another kind is one class and one template: all else about it follows."""

import json
import shutil
import sys
from datetime import datetime, timedelta

import pytest
from bs4 import BeautifulSoup

from plugins.manual.bureau import bureau_manual
from plugins.manual.fields import fields_manual
from plugins.records import kinds
from plugins.records.kinds import COLUMN_KINDS, KINDS
from tests.build.built import NOW, ROOT, build, nodes, pages
from tests.content_folder import make_content, record

CLASS = '''\
"""行政许可: what the bureau permits, to whom and until when."""

from collections.abc import Iterator
from typing import Annotated

from plugins.records.fields import field, in_order
from plugins.records.formatting import chinese_day
from plugins.records.kinds.base import Facet, FindSuccessor, RecordModel
from plugins.records.presentation import Badge, Calendar, Notice
from plugins.records.values import Choice, Day, Reference, RefersTo, Text


class Permit(RecordModel):
    kind = "permit"
    label = "行政许可"
    named_on_map = True

    holder: Text = field("被许可人", required=True)
    what: Annotated[str, Choice("占道", "广告")] = field("许可事项", required=True)
    granted: Day = field("许可日期", required=True)
    until: Day = field("有效期至", required=True)
    basis: (
        Annotated[
            Reference, RefersTo(("policy",), heading="许可依据", back_heading="依此作出的许可")
        ]
        | None
    ) = field("依据文件")

    block = ("holder", "what", "granted", "until")
    listed_fields = ("holder", "until")
    badge_fields = ("what",)
    facets = (Facet("what", "what"),)
    search_fields = ("holder",)
    open_data = ("title", *block)
    rules = (in_order("granted", "until", "有效期早于许可日期"),)

    def notices(self, calendar: Calendar, find_successor: FindSuccessor) -> Iterator[Notice]:
        yield from super().notices(calendar, find_successor)
        if calendar.is_past(self.until):
            yield Notice("stop", f"本许可已于{chinese_day(self.until)}到期。")

    def badges(self, calendar: Calendar) -> Iterator[Badge]:
        yield from super().badges(calendar)
        if calendar.is_past(self.until):
            yield Badge("已到期", "stop")
'''
TEMPLATE = """\
{% extends 'record.html' %}
{% block after %}<p class="holder">{{ record.data.holder }}</p>{% endblock %}
"""
COLUMN = """\
name: 行政许可
description: 行政许可的说明。
keywords: [许可]
ColumnType: 信息公开目录
kind: permit
group: open
clock: 30
owner: 法制科
order: 9
home: 是
"""
PERMIT = {"被许可人": "某店", "许可事项": "占道", "许可日期": "2026-02-01"}
POLICY = "zhengce/jiemian-banfa"


@pytest.fixture(scope="module")
def kind(tmp_path_factory):
    """The kind, as long as the tests of this module run."""
    folder = tmp_path_factory.mktemp("kinds")
    (folder / "permit.py").write_text(CLASS, encoding="utf-8")
    name = f"{kinds.__name__}.permit"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kinds, "__path__", [*kinds.__path__, str(folder)])
        patch.setattr(KINDS, "_modules", dict(vars(KINDS)["_modules"]))
        KINDS.register("permit", name)
        yield KINDS["permit"]
    vars(KINDS)["_models"].pop("permit")
    sys.modules.pop(name)


@pytest.fixture(scope="module")
def folder(kind, tmp_path_factory):
    """Where the tiny bureau has a column of the kind, and its site is built."""
    folder = tmp_path_factory.mktemp("site")
    shutil.copytree(ROOT / "theme", folder / "theme")
    (folder / "theme/templates/records/permit.html").write_text(TEMPLATE, encoding="utf-8")
    files = {
        "xuke/_column.yml": COLUMN,
        "xuke/jia.md": record("甲的许可", **PERMIT, 有效期至="2027-01-31", 依据文件=POLICY),
        "xuke/yi.md": record("乙的许可", **PERMIT | {"许可事项": "广告"}, 有效期至="2026-11-24"),
    }
    make_content(folder, files)
    again(folder)
    return folder


def again(folder, now: datetime = NOW):
    return build(folder / "content", folder, now=now, theme=folder / "theme")


def page(folder, path):
    return BeautifulSoup((folder / "output" / path).read_text(encoding="utf-8"), "html.parser")


def texts(tree, selector):
    return [element.get_text(strip=True) for element in tree.select(selector)]


def test_its_record_has_a_page_made_from_its_template(folder):
    shown = page(folder, "xuke/2026/jia.html")
    assert texts(shown, "[data-element=official-block] dd") == [
        "某店", "占道", "2026年2月1日", "2027年1月31日",
    ]  # fmt: skip
    assert texts(shown, ".holder") == ["某店"]
    assert texts(shown, "[data-element=relations] h2") == ["许可依据"]
    assert texts(
        page(folder, "zhengce/2026/jiemian-banfa.html"), "[data-element=relations] h2"
    ) == ["依此作出的许可"]


def test_it_stands_on_lists_with_badges_and_facts(folder):
    shown = page(folder, "xuke/index.html")
    assert sorted(texts(shown, "a.entry__title")) == ["乙的许可", "甲的许可"]
    assert sorted(texts(shown, ".badge")) == ["占道", "广告"]
    assert set(texts(shown, ".entry__facts dt")) == {"被许可人", "有效期至"}
    assert texts(page(folder, "xuke/what-guang-gao.html"), "a.entry__title") == ["乙的许可"]
    for other in ("index.html", "sitemap.html"):
        assert "甲的许可" in str(page(folder, other)), other


def test_machines_read_it_in_feeds_open_data_and_search(folder):
    built = pages(folder)
    (item, _) = sorted(json.loads(built["data/xuke.json"]), key=lambda row: row["id"])
    assert (item["id"], item["holder"], item["until"]) == ("xuke/jia", "某店", "2027-01-31")
    assert "甲的许可" in built["feeds/xuke.json"].decode()
    assert "甲的许可" in built["feeds/site.atom.xml"].decode()
    entries = {entry["t"]: entry["k"] for entry in json.loads(built["data/search.json"])}
    assert entries["甲的许可"] == "某店"


def test_a_build_after_an_edit_restores_it_from_the_cache(folder):
    file = folder / "content/xuke/jia.md"
    written = file.read_text(encoding="utf-8")
    file.write_text(written.replace("正文。", "新的正文。"), encoding="utf-8")
    result = again(folder)
    assert "xuke/2026/jia.html" in result.rendered
    assert len(result.rendered) < result.total / 2
    assert "新的正文。" in texts(page(folder, "xuke/2026/jia.html"), "[data-element=body] p")
    assert any(("card", "xuke/jia") in dependencies for dependencies in nodes(folder).values())


def test_its_notice_and_badge_come_on_their_day(folder):
    assert texts(page(folder, "xuke/2026/yi.html"), "[data-element=record-notice]") == []
    again(folder, NOW + timedelta(days=2))
    shown = page(folder, "xuke/2026/yi.html")
    assert texts(shown, "[data-element=record-notice]") == ["本许可已于2026年11月24日到期。"]
    assert "已到期" in texts(page(folder, "xuke/index.html"), ".badge")


def test_the_manual_explains_it(kind):
    section = fields_manual().split("## 行政许可（`permit`）")[1]
    assert "\n| 被许可人 |" in section
    assert "“有效期至”不早于“许可日期”" in section
    assert "列表可以按“许可事项”筛选" in section
    assert "| `permit` | 行政许可 |" in bureau_manual()


def test_the_registry_has_it_last_of_all_kinds_of_record(kind):
    assert list(KINDS)[-1] == "permit"
    assert list(COLUMN_KINDS)[-4:] == ["permit", "matter", "whom", "catalogue"]
    assert COLUMN_KINDS["permit"] is kind
