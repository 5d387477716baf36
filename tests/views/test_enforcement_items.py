"""The list and the matrix of enforcement items, and the page of each."""

import json

from tests.content_folder import make_content, record
from tests.site.site_at import outputs

LAW = "zhengce/jiemian-banfa.md"


def cells(pages):
    (group,) = pages["shixiang/index.html"].view["field_groups"]
    return {cell["label"]: cell for cell in group["enforcement_items"][0]["cells"]}


def test_an_element_links_to_a_record(tmp_path):
    law = cells(outputs(tmp_path))["执法依据"]
    assert law["link"].address == "zhengce/2026/jiemian-banfa.html"
    assert law["link"].text == "街面秩序管理办法"


def test_a_link_that_leads_nowhere_leaves_its_words(tmp_path):
    law = cells(outputs(tmp_path, {LAW: None}))["执法依据"]
    assert (law["text"], law["link"]) == ("街面秩序管理办法", None)


def test_a_telephone_is_no_page_of_the_site(tmp_path):
    text = (make_content(tmp_path / "a") / "shixiang/items.yml").read_text()
    text = text.replace('{文字: "12345"}', '{文字: 拨打热线, 链接: "tel:12345"}')
    link = cells(outputs(tmp_path / "b", {"shixiang/items.yml": text}))["咨询投诉"]["link"]
    assert (link.text, link.address, link.contact) == ("拨打热线", "tel:12345", True)


def test_groups_stand_in_the_order_of_the_bureau_s_fields(tmp_path):
    """Those that the bureau does not have stand last, as written; they are findings."""
    text = (make_content(tmp_path / "a") / "shixiang/items.yml").read_text()
    water = text.replace("占用道路摆摊", "取水").replace("街面秩序", "水务", 1)
    woods = text.replace("占用道路摆摊", "伐木").replace("街面秩序", "林业", 1)
    fields = ("渔业", "农业", "牧业", "林业")
    others = "".join(woods.replace("林业", name) for name in fields)
    pages = outputs(tmp_path / "b", {"shixiang/items.yml": others + water + text})
    groups = pages["shixiang/index.html"].view["field_groups"]
    shown = {group["name"]: [item["title"] for item in group["enforcement_items"]]
             for group in groups}  # fmt: skip
    assert list(shown.items()) == [
        ("街面秩序", ["占用道路摆摊"]),
        ("水务", ["取水"]),
        *((name, ["伐木"]) for name in fields),
    ]


ITEM = "shixiang/items.yml"
CASES = "anli/_column.yml"
COLUMN = """name: 典型案例
description: 说明。
keywords: [案例]
ColumnType: 公示公告
kind: {kind}
group: open
clock: 365
owner: 办公室
order: 9
"""
CASE = record(
    "路口摊位案",
    "## 基本案情\n甲。\n\n## 法律规定\n乙。\n\n## 处理结果\n丙。\n\n## 案例启示\n丁。",
    领域="街面秩序",
    处罚决定日期="2026-02-01",
    引用法规="《云汀市街面条例》第二条",
    处理结果="罚款20元",
    摘要="第三次才罚。",
)


def changed(tmp_path, *lines):
    """The tiny bureau's item with more lines."""
    text = (make_content(tmp_path / "whole") / ITEM).read_text()
    more = "".join(f"  {line}\n" for line in lines)
    return text.replace("  通俗说法:", f"{more}  通俗说法:", 1)


class TestThePageOfAMatter:
    def page(self, tmp_path, files=None):
        return outputs(tmp_path, files)["shixiang/zhandao-baitan.html"]

    def test_it_says_in_plain_words_what_it_is_about(self, tmp_path):
        page = self.page(tmp_path)
        matter = page.view["matter"]
        assert page.head.heading == "在路边摆摊"
        assert matter.forbidden == ["不在划定的地方摆摊"]
        assert matter.cost == ["先劝导，再罚款"]
        assert page.view["challenge"] == ["申请行政复议"]
        assert page.head.description == "不在划定的地方摆摊先劝导，再罚款"

    def test_the_way_to_it(self, tmp_path):
        head = self.page(tmp_path).head
        assert [crumb.name for crumb in head.breadcrumbs] == ["首页", "执法清单", "在路边摆摊"]

    def test_json_ld_has_the_questions_that_it_answers(self, tmp_path):
        (questions,) = [
            data for data in map(json.loads, self.page(tmp_path).head.jsonld)
            if data["@type"] == "FAQPage"
        ]  # fmt: skip
        asked = {each["name"]: each["acceptedAnswer"]["text"] for each in questions["mainEntity"]}
        assert asked == {
            "什么不能做": "不在划定的地方摆摊",
            "会怎样处罚": "先劝导，再罚款",
            "怎样避免": "到疏导点去",
            "收到决定不服怎么办": "申请行政复议",
        }

    def test_without_an_address_there_is_no_page(self, tmp_path):
        text = changed(tmp_path).replace("  网址名: zhandao-baitan\n", "")
        pages = outputs(tmp_path / "b", {ITEM: text})
        assert not [path for path in pages if path.startswith("shixiang/zhan")]
        (group,) = pages["shixiang/index.html"].view["field_groups"]
        assert group["enforcement_items"][0]["address"] is None

    def test_a_typical_case_and_the_way_back(self, tmp_path):
        files = {CASES: COLUMN.format(kind="case"), "anli/a.md": CASE}
        files[ITEM] = changed(tmp_path, "典型案例: anli/a")
        pages = outputs(tmp_path / "b", files)
        typical = pages["shixiang/zhandao-baitan.html"].view["typical"]
        assert typical == {
            "title": "路口摊位案", "address": "anli/2026/a.html", "words": "第三次才罚。"
        }  # fmt: skip
        (back,) = pages["anli/2026/a.html"].view["record"]["matters"]
        assert (back.text, back.address) == ("在路边摆摊", "shixiang/zhandao-baitan.html")

    def test_a_case_that_is_not_published_is_left_out(self, tmp_path):
        files = {CASES: COLUMN.format(kind="case"), "anli/a.md": CASE.replace("2026-", "2036-", 1)}
        files[ITEM] = changed(tmp_path, "典型案例: anli/a")
        page = outputs(tmp_path / "b", files)["shixiang/zhandao-baitan.html"]
        assert page.view["typical"] is None

    def test_words_of_its_own_about_the_case(self, tmp_path):
        files = {CASES: COLUMN.format(kind="case"), "anli/a.md": CASE}
        files[ITEM] = changed(tmp_path, "典型案例: anli/a", "案例说了什么: 劝了两次")
        page = outputs(tmp_path / "b", files)["shixiang/zhandao-baitan.html"]
        assert page.view["typical"]["words"] == "劝了两次"

    def test_numbers_are_dialled_and_the_link_stands_behind_them(self, tmp_path):
        text = changed(tmp_path).replace(
            '{文字: "12345"}', '{文字: "拨打12345", 链接: /zhengce/jiemian-banfa.md}'
        )
        cell = cells(outputs(tmp_path / "b", {ITEM: text}))["咨询投诉"]
        assert cell["text"] == "拨打12345"
        assert cell["link"].text == "青禾县街面秩序管理办法"


def test_both_data_files_are_found_by_the_search(tmp_path):
    found = json.loads(outputs(tmp_path)["data/search.json"].content)
    (entry,) = [each for each in found if each["u"].startswith("shixiang/")]
    assert (entry["t"], entry["c"], entry["d"]) == ("在路边摆摊", "执法清单", "")
    assert entry["u"] == "shixiang/zhandao-baitan.html"
    assert "占用道路摆摊" in entry["k"]
