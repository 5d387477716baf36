"""The rules of each kind: what passes as it stands, and what one wrong line does."""

import pytest

from plugins.records.kinds import KINDS
from tests.records.record_text import CASE_BODY, findings_of, read, text_of

CODE = "91350100M000100Y43"
POLICY = {
    "索引号": "000014349/2026-00001",
    "主题分类": "城乡建设\\城市管理",
    "发文机关": "某局",
    "成文日期": "2026-02-01",
    "文号": "某综执〔2026〕1号",
    "有效性": "有效",
}
STATUTE = {
    "效力级别": "地方性法规",
    "制定机关": "某市人大常委会",
    "公布日期": "2025-01-01",
    "施行日期": "2025-03-01",
    "时效性": "现行有效",
    "领域": "市政",
}
CASE = {
    "领域": "市政",
    "处罚决定日期": "2026-02-01",
    "引用法规": "《城市道路管理条例》第二十七条",
    "处理结果": "罚款500元",
}
PENALTY = {
    "行政相对人名称": "李某",
    "行政相对人类别": "自然人",
    "行政处罚决定书文号": "某罚决〔2026〕1号",
    "违法行为类型": "占道经营",
    "违法事实": "占用人行道摆摊",
    "处罚依据": "《城市道路管理条例》第四十二条",
    "处罚类别": "罚款",
    "处罚内容": "罚款500元",
    "罚款金额": "500",
    "处罚决定日期": "2026-02-20",
    "处罚有效期": "2099-12-31",
    "公示截止期": "2027-02-20",
    "处罚机关": "某局",
    "处罚机关统一社会信用代码": CODE,
    "数据来源单位": "某局",
    "数据来源单位统一社会信用代码": CODE,
    "领域": "市政",
}
GUIDE = {
    "事项名称": "养犬登记",
    "设定依据": "《动物防疫法》第三十条",
    "申请条件": "有固定住所",
    "办理材料": "\n  - 名称: 身份证\n    份数: 原件1份",
    "办理地点": "办事大厅",
    "办理时间": "工作日",
    "联系电话": "12345",
    "办理流程": "\n  - 申请\n  - 领证",
}
CONSULTATION = {
    "开始日期": "2026-03-01",
    "截止日期": "2026-03-31",
    "反馈方式": "来信",
    "征求意见稿": "见正文",
}
EVENT = {
    "开始时间": "2026-03-05 09:00",
    "结束时间": "2026-03-05 11:00",
    "地点": "广场",
    "主办单位": "某局",
    "联系电话": "12345",
    "活动回顾": "dongtai/a",
}
NIGHT_WORK = {
    "证明编号": "一号",
    "工地": "某路修补",
    "街道": "某街道",
    "地点": "某路口",
    "施工单位": "某公司",
    "现场电话": "12345",
    "开始日期": "2026-03-01",
    "截止日期": "2026-03-03",
    "施工时段": "22:00至次日6:00",
    "必须夜间施工的原因": "浇筑",
    "出具机关": "某局",
}
TASK = {
    "首页短语": "挂招牌",
    "顺序": "1",
    "要多久": "当天",
    "要花多少钱": "不收费",
    "步骤": "\n  - 做什么: 量尺寸",
    "找谁": "\n  - 单位: 某科",
    "依据": "《某法》第二条",
}
VALID = {
    "news": ({}, "正文。"),
    "notice": ({}, "正文。"),
    "story": ({"进展": "持续关注"}, "## 2026-03-01 09:30 开始\n\n文。"),
    "coverage": (
        {"媒体": "某报", "报道日期": "2026-02-28", "报道链接": "https://a.example/1"},
        "文。",
    ),
    "policy": (POLICY, "正文。"),
    "interpretation": (
        {"解读对象": "zhengce/a", "解读形式": "文字", "解读单位": "法制科"},
        "正文。",
    ),
    "statute": (STATUTE, ""),
    "case": (CASE, CASE_BODY),
    "penalty": (PENALTY, ""),
    "guide": (GUIDE, ""),
    "night_work": (NIGHT_WORK, ""),
    "task": (TASK, ""),
    "consultation": (CONSULTATION, "正文。"),
    "reply": (
        {"来信内容": "能装修吗", "来信日期": "2026-02-01", "答复日期": "2026-02-05",
         "答复单位": "某科"},
        "能。",
    ),
    "event": (EVENT, "正文。"),
    "volunteer": ({"类别": "服务故事"}, "正文。"),
    "role_model": ({"对象": "集体", "姓名或集体名称": "一中队", "单位": "某局"}, "正文。"),
    "research": ({"作者": "某人", "作者单位": "某局", "摘要": "摘要。"}, "正文。"),
    "campaign": ({"开始日期": "2026-01-01"}, "正文。"),
    "slogan": (
        {"标语": "\n  - 语种: 中文\n    语言代码: zh-CN\n    文字: 爱护街道",
         "启用日期": "2026-01-01"},
        "",
    ),
    "disclosure": (
        {"索引号": "91350100M000100Y43/2026-00002", "生成日期": "2026-02-20"}, "正文。"
    ),
    "page": ({}, "正文。"),
}  # fmt: skip


def said(kind, body=None, **fields):
    usual, text = VALID[kind]
    record, findings = read(text_of(text if body is None else body, **{**usual, **fields}), kind)
    return record, [(severity, rule, message) for *_, severity, rule, message in findings]


@pytest.mark.parametrize("kind", KINDS)
def test_a_right_record_of_every_kind_has_no_finding(kind):
    record, findings = said(kind)
    assert findings == []
    assert record.kind == kind


# What a record of each kind must have, beside title, date and source.
REQUIRED = {
    "news": "",
    "notice": "",
    "story": "进展",
    "coverage": "媒体 报道日期 报道链接",
    "policy": "索引号 主题分类 发文机关 成文日期 文号 有效性",
    "interpretation": "解读对象 解读形式 解读单位",
    "statute": "效力级别 制定机关 时效性 领域",
    "case": "领域 处罚决定日期 引用法规 处理结果",
    "penalty": "行政相对人名称 行政相对人类别 行政处罚决定书文号 违法行为类型 违法事实 处罚依据 "
    "处罚类别 处罚内容 处罚决定日期 处罚有效期 公示截止期 处罚机关 处罚机关统一社会信用代码 "
    "数据来源单位 数据来源单位统一社会信用代码 领域",
    "night_work": "证明编号 工地 街道 地点 施工单位 现场电话 开始日期 截止日期 施工时段 "
    "必须夜间施工的原因 出具机关",
    "task": "首页短语 顺序 要多久 要花多少钱 步骤 找谁 依据",
    "guide": "事项名称 设定依据 申请条件 办理材料 办理地点 办理时间 联系电话 办理流程",
    "consultation": "开始日期 截止日期 反馈方式 征求意见稿",
    "reply": "来信内容 来信日期 答复日期 答复单位",
    "event": "开始时间 结束时间 地点 主办单位 联系电话",
    "volunteer": "类别",
    "role_model": "对象 姓名或集体名称 单位",
    "research": "作者单位",
    "campaign": "开始日期",
    "slogan": "标语 启用日期",
    "disclosure": "生成日期",
    "page": "",
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_required_field_is_missed(kind):
    empty = {"标题": None, "发布日期": None, "来源": None, "网址名": "yi"}
    record, findings = read(text_of(**empty), kind)
    assert record is None
    # Rules over several fields have words of their own.
    missed = [
        message.removeprefix("缺少").strip("“”")
        for *_, rule, message in findings
        if rule == "field-required" and message.startswith("缺少")
    ]
    assert missed == ["标题", "发布日期", "来源", *REQUIRED[kind].split()]


@pytest.mark.parametrize("kind", KINDS)
def test_the_steps_of_review_are_advised(kind):
    record, findings = said(kind, 初审=None, 复审=None, 终审=None)
    assert record is not None
    assert findings == [
        ("warning", "field-advised", f"没有写“{label}”") for label in ("初审", "复审", "终审")
    ]


# A field with parts of its own, as a list or not, and the parts it must have.
PARTS = [
    ("news", "图片", False, {"文件": "images/emblem.svg", "说明": "标志"}),
    ("news", "附件", True, {"文件": "images/emblem.svg"}),
    ("news", "修订记录", True, {"日期": "2026-03-02", "说明": "改正"}),
    ("penalty", "撤回", False, {"日期": "2026-03-02", "理由": "错误"}),
    ("task", "步骤", True, {"做什么": "量尺寸"}),
    ("task", "找谁", True, {"单位": "某科"}),
    (
        "task",
        "期限",
        True,
        {"事情": "缴款", "多少": "15", "单位": "日", "从哪天算": "收到", "依据": "某法"},
    ),
    ("guide", "办理材料", True, {"名称": "身份证"}),
    (
        "consultation",
        "征集结果",
        False,
        {"日期": "2026-04-02", "收到意见": "3", "采纳意见": "1", "说明": "文"},
    ),
    ("slogan", "标语", True, {"语种": "中文", "语言代码": "zh-CN", "文字": "爱护街道"}),
]


@pytest.mark.parametrize(("kind", "label", "listed", "parts"), PARTS)
def test_every_required_part_of_a_field_is_missed(kind, label, listed, parts):
    def found(written):
        start = "\n  - " if listed else "\n    "
        text = start + "\n    ".join(f"{name}: {value}" for name, value in written.items())
        return said(kind, **{label: text})

    assert found(parts)[1] == []
    for missing in parts:
        # With a key that no part has, so that there is something to write.
        record, findings = found({name: parts[name] for name in parts if name != missing} | ODD)
        assert record is None
        whose = f"{label} 第 1 项" if listed else label
        required = [message for _, rule, message in findings if rule == "field-required"]
        assert required == [f"{whose}：缺少“{missing}”"]


ODD = {"没有的": "甲"}


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_label_and_no_two_share_a_name(kind):
    seen = {}
    for name, info in KINDS[kind].model_fields.items():
        assert info.title, name
        for spelling in (info.title, *info.json_schema_extra["also"]):
            assert seen.setdefault(spelling, name) == name, spelling


def only(kind, rule, **fields):
    record, findings = said(kind, **fields)
    assert record is None
    assert [found for found in findings if found[0] == "error"] == [findings[0]]
    assert findings[0][1] == rule
    return findings[0][2]


class TestPolicy:
    def test_made_after_it_was_published(self):
        assert "发布日期早于成文日期" in only("policy", "date-order", 成文日期="2026-04-01")

    def test_repealed_without_a_successor(self):
        message = only("policy", "successor", 有效性="废止", 废止日期="2026-02-20")
        assert message == "替代文件：已废止的文件要写明由哪份文件替代"

    def test_repealed_and_succeeded(self):
        fields = {"有效性": "废止", "废止日期": "2026-02-20", "替代文件": "zhengce/b"}
        assert said("policy", **fields)[1] == []

    def test_repealed_on_no_day(self):
        only("policy", "field-required", 有效性="废止", 替代文件="zhengce/b")

    def test_square_brackets_in_the_number(self):
        assert "六角括号" in only("policy", "value", 文号="某综执[2026]1号")


class TestStatute:
    def test_in_force_before_it_was_published(self):
        only("statute", "date-order", 施行日期="2024-12-01")

    def test_repealed_needs_a_reason_or_a_successor(self):
        only("statute", "successor", 时效性="已废止", 废止日期="2026-01-01")
        fields = {"时效性": "已废止", "废止日期": "2026-01-01", "废止说明": "某决定"}
        assert said("statute", **fields)[1] == []


class TestClauses:
    @pytest.mark.parametrize("form", ["**{}** 灯。", "## {} 灯。", "　　{}　灯。", "### {} 【灯】"])
    def test_clauses_pasted_from_another_collection_are_read(self, form):
        usual, _ = VALID["statute"]
        body = "\n\n".join(form.format(number) for number in ("第一条", "第 二 条", "第３条"))
        record, findings = read(text_of(body, **usual), "statute")
        assert record.extract.clauses == 3
        assert findings == []

    def test_a_statute_whose_clauses_are_not_read_is_an_error(self):
        usual, _ = VALID["statute"]
        text = text_of("● 第一条　甲。\n\n● 第二条　乙。", **usual)
        _, findings = read(text, "statute")
        line = text.split("\n").index("● 第一条　甲。") + 1
        assert [found[:4] for found in findings] == [(line, 3, "error", "clause-unread")]

    def test_a_gap_in_the_numbers_is_found_where_it_is(self):
        usual, _ = VALID["statute"]
        text = text_of("第一条　甲。\n\n第三条　乙。", **usual)
        record, findings = read(text, "statute")
        assert record is not None
        line = text.split("\n").index("第三条　乙。") + 1
        ((found_line, _, severity, rule, message),) = findings
        assert (severity, rule) == ("warning", "clause-gap")
        assert "第二条" in message
        assert found_line in {line, line - 2}


class TestInterpretation:
    def test_one_in_the_form_of_figures_needs_a_figure(self):
        message = "图解要有图，图里的字写在正文里"
        assert only("interpretation", "figure", 解读形式="图解") == message

    @pytest.mark.parametrize("body", ["图：流程\n\n1. 甲\n2. 乙", "![甲乙](/images/emblem.svg)"])
    def test_a_figure_or_a_picture_in_its_text_will_do(self, body):
        usual, _ = VALID["interpretation"]
        record, findings = read(text_of(body, **{**usual, "解读形式": "图解"}), "interpretation")
        assert record is not None
        assert findings == []


class TestCase:
    def test_a_section_that_is_missing(self):
        body = CASE_BODY.replace("## 案例启示", "## 启示")
        assert only("case", "section", body=body) == "缺少“案例启示”一节"


class TestPenalty:
    @pytest.mark.parametrize("name", ["李明", "李明明", "欧阳小明"])
    def test_a_private_name_is_masked(self, name):
        assert "没有隐去名字" in only("penalty", "masked-name", 行政相对人名称=name)

    def test_a_shop_without_a_name_is_called_as_its_owner(self):
        shop = {"行政相对人类别": "个体工商户"}
        assert only("penalty", "masked-name", 行政相对人名称="李明明", **shop) == (
            "行政相对人名称“李明明”没有隐去名字"
        )
        for name in ("李某", "李记餐饮店", "汀东区明记小吃店"):
            assert said("penalty", 行政相对人名称=name, **shop)[1] == []

    @pytest.mark.parametrize("name", ["李某", "李某某", "李**", "欧阳某"])
    def test_a_masked_name_passes(self, name):
        assert said("penalty", 行政相对人名称=name)[1] == []

    @pytest.mark.parametrize(
        ("slug", "number", "better"),
        [
            ("limou-zhandao-jingying", "云综执罚决字〔2026〕118号", "chufa-2026-118"),
            ("hengyue", "云综执罚决字[2026]第008号", "chufa-2026-8"),
            ("chufa-2026-118", "云综执罚决字〔2026〕118号", ""),
            ("2026-118", "云综执罚决字〔2026〕118号", ""),
            ("yzf-2026-118", "云综执罚决字〔2026〕118号", ""),
            ("limou", "无文号", ""),
        ],
    )
    def test_an_address_tells_the_number_and_nothing_else(self, slug, number, better):
        usual, body = VALID["penalty"]
        fields = {**usual, "网址名": slug, "行政处罚决定书文号": number}
        message = f"网址“{slug}”里有当事人或案情，公示期满后也改不了"
        found = [(f.message, f.hint) for f in findings_of(text_of(body, **fields), "penalty")]
        assert found == ([(message, f"写明 网址名: {better}")] if better else [])

    def test_a_fine_needs_its_amount(self):
        only("penalty", "fine", 罚款金额=None)

    def test_an_amount_needs_its_fine(self):
        only("penalty", "fine", 处罚类别="警告")

    def test_a_withdrawn_one_has_a_reason(self):
        assert only("penalty", "field-required", 撤回="\n  日期: 2026-03-01") == "撤回：缺少“理由”"
        assert only("penalty", "field-required", 撤回="\n  理由: 错误") == "撤回：缺少“日期”"

    def test_withdrawn_before_it_was_decided(self):
        only("penalty", "withdrawal", 撤回="\n  日期: 2026-01-01\n  理由: 决定被撤销")


class TestConsultation:
    def test_less_than_thirty_days_needs_a_reason(self):
        message = only("consultation", "consultation-period", 截止日期="2026-03-30")
        assert "只有 29 日" in message
        fields = {"截止日期": "2026-03-30", "期限说明": "汛期将至"}
        assert said("consultation", **fields)[1] == []

    def test_more_adopted_than_received(self):
        outcome = "\n  日期: 2026-04-02\n  收到意见: 3\n  采纳意见: 4\n  说明: 文"
        only("consultation", "consultation-outcome", 征集结果=outcome)
        part = outcome.replace("  收到意见: 3\n", "")
        message = only("consultation", "field-required", 征集结果=part)
        assert message == "征集结果：缺少“收到意见”"


class TestReply:
    def test_answered_before_asked(self):
        only("reply", "date-order", 答复日期="2026-01-01")


class TestEvent:
    def test_ends_before_it_starts(self):
        only("event", "date-order", 结束时间="2026-03-05 08:00")

    def test_takes_no_time(self):
        only("event", "event-duration", 结束时间="2026-03-05 09:00")

    def test_limited_places_need_a_way_to_sign_up(self):
        only("event", "field-required", 人数上限="30")


class TestStory:
    def test_an_entry_without_a_time(self):
        message = only("story", "story-entry", body="## 开始\n\n文。")
        assert message == "进展“开始”没有写明时间"

    def test_entries_newest_first(self):
        body = "引言。\n\n## 2026-03-01 09:30 一\n\n甲。\n\n## 2026-03-02 08:00 二\n\n乙。\n"
        record, findings = said("story", body=body)
        assert findings == []
        assert [(entry.title, entry.html) for entry in record.entries] == [
            ("二", "<p>乙。</p>"),
            ("一", "<p>甲。</p>"),
        ]
        assert f"{record.changed:%Y-%m-%d %H:%M}" == "2026-03-02 08:00"


class TestResearch:
    def test_an_article_is_signed_and_has_an_abstract(self):
        assert "作者" in only("research", "field-required", 作者=None)
        assert "摘要" in only("research", "field-required", 摘要=None)


def test_rules_are_asked_when_another_field_is_wrong():
    _, findings = said("event", 结束时间="2026-03-05 08:00", 人数上限="很多")
    assert [rule for _, rule, _ in findings] == ["value", "date-order"]


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("penalty", {"公示截止期": "2026-03-01"}),
        ("policy", {"有效性": "尚未施行", "施行日期": "2026-03-01"}),
    ],
)
def test_what_its_days_have_changed_can_be_stored_as_it_was_written(kind, fields):
    record, _ = said(kind, **fields)
    assert "Warning" not in record.data.model_dump_json(exclude_unset=True)
    stored = KINDS[kind].model_validate_json(record.data.model_dump_json(exclude_unset=True))
    assert stored == record.data
