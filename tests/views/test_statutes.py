"""The page of a statute, the comparison of its versions, and the library's own pages."""

import json
import re

from tests.content_folder import record
from tests.relations.test_citations import COLUMN, NEWER, TEXT, VERSIONS, statute
from tests.site.site_at import outputs
from tests.states.moment_site import One, sample

FILES = {"fagui/_column.yml": COLUMN, "fagui/jiemian.md": statute()}


def page(tmp_path, files, path):
    return outputs(tmp_path, {**FILES, **files})[path].view


def test_every_clause_stands_alone_with_who_cites_it(tmp_path):
    files = {"dongtai/a.md": record("甲", "《青禾县街面办法》第二条")}
    sections = page(tmp_path, files, "fagui/jiemian.html")["sections"]
    assert [(section.anchor, section.count) for section in sections] == [
        ("c1", 0),
        ("c2", 1),
        ("c3", 0),
    ]
    (group,) = sections[1].citing
    assert (group.name, [card.title for card in group.cards]) == ("巡查日记", ["甲"])


def test_who_cites_a_clause_newest_first(tmp_path):
    """In whatever order the lists of their column are."""
    dates = {"a": "2026-03-02 09:00", "b": "2026-03-03 09:00", "c": "2026-03-01 09:00"}
    files = {
        f"dongtai/{name}.md": record(name, "《青禾县街面办法》第二条", day)
        for name, day in dates.items()
    }
    sections = page(tmp_path, files, "fagui/jiemian.html")["sections"]
    (group,) = sections[1].citing
    assert [card.title for card in group.cards] == ["b", "a", "c"]


def test_the_pieces_are_the_whole_text(tmp_path):
    view = page(tmp_path, {}, "fagui/jiemian.html")
    together = "".join(str(section.html) for section in view["sections"])
    whole = str(view["record"]["body"])
    # The number of each clause is a heading.
    plain = re.sub(r'<span role="heading" aria-level="2">(.*?)</span>', r"\1", together)
    assert plain != together
    assert "".join(plain.split()) == "".join(whole.split())


def test_a_citation_is_a_link_with_the_clause_s_words_at_the_foot(tmp_path):
    files = {"dongtai/a.md": record("甲", "依据《青禾县街面办法》第二条第一款处理。")}
    shown = page(tmp_path, files, "dongtai/2026/a.html")["record"]
    assert shown["body"] == (
        '<p>依据<a class="citation" href="../../fagui/jiemian.html#c2p1" '
        'data-clause="cited-jiemian-c2">《青禾县街面办法》第二条第一款</a>处理。</p>'
    )
    (cited,) = shown["cited"]
    assert (cited.title, cited.status) == ("青禾县街面办法", "现行有效")
    (clause,) = cited.clauses
    assert (clause.id, clause.label) == ("cited-jiemian-c2", "第二条")
    assert clause.text[1:3] == ["（一）不占盲道；", "（二）收摊时清扫。"]


def test_a_statute_held_as_a_record_only_is_cited_without_words(tmp_path):
    files = {
        "fagui/jiemian.md": statute(text=""),
        "dongtai/a.md": record("甲", "依据《青禾县街面办法》第二条处理。"),
    }
    shown = page(tmp_path, files, "dongtai/2026/a.html")["record"]
    assert 'href="../../fagui/jiemian.html"' in shown["body"]
    ((clause,),) = [cited.clauses for cited in shown["cited"]]
    assert (clause.label, clause.text) == ("第二条", None)
    assert page(tmp_path / "b", files, "fagui/jiemian.html")["clause_count"] == 0


class TestVersions:
    def test_an_old_text_leads_to_the_new_clause_to_clause(self, tmp_path):
        view = page(tmp_path, VERSIONS, "fagui/jiemian-2020.html")
        assert view["newer"]["address"] == "fagui/jiemian.html"
        assert view["newer"]["moves"] == [
            {"label": "第三条", "to": "第四条", "address": "fagui/jiemian.html#c4"}
        ]

    def test_the_timeline_is_newest_first_and_compares(self, tmp_path):
        view = page(tmp_path, VERSIONS, "fagui/jiemian.html")
        path = "fagui/compare/jiemian-2020..jiemian.html"
        assert [(v.label, v.current, v.compare) for v in view["versions"]] == [
            ("2025年6月1日修改", True, None),
            ("2020年3月1日起施行", False, path),
        ]
        assert view["newer"] is None

    def test_the_comparison(self, tmp_path):
        files = {
            **VERSIONS,
            "fagui/jiemian.md": statute(修改日期="2025-06-01", text=NEWER.replace("盲道", "通道")),
        }
        view = page(tmp_path, files, "fagui/compare/jiemian-2020..jiemian.html")
        assert [(change["kind"], change["label"]) for change in view["changes"]] == [
            ("same", "没有变化"),
            ("changed", "修改"),
            ("added", "新增"),
            ("moved", "条序变动"),
        ]

    def test_one_version_needs_no_timeline(self, tmp_path):
        assert page(tmp_path, {}, "fagui/jiemian.html")["versions"] == []


class TestComparison:
    """Of three versions, the oldest without a text."""

    NEW = (
        "## 第一章 总则\n\n第一条　甲。\n\n第二条　乙：\n\n（一）丙。\n\n"
        "## 第二章 管理\n\n第三条　丁。"
    )
    PATH = "statute/compare/jiu..ben.html"

    def site(self):
        old = self.NEW.replace("丁", "戊")
        others = {
            "statute/jiu": sample("statute", old, 标题="本稿", 时效性="已修改"),
            "statute/lao": sample(
                "statute", "", 标题="本稿", 时效性="已修改", 本版施行日期="2024-01-01"
            ),
        }
        return One("statute", "2026-03-10 09:00", {"修改日期": "[2026-01-01]"}, others, self.NEW)

    def test_its_head(self):
        site = self.site()
        assert (
            "<title>《本稿》版本对照：2025年3月1日起施行与2026年1月1日修改-法律法规-"
            in site.text(self.PATH)
        )
        assert site.words(self.PATH, "h1") == ["《本稿》版本对照"]
        trail = [(each.get_text(), each.a and each.a["href"])
                 for each in site.select(self.PATH, ".breadcrumbs li")]  # fmt: skip
        assert trail == [
            ("首页", "/"),
            ("法律法规", "/statute/"),
            ("本稿", "/statute/ben.html"),
            ("版本对照", None),
        ]

    def test_both_sides(self):
        site = self.site()
        view = site.planned[self.PATH].call(site.site).view
        assert view["older"] == {
            "title": "本稿",
            "address": "statute/jiu.html",
            "since": "2025年3月1日起施行",
        }
        assert view["newer"]["since"] == "2026年1月1日修改"
        assert view["counts"] == [
            {"label": "没有变化", "count": 2},
            {"label": "条序变动", "count": 0},
            {"label": "修改", "count": 1},
            {"label": "新增", "count": 0},
            {"label": "删去", "count": 0},
        ]
        assert view["changes"][1]["newer"] == {
            "label": "第二条",
            "address": "statute/ben.html#c2",
            "lines": ["乙：", "（一）丙。"],
        }

    def test_a_version_without_a_text_is_compared_with_none(self):
        site = self.site()
        compared = [path for path in site.planned if "/compare/" in path]
        assert compared == [self.PATH]
        versions = site.planned["statute/ben.html"].call(site.site).view["versions"]
        assert [(each.address, each.current, each.compare) for each in versions] == [
            ("statute/ben.html", True, None),
            ("statute/jiu.html", False, self.PATH),
            ("statute/lao.html", False, None),
        ]
        versions = site.planned["statute/lao.html"].call(site.site).view["versions"]
        assert [each.compare for each in versions] == [None] * 3

    def test_the_text_as_a_plain_file_has_its_divisions(self):
        site = self.site()
        assert site.text("statute/ben.txt") == (
            "本稿\n\n\n第一章 总则\n\n第一条　甲。\n第二条　乙：\n（一）丙。\n"
            "\n第二章 管理\n\n第三条　丁。\n"
        )
        assert "statute/lao.txt" not in site.planned
        view = site.planned["statute/lao.html"].call(site.site).view
        assert (view["text_address"], view["clause_count"]) == (None, 0)
        view = site.planned["statute/ben.html"].call(site.site).view
        assert (view["text_address"], view["clause_count"]) == ("statute/ben.txt", 3)


class TestLibrary:
    def test_by_the_alphabet_without_the_state_s_name(self, tmp_path):
        files = {"fagui/an.md": statute("中华人民共和国安静法", TEXT)}
        letters = page(tmp_path, files, "fagui/pinyin.html")["letters"]
        assert [(group["letter"], group["cards"][0].title) for group in letters] == [
            ("A", "中华人民共和国安静法"),
            ("Q", "青禾县街面办法"),
        ]

    def test_figures(self, tmp_path):
        files = {"wenda/a.md": reply("《青禾县街面办法》第二条、第三条")}
        view = page(tmp_path, files, "fagui/figures.html")
        assert [(total["label"], total["count"]) for total in view["totals"]] == [
            ("法规", 1), ("版本", 1), ("条文", 3), ("引用", 1)
        ]  # fmt: skip
        assert [(row["label"], row["count"]) for row in view["clauses"]] == [
            ("第二条", 1),
            ("第三条", 1),
        ]
        assert [(y.year, y.count, y.share) for y in view["most"][0]["applied"]] == [(2026, 1, 100)]

    def test_the_text_can_be_taken_away(self, tmp_path):
        files = outputs(tmp_path, FILES)
        text = files["fagui/jiemian.txt"].content.decode()
        assert "".join(text.split()) == "青禾县街面办法" + "".join(TEXT.split())


def reply(body):
    return record(
        "答",
        body,
        **{
            "来信内容": "问",
            "来信日期": "2026-02-01",
            "答复日期": "2026-02-03",
            "答复单位": "某科",
        },
    )


def test_the_citation_graph_as_data(tmp_path):
    files = {
        **FILES,
        "wenda/a.md": reply("《青禾县街面办法》第二条第一款，《青禾县街面办法》第2条第1款"),
    }
    written = outputs(tmp_path, files)
    (row,) = json.loads(written["data/citations.json"].content)
    assert (row["record"], row["statute"], row["clause"], row["day"]) == (
        "wenda/a",
        "青禾县街面办法",
        "第二条",
        "2026-02-03",
    )
    assert row["anchor"] == "https://zfj.qinghe.gov.cn/fagui/jiemian.html#c2p1"
    assert json.loads(written["data/applications.json"].content) == [
        {"statute": "青禾县街面办法", "clause": "第二条", "year": 2026, "count": 1}
    ]
    assert (
        written["data/citations.csv"].content.decode("utf-8-sig").startswith("引用的稿件,稿件网址")
    )
