"""Links and references that lead nowhere: what an editor reads, and what is suggested."""

import pytest

from plugins.relations import TargetKind
from tests.states.moment_site import HOST, One, sample

AT = "2026-03-10 09:00"
OTHERS = {
    "news/kaizhan-xuncha": sample("news", "## 第一节\n\n文。\n\n## 第二节\n\n文。", 标题="巡查"),
    "news/mingtian": sample("news", 标题="明天的", 发布日期="2026-03-11 09:00"),
    "notice/zhuyi": sample("notice", 标题="注意"),
    "notice/cuo": sample("notice", 标题="有错误的", 来源=None),
}
LINKS = [
    ("/news/kaizhan-xunchb.md", "没有稿件“news/kaizhan-xunchb”", "是不是“news/kaizhan-xuncha”？"),
    (
        "/notice/kaizhan-xuncha.md",
        "没有稿件“notice/kaizhan-xuncha”",
        "是不是“news/kaizhan-xuncha”？",
    ),
    ("/news/qq.md", "没有稿件“news/qq”", "写成 栏目/网址名"),
    ("/news/mingtian.md", "稿件“明天的”还没有发布", "等它发布后再引用，或先删去这一项"),
    (
        "/news/kaizhan-xuncha.md#第三节",
        "“巡查”里没有“#第三节”这个位置",
        "是不是“#第二节”？",
    ),
    (
        "/news/kaizhan-xuncha.md#q",
        "“巡查”里没有“#q”这个位置",
        "核对那篇稿件的小标题",
    ),
    ("/notice/cuo.md", "稿件 notice/cuo 有错误，没有读入", "先改正那篇稿件的错误"),
    (
        "qnews/kaizhan-xuncha.md",
        "没有稿件“news/qnews/kaizhan-xuncha”",
        "是不是“news/kaizhan-xuncha”？",
    ),
    ("#q", "本页没有“#q”这个位置", "核对小标题"),
    ("#我的结", "本页没有“#我的结”这个位置", "是不是“#我的节”？"),
    ("#", "链接是空的", "写明链接到哪里"),
    (
        "ftp://a.example/",
        "不认识的链接“ftp://a.example/”",
        "以 https:// 开头，或写本站稿件、文件的路径",
    ),
    (f"{HOST}/x.html", f"“{HOST}/x.html”是本站的网页地址", "写本站稿件或文件的路径，如 /news/x.md"),
    (
        f"{HOST}/news/2026/kaizhan-xuncha.html",
        f"“{HOST}/news/2026/kaizhan-xuncha.html”是本站的网页地址",
        "本站稿件写成 /news/kaizhan-xuncha.md",
    ),
    (
        "/news/2026/kaizhan-xuncha.html",
        "“/news/2026/kaizhan-xuncha.html”是网页地址",
        "本站稿件写成 /news/kaizhan-xuncha.md",
    ),
    ("/files/q.pdf", "没有文件“/files/q.pdf”", "核对路径；附件在 /files/，图片在 /images/"),
    ("/files/xunchb.csv", "没有文件“/files/xunchb.csv”", "是不是“/files/xuncha.csv”？"),
]


@pytest.mark.parametrize(("link", "message", "hint"), LINKS)
def test_a_dead_link(link, message, hint):
    one = One("news", AT, {}, OTHERS, f"## 我的节\n\n见[此]({link})。")
    found = [each[1:] for each in one.findings if each[2] == "news/ben.md"]
    assert found == [("dead-link", "news/ben.md", message, hint)]


REFERENCES = [
    ("news/kaizhan-xunchb", "没有稿件“news/kaizhan-xunchb”", "是不是“news/kaizhan-xuncha”？"),
    ("巡查", "没有稿件“巡查”", "是不是“news/kaizhan-xuncha”？写网址名，不写标题"),
    ("mingtia", "没有稿件“mingtia”", "是不是“news/mingtian”？"),
    ("zhuyi", "没有稿件“zhuyi”", "是不是“notice/zhuyi”？"),
    ("nws/qqqqq", "没有稿件“nws/qqqqq”", "写成 栏目/网址名"),
    ("nws/kaizhan-xunchb", "没有稿件“nws/kaizhan-xunchb”", "是不是“news/kaizhan-xuncha”？"),
]


@pytest.mark.parametrize(("reference", "message", "hint"), REFERENCES)
def test_a_reference_to_nothing(reference, message, hint):
    one = One("news", AT, {"相关稿件": reference}, OTHERS)
    found = [each[1:] for each in one.findings if each[2] == "news/ben.md"]
    assert found == [("reference", "news/ben.md", f"相关稿件：{message}", hint)]


@pytest.mark.parametrize(
    ("link", "kind", "address", "external"),
    [
        (
            "news/kaizhan-xuncha.md#第一节",
            TargetKind.RECORD,
            "news/2026/kaizhan-xuncha.html",
            False,
        ),
        ("/news/", TargetKind.COLUMN, "news/index.html", False),
        ("news/index.html", TargetKind.COLUMN, "news/index.html", False),
        ("/files/xuncha.csv", TargetKind.ASSET, "files/xuncha.csv", False),
        ("http://a.example/", TargetKind.EXTERNAL, "http://a.example/", True),
        ("https://a.example/", TargetKind.EXTERNAL, "https://a.example/", True),
        ("news/mingtian.md", TargetKind.DEAD, "", False),
    ],
)
def test_an_address_from_outside_any_record(link, kind, address, external):
    one = One("news", AT, {}, OTHERS)
    target = one.site.graph.link_resolver.resolve_address(link)
    assert (target.kind, target.address, target.external) == (kind, address, external)
    fragment = link.partition("#")[2]
    assert target.full_address == (f"{address}#{fragment}" if fragment else address)


def test_the_title_of_a_target():
    resolver = One("news", AT, {}, OTHERS).site.graph.link_resolver
    assert resolver.resolve_address("news/kaizhan-xuncha.md").title == "巡查"
    assert resolver.resolve_address("/news/").title == "工作动态"


@pytest.mark.parametrize("link", ["//a.example/x", "http://a.example/x", "https://a.example/x"])
def test_a_link_out_of_the_site(link):
    one = One("news", AT, {}, OTHERS, f"见[此]({link})。")
    assert one.findings == [each for each in one.findings if each[2] != "news/ben.md"]
    (anchor,) = one.select(one.address(one.id), ".record a.external, .external")[:1]
    assert anchor["data-external"] == link


def test_a_record_that_is_published_this_second_can_be_named():
    others = {"news/xian": sample("news", 标题="现在的", 发布日期="2026-03-10 09:00")}
    one = One("news", AT, {"相关稿件": "news/xian"}, others, "[此](/news/xian.md)")
    assert one.findings == []
