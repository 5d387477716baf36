"""The matrix of enforcement items."""

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
