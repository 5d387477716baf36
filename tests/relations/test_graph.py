"""Links and references between records, and the findings about them."""

from datetime import datetime

import pytest

from plugins.clock import CHINA
from plugins.records.loading import load_library
from plugins.relations import TargetKind, build_graph
from plugins.relations.connections import NO_CONNECTIONS
from tests.content_folder import make_content, record
from tests.relations.test_citations import COLUMN, statute

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=CHINA)


def graph_of(tmp_path, files):
    library = load_library(make_content(tmp_path, files))
    assert library.findings == []
    return build_graph(library, NOW), library


def said(tmp_path, files):
    graph, _ = graph_of(tmp_path, files)
    return [
        (found.path, found.line, found.column, str(found.severity), found.rule, found.message)
        for found in graph.findings
    ]


class TestLinks:
    @pytest.mark.parametrize(
        ("written", "kind", "address"),
        [
            ("/zhengce/jiemian-banfa.md", TargetKind.RECORD, "zhengce/2026/jiemian-banfa.html"),
            ("../zhengce/jiemian-banfa.md", TargetKind.RECORD, "zhengce/2026/jiemian-banfa.html"),
            ("zhengce/jiemian-banfa.md", TargetKind.RECORD, "zhengce/2026/jiemian-banfa.html"),
            ("{filename}/zhengce/jiemian-banfa.md", TargetKind.RECORD,
             "zhengce/2026/jiemian-banfa.html"),
            ("{filename}../zhengce/jiemian-banfa.md", TargetKind.RECORD,
             "zhengce/2026/jiemian-banfa.html"),
            ("riji-2.md", TargetKind.RECORD, "dongtai/2026/riji-2.html"),
            ("/files/xuncha.csv", TargetKind.ASSET, "files/xuncha.csv"),
            ("{static}/files/xuncha.csv", TargetKind.ASSET, "files/xuncha.csv"),
            ("/zhengce/", TargetKind.COLUMN, "zhengce/index.html"),
            ("#小标题", TargetKind.ANCHOR, ""),
            ("https://a.example/x", TargetKind.EXTERNAL, "https://a.example/x"),
            ("tel:12345", TargetKind.OTHER, "tel:12345"),
        ],
    )  # fmt: skip
    def test_lead_where_they_say(self, tmp_path, written, kind, address):
        body = f"## 小标题\n\n[内容]({written})"
        graph, library = graph_of(tmp_path, {"dongtai/xin.md": record("新", body)})
        target = graph.links_of(library.records["dongtai/xin"])[written]
        assert (target.kind, target.address) == (kind, address)
        assert graph.findings == []

    @pytest.mark.parametrize(
        ("written", "message"),
        [
            ("/zhengce/jiemian-banf.md", "没有稿件“zhengce/jiemian-banf”"),
            ("/files/xunca.csv", "没有文件“/files/xunca.csv”"),
            ("#小标提", "本页没有“#小标提”这个位置"),
            ("/zhengce/jiemian-banfa.md#di-yi", "“青禾县街面秩序管理办法”里没有“#di-yi”这个位置"),
            ("ftp://a.example/", "不认识的链接“ftp://a.example/”"),
        ],
    )
    def test_dead_ones_are_found_where_they_stand(self, tmp_path, written, message):
        body = f"## 小标题\n\n见[内容]({written})。"
        found = said(tmp_path, {"dongtai/xin.md": record("新", body)})
        assert found == [("dongtai/xin.md", 11, 7, "error", "dead-link", message)]

    def test_a_missing_image(self, tmp_path):
        (found,) = said(tmp_path, {"dongtai/xin.md": record("新", "![局徽](/images/emblm.svg)")})
        assert found[3:] == ("error", "dead-link", "没有文件“/images/emblm.svg”")

    def test_a_link_to_what_is_not_yet_published(self, tmp_path):
        files = {
            "dongtai/mingtian.md": record("明天", published="2026-11-24 08:00"),
            "dongtai/xin.md": record("新", "[明天](mingtian.md)"),
        }
        (found,) = said(tmp_path, files)
        assert found[5] == "稿件“明天”还没有发布"


class TestReferences:
    def test_both_ways(self, tmp_path):
        files = {"dongtai/xin.md": record("新", 相关稿件="zhengce/jiemian-banfa")}
        graph, library = graph_of(tmp_path, files)
        new, policy = library.records["dongtai/xin"], library.records["zhengce/jiemian-banfa"]
        assert graph.referenced_ids(new, "related") == [policy.id]
        assert graph.referencing_ids(policy, "related") == [new.id]

    def test_to_nothing_with_a_suggestion(self, tmp_path):
        graph, _ = graph_of(tmp_path, {"dongtai/xin.md": record("新", 相关稿件="zhengce/jiemian")})
        (found,) = graph.findings
        assert (found.line, found.column, found.rule) == (8, 7, "reference")
        assert found.message == "相关稿件：没有稿件“zhengce/jiemian”"
        assert found.hint == "是不是“zhengce/jiemian-banfa”？"

    def test_to_a_record_of_the_wrong_kind(self, tmp_path):
        (found,) = said(tmp_path, {"dongtai/xin.md": record("新", 专题="wenda/tanwei")})
        assert found[5] == "专题：“菜摊能不能摆到路边”是回应关切，不能填在这里"

    def test_to_a_file_that_is_not_there(self, tmp_path):
        attachment = "\n  - 文件: files/xunca.csv"
        graph, _ = graph_of(tmp_path, {"dongtai/xin.md": record("新", 附件=attachment)})
        (found,) = graph.findings
        assert (found.rule, found.hint) == ("dead-file", "是不是“files/xuncha.csv”？")

    def test_a_title_or_a_browser_address_is_turned_into_what_to_write(self, tmp_path):
        host = "https://zfj.qinghe.gov.cn"
        body = f"[a](/zhengce/2026/jiemian-banfa.html) [b]({host}/zhengce/2026/jiemian-banfa.html)"
        graph, _ = graph_of(
            tmp_path, {"dongtai/xin.md": record("新", body, 相关稿件="青禾县街面秩序管理办法")}
        )
        assert [(found.rule, found.hint) for found in graph.findings] == [
            ("reference", "是不是“zhengce/jiemian-banfa”？写网址名，不写标题"),
            ("dead-link", "本站稿件写成 /zhengce/jiemian-banfa.md"),
            ("dead-link", "本站稿件写成 /zhengce/jiemian-banfa.md"),
        ]

    def test_an_item_of_a_list_is_reported_on_its_own_line(self, tmp_path):
        related = "\n  - zhengce/jiemian-banfa\n  - wenda/meiyou"
        (found,) = said(tmp_path, {"dongtai/xin.md": record("新", 相关稿件=related)})
        assert found[1:3] == (10, 5)


class TestWhatIsNotShown:
    """A typo must not wait for midnight to stop the publish."""

    def test_a_waiting_record_is_checked_for_its_own_day(self, tmp_path):
        files = {
            "dongtai/a.md": record("甲", "[乙](b.md)", published="2026-11-25 08:00"),
            "dongtai/b.md": record("乙", "[甲](a.md)", published="2026-11-24 08:00"),
        }
        (found,) = said(tmp_path, files)
        assert (found[0], found[3], found[5]) == (
            "dongtai/b.md",
            "error",
            "稿件“甲”还没有发布",
        )

    def test_a_draft_is_warned_about(self, tmp_path):
        files = {"dongtai/a.md": record("甲", "[乙](b.md)", 状态="草稿")}
        (found,) = said(tmp_path, files)
        assert found[3:] == ("warning", "dead-link", "没有稿件“dongtai/b”")

    def test_a_broken_record_shows_all_its_mistakes_at_once(self, tmp_path):
        text = record("甲", "[乙](b.md)", published="2025-02-30")
        library = load_library(make_content(tmp_path, {"dongtai/a.md": text}))
        found = [*library.findings, *build_graph(library, NOW).findings]
        assert [(item.path, item.rule) for item in found] == [
            ("dongtai/a.md", "value"),
            ("dongtai/a.md", "dead-link"),
        ]

    def test_a_broken_draft_is_not_let_off(self, tmp_path):
        """Its own mistake is an error too."""
        text = record("甲", "[乙](b.md)", published="2025-02-30", 状态="草稿")
        library = load_library(make_content(tmp_path, {"dongtai/a.md": text}))
        (found,) = build_graph(library, NOW).findings
        assert (found.rule, str(found.severity)) == ("dead-link", "error")

    def test_a_column_that_cannot_be_read_is_named(self, tmp_path):
        content = make_content(
            tmp_path, {"dongtai/xin.md": record("新", "[办法](/zhengce/jiemian-banfa.md)")}
        )
        file = content / "zhengce/_column.yml"
        file.write_text(file.read_text().replace("owner:", "ower:"))
        library = load_library(content)
        assert "zhengce/jiemian-banfa.md" in library.left_out
        reasons = {found.message for found in build_graph(library, NOW).findings}
        assert "栏目 zhengce 没有读入" in reasons


LAW = {"fagui/_column.yml": COLUMN, "fagui/jiemian.md": statute()}
NAMING = {
    "dongtai/a.md": record("甲", "[报](https://a.example/)", 相关稿件="wenda/tanwei"),
    "dongtai/b.md": record(
        "乙", "[报](https://a.example/)", "2026-03-02 09:00", 相关稿件="wenda/tanwei"
    ),
}


class TestTables:
    """What names a record, kept up to date record by record."""

    def test_newest_first(self, tmp_path):
        graph, library = graph_of(tmp_path, NAMING)
        reply = library.records["wenda/tanwei"]
        assert graph.referencing_ids(reply, "related") == ["dongtai/b", "dongtai/a"]
        assert list(graph.referencing_fields(reply)) == ["related"]
        assert graph.external_users["https://a.example/"] == ["dongtai/b", "dongtai/a"]

    def test_taken_out_and_put_in_again(self, tmp_path):
        graph, library = graph_of(tmp_path, NAMING)
        reply = library.records["wenda/tanwei"]
        edges = {name: graph.connections_of(f"dongtai/{name}") for name in "ab"}
        scopes = graph.remove("dongtai/b", edges["b"])
        assert scopes == {"connections dongtai/b", "backlinks wenda/tanwei", "external"}
        assert graph.referencing_ids(reply, "related") == ["dongtai/a"]
        graph.remove("dongtai/a", edges["a"])
        graph.sort_tables()
        assert list(graph.referencing_fields(reply)) == []
        assert "https://a.example/" not in graph.external_addresses
        assert graph.add("dongtai/a", edges["a"]) == graph.remove("dongtai/a", edges["a"])
        for name in "ba":
            graph.add(f"dongtai/{name}", edges[name])
        graph.sort_tables()
        assert graph.referencing_ids(reply, "related") == ["dongtai/b", "dongtai/a"]
        assert "https://a.example/" in graph.external_addresses

    def test_values_that_two_records_share(self, tmp_path):
        files = {f"dongtai/{name}.md": record("一样") for name in "ab"}
        graph, _ = graph_of(tmp_path, files)
        assert [*graph.shared()] == [("title", "一样", ["dongtai/b", "dongtai/a"])]
        edges = graph.connections_of("dongtai/a")
        assert graph.remove("dongtai/a", edges) == {"connections dongtai/a"}
        assert [*graph.shared()] == []
        graph.add("dongtai/a", edges)
        graph.sort_tables()
        assert [*graph.shared()] == [("title", "一样", ["dongtai/b", "dongtai/a"])]

    def test_what_a_page_shows_of_its_connections(self, tmp_path):
        graph, _ = graph_of(tmp_path, NAMING)
        edges = graph.connections_of("dongtai/a")
        references = (("related", "wenda/tanwei"),)
        links = (("https://a.example/", "external", "https://a.example/", "", None),)
        assert edges.edges == (references, links, ())

    def test_a_record_without_a_place_in_the_index_names_nothing(self, tmp_path):
        graph, _ = graph_of(tmp_path, {})
        assert graph.connections_of("dongtai/meiyou") == NO_CONNECTIONS


class TestFingerprintOfCitations:
    """It stands for what one record cites, in the sum of all."""

    TEXT = "《青禾县街面办法》第二条"

    def number(self, tmp_path, text, **fields):
        files = {"dongtai/a.md": record("甲", text, **fields)}
        library = load_library(make_content(tmp_path, {**LAW, **files}))
        graph = build_graph(library, NOW)
        return graph.citations_fingerprint_of("dongtai/a", graph.connections_of("dongtai/a"))

    def test_without_citations_it_is_nothing(self, tmp_path):
        assert self.number(tmp_path / "a", "文。") == 0
        assert self.number(tmp_path / "b", "《青禾县没有办法》第二条") == 0

    def test_it_differs_with_what_is_exported(self, tmp_path):
        same = self.number(tmp_path / "a", self.TEXT)
        assert same != 0
        assert same == self.number(tmp_path / "b", f"另见{self.TEXT}")
        others = [
            self.number(tmp_path / "c", "《青禾县街面办法》第一条"),
            self.number(tmp_path / "d", self.TEXT, published="2026-03-02 09:00"),
            self.number(tmp_path / "e", self.TEXT, 网址名="bie"),
            self.number(tmp_path / "f", self.TEXT, 下线日期="2026-03-05"),
        ]
        assert same not in others
        assert len({*others}) == 4

    def test_that_of_the_site_has_the_names_of_statutes(self, tmp_path):
        def site(folder, **fields):
            files = {**LAW, "fagui/jiemian.md": statute(**fields)}
            return build_graph(load_library(make_content(folder, files)), NOW)

        graph = site(tmp_path / "a")
        before = graph.citations_fingerprint
        assert before == site(tmp_path / "b").citations_fingerprint
        assert before != site(tmp_path / "c", 网址名="bie").citations_fingerprint
        graph.citations_sum += 1
        assert before != graph.citations_fingerprint


def test_a_record_of_the_wrong_kind_is_not_connected(tmp_path):
    """It is reported; a page that showed it would say what is not so."""
    text = (
        "---\n标题: 解读\n发布日期: 2026-03-01 09:00\n来源: 办公室\n初审: 甲\n复审: 乙\n终审: 丙\n"
    )
    column = COLUMN.replace("kind: statute", "kind: interpretation")
    files = {
        "jiedu/_column.yml": column,
        "jiedu/a.md": f"{text}解读对象: dongtai/riji-1\n解读形式: 文字\n解读单位: 甲\n---\n文。\n",
    }
    graph, library = graph_of(tmp_path, files)
    assert [found.message for found in graph.findings] == [
        "解读对象：“巡查日记第1篇”是工作动态，不能填在这里"
    ]
    assert graph.referenced_ids(library.records["jiedu/a"], "interprets") == []
    assert graph.referencing_ids(library.records["dongtai/riji-1"], "interprets") == []
