"""A record called `index` is the first page of its column, in place of the list."""

from bs4 import BeautifulSoup

from tests.build.built import build
from tests.content_folder import make_content, record
from tests.relations.test_cross_record_rules import findings
from tests.site.site_at import outputs

COLUMN = """\
name: 公开指南
description: 怎样获取信息。
keywords: [指南]
ColumnType: 信息公开指南
kind: page
group: open
clock: 365
owner: 办公室
order: 9
"""
NUMBER = "11339999MB00000010/2026-00071"
GUIDE = {"zhinan/_column.yml": COLUMN, "zhinan/index.md": record("公开指南")}


def test_it_has_the_address_of_the_column(tmp_path):
    planned = outputs(tmp_path, GUIDE)
    shown = planned["zhinan/index.html"]
    assert shown.template == "records/page"
    assert shown.view["record"]["title"] == "公开指南"
    assert [path for path in planned if path.startswith("zhinan/")] == [
        "zhinan/index.html", "zhinan/index.qr.svg",
    ]  # fmt: skip


def test_its_breadcrumbs_and_title_name_the_column_once(tmp_path):
    head = outputs(tmp_path, GUIDE)["zhinan/index.html"].head
    assert [crumb.name for crumb in head.breadcrumbs] == ["首页", "公开指南"]
    assert head.title.startswith("公开指南-")
    assert head.title.count("公开指南") == 1


def test_the_other_records_of_its_column_stand_below_it(tmp_path):
    files = {
        **GUIDE,
        "zhinan/biao.md": record("申请表"),
        "zhinan/jiu.md": record("旧指南", 顺序="2"),
    }
    planned = outputs(tmp_path, files)
    others = planned["zhinan/index.html"].view["others"]
    assert [card.title for card in others] == ["旧指南", "申请表"]
    assert planned["zhinan/biao.html"].view["others"] == []
    assert "zhinan/page/2.html" not in planned


def test_a_dated_kind_may_have_one_too(tmp_path):
    files = {
        "zhinan/_column.yml": COLUMN.replace("kind: page", "kind: disclosure"),
        "zhinan/index.md": record("名单", 生成日期="2026-02-01"),
        "zhinan/yi.md": record("另一份", 生成日期="2026-02-01"),
    }
    planned = outputs(tmp_path, files)
    assert planned["zhinan/index.html"].view["record"]["title"] == "名单"
    assert "zhinan/2026/yi.html" in planned


def test_a_record_of_another_kind_with_that_name_is_a_record_like_others(tmp_path):
    planned = outputs(tmp_path, {"dongtai/index.md": record("普通的一篇")})
    assert "cards" in planned["dongtai/index.html"].view
    assert "dongtai/2026/index.html" in planned


def test_a_draft_leaves_the_list_in_its_place(tmp_path):
    files = {**GUIDE, "zhinan/index.md": record("公开指南", 状态="草稿")}
    assert "cards" in outputs(tmp_path, files)["zhinan/index.html"].view


def test_links_to_the_folder_and_to_the_file_lead_to_it(tmp_path):
    text = "见[指南](/zhinan/)和[原文](/zhinan/index.md)。"
    content = make_content(tmp_path, {**GUIDE, "dongtai/xin.md": record("新", text)})
    build(content, tmp_path)
    page = BeautifulSoup((tmp_path / "output/dongtai/2026/xin.html").read_text(), "html.parser")
    links = [a["href"] for a in page.select("[data-element=body] a")]
    assert len(set(links)) == 1 and links[0].endswith("/zhinan/")


def test_readers_see_the_list_below_and_the_map_names_the_column_once(tmp_path):
    content = make_content(tmp_path, {**GUIDE, "zhinan/biao.md": record("申请表")})
    build(content, tmp_path)
    page = BeautifulSoup((tmp_path / "output/zhinan/index.html").read_text(), "html.parser")
    part = page.select_one("[data-element=others]")
    assert part.h2.get_text() == "本栏目其他内容"
    assert [a.get_text() for a in part.select(".entry__title")] == ["申请表"]
    site_map = BeautifulSoup((tmp_path / "output/sitemap.html").read_text(), "html.parser")
    names = [a.get_text() for a in site_map.select(".map__columns a")]
    assert names.count("公开指南") == 1 and "申请表" in names
    current = page.select(".navigation [aria-current=page]")
    assert {a.get_text() for a in current} == {"公开指南"}


def test_there_is_no_list_by_year_to_link_to(tmp_path):
    files = {
        "zhinan/_column.yml": COLUMN.replace("kind: page", "kind: disclosure"),
        "zhinan/yi.md": record("另一份", 生成日期="2026-02-01", 索引号=NUMBER),
        "dongtai/xin.md": record("新", "见[今年的](/zhinan/2026.html)。"),
    }
    assert [f.rule for f in findings(tmp_path / "a", files)] == []
    front = record("名单", 生成日期="2026-02-01", 索引号=NUMBER.replace("71", "72"))
    found = findings(tmp_path / "b", {**files, "zhinan/index.md": front})
    assert [f.rule for f in found] == ["dead-link"]
