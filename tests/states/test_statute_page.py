"""The page of a statute with all levels of its outline, its clauses' history, and its data."""

import json

from jsonschema import Draft202012Validator

from tests.states.moment_site import MomentSite, sample

AT = "2026-03-10 09:00"
CODE = """\
## 第一编　总则

### 第一章　一般规定

第一条　甲。

第二条　乙。

### 第二章　人

#### 第一节　自然人

第三条　丙：

（一）丁；

1.戊。

## 第二编　合同

第四条　己。

## 附则

第五条　庚。
"""
NAME = {"标题": "街面办法"}
OLD = (
    "第一条　为了街面整洁，制定本办法。\n\n第二条　夜间不得施工，抢修的除外。\n\n"
    "第三条　摊位编号。\n\n"
    "第四条　路灯要亮。"
)
NEW = (
    "第一条　为了街面更整洁，制定本办法。\n\n"
    "第二条　设摊要登记。\n\n第三条　夜间不得施工，抢修的除外。\n\n"
    "第四条　路灯要亮。"
)
VERSIONS = {
    "statute/jiu": sample("statute", OLD, 时效性="已修改", **NAME),
    "statute/xin": sample(
        "statute", NEW, 修改日期="[2026-01-01]", 本版施行日期="2026-02-01", **NAME
    ),
}
HISTORY = "statute/history/xin.html"


def one(text=CODE):
    return MomentSite(AT, {"statute/a": sample("statute", text, **NAME)})


def test_the_outline_has_every_level_with_its_clauses():
    page = one()
    (outline,) = page.select("statute/a.html", "[data-element=contents]")
    assert outline.summary.get_text() == "目录（共5条）"
    rows = [(link["href"], " ".join(link.get_text(" ").split())) for link in outline.select("a")]
    assert rows == [
        ("#b1", "第一编 总则 第一条至第三条"),
        ("#b1z1", "第一章 一般规定 第一条至第二条"),
        ("#b1z2", "第二章 人 第三条"),
        ("#b1z2j1", "第一节 自然人 第三条"),
        ("#b2", "第二编 合同 第四条"),
        ("#附则", "附则 第五条"),
    ]
    assert len(outline.select("ol ol ol")) == 1
    for address, _ in rows:
        assert page.select("statute/a.html", f'[id="{address[1:]}"]')


def test_the_outline_is_folded_until_asked_for():
    (fold,) = one().select("statute/a.html", "[data-element=contents] > details")
    assert not fold.has_attr("open")


def test_a_statute_without_divisions_needs_no_outline():
    page = one("第一条　甲。")
    assert page.select("statute/a.html", "[data-element=contents]") == []


def test_plain_text_has_every_heading_once():
    assert one().text("statute/a.txt") == (
        "街面办法\n\n\n第一编　总则\n\n\n第一章　一般规定\n\n第一条　甲。\n第二条　乙。\n"
        "\n第二章　人\n\n\n第一节　自然人\n\n第三条　丙：\n（一）丁；\n1.戊。\n"
        "\n第二编　合同\n\n第四条　己。\n\n附则\n\n第五条　庚。\n"
    )


class TestHistory:
    site = MomentSite(AT, VERSIONS)

    def test_every_altered_clause_of_every_version_leads_there(self):
        found = {}
        for slug in ("jiu", "xin"):
            links = self.site.select(f"statute/{slug}.html", "[data-element=clause-history] a")
            assert {link.get_text() for link in links} == {"本条沿革"}
            found[slug] = [link["href"] for link in links]
        assert found["xin"] == [f"/{HISTORY}#xin-c{number}" for number in (1, 2, 3)]
        assert found["jiu"] == [f"/{HISTORY}#jiu-c{number}" for number in (1, 2, 3)]
        for address in found["xin"] + found["jiu"]:
            assert self.site.select(HISTORY, f'[id="{address.partition("#")[2]}"]')

    def test_every_version_leads_to_the_history_as_a_whole(self):
        for slug in ("jiu", "xin"):
            *_, link = self.site.select(f"statute/{slug}.html", ".versions a")
            assert link.get_text() == "逐条看各个文本的文字（条文沿革）"
            assert link["href"] == f"/{HISTORY}"

    def test_each_clause_with_its_words_in_every_version(self):
        assert self.site.words(HISTORY, "h1, h2") == [
            "《街面办法》条文沿革", "第一条", "第二条", "第三条", "第四条", "第三条（已删去）",
        ]  # fmt: skip
        stages = [self.site.words(HISTORY, f"#{id} li") for id in ("c1", "c2", "c3")]
        assert stages == [
            [
                "2026年2月1日起施行 第一条 为了街面增加：更整洁，制定本办法。",
                "2025年3月1日起施行 第一条 为了街面整洁，制定本办法。",
            ],
            [
                "2026年2月1日起施行 第二条 设摊要登记。",
                "2025年3月1日起施行 这个文本没有这一条。",
            ],
            [
                "2026年2月1日起施行 第三条 文字与前一个文本相同。",
                "2025年3月1日起施行 第二条 夜间不得施工，抢修的除外。",
            ],
        ]
        assert self.site.words(HISTORY, "#jiu-c3-dropped li") == [
            "2026年2月1日起施行 这个文本没有这一条。",
            "2025年3月1日起施行 第三条 摊位编号。",
        ]

    def test_its_head(self):
        assert "<title>《街面办法》条文沿革-法律法规-" in self.site.text(HISTORY)
        assert self.site.words(HISTORY, ".compare-between") == [
            "本站收录的文本：2026年2月1日起施行、2025年3月1日起施行"
        ]

    def test_one_version_has_no_history(self):
        page = one()
        assert page.select("statute/a.html", "[data-element=clause-history]") == []
        assert "statute/history/a.html" not in page.planned


class TestTerms:
    TEXT = (
        "第一条　本办法所称噪声，是指吵人的声音；噪声要管。\n\n"
        "第二条　施工噪声（以下简称工地噪声）从严管理，噪声大的停工。\n\n"
        "第三条　工地噪声超标的，噪声源要关；**噪声**小的不罚，依照第一条第一款管噪声。"
    )

    def links(self, text=TEXT):
        page = one(text)
        return [
            (link.get_text(), link["href"], link["data-clause"])
            for link in page.select("statute/a.html", "a.term")
        ]

    def test_the_first_mention_in_a_clause_leads_to_the_definition(self):
        assert self.links() == [
            ("噪声", "#c1p1", "c1p1"),
            ("工地噪声", "#c2p1", "c2p1"),
            ("噪声", "#c1p1", "c1p1"),
        ]
        assert one(self.TEXT).select("statute/a.html", "#c1p1")

    def test_the_text_is_the_same(self):
        page = one(self.TEXT)
        (body,) = page.select("statute/a.html", "[data-element=body]")
        assert "".join(body.get_text().split()) == "".join(
            self.TEXT.replace("*", "").replace("　", "").split()
        )

    def test_a_statute_without_terms(self):
        assert self.links("第一条　甲。") == []


class TestData:
    def test_all_facts_and_parts(self):
        data = one().json("statute/a.json")
        assert data["$schema"] == "https://zhzf.yunting.gov.cn/data/statute-text.schema.json"
        facts = {name: data[name] for name in ("title", "level", "effective", "validity")}
        assert facts == {
            "title": "街面办法", "level": "地方性法规", "effective": "2025-03-01",
            "validity": "现行有效",
        }  # fmt: skip
        assert "adopted" not in data
        url = "https://zhzf.yunting.gov.cn/statute/a.html"
        assert data["versions"] == [
            {"url": url, "validity": "现行有效", "in_force_from": "2025-03-01"}
        ]
        assert [clause["label"] for clause in data["clauses"]] == [
            "第一条", "第二条", "第三条", "第四条", "第五条",
        ]  # fmt: skip
        assert data["clauses"][2] == {
            "label": "第三条",
            "number": 3,
            "inserted": 0,
            "url": f"{url}#c3",
            "divisions": ["第一编　总则", "第二章　人", "第一节　自然人"],
            "paragraphs": [
                {
                    "url": f"{url}#c3p1",
                    "text": "第三条　丙：",
                    "parts": [
                        {
                            "url": f"{url}#c3p1i1",
                            "text": "（一）丁；",
                            "parts": [{"url": f"{url}#c3p1i1s1", "text": "1.戊。", "parts": []}],
                        }
                    ],
                }
            ],
        }

    def test_versions_oldest_first(self):
        site = MomentSite(AT, VERSIONS)
        assert [
            (version["url"][-8:], version["in_force_from"], version.get("amended"))
            for version in site.json("statute/jiu.json")["versions"]
        ] == [("jiu.html", "2025-03-01", None), ("xin.html", "2026-02-01", "2026-01-01")]

    def test_it_is_as_its_schema_says(self):
        site = MomentSite(AT, VERSIONS)
        schema = site.json("data/statute-text.schema.json")
        assert schema["$id"] == site.json("statute/xin.json")["$schema"]
        validator = Draft202012Validator(schema)
        for slug in ("jiu", "xin"):
            assert list(validator.iter_errors(site.json(f"statute/{slug}.json"))) == []
        assert list(validator.iter_errors({"title": "甲"}))
        fields = schema["properties"]
        assert all(field["description"] for field in fields.values()), fields

    def test_the_page_of_open_data_leads_to_them(self):
        (part,) = one().select("data/index.html", "[aria-labelledby=dataset-statutes]")
        assert [link["href"] for link in part.select("a")] == [
            "/statute/",
            "/data/statute-text.schema.json",
        ]
        assert part.p.get_text() == (
            "法规凡收有全文的，页面末尾都有一份 JSON："
            "基本信息、各个文本和逐条的编、章、节、条、款、项。"
        )
        assert part.li.get_text() == "法规条文的字段说明（JSON Schema）"

    def test_a_statute_without_a_text_has_no_file(self):
        site = MomentSite(AT, {"statute/a": sample("statute", "")})
        assert "statute/a.json" not in site.planned


def test_the_text_that_an_amendment_changed_is_named_for_machines():
    site = MomentSite(AT, VERSIONS)
    assert site.jsonld("statute/xin")["legislationChanges"] == {
        "@type": "Legislation",
        "url": "https://zhzf.yunting.gov.cn/statute/jiu.html",
    }
    assert "legislationChanges" not in site.jsonld("statute/jiu")
    assert json.dumps(site.jsonld("statute/jiu"), ensure_ascii=False).count("NotInForce") == 1
