"""What an editor is told of each rule of each kind: the whole finding, and nothing at its limit."""

import pytest

from tests.states.moment_site import One, one_id, sample

AT = "2026-03-10 09:00"
# Errors in texts, which are shown and marked in a preview.
OF_TEXTS = {"body", "figure", "markup-forbidden", "section", "story-entry", "clause-repeated"}
OTHERS = {
    "statute/law": sample("statute", "第一条　甲。\n\n第二条　乙。", 标题="云汀市街面条例"),
    "policy/banfa": sample(
        "policy", 标题="办法", 文号="云综执〔2026〕9号", 索引号="11339900MB0000123G/2026-00009"
    ),
}
# Kind, fields, text, and severity, rule, message and hint of every finding.
FAULTS = [
    (
        "news",
        {"更新日期": "2026-02-28 09:00"},
        None,
        [
            ("error", "date-order", "更新日期早于发布日期", "核对这两个日期"),
        ],
    ),
    (
        "news",
        {"下线日期": "2026-02-28"},
        None,
        [
            ("error", "date-order", "下线日期早于发布日期", "核对这两个日期"),
        ],
    ),
    (
        "news",
        {"复核日期": "2026-02-28"},
        None,
        [
            ("error", "date-order", "复核日期早于发布日期", "核对这两个日期"),
        ],
    ),
    (
        "campaign",
        {"结束日期": "2025-12-31"},
        None,
        [
            ("error", "date-order", "结束日期早于开始日期", "核对这两个日期"),
        ],
    ),
    (
        "campaign",
        {"结束日期": "2026-02-01", "归档日期": "2026-01-31"},
        None,
        [
            ("error", "date-order", "归档日期早于结束日期", "核对这两个日期"),
        ],
    ),
    (
        "case",
        {"处罚决定日期": "2026-03-02"},
        None,
        [
            ("error", "date-order", "发布日期早于处罚决定日期", "核对这两个日期"),
        ],
    ),
    (
        "case",
        {},
        "## 基本案情\n\n文。",
        [
            (
                "error",
                "section",
                "缺少“处理结果”一节",
                "加上小标题 ## 处理结果（典型案例要有：基本案情、法律规定、处理结果、案例启示）",
            ),
            (
                "error",
                "section",
                "缺少“案例启示”一节",
                "加上小标题 ## 案例启示（典型案例要有：基本案情、法律规定、处理结果、案例启示）",
            ),
            (
                "error",
                "section",
                "缺少“法律规定”一节",
                "加上小标题 ## 法律规定（典型案例要有：基本案情、法律规定、处理结果、案例启示）",
            ),
        ],
    ),
    (
        "consultation",
        {"截止日期": "2026-03-03"},
        None,
        [
            ("error", "date-order", "截止日期早于开始日期", "核对这两个日期"),
        ],
    ),
    (
        "consultation",
        {"截止日期": "2026-03-05"},
        None,
        [
            (
                "error",
                "consultation-period",
                "截止日期：征求意见期只有 1 日（开始那天不算），少于 30 日",
                "延长截止日期，或填写“期限说明”",
            ),
        ],
    ),
    (
        "consultation",
        {"截止日期": "2026-04-02"},
        None,
        [
            (
                "error",
                "consultation-period",
                "截止日期：征求意见期只有 29 日（开始那天不算），少于 30 日",
                "延长截止日期，或填写“期限说明”",
            ),
        ],
    ),
    (
        "consultation",
        {"征集结果": "\n  日期: 2026-04-02\n  收到意见: 9\n  采纳意见: 10\n  说明: 文"},
        None,
        [
            ("error", "consultation-outcome", "征集结果的日期早于截止日期", "核对这两个日期"),
            ("error", "consultation-outcome", "征集结果：采纳的意见多于收到的意见", "核对两个数字"),
        ],
    ),
    (
        "coverage",
        {"报道日期": "2026-03-02"},
        None,
        [
            ("error", "date-order", "发布日期早于报道日期", "核对这两个日期"),
        ],
    ),
    (
        "event",
        {"结束时间": "2026-03-05 08:59"},
        None,
        [
            ("error", "date-order", "结束时间早于开始时间", "核对这两个时间"),
        ],
    ),
    (
        "event",
        {"结束时间": "2026-03-05 09:00"},
        None,
        [
            ("error", "event-duration", "结束时间与开始时间相同", "写明活动何时结束"),
        ],
    ),
    (
        "event",
        {"报名截止": "2026-03-05 11:01"},
        None,
        [
            ("error", "date-order", "报名截止晚于活动结束", "核对这两个时间"),
        ],
    ),
    (
        "event",
        {"人数上限": "3"},
        None,
        [
            (
                "error",
                "field-required",
                "限制人数的活动要写报名方式",
                "如 报名方式: 拨打联系电话报名",
            ),
        ],
    ),
    (
        "interpretation",
        {"解读形式": "图解"},
        None,
        [
            (
                "error",
                "figure",
                "图解要有图，图里的字写在正文里",
                "在列表或表格上面写一行“图：流程”“图：要点”或“图：条形，一句结论”",
            ),
        ],
    ),
    (
        "notice",
        {"截止日期": "2026-02-28"},
        None,
        [
            ("error", "date-order", "截止日期早于发布日期", "核对这两个日期"),
        ],
    ),
    (
        "penalty",
        {"处罚决定日期": "2026-03-02"},
        None,
        [
            ("error", "date-order", "发布日期早于处罚决定日期", "核对这两个日期"),
        ],
    ),
    (
        "penalty",
        {"处罚有效期": "2026-02-19"},
        None,
        [
            ("error", "date-order", "处罚有效期早于处罚决定日期", "核对这两个日期"),
        ],
    ),
    (
        "penalty",
        {"公示截止期": "2026-02-19"},
        None,
        [
            ("error", "date-order", "公示截止期早于处罚决定日期", "核对这两个日期"),
        ],
    ),
    (
        "penalty",
        {"行政相对人名称": "李明", "法定代表人": "王明"},
        None,
        [
            ("error", "masked-name", "行政相对人名称“李明”没有隐去名字", "写成“李某”"),
            ("error", "masked-name", "法定代表人“王明”没有隐去名字", "写成“王某”"),
        ],
    ),
    (
        "penalty",
        {"失信程度": "轻微", "公示截止期": "2026-05-21"},
        None,
        [
            (
                "error",
                "publicity-limit",
                "公示截止期 2026-05-21 超过了轻微失信最长的 3 个月（到 2026-05-20）",
                "改成 2026-05-20 或更早；本单位另有规定的，改 bureau.yml 的阈值",
            ),
        ],
    ),
    (
        "penalty",
        {"罚款金额": None},
        None,
        [
            ("error", "fine", "处罚类别有罚款，没有写罚款金额", "如 罚款金额: 500"),
        ],
    ),
    (
        "penalty",
        {"罚款金额": "500万元"},
        None,
        [
            (
                "error",
                "fine",
                "罚款金额写的是 5000000元，“处罚内容”里写的是“罚款500元”",
                "对照决定书核对；以元为单位写，如 500",
            ),
        ],
    ),
    (
        "penalty",
        {"罚款金额": "0.05"},
        None,
        [
            ("error", "fine", "罚款金额 0.05元不到一元", "以元为单位写；0.05 万元写 500"),
        ],
    ),
    (
        "penalty",
        {"没收金额": "200", "处罚内容": "罚款伍佰元整，没收违法所得人民币贰佰伍拾元"},
        None,
        [
            (
                "error",
                "fine",
                "没收金额写的是 200元，“处罚内容”里写的是“没收违法所得人民币贰佰伍拾元”",
                "对照决定书核对；以元为单位写，如 250",
            ),
        ],
    ),
    (
        "penalty",
        {"罚款金额": None, "罚款金额（万元）": "0.05"},
        None,
        [
            (
                "warning",
                "value-repair",
                "“罚款金额（万元）: 0.05”已读作 500 元",
                "写成 罚款金额: 500",
            ),
        ],
    ),
    (
        "penalty",
        {"处罚类别": "警告"},
        None,
        [
            ("error", "fine", "写了罚款金额，处罚类别里没有罚款", "在处罚类别中加上“罚款”"),
        ],
    ),
    (
        "penalty",
        {"处罚内容": None},
        None,
        [
            ("error", "field-required", "缺少“处罚内容”", "填写这一项"),
        ],
    ),
    (
        "penalty",
        {"处罚内容": "罚款500元（大写：伍仟元整）"},
        None,
        [
            (
                "error",
                "fine",
                "处罚内容：“500元(大写:伍仟元整)”前后两个金额不一样",
                "对照决定书，改正写错的一个",
            ),
        ],
    ),
    (
        "penalty",
        {"撤回": "\n  日期: 2026-02-19\n  理由: 决定被撤销"},
        None,
        [
            ("error", "withdrawal", "撤回日期早于处罚决定日期", "核对这两个日期"),
        ],
    ),
    (
        "policy",
        {"成文日期": "2026-03-02"},
        None,
        [
            ("error", "date-order", "发布日期早于成文日期", "核对这两个日期"),
        ],
    ),
    (
        "policy",
        {"施行日期": "2026-01-31"},
        None,
        [
            ("error", "date-order", "施行日期早于成文日期", "核对这两个日期"),
        ],
    ),
    (
        "policy",
        {"有效性": "废止", "废止日期": "2026-01-31", "无替代说明": "无须替代"},
        None,
        [
            ("error", "date-order", "废止日期早于成文日期", "核对这两个日期"),
        ],
    ),
    (
        "policy",
        {"有效性": "废止"},
        None,
        [
            ("error", "field-required", "已废止的文件要写废止日期", ""),
            (
                "error",
                "successor",
                "替代文件：已废止的文件要写明由哪份文件替代",
                "填写“替代文件: policies/…”；确无替代的，填写“无替代说明”",
            ),
        ],
    ),
    (
        "reply",
        {"来信日期": "2026-02-06"},
        None,
        [
            ("error", "date-order", "答复日期早于来信日期", "核对这两个日期"),
        ],
    ),
    (
        "reply",
        {"来信日期": "2026-02-20", "答复日期": "2026-03-02"},
        None,
        [
            ("error", "date-order", "发布日期早于答复日期", "核对这两个日期"),
        ],
    ),
    (
        "research",
        {"作者": None, "摘要": None},
        None,
        [
            ("error", "field-required", "研究文章要有摘要", "填写这一项"),
            ("error", "field-required", "研究文章要署作者", "填写这一项"),
        ],
    ),
    (
        "slogan",
        {"停用日期": "2026-03-04"},
        None,
        [
            ("error", "date-order", "停用日期早于启用日期", "核对这两个日期"),
        ],
    ),
    (
        "statute",
        {"通过日期": "2025-01-02"},
        None,
        [
            ("error", "date-order", "公布日期早于通过日期", "核对这两个日期"),
        ],
    ),
    (
        "statute",
        {"施行日期": "2024-12-31"},
        None,
        [
            ("error", "date-order", "施行日期早于公布日期", "核对这两个日期"),
        ],
    ),
    (
        "statute",
        {"时效性": "已废止", "废止日期": "2025-02-28", "废止说明": "由新条例废止"},
        None,
        [
            ("error", "date-order", "废止日期早于施行日期", "核对这两个日期"),
        ],
    ),
    (
        "statute",
        {"时效性": "已废止"},
        None,
        [
            ("error", "field-required", "缺少“废止日期”", "填写日期；查不到时在“待核说明”写明"),
            (
                "error",
                "successor",
                "已废止的法规要写明替代法规或废止说明",
                "填写“替代法规: statutes/…”或“废止说明”",
            ),
        ],
    ),
    (
        "statute",
        {"施行日期": None, "公布日期": None},
        None,
        [
            ("error", "field-required", "缺少“公布日期”", "填写日期；查不到时在“待核说明”写明"),
            ("error", "field-required", "缺少“施行日期”", "填写日期；查不到时在“待核说明”写明"),
        ],
    ),
    (
        "story",
        {},
        "引言。",
        [
            ("error", "story-entry", "热点追踪没有一条进展", "写成 ## 2026-03-01 09:30 小标题"),
        ],
    ),
    (
        "story",
        {},
        "## 开始\n\n文。\n\n## 2026-3-1 结束\n\n完。",
        [
            ("error", "story-entry", "进展“开始”没有写明时间", "写成 ## 2026-03-01 09:30 小标题"),
            (
                "error",
                "story-entry",
                "进展“2026-3-1 结束”的时间写法不对",
                "写成 ## 2026-03-01 09:30 小标题",
            ),
        ],
    ),
    (
        "volunteer",
        {"类别": "岗位招募"},
        None,
        [
            ("error", "field-required", "岗位招募要写岗位", ""),
            ("error", "field-required", "岗位招募要写报名方式", ""),
            ("error", "field-required", "岗位招募要写服务时长", ""),
        ],
    ),
    (
        "volunteer",
        {"服务时长": "很久"},
        None,
        [
            ("error", "value", "服务时长：“很久”不是小时数", "只写数字，如 3 或 2.5"),
        ],
    ),
    (
        "volunteer",
        {"类别": "招募"},
        None,
        [
            (
                "error",
                "value",
                "类别：“招募”不在可选值之内",
                "是不是“岗位招募”？可填：岗位招募、服务故事",
            ),
        ],
    ),
    (
        "news",
        {},
        "",
        [
            ("error", "body", "正文是空的", "在稿头下面写正文"),
        ],
    ),
    (
        "news",
        {"来源": None, "初审": None, "复审": None, "终审": None},
        None,
        [
            ("error", "field-required", "缺少“来源”", "发布科室或转载出处"),
            ("warning", "field-advised", "没有写“初审”", "填写这一项"),
            ("warning", "field-advised", "没有写“复审”", "填写这一项"),
            ("warning", "field-advised", "没有写“终审”", "填写这一项"),
        ],
    ),
    (
        "news",
        {"图片": "\n  文件: images/meiyou.svg\n  说明: 图", "附件": "\n  - 文件: files/xunchu.csv"},
        None,
        [
            (
                "error",
                "dead-file",
                "图片：没有文件“images/meiyou.svg”",
                "附件放 content/files/，图片放 content/images/",
            ),
            (
                "error",
                "dead-file",
                "附件：没有文件“files/xunchu.csv”",
                "是不是“files/xuncha.csv”？",
            ),
        ],
    ),
]
# Kind and fields at the very limit of a rule.
ALLOWED = [
    ("penalty", {"失信程度": "轻微", "公示截止期": "2026-05-20"}),
    ("penalty", {"失信程度": "一般", "公示截止期": "2027-02-20"}),
    ("penalty", {"失信程度": "严重", "公示截止期": "2029-02-20"}),
    ("news", {"更新日期": "2026-03-01 09:00"}),
    ("news", {"下线日期": "2026-03-01"}),
    ("news", {"复核日期": "2026-03-20"}),
    ("campaign", {"结束日期": "2026-01-01", "归档日期": "2026-01-01"}),
    ("case", {"处罚决定日期": "2026-03-01"}),
    ("consultation", {"截止日期": "2026-04-03"}),
    ("consultation", {"截止日期": "2026-03-05", "期限说明": "汛期将至"}),
    (
        "consultation",
        {"征集结果": "\n  日期: 2026-04-03\n  收到意见: 9\n  采纳意见: 9\n  说明: 文"},
    ),
    ("coverage", {"报道日期": "2026-03-01"}),
    ("event", {"结束时间": "2026-03-05 09:01"}),
    ("event", {"报名截止": "2026-03-05 11:00"}),
    # A deadline that is a day ends with the day.
    ("event", {"报名截止": "2026-03-05"}),
    ("event", {"人数上限": "3", "报名方式": "无需报名"}),
    ("notice", {"截止日期": "2026-03-01"}),
    ("penalty", {"处罚决定日期": "2026-03-01"}),
    ("penalty", {"处罚有效期": "2026-02-20", "公示截止期": "2026-03-20"}),
    ("penalty", {"法定代表人": "王某某"}),
    ("penalty", {"行政相对人类别": "个体工商户", "行政相对人名称": "云汀小吃店"}),
    ("penalty", {"处罚类别": "警告", "罚款金额": None}),
    ("penalty", {"撤回": "\n  日期: 2026-02-20\n  理由: 决定被撤销"}),
    ("policy", {"成文日期": "2026-03-01", "施行日期": "2026-03-01"}),
    ("policy", {"有效性": "废止", "废止日期": "2026-02-01", "无替代说明": "无须替代"}),
    ("reply", {"来信日期": "2026-02-05"}),
    ("reply", {"来信日期": "2026-02-20", "答复日期": "2026-03-01"}),
    ("slogan", {"停用日期": "2026-03-05"}),
    ("statute", {"通过日期": "2025-01-01", "施行日期": "2025-01-01"}),
    ("statute", {"时效性": "已废止", "废止日期": "2025-03-01", "废止说明": "由新条例废止"}),
    ("statute", {"施行日期": None, "公布日期": None, "待核说明": "没有查到"}),
    ("volunteer", {"服务时长": "0"}),
    ("volunteer", {"服务时长": "2.5小时"}),
    ("role_model", {}),
    ("research", {}),
    ("guide", {}),
    ("interpretation", {}),
    ("page", {}),
]


@pytest.mark.parametrize(("kind", "fields", "body", "expected"), FAULTS)
def test_a_rule_that_is_broken(kind, fields, body, expected):
    one = One(kind, AT, fields, OTHERS, body)
    path = f"{one_id(kind)}.md"
    assert one.findings == [(found[0], found[1], path, *found[2:]) for found in expected]
    # An error in the head keeps a record off the site, but for one that is read all the same.
    shown_with = {"dead-file", "key-unknown", "key-repeated", "publicity-limit", *OF_TEXTS}
    kept = all(severity != "error" or rule in shown_with for severity, rule, *_ in expected)
    assert bool(one.places(one.id)) is kept
    if kept:
        # The page can be made, and says what is wrong.
        said = one.words(one.address(one.id), "[data-element=record-findings] .finding__words")
        assert sorted(said) == sorted(" ".join(found[2].split()) for found in expected)


@pytest.mark.parametrize(("kind", "fields"), ALLOWED)
def test_the_limit_of_a_rule(kind, fields):
    one = One(kind, AT, fields, OTHERS)
    assert one.findings == []
    assert one.places(one.id)
