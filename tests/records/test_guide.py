"""A guide leads to the matter itself, not to a platform's home page."""

import pytest

from tests.records.test_kinds import said

HOME = (
    "warning",
    "online-page",
    "“网上办理”是一个网站的首页，办事的人要自己再找这个事项",
)


@pytest.mark.parametrize(
    "online",
    [
        "https://www.zjzwfw.gov.cn",
        "https://www.zjzwfw.gov.cn/",
        "https://www.zjzwfw.gov.cn/index.html",
        "https://www.zjzwfw.gov.cn/#",
        "https://www.zjzwfw.gov.cn/?",
    ],
)
def test_a_home_page_is_not_enough(online):
    assert said("guide", 网上办理=f"'{online}'")[1] == [HOME]


@pytest.mark.parametrize(
    "online",
    [
        "https://www.zjzwfw.gov.cn/zjservice/item/detail/index.do?localInnerCode=1",
        "https://www.zjzwfw.gov.cn/#/item/1",
        "https://www.zjzwfw.gov.cn/?item=1",
        "https://www.zjzwfw.gov.cn/quanzheng",
    ],
)
def test_the_address_of_the_matter_is(online):
    assert said("guide", 网上办理=f"'{online}'")[1] == []


@pytest.mark.parametrize("label", ["网上办理路径", "怎样找到"])
def test_or_the_way_to_it(label):
    fields = {"网上办理": "https://www.zjzwfw.gov.cn/", label: "选“云汀市”，搜“养犬登记”"}
    record, findings = said("guide", **fields)
    assert findings == []
    assert record.data.online_way == "选“云汀市”，搜“养犬登记”"


def test_a_matter_that_is_not_done_online_needs_neither():
    assert said("guide")[1] == []
