"""Policies and statutes: in force, not yet, amended, expired, repealed, unverified, superseded."""

import pytest

from tests.states.moment_site import PUBLISHER, One, article, replaced, sample, seen

AT = "2026-03-10 09:00"
BLOCK = [
    ("索引号", "11339900MB0000123G/2026-00001"),
    ("主题分类", "城乡建设\\城市管理"),
    ("发文机关", "云汀市综合行政执法局"),
    ("成文日期", "2026年2月1日"),
    ("标题", "本稿"),
    ("文号", "云综执〔2026〕1号"),
    ("发布日期", "2026-03-01 09:00"),
    ("有效性", "有效"),
]
FACTS = ["文号", "云综执〔2026〕1号", "成文日期", "2026年2月1日", "2026-03-01"]


def policy(validity, tone, banner, words, *block, **more):
    return {
        "places": "page list home feed search map",
        "badges": [(validity, tone)],
        "banner": banner,
        "item": ["本稿", validity, *FACTS],
        "home": ["本稿", validity, "2026-03-01"],
        "summary": "正文。",
        "block": [*replaced(BLOCK, 有效性=validity), *block],
        "relations": [],
        "jsonld": article("policy/2026/ben.html", "正文。"),
        # 有效性 is the label of a field.
        "words": [*words[: "过期" in words], "有效", *words["过期" in words :]],
        **more,
    }


REPEALED = {"有效性": "废止", "废止日期": "2026-03-05"}
ON_FIFTH = ("废止日期", "2026年3月5日")
OTHERS = {"policy/xin": sample("policy", 标题="新办法", 索引号="11339900MB0000123G/2026-00002")}
NEWER = [("替代文件", ["新办法"])]
POLICY_STATES = {
    "in force": ({}, policy("有效", "good", [], [])),
    "in force, with all facts": (
        {
            "施行日期": "2026-03-01",
            "有效期至": "2026-03-10",
            "体裁分类": "办法",
            "公开方式": "主动公开",
            "规范性文件": "是",
            "关键词": "[街面, 摊点]",
        },
        policy(
            "有效", "good", [], [],
            ("关键词", "街面、摊点"),
            ("体裁分类", "办法"),
            ("施行日期", "2026年3月1日"),
            ("有效期至", "2026年3月10日"),
            ("公开方式", "主动公开"),
        ),
    ),
    "in force since the day came": (
        {"有效性": "尚未施行", "施行日期": "2026-03-10"},
        # In the finding that the preview shows.
        policy("有效", "good", [], ["尚未施行"], ("施行日期", "2026年3月10日")),
    ),
    "not yet in force, whatever is written": (
        {"有效性": "有效", "施行日期": "2026-03-11"},
        policy(
            "尚未施行", "plain",
            [("warn", "本文件自2026年3月11日起施行，目前尚未施行。")],
            ["尚未施行"],
            ("施行日期", "2026年3月11日"),
        ),
    ),
    "lapsed by its day": (
        {"失效日期": "2026-03-09"},
        policy(
            "失效", "stop",
            [("stop", "本文件有效期至2026年3月9日，已失效，不再作为办事和执法的依据。")],
            ["失效"],
            ("有效期至", "2026年3月9日"),
        ),
    ),
    "repealed by its day": (
        {"废止日期": "2026-03-10", "无替代说明": "任务已经完成。"},
        policy(
            "废止", "stop",
            [("stop", "本文件已于2026年3月10日废止。任务已经完成。")],
            ["废止"],
            ("废止日期", "2026年3月10日"),
        ),
    ),
    "to be repealed, whatever is written": (
        {"有效性": "废止", "废止日期": "2026-03-11", "替代文件": "policy/xin"},
        policy(
            "有效", "good",
            [
                (
                    "warn",
                    "本文件将于2026年3月11日废止，现在仍然有效。 替代文件：新办法",
                    "/policy/2026/xin.html",
                )
            ],
            ["废止", "替代文件"],
            ("废止日期", "2026年3月11日"),
            relations=NEWER,
        ),
    ),
    "no longer valid": (
        {"有效性": "失效"},
        policy(
            "失效", "stop", [("stop", "本文件已失效，不再作为办事和执法的依据。")], ["失效"]
        ),
    ),
    "amended": (
        {"有效性": "已修改"},
        policy(
            "已修改", "warn",
            [("warn", "本文件已经修改，请以修改后的文本为准。")],
            ["已修改", "已经修改"],
        ),
    ),
    "amended by another": (
        {"有效性": "已修改", "替代文件": "policy/xin"},
        policy(
            "已修改", "warn",
            [
                (
                    "warn",
                    "本文件已经修改，请以修改后的文本为准。 替代文件：新办法",
                    "/policy/2026/xin.html",
                )
            ],
            ["已修改", "已经修改", "替代文件"],
            relations=NEWER,
        ),
    ),
    "not yet in force": (
        {"有效性": "尚未施行", "施行日期": "2026-04-01"},
        policy(
            "尚未施行", "plain",
            [("warn", "本文件自2026年4月1日起施行，目前尚未施行。")],
            ["尚未施行"],
            ("施行日期", "2026年4月1日"),
        ),
    ),
    "not yet in force, the day unknown": (
        {"有效性": "尚未施行"},
        policy("尚未施行", "plain", [], ["尚未施行"]),
    ),
    "repealed without a successor": (
        {**REPEALED, "无替代说明": "任务已经完成。"},
        policy(
            "废止", "stop",
            [("stop", "本文件已于2026年3月5日废止。任务已经完成。")],
            ["废止"],
            ON_FIFTH,
        ),
    ),
    "repealed and superseded": (
        {**REPEALED, "替代文件": "policy/xin"},
        policy(
            "废止", "stop",
            [
                (
                    "stop",
                    "本文件已于2026年3月5日废止。 替代文件：新办法",
                    "/policy/2026/xin.html",
                )
            ],
            ["废止", "替代文件"],
            ON_FIFTH,
            relations=NEWER,
        ),
    ),
    "repealed and superseded by a statute": (
        {**REPEALED, "替代文件": "statute/fa"},
        policy(
            "废止", "stop",
            [("stop", "本文件已于2026年3月5日废止。 替代法规：新条例", "/statute/fa.html")],
            ["废止", "替代文件", "替代法规"],
            ON_FIFTH,
            relations=[("替代文件", ["新条例"])],
        ),
    ),
    "repealed and expired": (
        {**REPEALED, "无替代说明": "任务已经完成。", "下线日期": "2026-03-09"},
        policy(
            "废止", "stop",
            [
                ("stop", "本稿件已于2026年3月9日过期，仅供查阅。"),
                ("stop", "本文件已于2026年3月5日废止。任务已经完成。"),
            ],
            ["过期", "废止"],
            ON_FIFTH,
            places="page search map", item=[], home=[],
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("fields", "expected"), POLICY_STATES.values(), ids=POLICY_STATES)
def test_state_of_a_policy(fields, expected):
    others = (
        {**OTHERS, "statute/fa": sample("statute", 标题="新条例")} if ("替代文件" in fields) else {}
    )
    found = seen(One("policy", AT, fields, others))
    if others:
        # The other policy is in force, and the other statute too.
        found["words"] = [word for word in found["words"] if word != "现行有效"]
    assert found == expected


def test_both_sides_of_a_repeal():
    fields = {**REPEALED, "替代文件": "policy/xin"}
    one = One("policy", AT, fields, OTHERS)
    assert one.relations("policy/xin") == [("被本文件替代的文件", ["本稿"])]
    assert one.banner("policy/xin") == []


LAW_BLOCK = [
    ("效力级别", "地方性法规"),
    ("制定机关", "云汀市人民代表大会常务委员会"),
    ("公布日期", "2025年1月1日"),
    ("施行日期", "2025年3月1日"),
    ("时效性", "现行有效"),
]
MAKER = "云汀市人民代表大会常务委员会"
BASIC = "本站只收录这部法规的基本信息，条文以官方文本为准。"


def statute(validity, tone, banner, words, *block, summary="", law=None, **more):
    summary = summary or f"{MAKER}公布，2025年3月1日起施行，{validity}。"
    force = "InForce" if validity == "现行有效" else "NotInForce"
    law = {"legislationLegalForce": force, **(law or {})}
    return {
        "places": "page list home feed search data map",
        "badges": [(validity, tone)],
        "banner": banner,
        "item": [
            "本稿", validity, "效力级别", "地方性法规", "制定机关", MAKER,
            "施行日期", "2025年3月1日", "2026-03-01",
        ],
        "home": ["本稿", validity, "2026-03-01"],
        "summary": summary,
        "block": [*replaced(LAW_BLOCK, 时效性=validity), *block],
        "relations": [],
        "jsonld": {
            name: value
            for name, value in {**LEGISLATION, "description": summary, **law}.items()
            if value
        },
        "words": words,
        "links": [BASIC],
        **more,
    }  # fmt: skip


LEGISLATION = {
    "@context": "https://schema.org",
    "@type": "Legislation",
    "name": "本稿",
    "url": "https://zhzf.yunting.gov.cn/statute/ben.html",
    "mainEntityOfPage": "https://zhzf.yunting.gov.cn/statute/ben.html",
    "legislationType": "地方性法规",
    "legislationPassedBy": {"@type": "Organization", "name": MAKER},
    "legislationDate": "2025-01-01",
    "datePublished": "2025-01-01",
    "legislationDateVersion": "2025-03-01",
    "inLanguage": "zh-CN",
    "publisher": PUBLISHER,
}
GONE = {"时效性": "已废止", "废止日期": "2026-03-05", "废止说明": "由新条例废止。"}
GONE_BLOCK = [ON_FIFTH, ("废止说明", "由新条例废止。")]
STATUTE_STATES = {
    "in force": ({}, None, statute("现行有效", "good", [], ["有效", "现行有效"])),
    "amended": (
        {"时效性": "已修改"},
        None,
        statute(
            "已修改", "warn",
            [("warn", "本法规已经修改，请以修改后的文本为准。")],
            ["已修改", "已经修改"],
        ),
    ),
    "not yet in force": (
        {"时效性": "尚未生效", "施行日期": "2026-04-01"},
        None,
        statute(
            "尚未生效", "plain",
            [("warn", "本法规自2026年4月1日起施行，目前尚未施行。")],
            ["尚未施行", "尚未生效"],
            summary=f"{MAKER}公布，2026年4月1日起施行，尚未生效。",
            law={"legislationDateVersion": "2026-04-01"},
            item=[
                "本稿", "尚未生效", "效力级别", "地方性法规", "制定机关", MAKER,
                "施行日期", "2026年4月1日", "2026-03-01",
            ],
            block=replaced(LAW_BLOCK, 施行日期="2026年4月1日", 时效性="尚未生效"),
        ),
    ),
    "repealed": (
        GONE,
        None,
        statute(
            "已废止", "stop",
            [("stop", "本法规已于2026年3月5日废止。由新条例废止。")],
            ["废止", "已废止"],
            *GONE_BLOCK,
            law={"expires": "2026-03-05"},
        ),
    ),
    "repealed, nobody knows when": (
        {**GONE, "废止日期": None, "待核说明": "废止日期没有查到。"},
        None,
        statute(
            "已废止", "stop",
            [
                ("stop", "本法规已经废止。由新条例废止。"),
                ("warn", "待核：废止日期没有查到。"),
            ],
            ["废止", "已废止", "待核"],
            GONE_BLOCK[1],
        ),
    ),
    "in force, its dates unverified": (
        {"施行日期": None, "公布日期": None, "待核说明": "两个日期"},
        None,
        statute(
            "现行有效", "good",
            [("warn", "待核：两个日期。")],
            ["有效", "现行有效", "待核"],
            summary=f"{MAKER}公布，现行有效。",
            law=dict.fromkeys(["legislationDate", "datePublished", "legislationDateVersion"]),
            item=["本稿", "现行有效", "效力级别", "地方性法规", "制定机关", MAKER, "2026-03-01"],
            block=[LAW_BLOCK[0], LAW_BLOCK[1], LAW_BLOCK[4]],
        ),
    ),
    "with its text and all facts": (
        {
            "简称": "街面条例",
            "公布文号": "第1号",
            "通过日期": "2024-12-01",
            "修改日期": "[2025-06-01, 2025-09-01]",
            "本版施行日期": "2025-09-01",
            "官方原文": "https://www.yunting.gov.cn/1",
        },
        "第一条　甲。\n\n第二条　乙。",
        statute(
            "现行有效", "good", [], ["有效", "现行有效"],
            summary="第一条 甲。第二条 乙。",
            law={
                "alternateName": "街面条例",
                "legislationIdentifier": "第1号",
                "legislationDate": "2024-12-01",
                "legislationDateVersion": "2025-09-01",
                "dateModified": "2025-09-01",
                "sameAs": "https://www.yunting.gov.cn/1",
            },
            block=[
                *LAW_BLOCK[:2],
                ("公布文号", "第1号"),
                ("通过日期", "2024年12月1日"),
                *LAW_BLOCK[2:4],
                ("修改日期", "2025年6月1日、2025年9月1日"),
                LAW_BLOCK[4],
            ],
            links=["在官方网站阅读《本稿》全文下载纯文本 下载数据（JSON）"],
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "body", "expected"), STATUTE_STATES.values(), ids=STATUTE_STATES
)
def test_state_of_a_statute(fields, body, expected):
    one = One("statute", AT, fields, body=body)
    found = seen(one)
    found["links"] = [text for text in one.words("statute/ben.html", ".source-link") if text]
    assert found == expected


def test_a_repealed_statute_leads_to_its_successor_and_back():
    others = {"statute/xin": sample("statute", 标题="新条例")}
    one = One("statute", AT, {**GONE, "替代法规": "statute/xin"}, others)
    assert one.banner(one.id) == [
        (
            "stop",
            "本法规已于2026年3月5日废止。由新条例废止。 替代法规：新条例",
            "/statute/xin.html",
        )
    ]
    assert one.relations(one.id) == [("替代文件", ["新条例"])]
    assert one.relations("statute/xin") == [("被本文件替代的文件", ["本稿"])]


OLD_TEXT = {
    "statute/jiu": sample(
        "statute",
        "第一条　甲。\n\n第三条　乙。",
        标题="本稿",
        时效性="已修改",
        本版施行日期="2025-03-01",
    )
}


class TestVersions:
    TEXT = "第一条　甲。\n\n第二条　乙。"

    def site(self):
        fields = {"修改日期": "[2026-01-01]", "本版施行日期": "2026-01-01"}
        return One("statute", AT, fields, OLD_TEXT, self.TEXT)

    def test_the_timeline_of_the_text_in_force(self):
        assert self.site().words("statute/ben.html", ".versions > *") == [
            "历次版本",
            "2026年1月1日起施行现行有效，本页 "
            "2025年3月1日起施行已修改 与本页逐条对照（2025年3月1日起施行）",
            "逐条看各个文本的文字（条文沿革）",
        ]

    def test_the_timeline_of_the_old_text(self):
        assert self.site().words("statute/jiu.html", ".versions > *") == [
            "历次版本",
            "您正在看的是旧文本。现在适用的是2026年1月1日起施行的文本。",
            "条序变动的条文（1条） 第三条现为第二条",
            "2026年1月1日起施行现行有效 与本页逐条对照（2026年1月1日起施行） "
            "2025年3月1日起施行已修改，本页",
            "逐条看各个文本的文字（条文沿革）",
        ]
        assert "<title>本稿（2025年3月1日起施行的旧文本）-法律法规-" in self.site().text(
            "statute/jiu.html"
        )

    def test_the_text_in_force_has_a_plain_title(self):
        assert "<title>本稿-法律法规-" in self.site().text("statute/ben.html")

    def test_a_version_whose_day_nobody_knows(self):
        fields = {"公布日期": None, "施行日期": None, "待核说明": "两个日期"}
        others = {"statute/jiu": sample("statute", self.TEXT, 标题="本稿", **fields)}
        one = One("statute", AT, {}, others, self.TEXT)
        assert one.words("statute/jiu.html", ".versions__newer") == [
            "您正在看的是旧文本。现在适用的是2025年3月1日起施行的文本。"
        ]
        assert one.words("statute/ben.html", ".versions__list li > *:first-child") == [
            "2025年3月1日起施行",
            "施行日期待核",
        ]


def test_the_number_of_registration_stands_below_that_of_the_document():
    one = One("policy", AT, {"统一登记编号": "YTC02-2026-0001"})
    block = seen(one)["block"]
    at = block.index(("文号", "云综执〔2026〕1号"))
    assert block[at + 1] == ("统一登记编号", "YTC02-2026-0001")


def outdated(one):
    return [
        (str(found.severity), found.message, found.hint)
        for found in one.site.findings
        if found.rule == "outdated"
    ]


WORDS_AND_DAYS = [
    (
        "policy",
        {"有效性": "尚未施行", "施行日期": "2026-03-10"},
        "有效性：写的是“尚未施行”，但施行日期 2026-03-10 已到，网页上显示“有效”",
        "改成“有效”，或核对日期",
    ),
    (
        "policy",
        {"有效性": "有效", "施行日期": "2026-03-11"},
        "有效性：写的是“有效”，但施行日期 2026-03-11 还没有到，网页上显示“尚未施行”",
        "改成“尚未施行”，或核对日期",
    ),
    (
        "policy",
        {"有效期至": "2026-03-09"},
        "有效性：写的是“有效”，但有效期至 2026-03-09，已过，网页上显示“失效”",
        "改成“失效”，或核对日期",
    ),
    (
        "policy",
        {"废止日期": "2026-03-10", "无替代说明": "无须替代。"},
        "有效性：写的是“有效”，但废止日期 2026-03-10 已到，网页上显示“废止”",
        "改成“废止”，或核对日期",
    ),
    (
        "policy",
        {"有效性": "废止", "废止日期": "2026-03-11", "无替代说明": "无须替代。"},
        "有效性：写的是“废止”，但废止日期 2026-03-11 还没有到，网页上显示“有效”",
        "改成“有效”，或核对日期",
    ),
    # Declared to lapse before its day: the page goes on saying so.
    (
        "policy",
        {"有效性": "失效", "有效期至": "2026-03-10"},
        "有效性：写的是“失效”，但有效期至 2026-03-10，还没有到",
        "提前失效的，把“有效期至”改成失效那天；仍然有效的，改成“有效”",
    ),
    (
        "statute",
        {"时效性": "现行有效", "本版施行日期": "2026-03-11"},
        "时效性：写的是“现行有效”，但施行日期 2026-03-11 还没有到，网页上显示“尚未生效”",
        "改成“尚未生效”，或核对日期",
    ),
]


DUE = [
    ({"评估日期": "2026-03-10"}, []),
    (
        {"评估日期": "2026-03-09"},
        [("warning", "评估日期 2026-03-09 已过", "评估要不要继续实行，写下一次的日期")],
    ),
    ({"有效期至": "2026-05-10"}, []),
    (
        {"有效期至": "2026-05-09"},
        [
            (
                "info",
                "有效期至 2026-05-09，快要到了",
                "评估后发布新的文件或延长有效期的通知；不再延长的，不用改",
            )
        ],
    ),
    ({"有效期至": "2026-05-09", "有效性": "已修改"}, []),
]


@pytest.mark.parametrize(("fields", "expected"), DUE)
def test_what_an_office_must_do_soon(fields, expected):
    assert outdated(One("policy", AT, fields)) == expected


@pytest.mark.parametrize(("kind", "fields", "message", "hint"), WORDS_AND_DAYS)
def test_a_word_that_its_days_have_overtaken_is_found(kind, fields, message, hint):
    assert outdated(One(kind, AT, fields)) == [("warning", message, hint)]


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("policy", {"施行日期": "2026-03-10", "有效期至": "2026-03-10", "废止日期": "2026-03-11",
                    "无替代说明": "无须替代。"}),
        ("policy", {"有效性": "失效"}),
        ("policy", {"有效性": "尚未施行"}),
        ("statute", {"时效性": "已修改", "本版施行日期": "2026-03-11"}),
        ("statute", {"时效性": "尚未生效", "公布日期": None, "施行日期": None, "待核说明": "两天"}),
    ],
)  # fmt: skip
def test_a_word_that_agrees_with_its_days(kind, fields):
    assert outdated(One(kind, AT, fields)) == []


def test_what_was_declared_to_lapse_early_is_shown_as_lapsed():
    one = One("policy", AT, {"有效性": "失效", "有效期至": "2027-03-10"})
    assert one.badges(one.id) == [("失效", "stop")]


CITED_BADGES = [
    ({}, "现行有效", "good"),
    (GONE, "已废止", "stop"),
    ({"时效性": "已修改"}, "已修改", "warn"),
    ({"时效性": "尚未生效", "施行日期": "2026-03-11"}, "尚未生效", "warn"),
    ({"时效性": "尚未生效"}, "现行有效", "good"),
]


@pytest.mark.parametrize(("fields", "validity", "tone"), CITED_BADGES)
def test_the_state_of_a_cited_statute(fields, validity, tone):
    others = {"news/a": sample("news", "依据《本稿》处理。")}
    one = One("statute", AT, fields, others)
    (badge,) = one.select("news/2026/a.html", ".cited .badge")
    assert (badge.get_text(), badge["data-tone"]) == (validity, tone)


def test_who_cites_a_statute_and_how_often_it_was_applied():
    others = {
        "case/a": sample("case", 标题="一案", 引用法规="《本稿》第二条", 处罚决定日期="2025-12-01"),
        "case/b": sample("case", 标题="二案", 引用法规="《本稿》第二条"),
        "news/c": sample("news", "依据《本稿》处理。", 标题="动态"),
    }
    one = One("statute", AT, {}, others, "第一条　甲。\n\n第二条　乙。")
    page = "statute/ben.html"
    assert one.words(page, "[data-element=citing] summary") == ["本站引用这一条的稿件（2篇）"]
    assert one.words(page, "[data-element=citing] .citing__column") == ["典型案例"]
    assert one.words(page, "#citing") == ["本站引用"]
    assert one.words(page, ".applied figcaption") == [
        "案例、处罚、文件和答复中适用本法规的次数，2025年、2026年最多，各1次"
    ]
    assert one.words(page, ".applied tr") == ["年份 次数", "2025年 1", "2026年 1"]
    assert one.words(page, "[data-element=cited-by] h3") == ["工作动态", "典型案例"]
