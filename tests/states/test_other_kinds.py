"""The kinds whose states are choices of an editor, and those that have none of their own."""

import pytest

from tests.states.moment_site import One, article, column_code, sample, seen

AT = "2026-03-10 09:00"
EVERYWHERE = "page list home feed search map"
WITH_DATA = "page list home feed search data map"
PICTURE = {"图片": "\n  文件: images/emblem.svg\n  说明: 局徽"}
IMAGE = "https://zhzf.yunting.gov.cn/images/emblem.svg"
OFFICE = "云汀市综合行政执法局"
STORY = "引言。\n\n## 2026-03-02 09:30 开始\n\n文。\n\n## 2026-03-04 10:30 结束\n\n完。"
ROLE = {
    "类别": "岗位招募",
    "岗位": "引导员",
    "服务时长": "2.5小时",
    "人数": "8",
    "服务地点": "听潮广场",
    "报名方式": "来电",
}
GUIDE_SUMMARY = "养犬登记：办理地点 办事大厅，电话 0599-0001000。"
# The number is a link of its own.
GUIDE_ITEM = ["本稿", "养犬登记：办理地点 办事大厅，电话", "0599-0001000", "。", "2026-03-01"]


def shown(
    kind, badges=(), facts=(), block=(), *, summary="正文。", listed=True, places=EVERYWHERE,
    date=("2026-03-01",), home=None, words=(), data=None, **more,
):  # fmt: skip
    """`facts` stand in the list below the summary, `date` at the end of each item."""
    names = [text for text, _ in badges]
    path = f"{column_code(kind)}/{'' if kind in UNDATED else '2026/'}ben.html"
    return {
        "places": places,
        "badges": [*badges],
        "banner": [],
        "item": ["本稿", *names, *([summary] if listed else []), *facts, *date],
        "home": ["本稿", *names, *date] if home is None else home,
        "summary": summary,
        "block": [*block],
        "relations": [],
        "jsonld": article(path, summary, **(data or {})),
        "words": [*words],
        **more,
    }


UNDATED = ("statute", "task", "guide", "volunteer", "campaign", "slogan", "page")
STATES = {
    "news": ("news", {}, None, shown("news", home=["本稿", "2026-03-01"])),
    "news with all that it may have": (
        "news",
        {
            "作者": "云某",
            "责任编辑": "云某某",
            "原文链接": "https://www.gov.cn/1",
            "关键词": "[街面, 摊点]",
            "摘要": "写好的摘要。",
            "更新日期": "2026-03-02 10:00",
            **PICTURE,
        },
        None,
        shown(
            "news",
            summary="写好的摘要。",
            home=["本稿", "2026-03-01"],
            data={
                "dateModified": "2026-03-02T10:00:00+08:00",
                "author": {"@type": "Organization", "name": "云某"},
                "image": IMAGE,
            },
        ),
    ),
    "an announcement": (
        "notice",
        {},
        None,
        shown(
            "notice", listed=False,
            block=[("文号", "云综执告〔2026〕3号"), ("截止日期", "2026年3月31日")],
        ),
    ),
    "an announcement of few words": (
        "notice",
        {"文号": None, "截止日期": None},
        None,
        shown("notice", listed=False),
    ),
    "a story that goes on": (
        "story",
        {},
        None,
        shown(
            "story",
            [("持续关注", "warn")],
            summary="引言。文。",
            date=["最近进展", "2026-03-02"],
            words=["持续关注"],
            data={"dateModified": "2026-03-02T09:30:00+08:00"},
        ),
    ),
    "a story that is done": (
        "story",
        {"进展": "已办结"},
        STORY,
        shown(
            "story",
            [("已办结", "good")],
            summary="引言。文。完。",
            date=["最近进展", "2026-03-04"],
            words=["已办结"],
            data={"dateModified": "2026-03-04T10:30:00+08:00"},
        ),
    ),
    "what the press reported": (
        "coverage",
        {},
        None,
        shown(
            "coverage", [],
            ["媒体", "云汀日报", "报道日期", "2026年2月28日"],
            [("媒体", "云汀日报"), ("报道日期", "2026年2月28日")],
            summary="文。",
        ),
    ),
    **{
        f"an interpretation in the form of {form}": (
            "interpretation",
            {"解读形式": form, **picture},
            None,
            shown(
                "interpretation", [(form, "plain")],
                block=[("解读单位", "法制科"), ("解读形式", form)],
                data={"image": IMAGE} if picture else {},
            ),
        )
        for form, picture in (("文字", {}), ("问答", {}), ("图解", PICTURE))
    },
    "a case": (
        "case",
        {"决定书文号": "云综执罚决〔2026〕1号"},
        None,
        shown(
            "case", [],
            ["领域", "街面秩序", "处理结果", "罚款500元"],
            [
                ("领域", "街面秩序"),
                ("处罚决定日期", "2026年2月1日"),
                ("决定书文号", "云综执罚决〔2026〕1号"),
                ("处理结果", "罚款500元"),
            ],
            summary="文。文。文。文。",
            home=["本稿", "文。文。文。文。", "2026-03-01"],
            places=WITH_DATA,
        ),
    ),
    "a guide": (
        "guide",
        {},
        None,
        shown(
            "guide", summary=GUIDE_SUMMARY, home=["本稿"], item=GUIDE_ITEM,
            block=[("事项名称", "养犬登记")],
        ),
    ),
    "a guide with its time and its fee": (
        "guide",
        {"承诺时限": "5日", "收费标准": "不收费"},
        None,
        shown(
            "guide", summary=GUIDE_SUMMARY, home=["本稿"], item=GUIDE_ITEM,
            block=[("事项名称", "养犬登记"), ("承诺时限", "5日"), ("收费标准", "不收费")],
        ),
    ),
    "a reply": (
        "reply",
        {},
        None,
        shown(
            "reply", [],
            ["问", "能摆摊吗", "答复日期", "2026年2月5日", "答复单位", "市容科"],
            [("来信日期", "2026年2月1日"), ("答复日期", "2026年2月5日"), ("答复单位", "市容科")],
            summary="能。", listed=False,
        ),
    ),
    "a reply to a long letter": (
        "reply",
        {"来信内容": "能" * 100},
        None,
        shown(
            "reply", [],
            ["问", "能" * 88 + "……", "答复日期", "2026年2月5日", "答复单位", "市容科"],
            [("来信日期", "2026年2月1日"), ("答复日期", "2026年2月5日"), ("答复单位", "市容科")],
            summary="能。", listed=False,
        ),
    ),
    "what volunteers did": (
        "volunteer",
        {"服务时长": "120.0", "人数": "30"},
        None,
        shown(
            "volunteer", [("服务故事", "plain")],
            ["服务时长", "120小时", "人数", "30人"],
            [("类别", "服务故事"), ("服务时长", "120小时"), ("人数", "30人")],
            words=["服务故事"],
        ),
    ),
    "a role for volunteers": (
        "volunteer",
        ROLE,
        None,
        shown(
            "volunteer", [("岗位招募", "plain")],
            ["岗位", "引导员", "服务时长", "2.5小时", "人数", "8人"],
            [
                ("类别", "岗位招募"),
                ("岗位", "引导员"),
                ("服务时长", "2.5小时"),
                ("人数", "8人"),
                ("服务地点", "听潮广场"),
                ("报名方式", "来电"),
            ],
            words=["岗位招募"],
        ),
    ),
    "a group that is a model": (
        "role_model",
        {},
        None,
        shown(
            "role_model", [],
            ["对象", "集体", "单位", OFFICE],
            [("对象", "集体"), ("姓名或集体名称", "一中队"), ("单位", OFFICE)],
        ),
    ),
    "a person who is a model": (
        "role_model",
        {"对象": "个人", "姓名或集体名称": "云某", "荣誉": "[甲, 乙]"},
        None,
        shown(
            "role_model", [],
            ["对象", "个人", "单位", OFFICE],
            [("对象", "个人"), ("姓名或集体名称", "云某"), ("单位", OFFICE), ("荣誉", "甲、乙")],
        ),
    ),
    "an article": (
        "research",
        {},
        None,
        shown(
            "research", [],
            ["作者", "云某", "作者单位", OFFICE],
            [("作者", "云某"), ("作者单位", OFFICE)],
            summary="写在前面的摘要。",
            data={"author": {"@type": "Organization", "name": "云某"}},
        ),
    ),
    "a lasting page": ("page", {}, None, shown("page")),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "fields", "body", "expected"), STATES.values(), ids=STATES)
def test_state(kind, fields, body, expected):
    assert seen(One(kind, AT, fields, body=body)) == expected


def page_words(kind, selector, body=None, at=AT, **fields):
    one = One(kind, at, fields, body=body)
    return one.words(one.address(one.id), selector)


def test_the_head_of_a_page():
    fields = {
        "作者": "云某",
        "原文链接": "https://www.gov.cn/1",
        "更新日期": "2026-03-02 10:00",
    }
    one = One("news", AT, fields)
    assert one.head_facts(one.id) == [
        ("发布时间", "2026-03-01 09:00"),
        ("更新时间", "2026-03-02 10:00"),
        ("来源", "办公室"),
        ("作者", "云某"),
        ("转载", "查看原文"),
    ]
    one = One("news", AT)
    assert one.head_facts(one.id) == [("发布时间", "2026-03-01 09:00"), ("来源", "办公室")]


def test_an_update_at_the_moment_of_publication_is_none():
    one = One("news", AT, {"更新日期": "2026-03-01 09:00"})
    assert one.head_facts(one.id) == [("发布时间", "2026-03-01 09:00"), ("来源", "办公室")]


def test_the_author_of_an_article_is_named_once():
    one = One("research", AT)
    assert one.head_facts(one.id) == [("发布时间", "2026-03-01 09:00"), ("来源", "办公室")]


def test_the_foot_of_a_page():
    fields = {
        "责任编辑": "云某某",
        "初审": None,
        "修订记录": "\n  - 日期: 2026-03-02\n    说明: 改了错字",
        "附件": "\n  - 文件: files/xuncha.csv\n    名称: 表\n    页数: 3",
    }
    one = One("news", AT, fields)
    page = one.address(one.id)
    assert one.words(page, ".colophon dt") == ["责任编辑", "复审", "终审"]
    assert one.words(page, ".colophon dd") == ["云某某", "乙", "丙"]
    assert one.words(page, "#history, .history li") == ["修订记录", "2026-03-02改了错字"]
    assert one.words(page, ".files li") == ["表 CSV 表格，26 字节，3页"]
    assert one.words(page, ".qr figcaption") == [
        "用手机扫码阅读https://zhzf.yunting.gov.cn/news/2026/ben.html"
    ]


def test_its_neighbours_on_the_list():
    others = {
        "news/qian": sample("news", 标题="前面的", 发布日期="2026-02-20 09:00"),
        "news/hou": sample("news", 标题="后面的", 发布日期="2026-03-02 09:00"),
        "news/guo": sample("news", 标题="过期的", 下线日期="2026-03-02"),
        "news/dai": sample("news", 标题="以后的", 发布日期="2026-04-02 09:00"),
    }
    one = One("news", AT, {}, others)
    assert one.words("news/2026/ben.html", ".neighbours a") == ["上一篇 前面的", "下一篇 后面的"]
    assert one.words("news/2026/qian.html", ".neighbours a") == ["下一篇 本稿"]
    assert one.words("news/2026/guo.html", ".neighbours a") == []


def test_a_long_text_has_a_table_of_contents():
    body = "\n\n".join(f"## 第{n}节\n\n文。" for n in "一二三四")
    expected = ["目录", "第一节", "第二节", "第三节", "第四节"]
    assert page_words("news", ".contents h2, .contents li", body) == expected
    body = "\n\n".join(f"## 第{n}节\n\n文。" for n in "一二三")
    assert page_words("news", ".contents", body) == []


def test_the_timeline_of_a_story():
    assert page_words("story", ".timeline__title", STORY) == [
        "2026-03-04 10:30 结束",
        "2026-03-02 09:30 开始",
    ]
    assert page_words("story", ".contents", STORY) == []
    assert page_words("story", "[data-element=body]", STORY) == ["引言。"]


def test_a_long_story_has_no_table_of_contents():
    """Its headings are the entries of the timeline."""
    body = "\n\n".join(f"## 2026-03-0{day} 09:30 第{day}天\n\n文。" for day in range(1, 6))
    assert len(page_words("story", ".timeline__title", body)) == 5
    assert page_words("story", ".contents", body) == []


def test_where_to_read_what_the_press_reported():
    assert page_words("coverage", ".source-link") == ["到云汀日报阅读报道"]


def test_letter_and_answer():
    assert page_words("reply", "h2") == ["市民来信", "市容科答复"]
    assert page_words("reply", "h2", 来信人="李女士") == ["李女士来信", "市容科答复"]
    assert page_words("reply", ".letter__words") == ["能摆摊吗"]


def test_the_elements_of_a_guide():
    assert page_words("guide", ".element h2") == [
        "申请条件", "办理材料", "办理流程", "办理地点", "办理时间", "联系电话", "设定依据",
    ]  # fmt: skip
    assert page_words("guide", ".element__words") == [
        "有固定住所", "身份证原件1份", "申请 领证", "办事大厅", "工作日", "0599-0001000",
        "《云汀市街面条例》第二条",
    ]  # fmt: skip
    assert page_words("guide", ".source-link") == []
    online = {"网上办理": "https://www.zjzwfw.gov.cn/1"}
    assert page_words("guide", ".source-link", **online) == ["在线办理"]
    assert page_words("guide", "[data-element=online-way]", **online) == []


def test_on_paper_stands_where_a_matter_can_be_done():
    online = {"网上办理": "https://www.zjzwfw.gov.cn/1"}
    said = "网上办理：https://www.zjzwfw.gov.cn/1"
    assert page_words("guide", ".way.print-only", **online) == [said]
    assert page_words("guide", ".way.print-only") == []


def test_the_way_to_a_matter_on_the_platform_stands_below_the_button():
    way = {"网上办理路径": "选“云汀市”，搜“养犬登记”"}
    online = {"网上办理": "https://www.zjzwfw.gov.cn/", **way}
    assert page_words("guide", ".source-link, .way", **online) == [
        "在线办理",
        "网上办理：https://www.zjzwfw.gov.cn/",
        "进去以后怎样找到选“云汀市”，搜“养犬登记”",
    ]
    assert page_words("guide", ".source-link, .way", **way) == ["网上办理选“云汀市”，搜“养犬登记”"]


def test_abstract_and_references_of_an_article():
    fields = {"参考文献": "[甲文, 乙文]", "关键词": "[街面, 摊点]"}
    assert page_words("research", ".abstract > *", **fields) == [
        "摘要",
        "写在前面的摘要。",
        "关键词街面；摊点",
    ]
    assert page_words("research", "#references, .references li", **fields) == [
        "参考文献",
        "甲文",
        "乙文",
    ]
    assert page_words("research", "#references") == []
    assert page_words("research", ".abstract > *") == ["摘要", "写在前面的摘要。"]


def test_what_a_lasting_page_adds():
    assert page_words("page", ".people > li", 附带内容="负责人名单") == ["云田 局长 主持全面工作"]
    labels = ["地址", "邮编", "电话", "办公时间", "市民热线", "咨询投诉"]
    assert page_words("page", ".official dt", 附带内容="联系方式") == labels
    assert page_words("page", ".people, .official") == []


def test_the_column_type_of_a_lasting_page():
    one = One("page", AT, {"栏目类型": "机构职能"})
    assert one.meta(one.id, "ColumnType") == "机构职能"
    one = One("page", AT)
    assert one.meta(one.id, "ColumnType") == "工作动态"


def test_lasting_pages_stand_in_their_own_order():
    others = {
        "page/a": sample("page", 标题="第二", 顺序="2"),
        "page/b": sample("page", 标题="第一", 顺序="1", 发布日期="2026-01-01 09:00"),
        "page/c": sample("page", 标题="没有顺序的", 发布日期="2026-03-05 09:00"),
        "page/d": sample("page", 标题="零", 顺序="0", 发布日期="2026-01-02 09:00"),
    }
    one = One("page", AT, {}, others)
    assert one.words("page/index.html", ".entry__title") == [
        "零", "第一", "第二", "没有顺序的", "本稿",
    ]  # fmt: skip


def test_a_story_rises_with_its_latest_entry():
    others = {"story/b": sample("story", "## 2026-03-02 09:30 一\n\n文。", 标题="另一件",
                                发布日期="2026-03-02 09:00")}  # fmt: skip
    assert One("story", AT, {}, others).words("story/index.html", ".entry__title") == [
        "另一件",
        "本稿",
    ]
    one = One("story", AT, {}, others, STORY)
    assert one.words("story/index.html", ".entry__title") == ["本稿", "另一件"]
    assert one.words("story/index.html", ".date__label") == ["最近进展", "最近进展"]


def test_the_filters_of_lists():
    one = One("policy", AT, {"有效性": "失效"}, {
        "policy/b": sample("policy", 标题="另一份", 索引号="11339900MB0000123G/2026-00002",
                           发布日期="2025-12-01 09:00", 成文日期="2025-11-01"),
    })  # fmt: skip
    assert one.words("policy/index.html", ".filters__label") == ["年份", "有效性"]
    assert one.words("policy/index.html", ".filters a") == [
        "全部2条", "2026年1条", "2025年1条", "全部2条", "有效1条", "失效1条",
    ]  # fmt: skip
    assert one.words("policy/status-shi-xiao.html", ".entry__title") == ["本稿"]


def test_long_filters_are_folded_and_say_what_is_chosen():
    """Open without a script: the script folds them on a phone."""
    others = {
        f"policy/{year}": sample(
            "policy", 标题=f"{year}年的", 索引号=f"11339900MB0000123G/{year}-00002",
            发布日期=f"{year}-12-01 09:00", 成文日期=f"{year}-11-01",
        )
        for year in (2022, 2023, 2024, 2025)
    }  # fmt: skip
    one = One("policy", AT, {"有效性": "失效"}, others)
    said = "年份、有效性共9项"
    (fold,) = one.select("policy/index.html", ".filters details")
    assert fold.has_attr("open")
    assert one.words("policy/index.html", ".filters summary span") == ["筛选：全部", said]
    assert one.words("policy/2024.html", ".filters summary span") == ["筛选：2024年", said]
    assert one.words("policy/status-shi-xiao.html", ".filters summary span")[0] == "筛选：失效"
    assert One("policy", AT).select("policy/index.html", ".filters summary") == []


@pytest.mark.parametrize(
    ("kind", "fields", "label", "options"),
    [
        ("case", {}, "领域", ["全部1条", "街面秩序1条"]),
        ("reply", {"领域": "水务"}, "领域", ["全部1条", "水务1条"]),
        ("guide", {"领域": "水务、街面秩序"}, "领域", ["全部1条", "街面秩序1条", "水务1条"]),
        ("penalty", {}, "领域", ["全部1条", "街面秩序1条"]),
        ("interpretation", {}, "解读形式", ["全部1条", "文字1条"]),
        ("statute", {}, "效力级别", ["全部1条", "地方性法规1条"]),
        ("statute", {}, "时效性", ["全部1条", "现行有效1条"]),
        ("volunteer", {}, "类别", ["全部1条", "服务故事1条"]),
        ("role_model", {}, "对象", ["全部1条", "集体1条"]),
    ],
)
def test_a_filter_of_each_kind(kind, fields, label, options):
    one = One(kind, AT, fields)
    rows = {
        row.p.get_text(): [a.get_text() for a in row.select("a")]
        for row in one.select(f"{column_code(kind)}/index.html", ".filters__row")
    }
    assert rows[label] == options


KEYS = {
    "policy": "云综执〔2026〕1号 11339900MB0000123G/2026-00001 2026年2月1日",
    "notice": "云综执告〔2026〕3号",
    "statute": "街面秩序",
    "case": "街面秩序",
    "penalty": "云综执罚决〔2026〕1号 李某 街面秩序",
    "night_work": "云汀执夜〔2026〕1号 听潮路路面修补 听潮街道 听潮路望江路口 云汀市政公司",
    "task": "挂招牌",
    "guide": "办事大厅",
    "reply": "能摆摊吗",
    "event": "听潮广场",
    "news": "",
}


@pytest.mark.parametrize(("kind", "words"), KEYS.items())
def test_what_the_search_looks_at(kind, words):
    one = One(kind, AT, {"关键词": "[街面, 摊点]"})
    (entry,) = one.json("data/search.json")
    assert entry["k"] == " ".join(filter(None, ["街面 摊点", words]))
    assert (entry["t"], entry["d"], entry["u"]) == ("本稿", "2026-03-01", one.address(one.id))


def test_the_search_and_the_data_give_the_day_of_publication():
    one = One("story", AT)
    assert [entry["d"] for entry in one.json("data/search.json")] == ["2026-03-01"]
    one = One("case", AT, {"更新日期": "2026-03-05 09:00"})
    (row,) = one.json("data/case.json")
    assert row["published"] == "2026-03-01T09:00+08:00"


@pytest.mark.parametrize(("length", "listed"), [(40, True), (41, False)])
def test_a_long_value_stands_on_the_page_alone(length, listed):
    one = One("case", AT, {"处理结果": "罚" * length})
    facts = ["领域", "街面秩序", *(["处理结果", "罚" * length] if listed else [])]
    assert one.item(one.id)[2:-1] == facts
    assert one.block(one.id)[-1] == ("处理结果", "罚" * length)
    # The row of a value longer than 26 characters takes the whole width.
    rows = one.select(one.address(one.id), ".official__row--long")
    assert [row.dt.get_text() for row in rows] == ["处理结果"]
