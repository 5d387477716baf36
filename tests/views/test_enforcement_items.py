"""The matrix of enforcement items."""

from tests.content_folder import make_content
from tests.site.site_at import outputs

LAW = "zhengce/jiemian-banfa.md"


def cells(pages):
    (group,) = pages["shixiang/index.html"].view["field_groups"]
    return {cell["label"]: cell for cell in group["enforcement_items"][0]["cells"]}


def test_an_element_links_to_a_record(tmp_path):
    law = cells(outputs(tmp_path))["执法依据"]
    assert law["link"]["address"] == "zhengce/2026/jiemian-banfa.html"
    assert law["link"]["text"] == "街面秩序管理办法"


def test_a_link_that_leads_nowhere_leaves_its_words(tmp_path):
    law = cells(outputs(tmp_path, {LAW: None}))["执法依据"]
    assert (law["text"], law["link"]) == ("街面秩序管理办法", None)


def test_a_telephone_is_no_page_of_the_site(tmp_path):
    text = (make_content(tmp_path / "a") / "shixiang/items.yml").read_text()
    text = text.replace('{文字: "12345"}', '{文字: 拨打热线, 链接: "tel:12345"}')
    link = cells(outputs(tmp_path / "b", {"shixiang/items.yml": text}))["咨询投诉"]["link"]
    assert (link["text"], link["address"], link["contact"]) == ("拨打热线", "tel:12345", True)


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
