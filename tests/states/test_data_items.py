"""What citizens read of the items of data files: matters in plain words, and whom to ask."""

from tests.states.moment_site import MomentSite, sample

AT = "2026-03-10 09:00"
ELEMENTS = {
    name: {"text": text}
    for name, text in {
        "duties": "巡查一组", "procedure": "先劝导", "basis": "街面条例第二条",
        "discretion": "20元至50元", "complaints": "拨打12345", "decisions": "七日内公示",
        "remedies": "60日内申请行政复议",
    }.items()
}  # fmt: skip
PLAIN = {
    "title": "占用道路摆摊", "slug": "baitan", "group": "街面秩序", "plain_title": "在路边摆摊",
    "forbidden": ["没有划出来的地方不能摆。"], "cost": ["先劝，再罚20元。", "进疏导点的不罚。"],
    "typical": "case/ben", "typical_words": "劝了两次，罚了20元。",
    "avoid": ["问街道，或者打0599-0001005。"], "challenge": "60日内复议。\n\n免费咨询打12348。",
    "see": ["guide/ben"], **ELEMENTS,
}  # fmt: skip
BARE = {"title": "取水", "group": "水务", **ELEMENTS}
TOPICS = [
    {"title": "井盖没了", "group": "路面", "who": "养护单位",
     "phones": ["12345", "0599-0001007转8"],
     "limit": "30分钟内到场", "ready": ["路名", "灯杆编号"], "note": "不要自己搬，缺盖的打110。",
     "also": ["窨井"], "links": ["/matter/baitan.html"]},
    {"title": "着火", "group": "危险", "who": "消防", "phones": ["119"], "urgent": True},
]  # fmt: skip
TEXTS = {"case/ben": sample("case"), "guide/ben": sample("guide")}


class TestAMatterInPlainWords:
    site = MomentSite(AT, TEXTS, {"matter": [PLAIN, BARE]})
    page = "matter/baitan.html"

    def section(self, name):
        return self.site.words(self.page, f"section[aria-labelledby={name}]")

    def test_its_title_and_what_the_office_calls_it(self):
        assert self.site.words(self.page, "h1") == ["在路边摆摊"]
        assert self.site.words(self.page, ".page-head__words") == [
            "事项名称：占用道路摆摊。领域：街面秩序。"
        ]
        assert "<title>在路边摆摊-执法事项-云汀市" in self.site.text(self.page)

    def test_every_section(self):
        assert self.section("forbidden") == ["什么不能做 没有划出来的地方不能摆。"]
        assert self.section("cost") == ["会怎样处罚 先劝，再罚20元。 进疏导点的不罚。"]
        assert self.section("typical") == ["一个例子 劝了两次，罚了20元。 本稿"]
        assert self.section("avoid") == ["怎样避免 问街道，或者打0599-0001005。"]
        assert self.section("challenge") == ["收到决定不服 60日内复议。 免费咨询打12348。"]
        assert self.section("see") == ["接着看 本稿"]

    def test_the_seven_elements(self):
        rows = self.site.select(self.page, "[data-element=elements] .official__row")
        assert [tuple(row.stripped_strings) for row in rows] == [
            ("机构职能与权责", "巡查一组"), ("执法程序", "先劝导"), ("执法依据", "街面条例第二条"),
            ("裁量基准", "20元至50元"), ("咨询投诉", "拨打", "12345"),
            ("处罚决定", "七日内公示"), ("救济渠道", "60日内申请行政复议"),
        ]  # fmt: skip

    def test_every_number_is_dialled(self):
        dialled = [link["href"] for link in self.site.select(self.page, 'a[href^="tel:"]')]
        assert dialled == ["tel:0599-0001005", "tel:12348", "tel:12345"]

    def test_the_case_leads_to_the_matter(self):
        (back,) = self.site.select("case/2026/ben.html", "[data-element=matters] a")
        assert (back.get_text(), back["href"]) == ("在路边摆摊", "/matter/baitan.html")
        heading = self.site.words("case/2026/ben.html", "[data-element=matters] h2")
        assert heading == ["执法事项"]

    def test_the_list_leads_to_pages_and_to_the_matrix_where_there_is_none(self):
        page = "matter/index.html"
        links = self.site.select(page, ".matters__list a")
        assert [(link.get_text(), link["href"]) for link in links] == [
            ("在路边摆摊", "/matter/baitan.html"), ("取水", "#qu-shui"),
        ]  # fmt: skip
        assert self.site.words(page, ".matters__name") == ["街面秩序", "水务"]
        assert self.site.words(page, "summary") == ["街面秩序（1项）", "水务（1项）"]
        assert self.site.words(page, "#matrix") == ["七项公开要素"]
        assert self.site.words(page, ".section-head__note") == [
            "每个事项的职能、程序、依据、基准、咨询、决定和救济"
        ]
        assert self.site.words(page, ".finder__label") == ["找一件事"]
        assert self.site.select(page, "#qu-shui th")[0].get_text() == "取水"

    def test_the_map_and_the_search_have_it(self):
        assert self.site.planned[self.page].changed is not None
        assert self.page in [entry["u"] for entry in self.site.json("data/search.json")]


class TestAMatterOfWhichLittleIsSaid:
    def test_its_case_is_not_there_and_its_remedies_stand_for_what_to_do(self):
        words = {"title": "取水", "slug": "qushui", "group": "水务", "typical": "case/meiyou"}
        site = MomentSite(AT, {}, {"matter": [{**words, **ELEMENTS}]})
        page = "matter/qushui.html"
        assert site.words(page, ".page-head__words") == ["领域：水务。"]
        assert site.words(page, ".element__name") == ["会怎样处罚", "收到决定不服"]
        assert site.words(page, "section[aria-labelledby=challenge] p") == ["60日内申请行政复议"]

    def test_no_matters_at_all(self):
        site = MomentSite(AT, {}, {"matter": []})
        assert site.words("matter/index.html", "[data-element=empty]") == [
            "这里将发布执法事项。现在还没有内容，可拨打12345咨询。"
        ]


class TestWhomToAsk:
    site = MomentSite(AT, {}, {"matter": [PLAIN], "whom": TOPICS})
    page = "whom/index.html"

    def test_what_is_urgent_comes_first(self):
        assert self.site.words(self.page, ".section-head__title") == ["有危险，马上打", "路面"]
        assert self.site.words(self.page, ".topic__title") == ["着火", "井盖没了"]
        assert self.site.words(self.page, ".filters a") == ["有危险，马上打", "路面"]

    def test_all_that_is_said_of_a_topic(self):
        (topic,) = self.site.select(self.page, "#jing-gai-mei-le")
        assert list(topic.stripped_strings) == [
            "井盖没了", "养护单位", "12345", "、", "0599-0001007转8", "30分钟内到场",
            "打以前先备好", "路名", "灯杆编号", "不要自己搬，缺盖的打", "110", "。", "在路边摆摊",
        ]  # fmt: skip
        assert [link["href"] for link in topic.select("a")] == [
            "tel:12345", "tel:0599-0001007;ext=8", "tel:110", "/matter/baitan.html",
        ]  # fmt: skip

    def test_a_topic_of_which_only_a_number_is_known(self):
        (topic,) = self.site.select(self.page, ".topic--urgent")
        assert list(topic.stripped_strings) == ["着火", "消防", "119"]

    def test_other_words_for_it_are_only_found(self):
        (topic,) = self.site.select(self.page, "#jing-gai-mei-le")
        assert topic["data-find"] == "窨井 路面"
        assert self.site.words(self.page, ".finder__label") == ["遇到了什么事"]

    def test_the_search_finds_the_topic(self):
        (entry,) = [e for e in self.site.json("data/search.json") if e["t"] == "井盖没了"]
        assert entry == {
            "t": "井盖没了", "c": "该找谁", "d": "", "u": "whom/index.html#jing-gai-mei-le",
            "s": "找养护单位：12345、0599-0001007转8", "k": "窨井 路面",
        }  # fmt: skip
