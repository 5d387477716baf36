"""Links and references between records, and the findings about them."""

from datetime import datetime

import pytest

from plugins.bureau.clock import CHINA
from plugins.records import load_library
from plugins.relations import TargetKind, build_graph
from tests.content_folder import make_content, record

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
            ("#小标题", TargetKind.PLACE, ""),
            ("https://a.example/x", TargetKind.EXTERNAL, "https://a.example/x"),
            ("tel:12345", TargetKind.OTHER, "tel:12345"),
        ],
    )  # fmt: skip
    def test_lead_where_they_say(self, tmp_path, written, kind, address):
        body = f"## 小标题\n\n[链接]({written})"
        graph, _ = graph_of(tmp_path, {"dongtai/xin.md": record("新", body)})
        target = graph.links["dongtai/xin"][written]
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
        body = f"## 小标题\n\n见[链接]({written})。"
        found = said(tmp_path, {"dongtai/xin.md": record("新", body)})
        assert found == [("dongtai/xin.md", 11, 7, "error", "dead-link", message)]

    def test_a_missing_image(self, tmp_path):
        (found,) = said(tmp_path, {"dongtai/xin.md": record("新", "![图](/images/emblm.svg)")})
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
        assert graph.named_by(new, "related") == [policy.id]
        assert graph.naming(policy, "related") == [new.id]

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
