"""Every field that names another record: its heading on both pages, and their order."""

import pytest

from tests.states.moment_site import KINDS, One, column_code, fields_that_name_records, sample

AT = "2026-03-10 09:00"
NUMBER = {"索引号": "11339900MB0000123G/2026-00002"}
# Kind, field, kind of the named record, heading on its own page, heading on the named page.
REFERENCES = [
    ("case", "处罚公示", "penalty", "处罚公示", "典型案例"),
    ("consultation", "形成文件", "policy", "形成文件", "意见征集"),
    ("consultation", "形成文件", "statute", "形成文件", "意见征集"),
    ("event", "活动回顾", "news", "活动回顾", "活动信息"),
    ("interpretation", "解读对象", "policy", "解读对象", "政策解读"),
    ("interpretation", "解读对象", "statute", "解读对象", "政策解读"),
    ("interpretation", "解读对象", "consultation", "解读对象", "政策解读"),
    ("policy", "替代文件", "policy", "替代文件", "被本文件替代的文件"),
    ("policy", "替代文件", "statute", "替代文件", "被本文件替代的文件"),
    ("statute", "替代法规", "statute", "替代文件", "被本文件替代的文件"),
    ("task", "办事指南", "guide", "办事指南", "常办的事"),
    ("task", "相关答复", "reply", "别人问过", "常办的事"),
    ("task", "相关案例", "case", "类似的案子", "常办的事"),
    ("task", "相关案例", "penalty", "类似的案子", "常办的事"),
    *((kind, "相关稿件", "news", "相关稿件", "相关稿件") for kind in KINDS),
    *((kind, "专题", "campaign", "所属专题", None) for kind in KINDS),
]


# A translation and its original are linked in the head of both: tests/build/test_english.py.
IN_THE_HEAD = {(kind, "译自") for kind in KINDS}


def test_the_table_has_every_field():
    with_heading = {(kind, label) for kind, label, *_ in REFERENCES}
    assert with_heading | IN_THE_HEAD == fields_that_name_records()


def related(kind, label, named):
    """The page of a record that names another in its field `label`, and the other."""
    other = f"{column_code(named)}/ta"
    fields = {label: other}
    if kind == "interpretation" and label != "解读对象":
        # Its own reference, which it must have, leads to a record that is not there.
        fields["解读对象"] = "policy/banfa"
    given = NUMBER if named == "policy" else {}
    return One(kind, AT, fields, {other: sample(named, 标题="他稿", **given)}), other


@pytest.mark.parametrize(("kind", "label", "named", "heading", "back"), REFERENCES)
def test_the_headings_of_both_pages(kind, label, named, heading, back):
    one, other = related(kind, label, named)
    assert one.relations(one.id) == [(heading, ["他稿"])]
    assert one.relations(other) == ([(back, ["本稿"])] if back else [])


HIDDEN = [{"状态": "草稿"}, {"发布日期": "2026-03-20 09:00"}]


@pytest.mark.parametrize("hidden", HIDDEN, ids=["draft", "scheduled"])
@pytest.mark.parametrize(("kind", "label", "named", "heading", "back"), REFERENCES[:10])
def test_what_has_no_page_is_not_named(kind, label, named, heading, back, hidden):
    other = f"{column_code(named)}/ta"
    given = NUMBER if named == "policy" else {}
    others = {other: sample(named, 标题="他稿", **given, **hidden)}
    one = One(kind, AT, {label: other}, others)
    assert one.address(other) is None
    assert one.relations(one.id) == []


def test_what_has_expired_is_named_still():
    others = {"news/ta": sample("news", 标题="他稿", 下线日期="2026-03-05")}
    one = One("news", AT, {"相关稿件": "news/ta"}, others)
    assert one.relations("news/ben") == [("相关稿件", ["他稿"])]
    assert one.relations("news/ta") == [("相关稿件", ["本稿"])]


def test_the_order_of_headings_on_a_page():
    """What it names, then what names it, then what is related both ways."""
    number = {"索引号": "11339900MB0000123G/2026-00002"}
    others = {
        "news/r": sample("news", 标题="相关一"),
        "news/s": sample("news", 标题="相关二", 相关稿件="policy/ben"),
        "campaign/c": sample("campaign", 标题="专题"),
        "policy/xin": sample("policy", 标题="新办法", **number),
        "policy/jiu": sample(
            "policy",
            标题="旧办法",
            索引号="11339900MB0000123G/2026-00003",
            有效性="废止",
            废止日期="2026-02-20",
            替代文件="policy/ben",
        ),
        "interpretation/j": sample("interpretation", 标题="解读", 解读对象="policy/ben"),
        "consultation/y": sample("consultation", 标题="征集", 形成文件="policy/ben"),
    }
    fields = {
        "相关稿件": "news/r",
        "专题": "campaign/c",
        "有效性": "已修改",
        "替代文件": "policy/xin",
    }
    one = One("policy", AT, fields, others)
    assert one.relations(one.id) == [
        ("替代文件", ["新办法"]),
        ("所属专题", ["专题"]),
        ("政策解读", ["解读"]),
        ("被本文件替代的文件", ["旧办法"]),
        ("意见征集", ["征集"]),
        ("相关稿件", ["相关一", "相关二"]),
    ]


def test_a_record_stands_under_the_first_heading_that_names_it():
    others = {"news/ta": sample("news", 标题="他稿", 相关稿件="event/ben")}
    one = One("event", AT, {"活动回顾": "news/ta", "相关稿件": "news/ta"}, others)
    assert one.relations("event/ben") == [("活动回顾", ["他稿"])]
    assert one.relations("news/ta") == [("活动信息", ["本稿"])]


def test_records_of_one_heading_stand_as_written_then_newest_first():
    others = {
        "news/a": sample("news", 标题="甲", 发布日期="2026-02-01 09:00"),
        "news/b": sample("news", 标题="乙", 发布日期="2026-02-02 09:00"),
        "news/c": sample("news", 标题="丙", 发布日期="2026-02-03 09:00", 相关稿件="news/ben"),
        "news/d": sample("news", 标题="丁", 发布日期="2026-02-04 09:00", 相关稿件="news/ben"),
    }
    one = One("news", AT, {"相关稿件": "news/a、news/b"}, others)
    assert one.relations("news/ben") == [("相关稿件", ["甲", "乙", "丁", "丙"])]


def test_the_state_of_a_related_record():
    others = {
        "event/ta": sample("event", 标题="活动", 取消原因="暴雨"),
        "consultation/zj": sample("consultation", 标题="征集"),
    }
    one = One("news", AT, {"相关稿件": "event/ta、consultation/zj"}, others)
    items = one.select(one.address(one.id), ".relations .entry")
    assert [list(item.stripped_strings) for item in items] == [
        ["活动", "已取消", "2026-03-01"],
        ["征集", "征集中", "2026-03-01"],
    ]


@pytest.mark.parametrize(
    ("kind", "label", "named", "message"),
    [
        ("news", "相关稿件", "没有", "相关稿件：没有稿件“news/meiyou”"),
        ("news", "专题", "news", "专题：“他稿”是工作动态，不能填在这里"),
        ("case", "处罚公示", "news", "处罚公示：“他稿”是工作动态，不能填在这里"),
        ("consultation", "形成文件", "news", "形成文件：“他稿”是工作动态，不能填在这里"),
        ("event", "活动回顾", "notice", "活动回顾：“他稿”是通知公告，不能填在这里"),
        ("interpretation", "解读对象", "news", "解读对象：“他稿”是工作动态，不能填在这里"),
        ("policy", "替代文件", "news", "替代文件：“他稿”是工作动态，不能填在这里"),
        ("statute", "替代法规", "policy", "替代法规：“他稿”是政策文件，不能填在这里"),
    ],
)
def test_what_an_editor_reads_of_a_wrong_reference(kind, label, named, message):
    if named == "没有":
        one = One(kind, AT, {label: "news/meiyou"})
        hint = "写成 栏目/网址名"
    else:
        number = {"索引号": "11339900MB0000123G/2026-00002"} if named == "policy" else {}
        other = {f"{column_code(named)}/ta": sample(named, 标题="他稿", **number)}
        one = One(kind, AT, {label: f"{column_code(named)}/ta"}, other)
        hint = "改填相应类型的稿件"
    path = f"{column_code(kind)}/ben.md"
    found = [each for each in one.findings if each[1] == "reference"]
    assert found == [("error", "reference", path, message, hint)]
