"""A citation and the text of its day: what the link, the list at the foot and an editor say."""

import pytest

from tests.states.moment_site import MomentSite, sample

AT = "2026-03-10 09:00"
OLD = (
    "第一条　为了街面整洁，制定本办法。\n\n第二条　夜间不得施工，抢修的除外。\n\n第三条　摊位编号。"
)
NEW = (
    "第一条　为了街面整洁，制定本办法。\n\n"
    "第二条　设摊要登记。\n\n第三条　夜间不得施工，抢修的除外。"
)
CITES = "依据《街面办法》第二条处理，《街面办法》第二条写得很清楚，《街面办法》第三条也适用。"
NAME = {"标题": "街面办法"}
AMENDED = {**NAME, "修改日期": "[2026-01-01]", "本版施行日期": "2026-02-01"}
PAGE = "case/2026/a.html"
NOT_HELD = "（该日施行的文本本站未收录）"


def site(versions, day="2026-01-15", text=CITES, kind="case"):
    dated = {"处罚决定日期": day} if kind == "case" else {}
    texts = {f"statute/{slug}": text for slug, text in versions.items()}
    return MomentSite(AT, {**texts, f"{kind}/a": sample(kind, text, **dated, **CITED[kind])})


CITED = {"case": {"引用法规": "《街面办法》第一条"}, "research": {}}
BOTH = {
    "jiu": sample("statute", OLD, 时效性="已修改", **NAME),
    "xin": sample("statute", NEW, **AMENDED),
}


def notes(one, page=PAGE):
    return [
        (note.get_text(), note.a and note.a["href"])
        for note in one.select(page, "[data-element=citation-note]")
    ]


def said(one, rule="text-of-day"):
    return [(severity, message, hint) for severity, found, _, message, hint in one.findings
            if found == rule]  # fmt: skip


class TestOldText:
    """Cited on a day on which it was in force, and amended since."""

    def test_the_old_text_is_linked_with_the_numbers_of_today(self):
        one = site(BOTH)
        links = [link["href"] for link in one.select(PAGE, "a.citation")]
        assert links == ["/statute/jiu.html#c2", "/statute/jiu.html#c2", "/statute/jiu.html#c3"]
        assert notes(one) == [
            ("（现为第三条）", "/statute/xin.html#c3"),
            ("（现行文本中没有找到对应的条文）", "/statute/xin.html"),
        ]
        assert said(one) == []

    def test_the_list_at_the_foot_says_so_too(self):
        one = site(BOTH)
        assert one.words(PAGE, ".cited__note") == ["现为第三条", "现行文本中没有找到对应的条文"]

    def test_a_clause_that_kept_its_number_needs_no_note(self):
        one = site(BOTH, text="依据《街面办法》第一条。")
        assert notes(one) == []

    def test_of_a_range_only_the_end_is_one_clause(self):
        one = site(BOTH, text="依据《街面办法》第二条至第三条。")
        assert notes(one) == [("（现行文本中没有找到对应的条文）", "/statute/xin.html")]

    def test_from_the_day_of_force_the_new_text_is_cited(self):
        one = site(BOTH, "2026-02-01")
        assert one.select(PAGE, "a.citation")[0]["href"] == "/statute/xin.html#c2"
        assert notes(one) == []

    def test_a_text_that_is_to_come_is_not_that_of_today(self):
        coming = {**AMENDED, "本版施行日期": "2026-03-11", "时效性": "尚未生效"}
        versions = {**BOTH, "xin": sample("statute", NEW, **coming)}
        versions["jiu"] = sample("statute", OLD, **NAME)
        one = site(versions)
        assert notes(one) == []
        assert one.words("statute/jiu.html", ".versions__newer") == []
        assert "<title>街面办法-法律法规-" in one.text("statute/jiu.html")
        assert "<title>街面办法（2026年3月11日起施行的文本）-" in one.text("statute/xin.html")


class TestNotHeld:
    def test_the_link_the_list_and_the_editor_say_so(self):
        one = site({"xin": BOTH["xin"]})
        assert notes(one) == [(NOT_HELD, None)]
        assert one.words(PAGE, ".cited__note") == ["该日施行的文本本站未收录，下面是相近的文本。"]
        assert one.select(PAGE, "a.citation")[0]["href"] == "/statute/xin.html#c2"
        assert said(one) == [
            (
                "warning",
                "本站没有收录《街面办法》在 2026-01-15 施行的文本，链接指到相近的文本",
                "补录当时的文本；适用别的日期的文本的，填写“适用法规日期”",
            )
        ]

    def test_a_statute_as_a_whole_has_a_page_for_all_its_texts(self):
        one = site({"xin": BOTH["xin"]}, text="依据《街面办法》处理。")
        assert notes(one) == []

    def test_facts_without_a_text_have_no_words_to_doubt(self):
        one = site({"xin": sample("statute", "", **AMENDED)})
        assert (notes(one), said(one)) == ([], [])

    def test_a_study_is_told_as_a_hint(self):
        study = sample("research", "依据《街面办法》第二条。", 发布日期="2026-01-15 09:00")
        one = MomentSite(AT, {"statute/xin": BOTH["xin"], "research/a": study})
        ((severity, _, hint),) = said(one)
        assert (severity, hint) == ("info", "补录当时的文本")


def test_a_text_whose_day_of_force_is_not_stated():
    unstated = {**AMENDED, "本版施行日期": None}
    one = site({**BOTH, "xin": sample("statute", NEW, **unstated)}, text="依据《街面办法》第二条。")
    assert notes(one) == [("（所引文本的施行日期待核）", None)]
    assert one.words("statute/xin.html", "[data-element=statute-state]") == [
        "现行有效 2026年1月1日修改（施行日期待核）"
    ]
    assert said(one)[-1] == (
        "warning",
        "《街面办法》在 2026-01-01 修改，没有写明从哪天起施行，"
        "本稿件的日期是 2026-01-15，链接可能指到还没有施行的条文",
        "在这部法规的稿件里填写“本版施行日期”",
    )


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "现行有效 2025年3月1日起施行"),
        ({"时效性": "尚未生效", "施行日期": "2026-04-01"}, "尚未生效 2026年4月1日起施行"),
        ({"施行日期": None, "公布日期": None, "待核说明": "两天"}, "现行有效 施行日期待核"),
    ],
)
def test_the_first_line_of_a_statute(fields, words):
    one = MomentSite(AT, {"statute/a": sample("statute", OLD, **{**NAME, **fields})})
    assert one.words("statute/a.html", "[data-element=statute-state]") == [words]


class TestNotInTheLibrary:
    """What a required field cites is on the page, whatever the library has."""

    WRITTEN = ("《海岛条例》第二条", "《街面办法》第一条", "《滩涂办法》")

    def site(self, **fields):
        written = f"[{', '.join(self.WRITTEN)}]"
        case = sample("case", "正文。", 引用法规=written, **fields)
        return MomentSite(AT, {"statute/jiu": BOTH["jiu"], "case/a": case})

    def test_it_stands_as_written_below_what_is_there(self):
        one = self.site()
        assert one.words(PAGE, ".cited > li > p:first-child") == [
            "街面办法已修改",
            "《海岛条例》第二条（本站没有收录）",
            "《滩涂办法》（本站没有收录）",
        ]

    def test_of_a_statute_whose_text_is_elsewhere_the_official_page_is_linked(self):
        def shown(official):
            law = sample("statute", "", 官方原文=official, **NAME)
            cites = sample("news", "依据《街面办法》第二条。", 标题="动态")
            one = MomentSite(AT, {"statute/a": law, "news/a": cites})
            (clause,) = one.select("news/2026/a.html", ".cited__clause")
            button = one.words("statute/a.html", ".source-link .button")
            return clause.get_text(), clause.a and clause.a["href"], button

        words = "第二条（条文见官方文本）"
        page, home = "https://www.yunting.gov.cn/fagui/1.html", "https://www.yunting.gov.cn/"
        assert shown(page) == (words, page, ["在官方网站阅读《街面办法》全文"])
        assert shown(home) == (words, None, ["到官方网站查找《街面办法》全文"])


@pytest.mark.parametrize(
    ("address", "is_home"),
    [
        ("https://www.yunting.gov.cn", True),
        ("https://www.yunting.gov.cn/", True),
        ("https://www.yunting.gov.cn/index.html", True),
        ("https://www.yunting.gov.cn/fagui/", False),
        ("https://www.yunting.gov.cn/?id=1", False),
    ],
)
def test_the_home_page_of_a_database_is_not_the_page_of_a_statute(address, is_home):
    one = MomentSite(AT, {"statute/a": sample("statute", "", 官方原文=address, **NAME)})
    told = ("info", "“官方原文”是一个网站的首页，读的人要自己再找这部法规",
            "打开这部法规的网页，复制它的网址")  # fmt: skip
    assert said(one, "official-page") == ([told] if is_home else [])
