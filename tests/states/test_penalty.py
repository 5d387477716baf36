"""A published penalty: shown, its last day, its time over, withdrawn, expired."""

import pytest

from tests.states.moment_site import One, article, replaced, sample, seen
from tests.states.samples import CODE

BLOCK = [
    ("行政相对人名称", "李某"),
    ("行政相对人类别", "自然人"),
    ("行政处罚决定书文号", "云综执罚决〔2026〕1号"),
    ("违法行为类型", "占道经营"),
    ("违法事实", "占用人行道摆摊"),
    ("处罚依据", "《云汀市街面条例》第二条"),
    ("处罚类别", "罚款"),
    ("处罚内容", "罚款500元"),
    ("罚款金额", "500元"),
    ("处罚决定日期", "2026年2月20日"),
    ("处罚有效期", "2099年12月31日"),
    ("公示截止期", "2027年2月20日"),
    ("处罚机关", "云汀市综合行政执法局"),
    ("处罚机关统一社会信用代码", CODE),
    ("数据来源单位", "云汀市综合行政执法局"),
    ("数据来源单位统一社会信用代码", CODE),
]
SHOWN = {
    "places": "page list home feed search data map",
    "badges": [],
    "banner": [],
    "item": ["李某", "占道经营", "罚款", "500元", "2026-02-20", "2027-02-20", "2026-03-01"],
    "home": ["本稿", "2026-03-01"],
    "summary": "李某：占道经营；罚款500元",
    "block": BLOCK,
    "relations": [],
    "jsonld": article("penalty/2026/chufa-2026-1.html", "李某：占道经营；罚款500元"),
    # 处罚有效期 is the label of a field.
    "words": ["有效"],
}
HIDING = "本条公示已经撤回、期满或完成信用修复，不再展示内容。"
HIDDEN = {
    **SHOWN,
    "places": "page noindex",
    "banner": [("stop", "本条公示的期限已于2026年3月20日届满，处罚信息不再展示。")],
    "item": [],
    "home": [],
    "summary": HIDING,
    "block": [],
    "jsonld": article(
        "penalty/2026/chufa-2026-1.html", HIDING, headline="行政处罚信息（云综执罚决〔2026〕1号）"
    ),
    "words": ["届满", "不再展示"],
}
WITHDRAWN = {
    **HIDDEN,
    "banner": [("stop", "本条公示已于2026年3月5日撤回。理由：决定被依法撤销。")],
    "words": ["撤回"],
}
REPAIRED = {
    **HIDDEN,
    "banner": [("stop", "当事人已于2026年3月9日完成信用修复，处罚信息不再展示。")],
    "words": ["不再展示"],
}
UNTIL = {"公示截止期": "2026-03-20"}
WITHDRAWAL = {"撤回": "\n  日期: 2026-03-05\n  理由: 决定被依法撤销。"}
LAST_DAY = {
    **SHOWN,
    "item": [*SHOWN["item"][:5], "2026-03-20", "2026-03-01"],
    "block": replaced(BLOCK, 公示截止期="2026年3月20日"),
}
EXPIRED = ("stop", "本稿件已于2026年3月22日过期，仅供查阅。")
STATES = {
    "shown": ("2026-03-10 09:00", {}, SHOWN),
    "the last second of its last day": ("2026-03-20 23:59:59", UNTIL, LAST_DAY),
    "its time is over": ("2026-03-21 00:00:00", UNTIL, HIDDEN),
    "withdrawn": ("2026-03-10 09:00", WITHDRAWAL, WITHDRAWN),
    "credit to be restored": ("2026-03-08 23:59:59", {"信用修复日期": "2026-03-09"}, SHOWN),
    "credit restored": ("2026-03-09 00:00:00", {"信用修复日期": "2026-03-09"}, REPAIRED),
    "credit restored before its time is over": (
        "2026-03-21 00:00:00",
        {**UNTIL, "信用修复日期": "2026-03-09"},
        REPAIRED,
    ),
    "withdrawn, which is said when its time is over too": (
        "2026-03-21 00:00:00",
        {**UNTIL, **WITHDRAWAL},
        WITHDRAWN,
    ),
    "expired and still to be read": (
        "2026-03-23 00:00:00",
        {"下线日期": "2026-03-22"},
        {
            **SHOWN,
            "places": "page map",
            "banner": [EXPIRED],
            "item": [],
            "home": [],
            "words": ["过期", "有效"],
        },
    ),
    "its last day before it expires": ("2026-03-22 23:59:59", {"下线日期": "2026-03-22"}, SHOWN),
    "expired and its time over": (
        "2026-03-23 00:00:00",
        {**UNTIL, "下线日期": "2026-03-22"},
        {
            **HIDDEN,
            "banner": [EXPIRED, *HIDDEN["banner"]],
            "words": ["过期", "届满", "不再展示"],
        },
    ),
}


@pytest.mark.parametrize(("at", "fields", "expected"), STATES.values(), ids=STATES)
def test_state(at, fields, expected):
    assert seen(One("penalty", at, fields)) == expected


FULL = {
    "行政相对人统一社会信用代码": CODE,
    "法定代表人": "王某",
    "处罚类别": "警告、罚款、没收违法所得",
    "没收金额": "12500",
    "暂扣或吊销证照名称及编号": "某证1号",
    "备注": "当场履行",
    "附件": "\n  - 文件: files/xuncha.csv",
    "处罚依据": "《云汀市街面条例》第二条",
}
LAW = {"statute/law": sample("statute", 标题="云汀市街面条例")}


def test_all_of_its_facts():
    one = One("penalty", "2026-03-10 09:00", FULL, LAW, "当事人已经改正。")
    assert one.block(one.id) == [
        *BLOCK[:2],
        ("行政相对人统一社会信用代码", CODE),
        ("法定代表人", "王某"),
        *BLOCK[2:6],
        ("处罚类别", "警告、罚款、没收违法所得"),
        *BLOCK[7:9],
        ("没收金额", "12500元"),
        ("暂扣或吊销证照名称及编号", "某证1号"),
        *BLOCK[9:],
        ("备注", "当场履行"),
    ]
    page = one.address(one.id)
    assert one.words(page, ".prose") == ["当事人已经改正。"]
    assert one.words(page, "#attachments, #cited") == ["附件", "引用法规"]
    assert one.card(one.id).summary == "当事人已经改正。"


OVER = {
    "time over": UNTIL,
    "withdrawn": WITHDRAWAL,
    "credit restored": {"信用修复日期": "2026-03-09"},
}


@pytest.mark.parametrize("over", OVER.values(), ids=OVER)
def test_nothing_but_number_and_notice_is_left(over):
    """On no page, not on those that name it either."""
    fields = {**FULL, "标题": "李某占道经营案", "摘要": "李某摆摊", "关键词": "李某", **over}
    naming = sample("case", 处罚公示="penalty/chufa-2026-1", 标题="摆摊的案例")
    others = {**LAW, "case/a": naming}
    one = One("penalty", "2026-03-21 00:00", fields, others, "当事人已经改正。")
    assert "行政处罚信息（云综执罚决〔2026〕1号）" in one.text("case/2026/a.html")
    page = one.address(one.id)
    assert one.words(page, ".prose, #attachments, #cited, .official") == []
    for word in ("李某", "王某", "占用人行道"):
        assert word not in one.text("case/2026/a.html")
    for path in (page, "penalty/index.html", "index.html", "feeds/site.json", "feeds/penalty.json",
                 "feeds/penalty.atom.xml", "data/penalty.json", "data/penalty.csv",
                 "data/search.json", "sitemap.xml", "preview/findings.html"):  # fmt: skip
        for word in ("李某", "占用人行道", "罚款500元", "王某", "当事人已经改正"):
            assert word not in one.text(path), path


def test_the_table_of_its_list():
    one = One("penalty", "2026-03-10 09:00", {"处罚类别": "警告", "罚款金额": None})
    assert one.words("penalty/index.html", "th[scope=col]") == [
        "行政相对人",
        "违法行为类型",
        "处罚类别",
        "罚款金额",
        "处罚决定日期",
        "公示截止期",
        "发布日期",
    ]
    assert one.item(one.id)[2:4] == ["警告", "无"]
    assert one.words("penalty/index.html", "caption") == ["行政处罚公示，共1条"]


def test_amounts_stand_at_the_right_in_the_ledger_with_one_unit():
    others = {
        "penalty/er": sample("penalty", 标题="另一件", 决定书文号="云综执罚决〔2026〕2号",
                             行政处罚决定书文号=None, 处罚内容="罚款3万元", 罚款金额="3万元"),
        "penalty/san": sample("penalty", 标题="第三件", 行政处罚决定书文号="云综执罚决〔2026〕3号",
                              处罚类别="警告", 处罚内容="警告", 罚款金额=None),
    }  # fmt: skip
    one = One("penalty", "2026-03-10 09:00", {}, others)
    assert one.words("penalty/index.html", ".ledger thead .align-right") == ["罚款金额"]
    assert sorted(one.words("penalty/index.html", ".ledger td.align-right")) == [
        "30000元", "500元", "无",
    ]  # fmt: skip
