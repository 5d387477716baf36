"""该找谁: topics by group, what is urgent first, and where their links lead."""

from tests.relations.test_item_rules import WHOM
from tests.site.site_at import outputs

TOPICS = """\
- 事情: 井盖没了
  类别: 路面
  找谁: 养护单位
  电话: 12345、0599-0001007
  时限: 30分钟
  先备好: [路名, 灯杆号]
  别的叫法: 窨井
  相关: [/shixiang/zhandao-baitan.html, "https://www.gov.cn/"]
- {事情: 着火, 类别: 危险, 找谁: 消防, 电话: "119", 紧急: 是}
- {事情: 树要倒, 类别: 绿地, 找谁: 园林, 电话: "12345", 相关: /meiyou.md}
- {事情: 路灯不亮, 类别: 路面, 找谁: 养护单位, 电话: "12345"}
"""


def page(tmp_path):
    files = {"dianhua/_column.yml": WHOM, "dianhua/topics.yml": TOPICS}
    return outputs(tmp_path, files)["dianhua/index.html"]


def test_what_is_urgent_comes_first_then_groups_as_they_were_written(tmp_path):
    groups = page(tmp_path).view["topic_groups"]
    shown = {group["name"]: [topic["topic"].title for topic in group["topics"]] for group in groups}
    assert list(shown.items()) == [
        ("有危险，马上打", ["着火"]),
        ("路面", ["井盖没了", "路灯不亮"]),
        ("绿地", ["树要倒"]),
    ]
    assert [group["urgent"] for group in groups] == [True, False, False]


def test_links_have_the_titles_of_what_they_lead_to(tmp_path):
    groups = page(tmp_path).view["topic_groups"]
    matter, web = groups[1]["topics"][0]["links"]
    assert (matter.text, matter.address) == ("在路边摆摊", "shixiang/zhandao-baitan.html")
    assert (web.text, web.external) == ("https://www.gov.cn/", True)


def test_a_link_that_leads_nowhere_is_left_out(tmp_path):
    assert page(tmp_path).view["topic_groups"][2]["topics"][0]["links"] == []


def test_an_empty_file_says_what_will_be_there(tmp_path):
    files = {"dianhua/_column.yml": WHOM, "dianhua/topics.yml": "[]\n"}
    view = outputs(tmp_path, files)["dianhua/index.html"].view
    assert view["topic_groups"] == []
    assert view["empty"].startswith("这里将发布该找谁。现在还没有内容")
